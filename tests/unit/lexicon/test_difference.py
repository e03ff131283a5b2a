"""What changed between two versions of a lexicon."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from taalscan.lexicon import Entry
from taalscan.lexicon.difference import EntryChange, FieldChange, difference
from taalscan.lexicon.values import Stage
from tests.unit.lexicon.builders import entry, lexicon

OLD = entry("M1-001", "klant")


def _changes(old: list[Entry], new: list[Entry]) -> list[EntryChange]:
    return list(difference(lexicon(*old), lexicon(*new)))


def test_entries_are_added_removed_changed_and_retired() -> None:
    heavier = replace(OLD, weight=0.9)
    gone = replace(OLD, stage=Stage.RETIRED)
    assert _changes([], [OLD]) == [EntryChange("added", "M1-001", "klant")]
    assert _changes([OLD], []) == [EntryChange("removed", "M1-001", "klant")]
    assert _changes([OLD], [heavier]) == [
        EntryChange("changed", "M1-001", "klant", (FieldChange("weight", "0.5", "0.9"),))
    ]
    assert [change.kind for change in _changes([OLD], [gone])] == ["retired"]
    assert _changes([gone], [replace(gone, note="nu")])[0].kind == "changed"


@given(st.sets(st.integers(1, 9)), st.sets(st.integers(1, 9)))
def test_the_way_back_turns_added_into_removed(old: set[int], new: set[int]) -> None:
    before, after = (
        [entry(f"M1-{number:03d}", f"woord{number}") for number in sorted(numbers)]
        for numbers in (old, new)
    )
    forth = {(change.kind, change.entry) for change in _changes(before, after)}
    back = {(change.kind, change.entry) for change in _changes(after, before)}
    turned = {"added": "removed", "removed": "added"}
    assert {(turned[kind], name) for kind, name in forth} == back
