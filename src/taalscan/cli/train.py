"""`taalscan train`: make a classifier from labelled passages."""

from pathlib import Path
from typing import Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.lexicon.check import DEFAULT


def train_command(
    labels: Annotated[
        Path, typer.Argument(help="Labelled passages, one JSON object a line.", metavar="LABELS")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write.")],
    lexicon: Annotated[
        str, typer.Option(help="A shipped lexicon or a folder [beleid-nl].")
    ] = DEFAULT,
    name: Annotated[str, typer.Option(help="Name that scans tell of it.")] = "eigen",
    unread: Annotated[
        bool,
        typer.Option(
            "--unread", help="Calibrate only on passages that no writer of the lexicon read."
        ),
    ] = False,
) -> None:
    """Train a classifier; `scan --model-file` uses it."""
    raise typer.Exit(train_classifier(labels, out, lexicon, name, unread=unread))


def train_classifier(
    labels: Path, out: Path, lexicon: str, name: str, *, unread: bool = False
) -> ExitCode:
    """Write the classifier; the same labels, lexicon and language model give the same bytes.

    Raises:
        LabelsError: if the labels cannot be used.
        LexiconError: if the lexicon does not hold to its schema.
        FewLabelsError: if an axis has too few passages.
        MissingLibraryError: if scikit-learn is not installed.
    """
    from taalscan.labels import read_labels  # noqa: PLC0415  # keeps --help fast
    from taalscan.language import load_analyser  # noqa: PLC0415
    from taalscan.learning import check_coded, examples_of, train  # noqa: PLC0415
    from taalscan.lexicon import (  # noqa: PLC0415
        compile_lexicons,
        load_lexicon,
        resolve_lexicon,
    )
    from taalscan.reports import write_whole  # noqa: PLC0415

    labelled = read_labels(labels)
    loaded, analyser = load_lexicon(resolve_lexicon(lexicon)), load_analyser()
    check_coded(labelled, loaded.axes, labels.name)
    matcher = compile_lexicons([loaded])
    examples = examples_of(labelled, analyser, matcher, unread_judge=unread)
    made_with = {
        "name": name,
        "lexicon": f"{loaded.name} {loaded.version}",
        "lexicon_sha256": loaded.sha256,
        "language_model": f"{analyser.version.name} {analyser.version.version}",
        "language_model_sha256": analyser.version.sha256,
    }
    write_whole(out, train(examples, loaded.axes, made_with, spread=True))
    typer.echo(str(out))
    return ExitCode.OK
