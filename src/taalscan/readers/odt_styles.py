"""Read the paragraph styles of an OpenDocument text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taalscan.office.opendocument import name
from taalscan.readers.styles import Style

if TYPE_CHECKING:
    from lxml import etree


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles by identifier, and the styles of paragraphs and text that are bold."""

    paragraphs: Mapping[str, Style]
    bold: frozenset[str]

    def is_bold(self, paragraph: "etree._Element") -> bool:
        """Tell whether all text of a paragraph is set in bold by hand."""
        if paragraph.get(name("text:style-name")) in self.bold:
            return True
        spans = [child for child in paragraph if child.tag == name("text:span")]
        loose = [paragraph.text, *(child.tail for child in paragraph)]
        return (
            bool(spans)
            and all(span.get(name("text:style-name")) in self.bold for span in spans)
            and not any((text or "").strip() for text in loose)
        )


def read_styles(roots: Iterable["etree._Element"]) -> Styles:
    """Return the styles of the parts of a document; those of a later part go first."""
    paragraphs: dict[str, Style] = {}
    bold: set[str] = set()
    for root in roots:
        for element in root.iter(name("style:style")):
            identifier = element.get(name("style:name"), "")
            if element.get(name("style:family")) == "paragraph":
                paragraphs[identifier] = _style(element, identifier)
            if any(_is_bold(text) for text in element.iter(name("style:text-properties"))):
                bold.add(identifier)
    return Styles(paragraphs, frozenset(bold))


def _style(element: "etree._Element", identifier: str) -> Style:
    return Style(
        name=element.get(name("style:display-name")) or identifier,
        parent=element.get(name("style:parent-style-name")),
    )


def _is_bold(properties: "etree._Element") -> bool:
    return properties.get(name("fo:font-weight")) in {"bold", "700", "800", "900"}
