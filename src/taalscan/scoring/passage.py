"""Score one passage: the strength of its hits on each axis, and its labels."""

from collections.abc import Iterable, Sequence
from math import prod

from taalscan.model import Axis, AxisPassageScore, Hit, Passage, PassageScore, Verdict


def strength(hits: Iterable[Hit]) -> float:
    """Return the lexicon strength of hits: 1 − Π(1 − w·g), in [0, 1] (METRICS §1, noisy-or)."""
    return 1.0 - prod(1.0 - hit.weight * hit.factor for hit in hits)


def score_passage(
    passage: Passage, words: int, hits: Sequence[Hit], axes: Iterable[Axis]
) -> PassageScore:
    """Score a passage on every axis.

    Without a classifier the label follows from the strength of the hits alone, and there is no
    second opinion to agree with (METRICS §7.1).

    Args:
        passage: the passage.
        words: its running words.
        hits: all hits inside it, also those that do not count.
        axes: the axes to score on.
    """
    scores = []
    for axis in axes:
        value = strength(hit for hit in hits if hit.axis == axis.id)
        label = value >= axis.threshold
        scores.append(
            AxisPassageScore(
                axis=axis.id,
                lexicon=value,
                classifier=None,
                combined=value,
                verdict=Verdict.LEXICON if label else Verdict.NONE,
                label=label,
            )
        )
    return PassageScore(passage=passage, words=words, axes=tuple(scores), hits=tuple(hits))
