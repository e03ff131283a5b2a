"""OpenDocument texts: what is in, what is out, and what each paragraph is."""

import io

import pytest
from odfdo import Document as OdfDocument
from odfdo import Header, Paragraph

from taalscan.model import BlockKind
from taalscan.readers.odt import read_odt
from taalscan.readers.raw import RawBlock
from tests.contract.samples import opendocument

Kind = BlockKind


def text_of(block: RawBlock) -> str:
    return "".join(piece.text for piece in block.pieces)


def units(body: str, **parts: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text_of(block)) for block in read_odt(opendocument(body, **parts)).blocks]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("de <text:span>nieuwe</text:span> wijk", "de nieuwe wijk"),
        ('de<text:s text:c="2"/>wijk', "de  wijk"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("<text:a>de site</text:a>", "de site"),
        ("de <office:annotation><text:p>klopt dit?</text:p></office:annotation>wijk", "de wijk"),
        ('de <text:change text:change-id="c1"/>wijk', "de wijk"),
    ],
)
def test_what_is_text(inside: str, text: str) -> None:
    assert units(f"<text:p>{inside}</text:p>") == [(Kind.PARAGRAPH, text)]


def test_what_was_deleted_is_out() -> None:
    changes = "<text:tracked-changes><text:p>oud</text:p></text:tracked-changes>"
    assert units(f"{changes}<text:p>nieuw</text:p>") == [(Kind.PARAGRAPH, "nieuw")]


def test_a_text_box_follows_its_paragraph() -> None:
    box = "<draw:frame><draw:text-box><text:p>in het kader</text:p></draw:text-box></draw:frame>"
    found = units(f"<text:p>voor {box}na</text:p>")
    assert found == [(Kind.PARAGRAPH, "voor na"), (Kind.PARAGRAPH, "in het kader")]


def test_a_string_after_a_note_keeps_its_number() -> None:
    note = "<text:note><text:note-body><text:p>bron</text:p></text:note-body></text:note>"
    first, last = read_odt(opendocument(f"<text:p>de wijk{note} groeit</text:p>")).blocks
    assert [piece.path for piece in first.pieces] == [(0, 0), (0, 2)]
    assert (last.kind, last.pieces[0].path) == (Kind.NOTE, (1, 0))


def test_a_string_after_a_remark_in_the_xml_keeps_its_number() -> None:
    (block,) = read_odt(opendocument("<text:p>de <!-- oud -->wijk<?x y?> groeit</text:p>")).blocks
    assert text_of(block) == "de wijk groeit"
    assert [piece.path for piece in block.pieces] == [(0, 0), (0, 1), (0, 2)]


def test_a_table_of_contents_is_boilerplate() -> None:
    index = "<text:index-body><text:p>Doel 3</text:p></text:index-body>"
    body = f"<text:table-of-content>{index}</text:table-of-content>"
    assert units(body) == [(Kind.BOILERPLATE, "Doel 3")]


def cell(text: str, *, kind: str = "table-cell", size: str = "") -> str:
    inside = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:{kind} {size}>{inside}</table:{kind}>"


def test_cells_have_the_number_of_their_column() -> None:
    wide, twice = 'table:number-columns-spanned="2"', 'table:number-columns-repeated="2"'
    under = cell("", kind="covered-table-cell")
    rows = (
        cell("a", size=wide) + under + cell("b"),
        cell("", size=twice) + cell("c"),
        cell("d") + cell("e</text:p><text:p>f") + cell("g"),
    )
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    blocks = read_odt(opendocument(f"<table:table>{body}</table:table>")).blocks
    found = [(text_of(block), block.level) for block in blocks]
    letters = zip("abcdefg", [1, 3, 3, 1, 2, 2, 3], strict=True)
    assert found == list(letters)


def test_a_frame_and_a_table_in_a_cell() -> None:
    def table(*cells: str) -> str:
        return f"<table:table><table:table-row>{''.join(cells)}</table:table-row></table:table>"

    inner = table(cell("x"), cell("y"))
    both = f"<table:table-cell>{table(cell('kader'))}{inner}<text:p>b</text:p></table:table-cell>"
    blocks = read_odt(opendocument(table(cell("a"), both, cell("c")))).blocks
    found = [(text_of(block), block.level) for block in blocks]
    assert found == [("a", 1), ("kader", 2), ("x", 1), ("y", 2), ("b", 2), ("c", 3)]
    groups = {text_of(block): block.group for block in blocks}
    assert groups["a"] == groups["kader"] == groups["b"] != groups["x"] == groups["y"]


def test_a_short_bold_line_is_a_heading() -> None:
    bold = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
    )
    line = '<text:p><text:span text:style-name="T1">Wat er speelt</text:span></text:p>'
    assert units(line, styles=bold) == [(Kind.HEADING, "Wat er speelt")]
    half = '<text:p>De <text:span text:style-name="T1">wijk</text:span></text:p>'
    assert units(half, styles=bold) == [(Kind.PARAGRAPH, "De wijk")]


def test_pages_are_those_that_were_noted() -> None:
    raw = read_odt(
        opendocument("<text:p>een</text:p><text:soft-page-break/><text:p>twee</text:p>")
    )
    assert [block.pieces[0].page for block in raw.blocks] == [1, 2]
    assert raw.pages == 2


def test_what_odfdo_writes_is_read() -> None:
    document = OdfDocument("text")
    document.body.clear()
    document.body.append(Header(1, "Wat er speelt"))
    document.body.append(Paragraph("De wijk  groeit."))
    buffer = io.BytesIO()
    document.save(buffer)
    raw = read_odt(buffer.getvalue())
    found = [(block.kind, text_of(block)) for block in raw.blocks]
    assert found == [(Kind.HEADING, "Wat er speelt"), (Kind.PARAGRAPH, "De wijk  groeit.")]
