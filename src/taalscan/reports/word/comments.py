"""Write the part of a Word document that holds its comments, and make the package point to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Final

from lxml import etree

from taalscan.office.package import parse_xml, resolve
from taalscan.office.word import (
    RELATION,
    STRICT,
    TRANSITIONAL,
    parse_part,
    related,
    relations_of,
    w,
)
from taalscan.reports.remarks import Line
from taalscan.reports.word.saying import AUTHOR, INITIALS, legal

if TYPE_CHECKING:
    from taalscan.office.package import Package

_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_COMMENTS_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_KIND: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Styles:
    """Identifiers of the styles that a document has for comments; None for those that it lacks."""

    text: str | None
    reference: str | None


def comment_styles(package: "Package", main: str) -> Styles:
    """Return the styles for comments; Word calls them so in every language."""
    found: dict[str, str | None] = {}
    for part in related(package, main, "styles"):
        if part in package:
            for style in parse_part(package.read(part)).iter(w("style")):
                naming = style.find(w("name"))
                named = "" if naming is None else naming.get(w("val"), "")
                found.setdefault(named.lower(), style.get(w("styleId")))
    return Styles(found.get("annotation text"), found.get("annotation reference"))


class Comments:
    """The comments of a Word document: those it has, and those that are added."""

    def __init__(self, package: "Package", main: str, styles: Styles, *, is_strict: bool) -> None:
        self._package = package
        self._is_strict = is_strict
        self._main = main
        self._styles = styles
        self._name = next(related(package, main, "comments"), None) or _free(package, main)
        self._is_new = self._name not in package
        self._root = (
            etree.Element(w("comments"), nsmap={"w": TRANSITIONAL.decode()})
            if self._is_new
            else parse_part(package.read(self._name))
        )

    def first_number(self, root: "etree._Element") -> int:
        """Return the first number that no comment has, nor a reference in the main part."""
        names = (w("commentReference"), w("commentRangeStart"), w("commentRangeEnd"))
        used = [*self._root.iter(w("comment")), *root.iter(*names)]
        numbers = [element.get(w("id"), "") for element in used]
        known = [int(own) for own in numbers if own.isdecimal() and len(own) < 10]
        return max(known, default=-1) + 1

    def add(self, number: int, lines: Sequence[Line], day: date | None) -> None:
        """Add a comment, a paragraph a line."""
        given = {"id": str(number), "author": AUTHOR, "initials": INITIALS}
        if day is not None:
            given["date"] = f"{day.isoformat()}T00:00:00Z"
        comment = etree.SubElement(
            self._root, w("comment"), {w(key): value for key, value in given.items()}
        )
        for place, line in enumerate(lines):
            self._add_line(comment, line, is_first=place == 0)

    def _add_line(self, comment: "etree._Element", line: Line, *, is_first: bool) -> None:
        paragraph = etree.SubElement(comment, w("p"))
        if self._styles.text is not None:
            look = etree.SubElement(paragraph, w("pPr"))
            etree.SubElement(look, w("pStyle"), {w("val"): self._styles.text})
        if is_first:
            run = etree.SubElement(paragraph, w("r"))
            if self._styles.reference is not None:
                look = etree.SubElement(run, w("rPr"))
                etree.SubElement(look, w("rStyle"), {w("val"): self._styles.reference})
            etree.SubElement(run, w("annotationRef"))
        if line.lead:
            _add_text(paragraph, f"{line.lead} " if line.text else line.lead, is_bold=True)
        if line.text:
            _add_text(paragraph, line.text, is_bold=False)

    def parts(self) -> dict[str, bytes]:
        """Return the parts of the package that change, but for the main part."""
        parts = {self._name: written_part(self._root, is_strict=self._is_strict)}
        if self._is_new:
            parts[_CONTENT_TYPES] = self._content_types()
            parts |= self._relations(_STRICT_KIND if self._is_strict else _KIND)
        return parts

    def _content_types(self) -> bytes:
        root = self._package.xml(_CONTENT_TYPES)
        name = f"/{self._name}"
        given = {"PartName": name, "ContentType": _COMMENTS_TYPE}
        known = [own for own in root.iter(f"{_TYPES}Override") if own.get("PartName") == name]
        if not known:
            etree.SubElement(root, f"{_TYPES}Override", given)
        return _xml(root)

    def _relations(self, kind: str) -> Mapping[str, bytes]:
        """Return the relations of the main part with one to the comments, if that is not there."""
        name = relations_of(self._main)
        if name in self._package:
            root = self._package.xml(name)
        else:
            root = parse_xml(f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode())
        there = list(root.iter(RELATION))
        if any(resolve(self._main, own.get("Target", "")) == self._name for own in there):
            return {}
        used = {own.get("Id") for own in there}
        identifier = next(own for n in count(1) if (own := f"taalscan{n}") not in used)
        given = {"Id": identifier, "Type": kind, "Target": self._name.rpartition("/")[2]}
        etree.SubElement(root, RELATION, given)
        return {name: _xml(root)}


def _free(package: "Package", main: str) -> str:
    """Return a name for the part with comments, in the folder of the main part."""
    folder = main.rpartition("/")[0]
    names = (f"{folder}/comments{n or ''}.xml".lstrip("/") for n in count())
    return next(name for name in names if name not in package)


def _add_text(paragraph: "etree._Element", text: str, *, is_bold: bool) -> None:
    run = etree.SubElement(paragraph, w("r"))
    if is_bold:
        etree.SubElement(etree.SubElement(run, w("rPr")), w("b"))
    words = etree.SubElement(run, w("t"), {_SPACE: "preserve"})
    words.text = legal(text)


def written_part(root: "etree._Element", *, is_strict: bool) -> bytes:
    """Return a changed part as XML, in the names of "strict" documents where it is one."""
    data = _xml(root)
    return data.replace(TRANSITIONAL, STRICT) if is_strict else data


def _xml(root: "etree._Element") -> bytes:
    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def content_type(package: "Package", main: str) -> str:
    """Return the content type of the main part, which tells documents from templates."""
    root = parse_xml(package.read(_CONTENT_TYPES))
    types = (
        own.get("ContentType", "")
        for own in root.iter(f"{_TYPES}Override")
        if own.get("PartName", "").lstrip("/").lower() == main.lower()
    )
    return next(types, "")
