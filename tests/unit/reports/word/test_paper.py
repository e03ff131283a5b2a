"""A document that cannot be handed back becomes a Word document with its text and comments."""

import io
import tempfile
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from taalscan.model import BlockKind, Document, Source
from taalscan.readers.html import read_html
from taalscan.readers.normalise import assemble
from taalscan.readers.raw import RawBlock, RawDocument, RawPiece
from taalscan.readers.text import read_text
from taalscan.reports.remarks import remarks_of
from taalscan.reports.voice import voice
from taalscan.reports.word import Asked, annotate_text
from taalscan.reports.word.told import comments_of
from tests.contract import samples
from tests.word_files import WORDS, W, folded, part, read, scan_document, word_comments, word_text

ASKED = Asked("nl")
SOURCE = Source("nota.html", "ab" * 32, "text/html")


def _block(kind: BlockKind, words: list[str], level: int | None, group: int | None) -> RawBlock:
    return RawBlock(kind, (RawPiece(f"Over {' '.join(words)}", "text"),), level, group)


def _document(made: list[RawBlock]) -> Document:
    return assemble(RawDocument(tuple(made)), SOURCE, bool)


WORDING = st.lists(st.sampled_from([*WORDS, "de wijk", "\x0c", "\x01", "e\u0301n", "مرحبا"]))
LEVELS = st.none() | st.integers(0, 70)
GROUPS = st.none() | st.integers(1, 2)
BLOCKS = st.builds(_block, st.sampled_from(BlockKind), WORDING, LEVELS, GROUPS)
DOCUMENTS = st.lists(BLOCKS, min_size=1, max_size=8).map(_document)


@given(DOCUMENTS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_block_is_in_it_and_every_comment_on_its_words(document: Document) -> None:
    scan = scan_document(document)
    data = annotate_text(scan, ASKED).data
    paragraphs = [line for line in word_text(data).split("\n") if line]
    assert paragraphs == [block.span.cut(document.text) for block in document.blocks]
    told = comments_of(remarks_of(scan, voice("nl")))
    anchored = [folded(own.anchored) for own in word_comments(data)[1:]]
    assert anchored == [folded(own.span.cut(document.text)) for own in told]


@pytest.mark.parametrize(
    ("reader", "data"), [(read_html, samples.html()), (read_text, samples.text())]
)
def test_what_is_read_back_is_the_text_of_the_source(
    reader: Callable[[bytes], RawDocument], data: bytes
) -> None:
    document = assemble(reader(data), SOURCE, bool)
    again = read(annotate_text(scan_document(document), ASKED).data)
    assert again.text == document.text
    kept = {BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.QUOTATION}
    for one, other in zip(document.blocks, again.blocks, strict=True):
        assert (one.kind, one.level) == (other.kind, other.level) or one.kind not in kept


def test_the_summary_tells_what_it_is() -> None:
    document = assemble(read_html(samples.html()), SOURCE, bool)
    summary = word_comments(annotate_text(scan_document(document), ASKED).data)[0]
    assert summary.anchored == samples.TITLE
    assert summary.paragraphs[-1].startswith("Dit Word-document is gemaakt van nota.html.")


def test_the_cells_of_a_table_stand_in_a_table_and_missing_ones_are_empty() -> None:
    cells = [("a", 1), ("b", 3), ("c", 2)]
    raw = [RawBlock(BlockKind.TABLE_CELL, (RawPiece(t, "text"),), n, 1) for t, n in cells]
    document = assemble(RawDocument(tuple(raw)), SOURCE, bool)
    root = part(annotate_text(scan_document(document, ()), ASKED).data, "word/document.xml")
    rows = [["".join(c.itertext()) for c in r.iter(f"{W}tc")] for r in root.iter(f"{W}tr")]
    assert rows == [["a", "", "b"], ["", "c", ""]]


def test_it_holds_to_ecma_376() -> None:
    document = assemble(read_html(samples.html()), SOURCE, bool)
    data = annotate_text(scan_document(document), ASKED).data
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(data)
        file.flush()
        found = OpenXmlValidator(max_errors=0).validate(file.name)
    # Word fills in its own theme where a document has none
    assert [own.description for own in found.errors if "theme" not in own.description] == []


def test_the_same_text_gives_the_same_bytes() -> None:
    document = assemble(read_text(samples.text()), SOURCE, bool)
    one, other = (annotate_text(scan_document(document), ASKED).data for _ in range(2))
    assert one == other
