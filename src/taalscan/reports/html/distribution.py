"""Show how a figure is spread over the documents of a run: drawings, and quartiles in words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from taalscan.model import Axis
from taalscan.model.run import Distribution, Quantile, Row, Run, RunFigure
from taalscan.reports.html.bars import Bars, BarWords, Bin, bars, bins
from taalscan.reports.html.chart import scale
from taalscan.reports.html.profile import Told
from taalscan.reports.html.run_rows import link
from taalscan.reports.html.strip import STEP, Strip, StripGroup, StripSize, StripValue, strip
from taalscan.reports.voice import Voice

MOST_DOTS = 150
"""Documents that are drawn one by one; more dots would only lie over each other."""

_LEAST_LEVELS, _DOTS_A_LEVEL = 4, 10
"""Heights to place dots at: some, and one more for every so many documents."""


@dataclass(frozen=True, slots=True)
class DrawnAxis:
    """An axis: its documents as dots, or as bars with the same in numbers."""

    number: int
    code: str
    title: str
    dots: Strip | None
    bars: Bars | None
    bins: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class QuartileRow:
    """The quartiles of an axis in words."""

    number: int
    code: str
    title: str
    documents: str
    quartiles: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class QuartileTable:
    """The quartiles of a figure, an axis a row."""

    id: str
    caption: str
    rows: tuple[QuartileRow, ...]


@dataclass(frozen=True, slots=True)
class DistributionView:
    """How the figures of a run are spread.

    Attributes:
        counts: how many documents count, and how many do not.
        axes: the drawings; empty with too few documents.
        caption: what the drawings show.
        tables: the quartiles; empty with too few documents.
    """

    counts: str
    axes: tuple[DrawnAxis, ...]
    caption: str
    tables: tuple[QuartileTable, ...]


def distribution_view(run: Run, voice: Voice) -> DistributionView:
    """Return how the figures of a run are spread, in the words of `voice`."""
    summary = run.summary
    told = [own for own in summary.distributions if own.quartiles]
    binned = summary.documents > MOST_DOTS
    return DistributionView(
        counts=_counts(run, voice),
        axes=tuple(_drawings(run, told, voice, binned=binned)),
        caption=voice.say("index.bars-caption" if binned else "index.dots-caption"),
        tables=tuple(_tables(run.axes, told, voice)),
    )


def _counts(run: Run, voice: Voice) -> str:
    summary = run.summary
    counted = voice.amount("index.counted", summary.documents)
    if not summary.without:
        return counted
    return f"{counted} {voice.amount('index.not-counted', summary.without)}"


def _drawings(
    run: Run, told: Sequence[Distribution], voice: Voice, *, binned: bool
) -> Iterator[DrawnAxis]:
    densities = {own.axis: own for own in told if own.figure is RunFigure.DENSITY}
    for number, axis in enumerate(run.axes):
        if own := densities.get(axis.id):
            ticks = scale(own.values[-1])
            found = bins(own.values, ticks) if binned else ()
            yield DrawnAxis(
                number=number,
                code=axis.code,
                title=axis.title,
                dots=None if binned else _dots(axis, own, run.rows, voice),
                bars=_bars(axis, own, found, voice) if binned else None,
                bins=tuple(
                    (_bounds(one, voice), voice.count(one.count)) for one in found if one.count
                ),
            )


def _dots(axis: Axis, own: Distribution, rows: Sequence[Row], voice: Voice) -> Strip:
    ticks = scale(own.values[-1])
    first, median, third = _values(own)
    values = tuple(_documents(axis, rows, voice))
    group = StripGroup("", median, values, (first, third))
    places = [(tick, voice.tick(tick)) for tick in ticks]
    return strip(axis.title, _told(own, voice), [group], places, _room(len(values)))


def _room(documents: int) -> StripSize:
    levels = _LEAST_LEVELS + documents // _DOTS_A_LEVEL
    return StripSize(row=2 * levels * STEP + 18, levels=levels)


def _documents(axis: Axis, rows: Sequence[Row], voice: Voice) -> Iterator[StripValue]:
    for row in rows:
        for score in row.scores:
            if score.axis == axis.id and score.density:
                value = score.density.value
                yield StripValue(value, link(row.href), f"{row.name}: {voice.decimal(value)}")


def _bars(axis: Axis, own: Distribution, found: Sequence[Bin], voice: Voice) -> Bars:
    def text(one: Bin) -> str:
        return f"{_bounds(one, voice)}: {voice.amount('index.documents', one.count)}"

    words = BarWords(axis.title, _told(own, voice), voice.tick, text, voice.count)
    return bars(found, _values(own), scale(own.values[-1]), words)


def _values(own: Distribution) -> tuple[float, float, float]:
    if own.quartiles is None:
        message = "only what has quartiles is drawn"
        raise ValueError(message)
    first, median, third = own.quartiles
    return first.value, median.value, third.value


def _told(own: Distribution, voice: Voice) -> str:
    _, median, _ = _values(own)
    return voice.say(
        "index.told",
        documents=voice.amount("index.documents", len(own.values)),
        low=voice.decimal(own.values[0]),
        high=voice.decimal(own.values[-1]),
        median=voice.decimal(median),
    )


def _bounds(one: Bin, voice: Voice) -> str:
    return voice.say("range", low=voice.tick(one.low), high=voice.tick(one.high))


def _tables(
    axes: Sequence[Axis], told: Sequence[Distribution], voice: Voice
) -> Iterator[QuartileTable]:
    for figure in RunFigure:
        own = {one.axis: one for one in told if one.figure is figure}
        if own:
            expected = any(one.expected for one in own.values())
            code = f"{figure.value}-expected" if expected else figure.value
            yield QuartileTable(
                id=f"quartiles-{figure.value}",
                caption=voice.say(f"index.quartiles-{code}"),
                rows=tuple(
                    _row(number, axis, own[axis.id], voice)
                    for number, axis in enumerate(axes)
                    if axis.id in own
                ),
            )


def _row(number: int, axis: Axis, own: Distribution, voice: Voice) -> QuartileRow:
    return QuartileRow(
        number=number,
        code=axis.code,
        title=axis.title,
        documents=voice.count(len(own.values)),
        quartiles=tuple(_quartiles(own, voice)),
    )


def _quartiles(own: Distribution, voice: Voice) -> Iterator[Told]:
    digits = 2 if _values(own)[-1] < 1 else 1

    def say(value: float) -> str:
        return (
            voice.percent(value) if own.figure is RunFigure.SHARE else voice.decimal(value, digits)
        )

    for one in own.quartiles or ():
        yield _quantile(one, say, voice)


def _quantile(own: Quantile, say: Callable[[float], str], voice: Voice) -> Told:
    if own.low is not None and own.high is not None:
        bounds = voice.say("range", low=say(own.low), high=say(own.high))
    elif own.low is not None:
        bounds = voice.say("index.at-least", low=say(own.low))
    elif own.high is not None:
        bounds = voice.say("index.at-most", high=say(own.high))
    else:
        bounds = voice.say("index.no-bounds")
    return Told(say(own.value), bounds)
