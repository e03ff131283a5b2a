"""`taalscan compare` of two folders: scan both groups and tell how far they differ."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from taalscan.cli.exit_code import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taalscan.batch import Settings
    from taalscan.batch.groups import Sources
    from taalscan.cli.output import Terminal
    from taalscan.model import Failure
    from taalscan.model.groups import GroupComparison
    from taalscan.reports import Row


@dataclass(frozen=True, slots=True)
class CompareFoldersOptions:
    """What to compare and how; all but the folders are as for `scan`.

    Attributes:
        folders: the two folders, each of documents or of scans in JSON.
        reference: what the report of each document compares with; the comparison does not use it.
    """

    folders: tuple[str, str]
    out: Path
    lexicons: tuple[str, ...]
    jobs: int
    language: str
    model: str | None
    classifier: str | None
    reference: str | None = "shipped"
    theme: str = ""


def compare_folders(options: CompareFoldersOptions) -> ExitCode:
    """Compare two groups of documents; one that cannot be scanned does not stop the others.

    Raises:
        UsageError: if a folder cannot be used, or nothing can be written.
        LexiconError: if a lexicon does not hold to its schema.
        LanguageModelError: if the model is absent or does not fit.
        ClassifierError: if the classifier cannot be used.
        ReferenceFileError: if the reference cannot be used.
    """
    from taalscan.batch import Settings  # noqa: PLC0415  # keeps --help fast
    from taalscan.batch.groups import (  # noqa: PLC0415
        compare_sources,
        group_sources,
        write_comparison,
    )
    from taalscan.cli.output import Terminal, plain  # noqa: PLC0415
    from taalscan.cli.scan import check_writable  # noqa: PLC0415
    from taalscan.messages import catalogue  # noqa: PLC0415
    from taalscan.reports import groups_text  # noqa: PLC0415

    terminal = Terminal(options.language)
    sources = group_sources(options.folders, options.out)
    check_writable(options.out)
    settings = Settings(
        out=options.out,
        lexicons=options.lexicons,
        formats=frozenset({"html", "json"}),
        language=options.language,
        model=options.model,
        classifier=options.classifier,
        reference=options.reference,
        theme=options.theme,
    )
    scanned = _scan(sources, settings, options.jobs, terminal)
    comparison = compare_sources(sources, scanned, settings)
    told = [own for group in (comparison.first, comparison.second) for own in group.failures]
    for failure in told:
        if failure not in scanned:
            terminal.failure(failure)
    words = catalogue(options.language)
    if not _scanned(comparison):
        typer.echo(words.text("groups.no-comparison"), err=True)
        return ExitCode.NOTHING_DONE
    page = write_comparison(comparison, settings)
    typer.echo("\n".join(plain(line) for line in groups_text(comparison, options.language)))
    typer.echo(plain(words.text("cli.report-at", path=str(page))))
    return ExitCode.SOME_FAILED if told else ExitCode.OK


def _scan(
    sources: "Sources", settings: "Settings", wanted: int, terminal: "Terminal"
) -> "Sequence[Row | Failure]":
    """Return what came of the documents of both folders, after each other."""
    from taalscan.batch import processes_for, run  # noqa: PLC0415  # keeps --help fast
    from taalscan.scanner import load_scanner  # noqa: PLC0415

    jobs = [job for source in sources for job in source.jobs]
    if not jobs:
        return ()
    scanner = load_scanner(
        settings.lexicons,
        model=settings.model,
        classifier=settings.classifier,
        reference=settings.reference,
    )
    with terminal.progress(len(jobs)) as advance:
        processes = processes_for(len(jobs), wanted)
        return run(scanner, jobs, settings, processes=processes, on_done=advance)


def _scanned(comparison: "GroupComparison") -> bool:
    """Tell whether both groups hold a document that was scanned, long enough or not."""
    groups = comparison.first, comparison.second
    return all(group.members or group.left_out for group in groups)
