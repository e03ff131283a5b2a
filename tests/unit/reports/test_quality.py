"""A report tells how well each axis is told, and marks those on which coders differ too often."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from taalscan.errors import ScanFileError
from taalscan.model import AxisQuality, Coders, Interval, Quality, Scan
from taalscan.reports import from_json, render_html, to_json
from tests.builders import scan_of
from tests.golden.samples import plan
from tests.unit.reports.test_html import text_of

KNOWN = (
    AxisQuality("marktgericht", Interval(0.7, 0.62, 0.75), 0.93),
    AxisQuality("relationeel", Interval(0.66, 0.6, 0.72), 0.7),
    AxisQuality("divergerend", Interval(0.49, 0.28, 0.63), 0.65),
)


def _scan(coders: Coders = Coders.LANGUAGE_MODELS, twice: int = 360) -> Scan:
    scan = plan()
    quality = Quality(891, 290, twice, coders, KNOWN)
    return replace(scan, provenance=replace(scan.provenance, quality=quality))


def _page(scan: Scan) -> LexborHTMLParser:
    return LexborHTMLParser(render_html(scan, "nl"))


def _rows(page: LexborHTMLParser, caption: str) -> list[str]:
    rows = page.css(f'table[aria-labelledby="{caption}"] tbody tr')
    return [" ".join(row.text(separator=" ").split()) for row in rows]


def test_every_axis_that_was_measured_has_its_figures() -> None:
    rows = _rows(_page(_scan()), "quality-caption")
    assert rows == [
        "M marktgericht 0,70 0,62 tot 0,75 0,93",
        "R relationeel 0,66 0,60 tot 0,72 0,70 onder 0,80, alleen voorlopig",
        "D divergerend 0,49 0,28 tot 0,63 0,65 onder 0,67, een proef",
    ]


def test_an_axis_on_which_coders_differ_too_often_is_marked_as_a_trial() -> None:
    rows = _rows(_page(_scan()), "profile-caption")
    assert [row.split()[1] for row in rows if " proef " in row] == ["divergerend"]


def test_that_coders_were_models_is_said() -> None:
    sentence = "Deze codeurs waren taalmodellen"
    assert sentence in text_of(_page(_scan()), "#method")
    assert sentence not in text_of(_page(_scan(Coders.PEOPLE)), "#method")
    assert "twee of meer codeurs" not in text_of(_page(_scan(twice=0)), "#method")


def test_a_scan_without_a_measured_classifier_tells_nothing() -> None:
    page = _page(plan())
    assert page.css_first("#quality") is None
    assert "proef" not in text_of(page, "#profile")


def test_axes_that_were_not_measured_are_left_out() -> None:
    scan = scan_of("De {M3-001:klant} komt.")
    quality = Quality(9, 9, 9, Coders.PEOPLE, (AxisQuality("elders", None, None),))
    other = replace(scan, provenance=replace(scan.provenance, quality=quality))
    assert _page(other).css_first("#quality") is None


def test_figures_survive_json() -> None:
    scan = _scan()
    again = from_json(to_json(scan, "nl"))
    assert again.provenance.quality == scan.provenance.quality
    assert render_html(again, "nl") == render_html(scan, "nl")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"alpha":0.93', '"alpha":2'),
        ('"alpha":0.93', '"alpha":"x"'),
        ('"low":0.62', '"low":0.9'),
        ('"coders":"language-models"', '"coders":"robots"'),
    ],
)
def test_figures_that_cannot_be_are_refused(old: str, new: str) -> None:
    data = to_json(_scan(), "nl").decode()
    assert old in data
    with pytest.raises(ScanFileError, match=r"provenance\.quality"):
        from_json(data.replace(old, new, 1).encode())
