"""The page holds all of the text and all of the hits, and lets nothing else in."""

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from selectolax.lexbor import LexborHTMLParser

from taalscan.model import Notice, Reliability, Scan, Span
from taalscan.reports import render_html
from taalscan.reports.html.page import axis_style
from tests import builders
from tests.builders import entry, scan_of
from tests.unit.reports.strategies import NASTY, scans

MARKUP = """
= 1

# Inkoop

Wij {M1-001 a:kopen} de zorg {a:in}. We kiezen geen {M1-002 negated geen:marktwerking}.

~ Nota 1

= 2

{R2-001 slogan:Samen} gaan we verder.

- Elke {M3-001:klant} telt.

- En ieder ander ook.
"""


def page_of(scan: Scan, language: str = "nl") -> LexborHTMLParser:
    return LexborHTMLParser(render_html(scan, language))


def text_of(page: LexborHTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    assert node is not None, selector
    return " ".join(node.text().split())


def squeezed(text: str) -> str:
    return "".join(text.replace("\0", "\N{REPLACEMENT CHARACTER}").split())


@pytest.fixture
def scan() -> Scan:
    inkopen = entry(
        "M1-001",
        "inkopen",
        "Kiest u voor de prijs?",
        instead="afspreken met",
        only_if="u elkaar kent",
        source="bestuurstaal",
    )
    return scan_of(MARKUP, entries=[inkopen], title="Nota zorg")


# --- what must be there ---


@given(scan=scans())
@settings(max_examples=40, deadline=None)
def test_the_whole_text_is_there_and_nothing_between_it(scan: Scan) -> None:
    blocks = [squeezed(block.span.cut(scan.document.text)) for block in scan.document.blocks]
    page = page_of(scan)
    for label in page.css(".text .b .tag"):  # what its author calls deliberate is labelled
        label.decompose()
    shown = [squeezed(node.text()) for node in page.css(".text .b")]
    assert shown == blocks


@given(scan=scans())
@settings(max_examples=40, deadline=None)
def test_every_hit_is_explained_and_every_visible_part_of_it_marked(scan: Scan) -> None:
    page = page_of(scan)
    hits = [hit for passage in scan.passages for hit in passage.hits]
    explained = [node.attributes["id"] for node in page.css(".note li")]
    assert sorted(explained, key=str) == sorted(
        (f"u{n}" for n in range(1, len(hits) + 1)), key=str
    )
    marked: Counter[int] = Counter()
    for link in page.css(".text a.h"):
        numbers = link.attributes.get("data-h") or str(link.attributes["href"])[2:]
        for own in numbers.split():
            marked[int(own)] += len(squeezed(link.text()))
    for number, hit in enumerate(hits, start=1):
        inside = sum(
            len(squeezed(scan.document.text[max(p.start, b.span.start) : min(p.end, b.span.end)]))
            for p in hit.parts
            for b in scan.document.blocks
            if p.overlaps(b.span)
        )
        assert marked[number] == inside


@given(scan=scans())
@settings(max_examples=40, deadline=None)
def test_ids_are_unique_and_every_link_inside_the_page_leads_somewhere(scan: Scan) -> None:
    page = page_of(scan)
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for link in page.css("a"):
        href = str(link.attributes["href"])
        assert href.startswith("#")
        assert unquote(href[1:]) in ids


def test_the_page_says_first_what_the_scan_is_not(scan: Scan) -> None:
    body = page_of(scan).body
    assert body is not None
    words = body.text()
    promise = "Deze scan beschrijft taal, niet bedoeling of kwaliteit van beleid."
    assert words.index(promise) < words.index("Nota zorg")


def test_a_hit_in_two_pieces_is_marked_at_both(scan: Scan) -> None:
    pieces = page_of(scan).css('.text a.h[href="#u1"]')
    assert [piece.text() for piece in pieces] == ["kopen", "in"]
    # the letter of the axis stands once, after the last piece
    assert [piece.attributes.get("data-k") for piece in pieces] == [None, "M"]


def test_a_highlight_tells_how_it_counts_and_why(scan: Scan) -> None:
    page = page_of(scan)
    assert "kopen … in" in text_of(page, "#u1")
    assert "Telt mee. Sterkte van de passage: 0,60; zonder dit woord: 0,00." in text_of(
        page, "#u1"
    )
    assert "Niet geteld: ontkend door ‘geen’." in text_of(page, "#u2")
    assert "Telt half: er staat niet wie het met wie doet" in text_of(page, "#u3")


def test_a_highlight_without_a_reason_is_explained_by_its_status(scan: Scan) -> None:
    bare = tuple(
        replace(own, hits=tuple(replace(hit, reason=None) for hit in own.hits))
        for own in scan.passages
    )
    page = page_of(replace(scan, passages=bare))
    assert "Telt niet mee. De zin zegt dat dit juist niet zo is." in text_of(page, "#u2")


def test_what_does_not_count_looks_otherwise_without_colour(scan: Scan) -> None:
    marks = {str(node.attributes["href"]): node for node in page_of(scan).css(".text a.h")}
    assert marks["#u2"].attributes["data-k"] == "(M)"
    assert marks["#u3"].attributes["data-k"] == "R½"
    assert "not" in str(marks["#u2"].attributes["class"]).split()
    assert "half" in str(marks["#u3"].attributes["class"]).split()


def test_an_entry_tells_its_question_alternative_condition_source_and_places(scan: Scan) -> None:
    card = text_of(page_of(scan), "#e1")
    for words in (
        "inkopen",
        "Kiest u voor de prijs?",
        "afspreken met",
        "alleen als: u elkaar kent",
        "Bron: bestuurstaal",
        "passage 1, p. 1",
    ):
        assert words in card


def test_a_short_document_gets_no_figures_but_the_reason_why(scan: Scan) -> None:
    page = page_of(scan)
    assert not page.css(".chart")
    assert "ten minste 20 passages en 300 woorden" in text_of(page, "#profile")
    assert "Per 1.000 woorden" not in text_of(page, "#profile")


def test_a_long_document_gets_a_chart_and_the_same_figures_as_a_table() -> None:
    scan = scan_of("\n\n".join(["De {M3-001:klant} wacht op een antwoord van ons."] * 25))
    page = page_of(scan)
    assert scan.reliability is Reliability.INDICATIVE
    assert "125,0 83,3 tot 166,7" in text_of(page, ".figures")
    titles = [node.text() for node in page.css(".chart title")]
    assert any("marktgericht 125,0 (83,3 tot 166,7)" in title for title in titles)
    assert "De cijfers geven een richting aan" in text_of(page, "main")


def test_boilerplate_is_folded_and_grey(scan: Scan) -> None:
    assert text_of(page_of(scan), ".left-out .b.quiet") == "Nota 1"


def test_what_was_left_out_stands_with_the_method_and_warnings_above() -> None:
    notices = (
        Notice("left-out-boilerplate", (("count", 3),)),
        Notice("pages-without-text", (("pages", "4"),)),
        Notice("brand-new", (("x", "y"),)),
    )
    page = page_of(scan_of(MARKUP, warnings=notices))
    assert ": 3 stukken." in text_of(page, "#method")
    assert "geen tekst die de scan kan lezen: 4." in text_of(page, ".warnings")
    assert "brand-new (y)" in text_of(page, ".warnings")


def test_overlapping_hits_share_a_mark_that_leads_to_the_heaviest() -> None:
    scan = scan_of("Een {M1-001:sterke zorginkoop} hier.")
    first = scan.passages[0].hits[0]
    inner = replace(
        first,
        span=Span(11, 21),
        parts=(Span(11, 21),),
        axis="relationeel",
        facet="R1",
        entry="R1-001",
        weight=0.9,
    )
    passage = builders.passage_score(scan.passages[0].passage, 4, (first, inner))
    marks = page_of(builders.with_passages(scan.document, [passage])).css(".text a.h")
    assert [(m.text(), m.attributes["href"]) for m in marks] == [
        ("sterke ", "#u1"),
        ("zorginkoop", "#u2"),
    ]
    assert marks[1].attributes["data-h"] == "2 1"
    assert marks[1].attributes["data-k"] == "R M"


# --- what must stay out ---


@pytest.mark.parametrize("nasty", NASTY)
def test_text_from_outside_stays_text_everywhere(nasty: str) -> None:
    markup = f"# {nasty}\n\nDe klant komt.".replace("{{ 7 * 7 }}", "7 maal 7")
    scan = scan_of(markup, name=nasty, title=nasty, warnings=(Notice(nasty),))
    hit = replace(
        scan_of("De {M3-001:klant} komt.").passages[0].hits[0],
        span=scan.passages[0].passage.span,
        parts=(scan.passages[0].passage.span,),
    )
    passage = builders.passage_score(scan.passages[0].passage, 3, (hit,))
    note = entry("M3-001", nasty, nasty, note=nasty, source=nasty, instead=nasty, only_if=nasty)
    full = replace(
        builders.with_passages(scan.document, [passage], [note]), warnings=scan.warnings
    )
    axis = replace(full.axes[0], title=nasty, definition=nasty, code=nasty)
    page = page_of(replace(full, axes=(axis, *full.axes[1:])))
    assert [node.id for node in page.css("script")] == ["scan", None]
    assert not page.css("img")
    assert nasty.strip() in text_of(page, "#e1")
    title = page.css_first("title")
    assert title is not None
    assert nasty in title.text()


@pytest.mark.parametrize("value", ["red;}body{display:none", "#12345", "url(//x)", "</style>", ""])
def test_a_colour_of_a_lexicon_cannot_bring_style_rules(value: str) -> None:
    axis = replace(builders.axes()[0], colour=value, colour_dark=value, pattern=value)
    style = axis_style((axis,))
    assert value not in style or not value
    assert ".a0{--c:var(--a0,var(--ink));--u:solid}" in style


@given(scan=scans())
@example(scan=scan_of(MARKUP))
@settings(max_examples=20, deadline=None)
def test_the_page_is_closed_to_all_but_its_own_style_and_script(scan: Scan) -> None:
    html = render_html(scan, "nl")
    page = LexborHTMLParser(html)
    meta = page.css_first('meta[http-equiv="Content-Security-Policy"]')
    assert meta is not None
    policy = str(meta.attributes["content"])
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not page.css(
        "[style], [onclick], [onload], [onerror], [src], link, iframe, object, form"
    )


def test_the_page_makes_no_request_and_holds_no_date(scan: Scan) -> None:
    html = render_html(scan, "nl")
    assert "http" not in html.replace("http-equiv", "")
    assert "url(" not in html
    assert "@import" not in html


# --- who listens, or uses keys ---


@given(scan=scans())
@settings(max_examples=30, deadline=None)
def test_headings_never_skip_a_level(scan: Scan) -> None:
    page = page_of(scan)
    levels = [int(str(node.tag)[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_has_landmarks_names_and_languages(scan: Scan) -> None:
    page = page_of(replace(scan, document=replace(scan.document, language="fy")), "en")
    html = page.css_first("html")
    text = page.css_first(".text")
    assert html is not None
    assert text is not None
    assert html.attributes["lang"] == "en"
    assert text.attributes["lang"] == "fy"
    for tag in ("header", "main", "nav", "footer"):
        assert len(page.css(tag)) == 1
    ids = {node.attributes["id"] for node in page.css("[id]")}
    assert all(node.attributes["aria-labelledby"] in ids for node in page.css("section"))
    for table in page.css("main table"):
        assert table.css("caption") or table.attributes["aria-labelledby"] in ids
        assert table.css("thead th[scope=col]")


def test_nothing_is_hidden_that_only_the_script_could_show(scan: Scan) -> None:
    hidden = page_of(scan).css("[hidden]")
    # tools of the script itself; every word of the report is there without it
    assert {str(node.attributes["class"]) for node in hidden} <= {
        *("tools", "copy"),
        *("save", "copy-marks", "drop", "mark-form"),
    }


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_text_has_enough_contrast_in_light_and_dark(scan: Scan) -> None:
    html = render_html(scan, "nl")
    light, dark = (
        dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", block))
        for block in re.findall(r":root \{[^}]*--paper[^}]*\}", html)
    )
    for colours in (light, dark):
        for ink in ("ink", "soft", "link"):
            for paper in ("paper", "card"):
                assert contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper)
        assert contrast(colours["grey"], colours["paper"]) >= 3


def test_cells_with_columns_make_a_table_and_others_a_row_in_reading_order() -> None:
    markup = "\n\n".join(f"| {word}" for word in ("Dorp", "Uren", "Deel", "24", "Vlot", "16"))
    scan = scan_of(markup)
    page = page_of(scan)
    assert not page.css(".text td")
    assert len(page.css(".text .cells p")) == 6
    columns = (1, 2, 1, 2, 1, 2)
    blocks = tuple(
        replace(block, level=column)
        for block, column in zip(scan.document.blocks, columns, strict=True)
    )
    known = page_of(replace(scan, document=replace(scan.document, blocks=blocks)))
    rows = [[cell.text() for cell in row.css("td")] for row in known.css(".text tr")]
    assert rows == [["Dorp", "Uren"], ["Deel", "24"], ["Vlot", "16"]]


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        # the first column apart, then an empty place before, between and after
        ((1, 1, 2, 3), [["a", "--"], ["b", "c", "d"]]),
        ((1, 2, 3, 3), [["a", "b", "c\nd"]]),
        ((1, 3, 2, 3), [["a", "-", "b"], ["-", "c", "d"]]),
        ((1, 2, 2, 1), [["a", "b\nc"], ["d", "-"]]),
        # a column that is empty from top to bottom is not drawn
        ((1, 900, 1, 900), [["a", "b"], ["c", "d"]]),
        ((5, 5, 5, 5), [["a"], ["b"], ["c"], ["d"]]),
    ],
)
def test_rows_of_a_table_follow_from_the_columns(
    columns: tuple[int, ...], rows: list[list[str]]
) -> None:
    scan = scan_of("| a\n\n| b\n\n| c\n\n| d")
    blocks = tuple(
        replace(block, level=column)
        for block, column in zip(scan.document.blocks, columns, strict=True)
    )
    page = page_of(replace(scan, document=replace(scan.document, blocks=blocks)))
    shown = [
        [
            cell.text(separator="\n", strip=True) or "-" * int(cell.attributes.get("colspan") or 1)
            for cell in row.css("td")
        ]
        for row in page.css(".text tr")
    ]
    assert shown == rows


@pytest.mark.parametrize(("language", "marked"), [("en", "nl"), ("nl", None)])
def test_words_of_a_lexicon_keep_their_language_on_a_page_in_another(
    scan: Scan, language: str, marked: str | None
) -> None:
    page = page_of(scan, language)
    for selector in ("dl.axes", "#facets tbody th", "#entries h3"):
        assert page.css(selector)[0].attributes.get("lang") == marked, selector
