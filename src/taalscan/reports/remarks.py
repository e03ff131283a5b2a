"""Say what was found as remarks for the writer's own document: where, and what a note tells."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from taalscan.model import (
    Axis,
    AxisPassageScore,
    Contribution,
    EntryNote,
    Facet,
    Hit,
    PassageScore,
    Scan,
    Span,
    Verdict,
)
from taalscan.reports.voice import Voice

_ALTERNATIVES = 2
"""Other wordings in a note; the report has them all (LEXICON_PLAN §5)."""

_MOVING = 3
"""Words that moved the model, in a note."""


class Weight(StrEnum):
    """What a remark is about: a word that counts wholly, half or not, or a passage without one."""

    WHOLE = "whole"
    HALF = "half"
    NOT = "not"
    FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Remark:
    """A note at words of the document.

    Attributes:
        spans: the words; the whole passage where it is about one.
        axis: position of the axis in the scan.
        level: how many remarks of its kind before it are about some of the same words.
        title: the axis and how it counts, in words; `text` is the note.
    """

    spans: tuple[Span, ...]
    axis: int
    weight: Weight
    level: int
    title: str
    text: str


def remarks_of(scan: Scan, voice: Voice, *, all_hits: bool = False) -> tuple[Remark, ...]:
    """Return the remarks on a document, in the order of its text.

    Args:
        scan: the scan.
        voice: the language of the notes.
        all_hits: whether words that do not count have one too.
    """
    words = _Words(scan, voice)
    return tuple(
        remark for passage in scan.passages for remark in words.on_passage(passage, all_hits)
    )


def summary_of(
    scan: Scan, remarks: Sequence[Remark], voice: Voice, *, unplaced: int = 0
) -> tuple[str, str]:
    """Return title and text of the note about the whole document.

    Args:
        scan: the scan.
        remarks: those that the document shows.
        voice: the language of the note.
        unplaced: remarks whose words have no place in the document.
    """
    weights = Counter(remark.weight for remark in remarks)
    found = Counter(
        (remark.axis, remark.weight is Weight.FRAME)
        for remark in remarks
        if remark.weight is not Weight.NOT
    )
    lines = [voice.say("page-title", name=scan.document.source.name), voice.say("promise"), ""]
    lines += [_axis_line(axis, found, number, voice) for number, axis in enumerate(scan.axes)]
    lines.append("")
    words = weights[Weight.WHOLE] + weights[Weight.HALF]
    lines.append(voice.say("remarks.legend-words" if words else "remarks.nothing"))
    if weights[Weight.HALF]:
        lines.append(voice.say("remarks.legend-half"))
    if weights[Weight.FRAME]:
        lines.append(voice.say("remarks.legend-frames"))
    silent = sum(hit.factor == 0 for passage in scan.passages for hit in passage.hits)
    grey = weights[Weight.NOT]
    counts = {"legend-not": grey, "hidden": silent - grey, "unplaced": unplaced}
    lines += [voice.amount(f"remarks.{code}", count) for code, count in counts.items() if count]
    return voice.say("remarks.title-summary"), "\n".join([*lines, voice.say("swap-words")])


def _axis_line(axis: Axis, found: Counter[tuple[int, bool]], number: int, voice: Voice) -> str:
    return voice.say(
        "remarks.axis-line",
        code=axis.code,
        axis=axis.title,
        pattern=voice.say(f"remarks.pattern-{axis.pattern}"),
        words=voice.amount("remarks.count-words", found[number, False]),
        frames=voice.amount("remarks.count-frames", found[number, True]),
    )


class _Words:
    """What notes say, with the lookups that all of them need."""

    def __init__(self, scan: Scan, voice: Voice) -> None:
        self._scan = scan
        self._voice = voice
        self._axes = {axis.id: number for number, axis in enumerate(scan.axes)}
        self._facets = {facet.id: facet for axis in scan.axes for facet in axis.facets}
        self._entries = {entry.id: entry for entry in scan.entries}

    def on_passage(self, score: PassageScore, all_hits: bool) -> Iterator[Remark]:  # noqa: FBT001
        """Give the remarks on a passage: on the whole first, then on its words.

        There is one on the whole only where no word of the axis stands that counts: a weak word
        beside what the classifier sees has a note of its own.
        """
        with_word = {hit.axis for hit in score.hits if hit.factor > 0}
        frames = [
            own
            for own in score.axes
            if own.verdict is Verdict.FRAME_ONLY and own.axis not in with_word
        ]
        for number, own in enumerate(frames):
            yield self._on_frame(score, own, number)
        before: list[Hit] = []
        for hit in score.hits:
            if hit.factor > 0 or all_hits:
                level = sum(_share(hit, other) for other in before)
                yield self._on_word(hit, score, level)
                before.append(hit)

    def _on_frame(self, score: PassageScore, own: AxisPassageScore, level: int) -> Remark:
        number = self._axes[own.axis]
        axis, say = self._scan.axes[number], self._voice.say
        lines = [
            say("remarks.seen-frame", axis=axis.title),
            self._strength(score, own.axis),
            self._moved(score, own.axis),
            f"{say('question')} {say('remarks.question-frame')}",
            say("remarks.leave"),
        ]
        return Remark(
            spans=(score.passage.span,),
            axis=number,
            weight=Weight.FRAME,
            level=level,
            title=say("remarks.title-frame", code=axis.code, axis=axis.title),
            text="\n".join(line for line in lines if line),
        )

    def _on_word(self, hit: Hit, score: PassageScore, level: int) -> Remark:
        number = self._axes[hit.axis]
        axis = self._scan.axes[number]
        weight = {0.0: Weight.NOT, 1.0: Weight.WHOLE}.get(hit.factor, Weight.HALF)
        kind = "word" if weight is Weight.WHOLE else weight.value
        return Remark(
            spans=hit.parts,
            axis=number,
            weight=weight,
            level=level,
            title=self._voice.say(f"remarks.title-{kind}", code=axis.code, axis=axis.title),
            text="\n".join(line for line in self._told(hit, score) if line),
        )

    def _told(self, hit: Hit, score: PassageScore) -> Iterator[str]:
        """Give the lines of a note, in the order of LEXICON_PLAN §5."""
        say = self._voice.say
        facet = self._facets.get(hit.facet, Facet(hit.facet, hit.facet))
        words = " … ".join(part.cut(self._scan.document.text) for part in hit.parts)
        seen = f"{facet.title}. {facet.definition}" if facet.definition else f"{facet.title}."
        yield say("remarks.seen", words=words, facet=seen)
        yield self._why(hit)
        if hit.factor == 0:
            return
        yield self._strength(score, hit.axis)
        yield from self._asked(self._entries.get(hit.entry))
        yield say("remarks.leave")
        yield say("swap-words")

    def _asked(self, entry: EntryNote | None) -> Iterator[str]:
        """Give the question of an entry and the other wordings, each with its condition."""
        if entry is None:
            return
        say = self._voice.say
        if entry.question:
            yield f"{say('question')} {entry.question}"
        if entry.alternatives:
            yield say("alternatives")
        for other in entry.alternatives[:_ALTERNATIVES]:
            only = f" {say('only-if', condition=other.only_if)}" if other.only_if else ""
            yield f"‘{other.text}’{only}"
        yield entry.note

    def _why(self, hit: Hit) -> str:
        """Say why a hit counts half or not; nothing where it counts."""
        if hit.reason:
            reason = self._voice.reason(hit.reason)
            return f"{reason[:1].upper()}{reason[1:]}{'' if reason.endswith('.') else '.'}"
        return "" if hit.factor == 1 else self._voice.say(f"status-{hit.status.value}")

    def _strength(self, score: PassageScore, axis: str) -> str:
        """Say what the label of the passage was decided on."""
        own = next((own for own in score.axes if own.axis == axis), None)
        if own is None:
            return ""
        kind = "strength" if own.classifier is None else "probability"
        return self._voice.say(
            f"{kind}-label" if own.label else f"{kind}-none",
            axis=self._scan.axes[self._axes[axis]].title,
            strength=self._voice.decimal(own.combined, 2),
            threshold=self._voice.decimal(own.threshold, 2),
        )

    def _moved(self, score: PassageScore, axis: str) -> str:
        """Name the words that spoke most for the axis."""
        for_it = [
            own
            for own in score.contributions
            if own.axis == axis and own.amount > 0 and len(own.span)
        ]
        heaviest = sorted(for_it, key=_heaviest)[:_MOVING]
        words = dict.fromkeys(own.span.cut(self._scan.document.text) for own in heaviest)
        if not words:
            return ""
        return self._voice.say("remarks.moved", words=", ".join(f"‘{word}’" for word in words))


def _share(one: Hit, other: Hit) -> bool:
    return any(own.overlaps(its) for own in one.parts for its in other.parts)


def _heaviest(contribution: Contribution) -> tuple[float, Span]:
    return -contribution.amount, contribution.span
