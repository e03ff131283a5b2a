"""Name the elements of Word documents, and find what stands in a part and in a run."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from taalscan.office.package import Package, parse_xml, resolve

if TYPE_CHECKING:
    from lxml import etree

STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL: Final = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ALTERNATES: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML.

    >>> w("p")[-2:]
    '}p'
    """
    return f"{{{TRANSITIONAL.decode()}}}{name}"


_SIGNS: Final = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_BREAKS: Final = frozenset({None, "textWrapping"})


def run_text(child: "etree._Element") -> str:
    """Return the text that a child of a run stands for; offsets in runs count these characters."""
    if child.tag == w("t"):
        return child.text or ""
    if child.tag == w("br"):
        return "\n" if child.get(w("type")) in _BREAKS else ""
    return _SIGNS.get(str(child.tag), "")


def parse_part(data: bytes) -> "etree._Element":
    """Return the root of a part; "strict" documents get the names of all others.

    Raises:
        DamagedDocumentError: if it is no XML that is read; see `parse_xml`.
    """
    return parse_xml(data.replace(STRICT, TRANSITIONAL))


def relations_of(name: str) -> str:
    """Return the name of the part that says what a part points to; "" is the package itself.

    >>> relations_of("word/document.xml")
    'word/_rels/document.xml.rels'
    """
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def related(package: Package, name: str, kind: str) -> Iterator[str]:
    """Give the names of the parts of a kind (`styles`, `footnotes`, …) that a part points to."""
    relations = relations_of(name)
    if relations not in package:
        return
    for relation in package.xml(relations).iter(RELATION):
        is_inside = relation.get("TargetMode") != "External"
        if is_inside and relation.get("Type", "").rpartition("/")[2] == kind:
            yield resolve(name, relation.get("Target", ""))


def main_part(package: Package) -> str | None:
    """Return the name of the part with the text of a document; None where there is none."""
    return next(related(package, "", "officeDocument"), None)
