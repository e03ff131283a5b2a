"""Real PDFs come back with notes on exactly the words that were meant, and else as they were."""

import re
import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from taalscan.batch.marked import marked_pdf
from taalscan.errors import NoTextLayerError
from taalscan.model import Passage, PassageScore, Scan, Span
from taalscan.readers import read
from tests.builders import axes, passage_score, with_passages
from tests.pdf_looks import (
    always,
    around,
    hit_on,
    letters,
    mask,
    notes_of,
    pictures,
    texts,
    words_in,
)

DOCUMENTS = Path(__file__).parents[4] / "shared" / "corpus" / "docs"
QPDF = shutil.which("qpdf")
MAPS = {"21-Papendrecht-problem.pdf", "22-Papendrecht-problem-ocred.pdf"}
"""Maps, whose street names are slanted: an upright box around one takes a house number along."""

PAGES = 8
"""Pages of a document that are looked at as pictures."""

pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the shared corpus is absent"),
]
files = pytest.mark.parametrize(
    "name", sorted(file.name for file in DOCUMENTS.glob("*.pdf")) if DOCUMENTS.is_dir() else []
)
WORDS = re.compile(r"\b[^\W\d_]{4,}\b(?: [^\W\d_]+ [^\W\d_]+)?")


def scan_of_words(data: bytes, name: str) -> Scan:
    """Return a scan in which every twentieth stretch of one or three words is a hit."""
    document = read(data, name, is_word=always)
    scores: list[PassageScore] = []
    number = 0
    for block in document.blocks:
        hits = []
        for found in WORDS.finditer(document.text, block.span.start, block.span.end):
            number += 1
            if number % 20 == 0:
                hits.append(hit_on([Span(*found.span())], axes()[number // 20 % 4]))
        passage = Passage(f"p{len(scores)}", block.span, (), block.page)
        scores.append(passage_score(passage, 1, hits))
    return with_passages(document, scores)


@cache
def handed_back(name: str) -> tuple[bytes, bytes, Scan]:
    """Return a file, the file with notes, and the scan."""
    data = (DOCUMENTS / name).read_bytes()
    try:
        scan = scan_of_words(data, name)
    except NoTextLayerError:
        pytest.skip("pictures of pages only")
    return data, marked_pdf(data, scan, "nl"), scan


@files
def test_the_words_in_the_boxes_are_those_of_the_hits(name: str) -> None:
    _, made, scan = handed_back(name)
    found: dict[str, str] = {}
    for note in notes_of(made):
        if note.kind == "/Highlight":
            words = letters(words_in(made, note.page, map(around, note.quads)))
            key = note.text.split("‘")[-1] if note.text.startswith("(") else note.text
            key = key.removeprefix("‘").split("’ – ")[0]
            found[key] = found.get(key, "") + words
    hits = [hit for passage in scan.passages for hit in passage.hits]
    wanted: dict[str, str] = {}
    for hit in hits:
        words = hit.span.cut(scan.document.text)
        wanted[words] = wanted.get(words, "") + letters(words)
    wrong = {
        key: found.get(key)
        for key, words in wanted.items()
        # a page may draw its words twice over each other
        if found.get(key) not in {words, 2 * words}
    }
    assert len(wrong) <= (name in MAPS), wrong


@files
def test_pages_differ_inside_the_boxes_only(name: str) -> None:
    data, made, _ = handed_back(name)
    notes = notes_of(made)
    pages = zip(pictures(data, PAGES), pictures(made, PAGES), strict=True)
    for number, (old, new) in enumerate(pages, start=1):
        changed = (old != new).any(axis=2)
        rects = [note.rect for note in notes if note.page == number]
        allowed = mask(made, number, rects)[: changed.shape[0], : changed.shape[1]]
        assert not (changed & ~allowed).any(), number


@files
def test_text_tags_and_content_stay(name: str) -> None:
    data, made, _ = handed_back(name)
    assert texts(made) == texts(data)
    with pikepdf.open(DOCUMENTS / name) as old, pikepdf.open(BytesIO(made)) as new:
        assert ("/StructTreeRoot" in old.Root) == ("/StructTreeRoot" in new.Root)
        for one, two in zip(old.pages, new.pages, strict=True):
            assert _contents(one.obj) == _contents(two.obj)
            before = len(one.obj.get("/Annots", []))
            kept = [item for item in two.obj.get("/Annots", []) if not _is_ours(item)]
            assert len(kept) == before


def _is_ours(item: pikepdf.Object) -> bool:
    return str(item.get("/NM", "")).startswith("taalscan-")


def _contents(page: pikepdf.Object) -> list[bytes]:
    if "/Contents" not in page:
        return []
    streams = page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]
    return [stream.read_raw_bytes() for stream in streams]


@files
@pytest.mark.skipif(QPDF is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong_that_was_not_wrong_before(name: str, tmp_path: Path) -> None:
    _, made, _ = handed_back(name)
    file = tmp_path / name
    file.write_bytes(made)
    before, after = (_checked(path) for path in (DOCUMENTS / name, file))
    assert after in {0, before}


def _checked(path: Path) -> int:
    return subprocess.run(
        [QPDF or "", "--check", str(path)], capture_output=True, check=False
    ).returncode
