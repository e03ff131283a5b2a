"""Scan words in office files by hand, and read comments back by a walk that is not ours.

The walks here use the XML library of Python and know nothing of the readers: they take every
character that shows, and note between which marks it stands.
"""

import io
import re
import unicodedata
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from taalscan.model import (
    BlockKind,
    Document,
    Hit,
    Passage,
    PassageScore,
    Scan,
    Source,
    Span,
    Status,
)
from taalscan.readers.docx import read_docx
from taalscan.readers.media import DOCX
from taalscan.readers.normalise import assemble
from taalscan.readers.odt import read_odt
from tests.builders import entry, passage_score, with_passages

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
WORDS = ("klanten", "markt", "inkoop van zorg", "één", "🙂👍🏽", "عمل")

_ENTRY = entry(
    "M3-001",
    "klant",
    "In welke verhouding staat u tot deze mensen?",
    instead="wie hulp zoekt",
    only_if="dat zo is",
    note="Ook in samenstellingen.",
)


@dataclass(frozen=True)
class Comment:
    """A comment that was read back: its number, paragraphs, and the text it is anchored on.

    In OpenDocument `held` is the text of notes and boxes in that place.
    """

    number: str
    author: str
    paragraphs: tuple[str, ...]
    anchored: str
    held: str = ""


def read(data: bytes, media_type: str = DOCX) -> Document:
    """Read an office file in this process."""
    raw = read_docx(data) if media_type == DOCX else read_odt(data)
    return assemble(raw, Source("nota", "ab" * 32, media_type), {"inkoop"}.__contains__)


def scan_words(data: bytes, media_type: str = DOCX, words: Sequence[str] = WORDS) -> Scan:
    """Return a scan in which these words are hits, wherever they stand."""
    return scan_document(read(data, media_type), words)


def scan_document(document: Document, words: Sequence[str] = WORDS) -> Scan:
    """Return a scan of a document in which these words are hits; a block is a passage."""
    passages: list[PassageScore] = []
    for block in document.blocks:
        if block.kind in {BlockKind.HEADING, BlockKind.BOILERPLATE}:
            continue
        text = block.span.cut(document.text)
        hits = sorted(
            (
                _hit(Span(block.span.start + match.start(), block.span.start + match.end()))
                for word in words
                for match in re.finditer(re.escape(word), text)
            ),
            key=lambda hit: hit.span,
        )
        passage = Passage(f"p{len(passages)}", block.span, (), block.page)
        passages.append(passage_score(passage, len(text.split()), hits))
    return with_passages(document, passages, [_ENTRY])


def _hit(span: Span) -> Hit:
    return Hit(span, (span,), "M3-001", "marktgericht", "M3", 0.6, 1.0, Status.COUNTED)


def part(data: bytes, name: str) -> ET.Element:
    """Return the root of a part."""
    return ET.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))  # noqa: S314 - our own


def folded(text: str) -> str:
    """Return a text with its white space as one space, composed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


# --- Word -----------------------------------------------------------------------------------

_UNSEEN = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "instrText", "delText")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "-"}


def word_events(element: ET.Element) -> Iterator[tuple[str, str]]:
    """Give the characters that show, and the marks of comments, in the order of the file."""
    for child in element:
        name = child.tag.removeprefix(W)
        if child.tag in _UNSEEN:
            continue
        if name.startswith("comment"):
            yield name, child.attrib[f"{W}id"]
        elif name == "t":
            yield "text", child.text or ""
        elif child.tag in _CHARACTERS:
            yield "text", _CHARACTERS[child.tag]
        else:
            yield from word_events(child)
            if name == "p":
                yield "text", "\n"


def word_text(data: bytes, name: str = "word/document.xml") -> str:
    """Return all characters of a part that show."""
    return "".join(value for kind, value in word_events(part(data, name)) if kind == "text")


def word_comments(data: bytes) -> list[Comment]:
    """Return the comments of a Word file, in the order of its part with comments."""
    anchored: dict[str, str] = {}
    is_open: set[str] = set()
    seen: list[str] = []
    for kind, value in word_events(part(data, "word/document.xml")):
        if kind == "text":
            anchored |= {number: anchored[number] + value for number in is_open}
        elif kind == "commentRangeStart":
            assert value not in anchored
            is_open.add(value)
            anchored[value] = ""
        elif kind == "commentRangeEnd":
            is_open.remove(value)
        else:
            seen.append(value)
    assert not is_open
    assert sorted(seen) == sorted(anchored)
    return [
        Comment(
            own.attrib[f"{W}id"],
            own.attrib[f"{W}author"],
            tuple("".join(p.itertext()) for p in own.iter(f"{W}p")),
            anchored[own.attrib[f"{W}id"]],
        )
        for own in part(data, "word/comments.xml")
    ]


# --- OpenDocument ---------------------------------------------------------------------------

_HOLDERS = (f"{TEXT}note", "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}frame")


def odt_events(element: ET.Element, kind: str = "text") -> Iterator[tuple[str, ET.Element | str]]:
    """Give the characters of a content, and the comments, in the order of the file.

    Characters of notes and boxes are `held`, all others `text`.
    """
    yield kind, " " if element.tag == f"{TEXT}s" else element.text or ""
    for child in element:
        if child.tag == f"{OFFICE}annotation":
            yield "start", child
        elif child.tag == f"{OFFICE}annotation-end":
            yield "end", child
        elif child.tag != f"{TEXT}tracked-changes":
            yield from odt_events(child, "held" if child.tag in _HOLDERS else kind)
        yield kind, child.tail or ""


def _odt_body(data: bytes) -> ET.Element:
    body = part(data, "content.xml").find(f".//{OFFICE}text")
    assert body is not None
    return body


def odt_text(data: bytes) -> str:
    """Return all characters of the body, without those of comments."""
    return "".join(value for _, value in odt_events(_odt_body(data)) if isinstance(value, str))


def odt_comments(data: bytes) -> list[Comment]:
    """Return the comments of an OpenDocument text that stand on words, in its order."""
    texts: dict[tuple[str, str], str] = {}
    found: dict[str, ET.Element] = {}
    is_open: set[str] = set()
    for kind, value in odt_events(_odt_body(data)):
        if isinstance(value, str):
            for name in is_open:
                texts[name, kind] = texts.get((name, kind), "") + value
        elif kind == "end":
            is_open.remove(value.attrib[f"{OFFICE}name"])
        elif f"{OFFICE}name" in value.attrib:
            name = value.attrib[f"{OFFICE}name"]
            assert name not in found
            found[name] = value
            is_open.add(name)
    assert not is_open
    return [
        Comment(
            name,
            own.findtext("{http://purl.org/dc/elements/1.1/}creator") or "",
            tuple("".join(p.itertext()) for p in own.iter(f"{TEXT}p")),
            texts.get((name, "text"), ""),
            texts.get((name, "held"), ""),
        )
        for name, own in found.items()
    ]
