"""`taalscan annotate`: a page on one's own computer to label passages by the codebook."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.serve import listening_on
from taalscan.cli.values import Browser, Lang, Port
from taalscan.errors import UsageError


@dataclass(frozen=True, slots=True)
class AnnotateOptions:
    """What to label, who does, and where."""

    labels: Path
    coder: str
    out: Path | None
    lexicons: tuple[str, ...]
    language: str
    port: int
    browser: bool


def annotate_command(
    labels: Annotated[
        Path,
        typer.Argument(help="Passages, one JSON object a line, as `sample` wrote them."),
    ],
    coder: Annotated[str, typer.Option(help="Who labels; each coder has a file of their own.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="File of this coder [LABELS-CODER.jsonl]."),
    ] = None,
    lexicon: Annotated[
        list[str] | None,
        typer.Option(help="Whose axes to label: a shipped lexicon or a folder [beleid-nl]."),
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help="Language of the page [nl].")] = None,
    port: Port = 0,
    browser: Browser = True,
) -> None:
    """Label passages on a page in the browser; what was found in them is not shown.

    Each answer is kept at once. Start it again to go on where you were.
    """
    from taalscan.config import load_config  # noqa: PLC0415  # keeps --help fast

    config = load_config(Path.cwd())
    options = AnnotateOptions(
        labels=labels,
        coder=coder.strip(),
        out=out,
        lexicons=tuple(lexicon or config.lexicon),
        language=lang.value if lang else config.lang,
        port=port,
        browser=browser,
    )
    raise typer.Exit(run_annotate(options))


def run_annotate(options: AnnotateOptions) -> ExitCode:
    """Serve the page until it is stopped.

    Raises:
        UsageError: if an option cannot be used.
        LabelsError: if a file cannot be used.
        LexiconError: if a lexicon does not hold to its schema.
    """
    from taalscan.cli.scan import check_writable  # noqa: PLC0415  # keeps --help fast
    from taalscan.lexicon import compile_lexicons, load_lexicon, resolve_lexicon  # noqa: PLC0415
    from taalscan.messages import catalogue  # noqa: PLC0415
    from taalscan.web import (  # noqa: PLC0415
        coding_pages,
        create_coding_app,
        ended_gently,
        local_door,
        new_key,
        open_coding,
        serve,
    )

    if not options.labels.is_file():
        raise UsageError(detail="no-such-path", given=str(options.labels))
    out = _file(options)
    lexicons = [load_lexicon(resolve_lexicon(name)) for name in options.lexicons]
    coding = open_coding(options.labels, out, compile_lexicons(lexicons).axes, options.coder)
    check_writable(out.parent)
    words = catalogue(options.language)
    with listening_on(options.port) as (listening, port), ended_gently():
        door = local_door(port, new_key())
        told = words.text("cli.annotating", address=door.address, file=str(out))
        typer.echo(told, err=True)
        app = create_coding_app(coding, door, coding_pages(options.language))
        serve(app, listening, opened=door.address if options.browser else None)
    return ExitCode.OK


def _file(options: AnnotateOptions) -> Path:
    """Return the file of the coder.

    Raises:
        UsageError: if the coder has no name, or the file is that of the sample.
    """
    from taalscan.web import safe_stem  # noqa: PLC0415  # keeps --help fast

    if not options.coder:
        raise UsageError(detail="no-coder")
    # the dot keeps what stands after one in a name from being taken for an extension
    name = f"{options.labels.stem}-{safe_stem(options.coder + '.')}.jsonl"
    out = options.out or options.labels.with_name(name)
    if out.resolve() == options.labels.resolve():
        raise UsageError(detail="own-sample", given=str(out))
    return out
