"""Find where the words of a rewritten text differ from those of the old one."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from taalscan.model import Span
from taalscan.model.comparison import Stretch
from taalscan.scoring.comparison.halves import UNKNOWN, Half, Known
from taalscan.scoring.comparison.matching import Bounds, gaps, match_words

_ISLAND = 2
"""Most words of a run between two rewritten stretches that are read as one."""

Side = tuple[Half, Known, Sequence[int]]
"""A text, what the other has of it, and the places of the words to compare."""


def stretches_of(old: Side, new: Side) -> tuple[Stretch, ...]:
    """Return where the words of passages differ, in order.

    Words that were moved within them do not differ, nor do those that the other text parts into
    passages otherwise, or holds outside its passages.
    """
    (half, _, places), (other, _, others) = old, new
    runs = match_words(half.forms(places), other.forms(others))
    kept = [run for run in runs if not run.moved]
    moved = [run for run in runs if run.moved]
    old_same = _elsewhere(old, new, [range(r.old, r.old + r.old_length) for r in moved])
    new_same = _elsewhere(new, old, [range(r.new, r.new + r.new_length) for r in moved])
    found = []
    for own, there in _merged(list(gaps(kept, len(places), len(others)))):
        here = _trimmed(own, old_same)
        come = _trimmed(there, new_same)
        if not _only_label(old, here, come) and not _only_label(new, come, here):
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
    return between <= _ISLAND and between < min(_size(last), _size(gap))


def _size(gap: tuple[Bounds, Bounds]) -> int:
    return max(gap[0][1] - gap[0][0], gap[1][1] - gap[1][0])


def _elsewhere(side: Side, other: Side, moved: Sequence[range]) -> set[int]:
    """Return which words the other text has too, though not at their place in the unit."""
    _, known, places = side
    half, _, others = other
    here = {half.home[place] for place in others}
    twins = {
        number
        for number, place in enumerate(places)
        if known.twins[place] != UNKNOWN and known.twins[place] not in here
    }
    return twins.union(*moved)


def _trimmed(bounds: Bounds, same: AbstractSet[int]) -> Bounds:
    """Return a gap from its first to its last word that differs; empty where none does."""
    differing = [place for place in range(*bounds) if place not in same]
    return (differing[0], differing[-1] + 1) if differing else (bounds[0], bounds[0])


def _only_label(side: Side, own: Bounds, other: Bounds) -> bool:
    """Tell whether there is no difference but, at most, the number of a note or point.

    Some files hold such a number in the text of a passage, others beside it.
    """
    if other[0] < other[1] or own[1] - own[0] > 1:
        return False
    if own[0] == own[1]:
        return True
    half, _, places = side
    place = places[own[0]]
    form = half.words.forms[place]
    return place == half.places[half.home[place]].start and form.isdecimal() and len(form) <= 3


def _span(half: Half, places: Sequence[int], bounds: Bounds) -> Span:
    spans = half.words.spans
    start, end = bounds
    if start < end:
        return Span(spans[places[start]].start, spans[places[end - 1]].end)
    at = spans[places[start - 1]].end if start else spans[places[0]].start if places else 0
    return Span(at, at)
