"""Show passages that already hold the language that the research asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.model import Axis, AxisPassageScore, Hit, PassageScore, Scan
from taalscan.reports.html.notes import place
from taalscan.reports.html.overview import quotation, weightiest
from taalscan.reports.voice import Voice

_MOST = 3
"""Passages an axis; more would be a second list of the weightiest."""


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that is an example, and the facets that it is one of."""

    passage: int
    place: str
    text: str
    facets: str


@dataclass(frozen=True, slots=True)
class ExampleAxis:
    """The examples of one axis."""

    axis: int
    code: str
    title: str
    examples: tuple[Example, ...]


def example_axes(scan: Scan, voice: Voice) -> tuple[ExampleAxis, ...]:
    """Return the axes with examples (LEXICON_PLAN §5); the lexicon says of which facets.

    A passage is one if it carries the axis and a word of such a facet counts there in full: a
    slogan or what another says is no example.
    """
    asking = {axis.id for axis in scan.axes if any(facet.example for facet in axis.facets)}
    made = (_axis(scan, number, asking, voice) for number, axis in enumerate(scan.axes))
    return tuple(one for one in made if one.examples)


def _axis(scan: Scan, number: int, asking: set[str], voice: Voice) -> ExampleAxis:
    axis = scan.axes[number]
    facets = {facet.id: facet.title for facet in axis.facets if facet.example}
    found = [
        (_other_labels(score, asking), *weightiest((index, own)), index)
        for index, score in enumerate(scan.passages)
        for own in score.axes
        if _is_example(score, own, axis, facets)
    ]
    return ExampleAxis(
        axis=number,
        code=axis.code,
        title=axis.title,
        examples=tuple(_example(scan, one[-1], facets, voice) for one in sorted(found)[:_MOST]),
    )


def _is_example(
    score: PassageScore, own: AxisPassageScore, axis: Axis, facets: dict[str, str]
) -> bool:
    return own.axis == axis.id and own.label and bool(_whole(score.hits, facets))


def _whole(hits: Sequence[Hit], facets: dict[str, str]) -> list[Hit]:
    """Return the hits of these facets that count in full."""
    return [hit for hit in hits if hit.facet in facets and hit.factor == 1]


def _other_labels(score: PassageScore, asking: set[str]) -> int:
    """Return how many axes a passage carries that have no examples: the fewer, the clearer."""
    return sum(own.label and own.axis not in asking for own in score.axes)


def _example(scan: Scan, index: int, facets: dict[str, str], voice: Voice) -> Example:
    score = scan.passages[index]
    titles = [facets[hit.facet] for hit in _whole(score.hits, facets)]
    return Example(
        passage=index + 1,
        place=place(score, index + 1, voice),
        text=quotation(scan, index),
        facets=", ".join(dict.fromkeys(titles)),
    )
