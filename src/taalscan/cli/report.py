"""`taalscan report`: make the page of a scan again from its JSON."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.values import Lang, Theme, theme_of
from taalscan.errors import ScanFileError, UsageError
from taalscan.model import Failure

DEFAULT_OUT = "taalscan-out"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What to make pages of, and where to put them."""

    scans: tuple[Path, ...]
    out: Path
    language: str
    theme: str = ""


def report_command(
    scans: Annotated[
        list[Path],
        typer.Argument(help="Scans in JSON, as `scan` wrote them.", metavar="SCAN.json"),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write to.")] = Path(
        DEFAULT_OUT
    ),
    lang: Annotated[Lang | None, typer.Option(help="Language of the report [nl].")] = None,
    theme: Theme = None,
) -> None:
    """Make the HTML page of a scan again from its JSON; the same page, byte for byte."""
    from taalscan.config import load_config  # noqa: PLC0415  # keeps --help fast

    config = load_config(Path.cwd())
    options = ReportOptions(
        scans=tuple(scans),
        out=out,
        language=lang.value if lang else config.lang,
        theme=theme_of(theme, config.theme),
    )
    raise typer.Exit(write_reports(options))


def write_reports(options: ReportOptions) -> ExitCode:
    """Write a page for each scan; a file that is no scan does not stop the others.

    Raises:
        UsageError: if a file does not exist.
    """
    from taalscan.batch import stems  # noqa: PLC0415  # keeps --help fast
    from taalscan.cli.output import Terminal  # noqa: PLC0415  # keeps --help fast
    from taalscan.reports import from_json, render_html, write_whole  # noqa: PLC0415

    terminal = Terminal(options.language)
    for path in options.scans:
        if not path.is_file():
            raise UsageError(detail="no-such-path", given=str(path))
    failed = 0
    for path, stem in zip(options.scans, stems(options.scans), strict=True):
        try:
            scan = from_json(path.read_bytes())
        except ScanFileError as error:
            terminal.failure(Failure(path.name, error.code, tuple(error.values.items())))
            failed += 1
            continue
        page = options.out / f"{stem}.html"
        write_whole(page, render_html(scan, options.language, theme=options.theme).encode())
        typer.echo(str(page))
    if failed == len(options.scans):
        return ExitCode.NOTHING_DONE
    return ExitCode.SOME_FAILED if failed else ExitCode.OK
