"""Read passages and what coders said of them, one JSON object a line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from taalscan.errors import LabelsError
from taalscan.labels.passage import LabelledPassage, Mention

Intensity = Annotated[int, Field(ge=0, le=2)]


class _Mention(BaseModel):
    """An axis that is named only, as the codebook writes it."""

    model_config = ConfigDict(extra="ignore")

    cat: str = Field(min_length=1)
    stand: str = ""


class _Line(BaseModel):
    """A line of the file; keys that are not ours are allowed, since coders keep more."""

    model_config = ConfigDict(extra="ignore")

    id: str = Field(min_length=1)
    text: str = Field(min_length=1)
    labels: dict[str, Intensity]
    sub: list[str] = []
    evidence: dict[str, list[str]] = {}
    flags: list[str] = []
    genre: str = ""
    source: str = ""
    doc: str = ""
    stratum: str = ""
    chance: Annotated[float, Field(gt=0, le=1)] | None = None
    page: Annotated[int, Field(ge=1)] | None = None
    headings: list[str] = []
    mention: list[_Mention] = []
    sure: Annotated[int, Field(ge=1, le=3)] | None = None
    note: str = ""
    coder: str = ""

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
            chance=self.chance,
            page=self.page,
            headings=tuple(self.headings),
            mentions=tuple(Mention(mention.cat, mention.stand) for mention in self.mention),
            sure=self.sure,
            note=self.note,
            coder=self.coder,
        )


class _LabelledLine(_Line):
    """A line that has been coded on at least one axis."""

    labels: dict[str, Intensity] = Field(min_length=1)


def read_labels(path: Path) -> tuple[LabelledPassage, ...]:
    """Return the passages of a file, in its order, each coded on at least one axis.

    Raises:
        LabelsError: if the file cannot be read or a line is no labelled passage; `problems` lists
            every such line.
    """
    return _read(path, labelled=True)


def read_passages(path: Path) -> tuple[LabelledPassage, ...]:
    """Return the passages of a file, in its order, whether or not they are labelled yet.

    Raises:
        LabelsError: if the file cannot be read or a line is no passage; `problems` lists every
            such line.
    """
    return _read(path, labelled=False)


def _read(path: Path, *, labelled: bool) -> tuple[LabelledPassage, ...]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LabelsError(file=path.name, problems=str(error)) from error
    problems: list[str] = []
    return passages_of(json_lines(text, problems), path.name, problems, labelled=labelled)


def json_lines(text: str, problems: list[str]) -> Iterator[tuple[int, object]]:
    """Yield the number, from 1, and the value of every line that is not blank.

    Args:
        text: lines of JSON.
        problems: where lines that are no JSON are told.
    """
    # not splitlines: a JSON string may hold a line separator (U+2028) as it is
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except json.JSONDecodeError as error:
            problems.append(f"{number}: no JSON: {error.msg}")
        except (ValueError, RecursionError) as error:  # a number or a nesting without end
            problems.append(f"{number}: no JSON: {error}")


def passages_of(
    items: Iterable[tuple[int, object]], name: str, problems: list[str], *, labelled: bool
) -> tuple[LabelledPassage, ...]:
    """Return the passages that values describe, in their order.

    Args:
        items: number of a line, row or task, and its value in the form of a line of the file.
        name: of the file, for messages.
        problems: what was wrong already; more is added.
        labelled: whether each must have been coded on at least one axis.

    Raises:
        LabelsError: if anything is wrong; `problems` lists all of it.
    """
    model = _LabelledLine if labelled else _Line
    read = [(number, _passage(model, number, value, problems)) for number, value in items]
    ids: set[str] = set()
    for number, passage in read:
        if passage is not None and passage.id in ids:
            problems.append(f"{number}: id '{passage.id}' stands twice")
        ids.add(passage.id if passage else "")
    if not read and not problems:
        problems.append("1: no passages")
    if problems:
        raise LabelsError(file=name, problems="\n".join(problems))
    return tuple(passage for _, passage in read if passage is not None)


def _passage(
    model: type[_Line], number: int, value: object, problems: list[str]
) -> LabelledPassage | None:
    """Return the passage of a value, or None with what is wrong noted in `problems`."""
    try:
        return model.model_validate(value).passage()
    except ValidationError as error:
        problems.extend(f"{number}: {said(detail)}" for detail in error.errors())
    return None


def said(detail: Mapping[str, object]) -> str:
    """Return where a value is wrong and how, from what pydantic tells of it."""
    loc = detail["loc"]
    where = ".".join(map(str, loc)) if isinstance(loc, tuple) else str(loc)
    return f"{where}: {detail['msg']}"
