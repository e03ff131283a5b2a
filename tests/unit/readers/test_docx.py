"""Word documents: what is in, what is out, and what each paragraph is."""

import io

import docx
import pytest

from taalscan.errors import DamagedDocumentError
from taalscan.model import BlockKind
from taalscan.readers.docx import read_docx
from taalscan.readers.raw import RawBlock
from tests.contract.samples import numbered, paragraph, row, run, table, word, zipped

Kind = BlockKind


def text_of(block: RawBlock) -> str:
    return "".join(piece.text for piece in block.pieces)


def units(body: str, **parts: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text_of(block)) for block in read_docx(word(body, **parts)).blocks]


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f"{mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f"{mark('separate')}{result}{mark('end')}"
    )


def text_box(inside: str) -> str:
    """A text box as Word writes it: once for new versions, once for old."""
    box = f"<v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("de ") + f"<w:ins>{run('nieuwe ')}</w:ins>" + run("wijk"), "de nieuwe wijk"),
        (run("de ") + "<w:del><w:r><w:delText>oude </w:delText></w:r></w:del>" + run("w"), "de w"),
        (f"<w:moveFrom>{run('weg')}</w:moveFrom><w:moveTo>{run('hier')}</w:moveTo>", "hier"),
        (f"<w:sdt><w:sdtContent>{run('vak')}</w:sdtContent></w:sdt>", "vak"),
        (f"<w:hyperlink>{run('de site')}</w:hyperlink>", "de site"),
        (f"<w:ins><w:hyperlink>{run('samen')}</w:hyperlink></w:ins>", "samen"),
        (field("PAGEREF x", run("12")), "12"),
        (field("IF " + "", run("a")) + run("b"), "ab"),
        (f'<w:fldSimple w:instr="DATE">{run("nu")}</w:fldSimple>', "nu"),
        (run("zicht") + run("geheim", "<w:vanish/>"), "zicht"),
        (run("niet weg", '<w:vanish w:val="0"/>'), "niet weg"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>JGZ</w:t><w:noBreakHyphen/><w:t>arts</w:t></w:r>", "JGZ-arts"),
        ("<w:smartTag>" + run("Veldermeer") + "</w:smartTag>", "Veldermeer"),
    ],
)
def test_what_is_text(inside: str, text: str) -> None:
    assert units(paragraph(inside)) == [(Kind.PARAGRAPH, text)]


def test_a_field_in_a_field_shows_its_result_only() -> None:
    nested = field(
        "IF " + "</w:instrText></w:r>" + field("PAGE", run("3")) + "<w:r><w:instrText>", run("ja")
    )
    assert units(paragraph(nested)) == [(Kind.PARAGRAPH, "ja")]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = text_box(paragraph(run("in het kader")))
    found = units(paragraph(run("voor ") + box + run("na")))
    assert found == [(Kind.PARAGRAPH, "voor na"), (Kind.PARAGRAPH, "in het kader")]


@pytest.mark.parametrize(
    ("style", "more", "kind", "level"),
    [
        ("Titel", "", Kind.HEADING, 1),
        ("Kop1", "", Kind.HEADING, 1),
        ("Kop2", "", Kind.HEADING, 2),
        ("Eigen", "", Kind.HEADING, 2),
        ("", '<w:outlineLvl w:val="2"/>', Kind.HEADING, 3),
        ("", '<w:outlineLvl w:val="9"/>', Kind.PARAGRAPH, None),
        ("Kop1", numbered(0), Kind.HEADING, 1),
        ("Citaat", "", Kind.QUOTATION, None),
        ("Inhopg1", "", Kind.BOILERPLATE, None),
        ("Opsomming", "", Kind.LIST_ITEM, 1),
        ("", numbered(2), Kind.LIST_ITEM, 3),
        ("Opsomming", '<w:numPr><w:numId w:val="0"/></w:numPr>', Kind.PARAGRAPH, None),
        ("Onbekend", "", Kind.PARAGRAPH, None),
    ],
)
def test_styles_tell_kinds(style: str, more: str, kind: BlockKind, level: int | None) -> None:
    (block,) = read_docx(word(paragraph(run("De wijk groeit."), style, more))).blocks
    assert (block.kind, block.level) == (kind, level)


def test_a_short_bold_line_is_a_heading() -> None:
    assert units(paragraph(run("Wat er speelt", "<w:b/>")))[0][0] is Kind.HEADING
    assert units(paragraph(run("Let op: dit geldt.", "<w:b/>")))[0][0] is Kind.PARAGRAPH


def test_a_typed_bullet_makes_a_list_item() -> None:
    (block,) = read_docx(word(paragraph(run("•\tde ") + run("wijk")))).blocks
    assert (block.kind, text_of(block)) == (Kind.LIST_ITEM, "de wijk")
    assert block.pieces[0].start == 2


def test_lists_are_grouped() -> None:
    item = paragraph(run("punt"), more=numbered(0))
    raw = read_docx(word(item + item + paragraph(run("tussendoor")) + item))
    groups = [block.group for block in raw.blocks if block.kind is Kind.LIST_ITEM]
    assert groups[0] == groups[1] != groups[2]


def test_a_table_in_a_table_has_its_own_group() -> None:
    inner = table(row(paragraph(run("c")), paragraph(run("d"))))
    raw = read_docx(word(table(row(paragraph(run("a")), inner + paragraph(run("b"))))))
    groups = {text_of(block): block.group for block in raw.blocks}
    assert {block.kind for block in raw.blocks} == {Kind.TABLE_CELL}
    assert groups["a"] == groups["b"] != groups["c"] == groups["d"]


def placed(body: str) -> list[tuple[str, int | None]]:
    """Return the text of each cell with its column."""
    return [(text_of(block), block.level) for block in read_docx(word(body)).blocks]


def sized(inside: str, properties: str) -> str:
    return f"<w:tcPr>{properties}</w:tcPr>{paragraph(run(inside))}"


def test_a_cell_that_spans_columns_has_the_first_of_them() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    body = row(sized("a", wide), sized("b", "")) + row(
        sized("c", ""), sized("", ""), sized("d", "")
    )
    assert placed(table(body)) == [("a", 1), ("b", 3), ("c", 1), ("d", 3)]


def test_a_cell_under_a_merged_one_keeps_its_column() -> None:
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = row(sized("a", start), sized("b", "")) + row(sized("", more), sized("c", ""))
    assert placed(table(body)) == [("a", 1), ("b", 2), ("c", 2)]


def test_a_row_that_starts_further_on_keeps_its_columns() -> None:
    short = row(sized("c", "")).replace(
        "<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    )
    body = row(sized("a", ""), sized("b", "")) + short
    assert placed(table(body)) == [("a", 1), ("b", 2), ("c", 2)]


def test_what_is_in_one_cell_shares_its_column() -> None:
    frame = table(row(paragraph(run("kader"))))
    inner = table(row(paragraph(run("x")), paragraph(run("y"))))
    cell = paragraph(run("b")) + frame + inner + paragraph(run("c"))
    body = table(row(paragraph(run("a")), cell, paragraph(run("d"))))
    found = [("a", 1), ("b", 2), ("kader", 2), ("x", 1), ("y", 2), ("c", 2), ("d", 3)]
    assert placed(body) == found


def test_a_table_of_one_cell_is_a_frame() -> None:
    assert units(table(row(paragraph(run("Samengevat."))))) == [(Kind.PARAGRAPH, "Samengevat.")]


def test_a_table_of_contents_is_boilerplate() -> None:
    name = '<w:docPartGallery w:val="Table of Contents"/>'
    gallery = f"<w:sdtPr><w:docPartObj>{name}</w:docPartObj></w:sdtPr>"
    control = f"<w:sdt>{gallery}<w:sdtContent>{paragraph(run('Doel 3'))}</w:sdtContent></w:sdt>"
    assert units(control) == [(Kind.BOILERPLATE, "Doel 3")]


def test_a_contents_field_over_paragraphs_is_boilerplate() -> None:
    opened, closed = field('TOC \\o "1-3"', "|").split("|")
    body = paragraph(opened + run("Doel 3")) + paragraph(run("Geld 4") + closed)
    found = units(body + paragraph(run("De wijk groeit.")))
    assert [kind for kind, _ in found] == [Kind.BOILERPLATE, Kind.BOILERPLATE, Kind.PARAGRAPH]


def test_pages_are_those_that_word_noted() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/><w:t>twee</w:t></w:r>"
    raw = read_docx(word(paragraph(run("een")) + paragraph(turn)))
    assert [block.pieces[0].page for block in raw.blocks] == [1, 2]
    assert raw.pages == 2
    assert read_docx(word(paragraph(run("een")))).pages is None


def test_headers_are_boilerplate() -> None:
    assert units("", header=paragraph(run("Veldermeer"))) == [(Kind.BOILERPLATE, "Veldermeer")]


def test_what_python_docx_writes_is_read() -> None:
    document = docx.Document()
    document.core_properties.title = "Nota"
    document.add_heading("Wat er speelt", 1)
    document.add_paragraph("De wijk groeit.")
    document.add_paragraph("een huis", style="List Bullet")
    buffer = io.BytesIO()
    document.save(buffer)
    raw = read_docx(buffer.getvalue())
    kinds = [block.kind for block in raw.blocks]
    assert kinds == [Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM]
    assert raw.title == "Nota"


def test_a_package_without_a_document_is_damaged() -> None:
    with pytest.raises(DamagedDocumentError):
        read_docx(zipped({"[Content_Types].xml": b"<Types/>"}))
