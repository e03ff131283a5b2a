"""Align two scans: which passages of the new text hold what of the old one (METRICS §8.1).

Words are matched over the whole texts, for what one reader takes for a passage another may take
for a cell of a table. Passages that share words are one unit, however a reader parted them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby

from taalscan.model import Scan
from taalscan.model.comparison import Alignment, HeadingChange, Stretch, Unit, UnitKind
from taalscan.scoring.comparison.halves import (
    OUTSIDE,
    Half,
    Known,
    half_of,
    known_of,
    notes_of,
)
from taalscan.scoring.comparison.headings import (
    changed_headings,
    unknown_headings,
    unknown_outside,
)
from taalscan.scoring.comparison.matching import Run, match_words
from taalscan.scoring.comparison.pairing import pair_alike
from taalscan.scoring.comparison.stretches import stretches_of

_LONG = 5
"""Words of a run that is no accident; shorter ones ("van de gemeente") recur in any text."""

_PIECE = 3
"""Words of a long run that two passages must both hold, lest a common first word links them."""

_CERTAIN = 8
"""Words that link two passages even where each has another partner."""

_MOST = 0.5
"""Part of the shorter passage that links two passages, however short the runs are."""

_APART = 0.8
"""Part of the words of a passage that the other text must hold for it to be read otherwise.

Also the part of a text that both must hold in passages for their figures to compare.
"""

_TURNED = {UnitKind.REMOVED: UnitKind.NEW, UnitKind.NEW: UnitKind.REMOVED}
"""Kinds that are another one the other way round."""

Link = tuple[int, int]
"""An old and a new passage, by position."""


@dataclass(frozen=True, slots=True)
class _Texts:
    old: Half
    new: Half
    old_known: Known
    new_known: Known


def align(old: Scan, new: Scan) -> Alignment:
    """Return the units of two scans, and the passages that were read otherwise.

    The other way round gives the same units, turned round.
    """
    here, there = half_of(old), half_of(new)
    if there.words.forms < here.words.forms:
        # of several alignments that are as good, both ways must choose the same one
        found = _turned(_aligned((new, there), (old, here)))
    else:
        found = _aligned((old, here), (new, there))
    notes = notes_of(old), notes_of(new)
    units = tuple(_settled(unit, *notes) for unit in _ordered(found.units))
    return replace(found, units=units)


def _settled(unit: Unit, old: frozenset[int], new: frozenset[int]) -> Unit:
    """Return a note that stands elsewhere as unchanged: a format, no writer, places notes."""
    note = old.issuperset(unit.old) or new.issuperset(unit.new)
    return replace(unit, kind=UnitKind.UNCHANGED) if note and unit.kind is UnitKind.MOVED else unit


def _turned(found: Alignment) -> Alignment:
    return Alignment(
        units=tuple(
            Unit(
                _TURNED.get(unit.kind, unit.kind),
                unit.new,
                unit.old,
                tuple(Stretch(own.new, own.old) for own in unit.stretches),
            )
            for unit in found.units
        ),
        headings=tuple(HeadingChange(own.new, own.old) for own in found.headings),
        old_apart=found.new_apart,
        new_apart=found.old_apart,
        old_outside=found.new_outside,
        new_outside=found.old_outside,
        same_text=found.same_text,
    )


def _aligned(old: tuple[Scan, Half], new: tuple[Scan, Half]) -> Alignment:
    (before, here), (after, there) = old, new
    runs = match_words(here.words.forms, there.words.forms)
    both = [(_range(run.old, run.old_length), _range(run.new, run.new_length)) for run in runs]
    turned = [(own, other) for other, own in both]
    texts = _Texts(here, there, known_of(here, there, both), known_of(there, here, turned))
    links = _links(runs, here, there)
    old_apart = _apart(here, texts.old_known, {own for own, _ in links})
    new_apart = _apart(there, texts.new_known, {other for _, other in links})
    links |= _alike(texts, links, old_apart, new_apart)
    units = []
    for olds, news in _components(len(here.places), len(there.places), links):
        if set(olds) <= old_apart and set(news) <= new_apart:
            continue
        unit = _unit(texts, olds, news, links)
        if _held_in_part(texts, unit):
            old_apart.update(olds)
            new_apart.update(news)
        else:
            units.append(unit)
    return Alignment(
        units=tuple(units),
        headings=changed_headings(
            unknown_headings(before.document, here.words, texts.old_known.words),
            unknown_headings(after.document, there.words, texts.new_known.words),
        ),
        old_apart=tuple(sorted(old_apart)),
        new_apart=tuple(sorted(new_apart)),
        old_outside=unknown_outside(before.document, here, texts.old_known.words),
        new_outside=unknown_outside(after.document, there, texts.new_known.words),
        same_text=_same_text(texts, runs),
    )


def _held_in_part(texts: _Texts, unit: Unit) -> bool:
    """Tell whether one text holds a good part of what both say outside its passages.

    The other part may stand in a table. The figures of such passages do not compare, for they
    are those of another stretch of text.
    """
    own, other = len(texts.old.words_in(unit.old)), len(texts.new.words_in(unit.new))
    return unit.kind.same_words and min(own, other) < _APART * max(own, other)


def _same_text(texts: _Texts, runs: Sequence[Run]) -> bool:
    known = all(texts.old_known.words) and all(texts.new_known.words)
    return known and not any(run.moved for run in runs)


def _range(start: int, length: int) -> range:
    return range(start, start + length)


def _links(runs: Sequence[Run], old: Half, new: Half) -> dict[Link, bool]:
    """Return the passages that belong together, each with whether most of it was moved."""
    shared: Counter[Link] = Counter()
    moved: Counter[Link] = Counter()
    strong: set[Link] = set()
    for run in runs:
        for link, size in _pieces(run, old, new):
            shared[link] += size
            moved[link] += size * run.moved
            smaller = min(len(old.places[link[0]]), len(new.places[link[1]]))
            long = run.moved or run.old_length >= _LONG
            if long and (size >= _PIECE or size >= _MOST * smaller):
                strong.add(link)
    for link, size in shared.items():
        if size >= _MOST * min(len(old.places[link[0]]), len(new.places[link[1]])):
            strong.add(link)
    strong -= _by_accident(strong, shared, (old, new))
    return {link: 2 * moved[link] > shared[link] for link in sorted(strong)}


def _by_accident(
    links: AbstractSet[Link], shared: Mapping[Link, int], halves: tuple[Half, Half]
) -> set[Link]:
    """Return the links of a few words between passages that each have most of another one.

    A run goes on into the passage before it where that happens to end in the same words.
    """
    firm = {
        link
        for link in links
        if shared[link]
        >= _MOST * max(len(halves[0].places[link[0]]), len(halves[1].places[link[1]]))
    }
    olds, news = {own for own, _ in firm}, {other for _, other in firm}
    return {
        link
        for link in links - firm
        if shared[link] < _CERTAIN and link[0] in olds and link[1] in news
    }


def _pieces(run: Run, old: Half, new: Half) -> Iterator[tuple[Link, int]]:
    """Yield the passages that a run touches, with the number of its words in both."""
    pairs = (
        (
            old.home[run.old + step],
            new.home[run.new + min(step, run.new_length - 1)],
        )
        for step in range(run.old_length)
    )
    for link, group in groupby(pairs):
        if OUTSIDE not in link:
            yield link, sum(1 for _ in group)


def _apart(half: Half, known: Known, linked: Iterable[int]) -> set[int]:
    """Return the passages without a partner whose words the other text nearly all has."""
    return {
        own
        for own in set(range(len(half.places))) - set(linked)
        if sum(known.firm[place] for place in half.places[own]) >= _APART * len(half.places[own])
    }


def _alike(
    texts: _Texts, links: dict[Link, bool], old_apart: set[int], new_apart: set[int]
) -> dict[Link, bool]:
    """Return links between passages without a partner that resemble each other."""
    olds = set(range(len(texts.old.places))) - old_apart - {own for own, _ in links}
    news = set(range(len(texts.new.places))) - new_apart - {other for _, other in links}
    here, elsewhere = pair_alike(
        {own: texts.old.forms(texts.old.places[own]) for own in sorted(olds)},
        {own: texts.new.forms(texts.new.places[own]) for own in sorted(news)},
        [link for link, moved in links.items() if not moved],
    )
    return {(pair.old, pair.new): False for pair in here} | {
        (pair.old, pair.new): True for pair in elsewhere
    }


def _components(
    old: int, new: int, links: Iterable[Link]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield the old and the new passages that hang together, each passage once."""
    parent = list(range(old + new))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for own, other in links:
        parent[root(own)] = root(old + other)
    members: dict[int, list[int]] = {}
    for node in range(old + new):
        members.setdefault(root(node), []).append(node)
    for nodes in members.values():
        yield (
            tuple(node for node in nodes if node < old),
            tuple(node - old for node in nodes if node >= old),
        )


def _unit(
    texts: _Texts, olds: tuple[int, ...], news: tuple[int, ...], links: dict[Link, bool]
) -> Unit:
    if not news:
        return Unit(UnitKind.REMOVED, olds, news)
    if not olds:
        return Unit(UnitKind.NEW, olds, news)
    found = stretches_of(
        (texts.old, texts.old_known, texts.old.words_in(olds)),
        (texts.new, texts.new_known, texts.new.words_in(news)),
    )
    moved = all(links.get((own, other), True) for own in olds for other in news)
    if moved:
        return Unit(UnitKind.MOVED_CHANGED if found else UnitKind.MOVED, olds, news, found)
    return Unit(UnitKind.CHANGED if found else UnitKind.UNCHANGED, olds, news, found)


def _ordered(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units in the order of the new text, removed ones after what stood before them."""
    there = sorted((unit for unit in units if unit.new), key=_new_place)
    ranks = sorted(
        (unit.old[0], rank)
        for rank, unit in enumerate(there)
        if unit.kind in {UnitKind.UNCHANGED, UnitKind.CHANGED}
    )
    placed = [((rank, 0), unit) for rank, unit in enumerate(there)]
    for unit in units:
        if not unit.new:
            before = bisect_left(ranks, (unit.old[0], 0))
            placed.append(((ranks[before - 1][1] if before else -1, unit.old[0] + 1), unit))
    return tuple(unit for _, unit in sorted(placed, key=_first))


def _new_place(unit: Unit) -> int:
    return unit.new[0]


def _first(placed: tuple[tuple[int, int], Unit]) -> tuple[int, int]:
    return placed[0]
