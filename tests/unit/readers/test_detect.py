"""The format comes from the bytes, not from the name."""

import io
import time
import zipfile

import pytest

from taalscan.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    NotADocumentError,
)
from taalscan.readers.detect import detect
from taalscan.readers.media import DOCX, HTML, MARKDOWN, ODT, PDF, TEXT
from tests.contract import samples

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
EMBEDDED = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""Type of a Word file inside a presentation."""


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"%PDF-1.7\n", PDF),
        (b"\r\n" * 100 + b"%PDF-1.4\n", PDF),
        (samples.docx(), DOCX),
        (samples.odt(), ODT),
        (b"<!DOCTYPE html><p>a", HTML),
        (b"\xef\xbb\xbf  <html lang=nl>", HTML),
        (b"<?xml version='1.0'?><!-- a --><html/>", HTML),
        (b"<!-- a -->\n<!-- <p> --> <h1>De wijk", HTML),
        (b"<!-- <html> is a word here", TEXT),
        (b"<p>De wijk</p>", HTML),
        (b"De wijk < de stad", TEXT),
        ("<html>".encode("utf-16"), HTML),
        (b"<de wijk>", TEXT),
        ("één".encode("utf-16"), TEXT),
        (b"BMW rijdt hier", TEXT),
        (b"Het PDF-bestand: %PDF", TEXT),
    ],
)
@pytest.mark.parametrize("name", ["nota.pdf", "nota", "nota.xlsx"])
def test_formats_are_told_by_content(data: bytes, media_type: str, name: str) -> None:
    assert detect(data, name) == media_type


@pytest.mark.parametrize("name", ["nota.md", "NOTA.MARKDOWN"])
def test_only_markdown_is_told_by_name(name: str) -> None:
    assert detect(b"# De wijk", name) == MARKDOWN
    assert detect(b"<div>kop</div>\n\n# De wijk", name) == MARKDOWN
    assert detect(b"<!doctype html><p>", name) == HTML


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (samples.zipped({"xl/workbook.xml": b""}), "xlsx"),
        (
            samples.zipped({"mimetype": b"application/epub+zip", "META-INF/container.xml": b""}),
            "epub",
        ),
        (
            samples.zipped(
                {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b""}
            ),
            "opendocument",
        ),
        (samples.zipped({"[Content_Types].xml": EMBEDDED, "ppt/a.xml": b""}), "pptx"),
        (samples.zipped({"foto.png": b""}), "zip"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE, "ole"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "image"),
        (b"BM" + bytes(50), "image"),
        (b"{\\rtf1\\ansi Hallo}", "rtf"),
        (b"<?xml version='1.0'?><lijst/>", "xml"),
        (b"ab\0cd", "binary"),
    ],
)
def test_other_formats_are_named(data: bytes, found: str) -> None:
    with pytest.raises(NotADocumentError) as caught:
        detect(data, "nota.docx")
    assert caught.value.values == {"found": found}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"<!---->" * 8_000 + b"x", TEXT),
        (b"<!---->" * 8_000 + b"<html>", HTML),
        (b"<!---->" * 100_000, TEXT),
        (b"<!--" * 100_000, TEXT),
        (b" <?xml version='1.0'?>" + b"\n<!-- a -->" * 5_000 + b"<p>x", HTML),
    ],
)
def test_the_time_to_tell_markup_grows_with_its_length(data: bytes, media_type: str) -> None:
    began = time.process_time()
    assert detect(data, "nota.txt") == media_type
    assert time.process_time() - began < 2


@pytest.mark.slow
def test_the_time_to_tell_a_package_grows_with_its_length() -> None:
    data = samples.zipped({"[Content_Types].xml": b"wordprocessingml" * 60_000})
    began = time.process_time()
    with pytest.raises(NotADocumentError):
        detect(data, "nota.docx")
    assert time.process_time() - began < 2


@pytest.mark.parametrize("data", [b"", b" \r\n\t"])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyDocumentError):
        detect(data, "nota.txt")


def test_locked_documents_are_told() -> None:
    manifest = {"mimetype": ODT.encode(), "META-INF/manifest.xml": b"<manifest:encryption-data/>"}
    for data in (OLE + "EncryptedPackage".encode("utf-16-le"), samples.zipped(manifest)):
        with pytest.raises(EncryptedDocumentError):
            detect(data, "nota.docx")


def test_a_broken_zip_is_damaged() -> None:
    with pytest.raises(DamagedDocumentError):
        detect(samples.docx()[:-200], "nota.docx")


def test_a_word_file_may_name_its_parts_as_it_likes() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "…wordprocessingml.document.main+xml…")
        package.writestr("word/document2.xml", "")
    assert detect(buffer.getvalue(), "a") == DOCX
