"""Print for people: progress and problems on standard error, the summary on standard output."""

import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from taalscan.messages import catalogue
from taalscan.model import Axis, AxisScore, Failure

if TYPE_CHECKING:
    from pathlib import Path

    from taalscan.batch import Settings
    from taalscan.reports import Row
    from taalscan.scoring import Bound

_PIPED_WIDTH = 160
"""A summary that goes to a file or another program is not squeezed to the width of a screen."""

# names of documents and folders are not markup: "[/]" or ":smile:" stays what it is
_console = partial(Console, markup=False, emoji=False, highlight=False)


def _places(done: "Sequence[Row]", settings: "Settings") -> "Iterator[tuple[str, Path]]":
    """Give the words for what was made, and where it is."""
    if "html" in settings.formats:
        yield "cli.report-at", settings.out / "index.html"
    if "docx" in settings.formats and any(not _refused(row) - {"pdf"} for row in done):
        yield "cli.documents-at", settings.out
    if "pdf" in settings.formats and any("pdf" not in _refused(row) for row in done):
        yield "cli.pdfs-at", settings.out
    if not settings.formats & {"html", "docx", "pdf"}:
        yield "cli.files-at", settings.out


def _refused(row: "Row") -> set[str]:
    """Return the extensions of the files that a document could not have."""
    return {str(dict(failure.values).get("format")) for failure in row.refused}


class Terminal:
    """The two streams of a command, and the language that is spoken there."""

    def __init__(self, language: str) -> None:
        self._words = catalogue(language)
        self._out = standard_output()
        self._err = _console(file=sys.stderr)

    @contextmanager
    def progress(self, total: int) -> "Iterator[Callable[[object], None]]":
        """Show a bar while documents are scanned; yields what to call after each."""
        bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=self._err,
            transient=True,
            disable=not self._err.is_terminal,
        )
        with bar:
            task = bar.add_task(self._words.text("cli.scanning"), total=total)

            def advance(result: object) -> None:
                bar.advance(task)
                told = [result] if isinstance(result, Failure) else getattr(result, "refused", ())
                for failure in told:
                    self.failure(failure)

            yield advance

    def summary(
        self,
        done: "Sequence[Row]",
        failed: Sequence[Failure],
        axes: Sequence[Axis],
        settings: "Settings",
    ) -> None:
        """Print a line a document, and where the reports are."""
        if done:
            self._out.print(self._table(done, axes))
            self._out.print(self._words.text("cli.density-note"), style="dim")
        counts = {"done": len(done), "failed": len(failed)}
        self._out.print(self._words.text("cli.counts", **counts))
        for key, path in _places(done, settings) if done else ():
            self._out.print(self._words.text(key, path=plain(str(path))), soft_wrap=True)

    def crossed(self, crossed: "Sequence[tuple[Bound, Row]]") -> None:
        """Print which document crossed which bound."""
        for bound, result in crossed:
            self._say("cli.bound-crossed", name=result.name, bound=str(bound))

    def failure(self, failure: Failure) -> None:
        """Print why a document or file could not be used."""
        reason = self._words.error(failure.code, dict(failure.values))
        self._say("cli.failure", name=failure.name, reason=reason)

    def _say(self, key: str, **values: str) -> None:
        told = {name: plain(value) for name, value in values.items()}
        self._err.print(self._words.text(key, **told), soft_wrap=True)

    def _table(self, done: "Sequence[Row]", axes: Sequence[Axis]) -> Table:
        table = Table(box=None, pad_edge=False)
        table.add_column(self._words.text("cli.document"), overflow="fold")
        for key in ("cli.words", "cli.passages"):
            table.add_column(self._words.text(key), justify="right")
        for axis in axes:
            table.add_column(axis.title, justify="right")
        table.add_column(self._words.text("cli.reliability"))
        for result in done:
            table.add_row(
                Text(plain(result.name)),
                str(result.words),
                str(result.passages),
                *(self._density(score) for score in result.scores),
                self._words.text(f"cli.{result.reliability.value}"),
            )
        return table

    def _density(self, score: AxisScore) -> str:
        if score.density is None:
            return "–"
        number = f"{score.density.value:.1f}"
        return number.replace(".", self._words.text("cli.decimal-sign"))


def standard_output() -> Console:
    """Return the stream for results; names of documents are not markup there."""
    width = None if sys.stdout.isatty() else _PIPED_WIDTH
    return _console(file=sys.stdout, width=width)


def plain(text: str) -> str:
    """Return text without control characters: a file name must not steer the terminal."""
    return "".join("�" if unicodedata.category(sign) in {"Cc", "Cs"} else sign for sign in text)
