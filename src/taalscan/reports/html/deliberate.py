"""List what an author marked as deliberate, and how much of the language that explains."""

from dataclasses import dataclass
from pathlib import Path

from taalscan.model import SIDECAR, Deliberate, Scan
from taalscan.reports.deliberate import explained, marks_at
from taalscan.reports.html.notes import place
from taalscan.reports.reasons import ReasonView, explained_in_words, reason_view
from taalscan.reports.voice import Voice

_PLACES = 10
"""Links to passages that one mark shows; the rest is a number."""


@dataclass(frozen=True, slots=True)
class MarkView:
    """A mark with its places; `near` is the passage most like one that is not there.

    Attributes:
        mark: as the author wrote it, for the file that a reader may save.
    """

    mark: Deliberate
    reason: ReasonView
    places: tuple[tuple[int, str], ...] = ()
    more: str = ""
    near: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DeliberateView:
    """All that is deliberate in a document.

    Attributes:
        found: the marks whose passage is there; `missing` those whose passage is not.
        passages: numbers of the marked passages, from 1.
        summary: how many of the passages with an axis have a reason; empty without marks.
        by_axis: the same, a line an axis.
        unused: files with marks that could not be used.
        file: name of the file to save the marks in; `others` are those that it makes superfluous.
        own: name of a file for this document; `shared` that of one for all its formats.
        key: tells this document from others.
        blank: what a script fills in for a new mark.
    """

    found: tuple[MarkView, ...]
    missing: tuple[MarkView, ...]
    passages: frozenset[int]
    summary: str
    by_axis: tuple[str, ...]
    unused: tuple[str, ...]
    file: str
    others: str
    own: str
    shared: str
    key: str
    blank: MarkView


def deliberate_view(scan: Scan, voice: Voice) -> DeliberateView:
    """Return what is deliberate in a scan, in the words of `voice`."""
    views = [_mark(scan, mark, voice) for mark in scan.deliberate]
    titles = {axis.id: axis.title for axis in scan.axes}
    told = explained(scan)
    own, shared = _names(scan)
    files = list(dict.fromkeys(mark.file for mark in scan.deliberate if mark.file)) or [own]
    return DeliberateView(
        found=tuple(view for view in views if view.places),
        missing=tuple(view for view in views if not view.places),
        passages=frozenset(number + 1 for number in marks_at(scan)),
        summary=explained_in_words(told, voice) if views else "",
        by_axis=tuple(
            voice.say(
                "deliberate-axis-line",
                axis=titles[axis],
                labelled=voice.count(labelled),
                explained=voice.count(count),
            )
            for axis, (labelled, count) in told.by_axis.items()
        ),
        unused=tuple(
            voice.notice(notice) for notice in scan.warnings if notice.code == "deliberate-unused"
        ),
        file=files[0],
        others=", ".join(files[1:]),
        own=own,
        shared=shared,
        key=scan.document.source.sha256,
        blank=_mark(scan, Deliberate("", ""), voice),
    )


def _names(scan: Scan) -> tuple[str, str]:
    """Return what a file with marks may be called: for this document, and for all its formats."""
    # documents of one name have their folders before it
    name = scan.document.source.name.rpartition("/")[2]
    stem = Path(name).stem or name
    return f"{name}{SIDECAR}", f"{stem}{SIDECAR}"


def _mark(scan: Scan, mark: Deliberate, voice: Voice) -> MarkView:
    numbers = {score.passage.id: number for number, score in enumerate(scan.passages)}
    found = [numbers[passage] for passage in mark.passages]
    near = [] if mark.near is None else [numbers[mark.near]]
    first, close = (
        tuple((number + 1, place(scan.passages[number], number + 1, voice)) for number in own)
        for own in (found[:_PLACES], near)
    )
    return MarkView(
        mark=mark,
        reason=reason_view(mark, scan.axes, voice),
        places=first,
        more=voice.amount("more-places", len(found) - _PLACES) if found[_PLACES:] else "",
        near=close,
    )
