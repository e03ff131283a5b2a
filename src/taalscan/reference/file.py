"""Write a reference to one JSON file and read it back.

One document and one word stand on a line, so that two versions can be compared. `digest` is taken
over everything else; a file whose content was changed anywhere is refused.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints

from taalscan.errors import ReferenceFileError
from taalscan.reference.values import Reference, ReferenceDocument
from taalscan.resources import shipped

SHIPPED_NAME = "beleid-nl"

_FORMAT = 1
_DIGEST = "digest"
_COMMA = ",\n"
_MOST_BYTES = 50_000_000
_MOST = 10**12
"""No corpus has as many words; numbers without end would not fit where they are counted with."""


def to_bytes(reference: Reference) -> bytes:
    """Return the file; the same reference gives the same bytes, whatever its `sha256`."""
    content = _record(reference)
    record: dict[str, JsonValue] = {_DIGEST: _digest(content)}
    return "".join(_lines(record | content)).encode()


def sealed(reference: Reference) -> Reference:
    """Return the reference with the digest that its file has."""
    return replace(reference, sha256=_digest(_record(reference)))


def load_reference(path: Path) -> Reference:
    """Return the reference in a file.

    Raises:
        ReferenceFileError: if it is absent, damaged, changed, or of another format.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ReferenceFileError(name=path.name, flaw="unreadable") from error
    return reference_of(data, path.name)


def shipped_reference() -> Reference:
    """Return the reference that ships with taalscan.

    Raises:
        ReferenceFileError: if it is absent, damaged or changed.
    """
    name = f"{SHIPPED_NAME}.json"
    try:
        path = shipped("reference", name)
    except FileNotFoundError as error:
        raise ReferenceFileError(name=name, flaw="unreadable") from error
    return load_reference(path)


def reference_of(data: bytes, name: str) -> Reference:
    """Return the reference in the bytes of a file.

    Args:
        data: the bytes.
        name: of the file, for messages.

    Raises:
        ReferenceFileError: if they are damaged, changed, too many, or of another format.
    """
    if len(data) > _MOST_BYTES:
        raise ReferenceFileError(name=name, flaw="too-large")
    try:
        record = json.loads(data)
        told = _Told.model_validate(record)
        claimed = record.pop(_DIGEST)
        found = _digest(record)
    except (ValueError, RecursionError) as error:  # what json and pydantic raise are ValueErrors
        raise ReferenceFileError(name=name, flaw="no-reference") from error
    if claimed != found:
        raise ReferenceFileError(name=name, flaw="changed")
    if not told.fits():
        raise ReferenceFileError(name=name, flaw="misfit")
    return told.reference()


Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=1000, pattern=r"^[^\x00-\x1f\x7f]*$"),
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Amount = Annotated[int, Field(ge=0, le=_MOST)]
Density = Annotated[float, Field(ge=0, le=1e6, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
LogRatio = Annotated[float, Field(ge=-100, le=100, allow_inf_nan=False)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Document(_Strict):
    """A line of `documents`."""

    genre: Text
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    words: Amount
    passages: Amount
    densities: list[Density | None]
    shares: list[Share | None]
    balance: LogRatio | None

    def document(self) -> ReferenceDocument:
        return ReferenceDocument(
            genre=self.genre,
            digest=self.digest,
            words=self.words,
            passages=self.passages,
            densities=tuple(self.densities),
            shares=tuple(self.shares),
            balance=self.balance,
        )


class _Told(_Strict):
    """What the file must hold."""

    format: Annotated[int, Field(ge=_FORMAT, le=_FORMAT)]
    digest: Sha256
    name: Text
    version: Text
    corpus: Text
    axes: Annotated[list[Text], Field(min_length=1)]
    language_model: Text
    lexicons: Annotated[list[Text], Field(min_length=1)]
    classifier: Text | None
    genres: Annotated[list[Text], Field(min_length=1)]
    totals: list[Amount]
    least_documents: Annotated[int, Field(ge=1, le=_MOST)]
    documents: list[_Document]
    words: dict[Text, list[Amount]]

    def fits(self) -> bool:
        """Tell whether everything has as many parts as there are axes and genres."""
        axes, genres = len(self.axes), len(self.genres)
        return (
            len(set(self.axes)) == axes
            and len(set(self.genres)) == genres == len(self.totals)
            and all(len(own.densities) == axes == len(own.shares) for own in self.documents)
            and {own.genre for own in self.documents} <= set(self.genres)
            and all(len(counts) == genres for counts in self.words.values())
            and all(
                sum(column) <= total
                for column, total in zip(
                    zip(*self.words.values(), strict=True), self.totals, strict=bool(self.words)
                )
            )
        )

    def reference(self) -> Reference:
        return Reference(
            name=self.name,
            version=self.version,
            sha256=self.digest,
            axes=tuple(self.axes),
            language_model=self.language_model,
            lexicons=tuple(self.lexicons),
            classifier=self.classifier,
            genres=tuple(self.genres),
            documents=tuple(own.document() for own in self.documents),
            totals=tuple(self.totals),
            words={lemma: tuple(counts) for lemma, counts in self.words.items()},
            least_documents=self.least_documents,
            corpus=self.corpus,
        )


def _record(reference: Reference) -> dict[str, JsonValue]:
    """Return all that the file holds but its digest; what is long comes last."""
    record: dict[str, JsonValue] = {"format": _FORMAT} | asdict(reference)
    del record["sha256"]
    for long in ("documents", "words"):
        record[long] = record.pop(long)
    return record


def _digest(record: dict[str, JsonValue]) -> str:
    return hashlib.sha256(_json(record, sort_keys=True).encode()).hexdigest()


def _lines(record: dict[str, JsonValue]) -> Iterator[str]:
    """Yield the file: a line a value, and a line for each document and word."""
    lead = "{"
    for key, value in record.items():
        yield f"{lead}\n{_json(key)}: "
        lead = ","
        if isinstance(value, dict):
            lines = (f"{_json(word)}:{_json(counts)}" for word, counts in sorted(value.items()))
            yield f"{{\n{_COMMA.join(lines)}\n}}"
        elif key == "documents" and isinstance(value, list | tuple):
            yield f"[\n{_COMMA.join(_json(own) for own in value)}\n]"
        else:
            yield _json(value)
    yield "\n}\n"


def _json(value: JsonValue, *, sort_keys: bool = False) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=sort_keys, separators=(",", ":"))
