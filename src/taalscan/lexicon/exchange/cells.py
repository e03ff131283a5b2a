"""Spread a nested value over the cells of a row, and gather it again, without loss.

A path names a cell: `scheidbaar.partikel`, `alternatieven.1.tekst`. A list of texts is one cell
with a text a line; an empty cell is a field that is left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args, get_origin

from pydantic import BaseModel

from taalscan.lexicon.nodes import Plain

Cell = str | int | float | bool

_FEW = 3
"""Columns that a table gets at least for each numbered field, so that an editor can fill them."""


def spread(value: BaseModel) -> dict[str, Cell]:
    """Return the cells of a value by their path; fields that hold their default have none."""
    return dict(_cells(value.model_dump(exclude_defaults=True), ""))


def _cells(value: Plain, path: str) -> Iterator[tuple[str, Cell]]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _cells(item, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield path, "\n".join(map(str, value))
    elif isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield from _cells(item, f"{path}.{number}")
    elif value is not None:
        yield path, value


def gather(cells: Mapping[str, Cell], model: type[BaseModel]) -> dict[str, Plain]:
    """Return the nested value of the cells of a row, for `model` to check.

    A number in a cell for text is what a spreadsheet made of that text, so it becomes text again.
    """
    kinds = dict(columns(model))
    gathered: dict[str, Plain] = {}
    for path, cell in cells.items():
        if cell == "":
            continue
        *above, last = path.split(".")
        here = gathered
        for name in above:
            here = _below(here, name)
        here[last] = _typed(cell, kinds.get(_unnumbered(path), "text"))
    return {name: _listed(item) for name, item in gathered.items()}


def _below(here: dict[str, Plain], name: str) -> dict[str, Plain]:
    inner = here.get(name)
    if not isinstance(inner, dict):
        inner = here[name] = {}
    return inner


def _typed(cell: Cell, kind: str) -> Plain:
    if kind == "number":
        return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    if kind == "flag":
        return cell
    text = written(cell)
    if kind == "texts":
        return [line.strip() for line in text.split("\n") if line.strip()]
    return text


def written(cell: Cell) -> str:
    """Return a cell as the text it was before a spreadsheet made a number of it.

    >>> written(20260101.0), written(0.5), written("1.10")
    ('20260101', '0.5', '1.10')
    """
    whole = isinstance(cell, float) and cell.is_integer()
    return str(int(cell)) if whole else str(cell)


def _listed(value: Plain) -> Plain:
    """Return mappings with numbers for keys as lists, in the order of their numbers."""
    if not isinstance(value, dict):
        return value
    if value and all(name.isdigit() for name in value):
        return [_listed(item) for _, item in sorted(value.items(), key=_number)]
    return {name: _listed(item) for name, item in value.items()}


def _number(item: tuple[str, Plain]) -> int:
    return int(item[0])


def _unnumbered(path: str) -> str:
    """Return a path with every number made 1, as `columns` writes it."""
    return ".".join("1" if name.isdigit() else name for name in path.split("."))


def columns(model: type[BaseModel], path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path of every cell a value may have, and its kind: text, texts, number, flag."""
    for name, field in model.model_fields.items():
        yield from _columns(field.annotation, f"{path}{name}")


def _columns(annotation: object, path: str) -> Iterator[tuple[str, str]]:
    """Yield the columns of a type; of a union those of all its members."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from columns(annotation, f"{path}.")
    elif get_origin(annotation) is list:
        (inner,) = get_args(annotation)[:1]
        if _is_text(inner):
            yield path, "texts"
        else:
            yield from _columns(inner, f"{path}.1")
    elif annotation is bool:
        yield path, "flag"
    elif annotation in {int, float}:
        yield path, "number"
    elif _is_text(annotation):
        yield path, "text"
    else:
        yield from _of_union(annotation, path)


def _of_union(annotation: object, path: str) -> Iterator[tuple[str, str]]:
    members = get_args(annotation)
    if members and all(isinstance(member, str) for member in members):  # Literal[...]
        yield path, "text"
        return
    for member in members:
        if member is not type(None):
            yield from _columns(member, path)


def _is_text(annotation: object) -> bool:
    return annotation is str or (bool(get_args(annotation)) and get_args(annotation)[0] is str)


def header(model: type[BaseModel], rows: Iterable[Mapping[str, Cell]]) -> list[str]:
    """Return the columns of a table of values, in the order of their fields.

    A numbered field gets as many columns as the fullest row asks, and at least a few.
    """
    used = [path.split(".") for row in rows for path in row]
    places: dict[str, tuple[int, int, int]] = {}
    stems: dict[str, int] = {}
    for ordinal, path in enumerate(dict(columns(model))):
        stem, numbered, tail = path.partition(".1")
        place = stems.setdefault(stem if numbered else path, ordinal)
        if not numbered:
            places[path] = (place, 0, ordinal)
            continue
        known = [
            int(parts[1])
            for parts in used
            if parts[0] == stem.split(".")[0] and len(parts) > 1 and parts[1].isdigit()
        ]
        for number in range(1, max([_FEW, *known]) + 1):
            places[f"{stem}.{number}{tail}"] = (place, number, ordinal)
    return sorted(places, key=places.__getitem__)
