"""The page about the JSON format explains every key of the schema."""

import json
from collections.abc import Iterator
from pathlib import Path

import taalscan.reports

SCHEMA = Path(taalscan.reports.__file__).parent / "schema" / "scan-1.json"
PAGE = Path(__file__).parents[3] / "docs" / "json-schema.md"


def keys(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for inner in schema.values():
            yield from keys(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from keys(inner)


def test_every_key_of_the_schema_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    known = set(keys(json.loads(SCHEMA.read_text(encoding="utf-8"))))
    assert len(known) > 60
    assert [key for key in sorted(known) if f"`{key}`" not in page] == []


def test_every_value_that_a_key_may_have_is_named() -> None:
    page = PAGE.read_text(encoding="utf-8")
    text = SCHEMA.read_text(encoding="utf-8")
    values = {value for found in _enums(json.loads(text)) for value in found}
    assert [value for value in sorted(values) if f"`{value}`" not in page] == []


def _enums(schema: object) -> Iterator[list[str]]:
    if isinstance(schema, dict):
        if isinstance(schema.get("enum"), list):
            yield schema["enum"]
        for inner in schema.values():
            yield from _enums(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _enums(inner)
