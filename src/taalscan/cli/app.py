"""Put the commands together and turn errors into messages and exit codes."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated

import typer

from taalscan.cli import report, scan
from taalscan.cli.exit_code import ExitCode
from taalscan.errors import ConfigError, TaalscanError, UsageError
from taalscan.version import __version__


def create_app() -> typer.Typer:
    """Return the command line."""
    app = typer.Typer(
        name="taalscan",
        help="See how Dutch policy documents speak. Describes language, never judges people.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_options)
    app.command("scan")(scan.scan_command)
    app.command("report")(report.report_command)
    return app


def run_command_line(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; errors of ours become a message."""
    # a message in the language that was asked for, also when parsing goes no further than here
    language = _language(arguments)
    try:
        create_app()(args=list(arguments), prog_name="taalscan")
    except TaalscanError as error:
        typer.echo(_message(error, language), err=True)
        wrong_use = isinstance(error, UsageError | ConfigError)
        return ExitCode.WRONG_USE if wrong_use else ExitCode.NOTHING_DONE
    except SystemExit as stop:
        return int(stop.code or ExitCode.OK)
    return ExitCode.OK


def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and stop.", is_eager=True)
    ] = False,
) -> None:
    if version:
        typer.echo(f"taalscan {__version__}")
        raise typer.Exit


def _language(arguments: Sequence[str]) -> str:
    for name, value in pairwise(arguments):
        if name == "--lang" and value == "en":
            return "en"
    return "en" if "--lang=en" in arguments else "nl"


def _message(error: TaalscanError, language: str) -> str:
    from taalscan.messages import catalogue  # noqa: PLC0415  # only needed when something is wrong

    words = catalogue(language)
    if isinstance(error, UsageError):
        return words.text(f"cli.usage-{error.values['detail']}", **error.values)
    return words.text(f"errors.{error.code}", **error.values)
