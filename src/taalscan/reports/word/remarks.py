"""Say in words what a comment tells: of each finding, and of the document."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from taalscan.model import (
    AxisPassageScore,
    AxisScore,
    EntryNote,
    Hit,
    PassageScore,
    Scan,
    Span,
    Verdict,
)
from taalscan.reports.voice import Voice

_ALTERNATIVES: Final = 2
"""Other wordings that a comment offers at most (LEXICON_PLAN §5)."""

_MOVING: Final = 3
"""Words that moved the model, told at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a comment; the label stands before the text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What a comment says of a stretch of `Document.text`."""

    span: Span
    lines: tuple[Line, ...]


def remarks(scan: Scan, voice: Voice, *, all_hits: bool) -> tuple[Remark, ...]:
    """Return what there is to say of words and passages, in the order of the text.

    Hits on the very same words share a remark. A passage has one if only the classifier sees its
    axis.

    Args:
        scan: the scan.
        voice: the language.
        all_hits: whether hits that do not count have a remark too.
    """
    teller = _Teller(scan, voice)
    found = [
        remark for score in scan.passages for remark in teller.passage(score, all_hits=all_hits)
    ]
    return tuple(sorted(found, key=_in_order))


def _in_order(remark: Remark) -> tuple[int, int]:
    return remark.span.start, -remark.span.end


class _Teller:
    """Tell what is in the passages of one scan."""

    def __init__(self, scan: Scan, voice: Voice) -> None:
        self._text = scan.document.text
        self._voice = voice
        self._axes = {axis.id: axis for axis in scan.axes}
        self._facets = {facet.id: facet.title for axis in scan.axes for facet in axis.facets}
        self._entries: Mapping[str, EntryNote] = {entry.id: entry for entry in scan.entries}

    def passage(self, score: PassageScore, *, all_hits: bool) -> Iterator[Remark]:
        frames = [own for own in score.axes if own.verdict is Verdict.FRAME_ONLY]
        if frames:
            lines = [line for own in frames for line in self._frame(score, own)]
            yield Remark(score.passage.span, (*lines, *self._frame_asks()))
        told = sorted((hit for hit in score.hits if all_hits or hit.factor > 0), key=_by_span)
        for span, hits in groupby(told, key=_span):
            lines = [line for hit in hits for line in self._hit(score, hit)]
            yield Remark(span, tuple(dict.fromkeys(lines)))

    def _frame(self, score: PassageScore, own: AxisPassageScore) -> Iterator[Line]:
        axis = self._axes[own.axis]
        seen = self._voice.say("word.see-frame")
        moving = self._moving(score, own.axis)
        if moving:
            seen = f"{seen} {self._voice.say('word.see-frame-words', words=moving)}"
        yield Line(axis.title, f"{seen} {axis.definition}".rstrip())
        yield from self._sure(score, own.axis)

    def _frame_asks(self) -> Iterator[Line]:
        yield self._line("question", self._voice.say("word.question-frame"))
        yield self._line("leave", self._voice.say("word.leave-frame"))

    def _moving(self, score: PassageScore, axis: str) -> str:
        """Return the words that made the model see an axis, the heaviest first."""
        own = [
            found
            for found in score.contributions
            if found.axis == axis and found.amount > 0 and len(found.span)
        ]
        own.sort(key=lambda found: (-found.amount, found.span))
        words = dict.fromkeys(found.span.cut(self._text) for found in own)
        return ", ".join(f"‘{word}’" for word in list(words)[:_MOVING])

    def _hit(self, score: PassageScore, hit: Hit) -> Iterator[Line]:
        words = " … ".join(part.cut(self._text) for part in hit.parts)
        axis = self._axes[hit.axis].title
        facet = self._facets.get(hit.facet, hit.facet)
        seen = self._voice.say("word.see-hit", words=words, facet=facet)
        if hit.factor < 1:
            seen = f"{seen} {self._why(hit)}"
        yield Line(axis, seen)
        entry = self._entries.get(hit.entry)
        if hit.factor > 0:
            yield from self._sure(score, hit.axis)
            if entry is not None:
                yield from self._entry(entry)
            yield self._line("leave", self._voice.say("word.leave-hit"))
        if entry is not None and entry.note:
            yield self._line("note", entry.note)

    def _entry(self, entry: EntryNote) -> Iterator[Line]:
        if entry.question:
            yield self._line("question", entry.question)
        for other in entry.alternatives[:_ALTERNATIVES]:
            condition = other.only_if.rstrip(".")
            kind = "instead" if condition else "instead-bare"
            said = self._voice.say(f"word.{kind}", text=other.text, condition=condition)
            yield self._line("instead", said)

    def _why(self, hit: Hit) -> str:
        """Say why a hit does not count in full."""
        counts = self._voice.say("counts-part" if hit.factor else "counts-not")
        if hit.reason is None:
            return f"{counts} {self._voice.say(f'status-{hit.status.value}')}"
        reason = self._voice.reason(hit.reason)
        return f"{counts} {reason[:1].upper()}{reason[1:]}{'' if reason.endswith('.') else '.'}"

    def _sure(self, score: PassageScore, axis: str) -> Iterator[Line]:
        """Say how sure it is that the passage carries an axis."""
        for own in score.axes:
            if own.axis != axis:
                continue
            kind = "strength" if own.classifier is None else "probability"
            said = self._voice.say(
                f"word.sure-{kind}-{'on' if own.label else 'off'}",
                axis=self._axes[axis].title,
                strength=self._voice.decimal(own.combined, 2),
                threshold=self._voice.decimal(own.threshold, 2),
            )
            yield self._line("sure", said)

    def _line(self, label: str, text: str) -> Line:
        return Line(self._voice.say(f"word.{label}-label"), text)


def _span(hit: Hit) -> Span:
    return hit.span


def _by_span(hit: Hit) -> tuple[Span, float]:
    return hit.span, -hit.weight * hit.factor


def moved(kind: str, voice: Voice) -> Line:
    """Return what a comment says first that does not stand on the words it is about.

    Args:
        kind: where those words are: `note`, `box`, `margin` or `other`.
        voice: the language.
    """
    return Line(voice.say("word.moved-label"), voice.say(f"word.moved-{kind}"))


def summary(scan: Scan, voice: Voice, *, all_hits: bool) -> tuple[Line, ...]:
    """Return what the comment on the title says of the whole document."""
    titles = {axis.id: axis.title for axis in scan.axes}
    code = f"reliability-{scan.reliability.value}"
    lines = [Line(voice.say("word.summary-label"), voice.say(code))]
    lines += [Line("", _figures(own, titles[own.axis], voice)) for own in scan.scores]
    frames = sum(_is_frame_only(score.axes) for score in scan.passages)
    if frames:
        lines.append(Line("", voice.amount("word.summary-frames", frames)))
    remarked = "summary-remarks-all" if all_hits else "summary-remarks"
    lines.append(Line("", voice.say(f"word.{remarked}")))
    known = f"{voice.say('promise')} {voice.say('word.summary-instead')}"
    lines.append(Line(voice.say("word.summary-promise-label"), known))
    return tuple(lines)


def _is_frame_only(axes: Iterable[AxisPassageScore]) -> bool:
    return any(own.verdict is Verdict.FRAME_ONLY for own in axes)


def _figures(own: AxisScore, axis: str, voice: Voice) -> str:
    hits = voice.amount("words-found", own.hits)
    if own.density is None:
        return voice.say("word.summary-axis", axis=axis, hits=hits)
    density, bounds = voice.densities(own.density)
    return voice.say(
        "word.summary-axis-density", axis=axis, hits=hits, density=density, bounds=bounds
    )
