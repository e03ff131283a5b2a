"""Lay out two versions of a text side by side, unit by unit, with what differs marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from taalscan.model import Axis, Scan, Span
from taalscan.model.comparison import Comparison, Unit
from taalscan.reports.comparison_words import Scale
from taalscan.reports.html.marks import Found, Segment, cut, number_hits
from taalscan.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage; `differs` where the other version has other words."""

    segments: tuple[Segment, ...]
    differs: bool = False


Passage = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """A unit in one version: where it stands, and its passages; none where it is not there."""

    place: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class EffectView:
    """What a unit adds to the difference of the density of an axis."""

    axis: int
    code: str
    title: str
    effect: str


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit; text that both versions share is shown once, with `new` empty.

    Attributes:
        kind: its code; `kind_text` in words.
        heading: the heading that it stands under, where it is another than before.
        places: where it stands, in both versions.
        effects: what it adds to the differences; not what rounds to 0.
    """

    number: int
    kind: str
    kind_text: str
    same: bool
    heading: str
    places: str
    old: SideView
    new: SideView
    effects: tuple[EffectView, ...]


def unit_views(comparison: Comparison, voice: Voice) -> tuple[UnitView, ...]:
    """Return the units in the order of the new text."""
    found = number_hits(comparison.old), number_hits(comparison.new)
    views = []
    last = ""
    for number, unit in enumerate(comparison.alignment.units, start=1):
        heading = _heading(comparison, unit)
        views.append(
            UnitView(
                number=number,
                kind=unit.kind.value,
                kind_text=voice.say(f"compare.kind-{unit.kind.value}"),
                same=unit.kind.same_words,
                heading=heading if heading != last else "",
                places=_places(comparison, unit, voice),
                old=_side(
                    comparison.old,
                    unit.old,
                    found[0],
                    (own.old for own in unit.stretches),
                    voice,
                ),
                new=_side(
                    comparison.new,
                    () if unit.kind.same_words else unit.new,
                    found[1],
                    (own.new for own in unit.stretches),
                    voice,
                ),
                effects=_effects(comparison, number - 1, voice),
            )
        )
        last = heading
    return tuple(views)


def _effects(comparison: Comparison, number: int, voice: Voice) -> tuple[EffectView, ...]:
    scale = Scale(voice)
    axes = {axis.id: (place, axis) for place, axis in enumerate(comparison.new.axes)}
    return tuple(
        EffectView(axes[own.axis][0], axes[own.axis][1].code, axes[own.axis][1].title, told)
        for own in comparison.axes
        for effect in [own.density.effects.units[number]]
        for told in [scale.signed(effect)]
        if round(effect, 1)
    )


def _heading(comparison: Comparison, unit: Unit) -> str:
    scan, passages = (comparison.new, unit.new) if unit.new else (comparison.old, unit.old)
    headings = scan.passages[passages[0]].passage.headings
    return headings[-1] if headings else ""


def _places(comparison: Comparison, unit: Unit, voice: Voice) -> str:
    places = [
        place_of(scan, passages, voice)
        for scan, passages in ((comparison.old, unit.old), (comparison.new, unit.new))
        if passages
    ]
    return " → ".join(dict.fromkeys(places))


def place_of(scan: Scan, passages: Sequence[int], voice: Voice) -> str:
    """Return where passages stand: their numbers, and the page of the first."""
    numbers = ", ".join(
        str(first + 1) if first == last else f"{first + 1}–{last + 1}"
        for first, last in _stretches(passages)
    )
    page = scan.passages[passages[0]].passage.page
    if page is None:
        return voice.say("place", number=numbers)
    return voice.say("place-page", number=numbers, page=page)


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of numbers that follow each other."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return found


def _side(
    scan: Scan,
    passages: Sequence[int],
    found: Sequence[Sequence[Found]],
    differing: Iterable[Span],
    voice: Voice,
) -> SideView:
    spans = list(differing)
    return SideView(
        place=place_of(scan, passages, voice) if passages else "",
        passages=tuple(
            _passage(
                scan.document.text, scan.passages[own].passage.span, spans, (found[own], scan.axes)
            )
            for own in passages
        ),
    )


def _passage(
    text: str, span: Span, differing: Sequence[Span], marks: tuple[Sequence[Found], Sequence[Axis]]
) -> Passage:
    """Return a passage, cut where words that differ begin and end."""
    edges = {span.start, span.end}
    for own in differing:
        edges |= {edge for edge in (own.start, own.end) if span.start < edge < span.end}
    pieces = []
    for start, end in pairwise(sorted(edges)):
        piece = Span(start, end)
        differs = any(own.contains(piece) for own in differing)
        pieces.append(Piece(tuple(cut(text, piece, *marks)), differs))
    return tuple(pieces)


def shortened(text: str, most: int) -> str:
    r"""Return a text on one line, cut at a word where it is longer than `most` characters.

    >>> shortened("Wij kopen de zorg\n\nin.", 12)
    'Wij kopen…'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
