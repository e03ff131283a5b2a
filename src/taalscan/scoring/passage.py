"""Score one passage: lexicon and classifier on each axis, how they agree, and the label."""

from collections.abc import Iterable, Mapping, Sequence

from taalscan.model import (
    Axis,
    AxisPassageScore,
    Contribution,
    Hit,
    Passage,
    PassageScore,
    Reading,
    Verdict,
)
from taalscan.scoring.formulas import noisy_or

_VERDICTS = {
    (True, True): Verdict.AGREED,
    (True, False): Verdict.WORD_ONLY,
    (False, True): Verdict.FRAME_ONLY,
    (False, False): Verdict.NONE,
}
"""By whether the lexicon is strong and whether the passage carries the axis (METRICS §7.2)."""

_QUIET = frozenset({Verdict.NONE, Verdict.LEXICON})
"""Verdicts for which there is nothing to explain."""


def strength(hits: Iterable[Hit]) -> float:
    """Return the lexicon strength of hits, in [0, 1] (METRICS §1)."""
    return noisy_or(hit.weight * hit.factor for hit in hits)


def score_passage(
    passage: Passage,
    words: int,
    hits: Sequence[Hit],
    axes: Iterable[Axis],
    read: tuple[Sequence[Reading], Sequence[Contribution]] = ((), ()),
) -> PassageScore:
    """Score a passage on every axis.

    Without a classifier the label follows from the strength of the hits alone, and there is no
    second opinion to agree with (METRICS §7.1).

    Args:
        passage: the passage.
        words: its running words.
        hits: all hits inside it, also those that do not count.
        axes: the axes to score on.
        read: what a classifier makes of it, and what moved that; axes may be missing.
    """
    readings = {reading.axis: reading for reading in read[0]}
    scores = tuple(
        _axis_score(axis, strength(hit for hit in hits if hit.axis == axis.id), readings)
        for axis in axes
    )
    told = {score.axis for score in scores if score.verdict not in _QUIET}
    contributions = tuple(item for item in read[1] if item.axis in told)
    return PassageScore(passage, words, scores, tuple(hits), contributions)


def _axis_score(axis: Axis, value: float, readings: Mapping[str, Reading]) -> AxisPassageScore:
    reading = readings.get(axis.id)
    if reading is None:
        label = value >= axis.threshold
        verdict = Verdict.LEXICON if label else Verdict.NONE
        return AxisPassageScore(axis.id, value, None, value, verdict, label, axis.threshold)
    label = reading.combined >= reading.threshold
    return AxisPassageScore(
        axis=axis.id,
        lexicon=value,
        classifier=reading.probability,
        combined=reading.combined,
        verdict=_VERDICTS[value >= axis.threshold, label],
        label=label,
        threshold=reading.threshold,
    )
