"""Pages heed what a reader has set: colours of his own, less motion; and they print."""

import re
from io import BytesIO

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from taalscan.model import BlockKind
from tests.browser.browsing import PAPER, Look, Visits, probe
from tests.browser.made_pages import MadePages
from tests.browser.reading import settle, tools

pytestmark = pytest.mark.slow

PATTERNS = {"M": "solid", "R": "double", "D": "dotted", "C": "dashed"}
"""The underline of each axis, as the samples' lexicon has it."""


def patterns(page: Page) -> dict[str, str]:
    shown = probe(page, "highlights")
    return {
        str(own["code"]): str(own["pattern"])
        for own in shown
        if own["code"] in PATTERNS and own["label"] and own["line"] == "underline"
    }


def printed(page: Page) -> str:
    """Return the text of the page on paper, its spaces and line ends as one space."""
    with pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4"))) as document:
        pages = [own.get_textpage().get_text_range() for own in document]
    # a hyphen that pdfium read at the end of a line is U+FFFE
    return re.sub(r"\s+", " ", " ".join(pages).replace("\ufffe", "-"))


def test_highlights_keep_their_patterns_and_letters_in_forced_colours(
    visits: Visits, made: MadePages
) -> None:
    page = visits.open(made.uri("note"))
    page.emulate_media(forced_colors="active")
    assert patterns(page) == PATTERNS


def test_the_strip_shows_in_forced_colours(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("note"))
    page.emulate_media(forced_colors="active")
    bar, ground = page.locator("#where a").last.evaluate(
        "link => [getComputedStyle(link, '::after').backgroundColor,"
        " getComputedStyle(document.body).backgroundColor]"
    )
    assert bar != ground


@pytest.mark.parametrize("name", ["note", "index", "versions", "groups"])
def test_nothing_moves_for_who_asked_for_less_motion(
    visits: Visits, made: MadePages, name: str
) -> None:
    page = visits.open(made.uri(name), Look(motion="reduce"))
    assert probe(page, "moving") == []


def test_paper_has_patterns_letters_and_margin_labels_but_no_tools(
    visits: Visits, made: MadePages
) -> None:
    page = visits.open(made.uri("note"))
    page.emulate_media(media="print")
    assert patterns(page) == PATTERNS
    expect(tools(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Kopieer citaat").first).to_be_hidden()
    labels = page.locator("#text details[id] > summary")
    assert labels.count() > 5
    assert all(label.is_visible() for label in labels.all())


@pytest.mark.parametrize("name", ["draft", "index", "versions", "groups", "concordance"])
def test_paper_cuts_nothing_off(visits: Visits, made: MadePages, name: str) -> None:
    page = visits.open(made.uri(name), PAPER)
    settle(page)
    page.emulate_media(media="print")
    assert probe(page, "tooWide") == []
    assert probe(page, "cutOff") == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_paper_holds_the_whole_text_and_what_was_folded(
    visits: Visits, made: MadePages, *, script: bool
) -> None:
    page = visits.open(made.uri("plan"), Look(script=script))
    paper = printed(page)
    document = made.scans["plan"].document
    # the letter of an axis follows on the words it marks
    starts = [
        r"\S{0,3}(?: \S{1,3})? ".join(map(re.escape, block.span.cut(document.text).split()[:4]))
        for block in document.blocks
        if block.kind is BlockKind.PARAGRAPH
    ]
    assert [start for start in starts if not re.search(start, paper)] == []
    assert "Gewogen, per 1.000 woorden" in paper  # a row of a table that is folded on the screen


@pytest.mark.parametrize("name", ["versions", "groups", "evaluation", "index"])
def test_other_pages_print_with_their_tables(visits: Visits, made: MadePages, name: str) -> None:
    page = visits.open(made.uri(name))
    heads = page.locator("h2").all_inner_texts()
    paper = printed(page)
    assert heads
    assert [head for head in heads if head not in paper] == []


def test_printing_leaves_the_page_folded_as_it_was(visits: Visits, made: MadePages) -> None:
    page = visits.open(made.uri("plan"))
    page.pdf()
    assert page.locator("details[open]").count() == 0


def test_sheets_of_a_table_that_sorts_repeat_its_head_and_are_numbered(
    visits: Visits, made: MadePages
) -> None:
    page = visits.open(made.uri("index"))
    with pypdfium2.PdfDocument(BytesIO(page.pdf(width="21cm", height="14cm"))) as document:
        sheets = [own.get_textpage().get_text_range() for own in document]
    rows = {scan.document.source.name for scan in made.scans.values()}
    holding = [sheet for sheet in sheets if any(name in sheet for name in rows)]
    assert len(holding) > 1
    assert all("Zekerheid" in sheet for sheet in holding)
    assert f"2 / {len(sheets)}" in sheets[1]
