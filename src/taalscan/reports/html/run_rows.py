"""Say the documents of a run in words: the rows of the table, and the heads above them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from taalscan.model import Axis, BalanceVerdict, DocumentBalance
from taalscan.model.run import Row
from taalscan.reports.html.profile import Told, told
from taalscan.reports.voice import Voice

_UNKNOWN = -1.0
"""Sorts below every density; a balance is at least -1."""
_NO_BALANCE = -2.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures or words; the column of the names stands before all of them.

    Attributes:
        interval: its figures have bounds.
        filter: what the list to choose its words from is called; "" where there is none.
    """

    title: str
    number: bool = True
    interval: bool = False
    filter: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in words; the column sorts on `order`, or on the words where there is no number."""

    told: Told
    order: float | None = None


@dataclass(frozen=True, slots=True)
class RowView:
    """A document in the table.

    Attributes:
        title: "" where it says nothing that the name does not say.
        href: its report, relative to the page; "" without one. `data` is its JSON, likewise.
        cells: one a column.
    """

    name: str
    title: str
    href: str
    data: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """What the table of a run holds, whatever its rows.

    Attributes:
        data: what the column of JSON files is called; "" where no document has one.
        genre: whether a column tells genres.
        balance: whether a column tells balances.
    """

    columns: tuple[Column, ...]
    data: str
    genre: bool
    balance: bool


def table_view(rows: Sequence[Row], axes: Sequence[Axis], voice: Voice) -> TableView:
    """Return the columns that the documents of a run fill."""
    genre = any(row.genre for row in rows)
    balance = any(row.balance for row in rows)
    columns = [
        Column(voice.say("words-head")),
        Column(voice.say("passages-head")),
        Column(voice.say("reliability"), number=False, filter=voice.say("index.choose-figures")),
        *(Column(axis.title, interval=True) for axis in axes),
    ]
    if genre:
        title = voice.say("genre")
        columns.insert(0, Column(title, number=False, filter=voice.say("index.choose-genre")))
    if balance:
        columns.append(Column(voice.say("balance-head"), interval=True))
    data = voice.say("index.data-head") if any(row.data for row in rows) else ""
    return TableView(tuple(columns), data, genre, balance)


def row_views(
    rows: Sequence[Row], axes: Sequence[Axis], table: TableView, voice: Voice, *, up: str = ""
) -> Iterator[RowView]:
    """Yield the documents in words, one by one.

    Args:
        rows: the documents.
        axes: the axes of their figures.
        table: the columns.
        voice: the words.
        up: the way from the page to the folder of the index, "" or "../".
    """
    for row in rows:
        title = row.title or ""
        yield RowView(
            name=row.name,
            title="" if title == row.name else title,
            href=link(row.href, up),
            data=link(row.data, up),
            cells=tuple(_cells(row, axes, table, voice)),
        )


def sample_rows(table: TableView) -> tuple[RowView, RowView]:
    """Return a row in which every part is filled, and one in which none is.

    A browser makes the rows of other documents out of these.
    """
    full, empty = [], []
    for column in table.columns:
        order = 0.0 if column.number else None
        full.append(Cell(Told("·", "·", "·") if column.interval else Told("·"), order))
        empty.append(Cell(Told(), order))
    return RowView("·", "·", "#", "#", tuple(full)), RowView("", "", "", "", tuple(empty))


def link(path: str | None, up: str = "") -> str:
    """Return a path relative to the index as a link; "" without one."""
    # a colon would make the first part of a file name a protocol
    return "" if path is None else up + quote(path, safe="/")


def _cells(row: Row, axes: Sequence[Axis], table: TableView, voice: Voice) -> Iterator[Cell]:
    if table.genre:
        yield Cell(Told(voice.genre(row.genre)))
    yield Cell(Told(voice.count(row.words)), row.words)
    yield Cell(Told(voice.count(row.passages)), row.passages)
    yield Cell(Told(voice.say(f"reliability-short-{row.reliability.value}")))
    densities = {score.axis: score.density for score in row.scores}
    for axis in axes:
        density = densities.get(axis.id)
        yield Cell(told(density, voice.densities), density.value if density else _UNKNOWN)
    if table.balance:
        yield _balance(row.balance, voice)


def _balance(balance: DocumentBalance | None, voice: Voice) -> Cell:
    """Return b; one of which nothing may be said is marked."""
    if balance is None:
        return Cell(Told(), _NO_BALANCE)
    scaled = balance.main.scaled
    found = told(scaled, voice.fractions)
    unsure = balance.verdict is BalanceVerdict.UNSURE
    return Cell(
        Told(found.value, found.bounds, voice.say("doubtful") if unsure else ""), scaled.value
    )
