"""List the passages on which lexicon and classifier differ (METRICS §7.2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.model import Axis, AxisPassageScore, PassageScore, Reliability, Scan, Span, Verdict
from taalscan.reports.html.notes import place
from taalscan.reports.html.versions import shortened
from taalscan.reports.voice import Voice

_SHOWN = 10
"""Passages of a kind that are quoted; the rest are links."""

_LINKED = 200
"""Links to further passages of a kind; what is left of them is a number."""

_QUOTED = 220
"""Characters of a passage that are quoted."""

_BEFORE = 80
"""Characters that are quoted before a word that decided."""

_MOVING = 5
"""Words that moved the classifier, told a passage."""

_DIFFERENT = (Verdict.WORD_ONLY, Verdict.FRAME_ONLY)

Judged = tuple[int, AxisPassageScore]
"""A passage, by position, with its scores on an axis."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A passage that only one of the two marks; `why` names the words that decided."""

    passage: int
    place: str
    text: str
    strength: str
    why: str


@dataclass(frozen=True, slots=True)
class DifferingKind:
    """The passages that one of the two marks.

    Attributes:
        shown: those that differ most, the most first.
        rest: numbers of further passages with their places; `more` how many more there are.
    """

    title: str
    shown: tuple[Differing, ...]
    rest: tuple[tuple[int, str], ...]
    more: str


@dataclass(frozen=True, slots=True)
class AxisDisagreement:
    """What lexicon and classifier make of an axis."""

    axis: int
    code: str
    title: str
    rate: str
    kinds: tuple[DifferingKind, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where lexicon and classifier differ: over all axes in one line, then an axis at a time.

    Attributes:
        seen: whether either sees an axis anywhere, so that there are passages to go to.
    """

    rate: str
    seen: bool
    axes: tuple[AxisDisagreement, ...]


def disagreement(scan: Scan, voice: Voice) -> Disagreement | None:
    """Return where lexicon and classifier differ; None without a classifier.

    The amounts are told of every document; as a share only of one that is long enough for figures.
    """
    if scan.provenance.classifier is None:
        return None
    judged = [_judged(scan, axis) for axis in scan.axes]
    whole = _of([own for one in judged for own in one], scan, voice)
    return Disagreement(
        rate=voice.say("differ-whole", of=whole) if whole else voice.say("differ-no-axis"),
        seen=bool(whole),
        axes=tuple(_axis(scan, number, own, voice) for number, own in enumerate(judged)),
    )


def _judged(scan: Scan, axis: Axis) -> list[Judged]:
    """Return the passages in which either sees the axis, with its scores."""
    return [
        (number, own)
        for number, score in enumerate(scan.passages)
        for own in score.axes
        if own.axis == axis.id and own.verdict in {Verdict.AGREED, *_DIFFERENT}
    ]


def _of(judged: Sequence[Judged], scan: Scan, voice: Voice) -> str:
    """Return on how many of the passages they differ; empty without any."""
    if not judged:
        return ""
    number = sum(own.verdict in _DIFFERENT for _, own in judged)
    differ, total = voice.count(number), voice.count(len(judged))
    if scan.reliability is Reliability.HIGHLIGHTS_ONLY:
        return voice.say("differ-of", differ=differ, total=total)
    share = voice.percent(number / len(judged))
    return voice.say("differ-of-share", differ=differ, total=total, share=share)


def _axis(scan: Scan, number: int, judged: Sequence[Judged], voice: Voice) -> AxisDisagreement:
    axis = scan.axes[number]
    of = _of(judged, scan, voice)
    words, frames = (
        [one for one in judged if one[1].verdict is verdict] for verdict in _DIFFERENT
    )
    kinds = [_kind(scan, voice.amount("differ-words-only", len(words)), words, voice)]
    kinds += [_kind(scan, voice.amount("differ-frames-only", len(frames)), frames, voice)]
    return AxisDisagreement(
        axis=number,
        code=axis.code,
        title=axis.title,
        rate=voice.say("differ-axis", of=of) if of else voice.say("differ-nothing"),
        kinds=tuple(kind for kind in kinds if kind.shown),
    )


def _kind(scan: Scan, title: str, found: Sequence[Judged], voice: Voice) -> DifferingKind:
    """Return the passages of one kind, those that differ most first."""
    ranked = sorted(found, key=_widest)
    rest = sorted(number for number, _ in ranked[_SHOWN:])
    return DifferingKind(
        title=title,
        shown=tuple(_differing(scan, number, own, voice) for number, own in ranked[:_SHOWN]),
        rest=tuple(
            (number + 1, place(scan.passages[number], number + 1, voice))
            for number in rest[:_LINKED]
        ),
        more=voice.amount("more-places", len(rest) - _LINKED) if rest[_LINKED:] else "",
    )


def _widest(item: Judged) -> tuple[float, int]:
    number, own = item
    return -abs(own.lexicon - own.combined), number


def _differing(scan: Scan, number: int, own: AxisPassageScore, voice: Voice) -> Differing:
    score = scan.passages[number]
    text = scan.document.text
    deciding = _deciding(score, own)
    words = [" … ".join(part.cut(text) for part in parts) for parts in deciding]
    told = ", ".join(f"‘{word}’" for word in dict.fromkeys(map(_on_one_line, words)))
    return Differing(
        passage=number + 1,
        place=place(score, number + 1, voice),
        text=_quoted(text, score.passage.span, deciding),
        strength=voice.say(
            "differ-strength",
            lexicon=voice.decimal(own.lexicon, 2),
            chance=voice.decimal(own.combined, 2),
            threshold=voice.decimal(own.threshold, 2),
        ),
        why=_why(told, voice, by_words=own.verdict is Verdict.WORD_ONLY),
    )


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _deciding(score: PassageScore, own: AxisPassageScore) -> list[tuple[Span, ...]]:
    """Return the words that the lexicon counted, or those that moved the classifier most."""
    if own.verdict is Verdict.WORD_ONLY:
        return [hit.parts for hit in score.hits if hit.axis == own.axis and hit.factor > 0]
    moved = [one for one in score.contributions if one.axis == own.axis and one.amount > 0]
    words = [(-one.amount, one.span) for one in moved if one.span.start < one.span.end]
    return [(span,) for _, span in sorted(words)[:_MOVING]]


def _quoted(text: str, passage: Span, deciding: Sequence[tuple[Span, ...]]) -> str:
    """Return the part of a passage that holds the first word that decided."""
    start = passage.start
    if deciding and deciding[0][-1].end > passage.start + _QUOTED:
        before = deciding[0][0].start - _BEFORE
        start = max(text.rfind(" ", passage.start, before), passage.start)
    cut = shortened(text[start : passage.end], _QUOTED)
    return cut if start == passage.start else f"… {cut}"


def _why(words: str, voice: Voice, *, by_words: bool) -> str:
    if not words:
        return ""
    return (
        voice.say("differ-words", words=words)
        if by_words
        else voice.say("differ-moved", words=words)
    )
