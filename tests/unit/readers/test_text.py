"""Plain text and Markdown: what each part is, by its look."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.model import BlockKind
from taalscan.readers.encoding import decode
from taalscan.readers.markdown import read_markdown
from taalscan.readers.raw import IMPLIED, RawBlock
from taalscan.readers.text import read_text

Kind = BlockKind


def text_of(block: RawBlock) -> str:
    return " ".join("".join(piece.text for piece in block.pieces).split())


def units(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text_of(block)) for block in read_text(text.encode()).blocks]


def marked(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text_of(block)) for block in read_markdown(text.encode()).blocks]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "De wijk\ngroeit.\n\nNu.",
            [(Kind.PARAGRAPH, "De wijk groeit."), (Kind.PARAGRAPH, "Nu.")],
        ),
        ("De wijk\n=======\nGroei.", [(Kind.HEADING, "De wijk"), (Kind.PARAGRAPH, "Groei.")]),
        ("# De wijk", [(Kind.HEADING, "De wijk")]),
        (
            "1. Inleiding\n\nDe wijk groeit.",
            [(Kind.HEADING, "1. Inleiding"), (Kind.PARAGRAPH, "De wijk groeit.")],
        ),
        ("2.3 Geld\r\n\r\nVeel.", [(Kind.HEADING, "2.3 Geld"), (Kind.PARAGRAPH, "Veel.")]),
        ("WAT ER SPEELT\n\nVeel.", [(Kind.HEADING, "WAT ER SPEELT"), (Kind.PARAGRAPH, "Veel.")]),
        ("Hoofdstuk 3 Geld", [(Kind.HEADING, "Hoofdstuk 3 Geld")]),
        ("Wij kopen zorg in", [(Kind.PARAGRAPH, "Wij kopen zorg in")]),
        (
            "12 inwoners deden mee aan het gesprek.",
            [(Kind.PARAGRAPH, "12 inwoners deden mee aan het gesprek.")],
        ),
        (
            "We doen:\n- een\n  huis\n- twee",
            [(Kind.PARAGRAPH, "We doen:"), (Kind.LIST_ITEM, "een huis"), (Kind.LIST_ITEM, "twee")],
        ),
        ("1. een\n2. twee", [(Kind.LIST_ITEM, "een"), (Kind.LIST_ITEM, "twee")]),
        ("1. een\n\n2. twee", [(Kind.LIST_ITEM, "een"), (Kind.LIST_ITEM, "twee")]),
        ("> zei zij\n> zacht", [(Kind.QUOTATION, "zei zij zacht")]),
        ("a\tb\nc\td", [(Kind.TABLE_CELL, cell) for cell in "abcd"]),
        ("| a | b |\n|---|---|\n| c | d |", [(Kind.TABLE_CELL, cell) for cell in "abcd"]),
        (
            "De wijk[1] groeit.\n\n[1] Zie de bijlage.",
            [(Kind.PARAGRAPH, "De wijk groeit."), (Kind.NOTE, "Zie de bijlage.")],
        ),
        ("een\n-----\n", [(Kind.HEADING, "een")]),
        ("een\n\n-----\n\ntwee", [(Kind.PARAGRAPH, "een"), (Kind.PARAGRAPH, "twee")]),
    ],
)
def test_text_is_read_by_its_look(text: str, found: list[tuple[BlockKind, str]]) -> None:
    assert units(text) == found


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("a\tb\tc\n\td\te\nf\t\tg", [1, 2, 3, 2, 3, 1, 3]),
        ("| a | b | c |\n|---|---|---|\n|  | d | e |\n| f || g |", [1, 2, 3, 2, 3, 1, 3]),
        ("a | b | c\nd | e |\nf | | g", [1, 2, 3, 1, 2, 1, 3]),
    ],
)
def test_cells_have_the_number_of_their_column(text: str, columns: list[int]) -> None:
    blocks = read_text(text.encode()).blocks
    assert [text_of(block) for block in blocks] == list("abcdefg")
    assert [block.level for block in blocks] == columns


def test_an_empty_cell_in_markdown_keeps_its_column() -> None:
    blocks = read_markdown(b"| a | b | c |\n|---|---|---|\n| | | d |\n| e || f |").blocks
    cells = [(block.level, block.group) for block in blocks if text_of(block)]
    assert cells == [(1, 1), (2, 1), (3, 1), (3, 1), (1, 1), (3, 1)]


def test_long_lines_were_not_wrapped() -> None:
    line = "De gemeente Veldermeer wil dat iedereen mee kan doen in de wijk. " * 3
    assert [kind for kind, _ in units(f"{line}\n{line}\nkort")] == [Kind.PARAGRAPH] * 3


def test_lists_have_levels_and_groups() -> None:
    blocks = read_text(b"- a\n  - b\n- c\n\ntussendoor\n\n- d").blocks
    items = [block for block in blocks if block.kind is Kind.LIST_ITEM]
    assert [block.level for block in items] == [1, 2, 1, 1]
    assert items[0].group == items[2].group != items[3].group


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("---\ntitle: Nota\n---\n# De wijk", [(Kind.HEADING, "De wijk")]),
        ("De *wijk*\ngroeit [snel](a 'b').", [(Kind.PARAGRAPH, "De wijk groeit snel.")]),
        ("- een\n\n  vervolg", [(Kind.LIST_ITEM, "een"), (Kind.LIST_ITEM, "vervolg")]),
        ("> zei zij", [(Kind.QUOTATION, "zei zij")]),
        ("```\ncode\n```", [(Kind.BOILERPLATE, "code")]),
        ("<div>\nDe wijk\n</div>", [(Kind.PARAGRAPH, "De wijk")]),
        ("a \\* b &euro; c", [(Kind.PARAGRAPH, "a * b € c")]),
        ("![kaart](a.png) De wijk", [(Kind.PARAGRAPH, "De wijk")]),
    ],
)
def test_markdown_is_read_by_its_structure(text: str, found: list[tuple[BlockKind, str]]) -> None:
    assert marked(text) == found


def test_the_title_stands_in_the_front_matter() -> None:
    assert read_markdown(b"---\ntitle: 'Nota wonen'\n---\nTekst").title == "Nota wonen"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_markdown_pieces_stand_where_they_say(end: str) -> None:
    text = end.join(
        [
            "---",
            "title: a",
            "---",
            "",
            "# De wijk",
            "De *wijk* [is](is) wijk \\* &amp; a",
            "",
            "- a",
        ]
    )
    for block in read_markdown(text.encode()).blocks:
        for piece in block.pieces:
            place = slice(piece.start, piece.start + len(piece.text))
            assert piece.start == IMPLIED or text[place] == piece.text
    last = read_markdown(text.encode()).blocks[-1].pieces[0]
    assert last.start == len(text) - 1


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("één".encode(), "één"),
        ("één".encode("utf-8-sig"), "één"),
        ("één".encode("utf-16"), "één"),
        (b"\xfe\xff" + "één".encode("utf-16-be"), "één"),
        ("één ‘plan’ €".encode("cp1252"), "één ‘plan’ €"),
        (b"a\x81b", "a\ufffdb"),
    ],
)
def test_encodings_are_told_apart(data: bytes, text: str) -> None:
    assert decode(data) == text


def _joined(parts: tuple[list[str], str]) -> str:
    lines, end = parts
    return end.join(lines)


LINES = st.lists(
    st.text(max_size=8)
    | st.sampled_from(
        ("# ", "- ", "  - ", "1. ", "> ", "| a | b |", "|---|", "=====", "---", "a\t", "wijk[1]")
    )
    | st.sampled_from(("[1] ", "[^1]: ", "**wijk**", "[a](b)", "&amp;", "\\*", "\r", "\f", "<b>"))
    | st.sampled_from(("<!--", "```", "\r\n", "1.2 ", "WIJK", "hoofdstuk 1", "    ", "\u2028")),
    max_size=12,
)
TEXTS = st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\n\n", ""])).map(_joined)


@given(TEXTS)
def test_any_text_is_read_and_its_pieces_stand_where_they_say(text: str) -> None:
    for reader in (read_text, read_markdown):
        for block in reader(text.encode("utf-8-sig")).blocks:
            for piece in block.pieces:
                place = slice(piece.start, piece.start + len(piece.text))
                assert piece.start == IMPLIED or text[place] == piece.text


@given(TEXTS)
def test_plain_text_loses_no_word(text: str) -> None:
    """What is not in the blocks is a mark of the layout, a note's mark or a number of an item."""
    # what is taken out can leave another number behind, as in "0a)"
    while _FREE.search(text):
        text = _FREE.sub("", text)
    read = "".join(text_of(block) for block in read_text(text.encode("utf-8-sig")).blocks)
    assert _letters(read) == _letters(text)


_FREE = re.compile(r"[\d\[\]^]|\b[a-z][.)]|\([a-z]{1,2}\)")


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))
