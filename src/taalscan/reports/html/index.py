"""Put together all that the overview of a run shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from taalscan.model import Axis, BalanceVerdict, DocumentBalance, Failure
from taalscan.model.run import Row
from taalscan.reports.html.profile import Figures, Told, figures, told
from taalscan.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class SortableFigures:
    """The figures of an axis, with the number to sort on; -1 where it is not known."""

    figures: Figures
    order: float


@dataclass(frozen=True, slots=True)
class RowView:
    """A document in the overview."""

    name: str
    title: str
    href: str
    words: str
    words_order: int
    passages: str
    passages_order: int
    reliability: str
    axes: tuple[SortableFigures, ...]
    balance: Told
    balance_order: float


@dataclass(frozen=True, slots=True)
class FailureView:
    """A document that could not be scanned, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class AxisHead:
    """The head of the column of an axis."""

    number: int
    code: str
    title: str
    definition: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """The overview of a run.

    Attributes:
        balance: what the column of balances holds; empty where no document has one.
    """

    summary: str
    balance: str
    axes: tuple[AxisHead, ...]
    rows: tuple[RowView, ...]
    failures: tuple[FailureView, ...]


def index_view(
    rows: Iterable[Row], failures: Iterable[Failure], axes: Sequence[Axis], voice: Voice
) -> IndexView:
    """Return the overview of a run, in the words of `voice`."""
    shown = tuple(_row(row, axes, voice) for row in rows)
    failed = tuple(FailureView(failure.name, voice.failure(failure)) for failure in failures)
    summary = [voice.amount("documents", len(shown))]
    if failed:
        summary.append(voice.amount("failures", len(failed)))
    return IndexView(
        summary=", ".join(summary),
        balance=voice.say("balance-head") if any(row.balance.value for row in shown) else "",
        axes=tuple(
            AxisHead(number, axis.code, axis.title, axis.definition)
            for number, axis in enumerate(axes)
        ),
        rows=shown,
        failures=failed,
    )


def _balance(balance: DocumentBalance | None, voice: Voice) -> Told:
    """Return b; one of which nothing may be said is marked."""
    if balance is None:
        return Told()
    found = told(balance.main.scaled, voice.fractions)
    unsure = balance.verdict is BalanceVerdict.UNSURE
    return Told(found.value, found.bounds, voice.say("doubtful") if unsure else "")


def _row(row: Row, axes: Sequence[Axis], voice: Voice) -> RowView:
    scaled = None if row.balance is None else row.balance.main.scaled
    densities = {score.axis: score.density for score in row.scores}
    shown = figures(axes, row.scores, voice)
    return RowView(
        name=row.name,
        title=row.title or "",
        # a colon would make the first part of a file name a protocol
        href="" if row.href is None else quote(row.href, safe="/"),
        words=voice.count(row.words),
        words_order=row.words,
        passages=voice.count(row.passages),
        passages_order=row.passages,
        reliability=voice.say(f"reliability-short-{row.reliability.value}"),
        axes=tuple(
            SortableFigures(own, -1.0 if (d := densities[axes[own.axis].id]) is None else d.value)
            for own in shown
        ),
        balance=_balance(row.balance, voice),
        # below every balance, which is at least -1
        balance_order=-2.0 if scaled is None else scaled.value,
    )
