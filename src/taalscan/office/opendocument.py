"""Name the elements of OpenDocument texts, and number the strings of a paragraph."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

CONTENT: Final = "content.xml"

_URN: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "draw": f"{_URN}drawing:1.0",
    "fo": f"{_URN}xsl-fo-compatible:1.0",
    "meta": f"{_URN}meta:1.0",
    "office": f"{_URN}office:1.0",
    "style": f"{_URN}style:1.0",
    "svg": f"{_URN}svg-compatible:1.0",
    "table": f"{_URN}table:1.0",
    "text": f"{_URN}text:1.0",
}


def name(short: str) -> str:
    """Return the full name of an element or attribute of OpenDocument.

    >>> name("text:p")
    '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p'
    """
    prefix, _, local = short.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


PARAGRAPHS: Final = (name("text:p"), name("text:h"))


def strings(element: "etree._Element") -> Iterator[tuple["etree._Element", bool]]:
    """Give where the strings of an element stand, in the order in which readers number them.

    Yields:
        An element, and whether the string is its tail, not its text.
    """
    if element.text and isinstance(element.tag, str):
        yield element, False
    for child in element:
        yield from strings(child)
        if child.tail:
            yield child, True
