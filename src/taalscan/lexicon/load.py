"""Read the folder of a lexicon into a frozen value, or tell everything that is wrong with it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from taalscan.errors import LexiconError
from taalscan.lexicon import checks, convert
from taalscan.lexicon.classes import class_names
from taalscan.lexicon.nodes import Located, YamlError, read_yaml
from taalscan.lexicon.problems import Problem, validated
from taalscan.lexicon.schema import HELPER_FILES, FacetFile, LexiconFile
from taalscan.lexicon.sources import Sources
from taalscan.lexicon.values import Helpers, Lexicon
from taalscan.resources import shipped

MAIN_FILE = "lexicon.yaml"

Model = TypeVar("Model", bound=BaseModel)


@dataclass(slots=True)
class _Reading:
    """The files of one folder while they are read: their bytes, and the problems so far."""

    folder: Path
    contents: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, name: str, model: type[Model]) -> tuple[Model, Located] | None:
        """Return one file as a value of `model`; None with a noted problem if it is not that."""
        try:
            content = (self.folder / name).read_bytes()
        except OSError:
            self.problems.append(Problem(name, 1, "", "file is missing"))
            return None
        self.contents[name] = content
        try:
            located = read_yaml(content.decode("utf-8"))
        except YamlError as error:
            self.problems.append(Problem(name, error.line, "", f"no valid YAML: {error}"))
            return None
        except UnicodeDecodeError:
            self.problems.append(Problem(name, 1, "", "no UTF-8 text"))
            return None
        value, problems = validated(model, located, name)
        self.problems.extend(problems)
        return None if value is None else (value, located)

    def digest(self) -> str:
        """Return one digest over all files read, in order of their names."""
        total = hashlib.sha256()
        for name in sorted(self.contents):
            total.update(f"{name}\0{len(self.contents[name])}\0".encode())
            total.update(self.contents[name])
        return total.hexdigest()


def resolve_lexicon(name: str) -> Path:
    """Return the folder of a lexicon that is named by path, or by the name of a shipped one.

    Raises:
        LexiconError: if there is neither.
    """
    folder = Path(name)
    if (folder / MAIN_FILE).is_file():
        return folder
    try:
        return shipped("lexicons", name)
    except FileNotFoundError as error:
        raise LexiconError(problems=f"{name}: no folder with a {MAIN_FILE}") from error


def load_lexicon(folder: Path) -> Lexicon:
    """Read a lexicon.

    Raises:
        LexiconError: if anything is wrong; `problems` lists all of it, a line each.
    """
    return lexicon_of(read_sources(folder))


def read_sources(folder: Path) -> Sources:
    """Read the files of a lexicon, checked one by one and together.

    Raises:
        LexiconError: if anything is wrong; `problems` lists all of it, a line each.
    """
    reading = _Reading(folder)
    main = reading.read(MAIN_FILE, LexiconFile)
    heading = main[0] if main else None
    helpers = tuple(_helpers(reading, heading))
    facets = tuple(_facets(reading, heading))
    return checked(heading, facets, helpers, (reading.digest(), reading.problems))


def checked(
    heading: LexiconFile | None,
    facets: tuple[checks.ReadFacet, ...],
    helpers: tuple[tuple[str, BaseModel], ...],
    found: tuple[str, list[Problem]],
) -> Sources:
    """Return files that were read as the sources of a lexicon, if they fit together.

    Args:
        heading: the main file, or None where it could not be read.
        facets: the files of the facets.
        helpers: the helper lists, each with its kind.
        found: digest of the files, and the problems so far.

    Raises:
        LexiconError: if anything is wrong; `problems` lists all of it, a line each.
    """
    sha256, problems = found
    lists = reduce(add, (convert.helpers(file) for _, file in helpers), Helpers())
    problems = [*problems, *checks.find_problems(heading, facets, class_names(lists))]
    if problems or heading is None:
        lines = dict.fromkeys(str(problem) for problem in sorted(problems))
        raise LexiconError(problems="\n".join(lines))
    return Sources(heading, tuple(file.value for file in facets), helpers, sha256)


def lexicon_of(sources: Sources) -> Lexicon:
    """Return the lexicon that files describe."""
    lists = reduce(add, (convert.helpers(file) for _, file in sources.helpers), Helpers())
    return convert.lexicon(sources.main, lists, sources.facets, sources.sha256)


def _facets(reading: _Reading, heading: LexiconFile | None) -> Iterator[checks.ReadFacet]:
    """Read every YAML file beside the main file but the helper lists, in order of names."""
    others = {MAIN_FILE, *(heading.hulplijsten.model_dump().values() if heading else ())}
    for path in sorted(reading.folder.glob("*.yaml")):
        if path.name in others:
            continue
        found = reading.read(path.name, FacetFile)
        if found:
            yield checks.ReadFacet(path.name, *found)


def _helpers(reading: _Reading, heading: LexiconFile | None) -> Iterator[tuple[str, BaseModel]]:
    """Read the helper lists that the main file names, each with its kind."""
    for kind, model in HELPER_FILES.items() if heading else ():
        name = getattr(heading.hulplijsten, kind) if heading else None
        found = reading.read(name, model) if name else None
        if found:
            yield kind, found[0]
