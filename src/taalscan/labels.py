"""Read labelled passages: what coders said of each, one JSON object a line."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from taalscan.errors import LabelsError

Intensity = Annotated[int, Field(ge=0, le=2)]


@dataclass(frozen=True, slots=True)
class LabelledPassage:
    """A passage and what coders said of it (CODEBOOK §1).

    Attributes:
        labels: code of an axis ("M") to 0 absent, 1 present or 2 dominant.
        facets: facets that carry the labels above 0.
        evidence: code of an axis to the fragments of `text` that show it.
        flags: why a word did not become a label ("juridisch", "slogan", …).
        genre: kind of document; "" where it is not known.
        source: collection or organisation the document came from; "" where it is not known.
        document: the document it was taken from; its own id where that is not known.
        stratum: how it was drawn; "random" for a plain random draw.
    """

    id: str
    text: str
    labels: Mapping[str, int]
    facets: tuple[str, ...] = ()
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    genre: str = ""
    source: str = ""
    document: str = ""
    stratum: str = "random"

    def has(self, code: str) -> bool:
        """Tell whether the coders gave the passage an axis, by its code."""
        return self.labels.get(code, 0) > 0

    @property
    def group(self) -> str:
        """What must not be parted in cross-validation: source and document together."""
        return f"{self.source}/{self.document}"


class _Line(BaseModel):
    """A line of the file; keys that are not ours are allowed, since coders keep more."""

    model_config = ConfigDict(extra="ignore")

    id: str = Field(min_length=1)
    text: str = Field(min_length=1)
    labels: dict[str, Intensity] = Field(min_length=1)
    sub: list[str] = []
    evidence: dict[str, list[str]] = {}
    flags: list[str] = []
    genre: str = ""
    source: str = ""
    doc: str = ""
    stratum: str = "random"

    def passage(self) -> LabelledPassage:
        return LabelledPassage(
            id=self.id,
            text=self.text,
            labels=dict(self.labels),
            facets=tuple(self.sub),
            evidence={code: tuple(parts) for code, parts in self.evidence.items()},
            flags=tuple(self.flags),
            genre=self.genre,
            source=self.source,
            document=self.doc or self.id,
            stratum=self.stratum,
        )


def read_labels(path: Path) -> tuple[LabelledPassage, ...]:
    """Return the passages of a file, in its order.

    Raises:
        LabelsError: if the file cannot be read or a line is no labelled passage; `problems` lists
            every such line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LabelsError(file=path.name, problems=str(error)) from error
    problems: list[str] = []
    read = [
        (number, _read_line(number, line, problems))
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    ids: set[str] = set()
    for number, passage in read:
        if passage is not None and passage.id in ids:
            problems.append(f"{number}: id '{passage.id}' stands twice")
        ids.add(passage.id if passage else "")
    if not read:
        problems.append("1: no passages")
    if problems:
        raise LabelsError(file=path.name, problems="\n".join(problems))
    return tuple(passage for _, passage in read if passage is not None)


def _read_line(number: int, line: str, problems: list[str]) -> LabelledPassage | None:
    """Return the passage of a line, or None with what is wrong noted in `problems`."""
    try:
        return _Line.model_validate(json.loads(line)).passage()
    except json.JSONDecodeError as error:
        problems.append(f"{number}: no JSON: {error.msg}")
    except ValidationError as error:
        problems.extend(f"{number}: {_said(detail)}" for detail in error.errors())
    return None


def _said(detail: Mapping[str, object]) -> str:
    loc = detail["loc"]
    where = ".".join(map(str, loc)) if isinstance(loc, tuple) else str(loc)
    return f"{where}: {detail['msg']}"
