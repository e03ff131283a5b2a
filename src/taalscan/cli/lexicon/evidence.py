"""`taalscan lexicon evidence`: measure every entry on labelled passages."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.lexicon.check import DEFAULT
from taalscan.errors import UsageError

if TYPE_CHECKING:
    from taalscan.labels import LabelledPassage
    from taalscan.lexicon import Lexicon
    from taalscan.lexicon.evidence import Finding


@dataclass(frozen=True, slots=True)
class EvidenceOptions:
    """What to measure, on what, and where to write it."""

    labels: Path
    lexicon: str
    out: Path | None
    write: bool
    model: str | None


def evidence_command(
    labels: Annotated[
        Path, typer.Argument(help="Labelled passages, one JSON object a line.", metavar="LABELS")
    ],
    lexicon: Annotated[
        str, typer.Option(help="A shipped lexicon or a folder [beleid-nl].")
    ] = DEFAULT,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Page to write; else standard output.")
    ] = None,
    write: Annotated[
        bool,
        typer.Option("--write", help="Put the figures into the files of --lexicon."),
    ] = False,
    model: Annotated[
        str | None, typer.Option(help="An installed spaCy package, in place of the shipped model.")
    ] = None,
) -> None:
    """Count for each entry how often it is right, and for each axis what it covers."""
    raise typer.Exit(measure(EvidenceOptions(labels, lexicon, out, write, model)))


def measure(options: EvidenceOptions) -> ExitCode:
    """Measure a lexicon and write the page.

    Raises:
        LabelsError: if the labels cannot be used.
        LexiconError: if a file of the lexicon does not hold to its schema.
        UsageError: if the shipped lexicon would be written over.
    """
    from taalscan.labels import read_labels  # noqa: PLC0415  # keeps --help fast
    from taalscan.lexicon import load_lexicon, resolve_lexicon  # noqa: PLC0415
    from taalscan.lexicon.evidence_table import evidence_page  # noqa: PLC0415
    from taalscan.reports import write_whole  # noqa: PLC0415

    if options.write and not Path(options.lexicon).is_dir():
        raise UsageError(detail="lexicon-folder", given=options.lexicon)
    labelled = read_labels(options.labels)
    folder = resolve_lexicon(options.lexicon)
    lexicon = load_lexicon(folder)
    found = _findings(lexicon, labelled, options.model)
    if options.write:
        _record(folder, found, options.labels.name)
        lexicon = load_lexicon(folder)
    page = evidence_page(lexicon, labelled, found)
    if options.out is None:
        typer.echo(page, nl=False)
    else:
        write_whole(options.out, page.encode())
        typer.echo(str(options.out))
    return ExitCode.OK


def _findings(
    lexicon: "Lexicon", labelled: "tuple[LabelledPassage, ...]", model: str | None
) -> "tuple[Finding, ...]":
    from taalscan.language import load_analyser  # noqa: PLC0415  # keeps --help fast
    from taalscan.lexicon import compile_lexicons  # noqa: PLC0415
    from taalscan.lexicon.evidence import findings, revived  # noqa: PLC0415
    from taalscan.scanner import analyse_texts  # noqa: PLC0415

    matcher = compile_lexicons([revived(lexicon)])
    passages = analyse_texts(load_analyser(model), [passage.text for passage in labelled])
    return findings(labelled, map(matcher.find, passages), lexicon.axes)


def _record(folder: Path, found: "tuple[Finding, ...]", corpus: str) -> None:
    from taalscan.lexicon.evidence import entry_evidence  # noqa: PLC0415  # keeps --help fast
    from taalscan.lexicon.load import read_sources  # noqa: PLC0415
    from taalscan.lexicon.record import recorded  # noqa: PLC0415
    from taalscan.lexicon.write import facet_text  # noqa: PLC0415
    from taalscan.reports import write_whole  # noqa: PLC0415

    sources = recorded(read_sources(folder), entry_evidence(found), corpus)
    for file in sources.facets:
        write_whole(folder / f"{file.subdimensie}.yaml", facet_text(file).encode())
