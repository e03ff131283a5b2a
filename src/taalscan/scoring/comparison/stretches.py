"""Find where the words of a rewritten text differ from those of the old one."""

from collections.abc import Iterator, Sequence

from taalscan.model import Span
from taalscan.model.comparison import Stretch
from taalscan.scoring.comparison.halves import Half, Known
from taalscan.scoring.comparison.matching import Bounds, gaps, match_words

_ISLAND = 2
"""Most words of a run between two rewritten stretches that are read as one."""

Side = tuple[Half, Known, Sequence[int]]
"""A text, what the other has of it, and the places of the words to compare."""


def stretches_of(old: Side, new: Side) -> tuple[Stretch, ...]:
    """Return where the words of passages differ, in order.

    Words that were moved within them, or that the other text holds outside its passages, do not
    differ.
    """
    (half, _, places), (other, _, others) = old, new
    runs = match_words(half.forms(places), other.forms(others))
    kept = [run for run in runs if not run.moved]
    moved = [run for run in runs if run.moved]
    found = []
    for own, there in _merged(list(gaps(kept, len(places), len(others)))):
        here = _trimmed(old, own, [range(r.old, r.old + r.old_length) for r in moved])
        come = _trimmed(new, there, [range(r.new, r.new + r.new_length) for r in moved])
        if here[0] < here[1] or come[0] < come[1]:
            found.append(Stretch(_span(half, places, here), _span(other, others, come)))
    return tuple(found)


def _merged(found: Sequence[tuple[Bounds, Bounds]]) -> Iterator[tuple[Bounds, Bounds]]:
    """Yield the gaps, joined where hardly a word between them stayed the same.

    A word or two amid longer rewritten stretches are there by accident.
    """
    last: tuple[Bounds, Bounds] | None = None
    for gap in found:
        if last is None:
            last = gap
        elif _island(last, gap):
            last = (last[0][0], gap[0][1]), (last[1][0], gap[1][1])
        else:
            yield last
            last = gap
    if last is not None:
        yield last


def _island(last: tuple[Bounds, Bounds], gap: tuple[Bounds, Bounds]) -> bool:
    between = gap[0][0] - last[0][1]
    return between <= _ISLAND and between < min(_size(last), _size(gap)) - 1


def _size(gap: tuple[Bounds, Bounds]) -> int:
    return max(gap[0][1] - gap[0][0], gap[1][1] - gap[1][0])


def _trimmed(side: Side, bounds: Bounds, moved: Sequence[range]) -> Bounds:
    """Return a gap from its first to its last word that differs; empty where none does."""
    _, known, places = side
    differing = [
        place
        for place in range(*bounds)
        if not known.beside[places[place]] and not any(place in own for own in moved)
    ]
    return (differing[0], differing[-1] + 1) if differing else (bounds[0], bounds[0])


def _span(half: Half, places: Sequence[int], bounds: Bounds) -> Span:
    spans = half.words.spans
    start, end = bounds
    if start < end:
        return Span(spans[places[start]].start, spans[places[end - 1]].end)
    at = spans[places[start - 1]].end if start else spans[places[0]].start if places else 0
    return Span(at, at)
