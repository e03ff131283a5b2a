"""Look words up in sorted tables that stay one block of bytes in memory."""

import lzma
from collections.abc import Iterable, Mapping
from pathlib import Path


class SortedTable:
    """Words with a short note each; a dictionary of 400,000 entries in 7 MB.

    The rows stand sorted by their bytes, a row `word TAB note` a line, and are found by halving:
    a Python dictionary would take a second to fill and ten times the memory.
    """

    def __init__(self, rows: bytes) -> None:
        self._rows = rows

    def get(self, word: str) -> str | None:
        r"""Return the note of the word; None when the table lacks it.

        >>> SortedTable(b"koopt\t1en\nkop\t0\n").get("koopt")
        '1en'
        """
        key = word.encode() + b"\t"
        low, high = 0, len(self._rows)
        while low < high:
            start = self._rows.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._rows.find(b"\n", start, high)
            row = self._rows[start:end]
            if row.startswith(key):
                return row[len(key) :].decode()
            if row < key:
                low = end + 1
            else:
                high = start
        return None

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None


def read_table(path: Path) -> SortedTable:
    """Return the table that a file holds."""
    return SortedTable(lzma.decompress(path.read_bytes()))


def write_table(entries: Mapping[str, str], path: Path) -> None:
    """Write a table; the same entries always give the same bytes."""
    path.write_bytes(lzma.compress(_rows(entries.items()), preset=9 | lzma.PRESET_EXTREME))


def make_table(entries: Mapping[str, str]) -> SortedTable:
    """Return a table of the entries."""
    return SortedTable(_rows(entries.items()))


def _rows(entries: Iterable[tuple[str, str]]) -> bytes:
    rows = sorted((f"{word}\t".encode(), f"{note}\n".encode()) for word, note in entries)
    return b"".join(word + note for word, note in rows)


def encode(form: str, lemma: str) -> str:
    """Write a lemma as the number of letters to cut from the form and what to put in place.

    >>> encode("inkoopt", "inkopen")
    '3pen'
    """
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return f"{len(form) - shared}{lemma[shared:]}"


def decode(form: str, code: str) -> str:
    """Undo `encode`.

    >>> decode("inkoopt", "3pen")
    'inkopen'
    """
    digits = len(code) - len(code.lstrip("0123456789"))
    return form[: len(form) - int(code[:digits])] + code[digits:]
