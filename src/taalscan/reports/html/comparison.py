"""Put together all that the page of two compared versions shows."""

from dataclasses import dataclass

from taalscan.model import Axis, Scan, Span
from taalscan.model.comparison import (
    AxisChange,
    Comparison,
    FrameShift,
    HeadingChange,
    Swap,
    SwapKind,
)
from taalscan.reports.comparison_words import (
    AxisWords,
    Scale,
    axis_words,
    balance_words,
    lead_words,
    notice_words,
)
from taalscan.reports.html.versions import UnitView, place_of, shortened, unit_views
from taalscan.reports.voice import Voice

_MOST = 5
"""Units an axis that are named for what they add."""

_QUOTED = 110
"""Characters of a text that is quoted in a list."""


@dataclass(frozen=True, slots=True)
class Part:
    """A unit with what it adds to the difference of an axis."""

    unit: int
    kind: str
    effect: str
    text: str


@dataclass(frozen=True, slots=True)
class AxisView:
    """An axis: its figures, and the units that add most to the difference of its density."""

    words: AxisWords
    definition: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class SwapView:
    """A word that was swapped, or a text that was rewritten, in words."""

    unit: int
    axis: int
    code: str
    title: str
    change: str
    told: str
    place: str


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The page of a comparison; `axes` is empty where there are no figures.

    Attributes:
        swaps: None where nothing can be said, without a classifier.
        languages: of the old and of the new text.
    """

    names: tuple[str, str]
    sizes: tuple[tuple[str, ...], tuple[str, ...]]
    lead: str
    notices: tuple[str, ...]
    axes: tuple[AxisView, ...]
    balance: tuple[str, str] | None
    swaps: tuple[SwapView, ...] | None
    rewritten: tuple[SwapView, ...]
    headings: tuple[str, ...]
    units: tuple[UnitView, ...]
    languages: tuple[str, str]
    versions: tuple[tuple[str, str, str], ...]


def comparison_view(comparison: Comparison, voice: Voice) -> ComparisonView:
    """Return the page of a comparison, in the words of `voice`."""
    old, new = comparison.old, comparison.new
    classified = new.provenance.classifier is not None
    rewritten = [own for own in comparison.shifts if own.rewritten]
    return ComparisonView(
        names=(old.document.source.name, new.document.source.name),
        sizes=(_size(old, voice), _size(new, voice)),
        lead=lead_words(comparison, voice).removesuffix("."),
        notices=tuple(notice_words(notice, comparison, voice) for notice in comparison.notices),
        axes=_axes(comparison, voice),
        balance=balance_words(comparison, voice),
        swaps=_swaps(comparison, voice) if classified else None,
        rewritten=tuple(_shift(comparison, own, voice) for own in rewritten),
        headings=tuple(_heading(own, voice) for own in comparison.alignment.headings),
        units=unit_views(comparison, voice),
        languages=(old.document.language, new.document.language),
        versions=_versions(comparison, voice),
    )


def _size(scan: Scan, voice: Voice) -> tuple[str, ...]:
    return voice.amount("words", scan.words), voice.amount("passages", len(scan.passages))


def _axes(comparison: Comparison, voice: Voice) -> tuple[AxisView, ...]:
    definitions = {axis.id: axis.definition for axis in comparison.new.axes}
    return tuple(
        AxisView(words, definitions[own.axis], _parts(comparison, own, voice))
        for words, own in zip(axis_words(comparison, voice), comparison.axes, strict=True)
    )


def _parts(comparison: Comparison, own: AxisChange, voice: Voice) -> tuple[Part, ...]:
    """Return the units that add most to a difference, the largest first; not what rounds to 0."""
    effects = own.density.effects.units
    scale = Scale(voice)
    told = [(effect, number) for number, effect in enumerate(effects) if round(effect, 1)]
    weighed = [(-abs(effect), number) for effect, number in told]
    parts = []
    for _, number in sorted(weighed)[:_MOST]:
        unit = comparison.alignment.units[number]
        scan, passages = (comparison.new, unit.new) if unit.new else (comparison.old, unit.old)
        text = scan.passages[passages[0]].passage.span.cut(scan.document.text)
        parts.append(
            Part(
                unit=number + 1,
                kind=voice.say(f"compare.kind-{unit.kind.value}"),
                effect=scale.signed(effects[number]),
                text=shortened(text, _QUOTED),
            )
        )
    return tuple(parts)


def _swaps(comparison: Comparison, voice: Voice) -> tuple[SwapView, ...]:
    return tuple(_swap(comparison, swap, voice) for swap in comparison.swaps)


def _swap(comparison: Comparison, swap: Swap, voice: Voice) -> SwapView:
    here, there = comparison.old, comparison.new
    if swap.kind is SwapKind.CAME:
        here, there = there, here
    word = shortened(_stretch(comparison, swap).cut(here.document.text), _QUOTED)
    other = shortened(swap.other.cut(there.document.text), _QUOTED)
    codes = {
        (SwapKind.WENT, True): "compare.swap-went",
        (SwapKind.WENT, False): "compare.swap-struck",
        (SwapKind.CAME, True): "compare.swap-came",
        (SwapKind.CAME, False): "compare.swap-added",
    }
    told = "compare.swap-told" if other else "compare.swap-told-plain"
    if not swap.seen:
        told = "compare.swap-unseen"
    axis = _axis(comparison, swap.hit.axis)
    return SwapView(
        unit=swap.unit + 1,
        axis=axis[0],
        code=axis[1].code,
        title=axis[1].title,
        change=voice.say(codes[swap.kind, bool(other)], word=word, other=other),
        told=voice.say(
            told,
            axis=axis[1].title,
            old=voice.percent(swap.old),
            new=voice.percent(swap.new),
        ),
        place=place_of(here, (swap.passage,), voice),
    )


def _stretch(comparison: Comparison, swap: Swap) -> Span:
    """Return the words that changed together with a swapped one."""
    for stretch in comparison.alignment.units[swap.unit].stretches:
        here, there = stretch.old, stretch.new
        if swap.kind is SwapKind.CAME:
            here, there = there, here
        if there == swap.other and here.overlaps(swap.hit.span):
            return here
    return swap.hit.span


def _shift(comparison: Comparison, shift: FrameShift, voice: Voice) -> SwapView:
    number, axis = _axis(comparison, shift.axis)
    unit = comparison.alignment.units[shift.unit]
    first = comparison.new.passages[unit.new[0]].passage.span
    return SwapView(
        unit=shift.unit + 1,
        axis=number,
        code=axis.code,
        title=axis.title,
        change=shortened(first.cut(comparison.new.document.text), _QUOTED),
        told=voice.say(
            "compare.rewritten-told",
            axis=axis.title,
            old=voice.percent(shift.old),
            new=voice.percent(shift.new),
        ),
        place=place_of(comparison.new, unit.new, voice),
    )


def _axis(comparison: Comparison, name: str) -> tuple[int, Axis]:
    return next(
        (number, axis) for number, axis in enumerate(comparison.new.axes) if axis.id == name
    )


def _heading(change: HeadingChange, voice: Voice) -> str:
    if change.old is None:
        return voice.say("compare.heading-new", new=change.new or "")
    if change.new is None:
        return voice.say("compare.heading-removed", old=change.old)
    return voice.say("compare.heading-changed", old=change.old, new=change.new)


def _versions(comparison: Comparison, voice: Voice) -> tuple[tuple[str, str, str], ...]:
    """Return what was compared with what: part, name with version, digest."""
    made = comparison.new.provenance
    parts = [
        (voice.say("made-taalscan"), made.taalscan, ""),
        (
            voice.say("made-model"),
            f"{made.language_model.name} {made.language_model.version}",
            made.language_model.sha256,
        ),
        *(
            (voice.say("made-lexicon"), f"{own.name} {own.version}", own.sha256)
            for own in made.lexicons
        ),
    ]
    if made.classifier is not None:
        own = made.classifier
        parts.append((voice.say("made-classifier"), f"{own.name} {own.version}", own.sha256))
    for label, scan in (("made-old", comparison.old), ("made-new", comparison.new)):
        source = scan.document.source
        parts.append(
            (voice.say(f"compare.{label}"), f"{source.name} ({source.media_type})", source.sha256)
        )
    return tuple(parts)
