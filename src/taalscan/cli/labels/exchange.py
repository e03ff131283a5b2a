"""`taalscan labels export` and `import`: to Label Studio, doccano or a workbook, and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.values import Lang
from taalscan.errors import UsageError

if TYPE_CHECKING:
    from taalscan.labels import LabelledPassage
    from taalscan.model import Axis


class Program(StrEnum):
    """Where passages are labelled."""

    LABELSTUDIO = "labelstudio"
    DOCCANO = "doccano"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What to write, for which program, and where."""

    labels: Path
    to: Program
    out: Path
    lexicons: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What to read, from which program, and where to write it."""

    file: Path
    source: Program
    out: Path
    sample: Path | None
    coder: str | None
    language: str


def export_command(
    labels: Annotated[
        Path,
        typer.Argument(help="Passages, one JSON object a line, as `sample` wrote them."),
    ],
    to: Annotated[Program, typer.Option(help="Program to label in.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write.")],
    lexicon: Annotated[
        list[str] | None,
        typer.Option(help="Whose axes to label: a shipped lexicon or a folder [beleid-nl]."),
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help="Language of headings [nl].")] = None,
) -> None:
    """Write passages for coders; how a passage was drawn does not go along."""
    from taalscan.config import load_config  # noqa: PLC0415  # keeps --help fast

    config = load_config(Path.cwd())
    language = lang.value if lang else config.lang
    lexicons = tuple(lexicon or config.lexicon)
    raise typer.Exit(export_labels(ExportOptions(labels, to, out, lexicons, language)))


def export_labels(options: ExportOptions) -> ExitCode:
    """Write the files, and say where they are and what they could not hold.

    Raises:
        LabelsError: if the passages cannot be used, or have axes that are not of the lexicon.
        LexiconError: if a lexicon does not hold to its schema.
    """
    from taalscan.labels import read_passages  # noqa: PLC0415  # keeps --help fast
    from taalscan.labels.exchange import check_axes, unplaced  # noqa: PLC0415
    from taalscan.lexicon import compile_lexicons, load_lexicon, resolve_lexicon  # noqa: PLC0415
    from taalscan.messages import catalogue  # noqa: PLC0415
    from taalscan.reports import write_whole  # noqa: PLC0415

    passages = read_passages(options.labels)
    lexicons = [load_lexicon(resolve_lexicon(name)) for name in options.lexicons]
    axes = compile_lexicons(lexicons).axes
    check_axes(passages, axes, options.labels.name)
    files = _files(options, passages, axes)
    for path, data in files.items():
        write_whole(path, data)
        typer.echo(str(path))
    left_out = 0 if options.to is Program.XLSX else unplaced(passages)
    if left_out:
        words = catalogue(options.language)
        typer.echo(words.text("cli.unplaced", count=left_out), err=True)
    return ExitCode.OK


def _files(
    options: ExportOptions, passages: "tuple[LabelledPassage, ...]", axes: "tuple[Axis, ...]"
) -> Mapping[Path, bytes]:
    """Return what to write: the passages, and what sets up the program beside them."""
    from taalscan.labels.exchange import (  # noqa: PLC0415  # keeps --help fast
        doccano_labels,
        labelstudio_config,
        to_doccano,
        to_labelstudio,
        to_xlsx,
    )
    from taalscan.messages import catalogue  # noqa: PLC0415

    out = options.out
    if options.to is Program.XLSX:
        return {out: to_xlsx(passages, axes, options.labels.name)}
    if options.to is Program.DOCCANO:
        categories, spans = doccano_labels(axes, passages)
        return {
            out: to_doccano(passages),
            out.with_name(f"{out.stem}.categories.json"): categories,
            out.with_name(f"{out.stem}.spans.json"): spans,
        }
    words = catalogue(options.language).area("labels")
    config = labelstudio_config(axes, passages, words)
    return {out: to_labelstudio(passages), out.with_name(f"{out.stem}.config.xml"): config}


def import_command(
    file: Annotated[Path, typer.Argument(help="What the program exported.")],
    source: Annotated[Program, typer.Option("--from", help="Program it comes from.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="File of labels to write.")],
    sample: Annotated[
        Path | None,
        typer.Option(help="The passages that went out: puts stratum and chance back."),
    ] = None,
    coder: Annotated[
        str | None, typer.Option(help="Whose labels to take, where several coders worked.")
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help="Language of messages [nl].")] = None,
) -> None:
    """Write the labels of one coder as taalscan reads them."""
    from taalscan.config import load_config  # noqa: PLC0415  # keeps --help fast

    language = lang.value if lang else load_config(Path.cwd()).lang
    raise typer.Exit(import_labels(ImportOptions(file, source, out, sample, coder, language)))


def import_labels(options: ImportOptions) -> ExitCode:
    """Write the labels, and say how many passages have any.

    Raises:
        UsageError: if a file is not there, or it is not clear whose labels to take.
        LabelsError: if the file is not what the program exports, or does not fit the sample.
    """
    from dataclasses import replace  # noqa: PLC0415  # with the others

    from taalscan.labels import read_passages, to_lines  # noqa: PLC0415  # keeps --help fast
    from taalscan.labels.exchange import restored  # noqa: PLC0415
    from taalscan.messages import catalogue  # noqa: PLC0415
    from taalscan.reports import write_whole  # noqa: PLC0415

    for path in (options.file, options.sample):
        if path is not None and not path.is_file():
            raise UsageError(detail="no-such-path", given=str(path))
    passages = _read(options)
    if options.coder:
        passages = tuple(replace(passage, coder=options.coder) for passage in passages)
    if options.sample is not None:
        passages = restored(passages, read_passages(options.sample), options.file.name)
    write_whole(options.out, to_lines(passages))
    typer.echo(str(options.out))
    labelled = sum(bool(passage.labels) for passage in passages)
    words = catalogue(options.language)
    typer.echo(words.text("cli.imported", count=len(passages), labelled=labelled))
    return ExitCode.OK


def _read(options: ImportOptions) -> "tuple[LabelledPassage, ...]":
    from taalscan.labels.exchange import (  # noqa: PLC0415  # keeps --help fast
        from_doccano,
        from_labelstudio,
        from_xlsx,
    )

    data, name = options.file.read_bytes(), options.file.name
    if options.source is Program.LABELSTUDIO:
        return from_labelstudio(data, name, options.coder)
    return (from_doccano if options.source is Program.DOCCANO else from_xlsx)(data, name)
