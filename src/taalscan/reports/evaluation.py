"""Keep what was measured as JSON, and print it as plain text."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from taalscan.measures import Evaluation, GroupEvaluation
from taalscan.model import Axis
from taalscan.reports.measures import (
    AxisWords,
    GroupWords,
    Told,
    axis_words,
    group_words,
    macro_words,
    measured_axes,
    size_words,
)
from taalscan.reports.voice import Voice, voice

FORMAT = 1
"""Number of the JSON format; a change of meaning raises it, a new key does not."""

_UNKNOWN = "–"


def evaluation_json(evaluation: Evaluation) -> bytes:
    """Return an evaluation as JSON in UTF-8 (see docs/evaluation.md).

    The same evaluation gives the same bytes; numbers are exact.
    """
    codes = [axis.code for axis in evaluation.axes]

    def group(own: GroupEvaluation) -> dict[str, object]:
        return {"name": own.name, "n": own.n, "f1": dict(zip(codes, own.f1, strict=True))}

    record = {
        "format": FORMAT,
        "passages": evaluation.passages,
        "documents": evaluation.documents,
        "weighted": evaluation.weighted,
        "macro_f1": asdict(evaluation.macro_f1) if evaluation.macro_f1 else None,
        "axes": [asdict(axis) for axis in evaluation.axes],
        "genres": [group(own) for own in evaluation.genres],
        "sources": [group(own) for own in evaluation.sources],
    }
    return (json.dumps(record, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def evaluation_text(evaluation: Evaluation, language: str, axes: Sequence[Axis] = ()) -> str:
    """Return an evaluation as tables of plain text, for the terminal.

    Args:
        evaluation: what was measured.
        language: language of the words, `nl` or `en`.
        axes: the axes, for their titles; without them the codes stand alone.
    """
    says = voice(language)
    told = axis_words(evaluation, measured_axes(evaluation, axes), says)
    parts = [
        f"{', '.join(size_words(evaluation, says))}\n{macro_words(evaluation, says)}",
        _agreement(told, says),
        _calibration(told, says),
        _groups(says.say("genre"), group_words(evaluation.genres, says), told, says),
        _groups(says.say("source-head"), group_words(evaluation.sources, says), told, says),
        says.say("evaluation-few"),
    ]
    return "\n\n".join(parts) + "\n"


def _agreement(told: Sequence[AxisWords], says: Voice) -> str:
    heads = (
        says.say("axis"),
        says.say("positives"),
        says.say("threshold-head"),
        says.say("precision"),
        says.say("recall"),
        says.say("f1"),
    )
    return _table(
        heads,
        [
            (
                own.title,
                own.positives,
                own.threshold,
                *map(_cell, (own.precision, own.recall, own.f1)),
            )
            for own in told
        ],
    )


def _calibration(told: Sequence[AxisWords], says: Voice) -> str:
    heads = (
        says.say("axis"),
        says.say("ece"),
        says.say("brier"),
        says.say("brier-base"),
        says.say("highlights-head"),
        says.say("highlights-right"),
    )
    return _table(
        heads,
        [
            (
                own.title,
                own.ece,
                own.brier,
                own.brier_base,
                own.highlight_count,
                _cell(own.highlights),
            )
            for own in told
        ],
    )


def _groups(
    title: str, groups: Sequence[GroupWords], told: Sequence[AxisWords], says: Voice
) -> str:
    f1 = says.say("f1")
    heads = [title, says.say("passages-head"), *(f"{f1} {own.code}" for own in told)]
    return _table(heads, [(group.name, group.n, *group.f1) for group in groups])


def _cell(told: Told) -> str:
    value, bounds = told
    return f"{value} ({bounds})" if value else ""


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows under each other: names to the left, figures to the right."""
    lines = [[_plain(cell) or _UNKNOWN for cell in row] for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _plain(text: str) -> str:
    """Return text without control characters: a name must not steer the terminal."""
    return "".join(
        sign if sign.isprintable() or sign == "\N{NO-BREAK SPACE}" else "\N{REPLACEMENT CHARACTER}"
        for sign in text
    )
