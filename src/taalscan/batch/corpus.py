"""Find the documents of a corpus and their genres: a folder a genre, or a JSON object a line."""

import gzip
import json
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from taalscan.batch.collect import Job, collect
from taalscan.errors import UsageError
from taalscan.labels.read import said
from taalscan.reference import Genres

_MOST_LINE = 200_000_000
_MOST_PROBLEMS = 20
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class CorpusJob:
    """A document of a corpus, and the id of its genre."""

    job: Job
    genre: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus that has been looked through.

    Attributes:
        path: a folder with a folder a genre, or a file with a JSON object a line.
        out: where the reference is written; a walk leaves it out.
        genres: the names of genres, each with the id of the genre.
        size: documents of a known genre.
        unknown: the other names that documents have for their genre, each with how many.
    """

    path: Path
    out: Path
    genres: Mapping[str, str]
    size: int
    unknown: Mapping[str, int]

    def jobs(self) -> Iterator[CorpusJob]:
        """Yield the documents of a known genre, in the order of the lines or names.

        Raises:
            OSError: if a folder or file cannot be read.
        """
        for name, job in _documents(self.path, self.out):
            genre = self.genres.get(_plain(name))
            if genre is not None:
                yield CorpusJob(job, genre)


def open_corpus(path: Path, genres: Genres, out: Path) -> Corpus:
    """Look a corpus through: which documents have a known genre, and is every line right?

    Raises:
        UsageError: if it does not exist, or a line is no document; all wrong lines are told.
        OSError: if it cannot be read.
    """
    names = {
        _plain(name): genre.id for genre in genres.genres for name in (genre.id, *genre.names)
    }
    counts = Counter(name for name, _ in _documents(path, out))
    unknown = {name: count for name, count in sorted(counts.items()) if _plain(name) not in names}
    return Corpus(path, out, names, counts.total() - sum(unknown.values()), unknown)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().lower()


def _documents(path: Path, out: Path) -> Iterator[tuple[str, Job]]:
    """Yield what each document calls its genre, and the document."""
    if path.is_file():
        yield from _of_lines(path)
        return
    for job in collect([str(path)], standard_input=b"", out=out):
        parts = job.path.relative_to(path).parts if job.path else ()
        yield (parts[0] if len(parts) > 1 else "", job)


class _Line(BaseModel):
    """A line of the file; other keys are allowed, since corpora keep more."""

    model_config = ConfigDict(extra="ignore", strict=True)

    id: str = Field(min_length=1)
    genre: str
    text: str


def _of_lines(path: Path) -> Iterator[tuple[str, Job]]:
    problems: list[str] = []
    for number, line in _lines(path):
        try:
            found = _Line.model_validate(json.loads(line))
        except ValidationError as error:
            problems.extend(f"{number}: {said(detail)}" for detail in error.errors())
        except (ValueError, RecursionError):
            problems.append(f"{number}: no JSON")
        else:
            # a plain name: what a text is, is told from the text
            name = f"{found.id}.txt"
            yield found.genre, Job(name, "", None, found.text.encode("utf-8", "replace"))
        if len(problems) > _MOST_PROBLEMS:
            break
    if problems:
        raise UsageError(
            detail="corpus", given=path.name, problems="\n".join(problems[:_MOST_PROBLEMS])
        )


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the number, from 1, and the bytes of every line that is not blank."""
    number = 0
    with _opened(path) as file:
        while line := _next(file, path):
            number += 1
            if line.strip():
                yield number, line


def _next(file: BufferedIOBase, path: Path) -> bytes:
    try:
        # bounded, because a packed file may hold a line without end
        return file.readline(_MOST_LINE)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UsageError(detail="corpus", given=path.name, problems=str(error)) from error


def _opened(path: Path) -> BufferedIOBase:
    with path.open("rb") as file:
        packed = file.read(len(_GZIP)) == _GZIP
    return gzip.open(path) if packed else path.open("rb")
