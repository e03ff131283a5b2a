"""Read which genres documents have, and by what they are known."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from taalscan.errors import ReferenceDataError
from taalscan.reference.schema import CuesFile, GenreFile, GenresFile, WeightsFile
from taalscan.resources import shipped

GENRES_FILE = "genres.yaml"
WEIGHTS_FILE = "genre-weights.json"

Model = TypeVar("Model", bound=BaseModel)
Value = TypeVar("Value", bound=Hashable)


class Place(StrEnum):
    """Where a cue counts; the values are the keys of the files."""

    TITLE = "titel"
    HEADINGS = "koppen"
    START = "begin"
    BLOCK_START = "blokbegin"
    ANYWHERE = "overal"
    FORM = "vorm"


class Form(StrEnum):
    """What a document looks like, as a cue."""

    NUMBER_TABLE = "cijfertabel"
    QUESTION_HEADINGS = "vraagkoppen"


@dataclass(frozen=True, slots=True, order=True)
class Cue:
    """Words in lower case, or the name of a `Form`, that tell a genre in one place.

    A star before the first or after the last word stands for the rest of that word.
    """

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Family:
    """Genres that may be compared where one of them has too few documents."""

    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Genre:
    """A kind of document; `names` are those that corpora give it."""

    id: str
    title: str
    family: str
    names: tuple[str, ...]
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much cues tell, the same for every genre, as `make genres` measured it.

    Attributes:
        places: a weight for each `Place`, in its order.
        other: the score of a document that shows no genre.
        threshold: the probability under which no genre is named.
    """

    places: tuple[float, ...]
    other: float
    threshold: float


@dataclass(frozen=True, slots=True)
class Genres:
    """All families and genres, and what tells them.

    Attributes:
        other: cues of documents that look like a genre and have none.
    """

    families: tuple[Family, ...]
    genres: tuple[Genre, ...]
    other: tuple[Cue, ...]
    weights: Weights

    def by_id(self, genre_id: str) -> Genre:
        """Return the genre with an id.

        Raises:
            KeyError: if there is none.
        """
        for genre in self.genres:
            if genre.id == genre_id:
                return genre
        raise KeyError(genre_id)

    def by_name(self, name: str) -> Genre | None:
        """Return the genre that a corpus calls `name`; None for a name that serves no genre."""
        return next((genre for genre in self.genres if name in genre.names), None)

    def relatives(self, genre_id: str) -> tuple[Genre, ...]:
        """Return all genres of the family of a genre, itself too.

        Raises:
            KeyError: if there is no such genre.
        """
        family = self.by_id(genre_id).family
        return tuple(genre for genre in self.genres if genre.family == family)


def load_genres(folder: Path | None = None) -> Genres:
    """Read the genres that ship with taalscan, or those in a folder of one's own.

    Raises:
        ReferenceDataError: if a file is absent or wrong; `problems` lists all of it, a line each.
    """
    content = _parsed(folder, GENRES_FILE, GenresFile)
    weights = _parsed(folder, WEIGHTS_FILE, WeightsFile)
    problems = sorted(set(_conflicts(content)))
    if problems:
        raise ReferenceDataError(file=GENRES_FILE, problems="\n".join(problems))
    return Genres(
        families=tuple(Family(one.id, one.titel, one.omschrijving) for one in content.families),
        genres=tuple(_genre(one) for one in content.genres),
        other=tuple(_cues(content.geen_genre)),
        weights=Weights(
            tuple(float(getattr(weights.plaatsen, place.value)) for place in Place),
            weights.geen,
            weights.drempel,
        ),
    )


def _parsed(folder: Path | None, name: str, model: type[Model]) -> Model:
    try:
        path = folder / name if folder else shipped("reference", name)
        # JSON is YAML too, and the safe loader makes plain values only
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
        return model.model_validate(values)
    except ValidationError as error:
        raise ReferenceDataError(file=name, problems=_problems(error)) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ReferenceDataError(file=name, problems=str(error)) from error


def _problems(error: ValidationError) -> str:
    return "\n".join(
        f"{'.'.join(str(part) for part in problem['loc'])}: {problem['msg']}"
        for problem in error.errors(include_url=False)
    )


def _conflicts(content: GenresFile) -> Iterator[str]:
    """Yield what is wrong between entries that are each right."""
    families = [family.id for family in content.families]
    yield from (f"families: '{one}' stands twice" for one in _repeated(families))
    yield from (
        f"genres: '{one}' stands twice" for one in _repeated([g.id for g in content.genres])
    )
    names = [name for genre in content.genres for name in genre.namen]
    yield from (f"namen: '{name}' stands twice" for name in _repeated(names))
    for genre in content.genres:
        if genre.familie not in families:
            allowed = ", ".join(families)
            yield f"{genre.id}: no family '{genre.familie}'; allowed: {allowed}"
        if not any(_cues(genre.kenmerken)):
            yield f"{genre.id}: no cues"
    for owner, cues in (
        *((genre.id, genre.kenmerken) for genre in content.genres),
        ("geen_genre", content.geen_genre),
    ):
        twice = _repeated(list(_cues(cues)))
        yield from (f"{owner}.{cue.place}: '{cue.text}' stands twice" for cue in twice)


def _repeated(values: Sequence[Value]) -> list[Value]:
    return [value for value, times in Counter(values).items() if times > 1]


def _genre(file: GenreFile) -> Genre:
    return Genre(
        file.id, file.titel, file.familie, tuple(file.namen), tuple(_cues(file.kenmerken))
    )


def _cues(file: CuesFile) -> Iterator[Cue]:
    for place in Place:
        yield from (Cue(place, text) for text in getattr(file, place.value))
