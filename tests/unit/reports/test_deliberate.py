"""What an author calls deliberate is told first, listed and counted, and changes no figure."""

import csv
import io
import json
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from taalscan.model import Deliberate, Scan
from taalscan.reports import from_json, render_html, row_of, scores_csv, to_json
from taalscan.reports.deliberate import explained
from tests.builders import axes, entry, scan_of

KLANT = entry("M3-001", "klant", "Wie is deze mens?", instead="inwoner", only_if="dat klopt")
MARKUP = """
De {M3-001:klant} belt.

Wij {R3-001:vertrouwen} de {M3-001:klant} in het dorpshuis.

Hier staat niets.
"""
MARKET = Deliberate(
    "De klant belt.",
    "De wet zegt <klant>.",
    "marktgericht",
    "team Inkoop",
    passages=("p0001",),
    file="n",
)
WIDE = Deliberate("Hier staat niets.", "Zo is het.", passages=("p0003",), file="n")
GONE = Deliberate("De klant schrijft.", "Ooit.", "relationeel", near="p0001", file="n")
STRANGE = Deliberate("Wij vertrouwen", "Omdat.", "martkgericht", passages=("p0002",), file="n")


def scan_with(*marks: Deliberate) -> Scan:
    return replace(scan_of(MARKUP, entries=[KLANT], name="map/nota.docx"), deliberate=marks)


def page_of(*marks: Deliberate) -> LexborHTMLParser:
    return LexborHTMLParser(render_html(scan_with(*marks), "nl"))


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in page.css(selector)]


# --- counting ---


def test_passages_with_an_axis_are_counted_and_those_with_a_reason_for_it() -> None:
    told = explained(scan_with(MARKET, WIDE))
    assert (told.labelled, told.explained) == (2, 1)
    assert told.by_axis == {"marktgericht": (2, 1)}


def test_a_reason_for_another_axis_explains_nothing() -> None:
    assert explained(scan_with(replace(MARKET, axis="relationeel"), STRANGE)).explained == 0


def test_a_reason_for_all_axes_explains_each() -> None:
    told = explained(scan_with(replace(WIDE, passages=("p0002",))))
    assert told.by_axis == {"marktgericht": (2, 1), "relationeel": (1, 1)}


def test_the_table_of_scores_counts_them_in_its_last_column() -> None:
    rows = [row_of(scan_with(MARKET), None), row_of(scan_with(), None)]
    data = scores_csv(rows, axes()).decode("utf-8-sig")
    read = list(csv.DictReader(io.StringIO(data, newline=""), delimiter=";"))
    assert list(read[0])[-1] == "deliberate_passages"
    assert [row["deliberate_passages"] for row in read] == ["1", "0"]


# --- the page ---


def test_a_note_first_tells_the_reason_and_who_gives_it() -> None:
    note = page_of(MARKET).css_first("#n1")
    assert note is not None
    (reason,) = note.css(".reason")
    assert (
        " ".join(reason.text().split()) == "Bewust zo M De wet zegt <klant>. (volgens team Inkoop)"
    )
    order = [own.attributes.get("class") or own.tag for own in note.iter()]
    assert order.index("reason") < order.index("ol")
    assert "Bewust zo" in texts(page_of(MARKET), "#n1 summary")[0]


def test_the_question_steps_back_on_that_axis_only() -> None:
    marked = replace(MARKET, passages=("p0002",))
    links = texts(page_of(marked), "#n2 li a")
    assert links == ["Vraag en andere woorden", "Toch vraag en andere woorden"]


def test_a_passage_in_which_nothing_was_found_has_its_reason_too() -> None:
    page = page_of(WIDE)
    assert texts(page, "#n3 .reason") == ["Bewust zo (alle assen) Zo is het."]
    assert page_of(MARKET).css_first("#n3") is None


def test_the_text_has_a_label_in_words_where_the_passage_ends() -> None:
    page = page_of(MARKET)
    (label,) = page.css(".text .tag[href]")
    assert (label.text(), label.attributes["href"]) == ("Bewust zo", "#n1")
    assert texts(page, "#p1") == ["De klant belt. Bewust zo"]


def test_a_quotation_shows_the_reason_for_its_axis_only() -> None:
    page = page_of(MARKET, replace(GONE, passages=("p0002",), near=None))
    quotes = {
        " ".join(own.css("blockquote")[0].text().split()): len(own.css(".reason"))
        for own in page.css("#weightiest li.a0")
    }
    assert quotes == {
        "De klant belt.": 1,
        "Wij vertrouwen de klant in het dorpshuis.": 0,
    }
    assert len(page.css("#weightiest li.a1 .reason")) == 1


def test_all_marks_are_listed_also_those_whose_passage_is_gone() -> None:
    page = page_of(MARKET, WIDE, GONE)
    assert texts(page, ".found > li .at") == ["passage 1", "passage 3"]
    assert texts(page, ".missing > li .at") == ["Lijkt het meest op: passage 1"]
    assert texts(page, ".missing > li .because") == ["Ooit."]


def test_the_summary_tells_how_much_is_explained() -> None:
    (told,) = [line for line in texts(page_of(MARKET), ".lead") if "bewust" in line]
    assert told.startswith("Passages met een as: 2. Bij 1 daarvan staat dat het bewust zo is")
    assert [line for line in texts(page_of(), ".lead") if "bewust" in line] == []


def test_an_axis_that_the_scan_does_not_know_is_shown_as_it_was_written() -> None:
    page = page_of(STRANGE)
    assert "‘martkgericht’: deze as kent de scan niet" in texts(page, "#n2 .reason")[0]
    assert texts(page, "#n2 li a") == ["Vraag en andere woorden"] * 2


def test_the_marks_go_to_the_file_that_they_came_from() -> None:
    def told(*marks: Deliberate) -> str | None:
        section = page_of(*marks).css_first("#deliberate")
        assert section is not None
        return section.attributes["data-file"]

    assert told() == "nota.docx.taalscan.yaml"
    assert told(replace(MARKET, file="nota.taalscan.yaml")) == "nota.taalscan.yaml"
    both = page_of(replace(MARKET, file="een.yaml"), replace(WIDE, file="twee.yaml"))
    assert "Haal daarna dit weg: twee.yaml." in texts(both, ".save")[0]


def test_without_a_script_the_page_tells_how_to_write_the_file() -> None:
    page = page_of()
    assert "nota.docx.taalscan.yaml" in texts(page, "#deliberate details")[0]
    assert "nota.taalscan.yaml" in texts(page, "#deliberate details")[0]
    assert len(page.css("#deliberate .mark-form[hidden]")) == 1
    assert len(page.css("#deliberate .save[hidden]")) == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_mark_changes_no_figure_and_survives_json(language: str) -> None:
    plain, marked = scan_with(), scan_with(MARKET, WIDE, GONE, STRANGE)
    again = from_json(to_json(marked, language))
    assert again == marked
    assert render_html(again, language) == render_html(marked, language)
    first, second = (json.loads(to_json(scan, language)) for scan in (plain, marked))
    assert len(second.pop("deliberate")) == 4
    assert first.pop("deliberate") == []
    assert first == second


def test_a_scan_of_before_has_no_marks() -> None:
    data = json.loads(to_json(scan_with(), "nl"))
    del data["deliberate"]
    assert from_json(json.dumps(data).encode()) == scan_with()
