"""Judge the names of files that come in, and make names that are safe on a disk."""

import unicodedata
from collections.abc import Collection, Iterable
from itertools import chain, count
from pathlib import Path, PurePosixPath

from taalscan.errors import RequestError

_LONGEST = 200
"""Characters of a name; file systems stop at 255 bytes."""

_LONGEST_STEM = 60
_KEPT = frozenset(" -_.()+,")
_DEVICES = frozenset({"con", "prn", "aux", "nul"})
"""Names that Windows keeps for itself, besides com1, lpt1 and the like."""


def checked_name(name: str) -> str:
    """Return the name of a file as it may be shown.

    Raises:
        RequestError: if it is a path, or no name that a person gives a file.
    """
    name = unicodedata.normalize("NFC", name)
    is_path = "/" in name or "\\" in name or name.strip(" .") == ""
    is_odd = any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in name)
    if is_path or is_odd or len(name) > _LONGEST:
        raise RequestError(flaw="file-name")
    return name


def distinct_name(name: str, others: Collection[str]) -> str:
    """Return a name, with a number where others have it: two versions often are called alike."""
    path = PurePosixPath(name)
    numbered = (f"{path.stem} ({number}){path.suffix}" for number in count(2))
    return next(own for own in chain((name,), numbered) if own not in others)


def safe_stem(name: str) -> str:
    """Return the stem of a file name in characters that every disk takes."""
    stem = PurePosixPath(name).stem
    kept = "".join(sign if sign.isalnum() or sign in _KEPT else "_" for sign in stem)
    short = kept[:_LONGEST_STEM].strip(" .")
    device = short.casefold()
    if not short or device in _DEVICES or (device[:3] in {"com", "lpt"} and device[3:].isdigit()):
        return f"document_{short}".strip("_")
    return short


def safe_suffix(name: str) -> str:
    """Return the extension of a file name with its dot; empty where it is none."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if suffix[1:].isascii() and suffix[1:].isalnum() else ""


def copy_apart(paths: Iterable[Path], folder: Path, stem: str) -> Path:
    """Copy files to a new folder inside a folder, and return it; nothing is ever replaced.

    Raises:
        OSError: if it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        own = folder / (stem if number == 1 else f"{stem}-{number}")
        try:
            own.mkdir()
        except FileExistsError:
            number += 1
            continue
        for path in paths:
            (own / path.name).write_bytes(path.read_bytes())
        return own
