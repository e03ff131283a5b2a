"""Put together all that the overview of a run shows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taalscan.model import Axis
from taalscan.model.run import Run
from taalscan.reports.html.distribution import DistributionView, distribution_view
from taalscan.reports.html.pager import PAGE_ROWS, Pager, pager, pages_of
from taalscan.reports.html.run_data import run_data
from taalscan.reports.html.run_genres import GenresView, genres_view
from taalscan.reports.html.run_rows import RowView, TableView, row_views, sample_rows, table_view
from taalscan.reports.voice import Voice

if TYPE_CHECKING:
    from markupsafe import Markup

_MANY_FAILURES = 25
"""Failures up to which each has a row; more are folded by their reason."""


@dataclass(frozen=True, slots=True)
class FailureView:
    """A document that could not be scanned, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class FailureGroup:
    """Documents that could not be scanned for one reason."""

    reason: str
    count: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AxisHead:
    """An axis, with what it means."""

    number: int
    code: str
    title: str
    definition: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The documents on one page of the table.

    Attributes:
        rows: read once.
        pager: the way to the other pages; None where there are none.
        note: what the figures mean.
    """

    summary: str
    table: TableView
    rows: Iterable[RowView]
    pager: Pager | None
    note: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """The overview of a run.

    Attributes:
        failures: those that fit in a table; else `folded` holds all.
        data: all documents as JSON; "" where one page holds them.
        samples: rows to make the rows of other pages out of.
        scores: the table of scores; "" where it is not written.
    """

    summary: str
    axes: tuple[AxisHead, ...]
    distribution: DistributionView | None
    genres: GenresView | None
    page: PageView
    data: "Markup | str"
    samples: tuple[RowView, ...]
    failures: tuple[FailureView, ...]
    folded: tuple[FailureGroup, ...]
    scores: str


def index_view(run: Run, voice: Voice) -> IndexView:
    """Return the overview of a run, in the words of `voice`."""
    pages = page_views(run, voice)
    page = next(pages)
    paged = len(run.rows) > PAGE_ROWS
    failures = tuple(FailureView(own.name, voice.failure(own)) for own in run.failures)
    many = len(failures) > _MANY_FAILURES
    return IndexView(
        summary=_summary(run, voice),
        axes=tuple(_heads(run.axes)),
        distribution=distribution_view(run, voice) if run.rows else None,
        genres=genres_view(run, voice),
        page=page,
        data=run_data(row_views(run.rows, run.axes, page.table, voice), page.table)
        if paged
        else "",
        samples=sample_rows(page.table) if paged else (),
        failures=() if many else failures,
        folded=tuple(_folded(failures, voice)) if many else (),
        scores=run.scores,
    )


def page_views(run: Run, voice: Voice) -> Iterator[PageView]:
    """Yield the pages of the table one by one; the first stands in the overview itself."""
    table = table_view(run.rows, run.axes, voice)
    pages = pages_of(len(run.rows))
    note = voice.say("index-note")
    if table.balance:
        note += " " + voice.say("index-balance")
    for number in range(1, pages + 1):
        start = (number - 1) * PAGE_ROWS
        rows = run.rows[start : start + PAGE_ROWS]
        yield PageView(
            summary=_summary(run, voice),
            table=table,
            rows=row_views(rows, run.axes, table, voice, up="" if number == 1 else "../"),
            pager=pager(number, pages) if pages > 1 else None,
            note=note,
        )


def _summary(run: Run, voice: Voice) -> str:
    summary = [voice.amount("documents", len(run.rows))]
    if run.failures:
        summary.append(voice.amount("failures", len(run.failures)))
    return ", ".join(summary)


def _heads(axes: Sequence[Axis]) -> Iterator[AxisHead]:
    for number, axis in enumerate(axes):
        yield AxisHead(number, axis.code, axis.title, axis.definition)


def _folded(failures: Sequence[FailureView], voice: Voice) -> Iterator[FailureGroup]:
    """Yield the failures by reason, in the order in which the reasons first came."""
    names: dict[str, list[str]] = {}
    for own in failures:
        names.setdefault(own.reason, []).append(own.name)
    for reason, found in names.items():
        yield FailureGroup(reason, voice.amount("index.documents", len(found)), tuple(found))
