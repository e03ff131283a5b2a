"""`taalscan lexicon diff`: tell what changed between two versions of a lexicon."""

from typing import Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.values import Lang


def diff_command(
    old: Annotated[str, typer.Argument(help="The lexicon as it was.")],
    new: Annotated[str, typer.Argument(help="The lexicon as it is.")],
    lang: Annotated[Lang, typer.Option(help="Language of messages.")] = Lang.NL,
) -> None:
    """Tell which entries were added, changed, retired or removed."""
    raise typer.Exit(show_difference(old, new, lang.value))


def show_difference(old: str, new: str, language: str) -> ExitCode:
    """Print the changes.

    Raises:
        LexiconError: if a lexicon does not hold to its schema.
    """
    from taalscan.cli.lexicon.print import print_changes  # noqa: PLC0415  # keeps --help fast
    from taalscan.lexicon import load_lexicon, resolve_lexicon  # noqa: PLC0415
    from taalscan.lexicon.difference import difference  # noqa: PLC0415

    before, after = (load_lexicon(resolve_lexicon(name)) for name in (old, new))
    print_changes(difference(before, after), language)
    return ExitCode.OK
