"""`taalscan reference build`: measure a corpus and write its figures to one file."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.scan import check_writable
from taalscan.cli.values import Lang
from taalscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taalscan.batch.corpus import Corpus
    from taalscan.batch.reference import Built
    from taalscan.cli.output import Terminal
    from taalscan.model import Failure
    from taalscan.reference import Gathered

_MOST_SIGNS = 1000


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to measure and how, with the settings file and the options taken together."""

    path: Path
    out: Path
    lexicons: tuple[str, ...]
    jobs: int
    language: str
    model: str | None
    classifier: str | None
    name: str
    version: str
    corpus: str


def build_command(
    path: Annotated[
        Path,
        typer.Argument(
            help="A folder with a folder a genre, or a file with a JSON object a line.",
            metavar="DIR|JSONL",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write.")],
    corpus: Annotated[
        str | None,
        typer.Option(help="A Dutch sentence that tells what the documents are and are not."),
    ] = None,
    name: Annotated[str, typer.Option(help="Name that scans tell of it.")] = "eigen",
    version: Annotated[str, typer.Option(help="Version that scans tell of it.")] = "1",
    lexicon: Annotated[
        list[str] | None,
        typer.Option(help="A shipped lexicon or a folder; may be repeated [beleid-nl]."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=0, help="Processes at a time; 0 takes as many as pay off [0]."),
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="An installed spaCy package, in place of the shipped model.")
    ] = None,
    model_file: Annotated[
        str,
        typer.Option(help="A classifier that `train` made, or none for the lexicon alone."),
    ] = "shipped",
    lang: Annotated[Lang | None, typer.Option(help="Language of messages [nl].")] = None,
) -> None:
    """Measure the documents of a corpus and write their figures, without their text.

    The same documents, lexicon and models give the same bytes, whatever the number of processes.
    """
    from taalscan.config import load_config  # noqa: PLC0415  # keeps --help fast

    config = load_config(Path.cwd())
    options = BuildOptions(
        path=path,
        out=out,
        lexicons=tuple(lexicon or config.lexicon),
        jobs=config.jobs if jobs is None else jobs,
        language=lang.value if lang else config.lang,
        model=model or config.model,
        classifier=None if model_file == "none" else model_file,
        name=_told("--name", name),
        version=_told("--version", version),
        corpus=_told("--corpus", corpus or path.name),
    )
    raise typer.Exit(run_build(options))


def _told(option: str, given: str) -> str:
    """Return what the file will tell, or refuse what it cannot hold before the work is done."""
    if not given.strip() or not given.isprintable() or len(given) > _MOST_SIGNS:
        raise UsageError(detail="told", given=option, most=_MOST_SIGNS)
    return given.strip()


def run_build(options: BuildOptions) -> ExitCode:
    """Write the reference; a document that cannot be scanned does not stop the others.

    Raises:
        UsageError: if the corpus does not exist, is wrong or holds no document of a known genre,
            or the file cannot be written.
        LexiconError: if a lexicon does not hold to its schema.
        LanguageModelError: if the model is absent or does not fit.
        ClassifierError: if the classifier is damaged or for other axes.
    """
    from taalscan.batch.corpus import open_corpus  # noqa: PLC0415  # keeps --help fast
    from taalscan.cli.output import Terminal  # noqa: PLC0415
    from taalscan.reference import load_genres, to_bytes  # noqa: PLC0415
    from taalscan.reports import write_whole  # noqa: PLC0415

    genres = load_genres()
    corpus = open_corpus(options.path, genres, options.out)
    if not corpus.size:
        known = ", ".join(genre.names[0] for genre in genres.genres)
        raise UsageError(detail="no-genre", given=str(options.path), allowed=known)
    check_writable(options.out.parent)
    terminal = Terminal(options.language)
    built = _build(options, corpus, terminal)
    if built.gathered is None:
        return ExitCode.NOTHING_DONE
    write_whole(options.out, to_bytes(built.gathered.reference))
    _tell(built.gathered, corpus, built.failed, options)
    return ExitCode.SOME_FAILED if built.failed else ExitCode.OK


def _build(options: BuildOptions, corpus: "Corpus", terminal: "Terminal") -> "Built":
    from taalscan.batch import processes_for  # noqa: PLC0415  # keeps --help fast
    from taalscan.batch.local import scanner_of  # noqa: PLC0415
    from taalscan.batch.reference import (  # noqa: PLC0415
        MeasureSettings,
        build_reference,
        measure,
    )
    from taalscan.reference import Description  # noqa: PLC0415

    settings = MeasureSettings(options.lexicons, options.model, options.classifier)
    scanner = scanner_of(options.lexicons, options.model, options.classifier, None)
    processes = processes_for(corpus.size, options.jobs)
    description = Description(options.name, options.version, options.corpus)
    with terminal.progress(corpus.size) as advance:
        outcomes = measure(scanner, corpus, settings, processes=processes, on_done=advance)
        return build_reference(outcomes, corpus, description)


def _tell(
    gathered: "Gathered", corpus: "Corpus", failed: "Sequence[Failure]", options: BuildOptions
) -> None:
    """Say where the file is, what is in it, and what was left out."""
    from taalscan.cli.output import plain  # noqa: PLC0415  # keeps --help fast
    from taalscan.messages import catalogue  # noqa: PLC0415

    words = catalogue(options.language)
    reference = gathered.reference
    typer.echo(plain(str(options.out)))
    documents = Counter(own.genre for own in reference.documents)
    figures = Counter(own.genre for own in reference.documents if own.has_figures)
    for genre in reference.genres:
        counts = {"documents": documents[genre], "figures": figures[genre]}
        typer.echo("  " + words.text("cli.reference-genre", genre=genre, **counts))
    told = {
        "reference-words": {"words": len(reference.words), "least": reference.least_documents},
        "reference-copies": {"count": gathered.copies},
        "reference-repeated": {"count": gathered.repeated, "total": gathered.passages},
    }
    for key, values in told.items():
        typer.echo(words.text(f"cli.{key}", **values))
    # by code: a text in another language fails always, a fault of the machine does not
    for code, count in sorted(Counter(own.code for own in failed).items()):
        typer.echo(words.text("cli.reference-failed", code=code, count=count))
    for name, count in corpus.unknown.items():
        genre = plain(name) or words.text("cli.no-folder")
        typer.echo(words.text("cli.reference-unknown", genre=genre, count=count))
