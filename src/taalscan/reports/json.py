"""Keep a scan as JSON, and read it back."""

import json

from taalscan.errors import ScanFileError
from taalscan.model import Scan
from taalscan.reports.decode import scan_of
from taalscan.reports.encode import record_of
from taalscan.reports.json_lines import json_lines
from taalscan.reports.voice import voice


def to_json(scan: Scan, language: str) -> bytes:
    """Return a scan as JSON in UTF-8 (format 1, see docs/json-schema.md).

    The same scan gives the same bytes. All of it is kept but `Document.origins`, the way back into
    the source file.

    Args:
        scan: the scan.
        language: language of the readable texts inside, `nl` or `en`.
    """
    return json_lines(record_of(scan, voice(language)))


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


def _refuse(constant: str) -> float:
    message = f"{constant} is not a number of JSON"
    raise ValueError(message)
