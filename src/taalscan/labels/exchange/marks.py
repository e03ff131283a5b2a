"""Turn fragments of evidence into spans of the passage, and spans into fragments."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taalscan.labels.passage import LabelledPassage
from taalscan.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text of a passage that shows an axis."""

    code: str
    span: Span


def marks(passage: LabelledPassage) -> Iterator[Mark]:
    """Yield where the evidence stands, an axis at a time.

    A fragment that is given twice is found at its next place, if there is one. Fragments that do
    not stand in the text are left out (`unplaced` counts them).
    """
    for code, fragments in passage.evidence.items():
        after: dict[str, int] = {}
        for fragment in fragments:
            start = passage.text.find(fragment, after.get(fragment, 0))
            if start < 0:
                start = passage.text.find(fragment)
            if fragment and start >= 0:
                after[fragment] = start + len(fragment)
                yield Mark(code, Span(start, start + len(fragment)))


def unplaced(passages: Iterable[LabelledPassage]) -> int:
    """Count the fragments of evidence that do not stand in their passage."""
    return sum(
        not fragment or fragment not in passage.text
        for passage in passages
        for fragments in passage.evidence.values()
        for fragment in fragments
    )


def fragment_at(text: str, start: int, end: int, said: str | None = None) -> str | None:
    """Return the fragment at a span that another program gives.

    Programs do not all count characters alike (an emoji is one or two), so what the program says
    that stands there goes first, at whatever place.

    Args:
        text: of the passage.
        start: first character.
        end: behind the last.
        said: the words of the span, where the program gives them.

    Returns:
        The fragment; None where it does not stand in the text.
    """
    if said is not None:
        return said if said and said in text else None
    return text[start:end] if 0 <= start < end <= len(text) else None
