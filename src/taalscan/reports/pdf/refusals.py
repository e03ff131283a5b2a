"""Find out why notes must not be written into a PDF: it is locked, or signed."""

from collections.abc import Iterator
from typing import Any, Final

_DEEPEST: Final = 50
"""Levels of fields in a form; a file that has more is broken or hostile."""

_PROMISES: Final = ("/DocMDP", "/UR", "/UR3")
"""Permissions that rest on a signature."""


def flaw_of(pdf: Any) -> str | None:
    """Return why a PDF is handed back without notes: `encrypted` or `signed`; None if it is not.

    A field for a signature that nobody has set is no signature. Writing into an encrypted file
    would take its locks away, and writing into a signed one breaks the signature.
    """
    if pdf.is_encrypted:
        return "encrypted"
    return "signed" if _is_signed(pdf) else None


def _is_signed(pdf: Any) -> bool:
    promises = _dictionary(pdf.Root.get("/Perms"))
    if any(key in promises for key in _PROMISES):
        return True
    form = _dictionary(pdf.Root.get("/AcroForm"))
    if any(_is_signature(field, kind) for field, kind in _fields(form.get("/Fields"))):
        return True
    return any(
        _is_signature(item, _name(item.get("/FT")))
        for page in pdf.pages
        for item in _items(page.obj.get("/Annots"))
    )


def _fields(items: Any) -> Iterator[tuple[Any, str]]:
    """Give the fields of a form with their types, which their children inherit; each once."""
    seen: set[tuple[int, int]] = set()
    waiting = [(field, "", 0) for field in _items(items)]
    while waiting:
        field, kind, depth = waiting.pop()
        if depth > _DEEPEST or (field.is_indirect and field.objgen in seen):
            continue
        seen.add(field.objgen)
        own = _name(field.get("/FT")) or kind
        yield field, own
        waiting += [(child, own, depth + 1) for child in _items(field.get("/Kids"))]


def _is_signature(field: Any, kind: str) -> bool:
    return kind == "/Sig" and bool(_dictionary(field.get("/V")))


def _items(value: Any) -> Iterator[Any]:
    """Give the dictionaries in an array; nothing where there is no array."""
    import pikepdf  # noqa: PLC0415  heavy: only when a PDF is written

    if isinstance(value, pikepdf.Array):
        yield from (item for item in value if isinstance(item, pikepdf.Dictionary))


def _dictionary(value: Any) -> Any:
    import pikepdf  # noqa: PLC0415  heavy: only when a PDF is written

    return value if isinstance(value, pikepdf.Dictionary) else {}


def _name(value: Any) -> str:
    import pikepdf  # noqa: PLC0415  heavy: only when a PDF is written

    return str(value) if isinstance(value, pikepdf.Name) else ""
