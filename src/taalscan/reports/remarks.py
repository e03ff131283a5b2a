"""Say what was found as remarks for the writer's own document: where, and what each tells."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from taalscan.model import (
    Axis,
    AxisPassageScore,
    AxisScore,
    Contribution,
    EntryNote,
    Facet,
    Hit,
    PassageScore,
    Scan,
    Span,
    Verdict,
)
from taalscan.reports.deliberate import explained
from taalscan.reports.hits import counted_code, decided_on, hit_words, why_counted
from taalscan.reports.reasons import ReasonView, about, explained_in_words, reasons_at
from taalscan.reports.voice import Voice

_ALTERNATIVES: Final = 2
"""Other wordings that a remark offers; the report has them all (LEXICON_PLAN §5)."""

_MOVING: Final = 3
"""Words that moved the model, in a remark."""


class Weight(StrEnum):
    """What a remark is about: a word that counts wholly, half or not, or a passage without one."""

    WHOLE = "whole"
    HALF = "half"
    NOT = "not"
    FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a remark; the label stands before the text, and either may be empty."""

    label: str
    text: str

    @property
    def lead(self) -> str:
        """The label, with a colon where a text follows."""
        return f"{self.label}:" if self.label and self.text else self.label

    def __str__(self) -> str:
        """Return label and text in one line."""
        return f"{self.lead} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said at words of the document.

    Attributes:
        spans: the words; the whole passage where it is about one.
        axis: position of the axis in the scan.
        level: how many remarks of its kind before it are about some of the same words.
        title: the axis and how it counts, in words.
        own: what is said of these words; `closing` what is said of many, in the same words.
    """

    spans: tuple[Span, ...]
    axis: int
    weight: Weight
    level: int
    title: str
    own: tuple[Line, ...]
    closing: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All that is said, in order."""
        return (*self.own, *self.closing)


@dataclass(frozen=True, slots=True)
class Summary:
    """What is said of the whole document."""

    title: str
    lines: tuple[Line, ...]


def remarks_of(scan: Scan, voice: Voice, *, all_hits: bool = False) -> tuple[Remark, ...]:
    """Return the remarks on a document, in the order of its text.

    Args:
        scan: the scan.
        voice: the language of the remarks.
        all_hits: whether words that do not count have one too.
    """
    teller = _Teller(scan, voice)
    reasons = reasons_at(scan, voice)
    return tuple(
        remark
        for number, passage in enumerate(scan.passages)
        for remark in teller.on_passage(passage, reasons.get(number, ()), all_hits=all_hits)
    )


def summary_of(scan: Scan, remarks: Sequence[Remark], voice: Voice) -> Summary:
    """Return what is said of the whole document: its figures, and what has no remark.

    Args:
        scan: the scan.
        remarks: those on the document.
        voice: the language.
    """
    frames = Counter(remark.axis for remark in remarks if remark.weight is Weight.FRAME)
    numbers = {axis.id: number for number, axis in enumerate(scan.axes)}
    figures = [
        _figures(scan.axes[number], own, frames[number], voice)
        for own in scan.scores
        for number in [numbers[own.axis]]
    ]
    found = any(own.hits for own in scan.scores)
    known = ("promise", "remarks.known" if found else "remarks.nothing", "swap-words")
    lines = [
        Line("", voice.say(f"reliability-{scan.reliability.value}")),
        *figures,
        *(Line("", text) for text in _silent(scan, remarks, voice)),
        *(Line("", voice.say(code)) for code in known),
    ]
    return Summary(voice.say("remarks.title-summary"), tuple(lines))


def _figures(axis: Axis, own: AxisScore, frames: int, voice: Voice) -> Line:
    """Say how much there is of an axis."""
    said = voice.amount("words-found", own.hits)
    if own.density is not None:
        density, bounds = voice.densities(own.density)
        said = voice.say("remarks.density", hits=said, density=density, bounds=bounds)
    if frames:
        said = f"{said}; {voice.amount('remarks.frames', frames)}"
    return Line(voice.say("remarks.axis", code=axis.code, axis=axis.title), f"{said}.")


def _silent(scan: Scan, remarks: Sequence[Remark], voice: Voice) -> Iterator[str]:
    """Say how many words do not count, and how many passages are deliberate."""
    told = sum(remark.weight is Weight.NOT for remark in remarks)
    silent = sum(hit.factor == 0 for passage in scan.passages for hit in passage.hits)
    counts = {"not": told, "hidden": silent - told}
    yield from (voice.amount(f"remarks.{code}", count) for code, count in counts.items() if count)
    if scan.deliberate:
        yield explained_in_words(explained(scan), voice)


class _Teller:
    """Tell what is in the passages of one scan."""

    def __init__(self, scan: Scan, voice: Voice) -> None:
        self._scan = scan
        self._text = scan.document.text
        self._voice = voice
        self._axes = {axis.id: number for number, axis in enumerate(scan.axes)}
        self._facets = {facet.id: facet for axis in scan.axes for facet in axis.facets}
        self._entries = {entry.id: entry for entry in scan.entries}

    def on_passage(
        self, score: PassageScore, reasons: Sequence[ReasonView], *, all_hits: bool
    ) -> Iterator[Remark]:
        """Give the remarks on a passage: on the whole first, then on its words.

        There is one on the whole only where no word of the axis stands that counts: a weak word
        beside what the classifier sees has a remark of its own.
        """
        with_word = {hit.axis for hit in score.hits if hit.factor > 0}
        frames = [
            own
            for own in score.axes
            if own.verdict is Verdict.FRAME_ONLY and own.axis not in with_word
        ]
        for number, own in enumerate(frames):
            yield self._on_frame(score, own, number, self._reasons(reasons, own.axis))
        before: list[Hit] = []
        for hit in score.hits:
            if hit.factor > 0 or all_hits:
                level = sum(_share(hit, other) for other in before)
                yield self._on_word(hit, score, level, self._reasons(reasons, hit.axis))
                before.append(hit)

    def _reasons(self, reasons: Sequence[ReasonView], axis: str) -> tuple[Line, ...]:
        """Return why the author calls a passage deliberate on an axis."""
        label = self._voice.say("deliberate")
        return tuple(
            Line(label, f"{own.reason} {own.by}".rstrip())
            for own in about(reasons, self._axes[axis])
        )

    def _on_frame(
        self, score: PassageScore, own: AxisPassageScore, level: int, reasons: tuple[Line, ...]
    ) -> Remark:
        number = self._axes[own.axis]
        axis, say = self._scan.axes[number], self._voice.say
        lines = [
            f"{axis.definition} {say('frame-means')}".strip(),
            decided_on(own, axis, self._voice),
            self._moved(score, own.axis),
        ]
        asked = (
            Line(say("card-question"), say("remarks.question-frame")),
            Line("", say("remarks.leave-frame")),
        )
        return Remark(
            spans=(score.passage.span,),
            axis=number,
            weight=Weight.FRAME,
            level=level,
            title=say("remarks.title-frame", code=axis.code, axis=axis.title),
            own=(*reasons, *(Line("", text) for text in lines if text)),
            closing=() if reasons else asked,
        )

    def _on_word(
        self, hit: Hit, score: PassageScore, level: int, reasons: tuple[Line, ...]
    ) -> Remark:
        number = self._axes[hit.axis]
        axis, say = self._scan.axes[number], self._voice.say
        weight = {0.0: Weight.NOT, 1.0: Weight.WHOLE}.get(hit.factor, Weight.HALF)
        entry = self._entries.get(hit.entry)
        is_settled = hit.factor == 0 or bool(reasons)
        asked = () if entry is None or is_settled else tuple(self._asked(entry))
        note = () if entry is None or not entry.note else (Line(say("remarks.note"), entry.note),)
        closing = (Line("", say("leave-it")), Line("", say("swap-words")))
        return Remark(
            spans=hit.parts,
            axis=number,
            weight=weight,
            level=level,
            title=say(f"remarks.title-{weight}", code=counted_code(hit, axis), axis=axis.title),
            own=(*reasons, *self._seen(hit, score), *asked, *note),
            # where nothing is asked there is nothing to leave either
            closing=closing if asked else (),
        )

    def _seen(self, hit: Hit, score: PassageScore) -> Iterator[Line]:
        """Give the words, what they are an example of, how they count and how sure that is."""
        facet = self._facets.get(hit.facet, Facet(hit.facet, hit.facet))
        seen = f"{facet.title}. {facet.definition}".strip()
        yield Line(
            "", self._voice.say("remarks.seen", words=hit_words(hit, self._text), facet=seen)
        )
        if hit.reason or hit.factor < 1:
            yield Line("", why_counted(hit, self._voice))
        own = next((own for own in score.axes if own.axis == hit.axis), None)
        if hit.factor > 0 and own is not None:
            axis = self._scan.axes[self._axes[hit.axis]]
            yield Line("", decided_on(own, axis, self._voice))

    def _asked(self, entry: EntryNote) -> Iterator[Line]:
        """Give the question of an entry and the other wordings, each with its condition."""
        say = self._voice.say
        if entry.question:
            yield Line(say("card-question"), entry.question)
        for other in entry.alternatives[:_ALTERNATIVES]:
            only = f" {say('only-if', condition=other.only_if)}" if other.only_if else ""
            yield Line(say("remarks.other"), f"‘{other.text}’{only}")

    def _moved(self, score: PassageScore, axis: str) -> str:
        """Name the words that spoke most for the axis."""
        for_it = [
            own
            for own in score.contributions
            if own.axis == axis and own.amount > 0 and len(own.span)
        ]
        heaviest = sorted(for_it, key=_heaviest)
        words = list(dict.fromkeys(own.span.cut(self._text) for own in heaviest))[:_MOVING]
        if not words:
            return ""
        told = ", ".join(f"‘{word}’" for word in words)
        title = self._scan.axes[self._axes[axis]].title
        return self._voice.say("contribution", axis=title, words=told)


def _share(one: Hit, other: Hit) -> bool:
    return any(own.overlaps(its) for own in one.parts for its in other.parts)


def _heaviest(contribution: Contribution) -> tuple[float, Span]:
    return -contribution.amount, contribution.span
