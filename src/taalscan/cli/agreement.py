"""`taalscan agreement`: how far coders who labelled the same passages agree."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.values import Lang
from taalscan.errors import UsageError


def agreement_command(
    labels: Annotated[
        list[Path],
        typer.Argument(help="Labelled passages, a file a coder.", metavar="LABELS.jsonl"),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="JSON file to write as well.")
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help="Language of the table [nl].")] = None,
) -> None:
    """Measure how far coders agree, an axis at a time, and list where they do not."""
    from taalscan.config import load_config  # noqa: PLC0415  # keeps --help fast

    language = lang.value if lang else load_config(Path.cwd()).lang
    raise typer.Exit(show_agreement(labels, out, language))


def show_agreement(files: Sequence[Path], out: Path | None, language: str) -> ExitCode:
    """Print the table, and write the JSON where it is asked for.

    Raises:
        UsageError: if fewer than two files are given.
        LabelsError: if a file cannot be used, or no passage stands in two of them.
    """
    from taalscan.classify.agreement import agreement  # noqa: PLC0415  # keeps --help fast
    from taalscan.cli.agreement_print import print_agreement  # noqa: PLC0415
    from taalscan.labels import read_passages  # noqa: PLC0415
    from taalscan.reports import agreement_json, write_whole  # noqa: PLC0415

    names = _names(files)
    if len(names) < 2:
        raise UsageError(detail="two-files", given=", ".join(map(str, files)))
    found = agreement({name: read_passages(path) for name, path in names.items()})
    print_agreement(found, language)
    if out is not None:
        write_whole(out, agreement_json(found))
        typer.echo(str(out))
    return ExitCode.OK


def _names(files: Sequence[Path]) -> dict[str, Path]:
    """Return the file of each coder, called after it, with its folders where names are alike."""
    unique = {path.resolve(): path for path in files}.values()
    stems = Counter(path.stem for path in unique)
    return {path.stem if stems[path.stem] == 1 else str(path): path for path in unique}
