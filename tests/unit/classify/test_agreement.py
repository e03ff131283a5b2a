"""Agreement is what published examples say it is, in whatever order it is measured."""

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.classify import agreement as module
from taalscan.classify.agreement import (
    Measure,
    agreed,
    agreement,
    alpha,
    bootstrapped,
    conclude,
    counts,
    positive_agreed,
)
from taalscan.errors import LabelsError
from taalscan.labels import LabelledPassage
from taalscan.measures import Conclusion
from taalscan.model import Interval

# Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, example C: four observers,
# twelve units, values missing (0)
FOUR = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3),
    (0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0),
)
# the same paper, example A: two observers, ten units, two values
TWO = ((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0))
# the same paper, example B: two observers, twelve units, five nominal values
LETTERS = ("aabbdcccedda", "babbbccceddd")


def _units(observers: Sequence[Sequence[int]]) -> list[list[int]]:
    return [[value for value in unit if value] for unit in zip(*observers, strict=True)]


@pytest.mark.parametrize(("measure", "expected"), [("nominal", 0.743), ("ordinal", 0.815)])
def test_four_observers_with_missing_values(measure: str, expected: float) -> None:
    table = counts(_units(FOUR), (1, 2, 3, 4, 5))
    assert len(table) == 11  # the unit that one observer saw cannot be compared
    assert alpha(table, Measure(measure)) == pytest.approx(expected, abs=5e-4)


def test_two_observers_and_two_values() -> None:
    table = counts(zip(*TWO, strict=True), (0, 1))
    assert alpha(table, Measure.NOMINAL) == pytest.approx(0.095, abs=5e-4)
    assert agreed(table) == pytest.approx(0.6)
    assert positive_agreed(table) == pytest.approx(2 / 6)


def test_two_observers_and_five_values() -> None:
    rows = [[ord(one), ord(other)] for one, other in zip(*LETTERS, strict=True)]
    table = counts(rows, [ord(letter) for letter in "abcde"])
    assert alpha(table, Measure.NOMINAL) == pytest.approx(0.692, abs=5e-4)


def test_without_variation_there_is_no_alpha() -> None:
    table = counts([[1, 1], [1, 1]], (0, 1))
    assert alpha(table, Measure.NOMINAL) is None
    assert bootstrapped(table, Measure.NOMINAL, 1) is None
    assert positive_agreed(counts([[0, 0]], (0, 1))) is None
    assert agreed(counts([], (0, 1))) is None


def test_the_interval_is_that_of_a_bootstrap_by_hand() -> None:
    table = counts(zip(*TWO, strict=True), (0, 1))
    interval = bootstrapped(table, Measure.NOMINAL, 7)
    assert interval is not None
    generator = np.random.Generator(np.random.PCG64(7))
    values = []
    for _ in range(2000):
        drawn = table[generator.integers(0, 10, 10)]
        totals = drawn.sum(axis=0)
        if totals.min() == 0:
            continue
        # two values, two coders, nothing missing: 1 − (n − 1) · o01 / (n0 · n1)
        unlike = float((drawn[:, 0] * drawn[:, 1]).sum())
        values.append(1 - 19 * unlike / float(totals[0] * totals[1]))
    assert interval.low == pytest.approx(np.quantile(values, 0.025))
    assert interval.high == pytest.approx(np.quantile(values, 0.975))
    assert interval.low < interval.value < interval.high


@pytest.mark.parametrize(
    ("value", "low", "conclusion"),
    [
        (0.80, 0.70, Conclusion.RELIABLE),
        (0.79, 0.60, Conclusion.TENTATIVE),
        (0.667, 0.60, Conclusion.TENTATIVE),
        (0.666, 0.60, Conclusion.EXPERIMENTAL),
        (0.85, 0.59, Conclusion.EXPERIMENTAL),
        (0.60, 0.10, Conclusion.EXPERIMENTAL),
        (0.599, 0.50, Conclusion.UNUSABLE),
    ],
)
def test_what_may_be_concluded(value: float, low: float, conclusion: Conclusion) -> None:
    assert conclude(Interval(value, low, 1.0)) is conclusion
    assert conclude(None) is Conclusion.UNKNOWN


def _coder(*labels: dict[str, int], facets: Sequence[str] = ()) -> list[LabelledPassage]:
    return [
        LabelledPassage(f"p{number}", f"Zin {number}.", own, facets=tuple(facets))
        for number, own in enumerate(labels)
    ]


def test_axes_are_measured_on_what_was_coded_twice() -> None:
    one = _coder({"M": 2, "R": 0}, {"M": 0, "R": 1}, {"M": 1}, {"M": 0}, {"M": 1})
    other = _coder({"M": 1, "R": 0}, {"M": 0}, {"M": 0}, {"M": 0}, {})
    found = agreement({"b": other, "a": one})
    assert found.coders == ("a", "b")
    assert found.passages == 4
    market, relational = found.axes
    assert (market.axis, market.passages, market.positives) == ("M", 4, 2)
    assert market.agreed == pytest.approx(3 / 4)
    assert market.positive_agreed == pytest.approx(2 / 3)
    assert market.nominal is not None
    assert market.nominal.value == pytest.approx(1 - 7 * 1 / (5 * 3))
    assert not market.enough
    assert (relational.passages, relational.nominal) == (1, None)
    assert relational.conclusion is Conclusion.UNKNOWN
    differing = {own.id: own.labels for own in found.disagreements}
    assert differing == {
        "p0": (("a", {"M": 2, "R": 0}), ("b", {"M": 1, "R": 0})),
        "p2": (("a", {"M": 1}), ("b", {"M": 0})),
    }


def test_facets_are_compared_where_both_gave_the_axis() -> None:
    one = _coder({"M": 1}, {"M": 1}, {"M": 1}, {"M": 0}, facets=["M1", "R2"])
    other = _coder({"M": 2}, {"M": 1}, {"M": 0}, {"M": 1}, facets=["M1"])
    other[1] = replace(other[1], facets=("M2",))
    (market,) = agreement({"a": one, "b": other}).axes
    figures = [(own.facet, own.passages, own.positives) for own in market.facets]
    assert figures == [("M1", 2, 2), ("M2", 2, 1)]
    assert market.facets[0].alpha == pytest.approx(0.0)


def test_enough_is_two_hundred_passages_with_thirty_positives() -> None:
    labels = [{"M": int(number < 30)} for number in range(200)]
    enough = agreement({"a": _coder(*labels), "b": _coder(*labels)}).axes[0]
    fewer = agreement({"a": _coder(*labels[1:]), "b": _coder(*labels)}).axes[0]
    assert (enough.enough, fewer.enough) == (True, False)
    assert enough.nominal == Interval(1.0, 1.0, 1.0)


VALUES = st.lists(st.integers(0, 2), min_size=2, max_size=8)


@settings(deadline=None, max_examples=25)
@given(VALUES, VALUES, VALUES, st.randoms())
def test_neither_the_order_of_files_nor_of_lines_matters(
    one: list[int], two: list[int], three: list[int], shuffler: random.Random
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "REPLICATIONS", 20)
        names = zip("abc", (one, two, three), strict=True)
        files = {name: _coder(*({"M": value} for value in own)) for name, own in names}
        first = agreement(files)
        for passages in files.values():
            shuffler.shuffle(passages)
        assert agreement(dict(reversed(files.items()))) == first


def test_files_that_do_not_fit_each_other_are_refused() -> None:
    one = _coder({"M": 1})
    with pytest.raises(LabelsError, match="no passage stands in two files"):
        agreement({"a": one, "b": [replace(one[0], id="p9")]})
    with pytest.raises(LabelsError, match="p0: the text is not the same"):
        agreement({"a": one, "b": [replace(one[0], text="Anders.")]})
