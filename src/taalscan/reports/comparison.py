"""Keep a comparison of two versions as JSON, and sum it up in lines of plain text."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from taalscan.model import Hit, Notice, Scan, Span
from taalscan.model.comparison import (
    COMPARISON_FORMAT,
    AxisChange,
    Comparison,
    Difference,
    FigureChange,
    Swap,
    SwapKind,
    Unit,
)
from taalscan.reports.comparison_words import (
    AxisWords,
    FigureWords,
    axis_words,
    balance_words,
    lead_words,
    notice_words,
)
from taalscan.reports.json_lines import json_lines
from taalscan.reports.voice import Voice, voice

Record = dict[str, object]


def comparison_json(comparison: Comparison, language: str) -> bytes:
    """Return a comparison as JSON in UTF-8 (see docs/json-schema.md, comparison of two versions).

    The same comparison gives the same bytes; numbers are exact.

    Args:
        comparison: what was found.
        language: language of the readable texts inside, `nl` or `en`.
    """
    return json_lines(_record(comparison, voice(language)))


def _record(comparison: Comparison, says: Voice) -> Iterator[tuple[str, object]]:
    old, new, alignment = comparison.old, comparison.new, comparison.alignment
    yield "format", COMPARISON_FORMAT
    yield "kind", "versions"
    yield "taalscan", new.provenance.taalscan
    yield "language", says.language
    yield (
        "provenance",
        {key: value for key, value in asdict(new.provenance).items() if key != "taalscan"},
    )
    yield "old", _document(old)
    yield "new", _document(new)
    yield "warnings", [_warning(own, comparison, says) for own in comparison.notices]
    yield "counts", {kind.value: number for kind, number in alignment.counts.items()}
    yield "axes", {own.axis: _axis(own) for own in comparison.axes}
    balance = comparison.balance
    yield (
        "balance",
        None if balance is None else {"index": balance.index} | _difference(balance.difference),
    )
    yield "units", [_unit(comparison, number) for number in range(len(alignment.units))]
    yield "swaps", [_swap(comparison, swap) for swap in comparison.swaps]
    yield "shifts", [asdict(shift) for shift in comparison.shifts]
    yield "headings", [asdict(change) for change in alignment.headings]
    yield (
        "apart",
        {"old": _ids(old, alignment.old_apart), "new": _ids(new, alignment.new_apart)},
    )


def _document(scan: Scan) -> Record:
    document = scan.document
    return {
        "name": document.source.name,
        "sha256": document.source.sha256,
        "media_type": document.source.media_type,
        "title": document.title,
        "words": scan.words,
        "passages": len(scan.passages),
        "reliability": scan.reliability.value,
    }


def _warning(notice: Notice, comparison: Comparison, says: Voice) -> Record:
    return {
        "code": notice.code,
        "values": dict(notice.values),
        "text": notice_words(notice, comparison, says),
    }


def _axis(own: AxisChange) -> Record:
    return {
        "hits": {"old": own.old_hits, "new": own.new_hits},
        "density": _figure(own.density),
        "weighted_density": _figure(own.weighted_density),
        "share": _figure(own.share),
    }


def _difference(difference: Difference) -> Record:
    return {
        "old": difference.old,
        "new": difference.new,
        "change": asdict(difference.change),
        "direction": difference.direction.value,
    }


def _figure(figure: FigureChange) -> Record:
    effects = figure.effects
    kept = figure.without_swaps
    return _difference(figure.difference) | {
        "effects": {
            "changed": effects.changed,
            "moved": effects.moved,
            "new": effects.new,
            "removed": effects.removed,
        },
        "without_swaps": None if kept is None else asdict(kept),
    }


def _unit(comparison: Comparison, number: int) -> Record:
    unit: Unit = comparison.alignment.units[number]
    return {
        "kind": unit.kind.value,
        "old": [_passage(comparison.old, own) for own in unit.old],
        "new": [_passage(comparison.new, own) for own in unit.new],
        "stretches": [
            {"old": _pair(stretch.old), "new": _pair(stretch.new)} for stretch in unit.stretches
        ],
        "effects": {
            own.axis: {
                "density": own.density.effects.units[number],
                "weighted_density": own.weighted_density.effects.units[number],
                "share": own.share.effects.units[number],
            }
            for own in comparison.axes
        },
    }


def _passage(scan: Scan, number: int) -> Record:
    own = scan.passages[number]
    span = own.passage.span
    return {
        "id": own.passage.id,
        "start": span.start,
        "end": span.end,
        "page": own.passage.page,
        "words": own.words,
        "labels": [score.axis for score in own.axes if score.label],
        "text": span.cut(scan.document.text),
    }


def _swap(comparison: Comparison, swap: Swap) -> Record:
    here, there = comparison.old, comparison.new
    if swap.kind is SwapKind.CAME:
        here, there = there, here
    hit: Hit = swap.hit
    return {
        "unit": swap.unit,
        "kind": swap.kind.value,
        "passage": here.passages[swap.passage].passage.id,
        "axis": hit.axis,
        "entry": hit.entry,
        "start": hit.span.start,
        "end": hit.span.end,
        "text": hit.span.cut(here.document.text),
        "other": {
            "start": swap.other.start,
            "end": swap.other.end,
            "text": swap.other.cut(there.document.text),
        },
        "old": swap.old,
        "new": swap.new,
        "seen": swap.seen,
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _ids(scan: Scan, passages: Sequence[int]) -> list[str]:
    return [scan.passages[own].passage.id for own in passages]


def comparison_text(comparison: Comparison, language: str) -> list[str]:
    """Return a comparison in lines of plain text, for the terminal.

    Args:
        comparison: what was found.
        language: language of the words, `nl` or `en`.
    """
    says = voice(language)
    names = [scan.document.source.name for scan in (comparison.old, comparison.new)]
    lines = [says.say("compare.of", old=names[0], new=names[1])]
    lines.append(lead_words(comparison, says))
    lines += [notice_words(notice, comparison, says) for notice in comparison.notices]
    told = axis_words(comparison, says)
    if told:
        heads = [says.say(f"compare.{name}") for name in ("axis", "old", "new", "difference")]
        lines += ["", says.say("compare.density")]
        lines += _table([*heads, says.say("compare.conclusion")], _rows(told, "density"))
        lines += ["", says.say("compare.share")]
        lines += _table([*heads, says.say("compare.conclusion")], _rows(told, "share"))
    balance = balance_words(comparison, says)
    if balance:
        lines += ["", balance[0]]
    return [*lines, "", says.say("promise")]


def _rows(told: Sequence[AxisWords], figure: str) -> list[list[str]]:
    rows = []
    for own in told:
        words: FigureWords = own.density if figure == "density" else own.share
        change = f"{words.change} ({words.range})"
        rows.append([own.title, words.old, words.new, change, words.conclusion])
        rows += [["", "", "", "", more] for more in (words.note, words.without_swaps) if more]
    return rows


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows under each other: names and conclusions to the left, figures to the right."""
    lines = [heads, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    ends = {0, len(heads) - 1}
    return [
        "  ".join(
            cell.ljust(width) if place in ends else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
