"""Explain what was found: at each passage, and at each entry of the lexicon."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import prod
from operator import attrgetter

from taalscan.model import (
    Alternative,
    Axis,
    Contribution,
    EntryNote,
    Hit,
    PassageScore,
    Scan,
    Span,
    Status,
    Verdict,
)
from taalscan.reports.forms import readable
from taalscan.reports.hits import counted_code, decided_on, hit_words, why_counted
from taalscan.reports.html.frames import FrameView, frame_views
from taalscan.reports.html.marks import Found
from taalscan.reports.reasons import At, ReasonView, about
from taalscan.reports.voice import Voice

_MOVING = 5
"""Words that moved the model, told an axis."""

_PLACES = 30
"""Links to passages that one entry shows; the rest is a number."""


@dataclass(frozen=True, slots=True)
class Chip:
    """The letter of an axis at a passage.

    Attributes:
        kind: `on` where the passage carries the label, `not` where no hit counts, else empty.
    """

    axis: int
    code: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class HitNote:
    """What is told of one hit: how it counts, why, and what it adds.

    Attributes:
        facet: id of the facet; `facet_title` in words.
        status: its code; `status_name` in words, empty for a word that counts.
        settled: whether the author calls the passage deliberate on its axis.
    """

    number: int
    axis: int
    code: str
    axis_title: str
    text: str
    facet: str
    facet_title: str
    status: str
    status_name: str
    why: str
    adds: str
    entry: int
    settled: bool = False


@dataclass(frozen=True, slots=True)
class AxisLine:
    """A sentence about an axis; `late` is what a card keeps for its end."""

    axis: int
    text: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class NoteView:
    """What is told at a passage.

    Attributes:
        quiet: why hits do not count or count in part, and of which axes the classifier sees
            nothing where words stand; shown while the note is folded.
        frames: the axes that the classifier saw without a signal word.
        strengths: what the labels were decided on; `extras` what a classifier saw.
        reasons: why it is deliberately so.
    """

    number: int
    place: str
    chips: tuple[Chip, ...]
    summary: str
    quiet: tuple[str, ...]
    frames: tuple[FrameView, ...]
    strengths: tuple[AxisLine, ...]
    hits: tuple[HitNote, ...]
    extras: tuple[AxisLine, ...]
    reasons: tuple[ReasonView, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of the lexicon that was found; `places` are passage numbers with their pages."""

    number: int
    axis: int
    code: str
    title: str
    facet: str
    form: str
    count: str
    question: str
    alternatives: tuple[Alternative, ...]
    note: str
    source: str
    places: tuple[tuple[int, str], ...]
    more: str


def number_entries(passages: Iterable[Iterable[Found]]) -> dict[str, int]:
    """Return a number, from 1, for each entry that was found, in the order of the text."""
    numbers: dict[str, int] = {}
    for passage in passages:
        for found in passage:
            numbers.setdefault(found.hit.entry, len(numbers) + 1)
    return numbers


def passage_notes(
    scan: Scan,
    passages: Sequence[Sequence[Found]],
    entries: dict[str, int],
    reasons: At,
    voice: Voice,
) -> list[NoteView | None]:
    """Return what is told at each passage; None where there is nothing to tell.

    Args:
        scan: the scan.
        passages: the hits of each passage.
        entries: the numbers of the entries.
        reasons: what marks tell.
        voice: the words of the report.
    """
    facets = {facet.id: facet.title for axis in scan.axes for facet in axis.facets}
    notes: list[NoteView | None] = []
    for score, hits in zip(scan.passages, passages, strict=True):
        why = reasons.get(len(notes), ())
        if not hits and not why and not any(axis.label for axis in score.axes):
            notes.append(None)
            continue
        told = tuple(
            replace(
                _hit(scan, found, hits, (facets, entries), voice),
                settled=bool(about(why, found.axis)),
            )
            for found in hits
        )
        notes.append(
            NoteView(
                number=len(notes) + 1,
                place=place(score, len(notes) + 1, voice),
                chips=_chips(scan.axes, score, hits),
                summary=voice.amount("words-found", len(hits)),
                quiet=(*_quiet(hits, voice), *_alone(scan.axes, score, voice)),
                frames=frame_views(scan.axes, score, voice),
                strengths=_strengths(scan.axes, score, voice),
                hits=told,
                extras=_extras(scan, score, voice),
                reasons=why,
            )
        )
    return notes


def place(score: PassageScore, number: int, voice: Voice) -> str:
    """Return where a passage stands: its number, and its page where there are pages."""
    page = score.passage.page
    if page is None:
        return voice.say("place", number=voice.count(number))
    return voice.say("place-page", number=voice.count(number), page=voice.count(page))


def _chips(axes: Sequence[Axis], score: PassageScore, hits: Sequence[Found]) -> tuple[Chip, ...]:
    labels = {axis.axis for axis in score.axes if axis.label}
    seen = {found.axis for found in hits}
    counting = {found.axis for found in hits if found.hit.factor > 0}
    chips = []
    for number, axis in enumerate(axes):
        if axis.id in labels:
            chips.append(Chip(number, axis.code, axis.title, "on"))
        elif number in counting:
            chips.append(Chip(number, axis.code, axis.title, ""))
        elif number in seen:
            chips.append(Chip(number, f"({axis.code})", axis.title, "not"))
    return tuple(chips)


def _quiet(hits: Sequence[Found], voice: Voice) -> tuple[str, ...]:
    """Return a line for hits that do not count and one for those that count in part: why."""
    absent = _statuses((own.hit for own in hits if own.hit.factor == 0), voice)
    partly = _statuses((own.hit for own in hits if 0 < own.hit.factor < 1), voice)
    lines = [voice.say("quiet-not", why=absent)] if absent else []
    lines += [voice.say("quiet-part", why=partly)] if partly else []
    return tuple(lines)


def _alone(axes: Sequence[Axis], score: PassageScore, voice: Voice) -> tuple[str, ...]:
    """Return a line for each axis whose words stand here while the classifier sees no frame."""
    titles = {axis.id: axis.title for axis in axes}
    return tuple(
        voice.say("quiet-alone", axis=titles[own.axis])
        for own in score.axes
        if own.verdict is Verdict.WORD_ONLY
    )


def _statuses(hits: Iterable[Hit], voice: Voice) -> str:
    """Return the names of the statuses of hits, each once."""
    names = [voice.say(f"status-name-{hit.status.value}") for hit in hits]
    return ", ".join(dict.fromkeys(names))


def _strengths(axes: Sequence[Axis], score: PassageScore, voice: Voice) -> tuple[AxisLine, ...]:
    """Return a line for each axis of which something was found: what its label was decided on."""
    numbers = {axis.id: number for number, axis in enumerate(axes)}
    lines = []
    for own in score.axes:
        if not (own.lexicon > 0 or own.label):
            continue
        number = numbers[own.axis]
        lines.append(AxisLine(number, decided_on(own, axes[number], voice)))
    return tuple(lines)


def _extras(scan: Scan, score: PassageScore, voice: Voice) -> tuple[AxisLine, ...]:
    """Return what a classifier saw: its verdict on each axis, and the words that moved it."""
    numbers = {axis.id: number for number, axis in enumerate(scan.axes)}
    quiet = {Verdict.LEXICON, Verdict.NONE}
    titles = [axis.title for axis in scan.axes]
    seen = [(numbers[own.axis], own) for own in score.axes]
    lines = [
        AxisLine(axis, voice.say(f"verdict-{own.verdict.value}", axis=titles[axis]))
        for axis, own in seen
        if own.verdict not in quiet
    ]
    lines += [
        AxisLine(axis, voice.say("uncertain", axis=titles[axis]))
        for axis, own in seen
        if own.uncertain
    ]
    for name, words in _moving_words(scan, score, voice):
        axis = numbers[name]
        moved = voice.say("contribution", axis=titles[axis], words=words)
        lines.append(AxisLine(axis, moved, late=True))
    return tuple(lines)


def _moving_words(scan: Scan, score: PassageScore, voice: Voice) -> list[tuple[str, str]]:
    """Return for each axis the words that moved the model most, with what each added."""
    return [
        (axis, _moving(scan, own, voice))
        for axis, own in groupby(score.contributions, key=attrgetter("axis"))
    ]


def _moving(scan: Scan, contributions: Iterable[Contribution], voice: Voice) -> str:
    """Return the words that moved the model most, with what each added."""
    words = [own for own in contributions if own.span.start < own.span.end]
    heaviest = sorted(words, key=_amount)[:_MOVING]
    return ", ".join(
        f"‘{own.span.cut(scan.document.text)}’ ({voice.signed(own.amount)})" for own in heaviest
    )


def _amount(contribution: Contribution) -> tuple[float, Span]:
    return -abs(contribution.amount), contribution.span


def _hit(
    scan: Scan,
    found: Found,
    hits: Sequence[Found],
    lookups: tuple[dict[str, str], dict[str, int]],
    voice: Voice,
) -> HitNote:
    facets, entries = lookups
    hit, axis = found.hit, scan.axes[found.axis]
    return HitNote(
        number=found.number,
        axis=found.axis,
        code=counted_code(hit, axis),
        axis_title=axis.title,
        text=hit_words(hit, scan.document.text),
        facet=hit.facet,
        facet_title=facets.get(hit.facet, hit.facet),
        status=hit.status.value,
        status_name=_status_name(hit, voice),
        why=why_counted(hit, voice),
        adds=_adds(found, hits, voice),
        entry=entries[hit.entry],
    )


def _status_name(hit: Hit, voice: Voice) -> str:
    """Return the name of a status; that a word counts is told already."""
    return "" if hit.status is Status.COUNTED else voice.say(f"status-name-{hit.status.value}")


def _adds(found: Found, hits: Sequence[Found], voice: Voice) -> str:
    """Say what the strength of the passage would be without this hit (METRICS §1)."""
    if found.hit.factor == 0:
        return ""
    same = [other for other in hits if other.axis == found.axis]
    whole = 1 - prod(1 - other.hit.weight * other.hit.factor for other in same)
    rest = 1 - prod(1 - o.hit.weight * o.hit.factor for o in same if o.number != found.number)
    return voice.say("adds", whole=voice.decimal(whole, 2), rest=voice.decimal(rest, 2))


def entry_views(
    scan: Scan, passages: Sequence[Sequence[Found]], entries: dict[str, int], voice: Voice
) -> tuple[EntryView, ...]:
    """Return each entry that was found: by axis, then in the order of the text."""
    known = {entry.id: entry for entry in scan.entries}
    found_at: dict[str, list[Found]] = defaultdict(list)
    for passage in passages:
        for found in passage:
            found_at[found.hit.entry].append(found)
    views = [
        _entry(scan, known.get(entry), (entries[entry], found), voice)
        for entry, found in found_at.items()
    ]
    return tuple(sorted(views, key=_entry_order))


def _entry_order(view: EntryView) -> tuple[int, int]:
    return view.axis, view.number


def _entry(
    scan: Scan, note: EntryNote | None, numbered: tuple[int, list[Found]], voice: Voice
) -> EntryView:
    """Return one entry; of one that the scan does not describe only the name is known."""
    number, found = numbered
    axis = scan.axes[found[0].axis]
    facets = {facet.id: facet.title for facet in axis.facets}
    hit = found[0].hit
    numbers = list(dict.fromkeys(one.passage for one in found))
    return EntryView(
        number=number,
        axis=found[0].axis,
        code=axis.code,
        title=axis.title,
        facet=facets.get(hit.facet, hit.facet),
        form=readable(note.form) if note else hit.entry,
        count=voice.amount("times", len(found)),
        question=note.question if note else "",
        alternatives=note.alternatives if note else (),
        note=note.note if note else "",
        source=note.source if note else "",
        places=tuple(
            (index + 1, place(scan.passages[index], index + 1, voice))
            for index in numbers[:_PLACES]
        ),
        more=voice.amount("more-places", len(numbers) - _PLACES) if numbers[_PLACES:] else "",
    )
