"""A mark is found by its letters, wherever they stand and however the text was parted."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.deliberate import Sidecar, with_deliberate
from taalscan.model import Deliberate, Notice, Scan
from tests.builders import scan_of

FIRST = "Wij {M1-001:kopen} de hulp in Zonnedorp in bij drie aanbieders."
SECOND = "In het dorpshuis praten bewoners elke week over wat zij nodig hebben."
THIRD = "De wethouder vertelt in mei aan de raad hoe het met de wachtlijst gaat."
MARKED = "Wij kopen de hulp in Zonnedorp in bij drie aanbieders."


def scan_with(*paragraphs: str) -> Scan:
    return scan_of("\n\n".join(paragraphs))


def placed(scan: Scan, text: str, axis: str | None = None) -> Deliberate:
    """Return the one mark of a scan that honours it."""
    marks = Sidecar((Deliberate(text, "Daarom.", axis),))
    (mark,) = with_deliberate(scan, marks).deliberate
    return mark


def test_a_mark_is_found_whatever_its_layout_signs_and_capitals() -> None:
    scan = scan_with(SECOND, FIRST)
    told = "wij\u00a0kopen  de hulp\nin Zonne\u00addorp in, bij DRIE ‘aanbieders’"
    assert placed(scan, told).passages == ("p0002",)
    assert placed(scan, "Wij kopen de hulp in Zónnedorp in bij drie aanbieders").passages


def test_decomposed_letters_are_the_same_letters() -> None:
    scan = scan_with("De coördinator belt élke bewoner terug voor het einde van de week.")
    told = "De coo\u0308rdinator belt e\u0301lke bewoner terug voor het einde van de week."
    assert placed(scan, told).passages == ("p0001",)


def test_another_number_is_another_text() -> None:
    scan = scan_with("Wij betalen dit jaar 1,5 miljoen euro aan de bibliotheek in het dorp.")
    assert placed(
        scan, "Wij betalen dit jaar 15 miljoen euro aan de bibliotheek in het dorp."
    ) == (
        Deliberate(
            "Wij betalen dit jaar 15 miljoen euro aan de bibliotheek in het dorp.",
            "Daarom.",
            near="p0001",
        )
    )


def test_a_passage_that_occurs_several_times_is_marked_everywhere() -> None:
    assert placed(scan_with(FIRST, SECOND, FIRST), MARKED).passages == ("p0001", "p0003")


def test_numbers_of_points_stand_in_the_text_of_some_files_only() -> None:
    plain = scan_of("- Wij luisteren naar de buurt.\n\n- Wij bellen elke week terug.")
    numbered = scan_of("- 1. Wij luisteren naar de buurt.\n\n- 2. Wij bellen elke week terug.")
    for scan in (plain, numbered):
        (passage,) = scan.passages
        text = passage.passage.span.cut(scan.document.text)
        for other in (plain, numbered):
            assert placed(other, text).passages == ("p0001",)


def test_a_text_may_be_parted_otherwise() -> None:
    whole = scan_with(f"{SECOND} {THIRD}", FIRST)
    apart = scan_with(SECOND, THIRD, FIRST)
    assert placed(apart, f"{SECOND} {THIRD}").passages == ("p0001", "p0002")
    assert placed(whole, THIRD).passages == ("p0001",)


def test_less_than_half_of_a_passage_is_not_the_passage_but_tells_which() -> None:
    mark = placed(scan_with(SECOND, THIRD, FIRST), "in Zonnedorp in")
    assert (mark.passages, mark.near) == ((), "p0003")


def test_a_word_does_not_mark_all_passages_that_hold_it() -> None:
    mark = placed(scan_with(SECOND, THIRD, FIRST), "de")
    assert mark.passages == ()


def test_an_edited_passage_is_not_found_and_the_nearest_is_named() -> None:
    edited = FIRST.replace("drie", "vier")
    mark = placed(scan_with(SECOND, edited, THIRD), MARKED)
    assert (mark.passages, mark.near, mark.reason) == ((), "p0002", "Daarom.")


def test_a_text_like_none_names_none() -> None:
    mark = placed(scan_with(SECOND, THIRD), "Morgen schijnt de zon boven alle daken van de stad.")
    assert (mark.passages, mark.near) == ((), None)


@pytest.mark.parametrize("name", ["marktgericht", "Marktgericht", "M", "m"])
def test_an_axis_goes_by_its_id_its_title_or_its_letter(name: str) -> None:
    assert placed(scan_with(FIRST), MARKED, name).axis == "marktgericht"


def test_an_axis_that_the_scan_does_not_have_is_kept_and_warned_about() -> None:
    marks = Sidecar((Deliberate(MARKED, "Daarom.", "martkgericht"),))
    scan = with_deliberate(scan_with(FIRST), marks)
    assert scan.deliberate[0].axis == "martkgericht"
    assert scan.deliberate[0].passages == ("p0001",)
    (notice,) = scan.warnings
    assert (notice.code, dict(notice.values)["given"]) == ("deliberate-axis", "martkgericht")


def test_what_is_wrong_with_a_file_becomes_a_warning() -> None:
    notices = (Notice("deliberate-unused", (("file", "plan.taalscan.yaml"),)),)
    scan = scan_with(FIRST)
    assert with_deliberate(scan, Sidecar((), notices)) == replace(scan, warnings=notices)


def test_a_scan_without_marks_is_the_same_scan() -> None:
    scan = scan_with(FIRST)
    assert with_deliberate(scan, Sidecar()) is scan


def test_figures_stay_as_they_are() -> None:
    scan = scan_with(FIRST, SECOND)
    honoured = with_deliberate(scan, Sidecar((Deliberate(MARKED, "Daarom."),)))
    assert replace(honoured, deliberate=()) == scan


words = st.text(alphabet="abcdefgh é’-", min_size=1, max_size=12)
paragraphs = st.lists(words, min_size=8, max_size=20).map(" ".join)


@given(
    before=st.lists(paragraphs, max_size=4),
    after=st.lists(paragraphs, max_size=4),
    text=st.lists(st.sampled_from(("zorg", "buurt", "wij", "één", "hulp’s")), min_size=8).map(
        " ".join
    ),
)
@settings(max_examples=100, deadline=None)
def test_edits_elsewhere_do_not_matter(before: list[str], after: list[str], text: str) -> None:
    scan = scan_of("\n\n".join(["# Kop", *(f"x {p}" for p in before), text, *after]))
    mark = placed(scan, text)
    found = {
        score.passage.span.cut(scan.document.text)
        for score in scan.passages
        if score.passage.id in mark.passages
    }
    assert text in found


def test_a_document_without_passages_finds_nothing() -> None:
    assert placed(scan_of("# Alleen een kop"), MARKED).passages == ()
