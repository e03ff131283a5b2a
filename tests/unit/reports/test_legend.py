"""The legend of a PDF tells of what is there to see, and of nothing else."""

from dataclasses import replace

from taalscan.reports.pdf.legend import legend_of
from taalscan.reports.remarks import Remark, Weight, remarks_of
from taalscan.reports.voice import voice
from tests.builders import scan_of

SCAN = scan_of("De {M3-001:klant}.")
(WORD,) = remarks_of(SCAN, voice("nl"))


def legend(*shown: Remark, unplaced: int = 0) -> list[str]:
    return [str(line) for line in legend_of(shown, SCAN.axes, unplaced, voice("nl"))]


def test_each_axis_has_its_line_in_words() -> None:
    (line,) = legend(WORD)
    assert line.endswith(
        "M gewone lijn, R dubbele lijn, D lijn van stippen, C lijn van streepjes."
    )


def test_kinds_of_marks_are_told_where_they_are_shown() -> None:
    half, grey, frame = (
        replace(WORD, weight=weight) for weight in (Weight.HALF, Weight.NOT, Weight.FRAME)
    )
    assert legend(grey) == ["Een grijs woord telt niet mee."]
    assert len(legend(WORD, half, grey, frame)) == 4
    assert legend() == []


def test_comments_without_a_place_are_counted() -> None:
    assert legend(unplaced=1)[0].startswith("Van één opmerking is de plaats")
    assert legend(unplaced=2)[0].startswith("Van 2 opmerkingen is de plaats")
