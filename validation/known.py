"""Test what theory predicts of groups of documents (METRICS §9.4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from taalscan.model import Interval
from taalscan.scoring.ranks import superiority
from validation.association import matched, told
from validation.figures import CODES, Figures
from validation.outoffold import Answers
from validation.passages import PARTIES
from validation.table import Bools, Floats, Ints, Table

CLAIMS = Path(__file__).parent / "known_groups.yaml"
ENOUGH = 20
"""Documents a group that METRICS §9.4 wants."""
LEAST = 3
"""Documents a group below which nothing is computed."""


@dataclass(frozen=True, slots=True)
class Claim:
    """That one group is above another on an axis, or on the balance "B"."""

    claim: str
    axis: str
    first: Mapping[str, Sequence[str]]
    second: Mapping[str, Sequence[str]]


def claims() -> list[Claim]:
    """Return what is predicted."""
    rows: list[dict[str, Any]] = yaml.safe_load(CLAIMS.read_text(encoding="utf-8"))
    return [Claim(**row) for row in rows]


def members(table: Table, group: Mapping[str, Sequence[str]], eligible: Bools) -> Ints:
    """Return the documents of a group."""
    families = yaml.safe_load(PARTIES.read_text(encoding="utf-8"))
    parties = [name for family in group.get("families", ()) for name in families[family]]
    own = np.isin(table.genres, group.get("genres", ())) | np.isin(table.parties, parties)
    return np.flatnonzero(own & eligible)


def claim_rows(table: Table, figures: Figures) -> Iterator[tuple[str, ...]]:
    """Yield a line for each claim and figure: sizes, superiority, and that of matched pairs."""
    for claim in claims():
        eligible = figures.passages >= (50 if claim.axis == "B" else 20)
        first, second = (members(table, own, eligible) for own in (claim.first, claim.second))
        pair = matched(first, second, figures.words)
        for name, values in figure_values(figures, claim.axis):
            yield (
                claim.axis,
                claim.claim,
                name,
                f"{len(first)}, {len(second)}",
                told(_superiority(values, first, second)),
                f"{len(pair[0])}",
                told(_superiority(values, *pair)),
                _judgement(values, first, second),
            )


def figure_values(figures: Figures, axis: str) -> list[tuple[str, Floats]]:
    """Return the figures that a claim on an axis is about, by name."""
    if axis == "B":
        return [("B", figures.balance), ("B of hits", figures.lexical)]
    number = CODES.index(axis)
    return [
        ("density", figures.density[:, number]),
        ("expected share", figures.expected[:, number]),
    ]


def _superiority(values: Floats, first: Ints, second: Ints) -> Interval | None:
    if min(len(first), len(second)) < LEAST:
        return None
    return superiority(values[first], values[second])


def _judgement(values: Floats, first: Ints, second: Ints) -> str:
    if min(len(first), len(second)) < ENOUGH:
        return "too few"
    found = superiority(values[first], values[second])
    return "met" if found.value >= 0.80 else "not met"


def residents_rows(answers: Answers, source: str) -> Iterator[tuple[str, ...]]:
    """Yield whether passages of one source are above all others on R and D.

    The probabilities come from classifiers that saw no passage of the source; only passages that
    were drawn at random count, and documents are drawn for the interval.
    """
    random = answers.random
    own = answers.sources == source
    for axis in "RD":
        number = CODES.index(axis)
        for name, values in (
            ("probability", answers.chance[:, number]),
            ("what coders gave", answers.truth[:, number].astype(np.float64)),
        ):
            first, second = np.flatnonzero(own & random), np.flatnonzero(~own & random)
            found = superiority(values[first], values[second])
            yield axis, name, f"{len(first)}, {len(second)}", told(found)
