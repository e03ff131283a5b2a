"""Measure how far coders who labelled the same passages agree (METRICS §9.1, CODEBOOK §9.6)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations

import krippendorff
import numpy as np
import numpy.typing as npt

from taalscan.errors import LabelsError
from taalscan.labels import LabelledPassage
from taalscan.measures import (
    Agreement,
    AxisAgreement,
    Conclusion,
    Disagreement,
    FacetAgreement,
)
from taalscan.model import Interval

REPLICATIONS = 2000
LEVEL = 0.95
SEED = 1
INTENSITIES = (0, 1, 2)

RELIABLE, TENTATIVE, EXPERIMENTAL, LOWEST_BOUND = 0.80, 0.667, 0.60, 0.60
ENOUGH_PASSAGES, ENOUGH_POSITIVES = 200, 30

Counts = npt.NDArray[np.int_]
"""A row a passage, a column a value: how many coders gave the passage that value."""

Codings = Mapping[str, Sequence[LabelledPassage]]
"""The passages of each coder, by name."""


class Measure(StrEnum):
    """How far apart two values are: just different, or by the values in between."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"


def agreement(codings: Codings, *, seed: int = SEED) -> Agreement:
    """Return how far coders agree; neither their order nor that of their passages matters.

    Args:
        codings: the passages of two or more coders, matched by id; those that a coder has not
            labelled yet do not count.
        seed: of the bootstrap.

    Raises:
        LabelsError: if no passage was labelled twice, or one id has two texts.
    """
    coders = tuple(sorted(codings))
    by_id: dict[str, dict[str, LabelledPassage]] = {}
    for coder in coders:
        for passage in (own for own in codings[coder] if own.labels):
            by_id.setdefault(passage.id, {})[coder] = passage
    units = [by_id[own] for own in sorted(by_id) if len(by_id[own]) > 1]
    _check(units, coders)
    codes = sorted({code for unit in units for own in unit.values() for code in own.labels})
    return Agreement(
        coders=coders,
        passages=len(units),
        axes=tuple(_axis(code, units, codes, seed) for code in codes),
        disagreements=tuple(_disagreements(units)),
    )


Unit = Mapping[str, LabelledPassage]
"""One passage as each of its coders labelled it."""


def _check(units: Sequence[Unit], coders: Sequence[str]) -> None:
    problems = [
        f"{next(iter(unit.values())).id}: the text is not the same in every file"
        for unit in units
        if len({own.text for own in unit.values()}) > 1
    ]
    if not units:
        problems = ["no passage stands in two files"]
    if problems:
        raise LabelsError(file=", ".join(coders), problems="\n".join(problems))


def _axis(code: str, units: Sequence[Unit], codes: Sequence[str], seed: int) -> AxisAgreement:
    rows = [[own.labels[code] for own in unit.values() if code in own.labels] for unit in units]
    degrees = counts(rows, INTENSITIES)
    # 0 against above 0: the two upper columns together
    presence = np.column_stack((degrees[:, 0], degrees[:, 1:].sum(axis=1)))
    nominal = bootstrapped(presence, Measure.NOMINAL, seed)
    positives = int((presence[:, 1] > 0).sum())
    return AxisAgreement(
        axis=code,
        passages=len(presence),
        positives=positives,
        nominal=nominal,
        ordinal=bootstrapped(degrees, Measure.ORDINAL, seed),
        agreed=agreed(presence),
        positive_agreed=positive_agreed(presence),
        conclusion=conclude(nominal),
        enough=len(presence) >= ENOUGH_PASSAGES and positives >= ENOUGH_POSITIVES,
        facets=tuple(_facets(code, units, codes)),
    )


def _facets(code: str, units: Sequence[Unit], codes: Sequence[str]) -> Iterator[FacetAgreement]:
    """Yield the agreement on the facets of an axis."""
    both = [[own for own in unit.values() if own.has(code)] for unit in units]
    both = [given for given in both if len(given) > 1]
    used = {facet for given in both for own in given for facet in own.facets}
    for facet in sorted(own for own in used if _axis_of(own, codes) == code):
        presence = counts([[int(facet in own.facets) for own in given] for given in both], (0, 1))
        positives = int((presence[:, 1] > 0).sum())
        yield FacetAgreement(facet, len(presence), positives, alpha(presence, Measure.NOMINAL))


def _axis_of(facet: str, codes: Iterable[str]) -> str:
    """Return the axis that a facet is named after: M for M1."""
    return max((code for code in codes if facet.startswith(code)), key=len, default="")


def _disagreements(units: Iterable[Unit]) -> Iterator[Disagreement]:
    for unit in units:
        shared = [
            (one.labels[code], other.labels[code])
            for one, other in combinations(unit.values(), 2)
            for code in one.labels.keys() & other.labels.keys()
        ]
        if any(one != other for one, other in shared):
            first = next(iter(unit.values()))
            labels = tuple((coder, dict(own.labels)) for coder, own in unit.items())
            yield Disagreement(first.id, first.text, labels)


def counts(rows: Iterable[Sequence[int]], values: Sequence[int]) -> Counts:
    """Return how many coders gave each passage each value, where at least two coded it.

    Args:
        rows: what coders gave a passage, a row a passage; coders may be missing.
        values: all values that can be given, in their order.
    """
    made = [[row.count(value) for value in values] for row in map(list, rows) if len(row) > 1]
    return np.array(made, dtype=np.int_).reshape(-1, len(values))


def alpha(table: Counts, measure: Measure) -> float | None:
    """Return Krippendorff's alpha: 1 − observed over expected disagreement, at most 1.

    Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; ordinal distances count the
    values in between.

    Args:
        table: how many coders gave each passage each value, two or more coders a passage.
        measure: how far apart values are.

    Returns:
        Alpha; None where fewer than two values were given: without variation there is nothing to
        agree on.
    """
    if (table.sum(axis=0) > 0).sum() < 2:
        return None
    return float(krippendorff.alpha(value_counts=table, level_of_measurement=measure.value))


def bootstrapped(table: Counts, measure: Measure, seed: int) -> Interval | None:
    """Return alpha with its 95 % percentile interval over resampled passages (Efron 1979).

    Passages are drawn with replacement, `REPLICATIONS` times; draws without variation have no
    alpha and are left out. The interval always holds alpha itself.

    Args:
        table: as for `alpha`.
        measure: how far apart values are.
        seed: of the draws.
    """
    value = alpha(table, measure)
    if value is None:
        return None
    generator = np.random.Generator(np.random.PCG64(seed))
    drawn = (
        alpha(table[generator.integers(0, len(table), len(table))], measure)
        for _ in range(REPLICATIONS)
    )
    tail = (1 - LEVEL) / 2
    known = [own for own in drawn if own is not None] or [value]
    low, high = np.quantile(known, [tail, 1 - tail])
    return Interval(value, min(value, float(low)), max(value, float(high)))


def agreed(presence: Counts) -> float | None:
    """Return the share of pairs of judgements of one passage that are alike, in [0, 1].

    Args:
        presence: a row a passage; how many coders gave it 0, and how many more than 0.
    """
    alike = float((presence * (presence - 1) / 2).sum())
    coders = presence.sum(axis=1)
    pairs = float((coders * (coders - 1) / 2).sum())
    return alike / pairs if pairs else None


def positive_agreed(presence: Counts) -> float | None:
    """Return F1 between coders: 2a / (2a + b), over pairs of judgements of one passage.

    In a pairs both gave the axis, in b pairs one of them (Dice 1945; for more than two coders the
    pairs are put together).

    Args:
        presence: a row a passage; how many coders gave it 0, and how many more than 0.
    """
    absent, present = presence[:, 0], presence[:, 1]
    both = float((present * (present - 1) / 2).sum())
    one = float((absent * present).sum())
    return 2 * both / (2 * both + one) if both + one else None


def conclude(nominal: Interval | None) -> Conclusion:
    """Return what nominal alpha allows to be said (METRICS §9.1).

    From .667 it counts only if the lower bound of its interval is .60 or more.
    """
    if nominal is None:
        return Conclusion.UNKNOWN
    if nominal.value < EXPERIMENTAL:
        return Conclusion.UNUSABLE
    if nominal.value < TENTATIVE or nominal.low < LOWEST_BOUND:
        return Conclusion.EXPERIMENTAL
    return Conclusion.RELIABLE if nominal.value >= RELIABLE else Conclusion.TENTATIVE
