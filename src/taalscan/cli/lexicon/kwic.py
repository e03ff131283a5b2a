"""`taalscan lexicon kwic`: show a word or an entry in its contexts."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.lexicon.check import DEFAULT
from taalscan.cli.values import Lang
from taalscan.errors import ReadError, UsageError

if TYPE_CHECKING:
    from taalscan.batch import Job
    from taalscan.lexicon.concordance import Search
    from taalscan.model import ConcordanceLine, Failure
    from taalscan.scanner import Scanner


class Form(StrEnum):
    """How the lines are shown."""

    TABLE = "table"
    CSV = "csv"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class KwicOptions:
    """What to look for, where, and how to show it."""

    term: str
    paths: tuple[str, ...]
    window: int
    form: Form
    out: Path | None
    lexicon: str
    language: str


def kwic_command(
    term: Annotated[
        str,
        typer.Argument(help="A word, a phrase as a lexicon writes it, or the id of an entry."),
    ],
    paths: Annotated[list[str], typer.Argument(help="Files and folders.", metavar="PATH")],
    window: Annotated[int, typer.Option(min=1, max=50, help="Words to either side.")] = 8,
    form: Annotated[Form, typer.Option("--format", help="How to show the lines.")] = Form.TABLE,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; else standard output.")
    ] = None,
    lexicon: Annotated[
        str, typer.Option(help="A shipped lexicon or a folder [beleid-nl].")
    ] = DEFAULT,
    lang: Annotated[Lang, typer.Option(help="Language of the table.")] = Lang.NL,
) -> None:
    """Show where a word stands in documents, and what the lexicon makes of it there."""
    options = KwicOptions(term, tuple(paths), window, form, out, lexicon, lang.value)
    raise typer.Exit(show_contexts(options))


def show_contexts(options: KwicOptions) -> ExitCode:
    """Print or write the lines; a document that cannot be read does not stop the others.

    Raises:
        UsageError: if a path does not exist or holds no documents.
        LexiconError: if the lexicon does not hold to its schema.
    """
    from taalscan.batch import collect  # noqa: PLC0415  # keeps --help fast
    from taalscan.cli.output import Terminal  # noqa: PLC0415
    from taalscan.lexicon.concordance import Search  # noqa: PLC0415
    from taalscan.model import Failure  # noqa: PLC0415
    from taalscan.scanner import load_scanner  # noqa: PLC0415

    jobs = collect(options.paths, standard_input=b"", out=options.out or Path())
    if not jobs:
        raise UsageError(detail="no-documents", given=", ".join(options.paths))
    scanner, terminal = load_scanner([options.lexicon], reference=None), Terminal(options.language)
    search = Search(options.term, options.window)
    lines: list[ConcordanceLine] = []
    failed = 0
    for found in _lines(scanner, search, jobs):
        if isinstance(found, Failure):
            terminal.failure(found)
            failed += 1
        else:
            lines += found
    _show(options, lines)
    if failed == len(jobs):
        return ExitCode.NOTHING_DONE
    return ExitCode.SOME_FAILED if failed else ExitCode.OK


def _lines(
    scanner: "Scanner", search: "Search", jobs: "tuple[Job, ...] | list[Job]"
) -> "Iterator[tuple[ConcordanceLine, ...] | Failure]":
    from taalscan.lexicon.concordance import concordance  # noqa: PLC0415  # keeps --help fast
    from taalscan.model import Failure  # noqa: PLC0415

    for job in jobs:
        try:
            document = scanner.read(job.read_bytes(scanner.limits), job.name)
        except ReadError as error:
            yield Failure(job.name, error.code, tuple(error.values.items()))
            continue
        passages = scanner.passages(document)
        yield tuple(concordance(search, scanner.matcher, document, passages))


def _show(options: KwicOptions, lines: "list[ConcordanceLine]") -> None:
    from taalscan.cli.lexicon.print import print_rows  # noqa: PLC0415  # keeps --help fast
    from taalscan.cli.output import standard_output  # noqa: PLC0415
    from taalscan.messages import catalogue  # noqa: PLC0415
    from taalscan.reports import (  # noqa: PLC0415
        concordance_csv,
        concordance_rows,
        render_concordance,
        write_whole,
    )

    if options.form is Form.TABLE and options.out is None:
        words = catalogue(options.language)
        names = ("document", "page", "before", "keyword", "after", "entry", "status", "reason")
        heads = [words.text(f"cli.kwic-{name}") for name in names]
        print_rows(heads, concordance_rows(lines, options.language), standard_output())
        return
    if options.form is Form.HTML:
        data = render_concordance(options.term, lines, options.language).encode()
    else:
        data = concordance_csv(lines, options.language)
    if options.out is None:
        typer.echo(data, nl=False)
    else:
        write_whole(options.out, data)
        typer.echo(str(options.out))
