"""`taalscan evaluate`: measure a classifier on labelled passages."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.lexicon.check import DEFAULT
from taalscan.cli.values import Lang
from taalscan.errors import LabelsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taalscan.classify.evaluation import Judged
    from taalscan.classify.examples import Example
    from taalscan.lexicon import Lexicon
    from taalscan.measures import Evaluation


class Folds(StrEnum):
    """What is kept together when models are trained anew."""

    NONE = "none"
    DOCUMENT = "document"
    SOURCE = "source"


class Form(StrEnum):
    """How the figures are shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class EvaluateOptions:
    """What to measure and how to show it."""

    labels: Path
    model_file: str
    folds: Folds
    form: Form
    out: Path | None
    lexicon: str
    language: str
    unread: bool


def evaluate_command(
    labels: Annotated[
        Path, typer.Argument(help="Labelled passages, one JSON object a line.", metavar="LABELS")
    ],
    model_file: Annotated[
        str, typer.Option(help="A classifier that `train` made [the shipped one].")
    ] = "shipped",
    folds: Annotated[
        Folds,
        typer.Option(help="Train anew without the passages of each document or source."),
    ] = Folds.NONE,
    form: Annotated[Form, typer.Option("--format", help="How to show the figures.")] = Form.TEXT,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; else standard output.")
    ] = None,
    lexicon: Annotated[
        str, typer.Option(help="A shipped lexicon or a folder [beleid-nl].")
    ] = DEFAULT,
    lang: Annotated[Lang, typer.Option(help="Language of the figures.")] = Lang.NL,
    unread: Annotated[
        bool, typer.Option("--unread", help="Only passages that no writer of the lexicon read.")
    ] = False,
) -> None:
    """Tell how often a classifier is right, with intervals, by genre and source."""
    options = EvaluateOptions(labels, model_file, folds, form, out, lexicon, lang.value, unread)
    raise typer.Exit(evaluate_classifier(options))


def evaluate_classifier(options: EvaluateOptions) -> ExitCode:
    """Measure and show.

    Raises:
        LabelsError: if the labels cannot be used, or none are left with `unread`.
        LexiconError: if the lexicon does not hold to its schema.
        ClassifierError: if the classifier cannot be used.
        FewLabelsError: if an axis has too few passages to train anew.
        MissingLibraryError: if scikit-learn is needed and not installed.
    """
    from taalscan.classify.evaluation import evaluate  # noqa: PLC0415  # keeps --help fast
    from taalscan.labels import read_labels  # noqa: PLC0415
    from taalscan.language import load_analyser  # noqa: PLC0415
    from taalscan.learning import examples_of  # noqa: PLC0415
    from taalscan.lexicon import (  # noqa: PLC0415
        compile_lexicons,
        load_lexicon,
        resolve_lexicon,
    )
    from taalscan.lexicon.evidence import in_reading_part  # noqa: PLC0415

    lexicon = load_lexicon(resolve_lexicon(options.lexicon))
    examples = examples_of(
        read_labels(options.labels), load_analyser(), compile_lexicons([lexicon]),
        unread_judge=True,
    )  # fmt: skip
    judged = _judged(options, examples, lexicon)
    if options.unread:
        judged = [one for one in judged if not in_reading_part(one.passage)]
    if not judged:
        raise LabelsError(file=options.labels.name, problems="no unread passages")
    _show(options, evaluate(judged, [axis.code for axis in lexicon.axes]), lexicon)
    return ExitCode.OK


def _judged(
    options: EvaluateOptions, examples: "Sequence[Example]", lexicon: "Lexicon"
) -> "list[Judged]":
    from taalscan.learning import cross_validated, judged_by  # noqa: PLC0415  # keeps --help fast
    from taalscan.lexicon.evidence import document_fold, source_fold  # noqa: PLC0415
    from taalscan.scanner import choose_classifier  # noqa: PLC0415

    if options.folds is Folds.NONE:
        axes = {axis.id for axis in lexicon.axes}
        classifier = choose_classifier(options.model_file, axes)
        return judged_by(classifier, examples, lexicon.axes)
    fold_of = document_fold if options.folds is Folds.DOCUMENT else source_fold
    return cross_validated(examples, lexicon.axes, fold_of)


def _show(options: EvaluateOptions, evaluation: "Evaluation", lexicon: "Lexicon") -> None:
    from taalscan.reports import (  # noqa: PLC0415  # keeps --help fast
        evaluation_json,
        evaluation_text,
        render_evaluation,
        write_whole,
    )

    if options.form is Form.JSON:
        data = evaluation_json(evaluation)
    elif options.form is Form.HTML:
        data = render_evaluation(evaluation, options.language, lexicon.axes).encode()
    else:
        data = evaluation_text(evaluation, options.language, lexicon.axes).encode()
    if options.out is None:
        typer.echo(data.decode(), nl=False)
    else:
        write_whole(options.out, data)
        typer.echo(str(options.out))
