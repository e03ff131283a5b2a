"""The page shows passages that are examples; the lexicon says of which facets."""

import json
from dataclasses import replace

import pytest

from taalscan.errors import ScanFileError
from taalscan.model import Scan
from taalscan.reports import from_json, to_json
from taalscan.reports.html.examples import example_axes
from taalscan.reports.voice import voice
from tests.builders import entry, scan_of
from tests.unit.reports.pages import page_of, text_of

MARKUP = """
Buren en wij {R2-001:geven elkaar} tijd.

{R2-001 slogan:Samen} gaan we verder.

De {M3-001:klant} en wij {R2-001:geven elkaar} tijd.

Zij {R1-001:kennen} elkaar.
"""


def examples(scan: Scan) -> list[list[int]]:
    return [[own.passage for own in axis.examples] for axis in example_axes(scan, voice("nl"))]


def test_what_counts_in_full_in_such_a_facet_with_nothing_else_is_an_example() -> None:
    # not the slogan, not where a word of another kind stands too, not another facet
    assert examples(scan_of(MARKUP)) == [[1]]


def test_a_word_that_raises_no_question_goes_first() -> None:
    markup = "Wij {R2-001:geven elkaar} tijd.\n\nWij {R2-002:delen} het eten."
    asking = entry("R2-001", "geven", "Wat geeft ieder?")
    assert examples(scan_of(markup, entries=[asking])) == [[2, 1]]


def test_at_most_three_an_axis() -> None:
    assert examples(scan_of("\n\n".join(["Wij {R2-001:geven elkaar} tijd."] * 5))) == [[1, 2, 3]]


def test_the_section_names_the_facet_and_leads_to_the_passage() -> None:
    page = page_of(scan_of(MARKUP))
    told = text_of(page, "#examples")
    assert "Buren en wij geven elkaar tijd." in told
    assert "passage 1 · wederkerigheid" in told
    assert page.css_first('#examples a[href="#p1"]') is not None


def test_without_examples_there_is_no_section() -> None:
    page = page_of(scan_of("De {M3-001:klant} wacht."))
    assert not page.css("#examples")
    assert not page.css('.contents a[href="#examples"]')


def test_the_json_names_the_facets_and_older_files_name_none() -> None:
    scan = scan_of(MARKUP)
    record = json.loads(to_json(scan, "nl"))
    assert [axis["examples"] for axis in record["axes"]] == [[], ["R2"], ["D2"], []]
    assert from_json(to_json(scan, "nl")).axes == scan.axes
    for axis in record["axes"]:
        del axis["examples"]
    old = from_json(json.dumps(record).encode())
    assert not any(facet.example for axis in old.axes for facet in axis.facets)
    assert examples(replace(scan, axes=old.axes)) == []


def test_an_example_that_is_no_facet_is_refused() -> None:
    record = json.loads(to_json(scan_of(MARKUP), "nl"))
    record["axes"][0]["examples"] = ["M9"]
    with pytest.raises(ScanFileError, match="examples"):
        from_json(json.dumps(record).encode())
