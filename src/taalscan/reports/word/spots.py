"""Find the runs of a Word document that a comment can be put around."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from taalscan.errors import DamagedDocumentError
from taalscan.model import Document, Origin, Span, places
from taalscan.office.word import parse_part, run_text, w

if TYPE_CHECKING:
    from lxml import etree

    from taalscan.office.package import Package

_NOTES: Final = {w("footnote"): w("footnoteReference"), w("endnote"): w("endnoteReference")}
_GONE: Final = frozenset({w("del"), w("moveFrom")})


@dataclass(frozen=True, slots=True)
class Edge:
    """A place between two characters of a run."""

    run: "etree._Element"
    offset: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a comment goes.

    Attributes:
        moved: where the words are, if a comment cannot stand there (`note`, `box`, `margin`,
            `other`); else empty.
    """

    start: Edge
    end: Edge
    moved: str = ""


class Body:
    """The main part of a Word document; comments can stand in its text, but not in its boxes.

    Places are looked up before anything is changed.
    """

    def __init__(self, package: "Package", name: str, root: "etree._Element") -> None:
        self._package = package
        self._name = name
        self._root = root
        self._paragraphs = {name: list(root.iter(w("p")))}
        self._runs: dict[etree._Element, list[etree._Element]] = {}

    def spot(self, document: Document, span: Span) -> Spot:
        """Return where the comment on a stretch of the text goes.

        Raises:
            DamagedDocumentError: if the document is another than the one that was read.
        """
        found = places(document, span)
        if not found:
            return self._whole(self._first_run(), "other")
        first = self._run(found[0])
        host, moved = self._host(first, found[0].part)
        if moved:
            return self._whole(host, moved)
        last = next(own for own in reversed(found) if self._is_plain(own))
        start = Edge(first, found[0].start)
        return Spot(start, Edge(self._run(last), last.start + last.length))

    def _is_plain(self, origin: Origin) -> bool:
        return origin.part == self._name and _box(self._run(origin)) is None

    def _whole(self, run: "etree._Element", moved: str) -> Spot:
        return Spot(Edge(run, 0), Edge(run, sum(len(run_text(child)) for child in run)), moved)

    def _run(self, origin: Origin) -> "etree._Element":
        """Return the run that an origin is in."""
        paragraphs = self._paragraphs.get(origin.part)
        if paragraphs is None:
            root = parse_part(self._package.read(origin.part))
            paragraphs = self._paragraphs[origin.part] = list(root.iter(w("p")))
        number, ordinal = origin.path
        try:
            paragraph = paragraphs[number]
            if paragraph not in self._runs:
                self._runs[paragraph] = list(paragraph.iter(w("r")))
            return self._runs[paragraph][ordinal]
        except IndexError as error:
            raise DamagedDocumentError from error

    def _host(self, run: "etree._Element", part: str) -> tuple["etree._Element", str]:
        """Return the run that takes the comment, and where the words are if that is another."""
        moved = ""
        if part != self._name:
            mark = self._mark(run)
            if mark is None:
                return self._first_run(), "margin"
            run, moved = mark, "note"
        box = _box(run)
        if box is None:
            return run, moved
        holder = next(box.iterancestors(w("r")), None)
        return (self._first_run() if holder is None else holder), moved or "box"

    def _mark(self, run: "etree._Element") -> "etree._Element | None":
        """Return the run in the text with the mark of the note that a run is in."""
        for ancestor in run.iterancestors(*_NOTES):
            identifier = ancestor.get(w("id"))
            for mark in self._root.iter(_NOTES[str(ancestor.tag)]):
                holder = mark.getparent()
                is_gone = next(mark.iterancestors(*_GONE), None) is not None
                if mark.get(w("id")) == identifier and holder is not None and not is_gone:
                    return holder
        return None

    def _first_run(self) -> "etree._Element":
        """Return the first run outside boxes; one is made where there is none."""
        for run in self._plain_runs():
            return run
        body = self._root.find(w("body"))
        if body is None:
            raise DamagedDocumentError
        paragraph = next((child for child in body if child.tag == w("p")), None)
        if paragraph is None:
            paragraph = body.makeelement(w("p"))
            body.insert(0, paragraph)
        run = paragraph.makeelement(w("r"))
        paragraph.append(run)
        return run

    def _plain_runs(self) -> Iterator["etree._Element"]:
        for run in self._root.iter(w("r")):
            is_gone = next(run.iterancestors(*_GONE), None) is not None
            if not is_gone and _box(run) is None:
                yield run


def _box(run: "etree._Element") -> "etree._Element | None":
    """Return the outermost text box that a run is in."""
    return next(reversed(list(run.iterancestors(w("txbxContent")))), None)
