"""Say how often each facet of an axis was found, and what facets were counted together."""

from collections.abc import Mapping
from dataclasses import dataclass

from taalscan.model import Axis, PartScore, Scan
from taalscan.reports.html.profile import Told, told
from taalscan.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class FacetLine:
    """A facet, or facets that are counted together.

    Attributes:
        id: of a facet; empty for facets together.
        density: hits per 1,000 words.
        width: its part of the largest facet of the report, in percents.
    """

    id: str
    title: str
    definition: str
    hits: str
    density: Told
    width: int


def facet_lines(scan: Scan, voice: Voice) -> tuple[tuple[FacetLine, ...], ...]:
    """Return for each axis its facets with their hits, then what is counted together."""
    facets = {score.axis: {part.id: part for part in score.facets} for score in scan.scores}
    groups = {score.axis: {part.id: part for part in score.groups} for score in scan.scores}
    most = max((part.hits for own in facets.values() for part in own.values()), default=0) or 1
    return tuple(
        (
            *_facets(axis, facets.get(axis.id, {}), most, voice),
            *_groups(axis, groups.get(axis.id, {}), voice),
        )
        for axis in scan.axes
    )


def _facets(
    axis: Axis, found: Mapping[str, PartScore], most: int, voice: Voice
) -> tuple[FacetLine, ...]:
    parts = [(facet, found.get(facet.id)) for facet in axis.facets]
    return tuple(
        FacetLine(
            id=facet.id,
            title=facet.title,
            definition=facet.definition,
            hits=voice.count(part.hits if part else 0),
            density=told(part.density if part else None, voice.densities),
            width=round(100 * (part.hits if part else 0) / most),
        )
        for facet, part in parts
    )


def _groups(axis: Axis, found: Mapping[str, PartScore], voice: Voice) -> tuple[FacetLine, ...]:
    return tuple(
        FacetLine(
            id="",
            title=group.title,
            definition="",
            hits=voice.count(found[group.id].hits),
            density=told(found[group.id].density, voice.densities),
            width=0,
        )
        for group in axis.groups
        if group.id in found
    )
