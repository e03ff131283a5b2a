"""Read a document of any format: detect, read in a guarded process, normalise, check."""

import hashlib
from collections.abc import Callable

from taalscan.errors import EmptyDocumentError, TooLargeError, UnreadableTextError
from taalscan.model import Document, Source
from taalscan.readers.detect import detect
from taalscan.readers.garbled import is_garbled
from taalscan.readers.isolate import read_isolated
from taalscan.readers.limits import DEFAULT_LIMITS, Limits
from taalscan.readers.normalise import assemble
from taalscan.readers.tongue import check_dutch


def read(
    data: bytes,
    name: str,
    *,
    limits: Limits = DEFAULT_LIMITS,
    is_word: Callable[[str], bool],
) -> Document:
    """Return the document in a file of any supported format.

    Args:
        data: the bytes of the file.
        name: its file name without folder; it tells only Markdown from plain text.
        limits: bounds on what is read.
        is_word: tells whether a lower-case string is a Dutch word.

    Raises:
        ReadError: if the document cannot be read; the class says why.
    """
    if len(data) > limits.bytes:
        raise TooLargeError(limit="bytes", most=limits.bytes)
    media_type = detect(data, name)
    raw = read_isolated(data, media_type, limits)
    if raw.pages is not None and raw.pages > limits.pages:
        raise TooLargeError(limit="pages", most=limits.pages)
    source = Source(name, hashlib.sha256(data).hexdigest(), media_type)
    document = assemble(raw, source, is_word)
    _check(document)
    return document


def _check(document: Document) -> None:
    """Refuse a document without text, with broken text, or in another language."""
    if not any(character.isalpha() for character in document.text):
        raise EmptyDocumentError
    if is_garbled(document.text):
        raise UnreadableTextError
    check_dutch(document)
