"""Chapters are ranked by what they hold: long ones by density, short ones by hits."""

from taalscan.model import Scan
from taalscan.reports.html.ranking import ranked_axes
from taalscan.reports.voice import voice
from tests.builders import scan_of
from tests.figures import with_figures
from tests.unit.reports.pages import page_of, text_of

LONG = "\n\n".join(["De {M3-001:klant} wacht vandaag op een antwoord van ons."] * 20)
SPARSE = "\n\n".join(["De {M3-001:klant} wacht."] + ["Het dorpshuis is vandaag gewoon open."] * 24)
SHORT = "\n\n".join(["De {M3-001:klant} wacht."] * 3)


def chapters() -> Scan:
    return with_figures(scan_of(f"# Kort\n\n{SHORT}\n\n# Weinig\n\n{SPARSE}\n\n# Veel\n\n{LONG}"))


def test_long_chapters_go_by_density_and_short_ones_by_hits_apart() -> None:
    scan = chapters()
    titles = [section.headings[-1] for section in scan.sections]
    market, *others = ranked_axes(scan, titles, voice("nl"))
    assert [own.title for own in market.dense] == ["Veel", "Weinig"]
    assert [(own.title, own.figure) for own in market.short] == [("Kort", "3 gevonden woorden")]
    assert market.dense[0].figure.endswith("per 1.000 woorden")
    assert market.dense[0].bounds
    assert [own.passage for own in market.dense] == [29, 4]
    assert not any(axis.dense or axis.short for axis in others)


def test_the_page_says_what_the_order_follows_and_that_it_is_about_the_text() -> None:
    told = text_of(page_of(chapters()), "#sections")
    assert "Die volgorde gaat over de tekst, niet over wie haar schreef." in told
    assert "Naar het aantal gevonden woorden per 1.000 woorden:" in told
    assert "Te kort voor een cijfer, daarom naar het aantal gevonden woorden:" in told
    assert "In geen hoofdstuk is een woord van deze as gevonden." in told
