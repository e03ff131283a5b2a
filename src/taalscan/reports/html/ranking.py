"""Rank the chapters of a document by how much of an axis stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.model import Interval, Scan
from taalscan.reports.voice import Voice

_MOST = 5
"""Chapters of a list; a longer one is a table, and that is there too."""


@dataclass(frozen=True, slots=True)
class RankedChapter:
    """A chapter: the number of its first passage, and the figure that gives its place."""

    title: str
    passage: int
    figure: str
    bounds: str = ""


@dataclass(frozen=True, slots=True)
class RankedAxis:
    """The chapters that hold most of an axis.

    Attributes:
        dense: chapters that are long enough for figures, by hits per 1,000 words.
        short: the other ones, by their number of hits.
    """

    axis: int
    code: str
    title: str
    dense: tuple[RankedChapter, ...]
    short: tuple[RankedChapter, ...]


def ranked_axes(scan: Scan, titles: Sequence[str], voice: Voice) -> tuple[RankedAxis, ...]:
    """Return for each axis the chapters that hold most of it.

    A density of a short chapter depends too much on chance (METRICS §6.3), so the two kinds of
    chapters are never set in one order.

    Args:
        scan: the scan.
        titles: of its chapters.
        voice: the words of the report.
    """
    ranked = []
    for number, axis in enumerate(scan.axes):
        found = [
            _Found(title, section.first, own.hits, own.density)
            for section, title in zip(scan.sections, titles, strict=True)
            for own in section.axes
            if own.axis == axis.id and own.hits
        ]
        dense = sorted((one for one in found if one.density is not None), key=_by_density)
        short = sorted((one for one in found if one.density is None), key=_by_hits)
        ranked.append(
            RankedAxis(
                axis=number,
                code=axis.code,
                title=axis.title,
                dense=tuple(_chapter(one, voice) for one in dense[:_MOST]),
                short=tuple(_chapter(one, voice) for one in short[:_MOST]),
            )
        )
    return tuple(ranked)


@dataclass(frozen=True, slots=True)
class _Found:
    """A chapter in which an axis was found."""

    title: str
    first: int
    hits: int
    density: Interval | None


def _by_density(found: _Found) -> tuple[float, int]:
    return -(found.density.value if found.density else 0.0), found.first


def _by_hits(found: _Found) -> tuple[int, int]:
    return -found.hits, found.first


def _chapter(found: _Found, voice: Voice) -> RankedChapter:
    if found.density is None:
        figure = voice.amount("words-found", found.hits)
        return RankedChapter(found.title, found.first + 1, figure)
    value, bounds = voice.densities(found.density)
    return RankedChapter(found.title, found.first + 1, voice.say("per-1000", value=value), bounds)
