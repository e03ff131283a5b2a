"""Gather what each comment tells, and where: one comment for all remarks on the same words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol, TypeVar

from taalscan.model import Document, Scan, Span
from taalscan.reports.remarks import Line, Remark, Summary, remarks_of, summary_of
from taalscan.reports.voice import Voice, voice
from taalscan.reports.word.saying import Asked, title_span


class Place(Protocol):
    """A place in a document; `moved` says where the words are if they are not there."""

    @property
    def moved(self) -> str:
        """`note`, `box`, `margin` or `other`; empty where the comment is at its words."""


Spot = TypeVar("Spot", bound=Place)


@dataclass(frozen=True, slots=True)
class Told:
    """What a comment says of a stretch of `Document.text`."""

    span: Span
    lines: tuple[Line, ...]


def placed(
    scan: Scan, find: Callable[[Document, Span], Spot], asked: Asked
) -> Iterator[tuple[Spot, tuple[Line, ...]]]:
    """Give where each comment goes and what it says; the one on the document comes first.

    Args:
        scan: the scan.
        find: where a stretch of the text is in the file.
        asked: how comments are written.
    """
    speaker = voice(asked.language)
    remarks = remarks_of(scan, speaker, all_hits=asked.all_hits)
    yield find(scan.document, title_span(scan)), headed(summary_of(scan, remarks, speaker))
    for told in comments_of(remarks):
        spot = find(scan.document, told.span)
        before = (moved(spot.moved, speaker),) if spot.moved else ()
        yield spot, (*before, *told.lines)


def comments_of(remarks: tuple[Remark, ...]) -> tuple[Told, ...]:
    """Return the comments for remarks: in the order of the text, and the whole before its parts.

    What many remarks say stands once, at the end of a comment.
    """
    comments = []
    for span, group in groupby(sorted(remarks, key=_in_order), key=_span):
        shared = list(group)
        own = [line for remark in shared for line in headed(remark)]
        closing = dict.fromkeys(line for remark in shared for line in remark.closing)
        comments.append(Told(span, (*own, *closing)))
    return tuple(comments)


def headed(said: Remark | Summary) -> tuple[Line, ...]:
    """Return what is said, but for what many remarks say, under its title."""
    return (Line(said.title, ""), *(said.own if isinstance(said, Remark) else said.lines))


def moved(kind: str, speaker: Voice) -> Line:
    """Return what a comment says first that does not stand on the words it is about.

    Args:
        kind: where those words are: `note`, `box`, `margin` or `other`.
        speaker: the language.
    """
    return Line(speaker.say("remarks.moved"), speaker.say(f"remarks.moved-{kind}"))


def _span(remark: Remark) -> Span:
    return Span(remark.spans[0].start, remark.spans[-1].end)


def _in_order(remark: Remark) -> tuple[int, int]:
    span = _span(remark)
    return span.start, -span.end
