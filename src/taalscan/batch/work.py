"""Scan one document and write its files: the work of one process."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from taalscan.batch.collect import Job
from taalscan.errors import TaalscanError
from taalscan.model import Axis, Failure, Scan
from taalscan.reports import (
    Row,
    render_html,
    render_index,
    row_of,
    scores_csv,
    to_json,
    write_whole,
)
from taalscan.scanner import Scanner


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are scanned and written."""

    out: Path
    lexicons: tuple[str, ...]
    formats: frozenset[str]
    language: str = "nl"
    model: str | None = None


def scan_job(scanner: Scanner, job: Job, settings: Settings) -> Row | Failure:
    """Scan a document and write its report files; a document that cannot be scanned is a Failure.

    Anything but an error of ours is a bug. It is reported as the failure of this document, so that
    the other documents of a long run are not lost.
    """
    try:
        scan = scanner.scan(scanner.read(job.read_bytes(), job.name))
        _write(scan, job.stem, settings)
    except TaalscanError as error:
        return Failure(job.name, error.code, tuple(error.values.items()))
    except OSError as error:
        return Failure(job.name, "file-access", (("detail", error.strerror or str(error)),))
    except Exception as error:  # noqa: BLE001  # see the docstring
        detail = f"{type(error).__name__}: {error}"
        return Failure(job.name, "internal", (("detail", detail),))
    return row_of(scan, f"{job.stem}.html" if "html" in settings.formats else None)


def _write(scan: Scan, stem: str, settings: Settings) -> None:
    if "json" in settings.formats:
        write_whole(settings.out / f"{stem}.json", to_json(scan, settings.language))
    if "html" in settings.formats:
        page = render_html(scan, settings.language)
        write_whole(settings.out / f"{stem}.html", page.encode())


def split(results: Sequence[Row | Failure]) -> tuple[list[Row], list[Failure]]:
    """Part what was scanned from what could not be."""
    done = [result for result in results if isinstance(result, Row)]
    failed = [result for result in results if isinstance(result, Failure)]
    return done, failed


def write_run(
    done: Sequence[Row], failed: Sequence[Failure], axes: Sequence[Axis], settings: Settings
) -> None:
    """Write the overviews of a run: the index and the table of scores."""
    if "html" in settings.formats:
        page = render_index(done, failed, axes, settings.language)
        write_whole(settings.out / "index.html", page.encode())
    if "csv" in settings.formats:
        write_whole(settings.out / "scores.csv", scores_csv(done, axes))
