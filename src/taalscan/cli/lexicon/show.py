"""`taalscan lexicon show`: print all there is of one entry."""

from typing import Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.lexicon.check import DEFAULT
from taalscan.errors import UsageError


def show_command(
    entry: Annotated[str, typer.Argument(help="Id of the entry, such as M1-004.")],
    lexicon: Annotated[
        str, typer.Option(help="A shipped lexicon or a folder [beleid-nl].")
    ] = DEFAULT,
) -> None:
    """Print every field of an entry, as its file holds it."""
    raise typer.Exit(show_entry(entry, lexicon))


def show_entry(name: str, lexicon: str) -> ExitCode:
    """Print an entry.

    Raises:
        UsageError: if the lexicon has no entry of that id.
        LexiconError: if a file does not hold to its schema.
    """
    from taalscan.cli.lexicon.print import print_entry  # noqa: PLC0415  # keeps --help fast
    from taalscan.lexicon import resolve_lexicon  # noqa: PLC0415
    from taalscan.lexicon.exchange.table import entry_rows  # noqa: PLC0415
    from taalscan.lexicon.load import read_sources  # noqa: PLC0415

    rows = {str(row["id"]): row for row in entry_rows(read_sources(resolve_lexicon(lexicon)))}
    if name.upper() not in rows:
        raise UsageError(detail="no-such-entry", given=name)
    cells = rows[name.upper()].items()
    print_entry((field, str(cell).replace("\n", " · ")) for field, cell in cells)
    return ExitCode.OK
