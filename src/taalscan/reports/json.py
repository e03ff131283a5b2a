"""Keep a scan as JSON, and read it back."""

import json

from taalscan.errors import ScanFileError
from taalscan.model import Scan
from taalscan.reports.decode import scan_of
from taalscan.reports.encode import record_of
from taalscan.reports.voice import voice


def to_json(scan: Scan, language: str) -> bytes:
    """Return a scan as JSON in UTF-8 (format 1, see docs/json-schema.md).

    The same scan gives the same bytes. All of it is kept but `Document.origins`, the way back into
    the source file.

    Args:
        scan: the scan.
        language: language of the readable texts inside, `nl` or `en`.
    """
    lines = [f"{_dump(key)}: {_lines(value)}" for key, value in record_of(scan, voice(language))]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def from_json(data: bytes) -> Scan:
    """Return the scan that `to_json` wrote.

    The bytes may come from anywhere: nothing in them is trusted.

    Raises:
        ScanFileError: if they hold no scan of this format, or one that contradicts itself;
            `detail` says where and what.
    """
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise ScanFileError(detail=f"not JSON: {error}") from error
    return scan_of(value)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _lines(value: object) -> str:
    """Give each item of a list its own line: readable, and a difference shows as a line."""
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(_dump(item) for item in value) + "\n]"
    return _dump(value)


def _refuse(constant: str) -> float:
    message = f"{constant} is not a number of JSON"
    raise ValueError(message)
