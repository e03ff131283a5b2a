"""The page tells of a balance what its bounds allow, and why there is none where there is none."""

from dataclasses import replace

import pytest

from taalscan.model import Balance, BalanceVerdict, Basis, Interval, Notice, Reliability, Scan
from tests import figures
from tests.builders import scan_of
from tests.unit.reports.pages import KLANT, MARKUP, cells, page_of, text_of


@pytest.fixture(scope="module")
def full() -> Scan:
    return figures.with_figures(scan_of(MARKUP, entries=[KLANT], title="Nota"))


def balanced(scan: Scan, **changes: object) -> Scan:
    assert scan.balance is not None
    return replace(scan, balance=replace(scan.balance, **changes))  # type: ignore[arg-type]  # of tests


def balance_text(scan: Scan) -> str:
    return text_of(page_of(scan), "#balance")


CONCLUSIONS = {
    BalanceVerdict.ABOVE: "Overwegend relationeel",
    BalanceVerdict.BELOW: "Overwegend marktgericht",
    BalanceVerdict.MIXED: "Gemengd of onbeslist",
    BalanceVerdict.UNSURE: "Geen oordeel: bij meer dan 30 %",
}


@pytest.mark.parametrize("verdict", BalanceVerdict)
def test_only_the_conclusion_that_the_verdict_allows_is_told(
    full: Scan, verdict: BalanceVerdict
) -> None:
    told = balance_text(balanced(full, verdict=verdict))
    assert [own for own, words in CONCLUSIONS.items() if words in told] == [verdict]


def _main(scan: Scan, low: float, high: float, basis: Basis = Basis.PASSAGES) -> Scan:
    """Return a scan whose main balance is 0, with these bounds; the median is that of others."""
    main = Balance(
        "b", basis, 20.0, 20.0, Interval(0.0, low, high), Interval(0.0, low / 9, high / 9)
    )
    return balanced(scan, main=main, relative=0.5, verdict=BalanceVerdict.MIXED)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-0.4, 0.4, "aan de kant van ‘relationeel’"),
        (-0.6, 0.4, "geen verschil aan te tonen"),
    ],
)
def test_a_side_of_the_median_needs_the_whole_interval(
    full: Scan, low: float, high: float, words: str
) -> None:
    told = balance_text(_main(full, low, high))
    sides = ("aan de kant van ‘relationeel’", "geen verschil aan te tonen", "‘marktgericht’ dan")
    assert [side for side in sides if side in told] == [words]
    assert "dan bij 31 van de 100 documenten, waarschijnlijk 12 tot 55." in told


def test_a_main_balance_of_words_has_no_conclusion_about_zero(full: Scan) -> None:
    told = balance_text(_main(full, -0.4, 0.4, Basis.LEXICAL))
    assert "Geen oordeel: dit cijfer telt woorden, geen passages." in told
    assert "Gemengd of onbeslist" not in told
    assert "Op elke passage" not in told


def test_where_lexicon_and_classifier_differ_too_often_no_side_is_told_at_all(full: Scan) -> None:
    told = balance_text(balanced(full, verdict=BalanceVerdict.UNSURE))
    assert "midden van de andere documenten ligt" not in told
    assert "van de 100 documenten" not in told


def test_the_balance_is_told_as_a_ratio_and_with_its_importance(full: Scan) -> None:
    told = balance_text(full)
    assert "Op elke passage met ‘marktgericht’ zijn er 1,0 met ‘relationeel’." in told
    assert "Bij elkaar gaat het om 116 % van het aantal passages (I = 0,16)." in told
    assert "Verwachte passages: relationeel 34,8, marktgericht 34,8" in told


def test_the_chart_runs_from_minus_one_to_one_and_marks_the_others(full: Scan) -> None:
    (drawn,) = page_of(full).css("#balance .chart")
    assert [tick.text() for tick in drawn.css(".tick")] == ["-1", "-0,5", "0", "0,5", "1"]
    assert len(drawn.css(".mark")) == 1
    assert "midden van de andere documenten: 0,12" in text_of(page_of(full), "#balance")
    assert not page_of(balanced(full, relative=None)).css("#balance .mark")


def test_other_balances_stand_apart_with_the_note_about_their_zero(full: Scan) -> None:
    page = page_of(full)
    rows = cells(page, "#balance details")
    assert len(rows) == 2
    assert rows[0][0].startswith("relationeel tegenover marktgericht Woorden keer gewicht")
    assert "Het cijfer zegt dus niets op zichzelf." in text_of(page, "#balance details")


@pytest.mark.parametrize(
    ("code", "words"),
    [("balance-few", "te weinig passages"), ("balance-wide", "te ver uit elkaar")],
)
def test_why_there_is_no_balance_is_told(full: Scan, code: str, words: str) -> None:
    page = page_of(replace(full, balance=None, warnings=(Notice(code),)))
    assert words in text_of(page, "#balance")
    assert not page.css("#balance .chart")
    assert not page.css(".warnings")


def test_a_document_that_is_too_short_for_a_balance_says_so(full: Scan) -> None:
    short = replace(full, balance=None, reliability=Reliability.INDICATIVE)
    assert "ten minste 50 passages nodig" in balance_text(short)


def test_a_lexicon_without_balances_has_no_such_part(full: Scan) -> None:
    page = page_of(replace(full, balance=None, balance_indices=()))
    assert not page.css("#balance")
    assert not page.css('a[href="#balance"]')
