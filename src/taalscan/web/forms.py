"""Read a form with documents, within its bounds."""

import io
from dataclasses import dataclass
from typing import BinaryIO

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from taalscan.errors import RequestError
from taalscan.web.settings import Bounds

_FEW = 20
"""Fields besides files."""


@dataclass(frozen=True, slots=True)
class Given:
    """A document that came in; `name` is empty for pasted text."""

    name: str
    source: BinaryIO
    size: int


async def read_form(request: Request, bounds: Bounds) -> FormData:
    """Return the fields of a form.

    Raises:
        RequestError: if it is no form, or has too many parts.
        TooLargeError: if it is over the bound, which the guard finds while it comes in.
    """
    try:
        return await request.form(
            max_files=bounds.files, max_fields=_FEW, max_part_size=bounds.body
        )
    except (MultiPartException, HTTPException, UnicodeError, ValueError) as error:
        raise RequestError(flaw="form") from error


def given(form: FormData) -> tuple[Given, ...]:
    """Return the documents in a form: its files, and its pasted text."""
    found = [
        Given(part.filename or "/", part.file, part.size or 0)
        for part in form.getlist("files")
        # a form without a chosen file sends one without name and bytes
        if isinstance(part, UploadFile) and (part.filename or part.size)
    ]
    text = form.get("text")
    if isinstance(text, str) and text.strip():
        data = text.encode("utf-8", "replace")
        found.append(Given("", io.BytesIO(data), len(data)))
    return tuple(found)


def field(form: FormData, name: str) -> str:
    """Return a field as text; empty where it is absent or a file."""
    value = form.get(name)
    return value if isinstance(value, str) else ""
