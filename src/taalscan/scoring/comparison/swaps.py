"""Find words that were swapped while the frame of the text stayed the same (METRICS §8.4)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from taalscan.model import Hit, PassageScore, Scan, Span
from taalscan.model.comparison import FrameShift, Stretch, Swap, SwapKind, Unit

SAME_FRAME = 0.10
"""Change of the probability from which a text speaks otherwise (METRICS §8.4)."""

_MUCH = 0.25
"""Part of the words that differ in a text that was rewritten."""

_MORE = 4
"""Most words that change along with a word, for the sentence to have stayed as it was."""


@dataclass(frozen=True, slots=True)
class _Text:
    """One side of a unit: its document, and its passages by position."""

    scan: Scan
    passages: Sequence[int]

    def scored(self) -> list[PassageScore]:
        return [self.scan.passages[own] for own in self.passages]

    def hits(self, axis: str) -> Iterator[tuple[int, Hit]]:
        """Yield the hits of an axis, each with its passage."""
        for own in self.passages:
            yield from ((own, hit) for hit in self.scan.passages[own].hits if hit.axis == axis)


def swaps_of(old: Scan, new: Scan, units: Sequence[Unit]) -> tuple[Swap, ...]:
    """Return the swaps in rewritten units, in the order of the units and of the texts.

    A counted word went if its words stand where the texts differ, and the new text of the unit
    holds its entry fewer times than the old one, whatever its status there: a word that is denied
    now, or that stands in another sentence, did not go. The frame is the same if the probability
    of its axis in the words of the passage moved by less than .10 to the passage that holds its
    place now. A word that came is the same the other way round.

    The sentence must have stayed as it was but for a few words. If more of it was replaced, there
    is a signal only where both passages have the frame by their words, for then the frame did
    stay; a sentence that went or came whole is none. Without a classifier nothing can be said.
    """
    found: list[Swap] = []
    for number, unit in enumerate(units):
        if unit.kind.rewritten:
            here, there = _Text(old, unit.old), _Text(new, unit.new)
            turned = [Stretch(own.new, own.old) for own in unit.stretches]
            found += _swaps(number, SwapKind.WENT, here, there, unit.stretches)
            found += _swaps(number, SwapKind.CAME, there, here, turned)
    return tuple(found)


def _swaps(
    number: int, kind: SwapKind, here: _Text, there: _Text, stretches: Sequence[Stretch]
) -> Iterator[Swap]:
    for axis in [axis.id for axis in here.scan.axes]:
        for passage, hit, stretch in gone(here, there, axis, stretches):
            own, other = [here.scan.passages[passage]], _at(there, stretch.new)
            before, after = _probability(own, axis), _probability(other, axis)
            if before is None or after is None or abs(before - after) >= SAME_FRAME:
                continue
            least = _threshold([*own, *other], axis)
            framed, seen = min(before, after) >= least, max(before, after) >= least
            if _local(here, there, hit, stretch) or (stretch.new and framed):
                old, new = (before, after) if kind is SwapKind.WENT else (after, before)
                yield Swap(number, kind, passage, hit, stretch.new, old, new, seen)


def _local(here: _Text, there: _Text, hit: Hit, stretch: Stretch) -> bool:
    """Tell whether hardly more than the hit changed."""
    most = sum(_words(here, part) for part in hit.parts) + _MORE
    return _words(here, stretch.old) <= most and _words(there, stretch.new) <= most


def _threshold(passages: Iterable[PassageScore], axis: str) -> float:
    return max(own.threshold for passage in passages for own in passage.axes if own.axis == axis)


def gone(
    here: _Text, there: _Text, axis: str, stretches: Sequence[Stretch]
) -> Iterator[tuple[int, Hit, Stretch]]:
    """Yield the counted hits of an axis that the other text lacks, with where they stood."""
    lost = Counter(hit.entry for _, hit in here.hits(axis))
    lost.subtract(hit.entry for _, hit in there.hits(axis))
    for passage, hit in here.hits(axis):
        if hit.factor == 0 or lost[hit.entry] <= 0:
            continue
        place = next((own for own in stretches if _touches(own.old, hit.parts)), None)
        if place is not None:
            lost[hit.entry] -= 1
            yield passage, hit, place


def _touches(span: Span, parts: Iterable[Span]) -> bool:
    return any(span.overlaps(part) for part in parts)


def _at(text: _Text, place: Span) -> list[PassageScore]:
    """Return the passages at a place; all of the unit where it lies between them."""
    near = [
        own
        for own in text.scored()
        if own.passage.span.overlaps(place)
        or own.passage.span.start <= place.start <= own.passage.span.end
    ]
    return near or text.scored()


def _probability(passages: Sequence[PassageScore], axis: str) -> float | None:
    """Return the mean probability of an axis by the words alone, each passage by its words."""
    found = [
        (own.words, score.classifier)
        for own in passages
        for score in own.axes
        if score.axis == axis and score.classifier is not None
    ]
    words = sum(size for size, _ in found)
    if not words:
        return None
    return sum(size * probability for size, probability in found) / words


def _words(text: _Text, span: Span) -> int:
    return len(span.cut(text.scan.document.text).split())


def shifts_of(old: Scan, new: Scan, units: Sequence[Unit]) -> tuple[FrameShift, ...]:
    """Return the probabilities of the axes in rewritten units, before and after.

    A unit counts as rewritten on an axis if its probability moved by .10 or more while the counted
    words of the axis stayed as they were, and a quarter or more of its words differ: the model may
    also mark one word that the lexicon lacks.
    """
    return tuple(
        FrameShift(
            unit=number,
            axis=axis.id,
            old=before,
            new=after,
            rewritten=abs(after - before) >= SAME_FRAME
            and _same_entries(here, there, axis.id)
            and _much(here, there, unit.stretches),
        )
        for number, unit in enumerate(units)
        if unit.kind.rewritten
        for here, there in [(_Text(old, unit.old), _Text(new, unit.new))]
        for axis in old.axes
        for before in [_probability(here.scored(), axis.id)]
        for after in [_probability(there.scored(), axis.id)]
        if before is not None and after is not None
    )


def _same_entries(here: _Text, there: _Text, axis: str) -> bool:
    counted = [
        Counter(hit.entry for _, hit in text.hits(axis) if hit.factor > 0)
        for text in (here, there)
    ]
    return counted[0] == counted[1]


def _much(here: _Text, there: _Text, stretches: Sequence[Stretch]) -> bool:
    """Tell whether many of the words of both texts differ."""
    differ = sum(_words(here, own.old) + _words(there, own.new) for own in stretches)
    whole = sum(_words(text, own.passage.span) for text in (here, there) for own in text.scored())
    return differ >= _MUCH * whole
