"""Count what the figures of a document are made of: a number a passage for each amount."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taalscan.model import Axis, Hit, PassageScore
from taalscan.scoring.sample import CONTENT, PASSAGES, WORDS, Key


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of one axis that count.

    Attributes:
        per_passage: the hits of each passage.
        entries: how often each entry was found, the most frequent first.
    """

    axis: Axis
    per_passage: tuple[tuple[Hit, ...], ...]
    entries: tuple[tuple[str, int], ...]

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All of them, in the order of the text."""
        return tuple(hit for own in self.per_passage for hit in own)

    @property
    def top(self) -> str:
        """The most frequent entry; of equals the first by id. "" without hits."""
        return self.entries[0][0] if self.entries else ""


def found_on(axis: Axis, passages: Sequence[PassageScore]) -> Found:
    """Return the hits of an axis with a factor above 0."""
    per_passage = tuple(
        tuple(hit for hit in passage.hits if hit.axis == axis.id and hit.factor > 0)
        for passage in passages
    )
    counts = Counter(hit.entry for own in per_passage for hit in own)
    entries = sorted(counts.items(), key=_most_first)
    return Found(axis, per_passage, tuple(entries))


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def columns_of(
    found: Sequence[Found], passages: Sequence[PassageScore], *, facets: bool
) -> dict[Key, Sequence[float]]:
    """Return every amount that the figures need, a number a passage.

    Args:
        found: the hits that count, an item an axis.
        passages: the passages, with the axes in the same order.
        facets: whether the amounts of each facet are wanted too.
    """
    columns: dict[Key, Sequence[float]] = {
        WORDS: [passage.words for passage in passages],
        CONTENT: [passage.content_words for passage in passages],
        PASSAGES: [1.0] * len(passages),
    }
    for number, own in enumerate(found):
        columns |= _axis_columns(own)
        columns |= _label_columns(own.axis.id, number, passages)
        if facets:
            columns |= _facet_columns(own)
    return columns


def _axis_columns(found: Found) -> Mapping[Key, Sequence[float]]:
    axis, hits = found.axis, found.per_passage
    return {
        ("hits", axis.id): [len(own) for own in hits],
        ("weight", axis.id): [sum(hit.weight * hit.factor for hit in own) for own in hits],
        ("rest", axis.id): [sum(hit.entry != found.top for hit in own) for own in hits],
    }


def _facet_columns(found: Found) -> Mapping[Key, Sequence[float]]:
    size = len(found.per_passage)
    columns: dict[Key, list[float]] = {
        (kind, facet.id): [0.0] * size
        for facet in found.axis.facets
        for kind in ("hits", "weight")
    }
    for number, own in enumerate(found.per_passage):
        for hit in own:
            columns["hits", hit.facet][number] += 1
            columns["weight", hit.facet][number] += hit.weight * hit.factor
    return columns


def _label_columns(
    axis: str, number: int, passages: Sequence[PassageScore]
) -> Mapping[Key, Sequence[float]]:
    own = [passage.axes[number] for passage in passages]
    words = [passage.words for passage in passages]
    return {
        ("label", axis): [score.label for score in own],
        ("label_words", axis): [
            score.label * size for score, size in zip(own, words, strict=True)
        ],
        ("chance", axis): [score.combined for score in own],
        ("chance_squared", axis): [score.combined**2 for score in own],
    }
