"""Hand an OpenDocument text back with comments; all else in the file stays as it is."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from taalscan.errors import OutputError, ReadError
from taalscan.model import Scan
from taalscan.office.opendocument import CONTENT, name
from taalscan.office.package import Package
from taalscan.office.rewrite import rewrite
from taalscan.reports.remarks import Line
from taalscan.reports.word.odt_spots import Content, Slot
from taalscan.reports.word.saying import (
    AUTHOR,
    INITIALS,
    UNPACKED,
    Annotated,
    Asked,
    legal,
    refusal,
)
from taalscan.reports.word.told import placed

_SIGNATURES: Final = "META-INF/documentsignatures.xml"
_WITHOUT_INITIALS: Final = frozenset({None, "1.0", "1.1", "1.2"})
_LABEL_STYLE: Final = "TaalscanLabel"
_OWN: Final = re.compile(r"taalscan-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class _Mark:
    """An element to put in a string, before the character with this number."""

    offset: int
    is_start: bool
    number: int
    element: "etree._Element"


def annotate_odt(scan: Scan, data: bytes, asked: Asked) -> Annotated:
    """Return the OpenDocument text that was scanned, with comments on what was found.

    Args:
        scan: the scan of these bytes.
        data: the bytes of the file.
        asked: how comments are written.

    Raises:
        OutputError: if the file cannot be changed; `flaw` is `damaged`, `too-large` or `signed`.
    """
    try:
        package = Package(data, UNPACKED)
        if _SIGNATURES in package:
            raise OutputError(flaw="signed", format="odt")
        root = package.xml(CONTENT)
        _comment(root, scan, asked)
        written = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8")
        return Annotated(_extension(package), rewrite(data, {CONTENT: written}))
    except ReadError as error:
        raise refusal(error, "odt") from error


def _comment(root: "etree._Element", scan: Scan, asked: Asked) -> None:
    """Put the comments in; where each goes is looked up before anything moves."""
    slots: dict[Slot, list[_Mark]] = defaultdict(list)
    version = root.get(name("office:version"))
    told = list(placed(scan, Content(root).spot, asked))
    for number, (spot, lines) in enumerate(told, _first_number(root)):
        for is_start, (slot, offset) in ((True, spot.start), (False, spot.end)):
            element = _begin(number, lines, asked, version) if is_start else _end(number)
            slots[slot].append(_Mark(offset, is_start, number, element))
    for slot, marks in slots.items():
        _fill(slot, sorted(marks, key=_in_order))
    _add_style(root)


def _first_number(root: "etree._Element") -> int:
    """Return a number that no comment of an earlier scan has in its name."""
    names = (own.get(name("office:name"), "") for own in root.iter(name("office:annotation")))
    matches = (_OWN.fullmatch(own) for own in names)
    return max((int(match[1]) for match in matches if match), default=0) + 1


def _begin(
    number: int, lines: Sequence[Line], asked: Asked, version: str | None
) -> "etree._Element":
    """Return a comment, a paragraph a line; OpenDocument before 1.3 knows no initials."""
    spaces = {own: name(f"{own}:x")[1:-2] for own in ("office", "text", "dc", "meta")}
    given = {name("office:name"): f"taalscan-{number}"}
    comment = etree.Element(name("office:annotation"), given, nsmap=spaces)
    etree.SubElement(comment, name("dc:creator")).text = AUTHOR
    if asked.day is not None:
        etree.SubElement(comment, name("dc:date")).text = f"{asked.day.isoformat()}T00:00:00"
    if version not in _WITHOUT_INITIALS:
        etree.SubElement(comment, name("meta:creator-initials")).text = INITIALS
    for line in lines:
        paragraph = etree.SubElement(comment, name("text:p"))
        if line.lead:
            style = {name("text:style-name"): _LABEL_STYLE}
            label = etree.SubElement(paragraph, name("text:span"), style)
            label.text = legal(line.lead)
            label.tail = legal(f" {line.text}") if line.text else None
        else:
            paragraph.text = legal(line.text)
    return comment


def _end(number: int) -> "etree._Element":
    spaces = {"office": name("office:x")[1:-2]}
    given = {name("office:name"): f"taalscan-{number}"}
    return etree.Element(name("office:annotation-end"), given, nsmap=spaces)


def _in_order(own: _Mark) -> tuple[int, bool, int]:
    """Order marks in one string; where one comment ends another may begin."""
    return own.offset, own.is_start, own.number


def _fill(slot: Slot, marks: Sequence[_Mark]) -> None:
    """Put elements in a string, each before its character."""
    string, done = slot.string, 0
    holder = slot.owner.getparent() if slot.is_tail else slot.owner
    if holder is None:
        return
    place = holder.index(slot.owner) + 1 if slot.is_tail else 0
    last: etree._Element | None = None
    for number, own in enumerate(marks):
        _say(slot, last, string[done : own.offset])
        holder.insert(place + number, own.element)
        last, done = own.element, own.offset
    _say(slot, last, string[done:])


def _say(slot: Slot, last: "etree._Element | None", text: str) -> None:
    """Set the characters behind an element that was put in, or those before the first one."""
    if last is not None:
        last.tail = text
    elif slot.is_tail:
        slot.owner.tail = text
    else:
        slot.owner.text = text


def _add_style(root: "etree._Element") -> None:
    """Add the look of labels in comments to the styles of the content."""
    styles = root.find(name("office:automatic-styles"))
    if styles is None:
        styles = root.makeelement(name("office:automatic-styles"))
        body = root.find(name("office:body"))
        root.insert(len(root) if body is None else root.index(body), styles)
    if any(own.get(name("style:name")) == _LABEL_STYLE for own in styles):
        return
    given = {name("style:name"): _LABEL_STYLE, name("style:family"): "text"}
    style = etree.SubElement(styles, name("style:style"), given)
    bold = {name("fo:font-weight"): "bold"}
    etree.SubElement(style, name("style:text-properties"), bold)


def _extension(package: Package) -> str:
    """Return the extension of a document or of a template."""
    kind = package.read("mimetype") if "mimetype" in package else b""
    return "ott" if kind.strip().endswith(b"-template") else "odt"
