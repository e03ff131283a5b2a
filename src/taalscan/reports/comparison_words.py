"""Say the figures of a comparison in words, for the page and for the terminal."""

from dataclasses import dataclass

from taalscan.model import Interval, Notice
from taalscan.model.comparison import (
    Comparison,
    Direction,
    Effects,
    FigureChange,
    UnitKind,
    direction_of,
)
from taalscan.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class FigureWords:
    """One figure of an axis in both versions.

    Attributes:
        certain: whether the difference may be called one.
        without_swaps: the difference without swapped words; empty where nothing was swapped.
    """

    old: str
    new: str
    change: str
    range: str
    conclusion: str
    certain: bool
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

    def range(self, interval: Interval, digits: int = 1) -> str:
        """Return the bounds of a difference."""
        low, high = self.signed(interval.low, digits), self.signed(interval.high, digits)
        return self.voice.say("range", low=low, high=high)


def axis_words(comparison: Comparison, voice: Voice) -> tuple[AxisWords, ...]:
    """Return the figures of each axis in words; none where a version is too short."""
    axes = {axis.id: (number, axis) for number, axis in enumerate(comparison.new.axes)}
    density, share = Scale(voice), Scale(voice, part=True)
    return tuple(
        AxisWords(
            axis=axes[own.axis][0],
            code=axes[own.axis][1].code,
            title=axes[own.axis][1].title,
            density=_figure(own.density, density),
            share=_figure(own.share, share),
            density_effects=_effects(own.density.effects, density),
            share_effects=_effects(own.share.effects, share),
        )
        for own in comparison.axes
    )


def _figure(figure: FigureChange, scale: Scale) -> FigureWords:
    found = figure.difference
    kept = figure.without_swaps
    without = ""
    if kept is not None:
        without = scale.voice.say(
            "compare.without-swaps",
            change=scale.signed(kept.value),
            range=scale.range(kept),
            conclusion=_direction(direction_of(kept), scale.voice),
        )
    return FigureWords(
        old=scale.plain(found.old),
        new=scale.plain(found.new),
        change=scale.signed(found.change.value),
        range=scale.range(found.change),
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
    scale, change = Scale(voice), found.difference.change
    direction = found.difference.direction.value
    told = voice.say(
        "compare.balance",
        above=above,
        below=below,
        old=scale.signed(found.difference.old, 2),
        new=scale.signed(found.difference.new, 2),
        change=scale.signed(change.value, 2),
        range=scale.range(change, 2),
        conclusion=voice.say(f"compare.balance-{direction}", above=above, below=below),
    )
    return told, voice.say("compare.balance-means", above=above, below=below)


def count_words(comparison: Comparison, voice: Voice) -> tuple[str, ...]:
    """Return how many passages became of each kind; those that are in one version, of that one."""
    told = []
    for kind in UnitKind:
        units = [unit for unit in comparison.alignment.units if unit.kind is kind]
        number = sum(len(unit.new or unit.old) for unit in units)
        if number:
            told.append(voice.amount(f"compare.count-{kind.value}", number))
    return tuple(told)


def notice_words(notice: Notice, voice: Voice) -> str:
    """Return a notice of a comparison."""
    return voice.say(f"compare.notice-{notice.code}", **dict(notice.values))
