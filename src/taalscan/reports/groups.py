"""Keep a comparison of two groups as JSON, and sum it up in lines of plain text."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from taalscan.model import Failure, Interval
from taalscan.model.groups import (
    FigureComparison,
    Group,
    GroupComparison,
    GroupFigure,
    GroupMember,
)
from taalscan.reports.group_words import (
    LETTERS,
    figure_words,
    group_counts,
    known,
    size_words,
    warning_words,
)
from taalscan.reports.voice import Voice, voice

FORMAT = 1
"""Number of the JSON format; a change of meaning raises it, a new key does not."""

Record = dict[str, object]


def groups_json(comparison: GroupComparison, language: str) -> bytes:
    """Return a comparison as JSON in UTF-8 (see docs/json-schema.md, comparison of groups).

    The same comparison gives the same bytes; numbers are exact.

    Args:
        comparison: what was found.
        language: language of the readable texts inside, `nl` or `en`.
    """
    says = voice(language)
    index = comparison.index
    groups = zip(LETTERS, (comparison.first, comparison.second), strict=True)
    record = {
        "format": FORMAT,
        "kind": "groups",
        "language": language,
        "provenance": asdict(comparison.provenance) if comparison.provenance else None,
        "axes": [{"id": own.id, "code": own.code, "title": own.title} for own in comparison.axes],
        "balance_index": {"id": index.id, "title": index.title} if index else None,
        "size": comparison.size.value,
        "warnings": [
            {
                "code": notice.code,
                "values": dict(notice.values),
                "text": warning_words(notice, says),
            }
            for notice in comparison.warnings
        ],
        "groups": [_group(letter, group, says) for letter, group in groups],
        "comparisons": [_comparison(own, says) for own in comparison.figures],
    }
    return (json.dumps(record, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def groups_text(comparison: GroupComparison, language: str) -> Iterator[str]:
    """Yield what a comparison found in lines of plain text, for the terminal.

    Args:
        comparison: what was found.
        language: language of the lines, `nl` or `en`.
    """
    says = voice(language)
    for letter, group in zip(LETTERS, (comparison.first, comparison.second), strict=True):
        counts = group_counts(group, says)
        yield says.say("groups.in-group", letter=letter, name=group.name, documents=counts)
    yield size_words(comparison, says)
    yield from (warning_words(notice, says) for notice in comparison.warnings)
    titles = {axis.id: axis.title for axis in comparison.axes}
    if comparison.index:
        titles[""] = comparison.index.title
    for own in comparison.figures:
        title = titles.get(own.axis or "")
        if own.effect and title and own.figure is not GroupFigure.WEIGHTED_DENSITY:
            words = figure_words(own, says)
            name = words.name[:1].lower() + words.name[1:]
            yield f"{title}, {name}: {words.conclusion} {words.chance}"


def _group(letter: str, group: Group, says: Voice) -> Record:
    return {
        "letter": letter,
        "name": group.name,
        "documents": [_member(member) for member in group.members],
        "left_out": [_member(member) for member in group.left_out],
        "copies": [_member(member) for member in group.copies],
        "failures": [_failure(failure, says) for failure in group.failures],
    }


def _member(member: GroupMember) -> Record:
    return {
        "name": member.name,
        "sha256": member.sha256,
        "title": member.title,
        "report": member.href,
        "words": member.words,
        "passages": member.passages,
        "reliability": member.reliability.value,
        "genre": asdict(member.genre) if member.genre else None,
        "balance": member.balance,
        "figures": {
            own.axis: {
                "density": own.density,
                "weighted_density": own.weighted_density,
                "share": own.share,
                "expected_share": own.expected_share,
            }
            for own in member.figures
        },
    }


def _failure(failure: Failure, says: Voice) -> Record:
    return {
        "name": failure.name,
        "code": failure.code,
        "values": dict(failure.values),
        "text": says.failure(failure),
    }


def _comparison(own: FigureComparison, says: Voice) -> Record:
    words = figure_words(own, says)
    effect = own.effect
    return {
        "axis": own.axis,
        "figure": own.figure.value,
        "documents": [len(known(own.first)), len(known(own.second))],
        "medians": [own.first_median, own.second_median],
        "size": own.size.value,
        "shift": _interval(effect.shift if effect else None),
        "auc": _interval(effect.superiority if effect else None),
        "cliffs_delta": _interval(effect.delta if effect else None),
        "p": effect.p if effect else None,
        "q": effect.q if effect else None,
        "conclusion": own.conclusion.value,
        "text": f"{words.conclusion} {words.chance}".strip(),
    }


def _interval(interval: Interval | None) -> Record | None:
    return None if interval is None else asdict(interval)
