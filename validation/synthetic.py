"""Make documents of which the truth is known, from passages as a corpus has them.

Each axis of a passage is that of a real passage, its donor: its hits with their weights and its
probability. What is drawn is how many hits the donor has (a mixed Poisson process whose rate
differs between sections and resembles that of the passage before), and which of the passages with
so many hits it is (by the place of its probability, which has a level for the document and
resembles its neighbour too). The truth is what that process expects, given the document's own
levels and those of its sections.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.random import Generator
from scipy.special import expit, logit
from scipy.stats import gamma, norm

from taalscan.model import Axis, Hit, Passage, PassageScore, Reading, Span
from taalscan.scoring import score_passage
from validation.clumping import LAGS, MOST_HITS, Clumping
from validation.table import Floats, Ints, Table, hit_of

LEVELS = 5
"""Levels that sections and documents may have, equally likely."""
ERRORS = np.linspace(-3.5, 3.5, 15)
"""Calibration errors, in standard deviations, for which expectations are kept."""
_SIMULATED = 20_000
"""Passages that the expectations of a level are the mean of."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What documents are made.

    Attributes:
        name: of the setting.
        quantile: share of the corpus with a lower density.
        section: mean passages of a section.
        shortest: passages of the shortest document; `longest` of the longest.
    """

    name: str
    quantile: float
    section: float
    shortest: int = 50
    longest: int = 200


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """What one passage is expected to have on an axis, by level of section and document.

    Attributes:
        amounts: name to (LEVELS, LEVELS) expectations: of hits, weight, label, label_words, q.
        coded: (LEVELS, LEVELS, 15) chance that coders give the axis, by calibration error.
    """

    amounts: dict[str, Floats]
    coded: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Where n passages stand: the document and section of each, counted from 0, and its words."""

    document: Ints
    section: Ints
    words: Ints


class Maker:
    """Make synthetic documents after the passages of a table.

    Attributes:
        words: mean words of a passage.
        clumped: how hits vary, one an axis.
    """

    def __init__(
        self,
        table: Table,
        axes: Sequence[Axis],
        clumped: Sequence[Clumping],
        error: Sequence[float],
    ) -> None:
        self._table = table
        self.words = float(table.words.mean())
        self._axes = axes
        self.clumped = clumped
        self._error = error
        self._short = [_short(own) for own in clumped]
        counts = np.minimum(table.per_passage(), MOST_HITS).astype(np.int64)
        self._donors = [_donors(counts[:, a], table.chance[:, a]) for a in range(len(axes))]

    @cached_property
    def _hits(self) -> dict[tuple[int, int], list[Hit]]:
        found: dict[tuple[int, int], list[Hit]] = {}
        for number, passage in enumerate(self._table.hit_passage):
            axis = int(self._table.entry_axis[self._table.hit_entry[number]])
            one = hit_of(self._table, number, self._axes)
            found.setdefault((int(passage), axis), []).append(one)
        return found

    def levels(self, setting: Setting) -> list[Level]:
        """Return the expectations of a setting, one an axis."""
        return [self._level(setting, axis) for axis in range(len(self._axes))]

    def _level(self, setting: Setting, axis: int) -> Level:
        rng = np.random.default_rng([axis, *setting.name.encode()])
        table, own = self._table, self.clumped[axis]
        weights = table.per_passage(table.hit_factor * table.hit_weight)[:, axis]
        hits = table.per_passage()[:, axis]
        names = ("hits", "weight", "label", "label_words", "q")
        amounts = {name: np.zeros((LEVELS, LEVELS)) for name in names}
        coded = np.zeros((LEVELS, LEVELS, len(ERRORS)))
        words = rng.choice(table.words, _SIMULATED)
        z, e = rng.standard_normal(_SIMULATED), rng.standard_normal(_SIMULATED)
        for section, rate in enumerate(self.rates(setting.quantile, axis)):
            count = rng.poisson(rate * words * mixing(e, self._short[axis][0]))
            for level, shift in enumerate(np.sqrt(own.level) * _even(LEVELS)):
                rows = self._donors_of(axis, count, shift + np.sqrt(1 - own.level) * z)
                label = table.label[rows, axis]
                amounts["hits"][section, level] = hits[rows].mean()
                amounts["weight"][section, level] = weights[rows].mean()
                amounts["label"][section, level] = label.mean()
                amounts["label_words"][section, level] = (label * words).mean()
                amounts["q"][section, level] = table.chance[rows, axis].mean()
                for number, error in enumerate(ERRORS):
                    coded[section, level, number] = self._coded(axis, rows, error).mean()
        return Level(amounts, coded)

    def _coded(self, axis: int, rows: Ints, error: float) -> Floats:
        spread = self._error[axis]
        return off_by(self._table.chance[rows, axis], spread, spread * error)

    def rates(self, quantile: float, axis: int) -> Floats:
        """Return (LEVELS,) the hits per word of each level of section."""
        own = self.clumped[axis]
        return own.rate_at(quantile) * mixing(_even(LEVELS), _long(own))

    def _donors_of(self, axis: int, counts: Ints, scores: Floats) -> Ints:
        """Return donors with so many hits, each the one in that place by its probability."""
        rows = np.zeros(len(counts), dtype=np.int64)
        places = norm.cdf(scores)
        counts = np.minimum(counts, MOST_HITS)
        for count in np.unique(counts):
            own = counts == count
            donors = self._donors[axis][count]
            rows[own] = donors[(places[own] * len(donors)).astype(np.int64)]
        return rows

    def document(self, setting: Setting, levels: Sequence[Level], rng: Generator) -> "Made":
        """Return a document and its truth."""
        layout = self.layout(
            [int(rng.integers(setting.shortest, setting.longest + 1))], setting, rng
        )
        donors: list[Ints] = []
        truth: dict[str, list[float]] = {}
        for axis, level in enumerate(levels):
            section = rng.integers(LEVELS, size=len(layout.words))[layout.section]
            own = rng.integers(LEVELS, size=1)[layout.document]
            rates = self.rates(setting.quantile, axis)[section]
            rows = self.draw(axis, layout, rates, own, rng)
            for name, value in level.amounts.items():
                truth.setdefault(name, []).append(float(value[section, own].mean()))
            error = float(rng.standard_normal())
            coded = level.coded[section, own].mean(axis=0)
            truth.setdefault("coded", []).append(float(np.interp(error, ERRORS, coded)))
            here = rng.random(len(rows)) < self._coded(axis, rows, error)
            truth.setdefault("here", []).append(float(here.mean()))
            donors.append(rows)
        return Made(self._scores(layout, donors), truth)

    def layout(self, sizes: Sequence[int], setting: Setting, rng: Generator) -> Layout:
        """Return documents of so many passages; sections have geometric lengths."""
        document = np.repeat(np.arange(len(sizes)), sizes)
        new = rng.random(len(document)) < 1 / setting.section
        new[1:] |= document[1:] != document[:-1]
        new[0] = False
        return Layout(document, np.cumsum(new), rng.choice(self._table.words, len(document)))

    def draw(self, axis: int, layout: Layout, rates: Floats, level: Ints, rng: Generator) -> Ints:
        """Return the donor of each passage on an axis.

        Args:
            axis: number of the axis.
            layout: where the passages stand.
            rates: (n,) hits per word that each expects, given its section.
            level: (n,) level of the probabilities of its document.
            rng: draws.
        """
        own = self.clumped[axis]
        variance, near = self._short[axis]
        mixed = mixing(autoregressive(layout.section, near, rng), variance)
        count = rng.poisson(rates * layout.words * mixed)
        scores = np.sqrt(own.level) * _even(LEVELS)[level]
        scores = scores + np.sqrt(1 - own.level) * autoregressive(layout.section, own.near, rng)
        return self._donors_of(axis, count, scores)

    def _scores(self, layout: Layout, donors: Sequence[Ints]) -> list[PassageScore]:
        made = []
        for number, (part, size) in enumerate(zip(layout.section, layout.words, strict=True)):
            hits: list[Hit] = []
            readings = []
            for axis, rows in enumerate(donors):
                row = int(rows[number])
                hits += self._hits.get((row, axis), [])
                readings.append(self._reading(row, axis))
            passage = Passage("p", Span(0, 1), (str(part),))
            made.append(score_passage(passage, int(size), hits, self._axes, (readings, ())))
        return made

    def _reading(self, row: int, axis: int) -> Reading:
        table = self._table
        return Reading(
            self._axes[axis].id,
            float(table.plain[row, axis]),
            float(table.chance[row, axis]),
            float(table.thresholds[axis]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A synthetic document.

    Attributes:
        passages: its scored passages.
        truth: expectation a passage, an axis each: of hits, weight, label, label_words, q;
            `coded` is the chance that coders give the axis, `here` the share of these very
            passages that they would give it.
    """

    passages: list[PassageScore]
    truth: dict[str, list[float]]


def _donors(counts: Ints, chance: Floats) -> list[Ints]:
    """Return for each number of hits the passages that have it, by rising probability."""
    found: list[Ints] = []
    for count in range(MOST_HITS + 1):
        rows = np.flatnonzero(counts == count)
        # an axis that no passage has so much of: take the passages with most
        rows = rows if len(rows) else found[-1]
        found.append(rows[np.argsort(chance[rows], kind="stable")])
    return found


def _even(count: int) -> Floats:
    """Return the middles of equally likely parts of the normal distribution."""
    return np.asarray(norm.ppf((np.arange(count) + 0.5) / count))


def mixing(scores: Floats, variance: float) -> Floats:
    """Return a gamma variable with mean 1 and a variance, in the places of normal scores."""
    if variance < 1e-6:
        return np.ones(len(scores))
    # past seven standard deviations the place rounds to 1, where the variable is infinite
    places = norm.cdf(np.clip(scores, -7, 7))
    return np.asarray(gamma.ppf(places, 1 / variance, scale=variance))


def _long(own: Clumping) -> float:
    """Return the variance of g between sections: what passages far apart still share."""
    return max(0.0, own.lagged[LAGS.index(10)]) * own.variance


def _short(own: Clumping) -> tuple[float, float]:
    """Return the variance of g inside a section, and the correlation of neighbours in it."""
    between = 1 + _long(own)
    variance = max(0.0, (1 + own.variance) / between - 1)
    shared = (1 + own.lagged[0] * own.variance) / between - 1
    return variance, score_correlation(variance, shared / variance) if variance else 0.0


def score_correlation(variance: float, wanted: float) -> float:
    """Return how normal scores must correlate so that their gamma variables correlate as wanted.

    Args:
        variance: of the gamma variables.
        wanted: their correlation; what cannot be reached comes as near as .95.
    """
    nodes, weights = np.polynomial.hermite_e.hermegauss(40)
    weights = weights / weights.sum()
    own = mixing(nodes, variance)
    spread = float(weights @ own**2) - float(weights @ own) ** 2
    tried = np.linspace(0, 0.95, 39)
    reached = []
    for near in tried:
        other = mixing(near * nodes[:, None] + np.sqrt(1 - near**2) * nodes, variance) @ weights
        reached.append((float(weights @ (own * other)) - float(weights @ own) ** 2) / spread)
    return float(np.interp(wanted, reached, tried))


def autoregressive(section: Ints, near: float, rng: Generator) -> Floats:
    """Return normal scores of which neighbours in a section correlate."""
    fresh = rng.standard_normal(len(section))
    scores, keep = fresh.copy(), np.sqrt(1 - near**2)
    for number in range(1, len(section)):
        if section[number] == section[number - 1]:
            scores[number] = near * scores[number - 1] + keep * fresh[number]
    return scores


def off_by(chance: Floats, spread: float, error: float | Floats) -> Floats:
    """Return the chance that coders give an axis in a document with a calibration error.

    The log odds shift by `error`, one draw from a normal distribution with standard deviation
    `spread`. They are stretched first, by √(1 + .346·spread²), so that the mean over documents is
    the probability itself: it is calibrated (Zeger, Liang & Albert 1988, Biometrics 44:1049-1060).
    """
    stretched = logit(np.clip(chance, 1e-6, 1 - 1e-6)) * np.sqrt(1 + 0.346 * spread**2)
    return np.asarray(expit(stretched + error))
