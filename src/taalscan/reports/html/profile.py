"""Say the figures of each axis, as a table and as charts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from taalscan.model import MOST_DISAGREEMENT, Axis, AxisScore, Interval
from taalscan.reports.html.chart import Chart, Line, chart, scale
from taalscan.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in words, with its bounds and what stands under it; empty where not known."""

    value: str = ""
    bounds: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of an axis in words.

    Attributes:
        share: of the passages: expected with a classifier, else counted.
        percentile: place of that share in the reference.
        doubt: that lexicon and classifier often differ; empty where they do not.
    """

    axis: int
    code: str
    title: str
    hits: str
    types: str
    density: Told
    share: Told
    percentile: Told
    doubt: str


def figures(
    axes: Sequence[Axis], scores: Iterable[AxisScore], voice: Voice
) -> tuple[Figures, ...]:
    """Return the figures of each axis, in the order of the axes."""
    known = {score.axis: score for score in scores}
    return tuple(
        _figures(number, axis, known[axis.id], voice)
        for number, axis in enumerate(axes)
        if axis.id in known
    )


def _figures(number: int, axis: Axis, score: AxisScore, voice: Voice) -> Figures:
    place = score.share_percentile
    doubtful = score.verdicts is not None and score.verdicts.doubtful
    return Figures(
        axis=number,
        code=axis.code,
        title=axis.title,
        hits=voice.count(score.hits),
        types=voice.count(score.types),
        density=told(score.density, voice.densities),
        share=_share(score, voice),
        percentile=Told(*voice.places(place)) if place else Told(),
        doubt=voice.say("doubtful") if doubtful else "",
    )


def told(interval: Interval | None, say: Callable[[Interval], tuple[str, str]]) -> Told:
    """Return a figure in words; empty where it is not known."""
    return Told() if interval is None else Told(*say(interval))


def headline(score: AxisScore) -> Interval | None:
    """Return the share that comes first: expected with a classifier, else counted."""
    return score.expected_share or score.share


def _share(score: AxisScore, voice: Voice) -> Told:
    """Return the first share, with the counted one under an expected one."""
    share = told(headline(score), voice.shares)
    if score.expected_share is None or score.share is None:
        return share
    counted = voice.say("share-counted", share=voice.percent(score.share.value))
    return Told(share.value, share.bounds, counted)


def doubt_note(scores: Iterable[AxisScore], voice: Voice) -> str:
    """Return what a doubtful figure means; empty where there is none."""
    if not any(score.verdicts and score.verdicts.doubtful for score in scores):
        return ""
    return voice.say("doubtful-means", most=voice.percent(MOST_DISAGREEMENT))


def charts(axes: Sequence[Axis], scores: Iterable[AxisScore], voice: Voice) -> tuple[Chart, ...]:
    """Return a chart of the shares and one of the densities; none where they are not known."""
    known = {score.axis: score for score in scores}
    own = [(n, axis, known[axis.id]) for n, axis in enumerate(axes) if axis.id in known]
    shares = [_line(n, axis, headline(score), voice.shares) for n, axis, score in own]
    densities = [_line(n, axis, score.density, voice.densities) for n, axis, score in own]

    drawn = (
        _chart(voice.say("chart-share"), shares, voice.percent),
        _chart(voice.say("chart-density"), densities, voice.tick),
    )
    return tuple(one for one in drawn if one is not None)


def _chart(title: str, lines: Iterable[Line | None], say: Callable[[float], str]) -> Chart | None:
    shown = [line for line in lines if line is not None]
    if not shown:
        return None
    ticks = [(value, say(value)) for value in scale(max(line.value.high for line in shown))]
    return chart(title, shown, ticks)


def _line(
    number: int,
    axis: Axis,
    interval: Interval | None,
    say: Callable[[Interval], tuple[str, str]],
) -> Line | None:
    if interval is None:
        return None
    value, bounds = say(interval)
    return Line(number, axis.code, interval, f"{axis.title} {value} ({bounds})")
