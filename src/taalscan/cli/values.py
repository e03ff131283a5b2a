"""Hold the choices and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from taalscan.errors import UsageError


class Lang(StrEnum):
    """Languages of reports and messages."""

    NL = "nl"
    EN = "en"


OutFolder = Annotated[
    str | None, typer.Option("--out", "-o", help="Folder to write to [taalscan-out].")
]
Lexicons = Annotated[
    list[str] | None,
    typer.Option(help="A shipped lexicon or a folder; may be repeated [beleid-nl]."),
]
Jobs = Annotated[
    int | None, typer.Option(min=0, help="Processes at a time; 0 takes as many as pay off [0].")
]
Model = Annotated[
    str | None, typer.Option(help="An installed spaCy package, in place of the shipped model.")
]
ModelFile = Annotated[
    str, typer.Option(help="A classifier that `train` made, or none for the lexicon alone.")
]
Theme = Annotated[
    Path | None, typer.Option(help="A style sheet with colours and fonts of your organisation.")
]
Port = Annotated[
    int, typer.Option(min=0, max=65_535, help="Port to listen on; 0 takes any that is free.")
]
Browser = Annotated[
    bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")
]


def none_or(name: str) -> str | None:
    """Return what an option names; None for the word `none`."""
    return None if name == "none" else name


def theme_of(given: Path | None, configured: str | None) -> str:
    """Return the style rules that an option names, or else the settings file; empty for none.

    Raises:
        ThemeError: if they cannot be used.
    """
    from taalscan.reports import read_theme  # noqa: PLC0415  # keeps --help fast

    if given is None and configured is None:
        return ""
    return read_theme(Path(configured or "") if given is None else given)


def formats_of(given: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats that an option names, with commas between them.

    Raises:
        UsageError: if it names none, or one that cannot be written.
    """
    formats = tuple(part.strip().lower() for part in given.split(",") if part.strip())
    wrong = [name for name in formats if name not in allowed]
    if wrong or not formats:
        raise UsageError(
            detail="format", given=", ".join(wrong) or given, allowed=", ".join(allowed)
        )
    return formats
