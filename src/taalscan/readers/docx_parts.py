"""Find the parts of a Word document, with its styles."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from taalscan.errors import DamagedDocumentError
from taalscan.office.package import Package
from taalscan.office.word import main_part, parse_part, related, w
from taalscan.readers.styles import Style

if TYPE_CHECKING:
    from lxml import etree

_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a Word document: its name in the package and its root element."""

    name: str
    root: "etree._Element"


class WordPackage:
    """A Word document, by its parts."""

    def __init__(self, data: bytes, unzipped: int) -> None:
        self._package = Package(data, unzipped)
        name = main_part(self._package)
        if name is None:
            raise DamagedDocumentError
        self.main = self._part(name)

    def parts(self, kind: str) -> Iterator[Part]:
        """Give the parts of a kind (`header`, `footnotes`, …) that the main part points to."""
        for name in sorted(set(related(self._package, self.main.name, kind))):
            if name in self._package:
                yield self._part(name)

    def title(self) -> str | None:
        """Return the title among the properties of the file."""
        for name in related(self._package, "", "core-properties"):
            if name in self._package:
                return self._package.xml(name).findtext(_TITLE) or None
        return None

    def styles(self) -> dict[str, Style]:
        """Return the paragraph styles, by identifier."""
        return {
            element.get(w("styleId"), ""): _style(element)
            for part in self.parts("styles")
            for element in part.root.iter(w("style"))
        }

    def _part(self, name: str) -> Part:
        return Part(name, parse_part(self._package.read(name)))


def _style(element: "etree._Element") -> Style:
    properties = element.find(w("pPr"))
    return Style(
        name=value(element, "name") or "",
        parent=value(element, "basedOn"),
        level=outline_level(properties),
        is_list=is_numbered(properties),
    )


def value(element: "etree._Element | None", name: str) -> str | None:
    """Return the `w:val` of a child element; None where there is none."""
    child = None if element is None else element.find(w(name))
    return None if child is None else child.get(w("val"))


def number(element: "etree._Element | None", name: str) -> int | None:
    """Return the `w:val` of a child element as a number; None where it is none."""
    found = value(element, name) or ""
    return int(found) if found.isdecimal() and len(found) < 10 else None


def outline_level(properties: "etree._Element | None") -> int | None:
    """Return the outline level of paragraph properties, from 1; None for body text."""
    found = number(properties, "outlineLvl")
    # level 9 is Word's number for body text
    return found + 1 if found is not None and found < 9 else None


def is_numbered(properties: "etree._Element | None") -> bool | None:
    """Tell whether paragraph properties set a number or bullet, or take it away; else None."""
    numbering = None if properties is None else properties.find(w("numPr"))
    if numbering is None:
        return None
    return value(numbering, "numId") != "0"
