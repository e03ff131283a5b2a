"""Read the source of an example: YAML with blocks, and light marks inside their text.

A block is a mapping with one key: `h1`, `h2`, `p`, `bullets`, `steps`, `table`, `quote` or `box`.
Inside a text, `[^name]` sets a footnote, `[+words+]` a tracked insertion and `[-words-]` a tracked
deletion.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[1] / "source"

_MARK = re.compile(r"\[\^(?P<note>\w+)\]|\[\+(?P<inserted>.+?)\+\]|\[-(?P<deleted>.+?)-\]")


_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


class Kind(StrEnum):
    """What a run of characters is."""

    TEXT = "text"
    NOTE = "note"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one kind; for a note, its own text."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of column heads."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def is_numeric(self, column: int) -> bool:
        """Tell whether a column holds numbers only."""
        return all(row[column].replace(".", "").isdigit() for row in self.rows)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation set apart, and who said it."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the document; `content` depends on `kind`.

    Attributes:
        kind: `h1`, `h2`, `p`, `box` (content: str), `bullets`, `steps` (content: tuple of str),
            `table` (`Table`) or `quote` (`Quote`).
    """

    kind: str
    content: str | tuple[str, ...] | Table | Quote


@dataclass(frozen=True, slots=True)
class Source:
    """An example document before it has a file format.

    Attributes:
        running: the words of the running header.
        contents: whether a table of contents stands before the text.
        columns_from: heading from which the text runs in two columns, up to the next `h1`.
    """

    title: str
    subtitle: str
    publisher: str
    status: str
    date: datetime.date
    running: str
    blocks: tuple[Block, ...]
    notes: dict[str, str]
    contents: bool = False
    columns_from: str | None = None

    @property
    def written_date(self) -> str:
        """Return the date in Dutch words."""
        return f"{self.date.day} {_MONTHS[self.date.month - 1]} {self.date.year}"

    def runs(self, text: str) -> tuple[Run, ...]:
        """Return the runs of a text with marks."""
        found: list[Run] = []
        end = 0
        for match in _MARK.finditer(text):
            found.append(Run(Kind.TEXT, text[end : match.start()]))
            kind = Kind(str(match.lastgroup))
            words = str(match[kind.value])
            found.append(Run(kind, self.notes[words] if kind is Kind.NOTE else words))
            end = match.end()
        found.append(Run(Kind.TEXT, text[end:]))
        return tuple(run for run in found if run.text)

    def plain(self, text: str) -> str:
        """Return a text as a reader sees it once changes are accepted, without its notes."""
        shown = (Kind.TEXT, Kind.INSERTED)
        return "".join(run.text for run in self.runs(text) if run.kind in shown)

    def texts(self) -> Iterator[str]:
        """Yield the plain text of every heading, paragraph, item, cell and quotation, in order."""
        for block in self.blocks:
            match block.content:
                case Table() as table:
                    yield table.caption
                    yield from (cell for row in (table.head, *table.rows) for cell in row)
                case Quote() as quote:
                    yield from (self.plain(quote.text), quote.by)
                case tuple() as items:
                    yield from map(self.plain, items)
                case text:
                    yield self.plain(text)


def load(name: str) -> Source:
    """Read `examples/source/<name>.yaml`."""
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text.replace("€ ", "€\u00a0"))  # an amount stays on one line
    blocks = tuple(_block(entry) for entry in data.pop("blocks"))
    return Source(blocks=blocks, notes=data.pop("notes", {}), **data)


def _block(entry: dict[str, Any]) -> Block:
    (kind, content), *_ = entry.items()
    match kind:
        case "table":
            rows = tuple(tuple(row) for row in content["rows"])
            return Block(kind, Table(content["caption"], tuple(content["head"]), rows))
        case "quote":
            return Block(kind, Quote(**content))
        case "bullets" | "steps":
            return Block(kind, tuple(content))
        case "h1" | "h2" | "p" | "box":
            return Block(kind, content)
        case _:
            message = f"unknown kind of block: {kind}"
            raise ValueError(message)
