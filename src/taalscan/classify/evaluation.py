"""Measure on labelled passages how often axes, probabilities and highlights are right."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from taalscan.classify.calibration import (
    brier_of_prevalence,
    brier_score,
    calibration_error,
    reliability_bins,
)
from taalscan.classify.resampling import Array, percentile_interval, replicated
from taalscan.labels import LabelledPassage
from taalscan.measures import (
    AxisEvaluation,
    Evaluation,
    GroupEvaluation,
    PairedDifference,
    ThresholdChoice,
)
from taalscan.model import Interval, Span

SEED = 1
"""Any fixed number does: the same passages give the same intervals."""

FEW = 5
"""Positives from which the F1 of a genre or source is told."""

_TRUE, _FALSE, _MISSED, _RIGHT, _MARKED = range(5)
"""Columns of the counts: true and false positives, false negatives, right highlights, all."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled passage with what a model said of it; the keys are codes of axes.

    Attributes:
        probabilities: in [0, 1].
        labels: whether the model gives the passage the axis.
        highlights: spans of the text of the passage that are shown as the reason.
        chance: chance of being drawn, in (0, 1]; None where it is not known.
    """

    passage: LabelledPassage
    probabilities: Mapping[str, float]
    labels: Mapping[str, bool]
    highlights: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    chance: float | None = None


def evaluate(
    judged: Sequence[Judged],
    codes: Sequence[str],
    *,
    thresholds: Mapping[str, float] | None = None,
    weighted: bool = False,
    seed: int = SEED,
) -> Evaluation:
    """Return all figures of a model on labelled passages.

    Precision, recall and F1 by definition (van Rijsbergen 1979, ch. 7); macro-F1 is the plain
    mean over the axes. Intervals come from drawing whole documents (`LabelledPassage.group`) in
    2,000 replications. A highlight is judged where model and coders agree that the passage
    carries the axis and the coders pointed at something; it is right if it overlaps that. The
    order of the passages has no influence.

    Args:
        judged: at least one passage.
        codes: axes to measure; each must be a key of every `probabilities` and `labels`.
        thresholds: what the labels were decided with, by code; only told, not used.
        weighted: count each passage for 1/chance of being drawn, so that the figures hold for
            what was drawn from (Horvitz & Thompson 1952).
        seed: of the drawing.

    Raises:
        ValueError: if there are no passages or axes, a probability is not in [0, 1], or with
            `weighted` a chance is not known or not in (0, 1].
    """
    ordered = sorted(judged, key=_id)
    weights = _weights(ordered, codes, weighted=weighted)
    counts = _counts(ordered, codes, weights)
    drawn = replicated(_flat(counts), [item.passage.group for item in ordered], seed)
    replications = drawn.reshape(len(drawn), len(codes), counts.shape[2])
    totals = counts.sum(axis=0)
    axes = tuple(
        _axis(ordered, code, weights, (totals[number], replications[:, number]), thresholds)
        for number, code in enumerate(codes)
    )
    positives = _positives(ordered, codes)
    return Evaluation(
        axes=axes,
        macro_f1=percentile_interval(float(_macro_f1(totals)), _macro_f1(replications)),
        genres=_by([item.passage.genre for item in ordered], counts, positives),
        sources=_by([item.passage.source for item in ordered], counts, positives),
        passages=len(ordered),
        documents=len({item.passage.group for item in ordered}),
        weighted=weighted,
    )


def paired_difference(
    one: Sequence[Judged],
    other: Sequence[Judged],
    codes: Sequence[str],
    *,
    weighted: bool = False,
    seed: int = SEED,
) -> PairedDifference:
    """Return by how much the macro-F1 of `one` is above that of `other`, with 95 % intervals.

    Both models are measured on the same draws, so what makes a document hard for both cancels.

    Args:
        one: the passages with what the one model said.
        other: the same passages with what the other model said, in any order.
        codes: axes to measure.
        weighted: as for `evaluate`.
        seed: of the drawing.

    Raises:
        ValueError: as `evaluate`, or if the passages are not the same.
    """
    first, second = sorted(one, key=_id), sorted(other, key=_id)
    if [item.passage for item in first] != [item.passage for item in second]:
        message = "the two models did not judge the same passages"
        raise ValueError(message)
    weights = _weights(first, codes, weighted=weighted)
    _weights(second, codes, weighted=False)
    counts = np.stack([_counts(items, codes, weights) for items in (first, second)], axis=1)
    totals = counts.sum(axis=0)
    value = float(_macro_f1(totals[0]) - _macro_f1(totals[1]))

    def interval(groups: list[str]) -> Interval | None:
        drawn = replicated(_flat(counts), groups, seed).reshape(-1, *counts.shape[1:])
        differences = _macro_f1(drawn[:, 0]) - _macro_f1(drawn[:, 1])
        return percentile_interval(value, differences, lowest=-1.0)

    sources = [item.passage.source for item in first]
    return PairedDifference(
        by_document=interval([item.passage.group for item in first]),
        by_source=interval(sources) if len(set(sources)) > 1 else None,
    )


def best_threshold(
    labels: Sequence[bool], probabilities: Sequence[float], min_precision: float
) -> ThresholdChoice:
    """Return the threshold with the highest F1 among those that are precise enough.

    A passage carries the axis from the threshold on. Every probability that occurs is tried; of
    equal ones the highest threshold wins, which marks less. Where none is precise enough, the
    highest F1 of all wins and `precise` is False (METRICS §7.3).

    Args:
        labels: what coders said.
        probabilities: what the model said, in the same order.
        min_precision: in [0, 1].

    Raises:
        ValueError: if there are no passages, or not as many of both.
    """
    truth = np.asarray(labels, dtype=np.float64)
    known = np.asarray(probabilities, dtype=np.float64)
    if not len(truth) or len(truth) != len(known):
        message = f"{len(truth)} labels and {len(known)} probabilities"
        raise ValueError(message)
    order = np.argsort(-known, kind="stable")
    falling = known[order]
    last = np.append(falling[1:] != falling[:-1], True)  # equal probabilities go together
    given = np.arange(1, len(truth) + 1)[last]
    right = np.cumsum(truth[order])[last]
    precision = right / given
    recall = right / max(1.0, truth.sum())
    f1 = 2 * right / (given + truth.sum())
    precise = precision >= min_precision
    best = int(np.argmax(np.where(precise, f1, -1.0) if precise.any() else f1))
    return ThresholdChoice(
        threshold=float(falling[last][best]),
        precision=float(precision[best]),
        recall=float(recall[best]),
        f1=float(f1[best]),
        precise=bool(precise.any()),
    )


def evidence_spans(text: str, fragments: Sequence[str]) -> tuple[Span, ...]:
    r"""Return every place of the fragments in a text, whatever their case and white space.

    >>> evidence_spans("Wij kopen\nzorg in.", ["kopen zorg"])
    (Span(start=4, end=14),)
    """
    return tuple(
        Span(*found.span())
        for words in map(str.split, fragments)
        if words
        for found in re.finditer(r"\s+".join(map(re.escape, words)), text, re.IGNORECASE)
    )


def _id(item: Judged) -> str:
    return item.passage.id


def _weights(judged: Sequence[Judged], codes: Sequence[str], *, weighted: bool) -> Array:
    """Return what each passage counts for, after a look at what cannot be measured."""
    if not judged or not codes:
        message = "no passages or no axes to measure"
        raise ValueError(message)
    for item in judged:
        if not all(0 <= item.probabilities[code] <= 1 for code in codes):
            message = f"{item.passage.id}: a probability lies outside [0, 1]"
            raise ValueError(message)
        if weighted and not 0 < (item.chance or 0) <= 1:
            message = f"{item.passage.id}: the chance of being drawn is not in (0, 1]"
            raise ValueError(message)
    if not weighted:
        return np.ones(len(judged))
    return np.array([1 / (item.chance or 1) for item in judged])


def _counts(judged: Sequence[Judged], codes: Sequence[str], weights: Array) -> Array:
    """Return the weighted counts: passages by axes by what is counted."""
    rows = [[_count(item, code) for code in codes] for item in judged]
    return np.array(rows, dtype=np.float64) * weights[:, None, None]


def _count(item: Judged, code: str) -> tuple[int, int, int, int, int]:
    truth, given = item.passage.has(code), bool(item.labels[code])
    if not (truth and given):
        return 0, int(given), int(truth), 0, 0
    places = evidence_spans(item.passage.text, item.passage.evidence.get(code, ()))
    # without a place that coders pointed at, nobody can say whether a highlight is right
    marked = item.highlights.get(code, ()) if places else ()
    right = sum(any(span.overlaps(place) for place in places) for span in marked)
    return 1, 0, 0, right, len(marked)


def _positives(judged: Sequence[Judged], codes: Sequence[str]) -> npt.NDArray[np.bool_]:
    return np.array([[item.passage.has(code) for code in codes] for item in judged])


def _flat(counts: Array) -> Array:
    return counts.reshape(len(counts), -1)


def _share(part: Array, whole: Array) -> Array:
    """Return a share; not a number where there is no whole."""
    return np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)


def _f1(totals: Array) -> Array:
    """Return F1 from counts in the last dimension."""
    double = 2 * totals[..., _TRUE]
    return _share(double, double + totals[..., _FALSE] + totals[..., _MISSED])


def _macro_f1(totals: Array) -> Array:
    """Return the mean F1 over the last dimension but one; not a number where one F1 is not."""
    mean: Array = _f1(totals).mean(axis=-1)
    return mean


def _axis(
    judged: Sequence[Judged],
    code: str,
    weights: Array,
    counts: tuple[Array, Array],
    thresholds: Mapping[str, float] | None,
) -> AxisEvaluation:
    """Return the figures of an axis, from its counts in the sample and in each replication."""
    labels = _positives(judged, (code,))[:, 0].astype(np.float64)
    known = np.array([item.probabilities[code] for item in judged])

    def share(part: int, *whole: int) -> Interval | None:
        value, replications = (
            _share(own[..., part], own[..., list(whole)].sum(axis=-1)) for own in counts
        )
        return percentile_interval(float(value), replications)

    return AxisEvaluation(
        code=code,
        n=len(judged),
        positives=int(labels.sum()),
        threshold=None if thresholds is None else thresholds[code],
        precision=share(_TRUE, _TRUE, _FALSE),
        recall=share(_TRUE, _TRUE, _MISSED),
        f1=percentile_interval(float(_f1(counts[0])), _f1(counts[1])),
        brier=brier_score(known, labels, weights),
        brier_base=brier_of_prevalence(labels, weights),
        ece=calibration_error(known, labels, weights),
        bins=reliability_bins(known, labels, weights),
        highlights=share(_RIGHT, _MARKED),
        highlight_count=_judged_highlights(judged, code),
    )


def _judged_highlights(judged: Sequence[Judged], code: str) -> int:
    return sum(_count(item, code)[_MARKED] for item in judged)


def _by(
    names: Sequence[str], counts: Array, positives: npt.NDArray[np.bool_]
) -> tuple[GroupEvaluation, ...]:
    """Return the figures by name, the largest group first."""
    made = []
    for name, size in sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])):
        inside = np.array([own == name for own in names])
        enough = positives[inside].sum(axis=0) >= FEW
        f1 = _f1(counts[inside].sum(axis=0))
        told = tuple(float(f) if e else None for f, e in zip(f1, enough, strict=True))
        made.append(GroupEvaluation(name, size, told))
    return tuple(made)
