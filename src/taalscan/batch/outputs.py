"""Make the files of a document: a table of formats, and who makes each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from taalscan.batch.marked import marked_pdf
from taalscan.batch.own import has_our_notes
from taalscan.errors import OutputError, TaalscanError
from taalscan.model import Failure, Scan
from taalscan.reports import render_html, render_xlsx, to_json, write_whole


@dataclass(frozen=True, slots=True)
class Made:
    """A scanned document, with the bytes that it was read from.

    Attributes:
        path: its file; None for standard input.
        language: language of the outputs.
        theme: style rules for pages.
        all_hits: whether a document that is handed back also shows hits that do not count.
        day: the date on comments; None for none.
    """

    scan: Scan
    data: bytes
    path: Path | None
    language: str
    theme: str = ""
    all_hits: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write; `extension` has no dot.

    Attributes:
        is_ours: tells from its bytes whether a file that stands there was made by us, and may be
            replaced; None where every file may.
    """

    extension: str
    data: bytes
    is_ours: Callable[[bytes], bool] | None = None


Writer = Callable[[Made], Output]
"""Makes the output of one format; raises `OutputError` where this document cannot have it."""


def _html(made: Made) -> Output:
    return Output("html", render_html(made.scan, made.language, theme=made.theme).encode())


def _json(made: Made) -> Output:
    return Output("json", to_json(made.scan, made.language))


def _xlsx(made: Made) -> Output:
    return Output("xlsx", render_xlsx(made.scan, made.language))


def _docx(made: Made) -> Output:
    """Return the document with comments, in its own format where people can write in that."""
    from taalscan.readers.media import DOCX, ODT  # noqa: PLC0415 - only for its own format
    from taalscan.reports import word  # noqa: PLC0415 - lxml, only for its own format

    asked = word.Asked(made.language, made.all_hits, made.day)
    media_type = made.scan.document.source.media_type
    if media_type == DOCX:
        annotated = word.annotate_docx(made.scan, made.data, asked)
    elif media_type == ODT:
        annotated = word.annotate_odt(made.scan, made.data, asked)
    else:
        annotated = word.annotate_text(made.scan, asked)
    return Output(annotated.extension, annotated.data, word.has_our_comments)


def _pdf(made: Made) -> Output:
    data = marked_pdf(made.data, made.scan, made.language, all_hits=made.all_hits)
    return Output("pdf", data, has_our_notes)


def writers() -> Mapping[str, Writer]:
    """Return who makes the output of each format that a document has, in the order of writing."""
    return {"json": _json, "html": _html, "xlsx": _xlsx, "docx": _docx, "pdf": _pdf}


def write_outputs(
    made: Made, target: Path, formats: frozenset[str]
) -> tuple[tuple[str, ...], tuple[Failure, ...]]:
    """Write the files of a document, once all of them could be made.

    Args:
        made: the document.
        target: folder and stem of the files.
        formats: what to write; formats that belong to a run are left alone.

    Returns:
        The extensions that were written, and the formats that this document cannot have, each
        with the reason.
    """
    outputs: list[Output] = []
    refused: list[Failure] = []
    for name, writer in writers().items():
        if name not in formats:
            continue
        try:
            outputs.append(_apart(writer(made), made, target))
        except OutputError as error:
            refused.append(_failure(made, error))
    for output in outputs:
        write_whole(target.with_name(f"{target.name}.{output.extension}"), output.data)
    return tuple(output.extension for output in outputs), tuple(refused)


def _apart(output: Output, made: Made, target: Path) -> Output:
    """Return an output whose file is another than the document itself.

    Raises:
        OutputError: if writing it would replace the document, or work of somebody else: who scans
            a pdf may have the document that it was made from beside it.
    """
    file = target.with_name(f"{target.name}.{output.extension}")
    if made.path is not None and file.resolve() == made.path.resolve():
        raise OutputError(flaw="own-source", format=output.extension)
    if output.is_ours is not None and file.is_file() and not output.is_ours(file.read_bytes()):
        raise OutputError(flaw="other-file", format=output.extension)
    return output


def _failure(made: Made, error: TaalscanError) -> Failure:
    return Failure(made.scan.document.source.name, error.code, tuple(error.values.items()))
