"""Show passages that already hold the language that the research asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.model import Hit, PassageScore, Scan
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

    A passage is one if it carries the axis, if a word of such a facet counts there in full (a
    slogan or what another says is no example), and if nothing there counts for an axis that has no
    such facets: one that holds both shows how the two mix.
    """
    asking = {axis.id for axis in scan.axes if any(facet.example for facet in axis.facets)}
    clear = [number for number, score in enumerate(scan.passages) if _is_clear(score, asking)]
    made = (_axis(scan, number, clear, voice) for number in range(len(scan.axes)))
    return tuple(one for one in made if one.examples)


def _is_clear(score: PassageScore, asking: set[str]) -> bool:
    """Tell whether nothing in a passage counts for other axes than these."""
    words = all(hit.axis in asking for hit in score.hits if hit.factor > 0)
    return words and all(own.axis in asking for own in score.axes if own.label)


def _axis(scan: Scan, number: int, clear: Sequence[int], voice: Voice) -> ExampleAxis:
    axis = scan.axes[number]
    facets = {facet.id: facet.title for facet in axis.facets if facet.example}
    asks = {entry.id for entry in scan.entries if entry.question}
    found = []
    for index in clear:
        hits = _whole(scan.passages[index].hits, facets)
        # words that raise a question come after those that raise none
        doubt = all(hit.entry in asks for hit in hits)
        found += [
            (doubt, *weightiest((index, own)))
            for own in scan.passages[index].axes
            if own.axis == axis.id and own.label and hits
        ]
    return ExampleAxis(
        axis=number,
        code=axis.code,
        title=axis.title,
        examples=tuple(_example(scan, one[-1], facets, voice) for one in sorted(found)[:_MOST]),
    )


def _whole(hits: Sequence[Hit], facets: dict[str, str]) -> list[Hit]:
    """Return the hits of these facets that count in full."""
    return [hit for hit in hits if hit.facet in facets and hit.factor == 1]


def _example(scan: Scan, index: int, facets: dict[str, str], voice: Voice) -> Example:
    score = scan.passages[index]
    titles = [facets[hit.facet] for hit in _whole(score.hits, facets)]
    return Example(
        passage=index + 1,
        place=place(score, index + 1, voice),
        text=quotation(scan, index),
        facets=", ".join(dict.fromkeys(titles)),
    )
