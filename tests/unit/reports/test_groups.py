"""A comparison of groups is shown whole, as page, JSON and lines, and ranks nobody."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from taalscan.messages import LANGUAGES, catalogue
from taalscan.model import Failure, LexiconVersion, ModelVersion, Provenance
from taalscan.model.groups import GroupComparison, GroupConclusion, GroupFigure, GroupSize
from taalscan.reports import groups_json, groups_text, render_groups
from taalscan.reports.group_words import figure_words, value_words
from taalscan.reports.html.strip import StripGroup, StripValue, strip, strip_ticks
from taalscan.reports.voice import voice
from taalscan.resources import shipped
from taalscan.scoring.groups import compare_groups, group_of
from tests.builders import axes
from tests.group_members import INDEX, comparison, group, member
from tests.unit.reports.strategies import NASTY
from tests.unit.reports.test_docs import PAGE, keys
from tests.unit.reports.test_voice import SOURCES

SCHEMA = json.loads(shipped("reports", "schema", "groups-1.json").read_text(encoding="utf-8"))
BROKEN = Failure("scan.pdf", "no-text-layer")
MADE_WITH = Provenance(
    "1.0", ModelVersion("nl", "1", "ab"), (LexiconVersion("beleid-test", "0.1", "cd"),)
)


def few() -> GroupComparison:
    return compare_groups(group("a", range(4)), group("b", range(9)), axes(), INDEX)


def page_of(found: GroupComparison, language: str = "nl") -> LexborHTMLParser:
    return LexborHTMLParser(render_groups(found, language))


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


# --- words ---


def words_of(found: GroupComparison, axis: str, kind: GroupFigure = GroupFigure.DENSITY) -> str:
    (own,) = [one for one in found.figures if one.axis == axis and one.figure is kind]
    words = figure_words(own, voice("nl"))
    return f"{words.conclusion} {words.chance}"


def test_a_difference_is_told_in_a_hundred_cases() -> None:
    assert words_of(comparison(), "marktgericht") == (
        "Dit cijfer ligt in groep A meestal hoger dan in groep B. Neem een willekeurig document "
        "uit A en een uit B. In 85 van de 100 gevallen heeft dat uit A het hoogste cijfer "
        "(waarschijnlijk tussen 68 en 93). Gelijke cijfers tellen daarbij voor de helft."
    )


def test_the_group_that_is_mostly_higher_is_the_one_that_is_named() -> None:
    found = comparison()
    turned = compare_groups(found.second, found.first, axes(), INDEX)
    assert "In 85 van de 100 gevallen heeft dat uit B" in words_of(turned, "marktgericht")
    assert "(waarschijnlijk tussen 68 en 93)" in words_of(turned, "marktgericht")


def test_groups_that_are_even_are_told_to_be() -> None:
    said = words_of(comparison(), "relationeel")
    assert said.startswith("Er is geen verschil aangetoond. ")
    assert said.endswith("Alle documenten hebben hetzelfde cijfer.")
    even = compare_groups(group("a", range(0, 12, 2)), group("b", range(1, 11, 2)), axes())
    assert "even vaak het hoogste cijfer" in words_of(even, "marktgericht")


def test_equal_figures_are_told_to_count_for_half() -> None:
    """Not half of the cases have a highest figure, where many figures are equal."""
    found = compare_groups(group("a", (1, 1, 2, 3, 4, 5)), group("b", (1, 1, 1, 1, 2)), axes())
    ties = "Gelijke cijfers tellen daarbij voor de helft."
    assert words_of(found, "marktgericht").endswith(ties)
    apart = compare_groups(group("a", range(10, 16)), group("b", range(6)), axes())
    assert ties not in words_of(apart, "marktgericht")


def test_documents_with_one_figure_have_no_highest() -> None:
    found = compare_groups(group("a", [0] * 8), group("b", [0] * 5), axes())
    assert words_of(found, "marktgericht") == (
        "Er is geen verschil aangetoond. Alle documenten hebben hetzelfde cijfer."
    )


def test_a_conclusion_of_few_documents_carries_its_label() -> None:
    found = compare_groups(group("a", range(30, 37)), group("b", range(7)), axes())
    assert "hoger dan in groep B (indicatief). Neem" in words_of(found, "marktgericht")
    assert words_of(few(), "marktgericht") == "Er zijn te weinig documenten om iets te besluiten. "


def test_figures_are_written_as_their_kind_is() -> None:
    dutch = voice("nl")
    assert value_words(GroupFigure.DENSITY, 12.34, dutch) == "12,3"
    assert value_words(GroupFigure.EXPECTED_SHARE, 0.25, dutch) == "25\N{NO-BREAK SPACE}%"
    assert value_words(GroupFigure.BALANCE, 0.5, dutch) == "+0,50"
    assert value_words(GroupFigure.BALANCE, -0.001, dutch) == "0,00"
    assert value_words(GroupFigure.BALANCE, None, dutch) == "–"
    own = figure_words(comparison().figures[2], dutch)
    assert own.effect is not None
    assert own.effect.shift == ("+18 procentpunt", "+10 tot +26")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_that_is_said_exists_and_no_other(language: str) -> None:
    area = catalogue(language).area("groups")
    files = [*SOURCES.rglob("*.py"), *SOURCES.rglob("*.jinja")]
    sources = "".join(file.read_text(encoding="utf-8") for file in files)
    said = set(re.findall(r'["\']groups\.([a-z_-]+)["\']', sources)) - {"css"}
    amounts = {"documents", "left-out", "copies", "failures"}
    said = (said - amounts) | {f"{own}-{form}" for own in amounts for form in ("one", "many")}
    said |= {f"size-{own}" for own in GroupSize} | {f"figure-{own}" for own in GroupFigure}
    said |= {f"conclusion-{own}" for own in GroupConclusion}
    said |= {f"chance-{own}" for own in ("first", "second", "even", "ties", "equal")}
    warnings = ("genre-differs", "genre-unknown", "length-differs", "in-both")
    said |= {f"warning-{own}" for own in warnings} | {"no-comparison"}
    assert said == set(area)


def test_the_terminal_gets_groups_warnings_and_a_line_a_figure() -> None:
    lines = list(groups_text(comparison([BROKEN]), "nl"))
    assert lines[0] == (
        "Groep A: inkoop, 20 documenten vergeleken, 1 document te kort voor cijfers, "
        "1 dubbel document, 1 document niet gelukt."
    )
    assert lines[3].startswith("De groepen bestaan uit andere soorten documenten.")
    assert len([line for line in lines if "willekeurig document" in line]) == 3
    assert len([line for line in lines if "Alle documenten hebben" in line]) == 6
    assert not any("willekeurig" in line for line in groups_text(few(), "nl"))


# --- JSON ---


@pytest.mark.parametrize(
    "found",
    [
        comparison([BROKEN]),
        replace(comparison(), provenance=MADE_WITH),
        few(),
        compare_groups(group_of("a", []), group_of("b", [], [BROKEN]), ()),
    ],
    ids=["whole", "provenance", "few", "empty"],
)
def test_the_json_holds_to_its_schema(found: GroupComparison) -> None:
    for language in LANGUAGES:
        data = groups_json(found, language)
        assert data == groups_json(found, language)
        jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(data))


def test_the_json_holds_the_figures_that_effects_follow_from() -> None:
    record = json.loads(groups_json(comparison([BROKEN]), "nl"))
    first = record["comparisons"][0]
    assert (first["axis"], first["figure"], first["documents"]) == (
        "marktgericht",
        "density",
        [20, 20],
    )
    market = [
        [own["figures"]["marktgericht"]["density"] for own in one["documents"]]
        for one in record["groups"]
    ]
    pairs = [(a > b) + (a == b) / 2 for a in market[0] for b in market[1]]
    assert first["auc"]["value"] == pytest.approx(sum(pairs) / len(pairs))
    assert first["cliffs_delta"]["value"] == pytest.approx(2 * first["auc"]["value"] - 1)
    assert record["groups"][0]["failures"][0]["text"].startswith("Dit document bestaat uit")


def test_every_key_and_value_of_the_schema_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    known = set(keys(SCHEMA))
    assert len(known) > 35
    assert [key for key in sorted(known) if f"`{key}`" not in page] == []
    values = {own for found in _enums(SCHEMA) for own in found}
    assert [own for own in sorted(values) if f"`{own}`" not in page] == []


def _enums(schema: object) -> Iterator[list[str]]:
    if isinstance(schema, dict):
        yield from [schema["enum"]] if isinstance(schema.get("enum"), list) else []
        for inner in schema.values():
            yield from _enums(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _enums(inner)


# --- page ---


def test_every_document_is_a_dot_that_leads_to_its_report_and_a_row() -> None:
    page = page_of(comparison())
    drawings = page.css(".strip-plot")
    assert len(drawings) == 2 * len(axes()) + 1
    for drawing in drawings:
        assert len(drawing.css("circle")) == len(drawing.css("path")) == 20
        links = [node.attributes["href"] for node in drawing.css("a")]
        assert links.count("a/inkoop-03.html") == 1
    assert [len(table.css("tbody tr")) for table in page.css("table.members")] == [20, 20]
    assert page.css_matches('table.members a[href="a/brieven-00.html"]')


def test_groups_are_told_apart_without_colour() -> None:
    page = page_of(comparison())
    for drawing in page.css(".strip-plot"):
        assert [node.text() for node in drawing.css(".group")] == ["A", "B"]
        told = drawing.css_first("title")
        assert told is not None
        assert "A: mediaan" in told.text()
        assert "B: mediaan" in told.text()


def test_the_page_says_what_it_is_not_and_sorts_nothing() -> None:
    page = page_of(comparison())
    assert "geen rangorde van gemeenten of mensen" in texts(page, ".is-not")[0]
    assert page.css(".sortable") == []


def test_what_else_may_explain_a_difference_stands_before_it() -> None:
    page = page_of(comparison())
    warned = texts(page, ".warnings li")
    assert len(warned) == 2
    assert "Inkoopdocument (20 van de 20)" in warned[0]
    html = render_groups(comparison(), "nl")
    assert html.index('class="warnings"') < html.index("<table")


def test_documents_that_are_not_compared_are_listed_with_the_reason() -> None:
    page = page_of(comparison([BROKEN]))
    entries = texts(page, "[aria-labelledby=others-title] li")
    assert entries[:2] == ["kort (4 passages)", "inkoop-00 (60 passages)"]
    assert entries[2].startswith("scan.pdf: Dit document bestaat uit plaatjes")
    assert page_of(few()).css("#others-title") == []


def test_with_too_few_documents_there_are_no_effects_anywhere() -> None:
    page = page_of(few())
    assert page.css("table.short, table.all") == []
    assert texts(page, ".effects td .value") == []
    assert len(page.css(".strip-plot circle")) == 9 * 4


def test_ids_are_unique_labels_lead_somewhere_and_every_column_has_a_head() -> None:
    page = page_of(replace(comparison([BROKEN]), provenance=MADE_WITH))
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {node.attributes["aria-labelledby"] for node in page.css("[aria-labelledby]")} <= set(
        ids
    )
    for table in page.css("table"):
        heads = len(table.css("thead th"))
        assert {len(row.css("th, td")) for row in table.css("tbody tr")} == {heads}
    assert "beleid-test 0.1" in texts(page, "section .aside")[-1]


def test_without_any_scan_the_page_still_tells_what_failed() -> None:
    page = page_of(compare_groups(group_of("a", []), group_of("b", [], [BROKEN]), ()))
    assert len(texts(page, "[aria-labelledby=others-title] li")) == 1


@pytest.mark.parametrize("nasty", NASTY)
def test_a_name_is_text_and_nothing_else(nasty: str) -> None:
    bad = replace(member(nasty, (1.0,) * 4), title=nasty, href=f"a/{nasty}.html")
    first = group_of(nasty, [bad, *group("a", range(6)).members], [Failure(nasty, "damaged")])
    html = render_groups(compare_groups(first, group(nasty, range(6)), axes()), "nl")
    page = LexborHTMLParser(html)
    assert len(page.css("script")) == 1
    assert page.css("img, b") == []
    assert "49" not in [text for text in texts(page, "th, dt") if "7" in text]
    cell = page.css_first("table.members tbody th a")
    assert cell is not None
    assert cell.text() == nasty
    assert all(
        re.fullmatch(r"(a/[^<>\"{}: ]+|#main)", node.attributes["href"] or "")
        for node in page.css("a")
    )


def test_a_page_in_english_has_no_dutch_words() -> None:
    html = render_groups(comparison([BROKEN]), "en")
    assert "In 85 of 100 cases" in html
    assert not re.search(r"\b(groep|document(en)?|verschil|niet|woorden)\b", _plain(html))


def _plain(html: str) -> str:
    page = LexborHTMLParser(html)
    for node in page.css("style, script, dl.axes, .compared > .aside"):
        node.decompose()
    body = page.body
    assert body is not None
    return body.text().replace("document", "").replace("Document", "")


# --- strip ---


def test_a_scale_holds_its_values_and_is_even_round_zero() -> None:
    assert strip_ticks([3.0, 17.2]) == (0.0, 5.0, 10.0, 15.0, 20.0)
    assert strip_ticks([0.0, 0.0]) == strip_ticks([]) == (0.0, 1.0)
    ticks = strip_ticks([-2.6, 0.3])
    assert ticks[0] == -ticks[-1] == -3.0


@given(values=st.lists(st.floats(0, 1), min_size=1))
def test_a_scale_of_shares_does_not_pass_the_whole(values: list[float]) -> None:
    ticks = strip_ticks(values)
    assert max(values) <= ticks[-1] + 1e-9
    assert ticks[-1] <= 1.0


@given(
    values=st.lists(st.floats(0, 20), max_size=40),
    data=st.data(),
)
def test_dots_stay_in_their_row_at_their_value_in_any_order(
    values: list[float], data: st.DataObject
) -> None:
    own = [StripValue(value, "", str(number)) for number, value in enumerate(values)]
    shuffled = data.draw(st.permutations(own))
    drawn, again = (
        strip("", "", [StripGroup("A", None, tuple(one))], [(0.0, "0"), (20.0, "20")])
        for one in (own, shuffled)
    )
    assert drawn == again
    (row,) = drawn.rows
    assert len(row.dots) == len(values)
    assert all(row.top <= dot.y <= row.bottom for dot in row.dots)
    assert all(drawn.left <= dot.x <= drawn.right for dot in row.dots)


def test_a_few_equal_documents_do_not_hide_each_other() -> None:
    own = tuple(StripValue(5.0, "", str(number)) for number in range(5))
    (row,) = strip("", "", [StripGroup("A", 5.0, own)], [(0.0, "0"), (10.0, "10")]).rows
    heights = sorted(dot.y for dot in row.dots)
    assert min(b - a for a, b in pairwise(heights)) >= 8


def test_a_number_next_to_nothing_has_the_scale_of_nothing() -> None:
    assert strip_ticks([5e-324]) == strip_ticks([0.0])
