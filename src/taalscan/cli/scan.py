"""`taalscan scan`: score documents and write what was found."""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.values import (
    Jobs,
    Lang,
    Lexicons,
    Model,
    ModelFile,
    OutFolder,
    Theme,
    formats_of,
    none_or,
    theme_of,
)
from taalscan.errors import UsageError

if TYPE_CHECKING:
    from taalscan.batch import Job
    from taalscan.cli.output import Terminal
    from taalscan.config import Config
    from taalscan.scanner import Scanner
    from taalscan.scoring import Bound


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """What to scan and how, with the settings file and the options taken together.

    Attributes:
        day: the date on comments; None for today.
    """

    paths: tuple[str, ...]
    out: Path
    formats: tuple[str, ...]
    lexicons: tuple[str, ...]
    jobs: int
    language: str
    model: str | None
    fail_on: str | None
    classifier: str | None
    reference: str | None
    genre: str | None
    theme: str = ""
    all_hits: bool = False
    day: date | None = None


def scan_command(
    paths: Annotated[
        list[str],
        typer.Argument(help="Files, folders, or - for text on standard input.", metavar="PATH"),
    ],
    out: OutFolder = None,
    formats: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="What to write, of html,json,csv,xlsx,docx,pdf [html,json,csv].",
        ),
    ] = None,
    lexicon: Lexicons = None,
    jobs: Jobs = None,
    lang: Annotated[Lang | None, typer.Option(help="Language of reports [nl].")] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(help='Exit with 1 when crossed, e.g. "marktgericht.density > 12".'),
    ] = None,
    model: Model = None,
    model_file: ModelFile = "shipped",
    genre: Annotated[
        str | None,
        typer.Option(help="Genre of the documents, e.g. beleidsnota; guessed if not given."),
    ] = None,
    reference: Annotated[
        str | None,
        typer.Option(
            help="Figures that `reference build` made, or none to compare with nothing [shipped]."
        ),
    ] = None,
    theme: Theme = None,
    all_hits: Annotated[
        bool,
        typer.Option("--all-hits", help="Comment on words that do not count too (docx, pdf)."),
    ] = False,
    day: Annotated[
        datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], help="Date on comments (docx) [today]."),
    ] = None,
) -> None:
    """Scan documents: pdf, docx, odt, html, md and txt.

    Writes a page and a JSON file for each document, and index.html and scores.csv for the run.
    With docx also the Word document (or odt) itself, with comments; with pdf the PDF, with notes.
    """
    from taalscan.config import load_config  # noqa: PLC0415  # keeps --help fast

    config = load_config(Path.cwd())
    options = ScanOptions(
        paths=tuple(paths),
        out=Path(config.out if out is None else out),
        formats=_formats(formats, config),
        lexicons=tuple(lexicon or config.lexicon),
        jobs=config.jobs if jobs is None else jobs,
        language=lang.value if lang else config.lang,
        model=model or config.model,
        fail_on=fail_on,
        classifier=none_or(model_file),
        reference=none_or(reference or config.reference),
        genre=genre,
        theme=theme_of(theme, config.theme),
        all_hits=all_hits,
        day=None if day is None else day.date(),
    )
    raise typer.Exit(run_scan(options))


def _formats(given: str | None, config: "Config") -> tuple[str, ...]:
    if given is None:
        return config.format
    from taalscan.config import Format  # noqa: PLC0415  # keeps --help fast

    return formats_of(given, get_args(Format))


def run_scan(options: ScanOptions) -> ExitCode:
    """Scan the documents, write the reports, print the summary.

    Raises:
        UsageError: if an option or path cannot be used.
        LexiconError: if a lexicon does not hold to its schema.
        LanguageModelError: if the model is absent or does not fit.
    """
    from taalscan.batch import STANDARD_INPUT, collect  # noqa: PLC0415  # keeps --help fast
    from taalscan.cli.output import Terminal  # noqa: PLC0415
    from taalscan.scanner import load_scanner  # noqa: PLC0415
    from taalscan.scoring import parse_bounds  # noqa: PLC0415

    terminal = Terminal(options.language)
    data = read_standard_input() if STANDARD_INPUT in options.paths else b""
    jobs = collect(options.paths, standard_input=data, out=options.out)
    if not jobs:
        raise UsageError(detail="no-documents", given=", ".join(options.paths))
    check_writable(options.out)
    scanner = load_scanner(
        options.lexicons,
        model=options.model,
        classifier=options.classifier,
        reference=options.reference,
    )
    if options.genre is not None:
        scanner.check_genre(options.genre)
    axes = [axis.id for axis in scanner.axes]
    bounds = () if options.fail_on is None else parse_bounds(options.fail_on, axes)
    return _scan_all(options, scanner, jobs, bounds, terminal)


def read_standard_input() -> bytes:
    """Return what comes in, up to a byte over the limit; nothing where the stream is closed."""
    from taalscan.readers import DEFAULT_LIMITS  # noqa: PLC0415  # keeps --help fast

    return sys.stdin.buffer.read(DEFAULT_LIMITS.bytes + 1) if sys.stdin else b""


def check_writable(out: Path) -> None:
    """Find out that nothing can be written before the work is done, not after.

    Raises:
        UsageError: if the folder cannot be made, or no file can be made in it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise UsageError(detail="out", given=str(out)) from error


def _scan_all(
    options: ScanOptions,
    scanner: "Scanner",
    jobs: "Sequence[Job]",
    bounds: "Sequence[Bound]",
    terminal: "Terminal",
) -> ExitCode:
    from taalscan.batch import (  # noqa: PLC0415
        Settings,
        processes_for,
        run,
        split,
        today,
        write_run,
    )

    settings = Settings(
        out=options.out,
        lexicons=options.lexicons,
        formats=frozenset(options.formats),
        language=options.language,
        model=options.model,
        classifier=options.classifier,
        reference=options.reference,
        genre=options.genre,
        theme=options.theme,
        all_hits=options.all_hits,
        day=today() if options.day is None else options.day,
    )
    with terminal.progress(len(jobs)) as advance:
        processes = processes_for(len(jobs), options.jobs)
        results = run(scanner, jobs, settings, processes=processes, on_done=advance)
    done, failed = split(results)
    if done:
        write_run(done, failed, scanner.axes, settings)
    terminal.summary(done, failed, scanner.axes, settings)
    if not done:
        return ExitCode.NOTHING_DONE
    crossed = [(bound, row) for row in done for bound in bounds if bound.crossed(row.scores)]
    terminal.crossed(crossed)
    if failed or any(row.refused for row in done):
        return ExitCode.SOME_FAILED
    return ExitCode.BOUND_CROSSED if crossed else ExitCode.OK
