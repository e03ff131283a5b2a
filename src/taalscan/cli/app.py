"""Put the commands together and turn errors into messages and exit codes."""

import traceback
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from taalscan.cli import agreement, annotate, compare, evaluate, report, sample, scan, serve, train
from taalscan.cli.exit_code import ExitCode
from taalscan.cli.labels import create_labels_app
from taalscan.cli.lexicon import create_lexicon_app
from taalscan.cli.reference import create_reference_app
from taalscan.cli.values import Lang
from taalscan.errors import (
    ConfigError,
    FileAccessError,
    InternalError,
    TaalscanError,
    UsageError,
)
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
    app.command("compare")(compare.compare_command)
    app.command("train")(train.train_command)
    app.command("evaluate")(evaluate.evaluate_command)
    app.command("serve")(serve.serve_command)
    app.command("sample")(sample.sample_command)
    app.command("annotate")(annotate.annotate_command)
    app.command("agreement")(agreement.agreement_command)
    app.add_typer(create_labels_app(), name="labels")
    app.add_typer(create_lexicon_app(), name="lexicon")
    app.add_typer(create_reference_app(), name="reference")
    return app


def run_command_line(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; an error becomes a message.

    A bug becomes a message too, with its traceback: Python's exit code, 1, means something else.
    """
    try:
        create_app()(args=list(arguments), prog_name="taalscan")
    except TaalscanError as error:
        _tell(error, arguments)
        wrong_use = isinstance(error, UsageError | ConfigError)
        return ExitCode.WRONG_USE if wrong_use else ExitCode.NOTHING_DONE
    except OSError as error:
        _tell(FileAccessError(detail=str(error)), arguments)
        return ExitCode.NOTHING_DONE
    except SystemExit as stop:
        return int(stop.code or ExitCode.OK)
    except Exception as error:  # noqa: BLE001  # see the docstring
        traceback.print_exception(error)
        _tell(InternalError(detail=type(error).__name__), arguments)
        return ExitCode.NOTHING_DONE
    return ExitCode.OK


def _show_version(asked: bool) -> None:
    # a callback of its own, because the group's runs only with a command
    if asked:
        typer.echo(f"taalscan {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the version and stop.", is_eager=True, callback=_show_version
        ),
    ] = False,
) -> None:
    """Hold the options that go before any command."""


def _tell(error: TaalscanError, arguments: Sequence[str]) -> None:
    from taalscan.messages import catalogue  # noqa: PLC0415  # only needed when something is wrong

    words = catalogue(_language(arguments))
    if isinstance(error, UsageError):
        typer.echo(words.text(f"cli.usage-{error.values['detail']}", **error.values), err=True)
    else:
        typer.echo(words.error(error.code, error.values), err=True)


def _language(arguments: Sequence[str]) -> str:
    """Return the language that was asked for, also when the options were not read to the end."""
    for lang in Lang:
        if ("--lang", lang.value) in pairwise(arguments) or f"--lang={lang.value}" in arguments:
            return lang.value
    from taalscan.config import load_config  # noqa: PLC0415  # only when something is wrong

    try:
        return load_config(Path.cwd()).lang
    except ConfigError:
        return Lang.NL.value
