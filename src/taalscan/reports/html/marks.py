"""Cut text where hits begin and end, so that marks never overlap or nest."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from taalscan.model import Axis, Hit, Scan, Span
from taalscan.reports.hits import counted_code


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with its number in the scan, its axis, and its passage (both by position)."""

    number: int
    hit: Hit
    axis: int
    passage: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that the same hits cover.

    Attributes:
        target: number of the hit that it links to; None for plain text.
        hits: numbers of all hits that cover it.
        classes: style classes: axes, and whether the hit counts.
        code: letters of the axes of the hits that end here, with how they count.
    """

    text: str
    target: int | None = None
    hits: tuple[int, ...] = ()
    classes: str = ""
    code: str = ""


def number_hits(scan: Scan) -> tuple[tuple[Found, ...], ...]:
    """Return the hits of each passage, numbered from 1 through the whole scan."""
    axes = {axis.id: number for number, axis in enumerate(scan.axes)}
    number = 0
    passages = []
    for index, passage in enumerate(scan.passages):
        found = [
            Found(number + offset, hit, axes[hit.axis], index)
            for offset, hit in enumerate(passage.hits, start=1)
        ]
        number += len(found)
        passages.append(tuple(found))
    return tuple(passages)


def cut(text: str, span: Span, hits: Sequence[Found], axes: Sequence[Axis]) -> list[Segment]:
    """Return the segments of a stretch of text, in order; joined they are that stretch.

    Args:
        text: the text of the document.
        span: the stretch, inside one passage.
        hits: the hits of that passage.
        axes: the axes, for their letters.
    """
    bounds = {span.start, span.end}
    for found in hits:
        for part in found.hit.parts:
            bounds |= {edge for edge in (part.start, part.end) if span.start < edge < span.end}
    edges = sorted(bounds)
    return [_segment(text, Span(start, end), hits, axes) for start, end in pairwise(edges)]


def _segment(text: str, span: Span, hits: Sequence[Found], axes: Sequence[Axis]) -> Segment:
    covering = [found for found in hits if any(part.contains(span) for part in found.hit.parts)]
    words = span.cut(text)
    if not covering:
        return Segment(words)
    covering.sort(key=_weight)
    ending = [found for found in covering if found.hit.parts[-1].end == span.end]
    return Segment(
        text=words,
        target=covering[0].number,
        hits=tuple(found.number for found in covering),
        classes=_classes(covering),
        code=" ".join(counted_code(found.hit, axes[found.axis]) for found in ending),
    )


def _weight(found: Found) -> tuple[float, int, int]:
    """Order hits: what counts most first, then the longer, then the earlier."""
    return -found.hit.factor * found.hit.weight, -len(found.hit.span), found.number


def _classes(covering: Sequence[Found]) -> str:
    first = covering[0]
    counts = {0.0: " not", 1.0: ""}.get(first.hit.factor, " half")
    more = " both" if len({found.axis for found in covering}) > 1 else ""
    return f"a{first.axis}{counts}{more}"
