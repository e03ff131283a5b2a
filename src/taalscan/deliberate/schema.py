"""Say what a file with marks holds, in the Dutch words that authors write."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

MOST_MARKS = 1000
"""Marks in one file: three times the passages of a long policy document that carry an axis."""

_PLAIN = r"^[^\x00-\x08\x0b-\x1f\x7f]*$"
"""No control characters but a tab and the end of a line."""


def _with_letters(text: str) -> str:
    if not any(sign.isalnum() for sign in text):
        message = "no letters"
        raise ValueError(message)
    return text


Passage = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=20_000, pattern=_PLAIN),
    AfterValidator(_with_letters),
]
Reason = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=2_000, pattern=_PLAIN),
    AfterValidator(_with_letters),
]
Name = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True, max_length=200, pattern=_PLAIN),
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class MarkFile(_Strict):
    """Een passage die met opzet zo is, en waarom."""

    passage: Passage
    as_: Name | None = Field(default=None, alias="as")
    reden: Reason
    door: Name | None = None


class SidecarFile(_Strict):
    """Alle passages van een document die met opzet zo zijn."""

    format: Literal[1]
    bewust_zo: list[MarkFile] = Field(alias="bewust-zo", max_length=MOST_MARKS)
