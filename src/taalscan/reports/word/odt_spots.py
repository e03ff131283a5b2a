"""Find the strings of an OpenDocument text that a comment can be put between."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from taalscan.errors import DamagedDocumentError
from taalscan.model import Document, Origin, Span, places
from taalscan.office.opendocument import CONTENT, PARAGRAPHS, name, strings

if TYPE_CHECKING:
    from lxml import etree

_TAKES_COMMENTS: Final = frozenset(
    {*PARAGRAPHS, *(name(f"text:{kind}") for kind in ("span", "a", "ruby-base", "meta"))}
)
_NOTE: Final = name("text:note")
_DRAWING: Final = name("draw:x").removesuffix("x")


@dataclass(frozen=True, slots=True)
class Slot:
    """A string: the text of an element or its tail."""

    owner: "etree._Element"
    is_tail: bool

    @property
    def string(self) -> str:
        """The characters, if there are any."""
        return (self.owner.tail if self.is_tail else self.owner.text) or ""


@dataclass(frozen=True, slots=True)
class TextSpot:
    """Where a comment goes: from a number of characters into one string to that in another.

    Attributes:
        moved: where the words are, if a comment cannot stand there (`note`, `box`, `margin`,
            `other`); else empty.
    """

    start: tuple[Slot, int]
    end: tuple[Slot, int]
    moved: str = ""


class Content:
    """The text of an OpenDocument text; comments can stand in it, but not in notes and boxes.

    Places are looked up before anything is changed.
    """

    def __init__(self, root: "etree._Element") -> None:
        self._root = root
        self._paragraphs = list(root.iter(*PARAGRAPHS))
        self._slots: dict[etree._Element, list[Slot]] = {}

    def spot(self, document: Document, span: Span) -> TextSpot:
        """Return where the comment on a stretch of the text goes.

        Raises:
            DamagedDocumentError: if the document is another than the one that was read.
        """
        found = places(document, span)
        if not found or found[0].part != CONTENT:
            return self._first(moved="margin" if found else "other")
        first = self._slot(found[0])
        holder = _holder(first)
        if holder is not None:
            moved = "note" if holder.tag == _NOTE else "box"
            if _is_in_paragraph(holder):
                return TextSpot(_before(holder), _after(holder), moved)
            return self._first(moved=moved)
        last = next(own for own in reversed(found) if self._is_plain(own))
        return TextSpot(
            _opened(first, found[0].start), _closed(self._slot(last), last.start + last.length)
        )

    def _is_plain(self, origin: Origin) -> bool:
        return origin.part == CONTENT and _holder(self._slot(origin)) is None

    def _slot(self, origin: Origin) -> Slot:
        number, ordinal = origin.path
        try:
            paragraph = self._paragraphs[number]
            if paragraph not in self._slots:
                self._slots[paragraph] = [Slot(*own) for own in strings(paragraph)]
            return self._slots[paragraph][ordinal]
        except IndexError as error:
            raise DamagedDocumentError from error

    def _first(self, *, moved: str) -> TextSpot:
        """Return the first paragraph outside notes and boxes."""
        for text in self._root.iter(name("office:text")):
            for paragraph in text.iter(*PARAGRAPHS):
                slot = Slot(paragraph, is_tail=False)
                if _holder(slot) is None and _container(slot) is paragraph:
                    return TextSpot((slot, 0), (slot, len(slot.string)), moved)
        raise DamagedDocumentError


def _container(slot: Slot) -> "etree._Element":
    """Return the element that a string stands in."""
    parent = slot.owner.getparent() if slot.is_tail else slot.owner
    if parent is None:
        raise DamagedDocumentError
    return parent


def _holder(slot: Slot) -> "etree._Element | None":
    """Return the outermost note or drawing that a string stands in."""
    container = _container(slot)
    around = [container, *container.iterancestors()]
    held = (own for own in reversed(around) if own.tag == _NOTE or _is_drawn(own))
    return next(held, None)


def _is_drawn(element: "etree._Element") -> bool:
    return str(element.tag).startswith(_DRAWING)


def _is_in_paragraph(element: "etree._Element") -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in _TAKES_COMMENTS


def _opened(slot: Slot, offset: int) -> tuple[Slot, int]:
    field = _field(slot)
    return (slot, offset) if field is None else _before(field)


def _closed(slot: Slot, offset: int) -> tuple[Slot, int]:
    field = _field(slot)
    return (slot, offset) if field is None else _after(field)


def _field(slot: Slot) -> "etree._Element | None":
    """Return the outermost element around a string, in its paragraph, that takes no comments."""
    found = None
    element: etree._Element | None = _container(slot)
    while element is not None and element.tag not in PARAGRAPHS:
        if element.tag not in _TAKES_COMMENTS:
            found = element
        element = element.getparent()
    return found


def _before(element: "etree._Element") -> tuple[Slot, int]:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        slot = Slot(previous, is_tail=True)
    elif parent is not None:
        slot = Slot(parent, is_tail=False)
    else:
        raise DamagedDocumentError
    return slot, len(slot.string)


def _after(element: "etree._Element") -> tuple[Slot, int]:
    return Slot(element, is_tail=True), 0
