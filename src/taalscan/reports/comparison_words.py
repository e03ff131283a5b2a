"""Say the figures of a comparison in words, for the page and for the terminal."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from taalscan.model import Interval, Notice
from taalscan.model.comparison import (
    AxisChange,
    Comparison,
    Direction,
    Effects,
    FigureChange,
    direction_of,
)
from taalscan.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class FigureWords:
    """One figure of an axis in both versions.

    Attributes:
        old: with, of a density, how many words were found; `new` likewise.
        certain: whether the difference may be called one.
        note: why there may be a difference without a word that went or came; mostly empty.
        without_swaps: the difference without swapped words; empty where nothing was swapped.
    """

    old: str
    new: str
    change: str
    range: str
    conclusion: str
    certain: bool
    note: str = ""
    without_swaps: str = ""


@dataclass(frozen=True, slots=True)
class EffectWords:
    """What changed, moved, new and removed passages add to a difference."""

    changed: str
    moved: str
    new: str
    removed: str
    total: str


@dataclass(frozen=True, slots=True)
class AxisWords:
    """An axis with its figures."""

    axis: int
    code: str
    title: str
    density: FigureWords
    share: FigureWords
    density_effects: EffectWords
    share_effects: EffectWords


@dataclass(frozen=True, slots=True)
class Scale:
    """The way of writing one kind of figure; a part of one is told in percents and points."""

    voice: Voice
    part: bool = False

    def plain(self, number: float) -> str:
        """Return a figure."""
        return self.voice.percent(number) if self.part else self.voice.decimal(number)

    def signed(self, number: float, digits: int = 1) -> str:
        """Return a difference with its sign; what rounds to nothing has none."""
        scaled = round(number * (100 if self.part else 1), digits)
        if scaled == 0:
            return self.voice.decimal(0.0, digits)
        return self.voice.signed(scaled, digits)

    def change(self, interval: Interval, digits: int = 1) -> tuple[str, str]:
        """Return a difference and its bounds; a bound beside 0 is not written as 0.

        It has up to two digits more then, and the others with it.
        """
        most = digits + 2
        while digits < most and self._hides(interval, digits):
            digits += 1
        value, low, high = (
            self.signed(own, digits) for own in (interval.value, interval.low, interval.high)
        )
        return value, self.voice.say("range", low=low, high=high)

    def _hides(self, interval: Interval, digits: int) -> bool:
        scale = 100 if self.part else 1
        return any(
            bound and not round(bound * scale, digits) for bound in (interval.low, interval.high)
        )


def axis_words(comparison: Comparison, voice: Voice) -> tuple[AxisWords, ...]:
    """Return the figures of each axis in words; none where a version is too short."""
    axes = {axis.id: (number, axis) for number, axis in enumerate(comparison.new.axes)}
    density, share = Scale(voice), Scale(voice, part=True)
    return tuple(
        AxisWords(
            axis=axes[own.axis][0],
            code=axes[own.axis][1].code,
            title=axes[own.axis][1].title,
            density=_density(own, density),
            share=_figure(own.share, share),
            density_effects=_effects(own.density.effects, density),
            share_effects=_effects(own.share.effects, share),
        )
        for own in comparison.axes
    )


def _density(own: AxisChange, scale: Scale) -> FigureWords:
    """Return the density of an axis, with how many words were found."""
    voice, found = scale.voice, _figure(own.density, scale)
    direction = own.density.difference.direction
    note = ""
    if own.old_hits == own.new_hits and direction is not Direction.NONE:
        note = voice.say(f"compare.as-many-{direction.value}")
    return replace(
        found,
        old=f"{found.old} ({voice.count(own.old_hits)})",
        new=f"{found.new} ({voice.count(own.new_hits)})",
        conclusion=found.conclusion
        if own.old_hits or own.new_hits
        else voice.say("compare.not-found"),
        note=note,
    )


def _figure(figure: FigureChange, scale: Scale) -> FigureWords:
    found = figure.difference
    kept = figure.without_swaps
    without = ""
    if kept is not None:
        value, bounds = scale.change(kept)
        without = scale.voice.say(
            "compare.without-swaps",
            change=value,
            range=bounds,
            conclusion=_direction(direction_of(kept), scale.voice),
        )
    change, between = scale.change(found.change)
    return FigureWords(
        old=scale.plain(found.old),
        new=scale.plain(found.new),
        change=change,
        range=between,
        conclusion=_direction(found.direction, scale.voice),
        certain=found.direction is not Direction.NONE,
        without_swaps=without,
    )


def _direction(direction: Direction, voice: Voice) -> str:
    return voice.say(f"compare.direction-{direction.value}")


def _effects(effects: Effects, scale: Scale) -> EffectWords:
    return EffectWords(
        changed=scale.signed(effects.changed),
        moved=scale.signed(effects.moved),
        new=scale.signed(effects.new),
        removed=scale.signed(effects.removed),
        total=scale.signed(effects.total),
    )


def balance_words(comparison: Comparison, voice: Voice) -> tuple[str, str] | None:
    """Return the difference of the balance, and what a balance means; None without one."""
    found = comparison.balance
    if found is None:
        return None
    index = next(own for own in comparison.old.balance_indices if own.id == found.index)
    above, below = index.above.title, index.below.title
    scale = Scale(voice)
    change, between = scale.change(found.difference.change, 2)
    direction = found.difference.direction.value
    told = voice.say(
        "compare.balance",
        above=above,
        below=below,
        old=scale.signed(found.difference.old, 2),
        new=scale.signed(found.difference.new, 2),
        change=change,
        range=between,
        conclusion=voice.say(f"compare.balance-{direction}", above=above, below=below),
    )
    return told, voice.say("compare.balance-means", above=above, below=below)


def lead_words(comparison: Comparison, voice: Voice) -> str:
    """Return what changed, in a sentence or two; no more is called the same than is."""
    found = comparison.alignment
    counts = ", ".join(count_words(comparison, voice))
    if not all(unit.kind.same_words for unit in found.units):
        return counts
    if found.same_text and not (found.old_apart or found.new_apart):
        return voice.say("compare.no-change")
    if not counts:
        return voice.say("compare.nothing-compared")
    return f"{voice.say('compare.no-change-running')} {counts}"


def count_words(comparison: Comparison, voice: Voice) -> tuple[str, ...]:
    """Return how many passages became of each kind."""
    return tuple(
        voice.amount(f"compare.count-{kind.value}", number)
        for kind, number in comparison.alignment.counts.items()
        if number
    )


def notice_words(notice: Notice, comparison: Comparison, voice: Voice) -> str:
    """Return a notice of a comparison."""
    told = {
        name: voice.count(value) if isinstance(value, int) else value
        for name, value in notice.values
    }
    if notice.code in {"otherwise-old", "otherwise-new"}:
        told["figures"] = ", ".join(_otherwise(notice, comparison, voice))
    return voice.say(f"compare.notice-{notice.code}", **told)


def _otherwise(notice: Notice, comparison: Comparison, voice: Voice) -> Iterator[str]:
    """Yield the densities that are others in the report of a document by itself."""
    old = notice.code == "otherwise-old"
    scan = comparison.old if old else comparison.new
    titles = {axis.id: axis.title for axis in scan.axes}
    whole = {own.axis: own.density for own in scan.scores}
    names = str(dict(notice.values)["axes"]).split(", ")
    for own in comparison.axes:
        density = whole[own.axis]
        if own.axis in names and density is not None:
            here = own.density.difference.old if old else own.density.difference.new
            yield voice.say(
                "compare.otherwise-figure",
                title=titles[own.axis],
                whole=voice.decimal(density.value),
                here=voice.decimal(here),
            )
