"""Build the figures of each axis from records of the JSON format, trusting nothing.

Scans of an earlier taalscan lack the newer keys; what they do not tell is not known.
"""

from collections.abc import Iterable

from taalscan.model import (
    Axis,
    AxisScore,
    Dispersion,
    Diversity,
    Interval,
    PartScore,
    Percentile,
    VerdictCounts,
)
from taalscan.reports.fields import Fields

_PERCENTS = 100


def scores_of(fields: Fields, axes: Iterable[Axis]) -> tuple[AxisScore, ...]:
    """Return the figures of every axis."""
    all_scores = fields.inner("scores")
    return tuple(_score(all_scores.inner(axis.id), axis) for axis in axes)


def _score(own: Fields, axis: Axis) -> AxisScore:
    return AxisScore(
        axis=axis.id,
        hits=own.integer("hits"),
        types=own.integer("types"),
        density=interval_of(own.inner("density")),
        weighted_density=_weighted(own),
        share=interval_of(own.inner("share"), high=1),
        facets=_facets(own, axis),
        groups=_groups(own, axis),
        expected_share=known_interval(own, "expected_share", high=1),
        word_share=known_interval(own, "word_share", high=1),
        content_density=known_interval(own, "content_density"),
        top_entry=own.text("top_entry") if own.has("top_entry") else "",
        density_rest=known_interval(own, "density_rest"),
        types_1000=own.number_or_none("types_1000") if own.has("types_1000") else None,
        diversity=_diversity(own.known("diversity")),
        dispersion=_dispersion(own.known("dispersion")),
        percentile=percentile_of(own.known("percentile")),
        share_percentile=percentile_of(own.known("share_percentile")),
        verdicts=_verdicts(own.known("verdicts")),
    )


def _weighted(own: Fields) -> Interval | None:
    value = own.number_or_none("weighted_density")
    if value is None:
        return None
    if not own.has("weighted_density_low"):
        return Interval(value, value, value)
    low, high = own.number("weighted_density_low"), own.number("weighted_density_high")
    if not low <= value <= high:
        raise own.wrong("weighted_density", "a value between low and high is expected")
    return Interval(value, low, high)


def _facets(own: Fields, axis: Axis) -> tuple[PartScore, ...]:
    hits = own.values("facets")
    if not {name for name, _ in hits} <= {facet.id for facet in axis.facets}:
        raise own.wrong("facets", "a facet that the axis does not have")
    if any(isinstance(number, str) for _, number in hits):
        raise own.wrong("facets", "whole numbers are expected")
    figures = own.known("facet_figures")
    return tuple(
        _part(name, int(number), figures.inner(name) if figures else None) for name, number in hits
    )


def _groups(own: Fields, axis: Axis) -> tuple[PartScore, ...]:
    groups = own.known("groups")
    if groups is None:
        return ()
    if not set(groups.names()) <= {group.id for group in axis.groups}:
        raise own.wrong("groups", "a group that the axis does not have")
    return tuple(
        _part(name, groups.inner(name).integer("hits"), groups.inner(name))
        for name in groups.names()
    )


def _part(name: str, hits: int, figures: Fields | None) -> PartScore:
    if figures is None:
        return PartScore(name, hits, 0, None, None)
    return PartScore(
        id=name,
        hits=hits,
        types=figures.integer("types"),
        density=known_interval(figures, "density"),
        weighted_density=known_interval(figures, "weighted_density"),
    )


def interval_of(fields: Fields, high: float | None = None) -> Interval | None:
    """Return a figure from 0 up with its bounds; None where all three are null."""
    names = ("value", "low", "high")
    numbers = [fields.number_or_none(name, high=high) for name in names]
    known = [number for number in numbers if number is not None]
    if not known:
        return None
    if len(known) < len(names):
        raise fields.wrong("", "all of value, low and high are expected, or none")
    return ordered(fields, Interval(*known))


def ordered(fields: Fields, found: Interval) -> Interval:
    """Return a figure whose bounds lie around it; others contradict themselves."""
    if not found.low <= found.value <= found.high:
        raise fields.wrong("", "a value between low and high is expected")
    return found


def known_interval(fields: Fields, key: str, high: float | None = None) -> Interval | None:
    """Return the figure at a key; None where the key is absent or null."""
    inner = fields.known(key)
    return None if inner is None else interval_of(inner, high)


def _diversity(own: Fields | None) -> Diversity | None:
    if own is None:
        return None
    hill = interval_of(own.inner("hill"))
    if hill is None:
        raise own.wrong("hill", "a number is expected")
    return Diversity(
        hits=own.integer("hits"),
        entropy=own.number("entropy"),
        evenness=own.number("evenness"),
        hill=hill,
        corrected=own.number("corrected"),
    )


def _dispersion(own: Fields | None) -> Dispersion | None:
    if own is None:
        return None
    return Dispersion(
        parts=own.integer("parts"),
        dp=own.number("dp", high=1),
        dp_norm=own.number("dp_norm"),
        dp_chance=own.number("dp_chance", high=1),
        juilland=own.any_number("juilland"),
        section=own.integer("section"),
        hit_share=own.number("hit_share", high=1),
        word_share=own.number("word_share", high=1),
    )


def percentile_of(own: Fields | None) -> Percentile | None:
    """Return a place among others; None where it is not known."""
    if own is None:
        return None
    found = interval_of(own, high=_PERCENTS)
    if found is None:
        raise own.wrong("value", "a number is expected")
    return Percentile(found.value, found.low, found.high)


def _verdicts(own: Fields | None) -> VerdictCounts | None:
    if own is None:
        return None
    return VerdictCounts(
        own.integer("agreed"), own.integer("word_only"), own.integer("frame_only")
    )
