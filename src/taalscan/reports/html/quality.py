"""Tell how well each axis is told, as measured before the scan."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.model import Axis, AxisQuality, Coders, Quality
from taalscan.reports.html.profile import Told, told
from taalscan.reports.voice import Voice

ENOUGH, TENTATIVE = 0.8, 0.667
"""From the first alpha conclusions may be drawn, from the second tentative ones (METRICS §9.1)."""


@dataclass(frozen=True, slots=True)
class QualityLine:
    """An axis: F1 of the classifier, alpha of the coders, and what that alpha allows."""

    axis: int
    code: str
    title: str
    f1: Told
    alpha: Told


@dataclass(frozen=True, slots=True)
class QualityView:
    """What was measured.

    Attributes:
        short: F1 and alpha of each axis in one line.
        notes: sentences that go before the table.
        trials: numbers of the axes that coders do not tell alike enough for conclusions.
    """

    short: str
    notes: tuple[str, ...]
    lines: tuple[QualityLine, ...]
    trials: frozenset[int]


def quality_view(
    quality: Quality | None, axes: Sequence[Axis], voice: Voice
) -> QualityView | None:
    """Return what was measured of the axes of a scan; None where nothing was."""
    if quality is None:
        return None
    known = {own.axis: own for own in quality.axes}
    lines = tuple(
        _line(number, axis, known[axis.id], voice)
        for number, axis in enumerate(axes)
        if axis.id in known
    )
    if not lines:
        return None
    passages, documents = voice.count(quality.passages), voice.count(quality.documents)
    notes = [voice.say("quality-f1", passages=passages, documents=documents)]
    if quality.coded_twice:
        notes.append(voice.say("quality-alpha", passages=voice.count(quality.coded_twice)))
    if quality.coders is Coders.LANGUAGE_MODELS:
        notes.append(voice.say("quality-models"))
    trials = {
        number
        for number, axis in enumerate(axes)
        if axis.id in known and (alpha := known[axis.id].alpha) is not None and alpha < TENTATIVE
    }
    short = "; ".join(
        voice.say("quality-short", axis=line.title, f1=line.f1.value, alpha=line.alpha.value)
        for line in lines
        if line.f1.value and line.alpha.value
    )
    return QualityView(
        short=voice.say("quality-in-short", figures=short) if short else "",
        notes=tuple(notes),
        lines=lines,
        trials=frozenset(trials),
    )


def _line(number: int, axis: Axis, own: AxisQuality, voice: Voice) -> QualityLine:
    return QualityLine(
        axis=number,
        code=axis.code,
        title=axis.title,
        f1=told(own.f1, voice.fractions),
        alpha=_alpha(own.alpha, voice),
    )


def _alpha(alpha: float | None, voice: Voice) -> Told:
    """Return an alpha, with what it allows under it."""
    if alpha is None:
        return Told()
    return Told(voice.decimal(alpha, 2), "", _allows(alpha, voice))


def _allows(alpha: float, voice: Voice) -> str:
    """Return what an alpha allows to be concluded; empty where that is all."""
    if alpha >= ENOUGH:
        return ""
    return voice.say("quality-tentative") if alpha >= TENTATIVE else voice.say("quality-unsure")
