"""Tell what changed outside the passages: which headings, and how many other words."""

from collections.abc import Sequence

from taalscan.model import BlockKind, Document
from taalscan.model.comparison import HeadingChange
from taalscan.scoring.comparison.halves import OUTSIDE, Half
from taalscan.scoring.comparison.pairing import likeness
from taalscan.scoring.comparison.words import Words, homes

_SAME = 0.5
"""Least likeness of two headings that are one, in other words."""

Heading = tuple[str, Sequence[str]]


def unknown_headings(document: Document, words: Words, known: Sequence[bool]) -> list[Heading]:
    """Return the headings with a word that the other text lacks: as written, and their words.

    A heading that another reader took for a paragraph is known all the same.

    Args:
        document: the document.
        words: its words.
        known: for each word whether the other text has it too.
    """
    blocks = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    lacking: dict[int, list[str]] = {}
    home = homes(words, [block.span for block in blocks])
    unknown = {own for own, is_known in zip(home, known, strict=True) if not is_known}
    for own, form in zip(home, words.forms, strict=True):
        if own >= 0 and own in unknown:
            lacking.setdefault(own, []).append(form)
    return [(blocks[own].span.cut(document.text), forms) for own, forms in lacking.items()]


def unknown_outside(document: Document, half: Half, known: Sequence[bool]) -> int:
    """Return how many words outside passages and headings the other text lacks.

    Args:
        document: the document.
        half: its words with their passages.
        known: for each word whether the other text has it too.
    """
    headings = [block.span for block in document.blocks if block.kind is BlockKind.HEADING]
    in_heading = homes(half.words, headings)
    return sum(
        own == OUTSIDE and heading < 0 and not is_known
        for own, heading, is_known in zip(half.home, in_heading, known, strict=True)
    )


def changed_headings(old: Sequence[Heading], new: Sequence[Heading]) -> tuple[HeadingChange, ...]:
    """Return the changes of headings: those that resemble each other are one, in order.

    Args:
        old: headings that the new text lacks.
        new: headings that the old text lacks.
    """
    changes = []
    first = 0
    for text, forms in old:
        alike = [
            place for place in range(first, len(new)) if likeness(forms, new[place][1]) >= _SAME
        ]
        if not alike:
            changes.append(HeadingChange(text, None))
            continue
        changes += [HeadingChange(None, added) for added, _ in new[first : alike[0]]]
        changes.append(HeadingChange(text, new[alike[0]][0]))
        first = alike[0] + 1
    return (*changes, *(HeadingChange(None, added) for added, _ in new[first:]))
