"""Web pages: what is content, what is around it, and what each block is."""

import pytest

from taalscan.model import BlockKind
from taalscan.readers.html import read_html
from taalscan.readers.raw import RawBlock

Kind = BlockKind

MENU = "".join(f'<li><a href="/{n}">Onderwerp {n}</a></li>' for n in range(12))
SENTENCES = (
    "De gemeente Veldermeer praat met bewoners over de plannen voor het nieuwe wijkhuis.",
    "Wie mee wil denken, kan elke woensdag binnenlopen bij het oude postkantoor aan de gracht.",
    "Na de zomer kiest de raad samen met de buurt waar het huis komt te staan.",
)


def text_of(block: RawBlock) -> str:
    return " ".join("".join(piece.text for piece in block.pieces).split())


def units(page: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text_of(block)) for block in read_html(page.encode()).blocks]


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ("<h3>De wijk</h3>", Kind.HEADING),
        ("<p class=MsoTitle>De wijk</p>", Kind.HEADING),
        ("<ul><li>De wijk</ul>", Kind.LIST_ITEM),
        ("<ul><li><p>De wijk</p></li></ul>", Kind.LIST_ITEM),
        ("<blockquote><p>De wijk</blockquote>", Kind.QUOTATION),
        ("<figure><figcaption>De wijk</figcaption></figure>", Kind.PARAGRAPH),
        ("<div>De wijk</div>", Kind.PARAGRAPH),
        ("<aside>De wijk</aside>", Kind.BOILERPLATE),
        ("<div role=navigation>De wijk</div>", Kind.BOILERPLATE),
        ("<section role=doc-endnotes><p>De wijk</p></section>", Kind.NOTE),
        ("<table><tr><td>De wijk</td><td></td></tr></table>", Kind.TABLE_CELL),
        ("<table><tr><td>De wijk</td></tr></table>", Kind.PARAGRAPH),
        ("<table role=presentation><td>De wijk</td><td></td></table>", Kind.PARAGRAPH),
    ],
)
def test_elements_tell_kinds(inside: str, kind: BlockKind) -> None:
    assert units(inside) == [(kind, "De wijk")]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>oud</script>",
        "<style>oud</style>",
        "<p hidden>oud</p>",
        "<p style='display: none'>oud</p>",
        "<span aria-hidden=true>oud</span>",
        "<!-- oud -->",
        "<sup><a href='#n1'>[1]</a></sup>",
        "<a href='#fnref1'>↩</a>",
    ],
)
def test_what_is_hidden_is_out(hidden: str) -> None:
    assert units(f"<p>De wijk{hidden}</p>") == [(Kind.PARAGRAPH, "De wijk")]


def test_inline_elements_make_no_blocks_and_breaks_are_spaces() -> None:
    assert units("<p>klant<b>reis</b><br>samen&amp;sterk") == [
        (Kind.PARAGRAPH, "klantreis samen&sterk")
    ]


def placed(page: str) -> list[tuple[str, int | None, int | None]]:
    """Return the text of each block, with its column and table where it is a cell."""
    blocks = read_html(page.encode()).blocks
    return [(text_of(block), block.level, block.group) for block in blocks]


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ("<tr><th>a<td>b<tr><th>c<td>d", [1, 2, 1, 2]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td><td>d", [1, 3, 1, 3]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d", [1, 2, 2, 1]),
        ("<tr><td colspan=much>a<td rowspan=0>b<tr><td><p>c<p>d", [1, 2, 1, 1]),
    ],
)
def test_cells_have_the_number_of_their_column(rows: str, columns: list[int]) -> None:
    found = placed(f"<table>{rows}</table>")
    assert found == [(text, column, 1) for text, column in zip("abcd", columns, strict=True)]


def test_what_is_in_a_cell_shares_its_column_but_not_a_table_in_it() -> None:
    inner = "<table><tr><td>x<td>y</table>"
    frame = "<table><tr><td>kader</table>"
    found = placed(f"<table><tr><td>a<td>b{inner}{frame}c<td>d</table>")
    assert found == [
        ("a", 1, 1),
        ("b", 2, 1),
        ("x", 1, 2),
        ("y", 2, 2),
        ("kader", 2, 1),
        ("c", 2, 1),
        ("d", 3, 1),
    ]


def test_the_caption_of_a_table_is_no_cell() -> None:
    page = "<table><caption>Wat het kost</caption><tr><td>a<td>b</table>"
    assert units(page)[0] == (Kind.PARAGRAPH, "Wat het kost")


def test_what_is_outside_the_landmark_is_boilerplate() -> None:
    found = units("<div>Menu</div><main><header><h1>Nota</h1></header><p>De wijk</main>Adres")
    assert found == [
        (Kind.BOILERPLATE, "Menu"),
        (Kind.HEADING, "Nota"),
        (Kind.PARAGRAPH, "De wijk"),
        (Kind.BOILERPLATE, "Adres"),
    ]


def test_articles_are_landmarks_where_there_is_no_main() -> None:
    found = units("<div>Menu</div><article><p>Een</article><article><p>Twee</article>")
    assert [kind for kind, _ in found] == [Kind.BOILERPLATE, Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_without_landmarks_the_menu_is_told_from_the_content() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    found = units(f"<html><body><div><ul>{MENU}</ul></div><div><h1>Wijkhuis</h1>{text}</div>")
    kinds = {text: kind for kind, text in found}
    assert all(kinds[sentence] is Kind.PARAGRAPH for sentence in SENTENCES)
    assert kinds["Wijkhuis"] is Kind.HEADING
    assert kinds["Onderwerp 3"] is Kind.BOILERPLATE


def test_the_declared_encoding_is_used() -> None:
    page = '<html><head><meta charset="iso-8859-2"><title>Plan</title><p>Łódź'
    raw = read_html(page.encode("iso-8859-2"))
    assert text_of(raw.blocks[0]) == "Łódź"
    assert raw.title == "Plan"


def test_places_count_all_text_nodes() -> None:
    (block,) = read_html(b"<title>a</title><script>b</script><p>c<b>d</b>").blocks
    assert [piece.path for piece in block.pieces] == [(2,), (3,)]
