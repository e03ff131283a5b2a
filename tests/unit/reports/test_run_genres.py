"""The overview tells, genre by genre, how documents lie in the reference, or why they do not."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from taalscan.reports import render_index
from tests.runs import LETTER, NOTA, NOTAS, REFERENCE, UNSURE, Made, row_with, run_of
from tests.unit.reports.pages import cells, text_of

COMPARED = Made(genre=NOTA, stratum=NOTAS, reference=REFERENCE)


def page_of(*made: Made, language: str = "nl") -> LexborHTMLParser:
    return LexborHTMLParser(render_index(run_of([row_with(own) for own in made]), language))


def test_a_genre_tells_its_share_above_the_middle_with_bounds_and_counts() -> None:
    made = [replace(COMPARED, place=place) for place in (20.0, 60.0, 70.0, 80.0, 90.0)]
    page = page_of(*made, replace(COMPARED, place=None))
    (row,) = cells(page, ".genres")
    assert row[:3] == [
        "Beleidsnota of visie",
        "6",
        "61 documenten van deze soort 1 te kort voor een plaats",
    ]
    assert row[3] == "80 % 38 % tot 96 % 4 van 5"
    assert "voorbeeld 1.0" in text_of(page, "#genres")
    assert "geen steekproef" in text_of(page, "#genres")


def test_a_family_is_named_with_its_genres() -> None:
    family = replace(NOTAS, level="family", title="beleid", genres=("Nota", "Programma"))
    page = page_of(replace(COMPARED, stratum=family, place=50.0))
    assert "uit de groep ‘beleid’ (Nota, Programma)" in cells(page, ".genres")[0][2]


def test_a_middle_of_nothing_is_told_as_such() -> None:
    made = replace(COMPARED, place=30.0, share=0.0)
    page = page_of(*[made] * 6)
    assert cells(page, ".genres")[0][3] == "– midden is nul"
    assert "Dan zegt het midden niets" in text_of(page, "#genres")


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (Made(genre=NOTA), "er is geen referentie gebruikt"),
        (replace(COMPARED, stale=True), "een andere woordenlijst of een ander model"),
        (Made(genre=UNSURE, reference=REFERENCE), "de soort is niet zeker"),
        (Made(genre=LETTER, reference=REFERENCE), "te weinig documenten van deze soort"),
        (COMPARED, "ten minste 50 passages"),
    ],
)
def test_it_is_told_why_there_is_no_comparison(made: Made, told: str) -> None:
    (row,) = cells(page_of(made), ".genres")
    assert len(row) == 3
    assert told in row[2]


def test_without_genres_there_is_no_such_part() -> None:
    page = page_of(Made())
    assert page.css("#genres") == []
    assert page.css('a[href="#genres"]') == []


def test_the_english_page_says_it_in_english() -> None:
    page = page_of(replace(COMPARED, place=60.0), language="en")
    assert cells(page, ".genres")[0][2] == "61 documents of this kind"
