"""Every page of a run leads to its neighbours, and every other one can be reached."""

from hypothesis import given
from hypothesis import strategies as st

from taalscan.batch.collect import stems
from taalscan.reports.html.pager import FOLDER, PAGE_ROWS, page_path, pager, pages_of


@given(st.integers(0, 5000))
def test_pages_hold_all_rows_and_none_is_empty(rows: int) -> None:
    pages = pages_of(rows)
    assert pages * PAGE_ROWS >= rows
    assert pages == 1 or (pages - 1) * PAGE_ROWS < rows


@given(st.integers(1, 120), st.data())
def test_the_first_the_last_and_the_neighbours_are_named(pages: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, pages))
    own = pager(number, pages)
    named = [link.number for link in own.links if link.number]
    near = {page for page in (number - 1, number, number + 1) if 1 <= page <= pages}
    assert near | {1, pages} <= set(named)
    assert named == sorted(set(named))
    assert len(own.links) <= 9
    assert bool(own.previous) == (number > 1)
    assert bool(own.next) == (number < pages)


def test_pages_stand_where_no_document_has_a_file() -> None:
    assert page_path(1) == "index.html"
    assert page_path(12) == "index/page-12.html"
    assert FOLDER not in stems([None])
    assert pager(2, 3).previous == "../index.html#documents"
    assert pager(1, 3).next == "index/page-2.html#documents"
