"""`taalscan lexicon check`: see whether a lexicon does what it says."""

from typing import Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.values import Lang

DEFAULT = "beleid-nl"


def check_command(
    lexicon: Annotated[
        str, typer.Argument(help="A shipped lexicon or a folder.", metavar="DIR")
    ] = DEFAULT,
    lang: Annotated[Lang, typer.Option(help="Language of messages.")] = Lang.NL,
    model: Annotated[
        str | None, typer.Option(help="An installed spaCy package, in place of the shipped model.")
    ] = None,
) -> None:
    """Check a lexicon: its files, every example sentence, false friends, repeated forms.

    Ends with 1 when a sentence comes out otherwise than the lexicon says.
    """
    raise typer.Exit(check_lexicon(lexicon, lang.value, model))


def check_lexicon(name: str, language: str, model: str | None) -> ExitCode:
    """Check a lexicon and print its counts and what is wrong with it.

    Raises:
        LexiconError: if a file does not hold to its schema.
        LanguageModelError: if the model is absent or does not fit.
    """
    from taalscan.cli.lexicon.print import print_counts, print_lapses  # noqa: PLC0415
    from taalscan.language import load_analyser  # noqa: PLC0415  # keeps --help fast
    from taalscan.lexicon import load_lexicon, resolve_lexicon  # noqa: PLC0415
    from taalscan.lexicon.proof import axis_counts, lapses  # noqa: PLC0415
    from taalscan.scanner import analyse_texts  # noqa: PLC0415

    lexicon = load_lexicon(resolve_lexicon(name))
    analyser = load_analyser(model)
    found = lapses(lexicon, lambda texts: analyse_texts(analyser, texts))
    print_counts(lexicon, axis_counts(lexicon), language)
    print_lapses(found, language)
    return ExitCode.BOUND_CROSSED if found else ExitCode.OK
