"""A PDF that cannot be read fails with the error that says why, whatever its bytes are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    NoTextLayerError,
    ReadError,
    TooLargeError,
    UnreadableTextError,
)
from taalscan.model import Notice
from taalscan.readers.limits import DEFAULT_LIMITS
from taalscan.readers.pdf import read_pdf
from tests.pdf_files import Sheet, Text, column, pdf

SENTENCES = ["De raad kiest voor de bewoners van het dorp.", "Dat kost geld en tijd."] * 3
GOOD = pdf([Sheet(column(SENTENCES, 60, 760)), Sheet(column(SENTENCES, 60, 760))])
PICTURE = Sheet([Text(500, 820, "ingekomen 3 mei")], pictures=[(0, 0, 595, 842)])
LOCK = b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>/ID[(a)(a)]" % (b"o" * 32, b"u" * 32)


def test_pages_that_are_pictures_have_no_text_layer() -> None:
    with pytest.raises(NoTextLayerError):
        read_pdf(pdf([PICTURE, PICTURE]))


def test_a_picture_among_pages_of_text_is_a_warning() -> None:
    text = Sheet(column(SENTENCES, 60, 760))
    document = read_pdf(pdf([text, PICTURE, text, PICTURE]))
    assert document.warnings == (Notice("pages-without-text", (("pages", "2, 4"),)),)


def test_a_cover_with_a_picture_and_a_large_title_is_no_warning() -> None:
    cover = Sheet([Text(60, 500, "Visie op wonen", size=40)], pictures=[(0, 0, 595, 842)])
    assert read_pdf(pdf([cover, Sheet(column(SENTENCES, 60, 760))])).warnings == ()


def test_pages_without_text_or_picture_are_empty() -> None:
    with pytest.raises(EmptyDocumentError):
        read_pdf(pdf([Sheet(), Sheet()]))


def test_a_file_with_a_password_is_encrypted() -> None:
    with pytest.raises(EncryptedDocumentError):
        read_pdf(pdf([Sheet(column(SENTENCES, 60, 760))], encrypt=LOCK))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"x" * 500, GOOD[:80]])
def test_a_broken_file_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedDocumentError):
        read_pdf(data)


def test_too_many_pages_are_too_large() -> None:
    with pytest.raises(TooLargeError) as error:
        read_pdf(pdf([Sheet()] * (DEFAULT_LIMITS.pages + 1)))
    assert error.value.values == {"limit": "pages", "most": DEFAULT_LIMITS.pages}


def test_too_many_characters_on_a_page_are_too_large() -> None:
    line = "woorden " * 1_000
    with pytest.raises(TooLargeError) as error:
        read_pdf(pdf([Sheet([Text(10, 800 - at, line, size=1) for at in range(30)])]))
    assert error.value.values["limit"] == "characters"


def test_text_that_makes_no_words_is_unreadable() -> None:
    line = "Xq wgzvr jkqpw vxzq hgjk qwz bxcvk plqz mnbvx zzq wqrt."
    with pytest.raises(UnreadableTextError):
        read_pdf(pdf([Sheet(column([line] * 30, 60, 800))]))


@settings(max_examples=60, deadline=None)
@given(
    end=st.integers(0, len(GOOD)), place=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255)
)
def test_any_broken_bytes_give_a_document_or_a_read_error(end: int, place: int, byte: int) -> None:
    """Cut off anywhere, with any one byte changed."""
    data = bytearray(GOOD)
    data[place] = byte
    try:
        document = read_pdf(bytes(data[:end]))
    except ReadError:
        return
    assert document.pages
