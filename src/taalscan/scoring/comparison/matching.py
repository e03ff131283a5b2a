"""Find which words of two texts are the same ones: kept in order, or moved elsewhere.

Long unique runs of words go first (the anchors of Cohen's patience diff), then the longest common
subsequence in what lies between them. What is left is looked for elsewhere in the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from rapidfuzz.distance import LCSseq

_ANCHORS = (8, 4, 2)
"""Words of an anchor: long ones first, so that a common phrase does not hold texts apart."""

_MOST_CELLS = 100_000_000
"""Largest table of a common subsequence (10,000 by 10,000 words, 12 MB)."""

_MOVED = 6
"""Fewest words of a run that counts as moved; shorter ones recur in any text."""


_NUMBER = re.compile(r"\d[\d.,-]*")


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Equal words, one after another in both texts: from `old` and from `new` on.

    Attributes:
        old: place of the first word in the old text; `new` in the new one.
        old_length: words in the old text; `new_length` in the new one. They differ where one
            text writes in two words what the other writes in one.
        moved: whether it stands elsewhere in the order of the text.
    """

    old: int
    new: int
    old_length: int
    new_length: int
    moved: bool = False


def match_words(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Return the runs of words that two texts share, each word in at most one run.

    Args:
        old: the normalised words of the old text.
        new: those of the new one.
    """
    ids: dict[str, int] = {}
    a = [ids.setdefault(word, len(ids)) for word in old]
    b = [ids.setdefault(word, len(ids)) for word in new]
    kept = _joined(_in_order(a, b, (0, len(a)), (0, len(b)), 0))
    kept = sorted([*kept, *_split_otherwise(old, new, kept)])
    return sorted([*kept, *_moved(a, b, kept)])


Bounds = tuple[int, int]


def _in_order(
    a: Sequence[int], b: Sequence[int], here: Bounds, there: Bounds, depth: int
) -> Iterator[Run]:
    """Yield the runs within a part of both texts, in order."""
    start, end = here
    first, last = there
    head = 0
    while start + head < end and first + head < last and a[start + head] == b[first + head]:
        head += 1
    if head:
        yield Run(start, first, head, head)
    start, first = start + head, first + head
    tail = 0
    while start < end - tail and first < last - tail and a[end - tail - 1] == b[last - tail - 1]:
        tail += 1
    yield from _between(a, b, (start, end - tail), (first, last - tail), depth)
    if tail:
        yield Run(end - tail, last - tail, tail, tail)


def _between(
    a: Sequence[int], b: Sequence[int], here: Bounds, there: Bounds, depth: int
) -> Iterator[Run]:
    """Yield the runs within parts that begin and end with other words."""
    if here[0] == here[1] or there[0] == there[1]:
        return
    anchors: list[Bounds] = []
    while depth < len(_ANCHORS) and not anchors:
        anchors = _anchors(a, b, here, there, _ANCHORS[depth])
        depth += not anchors
    if not anchors:
        for part, facing in _parts(here, there):
            yield from _subsequence(a, b, part, facing)
        return
    start, first = here[0], there[0]
    for own, other in [*anchors, (here[1], there[1])]:
        yield from _in_order(a, b, (start, own), (first, other), depth)
        start, first = own, other


def _anchors(
    a: Sequence[int], b: Sequence[int], here: Bounds, there: Bounds, length: int
) -> list[Bounds]:
    """Return places of runs that stand once in either part, in one order in both.

    Only the longest chain is kept; a place where both parts begin is no news.
    """
    pairs = _unique_pairs(_places(a, here, length), _places(b, there, length))
    chain = _increasing(pairs)
    return [pair for pair in chain if pair != (here[0], there[0])]


def _places(words: Sequence[int], bounds: Bounds, length: int) -> dict[tuple[int, ...], int]:
    """Return where each run of words stands that stands once; -1 where it stands more often."""
    found: dict[tuple[int, ...], int] = {}
    for place in range(bounds[0], bounds[1] - length + 1):
        run = tuple(words[place : place + length])
        found[run] = -1 if run in found else place
    return found


def _unique_pairs(
    own: dict[tuple[int, ...], int], other: dict[tuple[int, ...], int]
) -> list[Bounds]:
    return sorted(
        (place, other[run]) for run, place in own.items() if place >= 0 and other.get(run, -1) >= 0
    )


def _increasing(pairs: Sequence[Bounds]) -> list[Bounds]:
    """Return the longest chain of pairs, sorted by their first, whose second increases too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, other) in enumerate(pairs):
        at = bisect_left(tails, other)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(other)
            ends.append(place)
        else:
            tails[at], ends[at] = other, place
    chain = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    return chain[::-1]


def _parts(here: Bounds, there: Bounds) -> Iterator[tuple[Bounds, Bounds]]:
    """Yield stretches small enough for a table: all of it, or as many equal parts as it takes.

    Only a long text that repeats itself all over has no anchor.
    """
    sizes = [end - start for start, end in (here, there)]
    count = ceil(sqrt(sizes[0] * sizes[1] / _MOST_CELLS)) or 1
    for number in range(count):
        part, facing = (
            (bounds[0] + size * number // count, bounds[0] + size * (number + 1) // count)
            for bounds, size in zip((here, there), sizes, strict=True)
        )
        yield part, facing


def _subsequence(a: Sequence[int], b: Sequence[int], here: Bounds, there: Bounds) -> Iterator[Run]:
    """Yield the runs of a longest common subsequence."""
    for step in LCSseq.opcodes(a[here[0] : here[1]], b[there[0] : there[1]]):
        if step.tag == "equal":
            size = step.src_end - step.src_start
            yield Run(here[0] + step.src_start, there[0] + step.dest_start, size, size)


def _joined(runs: Iterator[Run]) -> list[Run]:
    """Return the runs with those that touch in both texts made into one."""
    made: list[Run] = []
    for run in runs:
        last = made[-1] if made else None
        if (
            last
            and last.old + last.old_length == run.old
            and last.new + last.new_length == run.new
        ):
            size = last.old_length + run.old_length
            made[-1] = Run(last.old, last.new, size, size)
        else:
            made.append(run)
    return made


def gaps(runs: Sequence[Run], old: int, new: int) -> Iterator[tuple[Bounds, Bounds]]:
    """Yield the stretches between runs in order, in the old and in the new text.

    Args:
        runs: runs that were not moved.
        old: number of words of the old text.
        new: number of words of the new one.
    """
    start = first = 0
    for run in [*runs, Run(old, new, 0, 0)]:
        if start < run.old or first < run.new:
            yield (start, run.old), (first, run.new)
        start, first = run.old + run.old_length, run.new + run.new_length


def _split_otherwise(old: Sequence[str], new: Sequence[str], kept: Sequence[Run]) -> Iterator[Run]:
    """Yield stretches of the same letters that one text parts into words otherwise.

    Extracting text from a page may lose a space, or make one of a hyphen. Digits that are parted
    otherwise are other numbers: 1 and 5 are not 15.
    """
    for (start, end), (first, last) in gaps(kept, len(old), len(new)):
        if start < end and first < last:
            own, other = old[start:end], new[first:last]
            if "".join(own) == "".join(other) and _numbers(own) == _numbers(other):
                yield Run(start, first, end - start, last - first)


def _numbers(words: Sequence[str]) -> list[str]:
    return [number for word in words for number in _NUMBER.findall(word)]


def _moved(a: Sequence[int], b: Sequence[int], kept: Sequence[Run]) -> list[Run]:
    """Return the longest runs of unmatched words that stand elsewhere in the other text."""
    own = [gap for gap, _ in gaps(kept, len(a), len(b)) if gap[1] - gap[0] >= _MOVED]
    other = [gap for _, gap in gaps(kept, len(a), len(b)) if gap[1] - gap[0] >= _MOVED]
    pairs = _unique_pairs(_places_in(a, own), _places_in(b, other))
    found = _diagonals(pairs)
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    runs = []
    for run in sorted(found, key=_longest_first):
        here = range(run.old, run.old + run.old_length)
        there = range(run.new, run.new + run.new_length)
        if taken_a.isdisjoint(here) and taken_b.isdisjoint(there):
            runs.append(run)
            taken_a.update(here)
            taken_b.update(there)
    return runs


def _places_in(words: Sequence[int], stretches: Sequence[Bounds]) -> dict[tuple[int, ...], int]:
    found: dict[tuple[int, ...], int] = {}
    for bounds in stretches:
        for run, place in _places(words, bounds, _MOVED).items():
            found[run] = -1 if run in found else place
    return found


def _diagonals(pairs: Sequence[Bounds]) -> list[Run]:
    """Return runs made of short ones that follow each other in both texts."""
    made: list[Run] = []
    for own, other in sorted(pairs, key=_diagonal):
        last = made[-1] if made else None
        if last and own - other == last.old - last.new and own <= last.old + last.old_length:
            size = own + _MOVED - last.old
            made[-1] = Run(last.old, last.new, size, size, moved=True)
        else:
            made.append(Run(own, other, _MOVED, _MOVED, moved=True))
    return made


def _diagonal(pair: Bounds) -> Bounds:
    return pair[0] - pair[1], pair[0]


def _longest_first(run: Run) -> tuple[int, int, int]:
    return -run.old_length, run.old, run.new
