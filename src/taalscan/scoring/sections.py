"""Part a document into its chapters, and score each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from taalscan.model import Axis, PassageScore, Reliability, SectionAxisScore, SectionScore
from taalscan.scoring.bootstrap import generator_of
from taalscan.scoring.columns import columns_of, found_on
from taalscan.scoring.labels import Labelled, carried
from taalscan.scoring.reliability import reliability
from taalscan.scoring.sample import Sample, draw_sample


@dataclass(frozen=True, slots=True)
class Chapter:
    """A run of passages under one heading: `first` up to `end`, half-open."""

    headings: tuple[str, ...]
    first: int
    end: int


def chapters(passages: Sequence[PassageScore]) -> tuple[Chapter, ...]:
    """Return the chapters of a document; none where its headings do not part it."""
    depth = _depth(passages)
    found = []
    first = 0
    for headings, group in groupby(score.passage.headings[:depth] for score in passages):
        size = sum(1 for _ in group)
        found.append(Chapter(headings, first, first + size))
        first += size
    return tuple(found) if len(found) > 1 else ()


def chapter_numbers(passages: Sequence[PassageScore]) -> list[int]:
    """Return for each passage the number of its chapter; all are of one without chapters."""
    numbers = [0] * len(passages)
    for number, chapter in enumerate(chapters(passages)):
        numbers[chapter.first : chapter.end] = [number] * (chapter.end - chapter.first)
    return numbers


def _depth(passages: Sequence[PassageScore]) -> int:
    """Return at which depth the headings part the document; a title above all does not."""
    trails = [score.passage.headings for score in passages if score.passage.headings]
    depth = 1
    while len({trail[:depth] for trail in trails}) == 1 and any(
        len(trail) > depth for trail in trails
    ):
        depth += 1
    return depth


def score_sections(
    axes: Sequence[Axis],
    passages: Sequence[PassageScore],
    sha256: str,
    classified: Mapping[str, float],
) -> tuple[SectionScore, ...]:
    """Return the figures of each chapter; densities and shares from 20 passages (METRICS §6.3).

    Args:
        axes: the axes.
        passages: the passages of the document.
        sha256: digest of the document, the seed.
        classified: as in `Frame`.
    """
    return tuple(
        _section(
            axes,
            chapter,
            passages[chapter.first : chapter.end],
            generator_of(sha256, f"chapter {chapter.first}"),
            classified,
        )
        for chapter in chapters(passages)
    )


def _section(
    axes: Sequence[Axis],
    chapter: Chapter,
    passages: Sequence[PassageScore],
    generator: np.random.Generator,
    classified: Mapping[str, float],
) -> SectionScore:
    found = [found_on(axis, passages) for axis in axes]
    words = sum(passage.words for passage in passages)
    sample = None
    if reliability(len(passages), words) is not Reliability.HIGHLIGHTS_ONLY:
        sample = draw_sample(
            columns_of(found, passages, facets=False), [chapter] * len(passages), generator
        )
    counted = [SectionAxisScore(own.axis.id, len(own.hits), None, None, None) for own in found]
    return SectionScore(
        headings=chapter.headings,
        first=chapter.first,
        passages=len(passages),
        words=words,
        axes=tuple(
            score
            if sample is None
            else _scored(
                score, sample, carried(sample, score.axis, classified.get(score.axis), generator)
            )
            for score in counted
        ),
    )


def _scored(score: SectionAxisScore, sample: Sample, labels: Labelled) -> SectionAxisScore:
    return replace(
        score,
        density=sample.density([("hits", score.axis)]),
        weighted_density=sample.density([("weight", score.axis)]),
        share=sample.share(labels.amount, labels.read),
    )
