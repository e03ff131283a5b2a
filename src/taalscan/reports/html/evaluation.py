"""Put together all that the page of an evaluation shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.measures import AxisEvaluation, Evaluation, GroupEvaluation, ReliabilityBin
from taalscan.model import Axis, Interval
from taalscan.reports.html.chart import Chart, Line, chart
from taalscan.reports.html.reliability import Diagram, diagram
from taalscan.reports.measures import (
    AxisWords,
    Told,
    axis_words,
    group_words,
    macro_words,
    size_words,
)
from taalscan.reports.voice import Voice

_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class BinView:
    """A bin of probabilities in words."""

    bounds: str
    n: str
    predicted: str
    observed: str


@dataclass(frozen=True, slots=True)
class AxisView:
    """An axis: its figures, its diagram and the table that says the same."""

    words: AxisWords
    definition: str
    diagram: Diagram
    bins: tuple[BinView, ...]


@dataclass(frozen=True, slots=True)
class SortableFigure:
    """A figure with the number to sort on; -1 where it is not known."""

    text: str
    order: float


@dataclass(frozen=True, slots=True)
class GroupView:
    """A genre or source."""

    name: str
    n: SortableFigure
    f1: tuple[SortableFigure, ...]


@dataclass(frozen=True, slots=True)
class GroupsView:
    """The genres, or the sources: `id` of the section, its title, the head of the first column."""

    id: str
    title: str
    head: str
    groups: tuple[GroupView, ...]


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """The page of an evaluation."""

    size: tuple[str, ...]
    macro: str
    weighing: str
    axes: tuple[AxisView, ...]
    charts: tuple[Chart, ...]
    groups: tuple[GroupsView, ...]


def evaluation_view(evaluation: Evaluation, axes: Sequence[Axis], voice: Voice) -> EvaluationView:
    """Return the page of an evaluation, in the words of `voice`.

    Args:
        evaluation: what was measured.
        axes: an axis for each that was measured, in the same order.
        voice: the words of the report.
    """
    told = axis_words(evaluation, axes, voice)
    genre = voice.say("title-genres"), voice.say("genre")
    source = voice.say("title-sources"), voice.say("source-head")
    return EvaluationView(
        size=size_words(evaluation, voice),
        macro=macro_words(evaluation, voice),
        weighing=voice.say("weighted") if evaluation.weighted else voice.say("not-weighted"),
        axes=tuple(
            _axis(axis, words, own, voice)
            for axis, words, own in zip(axes, told, evaluation.axes, strict=True)
        ),
        charts=_charts(evaluation, told, voice),
        groups=(
            _groups("genres", genre, evaluation.genres, voice),
            _groups("sources", source, evaluation.sources, voice),
        ),
    )


def _axis(axis: Axis, words: AxisWords, own: AxisEvaluation, voice: Voice) -> AxisView:
    bins = tuple(_bin(one, voice) for one in own.bins)
    told = "; ".join(
        voice.say("bin-told", predicted=one.predicted, observed=one.observed, n=one.n)
        for one in bins
    )
    title = axis.title if axis.title == axis.code else f"{axis.code} {axis.title}"
    ticks = [(value, voice.percent(value)) for value in _TICKS]
    return AxisView(
        words=words,
        definition=axis.definition,
        diagram=diagram(words.axis, title, told, own.bins, ticks),
        bins=bins,
    )


def _bin(own: ReliabilityBin, voice: Voice) -> BinView:
    return BinView(
        bounds=voice.say("range", low=voice.percent(own.low), high=voice.percent(own.high)),
        n=voice.count(own.n),
        predicted=voice.percent(own.predicted),
        observed=voice.percent(own.observed),
    )


def _charts(evaluation: Evaluation, told: Sequence[AxisWords], voice: Voice) -> tuple[Chart, ...]:
    """Return a chart of each figure with bounds; none of a figure that no axis knows."""
    pairs = list(zip(told, evaluation.axes, strict=True))
    percents = [(tick, voice.percent(tick)) for tick in _TICKS]
    fractions = [(tick, voice.decimal(tick, 2)) for tick in _TICKS]
    figures = (
        (
            voice.say("precision"),
            percents,
            [_line(w, own.precision, w.precision) for w, own in pairs],
        ),
        (voice.say("recall"), percents, [_line(w, own.recall, w.recall) for w, own in pairs]),
        (voice.say("f1"), fractions, [_line(w, own.f1, w.f1) for w, own in pairs]),
    )
    return tuple(
        chart(title, [line for line in lines if line], ticks)
        for title, ticks, lines in figures
        if any(lines)
    )


def _line(words: AxisWords, value: Interval | None, said: Told) -> Line | None:
    """Return what is drawn of a figure; nothing where it is not known."""
    if value is None:
        return None
    return Line(words.axis, words.code, value, f"{words.title} {said[0]} ({said[1]})")


def _groups(
    name: str, heads: tuple[str, str], groups: Sequence[GroupEvaluation], voice: Voice
) -> GroupsView:
    title, head = heads
    return GroupsView(
        id=name,
        title=title,
        head=head,
        groups=tuple(
            GroupView(
                name=words.name,
                n=SortableFigure(words.n, group.n),
                f1=tuple(
                    SortableFigure(text or "–", -1.0 if f1 is None else f1)
                    for text, f1 in zip(words.f1, group.f1, strict=True)
                ),
            )
            for words, group in zip(group_words(groups, voice), groups, strict=True)
        ),
    )
