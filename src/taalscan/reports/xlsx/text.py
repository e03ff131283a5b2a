"""Lay out the passages of a scan and the hits in them."""

from collections.abc import Iterator

from taalscan.model import Axis, AxisPassageScore, Hit, PassageScore, Scan
from taalscan.reports.hits import hit_words
from taalscan.reports.voice import Voice
from taalscan.reports.xlsx.sheet import Cell, Column, Sheet


def passages_sheet(scan: Scan, voice: Voice) -> Sheet:
    """Return a row a passage: where it stands, its text, and what was made of it on each axis."""
    columns = [
        Column(voice.say("xlsx.passage"), 9, "0"),
        Column(voice.say("xlsx.page"), 10, "0"),
        Column(voice.say("xlsx.chapter"), 30),
        Column(voice.say("xlsx.text"), 80),
        Column(voice.say("xlsx.words"), 9, "0"),
    ]
    for axis in scan.axes:
        columns += [
            Column(voice.say("xlsx.label", axis=axis.title), 15),
            Column(voice.say("xlsx.strength", axis=axis.title), 15, "0.00"),
            Column(voice.say("xlsx.probability", axis=axis.title), 15, "0.00"),
        ]
    rows = [_passage(scan, n, score, voice) for n, score in enumerate(scan.passages, start=1)]
    return Sheet(voice.say("xlsx.passages"), tuple(columns), tuple(rows))


def _passage(scan: Scan, number: int, score: PassageScore, voice: Voice) -> tuple[Cell, ...]:
    known = {own.axis: own for own in score.axes}
    cells = [cell for axis in scan.axes for cell in _axis(known.get(axis.id), voice)]
    return (
        number,
        score.passage.page,
        score.passage.headings[-1] if score.passage.headings else "",
        # the lines of the layout are no part of what is said
        " ".join(score.passage.span.cut(scan.document.text).split()),
        score.words,
        *cells,
    )


def _axis(own: AxisPassageScore | None, voice: Voice) -> tuple[Cell, Cell, Cell]:
    if own is None:
        return None, None, None
    label = voice.say("xlsx.yes") if own.label else voice.say("xlsx.no")
    return label, own.lexicon, own.combined if own.classifier is not None else None


def hits_sheet(scan: Scan, voice: Voice) -> Sheet:
    """Return a row a hit: the words, whether they count and why, and what may be asked."""
    columns = (
        Column(voice.say("xlsx.hit"), 9, "0"),
        Column(voice.say("xlsx.passage"), 9, "0"),
        Column(voice.say("xlsx.page"), 10, "0"),
        Column(voice.say("xlsx.words-found"), 28),
        Column(voice.say("xlsx.axis"), 16),
        Column(voice.say("xlsx.facet"), 30),
        Column(voice.say("xlsx.entry"), 12),
        Column(voice.say("xlsx.status"), 14),
        Column(voice.say("xlsx.reason"), 44),
        Column(voice.say("xlsx.weight"), 10, "0.00"),
        Column(voice.say("xlsx.factor"), 10, "0.00"),
        Column(voice.say("xlsx.question"), 50),
        Column(voice.say("xlsx.alternatives"), 60),
        Column(voice.say("xlsx.source"), 40),
    )
    return Sheet(voice.say("xlsx.hits-sheet"), columns, tuple(_hits(scan, voice)), fixed=4)


def _hits(scan: Scan, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    axes = {axis.id: axis for axis in scan.axes}
    advice = {entry.id: _advice(scan, entry.id, voice) for entry in scan.entries}
    number = 0
    for place, score in enumerate(scan.passages, start=1):
        for hit in score.hits:
            number += 1
            yield (
                number,
                place,
                score.passage.page,
                hit_words(hit, scan.document.text),
                *_found(hit, axes.get(hit.axis), voice),
                *advice.get(hit.entry, ("", "", "")),
            )


def _found(hit: Hit, axis: Axis | None, voice: Voice) -> tuple[Cell, ...]:
    facets = {facet.id: facet.title for facet in axis.facets} if axis else {}
    return (
        axis.title if axis else hit.axis,
        f"{hit.facet} {facets.get(hit.facet, '')}".strip(),
        hit.entry,
        voice.say(f"status-name-{hit.status.value}"),
        voice.reason(hit.reason) if hit.reason else voice.say(f"status-{hit.status.value}"),
        hit.weight,
        hit.factor,
    )


def _advice(scan: Scan, entry: str, voice: Voice) -> tuple[str, str, str]:
    """Return the question, the alternatives with their conditions, and the source of an entry."""
    note = next(own for own in scan.entries if own.id == entry)
    told = [
        f"{own.text} {voice.say('only-if', condition=own.only_if)}" if own.only_if else own.text
        for own in note.alternatives
    ]
    return note.question, "\n".join(told), note.source
