"""Compare two files: read, scan and align two versions of one document."""

from collections.abc import Collection
from pathlib import Path

from taalscan.errors import TooLargeError
from taalscan.model import Scan
from taalscan.model.comparison import Comparison
from taalscan.reports import comparison_json, from_json, render_comparison
from taalscan.scanner import Scanner, load_scanner
from taalscan.scoring.comparison import compare_scans


def is_scan(path: Path) -> bool:
    """Tell whether a file is a scan in JSON, as `taalscan scan` writes it."""
    return path.suffix.lower() == ".json"


def scan_file(path: Path, scanner: Scanner | None) -> Scan:
    """Return the scan of a document, or the scan that a JSON file holds.

    Args:
        path: a document of any format that is read, or a scan in JSON.
        scanner: what scans a document; None for one with the defaults.

    Raises:
        ReadError: if the document cannot be read.
        ScanFileError: if the JSON holds no scan.
        OSError: if the file cannot be opened.
    """
    if is_scan(path):
        return from_json(path.read_bytes())
    scanner = scanner or load_scanner(reference=None)
    if path.stat().st_size > scanner.limits.bytes:
        raise TooLargeError(limit="bytes", most=scanner.limits.bytes)
    return scanner.scan(scanner.read(path.read_bytes(), path.name))


def compare(old: str | Path, new: str | Path, scanner: Scanner | None = None) -> Comparison:
    """Compare two versions of one document; with a scanner of your own, or else the defaults.

    Args:
        old: a document of any format that is read, or a scan in JSON.
        new: the later version; its format may be another.
        scanner: what scans documents.

    Raises:
        ReadError: if a document cannot be read.
        ScanFileError: if a JSON file holds no scan.
        ComparisonError: if the scans were made with different lexicons, models or classifiers.
        OSError: if a file cannot be opened.
    """
    if scanner is None and not (is_scan(Path(old)) and is_scan(Path(new))):
        scanner = load_scanner(reference=None)
    return compare_scans(scan_file(Path(old), scanner), scan_file(Path(new), scanner))


def comparison_files(
    comparison: Comparison, formats: Collection[str], language: str, *, theme: str = ""
) -> dict[str, bytes]:
    """Return the files of a comparison, by extension, in the order of writing.

    Args:
        comparison: what was found.
        formats: which of `html` and `json` to make.
        language: language of the outputs, `nl` or `en`.
        theme: style rules for the page.

    Raises:
        ThemeError: if the theme may not stand inside a page.
    """
    files: dict[str, bytes] = {}
    if "html" in formats:
        files["html"] = render_comparison(comparison, language, theme=theme).encode()
    if "json" in formats:
        files["json"] = comparison_json(comparison, language)
    return files
