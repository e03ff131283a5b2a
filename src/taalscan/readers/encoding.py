"""Decode the bytes of a text."""

import codecs
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FALLBACK: Final = "cp1252"


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text: by its byte order mark, else as UTF-8, as declared, or as Windows-1252.

    What is valid UTF-8 is never anything else by chance, so it goes before what a page declares.

    >>> decode("één".encode("cp1252"))
    'één'
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    for encoding in ("utf-8", _known(declared)):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(_FALLBACK, errors="replace")


def has_bom(data: bytes) -> bool:
    """Tell whether the bytes begin with a byte order mark."""
    return data.startswith(tuple(bom for bom, _ in _BOMS))


def _known(declared: str | None) -> str:
    """Return the name of a text encoding; the fallback for an unknown one."""
    try:
        info = codecs.lookup(declared or _FALLBACK)
    except (LookupError, ValueError):
        return _FALLBACK
    # web pages say latin-1 and mean Windows-1252; "hex" and "rot13" are codecs too
    is_text = getattr(info, "_is_text_encoding", True)
    return info.name if is_text and info.name not in {"iso8859-1", "ascii"} else _FALLBACK
