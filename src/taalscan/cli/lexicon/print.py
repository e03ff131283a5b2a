"""Print what the lexicon commands found."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from taalscan.cli.output import plain, standard_output
from taalscan.lexicon import Lexicon
from taalscan.lexicon.difference import EntryChange
from taalscan.lexicon.proof import AxisCount, Lapse
from taalscan.messages import catalogue


def _table(*heads: tuple[str, bool]) -> Table:
    """Return an empty table; a head with True belongs to numbers."""
    table = Table(box=None, pad_edge=False)
    for name, is_number in heads:
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    return table


def print_counts(lexicon: Lexicon, counts: Iterable[AxisCount], language: str) -> None:
    """Print how many entries each axis and facet has."""
    words, console = catalogue(language), standard_output()
    console.print(f"{lexicon.name} {lexicon.version}")
    table = _table(
        (words.text("cli.axis"), False),
        *((words.text(f"cli.{name}"), True)
          for name in ("entries", "disputed", "questions", "alternatives")),
        (words.text("cli.facets"), False),
    )  # fmt: skip
    for count in counts:
        facets = "  ".join(f"{facet} {number}" for facet, number in count.facets)
        figures = (count.entries, count.disputed, count.questions, count.alternatives)
        table.add_row(count.axis, *map(str, figures), facets)
    console.print(table)
    helpers = lexicon.helpers
    console.print(
        words.text(
            "cli.helper-counts",
            negators=len(helpers.negators),
            critique=len(helpers.critique),
            speech=len(helpers.speech_verbs),
            legal=len(helpers.legal),
            actors=sum(len(names) for _, names in helpers.actors),
            friends=len(helpers.false_friends),
        )
    )


def print_lapses(lapses: Sequence[Lapse], language: str) -> None:
    """Print each sentence that comes out wrong, or that all is well."""
    words, console = catalogue(language), standard_output()
    if not lapses:
        console.print(words.text("cli.lexicon-fine"))
        return
    for lapse in lapses:
        found = ", ".join(f"{entry} ({status})" for entry, status in lapse.found)
        told = words.text(
            f"cli.lapse-{lapse.code}",
            subject=plain(lapse.subject),
            text=plain(lapse.text),
            found=found or words.text("cli.nothing"),
        )
        console.print(told, soft_wrap=True)
    console.print(words.text("cli.lapses", count=len(lapses)))


def print_entry(fields: Iterable[tuple[str, str]]) -> None:
    """Print the fields of an entry, a line each."""
    table = _table(("", False), ("", False))
    table.show_header = False
    for name, value in fields:
        table.add_row(name, Text(plain(value)))
    standard_output().print(table)


def print_changes(changes: Sequence[EntryChange], language: str) -> None:
    """Print what changed between two versions of a lexicon."""
    words, console = catalogue(language), standard_output()
    for change in changes:
        kind = words.text(f"cli.change-{change.kind}")
        console.print(f"{kind}: {change.entry} {plain(change.form)}", soft_wrap=True)
        for field in change.fields:
            told = f"    {field.field}: {plain(field.old)} → {plain(field.new)}"
            console.print(told, soft_wrap=True)
    console.print(words.text("cli.changes", count=len(changes)))


def print_rows(heads: Sequence[str], rows: Iterable[Sequence[str]], console: Console) -> None:
    """Print a table of texts."""
    table = _table(*((head, False) for head in heads))
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in row))
    console.print(table)
