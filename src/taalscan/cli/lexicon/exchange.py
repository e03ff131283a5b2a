"""`taalscan lexicon export` and `import`: carry a lexicon to other programs and back."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.lexicon.check import DEFAULT
from taalscan.cli.values import Lang
from taalscan.errors import UsageError


class Target(StrEnum):
    """What a lexicon can be exported to."""

    XLSX = "xlsx"
    LIWC = "liwc"
    QUANTEDA = "quanteda"
    CSV = "csv"


def export_command(
    to: Annotated[Target, typer.Option(help="Kind of file.")],
    lexicon: Annotated[
        str, typer.Argument(help="A shipped lexicon or a folder.", metavar="DIR")
    ] = DEFAULT,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File to write.")] = None,
    lang: Annotated[Lang, typer.Option(help="Language of messages.")] = Lang.NL,
) -> None:
    """Write a lexicon for a spreadsheet (xlsx keeps every field), LIWC or quanteda."""
    raise typer.Exit(export_lexicon(lexicon, to, out, lang.value))


def export_lexicon(name: str, to: Target, out: Path | None, language: str) -> ExitCode:
    """Write the file, and say where it is and what it could not hold.

    Raises:
        LexiconError: if a file of the lexicon does not hold to its schema.
    """
    from taalscan.lexicon import resolve_lexicon  # noqa: PLC0415  # keeps --help fast
    from taalscan.lexicon.exchange import (  # noqa: PLC0415
        to_csv,
        to_liwc,
        to_quanteda,
        to_xlsx,
    )
    from taalscan.lexicon.load import lexicon_of, read_sources  # noqa: PLC0415
    from taalscan.messages import catalogue  # noqa: PLC0415
    from taalscan.reports import write_whole  # noqa: PLC0415

    sources = read_sources(resolve_lexicon(name))
    left_out: tuple[str, ...] = ()
    if to is Target.XLSX:
        suffix, data = "xlsx", to_xlsx(sources)
    elif to is Target.CSV:
        suffix, data = "csv", to_csv(sources)
    else:
        write = to_liwc if to is Target.LIWC else to_quanteda
        exported = write(lexicon_of(sources))
        suffix, left_out = ("dic" if to is Target.LIWC else "yml"), exported.left_out
        data = exported.text.encode()
    path = out or Path(f"{sources.main.naam}.{suffix}")
    write_whole(path, data)
    typer.echo(str(path))
    if left_out:
        words = catalogue(language)
        typer.echo(words.text("cli.left-out", count=len(left_out)), err=True)
    return ExitCode.OK


def import_command(
    file: Annotated[Path, typer.Argument(help="Workbook that `export --to xlsx` wrote.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the lexicon to write.")],
    force: Annotated[
        bool, typer.Option("--force", help="Write over the files of a lexicon that is there.")
    ] = False,
) -> None:
    """Write the folder of a lexicon from a workbook, after checking all of it."""
    raise typer.Exit(import_lexicon(file, out, force=force))


def import_lexicon(file: Path, out: Path, *, force: bool) -> ExitCode:
    """Write the files of the lexicon in a workbook.

    Raises:
        UsageError: if the workbook is not there, or a lexicon stands in the folder.
        LexiconError: if the workbook is no sound lexicon; nothing is written then.
    """
    from taalscan.lexicon.exchange import from_xlsx  # noqa: PLC0415  # keeps --help fast
    from taalscan.lexicon.write import files_of  # noqa: PLC0415
    from taalscan.reports import write_whole  # noqa: PLC0415

    if not file.is_file():
        raise UsageError(detail="no-such-path", given=str(file))
    if (out / "lexicon.yaml").exists() and not force:
        raise UsageError(detail="lexicon-there", given=str(out))
    files = dict(files_of(from_xlsx(file.read_bytes(), file.name)))
    for name, text in files.items():
        write_whole(out / name, text.encode())
    for old in sorted(out.glob("*.yaml")):  # facets that the new lexicon does not have
        if old.name not in files:
            old.unlink()
    typer.echo(str(out))
    return ExitCode.OK
