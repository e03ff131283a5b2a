"""`taalscan compare`: tell how the language of two versions of one document differs."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taalscan.cli.compare_folders import CompareFoldersOptions, compare_folders
from taalscan.cli.exit_code import ExitCode
from taalscan.cli.values import (
    Lang,
    Lexicons,
    Model,
    ModelFile,
    OutFolder,
    Theme,
    formats_of,
    none_or,
    theme_of,
)
from taalscan.errors import FileAccessError, ReadError, ScanFileError, TaalscanError, UsageError
from taalscan.model import Failure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taalscan.model import Scan
    from taalscan.model.comparison import Comparison
    from taalscan.scanner import Scanner

FORMATS = ("html", "json")


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """What to compare and how, with the settings file and the options taken together."""

    old: Path
    new: Path
    out: Path
    formats: tuple[str, ...]
    lexicons: tuple[str, ...]
    language: str
    model: str | None
    classifier: str | None
    theme: str = ""


def compare_command(
    old: Annotated[str, typer.Argument(help="The old version, or a folder.", metavar="OLD")],
    new: Annotated[str, typer.Argument(help="The new version, or a folder.", metavar="NEW")],
    out: OutFolder = None,
    formats: Annotated[
        str, typer.Option("--format", help="What to write, with commas between.")
    ] = ",".join(FORMATS),
    lexicon: Lexicons = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=0, help="Processes at a time, for folders; 0 takes as many as pay off."),
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help="Language of the comparison [nl].")] = None,
    model: Model = None,
    model_file: ModelFile = "shipped",
    reference: Annotated[
        str | None,
        typer.Option(help="What reports of documents in folders compare with, or none [shipped]."),
    ] = None,
    theme: Theme = None,
) -> None:
    """Compare two versions of one document: did the language change, or only words?

    OLD and NEW are documents (pdf, docx, odt, html, md, txt), in the same format or not, or scans
    in JSON that `scan` wrote. Two folders are two groups of documents.
    """
    from taalscan.config import load_config  # noqa: PLC0415  # keeps --help fast

    config = load_config(Path.cwd())
    classifier = none_or(model_file)
    folder = Path(config.out if out is None else out)
    language = lang.value if lang else config.lang
    lexicons = tuple(lexicon or config.lexicon)
    rules = theme_of(theme, config.theme)
    if _both_folders(old, new):
        count = config.jobs if jobs is None else jobs
        raise typer.Exit(
            compare_folders(
                CompareFoldersOptions(
                    folders=(old, new),
                    out=folder,
                    lexicons=lexicons,
                    jobs=count,
                    language=language,
                    model=model or config.model,
                    classifier=classifier,
                    reference=none_or(reference or config.reference),
                    theme=rules,
                )
            )
        )
    options = CompareOptions(
        old=Path(old),
        new=Path(new),
        out=folder,
        formats=formats_of(formats, FORMATS),
        lexicons=lexicons,
        language=language,
        model=model or config.model,
        classifier=classifier,
        theme=rules,
    )
    raise typer.Exit(run_compare(options))


def _both_folders(old: str, new: str) -> bool:
    """Tell whether both are folders.

    Raises:
        UsageError: if one does not exist, or only one of them is a folder.
    """
    for given in (old, new):
        if not given or not Path(given).exists():
            raise UsageError(detail="no-such-path", given=given)
    folders = [given for given in (old, new) if Path(given).is_dir()]
    if len(folders) == 1:
        raise UsageError(detail="file-and-folder", given=folders[0])
    return bool(folders)


def run_compare(options: CompareOptions) -> ExitCode:
    """Compare, write what was found, print the summary.

    Raises:
        UsageError: if nothing can be written.
        LexiconError: if a lexicon does not hold to its schema.
        LanguageModelError: if the model is absent or does not fit.
        ClassifierError: if the classifier cannot be used.
        ComparisonError: if two scans were made with different parts.
    """
    from taalscan.cli.output import Terminal  # noqa: PLC0415  # keeps --help fast
    from taalscan.cli.scan import check_writable  # noqa: PLC0415
    from taalscan.scoring.comparison import compare_scans  # noqa: PLC0415

    terminal = Terminal(options.language)
    check_writable(options.out)
    scanner = _scanner(options)
    scans = []
    for path in (options.old, options.new):
        scan = _scan(path, scanner)
        if isinstance(scan, Failure):
            terminal.failure(scan)
        else:
            scans.append(scan)
    if len(scans) < 2:
        return ExitCode.NOTHING_DONE
    comparison = compare_scans(*scans)
    _print(comparison, _write(comparison, options), options.language)
    return ExitCode.OK


def _scanner(options: CompareOptions) -> "Scanner | None":
    """Return what scans documents; None where both files are scans already."""
    from taalscan.comparing import is_scan  # noqa: PLC0415  # keeps --help fast
    from taalscan.scanner import load_scanner  # noqa: PLC0415

    if is_scan(options.old) and is_scan(options.new):
        return None
    # a reference tells where one document stands among others; here two are compared
    return load_scanner(
        options.lexicons, model=options.model, classifier=options.classifier, reference=None
    )


def _scan(path: Path, scanner: "Scanner | None") -> "Scan | Failure":
    from taalscan.comparing import scan_file  # noqa: PLC0415  # keeps --help fast

    try:
        return scan_file(path, scanner)
    except (ReadError, ScanFileError) as error:
        return _failure(path, error)
    except OSError as error:
        return _failure(path, FileAccessError(detail=error.strerror or str(error)))


def _failure(path: Path, error: TaalscanError) -> Failure:
    return Failure(path.name, error.code, tuple(error.values.items()))


def _write(comparison: "Comparison", options: CompareOptions) -> "Sequence[Path]":
    """Write the files, once all of them could be made; return where they are."""
    from taalscan.comparing import comparison_files  # noqa: PLC0415  # keeps --help fast
    from taalscan.reports import write_whole  # noqa: PLC0415

    files = comparison_files(comparison, options.formats, options.language, theme=options.theme)
    paths = []
    for extension, data in files.items():
        path = options.out / f"compare.{extension}"
        write_whole(path, data)
        paths.append(path)
    return paths


def _print(comparison: "Comparison", paths: "Sequence[Path]", language: str) -> None:
    from taalscan.cli.output import plain  # noqa: PLC0415  # keeps --help fast
    from taalscan.messages import catalogue  # noqa: PLC0415
    from taalscan.reports import comparison_text  # noqa: PLC0415

    typer.echo("\n".join(map(plain, comparison_text(comparison, language))))
    for path in paths[:1]:
        typer.echo(catalogue(language).text("cli.report-at", path=plain(str(path))))
