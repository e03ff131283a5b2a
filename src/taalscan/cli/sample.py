"""`taalscan sample`: draw passages to label."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.scan import check_writable, read_standard_input
from taalscan.cli.values import Lang
from taalscan.errors import FileAccessError, ReadError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taalscan.batch import Job
    from taalscan.cli.output import Terminal
    from taalscan.labels import LabelledPassage
    from taalscan.labels.candidates import Candidate
    from taalscan.scanner import Scanner


@dataclass(frozen=True, slots=True)
class SampleOptions:
    """What to draw from, how much, and where to write it."""

    paths: tuple[str, ...]
    out: Path
    size: int
    seed: int
    lexicons: tuple[str, ...]
    language: str
    model: str | None


def sample_command(
    paths: Annotated[
        list[str],
        typer.Argument(help="Files, folders, or - for text on standard input.", metavar="PATH"),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="File of passages to write.")],
    size: Annotated[int, typer.Option(min=1, help="Passages to draw.")] = 200,
    seed: Annotated[int, typer.Option(min=0, help="The same seed draws the same.")] = 1,
    lexicon: Annotated[
        list[str] | None,
        typer.Option(help="A shipped lexicon or a folder; may be repeated [beleid-nl]."),
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help="Language of messages [nl].")] = None,
    model: Annotated[
        str | None, typer.Option(help="An installed spaCy package, in place of the shipped model.")
    ] = None,
) -> None:
    """Draw passages of documents to label, at random and by what the scan finds in them.

    The file keeps how each was drawn and with which chance, and nothing that the scan found.
    """
    from taalscan.config import load_config  # noqa: PLC0415  # keeps --help fast

    config = load_config(Path.cwd())
    options = SampleOptions(
        paths=tuple(paths),
        out=out,
        size=size,
        seed=seed,
        lexicons=tuple(lexicon or config.lexicon),
        language=lang.value if lang else config.lang,
        model=model or config.model,
    )
    raise typer.Exit(draw_sample(options))


def draw_sample(options: SampleOptions) -> ExitCode:
    """Write the sample; a document that cannot be read does not stop the others.

    Raises:
        UsageError: if a path does not exist or holds no documents, or the file cannot be written.
        LexiconError: if a lexicon does not hold to its schema.
        LanguageModelError: if the model is absent or does not fit.
    """
    from taalscan.batch import STANDARD_INPUT, collect  # noqa: PLC0415  # keeps --help fast
    from taalscan.cli.output import Terminal  # noqa: PLC0415
    from taalscan.labels import to_lines  # noqa: PLC0415
    from taalscan.labels.draw import draw  # noqa: PLC0415
    from taalscan.messages import catalogue  # noqa: PLC0415
    from taalscan.reports import write_whole  # noqa: PLC0415
    from taalscan.scanner import load_scanner  # noqa: PLC0415

    data = read_standard_input() if STANDARD_INPUT in options.paths else b""
    jobs = collect(options.paths, standard_input=data, out=options.out)
    if not jobs:
        raise UsageError(detail="no-documents", given=", ".join(options.paths))
    check_writable(options.out.parent)
    scanner = load_scanner(options.lexicons, model=options.model, reference=None)
    pool, failed = _pool(scanner, jobs, Terminal(options.language))
    drawn = draw(pool, [axis.code for axis in scanner.axes], options.size, seed=options.seed)
    if not drawn:
        typer.echo(catalogue(options.language).text("cli.no-passages"), err=True)
        return ExitCode.NOTHING_DONE
    write_whole(options.out, to_lines(drawn))
    _tell(drawn, len(pool), options)
    return ExitCode.SOME_FAILED if failed else ExitCode.OK


def _pool(
    scanner: "Scanner", jobs: "Sequence[Job]", terminal: "Terminal"
) -> "tuple[list[Candidate], int]":
    """Return the passages of all documents, and how many documents could not be read."""
    from taalscan.batch.work import failure  # noqa: PLC0415  # keeps --help fast
    from taalscan.labels.candidates import candidates  # noqa: PLC0415

    pool: list[Candidate] = []
    failed = 0
    for job in jobs:
        try:
            document = scanner.read(job.read_bytes(scanner.limits), job.name)
        except ReadError as error:
            terminal.failure(failure(job, error))
            failed += 1
        except OSError as error:
            refused = FileAccessError(detail=error.strerror or str(error))
            terminal.failure(failure(job, refused))
            failed += 1
        else:
            # people keep the documents of an organisation in a folder of its own
            folder = job.path.resolve().parent.name if job.path else ""
            pool += candidates(scanner.scan(document), job.name, folder)
    return pool, failed


def _tell(drawn: "Sequence[LabelledPassage]", pool: int, options: SampleOptions) -> None:
    """Say where the file is, and how many passages each stratum gave."""
    from taalscan.messages import catalogue  # noqa: PLC0415  # keeps --help fast

    typer.echo(str(options.out))
    words = catalogue(options.language)
    typer.echo(words.text("cli.drawn", count=len(drawn), pool=pool))
    for stratum, count in sorted(Counter(own.stratum for own in drawn).items()):
        typer.echo(f"  {stratum}: {count}")
