"""Print how far coders agree."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from taalscan.classify.agreement import ENOUGH_PASSAGES, ENOUGH_POSITIVES
from taalscan.cli.output import plain, standard_output
from taalscan.measures import Agreement, AxisAgreement, Disagreement
from taalscan.messages import Catalogue, catalogue
from taalscan.model import Interval

_SHOWN = 70
"""Characters of a passage that are shown; the JSON has all of it."""


def print_agreement(found: Agreement, language: str) -> None:
    """Print a line an axis, what each allows to be said, the facets and the disagreements."""
    words, console = catalogue(language), standard_output()
    coders = ", ".join(plain(coder) for coder in found.coders)
    told = words.text("cli.agreement-of", coders=coders, count=found.passages)
    console.print(told, soft_wrap=True)
    console.print(_axes(found.axes, words))
    for axis in found.axes:
        console.print(_conclusion(axis, words), soft_wrap=True)
    if any(axis.facets for axis in found.axes):
        console.print(_facets(found.axes, words))
    _disagreements(found, words, console)


def _axes(axes: Iterable[AxisAgreement], words: Catalogue) -> Table:
    names = ("passages", "positives", "nominal", "ordinal", "agreed", "positive-agreed")
    table = _table(words, "axis", [f"agreement-{name}" for name in names])
    for axis in axes:
        table.add_row(
            axis.axis,
            str(axis.passages),
            str(axis.positives),
            _interval(axis.nominal, words),
            _interval(axis.ordinal, words),
            _number(axis.agreed, words),
            _number(axis.positive_agreed, words),
        )
    return table


def _facets(axes: Iterable[AxisAgreement], words: Catalogue) -> Table:
    names = ("passages", "positives", "nominal")
    table = _table(words, "facet", [f"agreement-{name}" for name in names])
    for facet in (facet for axis in axes for facet in axis.facets):
        figures = (str(facet.passages), str(facet.positives), _number(facet.alpha, words))
        table.add_row(plain(facet.facet), *figures)
    return table


def _table(words: Catalogue, first: str, numbers: Iterable[str]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(words.text(f"cli.{first}"))
    for name in numbers:
        table.add_column(words.text(f"cli.{name}"), justify="right")
    return table


def _conclusion(axis: AxisAgreement, words: Catalogue) -> str:
    told = f"{axis.axis}: {words.text(f'cli.conclusion-{axis.conclusion.value}')}"
    if axis.enough:
        return told
    asked = {"passages": ENOUGH_PASSAGES, "positives": ENOUGH_POSITIVES}
    return f"{told} {words.text('cli.agreement-few', **asked)}"


def _disagreements(found: Agreement, words: Catalogue, console: Console) -> None:
    count = len(found.disagreements)
    console.print(words.text("cli.disagreements", count=count))
    if not count:
        return
    table = Table(box=None, pad_edge=False)
    table.add_column(words.text("cli.agreement-passage"), overflow="fold")
    for coder in found.coders:
        table.add_column(plain(coder), overflow="fold")
    table.add_column(words.text("cli.agreement-text"), overflow="fold")
    for own in found.disagreements:
        table.add_row(*(Text(plain(cell)) for cell in _cells(own, found.coders)))
    console.print(table)


def _cells(own: Disagreement, coders: Iterable[str]) -> list[str]:
    given = {
        coder: " ".join(f"{code}{value}" for code, value in sorted(labels.items()))
        for coder, labels in own.labels
    }
    text = " ".join(own.text.split())
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
    return [own.id, *(given.get(coder, "–") for coder in coders), shown]


def _interval(interval: Interval | None, words: Catalogue) -> str:
    if interval is None:
        return "–"
    low, high = (_number(bound, words) for bound in (interval.low, interval.high))
    return f"{_number(interval.value, words)} ({low}–{high})"


def _number(value: float | None, words: Catalogue) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}".replace(".", words.text("cli.decimal-sign"))
