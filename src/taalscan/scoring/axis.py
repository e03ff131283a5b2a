"""Compute the figures of a document on one axis."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp

import numpy as np

from taalscan.model import (
    AxisScore,
    Diversity,
    Hit,
    Interval,
    PartScore,
    PassageScore,
    Verdict,
    VerdictCounts,
)
from taalscan.scoring.bootstrap import Counts
from taalscan.scoring.columns import Found
from taalscan.scoring.diversity import LEAST_HITS, diversity, entropy, hill, miller_madow, rarefied
from taalscan.scoring.interval import amount_interval, bounded
from taalscan.scoring.labels import Labelled
from taalscan.scoring.sample import CONTENT, WORDS, Key, Sample

RAREFIED = 1000
"""Words to which numbers of different entries are brought (METRICS §6.3)."""


def counted_only(found: Found) -> AxisScore:
    """Return the amounts of an axis, without figures: for a document that is too short."""
    return AxisScore(
        axis=found.axis.id,
        hits=len(found.hits),
        types=len(found.entries),
        density=None,
        weighted_density=None,
        share=None,
        facets=_facets(found, None),
        groups=_groups(found, None),
        top_entry=found.top,
    )


def axis_score(
    found: Found, passages: Sequence[PassageScore], sample: Sample, carried: Labelled | None
) -> AxisScore:
    """Return the figures of an axis.

    Args:
        found: the hits that count.
        passages: the passages.
        sample: the amounts of the document, and of resampled ones.
        carried: expected passages with the axis; None without a classifier.
    """
    axis = found.axis.id
    labels, in_words = ("label", axis), ("label_words", axis)
    words = round(sample.totals[WORDS])
    content = sample.totals[CONTENT] > 0  # scans of older formats did not count them
    return AxisScore(
        axis=axis,
        hits=len(found.hits),
        types=len(found.entries),
        density=sample.density([("hits", axis)]),
        weighted_density=sample.density([("weight", axis)]),
        share=sample.share(sample.totals[labels], sample.drawn[labels]),
        facets=_facets(found, sample),
        groups=_groups(found, sample),
        expected_share=sample.share(carried.amount, carried.read) if carried else None,
        word_share=sample.share(sample.totals[in_words], sample.drawn[in_words], WORDS),
        content_density=sample.density([("hits", axis)], CONTENT) if content else None,
        top_entry=found.top,
        density_rest=sample.density([("rest", axis)]),
        types_1000=rarefied([number for _, number in found.entries], words, RAREFIED),
        diversity=_diversity(found, sample),
        verdicts=_verdicts(axis, passages) if carried else None,
    )


def _facets(found: Found, sample: Sample | None) -> tuple[PartScore, ...]:
    return tuple(_part(facet.id, [facet.id], found.hits, sample) for facet in found.axis.facets)


def _groups(found: Found, sample: Sample | None) -> tuple[PartScore, ...]:
    return tuple(_part(own.id, own.facets, found.hits, sample) for own in found.axis.groups)


def _part(
    name: str, facets: Sequence[str], hits: Iterable[Hit], sample: Sample | None
) -> PartScore:
    own = [hit for hit in hits if hit.facet in facets]
    keys: list[Key] = [("hits", facet) for facet in facets]
    weights: list[Key] = [("weight", facet) for facet in facets]
    return PartScore(
        id=name,
        hits=len(own),
        types=len({hit.entry for hit in own}),
        density=sample.density(keys) if sample else None,
        weighted_density=sample.density(weights) if sample else None,
    )


def _diversity(found: Found, sample: Sample) -> Diversity | None:
    """Return the diversity of facets; None under `LEAST_HITS` hits."""
    if len(found.hits) < LEAST_HITS:
        return None
    per_facet = Counter(hit.facet for hit in found.hits)
    counts = [per_facet[facet.id] for facet in found.axis.facets]
    drawn = np.column_stack([sample.drawn["hits", facet.id] for facet in found.axis.facets])
    return diversity(counts, _hill_interval(counts, drawn, sample.blocks))


def _hill_interval(counts: Sequence[int], drawn: Counts, blocks: float) -> Interval:
    """Return the interval of a Hill number, which is at least 1 and at most the facets.

    Few hits miss facets, so the figure is too low by about what Miller and Madow correct; the
    upper bound goes up by as much.
    """
    totals = np.maximum(drawn.sum(axis=1, keepdims=True), 1.0)
    shares = drawn / totals
    logs = np.log(np.where(shares > 0, shares, 1.0))
    value = hill(counts)
    found = amount_interval(value, np.exp(-(shares * logs).sum(axis=1)), blocks, 0.0)
    missed = exp(miller_madow(counts) - entropy(counts))
    return bounded(value, max(1.0, found.low), min(float(len(counts)), found.high * missed))


def _verdicts(axis: str, passages: Sequence[PassageScore]) -> VerdictCounts:
    counts = Counter(
        score.verdict for passage in passages for score in passage.axes if score.axis == axis
    )
    return VerdictCounts(
        agreed=counts[Verdict.AGREED],
        word_only=counts[Verdict.WORD_ONLY],
        frame_only=counts[Verdict.FRAME_ONLY],
    )
