"""`taalscan labels`: carry passages to the programs that people label in, and back."""

import typer

from taalscan.cli.labels import exchange


def create_labels_app() -> typer.Typer:
    """Return the group of commands."""
    app = typer.Typer(
        help="Carry passages to the programs that people label in, and back.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    app.command("export")(exchange.export_command)
    app.command("import")(exchange.import_command)
    return app
