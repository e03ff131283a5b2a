"""Offer what the marks in the text can be filtered by."""

from collections import Counter
from dataclasses import dataclass

from taalscan.model import Scan, Status, Verdict
from taalscan.reports.voice import Voice

FRAME = "frame"
"""Stands beside the codes of statuses, for a passage marked without a signal word."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to filter by; `amount` is the number of marks that it leaves."""

    code: str
    title: str
    amount: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What the marks can be filtered by.

    Attributes:
        axes: an amount an axis.
        facets: for each axis the facets in which something was found.
        statuses: every status, then passages that were marked without a signal word.
    """

    axes: tuple[Choice, ...]
    facets: tuple[tuple[Choice, ...], ...]
    statuses: tuple[Choice, ...]


def filters(scan: Scan, voice: Voice) -> Filters:
    """Return what the marks of a scan can be filtered by."""
    hits = [hit for score in scan.passages for hit in score.hits]
    alone = Counter(
        own.axis
        for score in scan.passages
        for own in score.axes
        if own.verdict is Verdict.FRAME_ONLY
    )
    axes = Counter(hit.axis for hit in hits) + alone
    facets = Counter(hit.facet for hit in hits)
    statuses = Counter(hit.status for hit in hits)
    return Filters(
        axes=tuple(
            Choice(str(number), axis.title, voice.count(axes[axis.id]))
            for number, axis in enumerate(scan.axes)
        ),
        facets=tuple(
            tuple(
                Choice(facet.id, facet.title, voice.count(facets[facet.id]))
                for facet in axis.facets
                if facets[facet.id]
            )
            for axis in scan.axes
        ),
        statuses=(
            *(
                Choice(
                    status.value,
                    voice.say(f"status-name-{status.value}"),
                    voice.count(statuses[status]),
                )
                for status in Status
            ),
            Choice(FRAME, voice.say("filter-frame"), voice.count(sum(alone.values()))),
        ),
    )
