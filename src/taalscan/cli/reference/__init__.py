"""`taalscan reference`: make the figures that documents are compared with."""

import typer

from taalscan.cli.reference import build


def create_reference_app() -> typer.Typer:
    """Return the group of commands."""
    app = typer.Typer(
        help="Make the figures that documents are compared with.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    app.callback()(_group)
    app.command("build")(build.build_command)
    return app


def _group() -> None:
    """Keep `build` a command of a group: typer makes a single command the whole program."""
