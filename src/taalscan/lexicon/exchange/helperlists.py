"""Spread a helper list over the rows of a sheet, a row an item, and gather it again."""

from collections.abc import Iterable, Mapping
from typing import get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from taalscan.lexicon.exchange.cells import Cell, columns, gather, spread, written
from taalscan.lexicon.nodes import Plain

LIST, GROUP, ITEM = "lijst", "sleutel", "waarde"


def spread_lists(lists: BaseModel) -> tuple[list[str], list[dict[str, Cell]]]:
    """Return the column names and the rows of a helper list.

    `lijst` names the field, `sleutel` the group where the field has groups, `waarde` a plain word;
    an item with fields of its own has a column for each.
    """
    rows: list[dict[str, Cell]] = []
    for name in type(lists).model_fields:
        value = getattr(lists, name)
        groups = (value or {"": []}) if isinstance(value, dict) else {"": value}
        for group, items in groups.items():
            place: dict[str, Cell] = {LIST: name, GROUP: str(group)}
            rows += [{**place, **_cells(item)} for item in items] or [place]
    extra = [
        path
        for name, field in type(lists).model_fields.items()
        for model in [_item_model(field.annotation)]
        if model
        for path, _ in columns(model)
    ]
    return [LIST, GROUP, ITEM, *dict.fromkeys(extra)], rows


def _cells(item: object) -> Mapping[str, Cell]:
    return spread(item) if isinstance(item, BaseModel) else {ITEM: str(item)}


def gather_lists(rows: Iterable[Mapping[str, Cell]], model: type[BaseModel]) -> dict[str, Plain]:
    """Return what the rows of a sheet hold, for `model` to check."""
    found: dict[str, dict[str, list[Plain]]] = {}
    for row in rows:
        name, group = str(row.get(LIST, "")), written(row.get(GROUP, ""))
        if name:
            items = found.setdefault(name, {}).setdefault(group, [])
            items += _item(row, model.model_fields.get(name))
    return {
        name: _groups(groups) if _has_groups(model.model_fields.get(name)) else groups.get("", [])
        for name, groups in found.items()
    }


def _groups(groups: Mapping[str, list[Plain]]) -> dict[str, Plain]:
    """Return the groups by name; the row of a field without groups has no name."""
    return {group: items for group, items in groups.items() if group or items}


def _item(row: Mapping[str, Cell], field: FieldInfo | None) -> list[Plain]:
    """Return the item of a row; none where the row only says that a list is empty."""
    model = _item_model(field.annotation) if field else None
    cells = {key: cell for key, cell in row.items() if key not in {LIST, GROUP, ITEM}}
    if model is not None and cells:
        return [gather(cells, model)]
    return [written(row[ITEM])] if ITEM in row else []


def _has_groups(field: FieldInfo | None) -> bool:
    return field is not None and get_origin(field.annotation) is dict


def _item_model(annotation: object) -> type[BaseModel] | None:
    """Return the model of the items of a list, or of the lists of a mapping."""
    inner = get_args(annotation)
    if not inner:
        return None
    last = inner[-1] if get_origin(annotation) is dict else inner[0]
    if isinstance(last, type) and issubclass(last, BaseModel):
        return last
    return _item_model(last) if get_origin(last) is list else None
