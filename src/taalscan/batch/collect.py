"""Find the documents to scan and give each the name of its output."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from taalscan.batch.own import is_own
from taalscan.deliberate import is_sidecar
from taalscan.errors import TooLargeError, UsageError
from taalscan.readers import Limits

STANDARD_INPUT = "-"
STDIN = "stdin"
EXTENSIONS = frozenset(
    {".pdf", ".docx", ".odt", ".html", ".htm", ".xhtml", ".txt", ".md", ".markdown"}
)
"""What a walk through a folder takes; a file that is named is always tried."""

_RESERVED = frozenset({"index", "scores"})
"""Stems of the files of the run itself."""


@dataclass(frozen=True, slots=True)
class Job:
    """A document to scan; `path` is None for standard input, whose bytes come along.

    Attributes:
        name: what people see: the file name, with its folders where that tells files apart.
        stem: name of its output files, without extension.
    """

    name: str
    stem: str
    path: Path | None
    data: bytes | None = None

    def read_bytes(self, limits: Limits) -> bytes:
        """Return the bytes of the document.

        Raises:
            OSError: if the file cannot be opened.
            TooLargeError: if it is over the limit, before it takes the memory.
        """
        if self.data is not None:
            return self.data
        if self.path is None:
            message = "a job has a path or its bytes"
            raise ValueError(message)
        if self.path.stat().st_size > limits.bytes:
            raise TooLargeError(limit="bytes", most=limits.bytes)
        return self.path.read_bytes()


def collect(paths: Iterable[str], *, standard_input: bytes, out: Path) -> tuple[Job, ...]:
    """Return a job for each document, in the order given; a folder's in alphabetical order.

    Files with marks (`plan.docx.taalscan.yaml`) are none, also when named, as `map/*` does.

    Args:
        paths: files, folders and `-`.
        standard_input: the bytes for `-`.
        out: the folder that is written to; a walk leaves it out.

    Raises:
        UsageError: if a path does not exist.
        OSError: if a folder cannot be read.
    """
    found: list[Path | None] = []
    for given in paths:
        path = Path(given)
        if given == STANDARD_INPUT:
            found.append(None)
        elif path.is_dir() and given:
            found.extend(_walk(path, out.resolve()))
        elif path.exists() and given:
            found += [] if is_sidecar(path) else [path]
        else:
            raise UsageError(detail="no-such-path", given=given)
    unique = list({_identity(path): path for path in found}.values())
    return tuple(
        Job(name, stem, path, standard_input if path is None else None)
        for path, name, stem in zip(unique, _names(unique), stems(unique), strict=True)
    )


def _identity(path: Path | None) -> str:
    """Tell one file from another: the same file given twice is scanned once."""
    return STANDARD_INPUT if path is None else str(path.resolve())


def _walk(folder: Path, out: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder, onerror=_refuse):
        here = Path(root)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and (here / name).resolve() != out
        )
        yield from (here / name for name in sorted(files) if _is_document(here / name))


def _refuse(error: OSError) -> None:
    raise error


def _is_document(path: Path) -> bool:
    """Tell whether a walk takes a file; "~$" is Word's lock file beside an open document."""
    suffix = path.suffix.lower()
    if path.name.startswith((".", "~$")) or suffix not in EXTENSIONS or not path.is_file():
        return False
    return not is_own(path)


def _names(paths: Sequence[Path | None]) -> list[str]:
    """Give each document the name that people see: as much of its path as tells it apart."""
    plain = [STDIN if path is None else _readable(path.name) for path in paths]
    often = Counter(plain)
    return [
        name if path is None or often[name] == 1 else _readable(path.as_posix())
        for path, name in zip(paths, plain, strict=True)
    ]


def _readable(name: str) -> str:
    """Return a file name as text: its bytes need not be any."""
    return os.fsencode(name).decode("utf-8", "replace")


def stems(paths: Sequence[Path | None]) -> list[str]:
    """Give each document a stem of its own, also where file names ignore case.

    Two documents with one stem get their format as a suffix, and a number if that is not enough.
    """
    plain = [STDIN if path is None else _readable(path.stem) for path in paths]
    often = Counter(stem.casefold() for stem in plain)
    # a document whose stem is its own keeps it, whatever suffixes the others get
    taken = set(_RESERVED) | {stem for stem, times in often.items() if times == 1}
    given = []
    for path, stem in zip(paths, plain, strict=True):
        key = stem.casefold()
        if often[key] == 1 and key not in _RESERVED:
            given.append(stem)
            continue
        first = stem
        if often[key] > 1 and path is not None and path.suffix:
            first = f"{stem}-{_readable(path.suffix[1:].lower())}"
        chosen, number = first, 1
        while chosen.casefold() in taken:
            number += 1
            chosen = f"{first}-{number}"
        taken.add(chosen.casefold())
        given.append(chosen)
    return given
