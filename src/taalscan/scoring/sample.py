"""Hold the amounts of a document beside those of resampled documents."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from taalscan.model import Interval
from taalscan.scoring.bootstrap import Counts, block_count, resample
from taalscan.scoring.formulas import PER
from taalscan.scoring.interval import amount_interval, nothing_found, share_interval

Key = tuple[str, str]
"""What is counted, and of what: ("hits", "marktgericht")."""

WORDS: Key = ("words", "")
CONTENT: Key = ("content", "")
PASSAGES: Key = ("passages", "")


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Amounts of a document, and the same of resampled documents.

    Attributes:
        totals: the amount of the document, by what is counted.
        drawn: (R,) the same of every replication.
        blocks: blocks in a replication.
    """

    totals: Mapping[Key, float]
    drawn: Mapping[Key, Counts]
    blocks: float

    def density(self, keys: Iterable[Key], per: Key = WORDS) -> Interval:
        """Return an amount per 1,000 words, with its interval; several amounts are added up."""
        total = self.totals[per]
        value, drawn = self.added(keys)
        if value == 0 or not total:
            return nothing_found(PER / max(total, 1.0))
        replications = PER * self.replicated(drawn, per)
        return amount_interval(PER * value / total, replications, self.blocks, PER / total)

    def share(self, value: float, drawn: Counts, per: Key = PASSAGES) -> Interval:
        """Return an amount as a share, with its interval.

        Args:
            value: the amount.
            drawn: (R,) the same of every replication.
            per: what it is a share of.
        """
        total = self.totals[per]
        unit = 1 / self.totals[PASSAGES]
        if value == 0 or not total:
            return nothing_found(unit, most=1.0)
        replications = self.replicated(drawn, per)
        return share_interval(value / total, replications, self.blocks, unit)

    def replicated(self, drawn: Counts, per: Key) -> Counts:
        """Return a ratio in each replication that can have one.

        A replication may draw only passages without words; it says nothing of a density.
        """
        usable = self.drawn[per] > 0
        return drawn[usable] / self.drawn[per][usable]

    def added(self, keys: Iterable[Key]) -> tuple[float, Counts]:
        """Return the sum of amounts, and of their replications."""
        keys = tuple(keys)
        replications = sum((self.drawn[key] for key in keys), np.zeros(len(self.drawn[PASSAGES])))
        return sum(self.totals[key] for key in keys), replications


def draw_sample(
    columns: Mapping[Key, Sequence[float]],
    sections: Sequence[object],
    generator: np.random.Generator,
) -> Sample:
    """Return the amounts of a document and of resampled ones.

    Args:
        columns: what is counted, a number a passage.
        sections: for each passage, what tells its section; blocks do not cross sections.
        generator: draws the resampled documents.
    """
    table = np.array(list(columns.values()), dtype=np.float64).T
    drawn = resample(table, sections, generator)
    return Sample(
        totals={key: float(table[:, number].sum()) for number, key in enumerate(columns)},
        drawn={key: drawn[:, number] for number, key in enumerate(columns)},
        blocks=block_count(sections),
    )
