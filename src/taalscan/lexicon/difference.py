"""Tell what changed between two versions of a lexicon."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from taalscan.lexicon.values import Entry, Lexicon, Stage


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of an entry that is otherwise now."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that is new, retired, gone, or changed.

    Attributes:
        kind: `added`, `retired`, `removed` or `changed`.
        fields: what changed; empty for an entry that is new or gone.
    """

    kind: str
    entry: str
    form: str
    fields: tuple[FieldChange, ...] = ()


def difference(old: Lexicon, new: Lexicon) -> tuple[EntryChange, ...]:
    """Return the changes, by id of the entry."""
    before = {entry.id: entry for entry in old.entries}
    after = {entry.id: entry for entry in new.entries}
    changes = (_change(before.get(name), after.get(name)) for name in sorted({*before, *after}))
    return tuple(change for change in changes if change is not None)


def _change(old: Entry | None, new: Entry | None) -> EntryChange | None:
    if old is None:
        return None if new is None else EntryChange("added", new.id, new.form)
    if new is None:
        return EntryChange("removed", old.id, old.form)
    changed = tuple(_fields(old, new))
    if not changed:
        return None
    retired = new.stage is Stage.RETIRED and old.stage is not Stage.RETIRED
    return EntryChange("retired" if retired else "changed", new.id, new.form, changed)


def _fields(old: Entry, new: Entry) -> Iterator[FieldChange]:
    for field in fields(Entry):
        one, other = getattr(old, field.name), getattr(new, field.name)
        if one != other:
            yield FieldChange(field.name, str(one), str(other))
