"""Draw Word documents with everything in the way that people put in one."""

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.contract.samples import paragraph, row, run, table, word
from tests.word_files import WORDS

_PLAIN = (
    "De wijk groeit. ",
    "Mensen helpen elkaar, ",
    "é en e\u0301 ",
    "in 2027 ",
    "« ‘zo’ » & <b> ",
    "مرحبا بكم ",
    "👩‍👩‍👧 ",
    "1.200 ",
)
_LOOKS = (
    "",
    "<w:b/>",
    '<w:rtl/><w:lang w:bidi="ar-SA"/>',
    '<w:i/><w:rPrChange w:id="77" w:author="An"><w:rPr/></w:rPrChange>',
)


@dataclass
class _Numbers:
    """Numbers of changes, bookmarks and notes; none is used twice."""

    last: int = 100
    has_notes: bool = True
    notes: list[str] = field(default_factory=list)

    def next(self) -> int:
        self.last += 1
        return self.last


def _link(inside: str, _: _Numbers) -> str:
    return f'<w:hyperlink w:anchor="boven">{inside}</w:hyperlink>'


def _inserted(inside: str, numbers: _Numbers) -> str:
    return f'<w:ins w:id="{numbers.next()}" w:author="An">{inside}</w:ins>'


def _moved(inside: str, numbers: _Numbers) -> str:
    return f'<w:moveTo w:id="{numbers.next()}" w:author="An">{inside}</w:moveTo>'


def _control(inside: str, _: _Numbers) -> str:
    name = '<w:sdtPr><w:alias w:val="vak"/></w:sdtPr>'
    return f"<w:sdt>{name}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _field(inside: str, _: _Numbers) -> str:
    return f'<w:fldSimple w:instr="TITLE">{inside}</w:fldSimple>'


def _complex_field(inside: str, _: _Numbers) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText xml:space="preserve"> TITLE </w:instrText></w:r>'
    return f"{mark('begin')}{code}{mark('separate')}{inside}{mark('end')}"


def _bookmark(inside: str, numbers: _Numbers) -> str:
    number = numbers.next()
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="b{number}"/>{inside}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def _bare(inside: str, _: _Numbers) -> str:
    return inside


_AROUND: tuple[Callable[[str, _Numbers], str], ...] = (
    _bare,
    _inserted,
    _moved,
    _control,
    _field,
    _bookmark,
    _complex_field,
    _link,
)


def _deleted(numbers: _Numbers) -> str:
    words = "<w:r><w:delText>klanten weg</w:delText></w:r>"
    gone = f'<w:del w:id="{numbers.next()}" w:author="An">{words}</w:del>'
    away = f'<w:moveFrom w:id="{numbers.next()}" w:author="An">{run("klanten")}</w:moveFrom>'
    return gone + away


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Words that are hits among words that are not."""
    parts = draw(st.lists(st.sampled_from([*WORDS, *_PLAIN, "\t", "\n"]), min_size=1, max_size=6))
    return "Over " + " ".join(parts)


def _run(text: str, look: str) -> str:
    """Return a run, with tabs and line ends as Word has them."""
    pieces = []
    for part in text.replace("\t", "|\t|").replace("\n", "|\n|").split("|"):
        if part in {"\t", "\n"}:
            pieces.append("<w:tab/>" if part == "\t" else "<w:br/>")
        elif part:
            one = run(part)
            pieces.append(one[one.index("<w:t ") : one.index("</w:r>")])
    looks = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{looks}{''.join(pieces)}</w:r>"


@st.composite
def inlines(draw: st.DrawFn, numbers: _Numbers) -> str:
    """A text in runs that are split anywhere, some of them in a link, a change, a field, …"""
    text = draw(texts())
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=5)))
    made = ""
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        # a run of its own for half of an emoji is no XML
        one = _run(text[start:end], draw(st.sampled_from(_LOOKS)))
        around = _AROUND if numbers.has_notes else _AROUND[:-2]
        made += draw(st.sampled_from(around))(one, numbers)
        if draw(st.integers(0, 4)) == 0:
            made += _deleted(numbers)
        if numbers.has_notes and draw(st.integers(0, 7)) == 0:
            numbers.notes.append(_run(draw(texts()), ""))
            made += f'<w:r><w:footnoteReference w:id="{len(numbers.notes)}"/></w:r>'
    return made


def _box(inside: str) -> str:
    box = f"<v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox>"
    return f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>"


def _newer_box(inside: str) -> str:
    """Return a text box as newer versions of Word write it: a second time for older ones."""
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    drawing = f"<mc:Choice Requires='v'><w:drawing>{box}</w:drawing></mc:Choice>"
    older = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{drawing}{older}</mc:AlternateContent></w:r>"


@st.composite
def _blocks(draw: st.DrawFn, numbers: _Numbers, depth: int = 0) -> str:
    kinds = ["p", "p", "p", "box", "control", "table"] if depth < 2 else ["p"]
    kind = draw(st.sampled_from(kinds))
    inline = draw(inlines(numbers))
    if kind == "table":
        cells = [draw(_blocks(numbers, depth + 1)) for _ in range(draw(st.integers(1, 3)))]
        ends = [cell if cell.endswith("</w:p>") else f"{cell}<w:p/>" for cell in cells]
        columns = "<w:gridCol/>" * len(cells)
        grid = (
            f'<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        )
        return table(grid + row(*ends))
    if kind == "box":
        inside = draw(inlines(numbers))
        box = draw(st.sampled_from([_box, _newer_box]))
        return paragraph(inline + box(paragraph(inside)))
    if kind == "control":
        return f"<w:sdt><w:sdtContent>{paragraph(inline)}</w:sdtContent></w:sdt>"
    return paragraph(inline)


@st.composite
def documents(draw: st.DrawFn, *, has_notes: bool = True) -> bytes:
    """A Word document; `has_notes` says whether with notes, and with links and fields."""
    numbers = _Numbers(has_notes=has_notes)
    blocks = "".join(draw(st.lists(_blocks(numbers), min_size=1, max_size=4)))
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(inside)}</w:footnote>'
        for number, inside in enumerate(numbers.notes, start=1)
    )
    body = f"{paragraph(_run('Samen in Veldermeer', ''), 'Titel')}{blocks}<w:sectPr/>"
    return word(body, notes=notes)
