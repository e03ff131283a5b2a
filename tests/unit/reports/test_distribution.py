"""The distribution of a run is drawn dot by dot, or in bins, and told in a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from taalscan.reports import render_index
from taalscan.reports.html.bars import bins
from taalscan.reports.html.chart import scale
from taalscan.reports.html.distribution import MOST_DOTS
from tests.runs import AXES, Made, many, row_with, run_of
from tests.unit.reports.pages import cells, text_of


def page_of(amount: int, language: str = "nl") -> LexborHTMLParser:
    rows = [row_with(Made(0.5 * number), f"nota {number}.pdf") for number in range(amount)]
    return LexborHTMLParser(render_index(run_of(rows), language))


def test_every_document_with_figures_is_a_dot_that_leads_to_its_report() -> None:
    rows = [row_with(Made(n / 2), f"n {n}.pdf") for n in range(8)]
    short = row_with(Made(None), "kort.pdf")
    page = LexborHTMLParser(render_index(run_of([*rows, short]), "nl"))
    drawings = page.css("#distribution .strip-plot")
    assert len(drawings) == len(AXES)
    for drawing in drawings:
        links = [node.attributes["href"] for node in drawing.css("a")]
        assert sorted(links, key=str) == [f"n%20{n}.html" for n in range(8)]
        assert len(drawing.css("line.median")) == 1
        assert len(drawing.css("line.quartile")) == 2
        assert drawing.css("text.group") == []
    assert "8 documenten hebben cijfers. 1 document is te kort" in text_of(page, "#distribution p")


def test_many_documents_are_binned_so_that_the_page_stays_small() -> None:
    assert page_of(MOST_DOTS).css("#distribution .histogram") == []
    page = page_of(MOST_DOTS + 1)
    drawings = page.css("#distribution .histogram")
    assert len(drawings) == len(AXES)
    assert page.css("#distribution .strip-plot") == []
    for drawing in drawings:
        assert 0 < len(drawing.css("rect")) <= 60
    counted = [int(row[1]) for row in cells(page, "[aria-labelledby=bins0]")]
    assert sum(counted) == MOST_DOTS + 1


def test_the_table_tells_quartiles_with_their_bounds() -> None:
    rows = cells(page_of(41), "#distribution [aria-labelledby=quartiles-density]")
    assert rows[0] == [
        "M marktgericht",
        "41",
        "5,0 2,0 tot 8,0",
        "10,0 6,5 tot 13,5",
        "15,0 12,0 tot 18,0",
    ]
    shares = cells(page_of(41), "#distribution [aria-labelledby=quartiles-share]")
    assert shares[0][2] == "20 % 20 % tot 20 %"


def test_bounds_that_few_documents_do_not_allow_are_not_told() -> None:
    rows = cells(page_of(5), "#distribution [aria-labelledby=quartiles-density]")
    assert rows[0][2:] == [
        "0,5 ten hoogste 1,5",
        "1,0 te weinig documenten voor grenzen",
        "1,5 ten minste 0,5",
    ]


@pytest.mark.parametrize("amount", [0, 1, 4])
def test_fewer_than_five_documents_have_no_distribution(amount: int) -> None:
    page = page_of(amount)
    assert page.css("#distribution svg, #distribution table") == []
    assert ("ten minste 5 documenten" in text_of(page, "#distribution")) == bool(amount)


@given(st.lists(st.floats(0, 200), min_size=1, max_size=60))
def test_bins_hold_every_value_once_and_are_at_most_sixty(values: list[float]) -> None:
    found = bins(values, scale(max(values)))
    assert sum(own.count for own in found) == len(values)
    assert len(found) <= 60
    for own in found:
        inside = [value for value in values if own.low <= value < own.high]
        assert abs(len(inside) - own.count) <= sum(
            abs(value - edge) < 1e-9 for value in values for edge in (own.low, own.high)
        )


def test_the_drawings_of_a_thousand_documents_are_no_larger_than_those_of_fewer() -> None:
    sizes = []
    for amount in (200, 1000):
        page = LexborHTMLParser(render_index(run_of(many(amount)), "nl"))
        sizes.append(len(page.css("#distribution")[0].html or ""))
    assert sizes[1] < 1.3 * sizes[0] < 60_000
