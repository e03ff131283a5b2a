"""Scan one document and write its files: the work of one process."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TypeVar

from taalscan.batch.collect import Job
from taalscan.batch.outputs import Made, write_outputs
from taalscan.deliberate import read_sidecars, with_deliberate
from taalscan.errors import FileAccessError, InternalError, TaalscanError, TooLargeError
from taalscan.model import Document, Failure
from taalscan.reports import (
    Row,
    row_of,
)
from taalscan.scanner import SHIPPED, Scanner

Result = TypeVar("Result")

_LETTERS = 20
"""Letters that the words of a document may have on average; a text without spaces has one word."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are scanned and written.

    Attributes:
        theme: style rules that go into the pages.
        all_hits: whether documents that are handed back also show hits that do not count.
        day: the date on comments; None for none.
        most_words: of a document; None for no bound.
    """

    out: Path
    lexicons: tuple[str, ...]
    formats: frozenset[str]
    language: str = "nl"
    model: str | None = None
    classifier: str | None = SHIPPED
    reference: str | None = SHIPPED
    genre: str | None = None
    theme: str = ""
    all_hits: bool = False
    day: date | None = None
    most_words: int | None = None


class Step(StrEnum):
    """What is being done to a document."""

    READING = "reading"
    SCANNING = "scanning"
    WRITING = "writing"


def say_nothing(step: Step) -> None:
    """Take a step without telling anyone."""


def scan_job(
    scanner: Scanner,
    job: Job,
    settings: Settings,
    on_step: Callable[[Step], None] = say_nothing,
) -> Row | Failure:
    """Scan a document and write its report files; a document that cannot be scanned is a Failure.

    Anything but an error of ours is a bug. It is reported as the failure of this document, so that
    the other documents of a long run are not lost.

    Args:
        scanner: what scans it.
        job: the document.
        settings: how to scan and write.
        on_step: called at the start of each step.
    """
    return guarded(job, partial(_scan, scanner, job, settings, on_step))


def guarded(job: Job, work: Callable[[], Result]) -> Result | Failure:
    """Return what work on a document gives, or its failure, whatever goes wrong."""
    try:
        return work()
    except TaalscanError as error:
        return failure(job, error)
    except OSError as error:
        return failure(job, FileAccessError(detail=error.strerror or str(error)))
    except Exception as error:  # noqa: BLE001  # a bug must not lose the other documents
        return failure(job, InternalError(detail=f"{type(error).__name__}: {error}"))


def _scan(scanner: Scanner, job: Job, settings: Settings, on_step: Callable[[Step], None]) -> Row:
    on_step(Step.READING)
    data = job.read_bytes(scanner.limits)
    document = scanner.read(data, job.name)
    _check_length(document, settings.most_words)
    on_step(Step.SCANNING)
    scan = scanner.scan(document, genre=settings.genre)
    if job.path is not None:
        scan = with_deliberate(scan, read_sidecars(job.path))
    on_step(Step.WRITING)
    made = Made(
        scan=scan,
        data=data,
        path=job.path,
        language=settings.language,
        theme=settings.theme,
        all_hits=settings.all_hits,
        day=settings.day,
    )
    written, refused = write_outputs(made, settings.out / job.stem, settings.formats)
    page, record = (
        f"{job.stem}.{extension}" if extension in written else None
        for extension in ("html", "json")
    )
    return replace(row_of(scan, page, record), refused=refused)


def _check_length(document: Document, most: int | None) -> None:
    """Refuse a document of more words than are scanned in reasonable time."""
    if most is None:
        return
    if len(document.text) > most * _LETTERS:
        raise TooLargeError(limit="characters", most=most * _LETTERS)
    if len(document.text.split()) > most:
        raise TooLargeError(limit="words", most=most)


def failure(job: Job, error: TaalscanError) -> Failure:
    """Return the failure of a document because of an error."""
    return Failure(job.name, error.code, tuple(error.values.items()))


def split(results: Sequence[Row | Failure]) -> tuple[list[Row], list[Failure]]:
    """Part what was scanned from what could not be."""
    done = [result for result in results if isinstance(result, Row)]
    failed = [result for result in results if isinstance(result, Failure)]
    return done, failed
