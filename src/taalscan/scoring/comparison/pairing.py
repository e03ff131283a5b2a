"""Pair passages that share too few runs of words to be linked, by how much they resemble."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

REWRITTEN = 0.4
"""Least likeness of passages at the same place: half of what they say recurs."""

ELSEWHERE = 0.6
"""Least likeness of passages at different places; it takes more to be the same text there."""

_RARE = 8
"""A word of more passages than this tells nothing about which two belong together."""

_SHARED = 2
"""Rare words that two passages share before they are compared at all."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An old and a new passage, by position, and how alike they are, in [0, 1]."""

    old: int
    new: int
    likeness: float


Texts = dict[int, Sequence[str]]


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """Return the part of the words of two texts that a longest common subsequence holds.

    >>> likeness(["de", "klant", "wacht"], ["de", "inwoner", "wacht"])
    0.6666666666666667
    """
    return 1 - Indel.normalized_distance(old, new)


def pair_alike(
    old: Texts, new: Texts, linked: Sequence[tuple[int, int]]
) -> tuple[list[Pair], list[Pair]]:
    """Return pairs at the same place in the order of the text, and pairs elsewhere.

    Args:
        old: words of the old passages without a partner, by position.
        new: the same of the new passages.
        linked: pairs of passages that have partners, in order in both texts.
    """
    candidates = _candidates(old, new)
    here = [pair for pair in candidates if pair.likeness >= REWRITTEN and _same_gap(pair, linked)]
    kept = _heaviest_chain(here)
    olds, news = {pair.old for pair in kept}, {pair.new for pair in kept}
    elsewhere = []
    for pair in sorted(candidates, key=_most_alike_first):
        if pair.likeness >= ELSEWHERE and pair.old not in olds and pair.new not in news:
            elsewhere.append(pair)
            olds.add(pair.old)
            news.add(pair.new)
    return kept, elsewhere


def _candidates(old: Texts, new: Texts) -> list[Pair]:
    """Return the pairs that share some rare words, or are wholly equal."""
    often = Counter(
        word for texts in (old, new) for words in texts.values() for word in set(words)
    )
    homes: dict[str, list[int]] = defaultdict(list)
    for place, words in new.items():
        for word in set(words):
            if often[word] <= _RARE:
                homes[word].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for place, words in old.items():
        shared.update((place, other) for word in set(words) for other in homes.get(word, ()))
    equal: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, words in new.items():
        equal[tuple(words)].append(place)
    same = {(p, q) for p, words in old.items() for q in equal.get(tuple(words), ())[:_RARE]}
    wanted = same | {pair for pair, number in shared.items() if number >= _SHARED}
    return [Pair(p, q, likeness(old[p], new[q])) for p, q in sorted(wanted)]


def _same_gap(pair: Pair, linked: Sequence[tuple[int, int]]) -> bool:
    """Tell whether no linked pair lies before one and after the other."""
    olds, news = [own for own, _ in linked], [other for _, other in linked]
    low, high = bisect_left(olds, pair.old), bisect_right(olds, pair.old)
    first, last = bisect_left(news, pair.new), bisect_right(news, pair.new)
    return low <= last and first <= high


def _heaviest_chain(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs of most likeness together that keep the order of both texts.

    Args:
        pairs: sorted by old, then new.
    """
    olds = np.array([pair.old for pair in pairs], dtype=np.int64)
    news = np.array([pair.new for pair in pairs], dtype=np.int64)
    best = np.zeros(len(pairs))
    before = [-1] * len(pairs)
    for place, pair in enumerate(pairs):
        fitting = np.flatnonzero((olds[:place] < pair.old) & (news[:place] < pair.new))
        best[place] = pair.likeness
        if fitting.size:
            before[place] = int(fitting[best[fitting].argmax()])
            best[place] += best[before[place]]
    chain = []
    at = int(best.argmax()) if pairs else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _most_alike_first(pair: Pair) -> tuple[float, int, int]:
    return -pair.likeness, pair.old, pair.new
