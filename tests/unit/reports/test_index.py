"""The overview of a run shows each document once, and those that failed."""

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from taalscan.model import BalanceVerdict, Failure
from taalscan.reports import render_index, row_of
from tests.builders import axes, scan_of
from tests.figures import with_figures

LONG = "\n\n".join(["De {M3-001:klant} wacht op een antwoord van ons."] * 25)


def test_a_row_shows_figures_with_bounds_and_leads_to_the_report() -> None:
    row = row_of(scan_of(LONG, name="nota één.pdf", title="Nota"), "map/nota één.html")
    page = LexborHTMLParser(render_index([row], [], axes(), "nl"))
    link = page.css_first("tbody a")
    assert link is not None
    assert link.attributes["href"] == "map/nota%20%C3%A9%C3%A9n.html"
    cells = [" ".join(cell.text().split()) for cell in page.css("tbody tr > *")]
    assert cells == [
        "nota één.pdfNota",
        "200",
        "25",
        "indicatief",
        "125,0 83,3 tot 166,7",
        "0,0 0,0 tot 0,0",
        "0,0 0,0 tot 0,0",
        "0,0 0,0 tot 0,0",
    ]


def test_a_short_document_shows_a_dash_and_sorts_below_all() -> None:
    page = LexborHTMLParser(render_index([row_of(scan_of("De klant."), None)], [], axes(), "nl"))
    last = page.css("tbody td")[-1]
    assert last.text().strip() == "–"
    assert last.attributes["data-order"] == "-1.0"
    assert not page.css("tbody a")


def test_a_balance_has_a_column_where_a_document_has_one() -> None:
    full = row_of(with_figures(scan_of(LONG)), None)
    plain = row_of(scan_of("De klant."), None)
    page = LexborHTMLParser(render_index([full, plain], [], axes(), "nl"))
    heads = [head.text() for head in page.css("thead th")]
    assert heads[-1] == "Balans (b)"
    assert full.balance is not None
    first, last = (row.css("td")[-1] for row in page.css("tbody tr"))
    assert first.attributes["data-order"] == str(full.balance.main.scaled.value)
    assert " tot " in first.text()
    assert (last.text().strip(), last.attributes["data-order"]) == ("–", "-2.0")
    unsure = replace(full, balance=replace(full.balance, verdict=BalanceVerdict.UNSURE))
    assert "lage zekerheid" in render_index([unsure], [], axes(), "nl")
    assert "lage zekerheid" not in render_index([full], [], axes(), "nl")
    assert "Balans" not in render_index([plain], [], axes(), "nl")


def test_failures_stand_apart_with_their_reason() -> None:
    failures = [Failure("<b>oud</b>.pdf", "unheard-of", (("detail", "blad 3"),))]
    page = LexborHTMLParser(render_index([], failures, axes(), "nl"))
    assert "unheard-of (blad 3)" in page.css("tbody td")[0].text()
    assert not page.css("tbody b")
    assert "1 document niet gelukt" in page.css(".size")[0].text()


def test_a_file_name_cannot_become_a_script() -> None:
    row = row_of(scan_of("Tekst."), "javascript:alert(1)//.html")
    link = LexborHTMLParser(render_index([row], [], axes(), "nl")).css_first("tbody a")
    assert link is not None
    assert link.attributes["href"] == "javascript%3Aalert%281%29//.html"
