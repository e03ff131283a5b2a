"""Hold one of two aligned texts: its words, their passages, what the other text has of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taalscan.model import BlockKind, Scan
from taalscan.scoring.comparison.words import Words, homes, words_of

OUTSIDE = -1
"""In place of a passage, for a word that is in none."""

_FIRM = 3
"""Words of a run that says something; shorter ones are found in any two texts."""

UNKNOWN = -2
"""In place of the passage of a twin, for a word without one."""

_LONG = 8
"""Words of a run that has a twin: the same text wherever it stands, not by accident the same."""


@dataclass(frozen=True, slots=True)
class Half:
    """One of two texts.

    Attributes:
        home: for each word the passage that it is in, by position, or `OUTSIDE`.
        places: for each passage the places of its words.
    """

    words: Words
    home: tuple[int, ...]
    places: tuple[range, ...]

    def words_in(self, passages: Iterable[int]) -> list[int]:
        """Return the places of the words of passages, in order."""
        return [place for passage in passages for place in self.places[passage]]

    def forms(self, places: Iterable[int]) -> list[str]:
        """Return the words at places."""
        return [self.words.forms[place] for place in places]


@dataclass(frozen=True, slots=True)
class Known:
    """What the other text has of the words of this one.

    Attributes:
        words: for each word whether it is in a run.
        firm: for each word whether it is in a run of some length.
        twins: for each word in a long run the passage in the other text that its twin is in, or
            `OUTSIDE`; `UNKNOWN` for other words.
    """

    words: Sequence[bool]
    firm: Sequence[bool]
    twins: Sequence[int]


def half_of(scan: Scan) -> Half:
    """Return the words of a scan with the passages that they are in."""
    words = words_of(scan.document)
    home = homes(words, [own.passage.span for own in scan.passages])
    sizes = [0] * len(scan.passages)
    first = [0] * len(scan.passages)
    for place, own in enumerate(home):
        if own != OUTSIDE:
            first[own] = first[own] if sizes[own] else place
            sizes[own] += 1
    places = tuple(range(start, start + size) for start, size in zip(first, sizes, strict=True))
    return Half(words, tuple(home), places)


def notes_of(scan: Scan) -> frozenset[int]:
    """Return the passages, by position, that stand in footnotes or endnotes."""
    notes = [own.span for own in scan.document.blocks if own.kind is BlockKind.NOTE]
    return frozenset(
        number
        for number, own in enumerate(scan.passages)
        if any(note.overlaps(own.passage.span) for note in notes)
    )


def known_of(half: Half, other: Half, pairs: Iterable[tuple[range, range]]) -> Known:
    """Return what the other text has of the words of one.

    Args:
        half: the text.
        other: the other text.
        pairs: for each run its places in `half` and in `other`.
    """
    size = len(half.words)
    words, firm, twins = [False] * size, [False] * size, [UNKNOWN] * size
    for own, there in pairs:
        for step, place in enumerate(own):
            words[place] = True
            firm[place] = len(own) >= _FIRM
            if len(own) >= _LONG:
                twins[place] = other.home[there[min(step, len(there) - 1)]]
    return Known(words, firm, twins)
