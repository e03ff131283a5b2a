"""Say in words what was measured: the rows that the page and the terminal share."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.measures import AxisEvaluation, Evaluation, GroupEvaluation
from taalscan.model import Axis, Interval
from taalscan.reports.voice import Voice

Told = tuple[str, str]
"""A figure and its bounds, both in words; both empty where the figure is not known."""


@dataclass(frozen=True, slots=True)
class AxisWords:
    """The figures of an axis in words; `axis` is its number among the axes."""

    axis: int
    code: str
    title: str
    positives: str
    threshold: str
    precision: Told
    recall: Told
    f1: Told
    highlights: Told
    highlight_count: str
    ece: str
    brier: str
    brier_base: str


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The figures of a genre or source in words; an F1 an axis, "" where it is not known."""

    name: str
    n: str
    f1: tuple[str, ...]


def measured_axes(evaluation: Evaluation, axes: Sequence[Axis]) -> tuple[Axis, ...]:
    """Return the axis of each code that was measured, in the order of the evaluation.

    A code that none of `axes` has stands for itself: an axis without a title or colour of its own.
    """
    known = {axis.code: axis for axis in axes}
    return tuple(known.get(own.code) or _bare(own.code) for own in evaluation.axes)


def _bare(code: str) -> Axis:
    return Axis(
        id=code,
        code=code,
        title=code,
        definition="",
        threshold=0.0,
        colour="",
        colour_dark="",
        pattern="",
        facets=(),
    )


def size_words(evaluation: Evaluation, voice: Voice) -> tuple[str, str]:
    """Return how many passages were measured, and of how many documents."""
    return (
        voice.amount("passages", evaluation.passages),
        voice.amount("in-documents", evaluation.documents),
    )


def macro_words(evaluation: Evaluation, voice: Voice) -> str:
    """Return the mean F1 in a sentence."""
    if evaluation.macro_f1 is None:
        return voice.say("macro-f1-unknown")
    value, bounds = voice.fractions(evaluation.macro_f1)
    return voice.say("macro-f1", value=value, bounds=bounds)


def axis_words(
    evaluation: Evaluation, axes: Sequence[Axis], voice: Voice
) -> tuple[AxisWords, ...]:
    """Return the figures of each axis.

    Args:
        evaluation: what was measured.
        axes: the axes of `measured_axes`.
        voice: the words of the report.
    """
    return tuple(
        _axis(number, axis, own, voice)
        for number, (axis, own) in enumerate(zip(axes, evaluation.axes, strict=True))
    )


def _axis(number: int, axis: Axis, own: AxisEvaluation, voice: Voice) -> AxisWords:
    def share(interval: Interval | None) -> Told:
        return voice.shares(interval) if interval else ("", "")

    return AxisWords(
        axis=number,
        code=axis.code,
        title=axis.title,
        positives=voice.count(own.positives),
        threshold="" if own.threshold is None else voice.decimal(own.threshold, 2),
        precision=share(own.precision),
        recall=share(own.recall),
        f1=voice.fractions(own.f1) if own.f1 else ("", ""),
        highlights=share(own.highlights),
        highlight_count=voice.count(own.highlight_count),
        ece=voice.decimal(own.ece, 3),
        brier=voice.decimal(own.brier, 3),
        brier_base=voice.decimal(own.brier_base, 3),
    )


def group_words(groups: Sequence[GroupEvaluation], voice: Voice) -> tuple[GroupWords, ...]:
    """Return the figures of each genre or source."""
    return tuple(
        GroupWords(
            name=group.name or voice.say("not-known"),
            n=voice.count(group.n),
            f1=tuple("" if f1 is None else voice.decimal(f1, 2) for f1 in group.f1),
        )
        for group in groups
    )
