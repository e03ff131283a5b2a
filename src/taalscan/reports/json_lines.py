"""Write a record as JSON that people can read and compare: an item of a list a line."""

import json
from collections.abc import Iterable


def json_lines(record: Iterable[tuple[str, object]]) -> bytes:
    """Return keys with their values as one JSON object in UTF-8.

    The same record gives the same bytes; numbers are exact.
    """
    lines = [f"{_dump(key)}: {_lines(value)}" for key, value in record]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _lines(value: object) -> str:
    """Give each item of a list its own line: readable, and a difference shows as a line."""
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(_dump(item) for item in value) + "\n]"
    return _dump(value)
