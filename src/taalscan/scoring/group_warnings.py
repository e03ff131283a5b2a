"""Tell what else than attitude may explain a difference between two groups of documents."""

from collections import Counter
from collections.abc import Iterator

import numpy as np

from taalscan.model import Notice
from taalscan.model.groups import Group, GroupMember

_ALIKE = 0.5
"""Least part of a group that must have a counterpart of the same genre in the other group."""

_LONGER = 2.0
"""Ratio of median lengths from which length is told: half the words widen an interval by 1.4."""

_NAMED = 10
"""Documents in both groups that are named; more would bury the other warnings."""


def group_warnings(first: Group, second: Group) -> tuple[Notice, ...]:
    """Return the warnings; without members in both groups there are none.

    `genre-differs`: the groups consist of other kinds of documents, which probably explain more
    than attitude does (METRICS §6.2). `genre-unknown`: that cannot be told. `length-differs`: the
    documents of one are much longer. `in-both`: documents that stand in both groups.
    """
    if not first.members or not second.members:
        return ()
    found = (_genre(first, second), _length(first, second), _shared(first, second))
    return tuple(notice for notices in found for notice in notices)


def _genre(first: Group, second: Group) -> Iterator[Notice]:
    counts = [_genres(group.members) for group in (first, second)]
    known = [count.total() for count in counts]
    total = len(first.members) + len(second.members)
    if any(2 * n <= len(group.members) for n, group in zip(known, (first, second), strict=True)):
        yield Notice("genre-unknown", (("count", total - sum(known)), ("total", total)))
        return
    # the part of a distribution that two have in common: 1 minus their total variation distance
    alike = sum(min(counts[0][own] / known[0], counts[1][own] / known[1]) for own in counts[0])
    if alike < _ALIKE:
        values: list[tuple[str, str | int]] = []
        for name, count in zip(("first", "second"), counts, strict=True):
            # the most frequent; of equals, the first in the alphabet
            often, title = min((-times, own) for own, times in count.items())
            values += [(name, title), (f"{name}_count", -often), (f"{name}_total", count.total())]
        yield Notice("genre-differs", tuple(values))


def _genres(members: tuple[GroupMember, ...]) -> Counter[str]:
    """Count the titles of the genres that are likely enough."""
    return Counter(own.genre.title for own in members if own.genre and own.genre.id is not None)


def _length(first: Group, second: Group) -> Iterator[Notice]:
    medians = [
        float(np.median([member.words for member in group.members])) for group in (first, second)
    ]
    if max(medians) >= _LONGER * min(medians):
        values = (("first", round(medians[0])), ("second", round(medians[1])))
        yield Notice("length-differs", values)


def _shared(first: Group, second: Group) -> Iterator[Notice]:
    others = {member.sha256 for member in second.members}
    names = sorted(member.name for member in first.members if member.sha256 in others)
    if names:
        told = [*names[:_NAMED], "…"] if len(names) > _NAMED else names
        yield Notice("in-both", (("count", len(names)), ("names", ", ".join(told))))
