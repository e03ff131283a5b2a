"""Use the public interface as a caller would; only type-checked, never run."""

from pathlib import Path

from taalscan import Document, Scan, Scanner, from_json, load_scanner, render_html, scan, to_json


def use() -> tuple[str, bytes, Scan, float | None]:
    """Read, scan, write and read back."""
    scanner: Scanner = load_scanner(["beleid-nl", Path("eigen")], model=None)
    document: Document = scanner.read(b"tekst", "nota.txt")
    result: Scan = scanner.scan(document)
    other: Scan = scan("nota.docx", scanner)
    page: str = render_html(result, "nl")
    data: bytes = to_json(other, "nl")
    density = result.scores[0].density
    return page, data, from_json(data), density.value if density else None
