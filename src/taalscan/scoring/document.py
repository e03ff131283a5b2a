"""Score a document on each axis: hits, densities and shares with their intervals."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from taalscan.model import Axis, AxisScore, Hit, Interval, PassageScore, Reliability
from taalscan.scoring.bootstrap import Counts, percentile_interval, resample, seed_of
from taalscan.scoring.reliability import reliability

PER = 1000
"""Densities are per thousand running words (METRICS §2)."""


RULE_OF_THREE = 3
"""None seen in n gives a 95 % upper bound of about 3/n (Hanley & Lippman-Hand 1983)."""


def score_document(
    axes: Sequence[Axis], passages: Sequence[PassageScore], sha256: str
) -> tuple[AxisScore, ...]:
    """Return the figures of a document, one an axis.

    Density is D = 1000·n/N over hits with a factor above 0, weighted density 1000·Σwg/N (METRICS
    §2), share the part of the passages that carry the label (METRICS §3). All are None where the
    document is too short for figures (METRICS §6.3).

    Args:
        axes: the axes, in the order of the result.
        passages: the scored passages, in the order of the text.
        sha256: digest of the document, the seed of the intervals.
    """
    counting = {
        axis.id: [_counting(passage.hits, axis.id) for passage in passages] for axis in axes
    }
    words = np.array([passage.words for passage in passages], dtype=np.float64)
    if reliability(len(passages), int(words.sum())) is Reliability.HIGHLIGHTS_ONLY:
        return tuple(_score(axis, counting[axis.id], None, None) for axis in axes)
    table = _table(axes, passages, counting, words)
    drawn = resample(table, [p.passage.headings for p in passages], seed_of(sha256))
    scores = []
    for number, axis in enumerate(axes):
        hits, labels = 2 + 2 * number, 3 + 2 * number
        density = _ratio(table, drawn, hits, 0, PER)
        share = _ratio(table, drawn, labels, 1, 1)
        scores.append(_score(axis, counting[axis.id], density, share, float(words.sum())))
    return tuple(scores)


def _counting(hits: Sequence[Hit], axis: str) -> list[Hit]:
    return [hit for hit in hits if hit.axis == axis and hit.factor > 0]


def _table(
    axes: Sequence[Axis],
    passages: Sequence[PassageScore],
    counting: dict[str, list[list[Hit]]],
    words: Counts,
) -> Counts:
    """Return a row a passage: words, one, then hits and label of each axis."""
    columns = [words, np.ones(len(passages))]
    for number, axis in enumerate(axes):
        columns.append(np.array([len(hits) for hits in counting[axis.id]], dtype=np.float64))
        columns.append(np.array([p.axes[number].label for p in passages], dtype=np.float64))
    return np.column_stack(columns)


def _ratio(table: Counts, drawn: Counts, above: int, below: int, scale: int) -> Interval:
    total = float(table[:, below].sum())
    value = scale * float(table[:, above].sum()) / total
    if value == 0:
        # no replication finds what the document lacks: the rule of three bounds it instead
        return Interval(0.0, 0.0, scale * min(1.0, RULE_OF_THREE / total))
    # a replication may draw only passages without words; it says nothing of a density
    usable = drawn[:, below] > 0
    return percentile_interval(value, scale * drawn[usable, above] / drawn[usable, below])


def _score(
    axis: Axis,
    per_passage: Sequence[Sequence[Hit]],
    density: Interval | None,
    share: Interval | None,
    words: float = 0.0,
) -> AxisScore:
    hits = [hit for found in per_passage for hit in found]
    facets = Counter(hit.facet for hit in hits)
    weighted = sum(hit.weight * hit.factor for hit in hits)
    return AxisScore(
        axis=axis.id,
        hits=len(hits),
        types=len({hit.entry for hit in hits}),
        density=density,
        weighted_density=PER * weighted / words if density else None,
        share=share,
        facets=tuple((facet.id, facets[facet.id]) for facet in axis.facets),
    )
