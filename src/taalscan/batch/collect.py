"""Find the documents to scan and give each the name of its output."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from taalscan.errors import UsageError

STANDARD_INPUT = "-"
EXTENSIONS = frozenset(
    {".pdf", ".docx", ".odt", ".html", ".htm", ".xhtml", ".txt", ".md", ".markdown"}
)
"""What a walk through a folder takes; a file that is named is always tried."""

_RESERVED = frozenset({"index", "scores"})
"""Stems of the files of the run itself."""


@dataclass(frozen=True, slots=True)
class Job:
    """A document to scan; `path` is None for standard input, whose bytes come along."""

    name: str
    stem: str
    path: Path | None
    data: bytes | None = None

    def read_bytes(self) -> bytes:
        """Return the bytes of the document.

        Raises:
            OSError: if the file cannot be opened.
        """
        if self.data is not None:
            return self.data
        if self.path is None:
            message = "a job has a path or its bytes"
            raise ValueError(message)
        return self.path.read_bytes()


def collect(paths: Iterable[str], *, standard_input: bytes, out: Path) -> tuple[Job, ...]:
    """Return a job for each document, in the order given; a folder's in alphabetical order.

    Args:
        paths: files, folders and `-`.
        standard_input: the bytes for `-`.
        out: the folder that is written to; a walk leaves it out.

    Raises:
        UsageError: if a path does not exist.
    """
    found: list[Path | None] = []
    for given in paths:
        path = Path(given)
        if given == STANDARD_INPUT:
            found.append(None)
        elif path.is_dir():
            found.extend(_walk(path, out.resolve()))
        elif path.exists():
            found.append(path)
        else:
            raise UsageError(detail="no-such-path", given=given)
    unique = list({_identity(path): path for path in found}.values())
    stems = _stems(unique)
    return tuple(
        Job("stdin", stem, None, standard_input) if path is None else Job(path.name, stem, path)
        for path, stem in zip(unique, stems, strict=True)
    )


def _identity(path: Path | None) -> str:
    """Tell one file from another: the same file given twice is scanned once."""
    return STANDARD_INPUT if path is None else str(path.resolve())


def _walk(folder: Path, out: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        here = Path(root)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and (here / name).resolve() != out
        )
        yield from (
            here / name
            for name in sorted(files)
            # "~$" is Word's lock file beside an open document
            if Path(name).suffix.lower() in EXTENSIONS and not name.startswith((".", "~$"))
        )


def _stems(paths: list[Path | None]) -> list[str]:
    """Give each document a stem of its own, also where file names ignore case.

    Two documents with one stem get their format as a suffix, and a number if that is not enough.
    """
    plain = ["stdin" if path is None else path.stem for path in paths]
    often = Counter(stem.casefold() for stem in plain)
    taken = set(_RESERVED)
    stems = []
    for path, stem in zip(paths, plain, strict=True):
        first = stem
        if often[stem.casefold()] > 1 and path is not None and path.suffix:
            first = f"{stem}-{path.suffix[1:].lower()}"
        chosen, number = first, 1
        while chosen.casefold() in taken:
            number += 1
            chosen = f"{first}-{number}"
        taken.add(chosen.casefold())
        stems.append(chosen)
    return stems
