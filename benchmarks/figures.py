"""Measure what the figures of a long document take, from the passages of the examples."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle, islice

from taalscan.model import Axis, BalanceIndex, Passage, PassageScore
from taalscan.scoring import Frame, score_document
from taalscan.scoring.bootstrap import generator_of
from taalscan.scoring.columns import columns_of, found_on
from taalscan.scoring.sample import draw_sample

PASSAGES = 1300
"""What 200 pages hold: 50 pages of a real agreement have 354."""
_CHAPTERS = 30
_DIGEST = "ab" * 32


def long_document(passages: Sequence[PassageScore]) -> list[PassageScore]:
    """Return passages over and over, under the headings of thirty chapters."""
    size = PASSAGES // _CHAPTERS + 1
    return [
        replace(score, passage=_under(score.passage, number // size))
        for number, score in enumerate(islice(cycle(passages), PASSAGES))
    ]


def _under(passage: Passage, chapter: int) -> Passage:
    return replace(passage, headings=("Nota", f"Hoofdstuk {chapter + 1}"))


def figure_times(
    passages: Sequence[PassageScore],
    axes: tuple[Axis, ...],
    indices: tuple[BalanceIndex, ...],
    seconds: Callable[[Callable[[], object]], float],
) -> tuple[float, float]:
    """Return the seconds of the bootstrap of 200 pages, and of all their figures.

    Args:
        passages: scored passages to make the document of.
        axes: the axes.
        indices: what balances set against each other.
        seconds: measures a piece of work.
    """
    document = long_document(passages)
    found = [found_on(axis, document) for axis in axes]
    columns = columns_of(found, document, facets=True)
    headings = [score.passage.headings for score in document]
    frame = Frame(axes, indices, {axis.id: 0.5 for axis in axes})
    drawing = seconds(lambda: draw_sample(columns, headings, generator_of(_DIGEST, "bench")))
    return drawing, seconds(lambda: score_document(frame, document, _DIGEST))
