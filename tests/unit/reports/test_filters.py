"""The tools at the text offer all that marks can be filtered by, with amounts."""

from collections.abc import Mapping

from taalscan.model import Status
from taalscan.reports.html.filters import FRAME, filters
from taalscan.reports.voice import voice
from tests.builders import scan_of
from tests.figures import with_figures
from tests.readings import with_readings
from tests.unit.reports.pages import page_of

MARKUP = """
# Een

Wij {M1-001:kopen} en de {M3-001 negated geen:klant} wacht.

# Twee

Buren helpen elkaar.

De {M3-001:klant} wacht.
"""


def amounts(choices: Mapping[str, str]) -> dict[str, str]:
    return {code: amount for code, amount in choices.items() if amount != "0"}


def test_every_axis_facet_and_status_tells_how_many_marks_it_has() -> None:
    offered = filters(with_readings(scan_of(MARKUP), {(2, "relationeel"): 0.9}), voice("nl"))
    assert [(own.title, own.amount) for own in offered.axes] == [
        ("marktgericht", "3"),
        ("relationeel", "1"),
        ("divergerend", "0"),
        ("convergerend", "0"),
    ]
    assert [[(own.code, own.amount) for own in facets] for facets in offered.facets] == [
        [("M1", "1"), ("M3", "2")], [], [], [],
    ]  # fmt: skip
    assert amounts({own.code: own.amount for own in offered.statuses}) == {
        "counted": "2",
        "negated": "1",
        FRAME: "1",
    }
    assert [own.code for own in offered.statuses] == [*Status, FRAME]


def test_the_marks_carry_what_they_are_filtered_by() -> None:
    page = page_of(with_figures(scan_of(MARKUP)))
    told = {str(note.attributes["id"]): note.attributes for note in page.css(".note li")}
    assert [told["u2"][key] for key in ("data-a", "data-f", "data-s")] == ["0", "M3", "negated"]
    offered = page.css("#by-chapter option")
    assert [(own.attributes["value"], own.text()) for own in offered] == [
        ("", "alles"),
        ("1-1", "Een"),
        ("2-3", "Twee"),
    ]


def test_a_folded_note_says_why_a_word_does_not_count() -> None:
    page = page_of(scan_of(MARKUP.replace("Wij {M1", "{R1-001 slogan:Samen} {M1")))
    summary = page.css_first("#n1 summary")
    assert summary is not None
    words = " ".join(summary.text(separator=" ").split())
    assert words.endswith("telt niet mee: ontkend telt half mee: leus")
