"""Read the files beside a document in which authors mark passages as deliberate."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from errno import ENAMETOOLONG
from os import fsencode
from pathlib import Path

from pydantic import ValidationError

from taalscan.deliberate.schema import MarkFile, SidecarFile
from taalscan.lexicon.nodes import Loc, Located, YamlError, read_yaml
from taalscan.model import SIDECAR, Deliberate, Notice

_MOST_BYTES = 2_000_000
"""A thousand passages of the longest kind, with reasons, take half of it."""

_TOLD = 5
"""Problems of one file that a report tells; the rest is a number."""

_KEYS = "format, bewust-zo"
_KEYS_OF_A_MARK = "passage, as, reden, door"

_SHOWN = 60
"""Characters of a wrong key that a report repeats."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What the files beside a document hold: marks, and what is wrong with the files."""

    marks: tuple[Deliberate, ...] = ()
    notices: tuple[Notice, ...] = ()


def is_sidecar(path: Path) -> bool:
    """Tell whether a file holds marks, and is no document itself."""
    return path.name.lower().endswith(SIDECAR)


def read_sidecars(document: Path) -> Sidecar:
    """Return the marks in the files beside a document, and what is wrong with these files.

    `plan.docx.taalscan.yaml` is for that file, `plan.taalscan.yaml` for every `plan` in the
    folder. Where both are there both count, and what both say counts once. A file that cannot be
    used gives no marks, but never an error: notices tell what is wrong with it.

    Args:
        document: path of the document.
    """
    names = dict.fromkeys((f"{document.name}{SIDECAR}", f"{document.stem}{SIDECAR}"))
    found = [_read(document.parent / name) for name in names]
    # of a mark that both files hold, the first one stays
    marks = {replace(mark, file=""): mark for one in reversed(found) for mark in one.marks[::-1]}
    return Sidecar(
        tuple(marks.values())[::-1], tuple(notice for one in found for notice in one.notices)
    )


def _read(path: Path) -> Sidecar:
    """Return what one file holds; nothing where there is no such file."""
    try:
        if not path.is_file():
            return Sidecar()
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        # a document whose own name is as long as a name can be has no file beside it
        absent = error.errno == ENAMETOOLONG
        return Sidecar() if absent else _unusable(path, [Notice("deliberate-closed")])
    return parse_sidecar(data, path)


def parse_sidecar(data: bytes, path: Path) -> Sidecar:
    """Return what the bytes of a file hold.

    Args:
        data: the bytes; nothing in them is trusted.
        path: of the file, for its name in messages.
    """
    if len(data) > _MOST_BYTES:
        return _unusable(path, [Notice("deliberate-too-large")])
    try:
        located = read_yaml(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _unusable(path, [Notice("deliberate-no-text")])
    except YamlError as error:
        return _unusable(path, [_at(Notice("deliberate-no-yaml"), error.line)])
    problems = [
        _at(Notice("deliberate-twice"), line, key) for line, key in located.repeated_keys()
    ]
    try:
        file = SidecarFile.model_validate(located.data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)
        problems += [_told(located, str(own["type"]), own["loc"]) for own in details]
        return _unusable(path, problems)
    if problems:
        return _unusable(path, problems)
    return Sidecar(tuple(_mark(mark, _name(path)) for mark in file.bewust_zo))


def _mark(mark: MarkFile, name: str) -> Deliberate:
    return Deliberate(mark.passage, mark.reden, axis=mark.as_, by=mark.door, file=name)


def _name(path: Path) -> str:
    """Return a file name as text: its bytes need not be any."""
    return fsencode(path.name).decode("utf-8", "replace")


def _told(located: Located, kind: str, loc: Loc) -> Notice:
    """Return what pydantic says in a code of ours, with the line."""
    keys = [step for step in loc if isinstance(step, str)]
    line = located.line(loc)
    if not keys or kind == "model_type":
        return _at(Notice("deliberate-shape"), line)
    if kind == "extra_forbidden":
        allowed = _KEYS if len(loc) == 1 else _KEYS_OF_A_MARK
        return _at(Notice("deliberate-unknown", (("allowed", allowed),)), line, keys[-1])
    if kind == "missing":
        return _at(Notice("deliberate-missing"), line, keys[-1])
    return _at(Notice("deliberate-wrong"), line, keys[-1])


def _at(problem: Notice, line: int, key: str = "") -> Notice:
    return replace(problem, values=(("line", line), ("key", key[:_SHOWN]), *problem.values))


def _unusable(path: Path, problems: list[Notice]) -> Sidecar:
    """Return no marks, with what is wrong: the file, its first problems, and how many more."""
    return Sidecar((), tuple(_notices(_name(path), problems)))


def _notices(name: str, problems: list[Notice]) -> Iterator[Notice]:
    yield Notice("deliberate-unused", (("file", name),))
    for problem in problems[:_TOLD]:
        yield Notice(problem.code, (("file", name), *problem.values))
    if problems[_TOLD:]:
        yield Notice("deliberate-more", (("file", name), ("count", len(problems) - _TOLD)))
