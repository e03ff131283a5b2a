"""Put what is wrong with a lexicon file into words: file, line, entry, allowed values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError

from taalscan.lexicon.nodes import Lines, Loc, Plain

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, and where."""

    file: str
    line: int
    entry: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        return (
            f"{where} {self.entry}: {self.message}" if self.entry else f"{where}: {self.message}"
        )


def validated(
    model: type[Model], located: Lines, file: str
) -> tuple[Model | None, tuple[Problem, ...]]:
    """Return the file as a value of `model`, or None with all that is wrong with it."""
    repeated = tuple(
        Problem(file, line, "", f"key '{name}' stands twice")
        for line, name in located.repeated_keys()
    )
    try:
        value = model.model_validate(located.data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems = tuple(_problem(model, located, file, detail) for detail in details)
        return None, repeated + problems
    return (None if repeated else value), repeated


def _problem(
    model: type[BaseModel], located: Lines, file: str, detail: Mapping[str, object]
) -> Problem:
    loc = _as_loc(detail["loc"])
    path = _path(located.data, loc)
    message = _message(model, str(detail["type"]), loc, detail)
    return Problem(file, located.line(path), _entry(located.data, loc), message)


def _as_loc(value: object) -> Loc:
    return tuple(value) if isinstance(value, tuple) else ()


def _path(data: Plain, loc: Loc) -> Loc:
    """Leave out the steps of a pydantic location that name a branch of a union."""
    path: list[str | int] = []
    here: Plain = data
    for step in loc:
        if isinstance(here, dict) and step in here:
            here = here[str(step)]
            path.append(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
            path.append(step)
    return tuple(path)


def _entry(data: Plain, loc: Loc) -> str:
    """Return the id of the entry that `loc` lies in, or its ordinal where it has none."""
    if len(loc) < 2 or loc[0] != "ingangen" or not isinstance(loc[1], int):
        return ""
    entries = data.get("ingangen") if isinstance(data, dict) else None
    entry = entries[loc[1]] if isinstance(entries, list) else None
    named = entry.get("id") if isinstance(entry, dict) else None
    return str(named) if named else f"entry {loc[1] + 1}"


def _message(model: type[BaseModel], kind: str, loc: Loc, detail: Mapping[str, object]) -> str:
    names = [str(step) for step in loc if isinstance(step, str)]
    field = names[-1] if names else "file"
    if kind == "extra_forbidden":
        allowed = ", ".join(_fields(model, loc[:-1]))
        return f"unknown key '{field}'; allowed: {allowed}"
    if kind == "missing":
        return f"key '{field}' is missing"
    given = detail.get("input")
    shown = f" (is {given!r})" if isinstance(given, str | int | float | bool) else ""
    return f"{'.'.join(names[1:] or names)}: {_requirement(kind, detail)}{shown}"


def _requirement(kind: str, detail: Mapping[str, object]) -> str:
    context = detail.get("ctx")
    limits = context if isinstance(context, dict) else {}
    if kind == "literal_error":
        allowed = str(limits.get("expected", "")).replace(" or ", ", ").replace("'", "")
        return f"not an allowed value; allowed: {allowed}"
    if kind in {"greater_than_equal", "less_than_equal"}:
        sign = "at least" if kind == "greater_than_equal" else "at most"
        return f"out of range; allowed: {sign} {limits.get('ge', limits.get('le'))}"
    if kind == "string_pattern_mismatch":
        return f"written wrongly; allowed: {limits.get('pattern')}"
    return str(detail["msg"]).removeprefix("Input ")


def _fields(model: type[BaseModel], loc: Loc) -> list[str]:
    """Return the keys allowed in the mapping that `loc` leads to."""
    here: type[BaseModel] = model
    for step in loc:
        if isinstance(step, str) and step in here.model_fields:
            inner = _model_in(here.model_fields[step].annotation)
            here = inner or here
    return sorted(here.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    """Return the first model named in a type such as `list[EntryFile] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(inner) for inner in get_args(annotation))
    return next((model for model in found if model is not None), None)
