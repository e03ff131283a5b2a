"""`taalscan lexicon`: check, look at, measure and exchange a lexicon; one module a command."""

import typer

from taalscan.cli.lexicon import check, diff, evidence, exchange, kwic, show


def create_lexicon_app() -> typer.Typer:
    """Return the group of commands."""
    app = typer.Typer(
        help="Check, look at, measure and exchange a lexicon.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    app.command("check")(check.check_command)
    app.command("show")(show.show_command)
    app.command("kwic")(kwic.kwic_command)
    app.command("evidence")(evidence.evidence_command)
    app.command("export")(exchange.export_command)
    app.command("import")(exchange.import_command)
    app.command("diff")(diff.diff_command)
    return app
