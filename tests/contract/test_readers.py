"""What every reader must do: one suite, run for each format."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.text.run import Run
from lxml import etree
from selectolax.lexbor import LexborHTMLParser, LexborNode

from taalscan.errors import DamagedDocumentError, ReadError, TooLargeError
from taalscan.model import BlockKind, Document, Origin, Source, Span, places
from taalscan.readers import DEFAULT_LIMITS, Limits, read
from taalscan.readers.detect import detect
from taalscan.readers.normalise import assemble
from taalscan.readers.raw import RawDocument
from taalscan.readers.table import READERS
from tests.contract import samples

Kind = BlockKind
Unit = tuple[BlockKind, str]

WANTED: tuple[Unit, ...] = (
    (Kind.HEADING, samples.TITLE),
    (Kind.HEADING, samples.HEADING),
    (Kind.PARAGRAPH, samples.OPENING),
    (Kind.PARAGRAPH, samples.NOTED),
    (Kind.HEADING, samples.SECOND),
    *((Kind.LIST_ITEM, item) for item in (*samples.ITEMS, samples.DEEPER)),
    *((Kind.TABLE_CELL, cell) for row in samples.CELLS for cell in row),
    (Kind.QUOTATION, samples.QUOTE),
    (Kind.PARAGRAPH, samples.CLOSING),
    (Kind.NOTE, samples.NOTE),
)

NUMBER = re.compile(r"^1(?:\.\d)? ")
"""Number of a heading or note, where a format has it in its text."""

names = pytest.mark.parametrize("name", samples.MAKERS)


def no_word(_: str) -> bool:
    return False


def raw_of(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> RawDocument:
    """Read in this process, so that a bug shows as what it is."""
    return READERS[detect(data, name)](data, limits)


def document_of(name: str) -> Document:
    data = samples.MAKERS[name]()
    source = Source(name, "0" * 64, detect(data, name))
    return assemble(raw_of(data, name), source, no_word)


@names
def test_blocks_are_in_order_and_apart(name: str) -> None:
    document = document_of(name)
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        end = block.span.end
    assert end == len(document.text)


@names
def test_kinds_and_text_are_the_same_in_every_format(name: str) -> None:
    document = document_of(name)
    found = [
        (block.kind, NUMBER.sub("", block.span.cut(document.text)))
        for block in document.blocks
        if block.kind is not Kind.BOILERPLATE
    ]
    assert tuple(found) == WANTED
    assert document.title == samples.TITLE


@names
def test_levels_and_groups(name: str) -> None:
    document = document_of(name)
    of = {
        kind: [block for block in document.blocks if block.kind is kind]
        for kind in (Kind.HEADING, Kind.LIST_ITEM, Kind.TABLE_CELL)
    }
    assert [block.level for block in of[Kind.HEADING]] == [1, 2, 2]
    assert [block.level for block in of[Kind.LIST_ITEM]] == [1, 1, 2]
    assert [block.level for block in of[Kind.TABLE_CELL]] == [1, 2, 3] * len(samples.CELLS)
    groups = {kind: {block.group for block in of[kind]} for kind in of}
    assert len(groups[Kind.LIST_ITEM]) == len(groups[Kind.TABLE_CELL]) == 1
    assert groups[Kind.LIST_ITEM] != groups[Kind.TABLE_CELL]
    assert None not in groups[Kind.LIST_ITEM] | groups[Kind.TABLE_CELL]


@names
def test_every_character_finds_its_way_back(name: str) -> None:
    document = document_of(name)
    look_up = RESOLVERS[document.source.media_type](samples.MAKERS[name]())
    covered: set[int] = set()
    for origin in document.origins:
        found = look_up(origin)
        if origin.length == len(origin.span):
            assert found == origin.span.cut(document.text)
        else:
            # a line end of two characters is one space
            assert (found.strip(), origin.span.cut(document.text)) == ("", " ")
        covered.update(range(origin.span.start, origin.span.end))
    for block in document.blocks:
        assert covered.issuperset(range(block.span.start, block.span.end))


@names
def test_a_word_is_found_in_the_source(name: str) -> None:
    document = document_of(name)
    look_up = RESOLVERS[document.source.media_type](samples.MAKERS[name]())
    start = document.text.index("huisartsen")
    found = places(document, Span(start, start + len("huisartsen")))
    assert "".join(map(look_up, found)) == "huisartsen"


@names
def test_the_guarded_process_gives_the_same(name: str) -> None:
    data = samples.MAKERS[name]()
    document = read(data, name, is_word=no_word)
    assert (document.text, document.blocks) == (document_of(name).text, document_of(name).blocks)


# --- hostile files ----------------------------------------------------------------------------


@names
def test_a_file_cut_off_anywhere_gives_a_document_or_a_typed_error(name: str) -> None:
    data = samples.MAKERS[name]()
    chance = random.Random(7)  # noqa: S311 - the same files each time
    for _ in range(40):
        _try(data[: chance.randrange(len(data))], name)


@names
def test_a_file_with_wrong_bytes_gives_a_document_or_a_typed_error(name: str) -> None:
    chance = random.Random(11)  # noqa: S311 - the same files each time
    for _ in range(40):
        data = bytearray(samples.MAKERS[name]())
        for _ in range(10):
            data[chance.randrange(len(data))] = chance.randrange(256)
        _try(bytes(data), name)


@pytest.mark.parametrize("extension", ["txt", "md", "html", "docx", "odt", "pdf"])
def test_random_bytes_give_a_document_or_a_typed_error(extension: str) -> None:
    chance = random.Random(13)  # noqa: S311 - the same files each time
    for size in (1, 10, 1_000, 10_000):
        for start in (b"", b"PK\x03\x04", b"%PDF-1.7\n", b"<html>", b"\xd0\xcf\x11\xe0"):
            _try(start + chance.randbytes(size), f"nota.{extension}")


BOMB = b"<a>" + b" " * 3_000_000 + b"</a>"


@pytest.mark.parametrize("name", ["nota.docx", "nota.odt"])
def test_a_zip_bomb_is_too_large(name: str) -> None:
    files = {
        "nota.docx": ("word/document.xml", samples.docx()),
        "nota.odt": ("content.xml", samples.odt()),
    }
    part, data = files[name]
    with pytest.raises(TooLargeError) as caught:
        raw_of(_with_part(data, part, BOMB), name, Limits(unzipped=2_000_000))
    assert caught.value.values == {"limit": "unzipped", "most": 2_000_000}


DOCTYPES = (
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]>',
    '<!DOCTYPE a SYSTEM "http://veldermeer.invalid/a.dtd">',
)


@pytest.mark.parametrize("doctype", DOCTYPES)
def test_entities_and_document_types_are_refused(doctype: str) -> None:
    for data, name in (
        (samples.word("", doctype=doctype), "nota.docx"),
        (samples.opendocument("", doctype=doctype), "nota.odt"),
    ):
        with pytest.raises(DamagedDocumentError):
            raw_of(data, name)


DEEP = 1_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nota.txt", b"\n".join(b" " * n + b"- punt" for n in range(DEEP))),
        ("nota.md", b"> " * DEEP + b"de wijk"),
        ("nota.md", b"\n".join(b"  " * n + b"- punt" for n in range(DEEP))),
        ("nota.html", b"<html>" + b"<div>" * DEEP + b"de wijk"),
        ("nota.html", b"<html>" + b"<ul><li>" * DEEP + b"de wijk"),
        ("nota.docx", samples.word("<w:tbl><w:tr><w:tc>" * DEEP)),
        ("nota.docx", samples.word("<w:tbl><w:tr><w:tc>" * 80 + "</w:tc></w:tr></w:tbl>" * 80)),
        ("nota.odt", samples.opendocument("<text:section>" * DEEP + "</text:section>" * DEEP)),
        ("nota.odt", samples.opendocument("<text:list>" * 240 + "</text:list>" * 240)),
    ],
)
def test_deep_nesting_gives_a_document_or_a_typed_error(name: str, data: bytes) -> None:
    _try(data, name)


def _try(data: bytes, name: str) -> None:
    """Read; no error but a typed one may come out."""
    try:
        raw = raw_of(data, name)
    except ReadError as error:
        assert error.code != "read"  # noqa: PT017 - either is fine, and a document as well
    else:
        assemble(raw, Source(name, "", ""), no_word)


def _with_part(data: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {one: package.read(one) for one in package.namelist()}
    return samples.zipped(files | {name: content})


# --- the way back, by other means than the readers' own ---------------------------------------

LookUp = Callable[[Origin], str]


Strings = dict[tuple[str, tuple[int, ...]], str]


def _cut(strings: Strings) -> LookUp:
    def look_up(origin: Origin) -> str:
        string = strings[origin.part, origin.path]
        cut = string[origin.start : origin.start + origin.length]
        return re.sub(r"\s", " ", cut)

    return look_up


def in_text(data: bytes) -> LookUp:
    return _cut({("text", ()): data.decode()})


def in_html(data: bytes) -> LookUp:
    root = LexborHTMLParser(data.decode()).root
    assert root is not None
    texts = [node.text_content or "" for node in _nodes(root) if node.is_text_node]
    return _cut({("html", (number,)): text for number, text in enumerate(texts)})


def _nodes(node: LexborNode) -> Iterator[LexborNode]:
    yield node
    child = node.child
    while child is not None:
        yield from _nodes(child)
        child = child.next


def in_docx(data: bytes) -> LookUp:
    document = docx.Document(io.BytesIO(data))
    strings: Strings = {}
    for part in document.part.package.iter_parts():
        root = etree.fromstring(part.blob) if part is not document.part else document.element
        name = str(part.partname).lstrip("/")
        for number, paragraph in enumerate(root.iter(qn("w:p"))):
            for ordinal, run in enumerate(paragraph.iter(qn("w:r"))):
                text = Run(run, document).text if part is document.part else _run_text(run)
                strings[name, (number, ordinal)] = text
    return _cut(strings)


def _run_text(run: "etree._Element") -> str:
    return "".join(map(str, run.itertext()))


def in_odt(data: bytes) -> LookUp:
    urn = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    strings: Strings = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in ("content.xml", "styles.xml"):
            paragraphs = etree.fromstring(package.read(name)).iter(f"{urn}p", f"{urn}h")
            for number, paragraph in enumerate(paragraphs):
                for ordinal, text in enumerate(paragraph.itertext()):
                    strings[name, (number, ordinal)] = str(text)
    return _cut(strings)


def in_pdf(data: bytes) -> LookUp:
    document = pypdfium2.PdfDocument(data)
    strings: Strings = {}
    for number in range(len(document)):
        page = document[number].get_textpage()
        strings[f"page:{number + 1}", ()] = page.get_text_range()
    return _cut(strings)


RESOLVERS: Mapping[str, Callable[[bytes], LookUp]] = {
    "text/plain": in_text,
    "text/markdown": in_text,
    "text/html": in_html,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": in_docx,
    "application/vnd.oasis.opendocument.text": in_odt,
    "application/pdf": in_pdf,
}
