"""Find the parts of a Word document, with its styles."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from taalscan.errors import DamagedDocumentError
from taalscan.readers.package import Package, parse_xml, resolve
from taalscan.readers.styles import Style

if TYPE_CHECKING:
    from lxml import etree

_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_MAIN: Final = "officeDocument"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a Word document: its name in the package and its root element."""

    name: str
    root: "etree._Element"


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML.

    >>> w("p")[-2:]
    '}p'
    """
    return f"{{{_W}}}{name}"


class WordPackage:
    """A Word document, by its parts."""

    def __init__(self, data: bytes, unzipped: int) -> None:
        self._package = Package(data, unzipped)
        mains = list(self._related("", _MAIN))
        if not mains:
            raise DamagedDocumentError
        self.main = self._part(mains[0])

    def parts(self, kind: str) -> Iterator[Part]:
        """Give the parts of a kind (`header`, `footnotes`, …) that the main part points to."""
        for name in sorted(set(self._related(self.main.name, kind))):
            if name in self._package:
                yield self._part(name)

    def title(self) -> str | None:
        """Return the title among the properties of the file."""
        for name in self._related("", "core-properties"):
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
        data = self._package.read(name)
        # "strict" documents use another namespace for the same elements
        return Part(name, parse_xml(data.replace(_STRICT.encode(), _W.encode())))

    def _related(self, name: str, kind: str) -> Iterator[str]:
        folder, _, file = name.rpartition("/")
        relations = f"{folder}/_rels/{file}.rels".lstrip("/")
        if relations not in self._package:
            return
        for relation in self._package.xml(relations).iter(_RELATION):
            is_inside = relation.get("TargetMode") != "External"
            if is_inside and relation.get("Type", "").rpartition("/")[2] == kind:
                yield resolve(name, relation.get("Target", ""))


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
