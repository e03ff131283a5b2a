"""A comparison of two versions is shown whole: text, JSON by its schema, and a page."""

import json
from collections.abc import Sequence
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from taalscan.model import Interval, Scan
from taalscan.model.comparison import Comparison
from taalscan.reports import comparison_json, comparison_text, render_comparison
from taalscan.reports.comparison_words import Scale, count_words
from taalscan.reports.html.versions import place_of, shortened
from taalscan.reports.voice import voice
from taalscan.resources import shipped
from taalscan.scoring.comparison import compare_scans
from tests.builders import scan_of
from tests.unit.reports.strategies import scans
from tests.versions import (
    balanced,
    classified,
    document,
    paragraph,
    regrouped,
    scan_with,
    word,
)

SCHEMA = json.loads(shipped("reports", "schema", "compare-1.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
CUSTOMER = "{M3-001:klant}"


def comparison() -> Comparison:
    """Return a comparison in which everything happens: all kinds, a swap, a heading, a balance."""
    old = "# Begin\n\n" + document([*range(58), 80, 81], {0: CUSTOMER})
    changed = document([80, *range(1, 57), 90], {5: "{R1-001:buren}"}).replace(
        word(5 * 18), "geheel anders"
    )
    swapped = paragraph(0, "inwoner")
    moved = paragraph(81).replace(word(81 * 18 + 1), "elders")
    new = f"# Een ander begin\n\n{moved}\n\n{swapped}\n\n{changed}"
    scans = (scan_with(old, "oud.docx"), scan_with(new, "nieuw.pdf"))
    both = [classified(own, {"marktgericht": [0.6] * len(own.passages)}) for own in scans]
    first, second = (balanced(own) for own in both)
    return compare_scans(first, second)


def page_of(found: Comparison, language: str = "nl") -> LexborHTMLParser:
    return LexborHTMLParser(render_comparison(found, language))


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


# --- JSON ---


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_json_holds_to_its_schema(language: str) -> None:
    record = json.loads(comparison_json(comparison(), language))
    VALIDATOR.validate(record)
    assert {unit["kind"] for unit in record["units"]} == {
        "unchanged",
        "changed",
        "moved",
        "moved-changed",
        "removed",
        "new",
    }
    assert record["balance"]["index"] == "richting"


def test_the_json_of_short_versions_holds_to_its_schema() -> None:
    found = compare_scans(scan_of(paragraph(1)), scan_of(paragraph(2)))
    record = json.loads(comparison_json(found, "nl"))
    VALIDATOR.validate(record)
    assert (record["axes"], record["balance"]) == ({}, None)


@settings(max_examples=30, deadline=None)
@given(scans(), scans())
def test_any_two_scans_can_be_shown(old: Scan, new: Scan) -> None:
    """Whatever is in the scans, the JSON is valid and the page well formed."""
    new = replace(new, provenance=old.provenance)
    found = compare_scans(old, new)
    VALIDATOR.validate(json.loads(comparison_json(found, "en")))
    page = render_comparison(found, "nl")
    assert "<script>alert" not in page
    assert "<img" not in page
    comparison_text(found, "nl")


def test_the_effects_of_the_units_are_the_whole_difference() -> None:
    record = json.loads(comparison_json(comparison(), "nl"))
    for axis, figures in record["axes"].items():
        for name in ("density", "weighted_density", "share"):
            figure = figures[name]
            parts = sum(unit["effects"][axis][name] for unit in record["units"])
            assert parts == pytest.approx(figure["change"]["value"])
            assert sum(figure["effects"].values()) == pytest.approx(figure["change"]["value"])


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert comparison_json(comparison(), "nl") == comparison_json(comparison(), "nl")
    assert render_comparison(comparison(), "nl") == render_comparison(comparison(), "nl")


# --- the page ---


def test_the_page_is_well_formed() -> None:
    """Every element is closed and every attribute quoted: an XML parser reads it too."""
    page = render_comparison(comparison(), "nl")
    body = page[page.index("<body>") : page.index("<script>")] + "</body>"
    root = etree.fromstring(body.replace("<br>", "<br/>").encode())
    assert root.tag == "body"
    identities = [own.get("id") for own in root.iter() if own.get("id")]
    assert len(identities) == len(set(identities))


def test_every_link_leads_to_its_place() -> None:
    page = page_of(comparison())
    targets = {node.attributes["id"] for node in page.css("[id]")}
    links = [node.attributes["href"] or "" for node in page.css("a[href]")]
    assert {link.removeprefix("#") for link in links} <= targets
    assert [link for link in links if link.startswith("#u")]


def test_changed_words_are_marked_in_both_versions() -> None:
    page = page_of(comparison())
    assert word(5 * 18) in texts(page, "del")
    assert any("geheel anders" in text for text in texts(page, "ins"))


def test_text_that_stayed_is_shown_once() -> None:
    page = page_of(comparison())
    assert sum(paragraph(7) in text for text in texts(page, "article p")) == 1


def test_hits_carry_the_letter_of_their_axis() -> None:
    marks = page_of(comparison()).css("article .h")
    assert {"M", "R"} <= {node.attributes.get("data-k") for node in marks}


def test_a_swapped_word_is_told_with_its_passage() -> None:
    went, came = texts(page_of(comparison()), ".swaps li")
    assert "‘klant’ werd ‘inwoner’." in went
    assert "Woord vervangen, kader gelijk gebleven" in went
    assert "van 60" in went
    assert "(passage 1)" in went
    assert "‘buren’ kwam erbij." in came


def test_only_a_certain_difference_is_called_one() -> None:
    conclusions = texts(page_of(comparison()), ".conclusion")
    assert set(conclusions) == {"geen aantoonbaar verschil", "in beide versies niet gevonden"}
    words = dict.fromkeys(range(0, 40, 2), CUSTOMER)
    old, new = scan_with(document(range(40), words), "a"), scan_with(document(range(40)), "b")
    assert "minder" in texts(page_of(compare_scans(old, new)), ".certain")


SAME = "Er is geen woord veranderd. De twee versies hebben dezelfde woorden in dezelfde volgorde."
SAME_RUNNING = "In de lopende tekst die is vergeleken, is geen woord veranderd."


def told_first(found: Comparison) -> list[str]:
    """Return the first sentence of the page, which the terminal tells too."""
    lead = texts(page_of(found), ".lead")
    assert comparison_text(found, "nl")[1] == lead[0].removesuffix(".") or lead == [
        comparison_text(found, "nl")[1]
    ]
    return lead


def test_a_text_that_only_got_shorter_is_told_to_be_so() -> None:
    """The density rises where neutral text goes; no word of the axis was added."""
    words = dict.fromkeys(range(60), f"{CUSTOMER} en {CUSTOMER}")
    old = scan_with(document(range(60), words), "a.docx")
    short = [paragraph(number, words[number])[:-40] + "." for number in range(60)]
    new = scan_with("\n\n".join(short), "b.docx")
    said = "Er staan evenveel gevonden woorden; de tekst is {} geworden."
    for found, more, how in (
        (compare_scans(old, new), "meer", "korter"),
        (compare_scans(new, old), "minder", "langer"),
    ):
        first = texts(page_of(found), "table.versions tbody tr")[0]
        assert "(120)" in first
        assert f"{more} {said.format(how)}" in first
        lines = comparison_text(found, "nl")
        assert any(said.format(how) in line for line in lines)
        assert any("(120)" in line for line in lines)
        record = json.loads(comparison_json(found, "nl"))
        assert record["axes"]["marktgericht"]["hits"] == {"old": 120, "new": 120}
        assert said.format(how) not in texts(page_of(found), "table.versions")[1]


def test_an_axis_that_neither_version_has_is_told_to_be_absent() -> None:
    old, new = (scan_with(document(range(first, 25 + first)), "a") for first in (0, 5))
    rows = texts(page_of(compare_scans(old, new)), "table.versions tbody tr")
    assert all("in beide versies niet gevonden" in row for row in rows[:4])
    assert not any("in beide versies niet gevonden" in row for row in rows[4:])


@pytest.mark.parametrize(
    ("interval", "part", "expected"),
    [
        (Interval(0.06, 0.02, 0.1), False, ("+0,06", "+0,02 tot +0,10")),
        (Interval(0.0562, 0.004, 0.1), False, ("+0,056", "+0,004 tot +0,100")),
        (Interval(-1.0, -2.0, -0.04), False, ("-1,00", "-2,00 tot -0,04")),
        (Interval(0.0004, 0.0002, 0.02), True, ("+0,04", "+0,02 tot +2,00")),
        (Interval(0.0, 0.0, 0.0), False, ("0,0", "0,0 tot 0,0")),
        (Interval(2.0, 0.0, 3.04), False, ("+2,0", "0,0 tot +3,0")),
    ],
)
def test_a_bound_beside_nothing_is_not_written_as_nothing(
    interval: Interval, *, part: bool, expected: tuple[str, str]
) -> None:
    assert Scale(voice("nl"), part=part).change(interval) == expected


def test_a_word_that_went_where_the_model_saw_nothing_has_no_frame_that_stayed() -> None:
    swapped = document(range(25)).replace(paragraph(0), paragraph(0, "inwoner"))
    scans = (scan_with(document(range(25), {0: CUSTOMER}), "a"), scan_with(swapped, "b"))
    said = {}
    for chance in (0.4, 0.9):
        old, new = (classified(own, {"marktgericht": [chance] * 25}) for own in scans)
        found = compare_scans(old, new)
        said[chance] = texts(page_of(found), ".swaps li")[0]
        seen = [own["seen"] for own in json.loads(comparison_json(found, "nl"))["swaps"]]
        assert seen == [chance == 0.9]
    assert "Het model zag hier eerst geen marktgericht en nu ook niet" in said[0.4]
    assert "kader gelijk gebleven" in said[0.9]


def test_versions_with_the_same_words_are_said_to_be_the_same() -> None:
    scan = scan_with(document(range(25)), "nota.docx")
    found = compare_scans(scan, scan)
    assert told_first(found) == [SAME]
    assert page_of(found).css("del, ins") == []


@pytest.mark.parametrize(
    ("old", "new", "lead", "notice"),
    [
        (
            f"# Over zorg\n\n{document(range(25))}",
            f"# Over wonen\n\n{document(range(25))}",
            f"{SAME_RUNNING} 25 passages gelijk gebleven.",
            "Aantal koppen dat anders is: 1.",
        ),
        (
            f"{document(range(25))}\n\n| Aantal klanten 120",
            f"{document(range(25))}\n\n| Aantal inwoners 9",
            f"{SAME_RUNNING} 25 passages gelijk gebleven.",
            "de oude versie 2 woorden die niet in de nieuwe staan",
        ),
        (
            document(range(25)),
            document([*range(5, 25), *range(5)]),
            f"{SAME_RUNNING} 20 passages gelijk gebleven, 5 verplaatst.",
            "",
        ),
        (
            paragraph(3),
            "| " + paragraph(3),
            "Er is geen lopende tekst die in beide versies te vergelijken is.",
            "1 passages van de oude versie",
        ),
    ],
)
def test_no_more_is_called_the_same_than_is(old: str, new: str, lead: str, notice: str) -> None:
    found = compare_scans(scan_with(old, "a.docx"), scan_with(new, "b.docx"))
    assert told_first(found) == [lead]
    assert any(notice in text for text in [*texts(page_of(found), ".warnings li"), ""])
    assert any(notice in line for line in comparison_text(found, "nl"))


def test_passages_are_counted_as_the_old_version_parts_them() -> None:
    """A passage that the new version parts in two stayed one passage of the old one."""
    old = scan_with(document(range(26)), "a.docx")
    new = regrouped(scan_with(document(range(26)), "b.pdf"), [2] * 13)
    for found, number in ((compare_scans(old, new), 26), (compare_scans(new, old), 13)):
        assert f"{number} passages" in " ".join(count_words(found, voice("nl")))
        assert json.loads(comparison_json(found, "nl"))["counts"]["unchanged"] == number


def test_without_figures_the_texts_are_still_there() -> None:
    found = compare_scans(scan_of(paragraph(1)), scan_of(paragraph(2)))
    page = page_of(found, "en")
    assert page.css("table") == []
    assert any("too short" in text for text in texts(page, ".warnings li"))
    assert [node.attributes["class"] for node in page.css("article")] == [
        "unit removed",
        "unit new",
    ]


def test_what_a_document_holds_is_text() -> None:
    hostile = "<script>alert(1)</script> <b onclick='x'>{{ 7 * 7 }}</b> \x1b[2J"
    old = scan_with(f"# {hostile}\n\n{hostile} {paragraph(1)}", f"{hostile}.docx")
    new = scan_with(f"# anders\n\n{paragraph(1)} {hostile}", "b.docx")
    page = render_comparison(compare_scans(old, new), "nl")
    assert "<script>alert" not in page
    assert "<b onclick" not in page
    assert "{{ 7 * 7 }}" in page


def test_the_page_asks_for_nothing_and_runs_only_its_own() -> None:
    page = page_of(comparison())
    policy = page.css("meta[http-equiv]")[0].attributes["content"] or ""
    assert policy.startswith("default-src 'none'")
    assert page.css("[style], [onclick], img, link, iframe") == []


# --- the terminal ---


def test_the_text_holds_the_figures_and_what_they_allow() -> None:
    lines = comparison_text(comparison(), "nl")
    assert lines[0] == "oud.docx en nieuw.pdf"
    assert any(line.startswith("marktgericht") for line in lines)
    assert any("zonder woordruil" in line for line in lines)
    assert any(line.startswith("Balans tussen Relationeel en Marktgericht") for line in lines)
    assert lines[-1] == voice("nl").say("promise")


# --- small parts ---


@pytest.mark.parametrize(
    ("passages", "expected"),
    [((0,), "passage 1"), ((0, 1, 2), "passage 1–3"), ((0, 2), "passage 1, 3")],
)
def test_places_are_short(passages: Sequence[int], expected: str) -> None:
    scan = scan_of(document(range(3)))
    assert place_of(scan, passages, voice("nl")) == expected


def test_a_short_text_is_left_as_it_is() -> None:
    assert shortened("Een korte zin.", 40) == "Een korte zin."
