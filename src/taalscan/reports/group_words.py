"""Tell in words what a comparison of two groups found, for page, JSON and terminal alike."""

from dataclasses import dataclass

from taalscan.model import Interval, Notice
from taalscan.model.groups import (
    FigureComparison,
    Group,
    GroupComparison,
    GroupConclusion,
    GroupEffect,
    GroupFigure,
    GroupSize,
)
from taalscan.reports.voice import Voice

LETTERS = ("A", "B")

_SHARES = frozenset({GroupFigure.SHARE, GroupFigure.EXPECTED_SHARE})
_UNKNOWN = "–"
_SMALLEST = 0.001
"""p and q below it are told as less than it."""

_EVEN = 50
"""Of a hundred cases."""


@dataclass(frozen=True, slots=True)
class EffectWords:
    """An effect; each figure is followed by its bounds."""

    shift: tuple[str, str]
    chance: tuple[str, str]
    auc: tuple[str, str]
    delta: tuple[str, str]
    p: str
    q: str


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Two groups compared on one figure.

    Attributes:
        name: of the figure.
        medians: of both groups; a dash where there is none.
        counts: how many documents of each group have the figure.
        effect: None with too few documents.
        conclusion: what may be said.
        chance: how often a document of one group is above one of the other; "" without effect.
    """

    name: str
    medians: tuple[str, str]
    counts: tuple[str, str]
    effect: EffectWords | None
    conclusion: str
    chance: str


def figure_words(own: FigureComparison, voice: Voice) -> FigureWords:
    """Return what the comparison of a figure found, in words."""
    first, second = (known(values) for values in (own.first, own.second))
    effect = own.effect
    return FigureWords(
        name=voice.say(f"groups.figure-{own.figure.value}"),
        medians=(
            value_words(own.figure, own.first_median, voice),
            value_words(own.figure, own.second_median, voice),
        ),
        counts=(voice.count(len(first)), voice.count(len(second))),
        effect=None if effect is None else _effect(own.figure, effect, voice),
        conclusion=_conclusion(own, voice),
        chance="" if effect is None else _chance(effect.superiority, (first, second), voice),
    )


def known(values: tuple[float | None, ...]) -> list[float]:
    """Return the values that are known."""
    return [value for value in values if value is not None]


def value_words(figure: GroupFigure, value: float | None, voice: Voice) -> str:
    """Return a figure in the way of writing of its kind; a dash where it is not known."""
    if value is None:
        return _UNKNOWN
    if figure in _SHARES:
        return voice.percent(value)
    return _signed(value, 2, voice) if figure is GroupFigure.BALANCE else voice.decimal(value)


def warning_words(notice: Notice, voice: Voice) -> str:
    """Return a warning of a comparison in words."""
    told = {
        name: voice.count(value) if isinstance(value, int) else value
        for name, value in notice.values
    }
    return voice.say(f"groups.warning-{notice.code}", **told)


def size_words(comparison: GroupComparison, voice: Voice) -> str:
    """Return what the number of documents allows."""
    return voice.say(f"groups.size-{comparison.size.value}")


def group_counts(group: Group, voice: Voice) -> str:
    """Return how many documents of a group are compared, and how many are not and why."""
    parts = [voice.amount("groups.documents", len(group.members))]
    others = (
        ("groups.left-out", len(group.left_out)),
        ("groups.copies", len(group.copies)),
        ("groups.failures", len(group.failures)),
    )
    parts += [voice.amount(code, number) for code, number in others if number]
    return ", ".join(parts)


def _effect(figure: GroupFigure, effect: GroupEffect, voice: Voice) -> EffectWords:
    shift = effect.shift
    value, low, high = (_shift(figure, one, voice) for one in (shift.value, shift.low, shift.high))
    delta = effect.delta
    told = [_signed(one, 2, voice) for one in (delta.value, delta.low, delta.high)]
    return EffectWords(
        shift=(
            voice.say("groups.points", number=value) if figure in _SHARES else value,
            voice.say("range", low=low, high=high),
        ),
        chance=voice.shares(effect.superiority),
        auc=voice.fractions(effect.superiority),
        delta=(told[0], voice.say("range", low=told[1], high=told[2])),
        p=_small(effect.p, voice),
        q=_small(effect.q, voice),
    )


def _shift(figure: GroupFigure, value: float, voice: Voice) -> str:
    if figure in _SHARES:
        return _signed(100 * value, 0, voice)
    return _signed(value, 2 if figure is GroupFigure.BALANCE else 1, voice)


def _signed(number: float, digits: int, voice: Voice) -> str:
    """Return a number with its sign; one that is written as zero has none."""
    rounded = round(number, digits)
    return voice.signed(rounded, digits) if rounded else voice.decimal(0.0, digits)


def _small(chance: float, voice: Voice) -> str:
    if chance < _SMALLEST:
        return f"<{voice.decimal(_SMALLEST, 3)}"
    return voice.decimal(chance, 3)


def _conclusion(own: FigureComparison, voice: Voice) -> str:
    said = voice.say(f"groups.conclusion-{own.conclusion.value}")
    drawn = own.conclusion in {GroupConclusion.FIRST, GroupConclusion.SECOND}
    if drawn and own.size is GroupSize.INDICATIVE:
        return voice.say("groups.conclusion-indicative", conclusion=said.removesuffix("."))
    return said


def _chance(own: Interval, values: tuple[list[float], list[float]], voice: Voice) -> str:
    """Say how often one group is above the other, told of the group that is so more often."""
    first, second = (set(group) for group in values)
    if len(first | second) == 1:
        return voice.say("groups.chance-equal")
    value, low, high = own.value, own.low, own.high
    code = "first"
    if round(100 * value) == _EVEN:
        code = "even"
    elif value < 0.5:
        code, value, low, high = "second", 1 - value, 1 - high, 1 - low
    number, least, most = (voice.decimal(100 * one, 0) for one in (value, low, high))
    said = voice.say(f"groups.chance-{code}", number=number, low=least, high=most)
    return f"{said} {voice.say('groups.chance-ties')}" if first & second else said
