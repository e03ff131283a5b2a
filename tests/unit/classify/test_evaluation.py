"""Figures are those of the definitions, and tell how sure they are."""

from dataclasses import asdict, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss, f1_score, precision_score, recall_score

from taalscan.classify.evaluation import (
    Judged,
    best_threshold,
    evaluate,
    evidence_spans,
    paired_difference,
)
from taalscan.measures import Evaluation
from taalscan.model import Interval, Span
from tests.unit.classify.builders import CODES, TEXT, judged, judged_lists, marked

quick = settings(max_examples=25, deadline=None)


def value(interval: Interval | None) -> float:
    assert interval is not None
    return interval.value


def intervals(evaluation: Evaluation) -> list[Interval]:
    told = [evaluation.macro_f1]
    for axis in evaluation.axes:
        told += [axis.precision, axis.recall, axis.f1, axis.highlights]
    return [interval for interval in told if interval is not None]


# --- by definition ---


def test_a_small_table_counted_by_hand() -> None:
    # M: two right, one too many, one missed; R: one right, one missed
    items = [judged(1, "M", "M"), judged(2, "MR", "MR"), judged(3, "", "M"), judged(4, "MR")]
    found = evaluate(items, CODES, thresholds={"M": 0.4, "R": 0.6})
    m, r = found.axes
    assert (m.code, m.n, m.positives, m.threshold) == ("M", 4, 3, 0.4)
    assert value(m.precision) == pytest.approx(2 / 3)
    assert value(m.recall) == pytest.approx(2 / 3)
    assert value(r.precision) == 1.0
    assert value(r.recall) == 0.5
    assert value(found.macro_f1) == pytest.approx((2 / 3 + 2 / 3) / 2)
    assert (found.passages, found.documents, found.weighted) == (4, 4, False)


@given(items=judged_lists(), weighted=st.booleans())
@quick
def test_figures_are_those_of_another_program(*, items: list[Judged], weighted: bool) -> None:
    found = evaluate(items, CODES, weighted=weighted)
    weights = [1 / (item.chance or 1) for item in items] if weighted else None
    for axis in found.axes:
        truth = [item.passage.has(axis.code) for item in items]
        told = [item.labels[axis.code] for item in items]
        for interval, score in (
            (axis.precision, precision_score),
            (axis.recall, recall_score),
            (axis.f1, f1_score),
        ):
            expected = score(truth, told, sample_weight=weights, zero_division=np.nan)
            assert (np.nan if interval is None else interval.value) == pytest.approx(
                expected, nan_ok=True
            )
        known = [item.probabilities[axis.code] for item in items]
        assert axis.brier == pytest.approx(
            brier_score_loss(truth, known, sample_weight=weights, labels=[False, True])
        )


@given(items=judged_lists())
@quick
def test_every_figure_lies_in_its_interval_and_both_between_0_and_1(items: list[Judged]) -> None:
    found = evaluate(items, CODES)
    for interval in intervals(found):
        assert 0 <= interval.low <= interval.value <= interval.high <= 1
    for axis in found.axes:
        assert 0 <= axis.ece <= 1
        assert 0 <= axis.brier <= 1
        assert 0 <= axis.brier_base <= 0.25
        assert sum(own.n for own in axis.bins) == axis.n


@given(items=judged_lists(), weighted=st.booleans(), data=st.data())
@quick
def test_the_order_of_passages_has_no_influence(
    *, items: list[Judged], weighted: bool, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(items))
    assert evaluate(shuffled, CODES, weighted=weighted) == evaluate(
        items, CODES, weighted=weighted
    )


@given(items=judged_lists())
@quick
def test_saying_everything_twice_changes_no_figure_and_no_interval(items: list[Judged]) -> None:
    again = [
        replace(item, passage=replace(item.passage, id=f"{item.passage.id}b")) for item in items
    ]
    once, twice = evaluate(items, CODES), evaluate([*items, *again], CODES)
    assert [asdict(own) for own in intervals(twice)] == [
        pytest.approx(asdict(own)) for own in intervals(once)
    ]
    for one, two in zip(once.axes, twice.axes, strict=True):
        assert two.ece == pytest.approx(one.ece)
        assert two.brier == pytest.approx(one.brier)


@given(items=judged_lists())
@quick
def test_equal_chances_weigh_like_none(items: list[Judged]) -> None:
    same = [replace(item, chance=0.25) for item in items]
    assert value_list(evaluate(same, CODES, weighted=True)) == pytest.approx(
        value_list(evaluate(items, CODES))
    )


def value_list(evaluation: Evaluation) -> list[float]:
    return [own.value for own in intervals(evaluation)] + [
        figure for axis in evaluation.axes for figure in (axis.brier, axis.ece)
    ]


# --- predictors of which the outcome is known ---


def test_a_perfect_predictor() -> None:
    items = [
        judged(n, truth, truth, {code: float(code in truth) for code in CODES})
        for n, truth in enumerate(("M", "R", "MR", "") * 3)
    ]
    found = evaluate(items, CODES)
    assert found.macro_f1 == Interval(1.0, 1.0, 1.0)
    assert [(axis.ece, axis.brier, axis.brier_base) for axis in found.axes] == [(0, 0, 0.25)] * 2


def test_always_saying_the_prevalence_is_calibrated_and_scores_the_base() -> None:
    items = [judged(n, "M" if n % 4 == 0 else "", "", {"M": 0.25, "R": 0.0}) for n in range(12)]
    m, r = evaluate(items, CODES).axes
    assert m.ece == pytest.approx(0.0)
    assert m.brier == pytest.approx(m.brier_base) == pytest.approx(0.1875)
    assert value(m.f1) == 0.0
    assert m.precision is None  # nothing was given
    assert (r.recall, r.f1, r.brier_base) == (None, None, 0.0)  # nothing was there


def test_where_one_axis_is_not_known_there_is_no_mean() -> None:
    assert evaluate([judged(1, "M", "M"), judged(2, "M")], CODES).macro_f1 is None


def test_one_document_cannot_tell_how_sure_a_figure_is() -> None:
    items = [judged(n, "MR", "MR" if n else "M", document="een") for n in range(3)]
    assert evaluate(items, CODES).axes[1].recall == Interval(2 / 3, 0.0, 1.0)


def test_passages_of_one_document_stay_together() -> None:
    def found(documents: int) -> Interval | None:
        items = [
            judged(
                n,
                "MR",
                "MR" if n % documents < documents / 2 else "",
                document=f"d{n % documents}",
            )
            for n in range(40)
        ]
        return evaluate(items, CODES).axes[0].recall

    few, many = found(4), found(40)
    assert few is not None
    assert many is not None
    assert few.value == many.value == 0.5
    assert few.high - few.low > 2 * (many.high - many.low)


def test_the_interval_of_a_share_is_as_wide_as_theory_says() -> None:
    items = [judged(n, "M", "M" if n < 60 else "") for n in range(100)]
    recall = evaluate(items, CODES).axes[0].recall
    assert recall is not None
    assert recall.low == pytest.approx(0.6 - 1.96 * np.sqrt(0.24 / 100), abs=0.015)
    assert recall.high == pytest.approx(0.6 + 1.96 * np.sqrt(0.24 / 100), abs=0.015)


def test_a_passage_that_was_seldom_drawn_weighs_more() -> None:
    often = replace(judged(1, "M", "M"), chance=0.8)
    seldom = replace(judged(2, "M"), chance=0.2)
    found = evaluate([often, seldom], CODES, weighted=True)
    assert value(found.axes[0].recall) == pytest.approx(1.25 / 6.25)
    assert found.weighted


# --- genres and sources ---


def test_groups_are_told_largest_first_and_not_with_few_positives() -> None:
    def of(first: int, count: int, genre: str, truth: str) -> list[Judged]:
        made = [judged(n, truth, "M") for n in range(first, first + count)]
        return [replace(item, passage=replace(item.passage, genre=genre)) for item in made]

    found = evaluate([*of(0, 5, "visie", "M"), *of(10, 8, "", "R")], CODES)
    assert [(group.name, group.n) for group in found.genres] == [("", 8), ("visie", 5)]
    assert [group.f1 for group in found.genres] == [(None, 0.0), (1.0, None)]
    assert [(group.name, group.n) for group in found.sources] == [("", 13)]


# --- highlights ---


def test_a_highlight_is_right_if_it_overlaps_what_coders_pointed_at() -> None:
    item = marked(["kopen zorg", "prijs"], (0, 3), (10, 17), (33, 38))
    (axis,) = evaluate([item], ["M"]).axes
    assert axis.highlight_count == 3
    assert value(axis.highlights) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    "item",
    [
        marked([], (0, 3)),
        marked(["staat er niet"], (0, 3)),
        replace(marked(["kopen"], (4, 9)), labels={"M": False}),
        marked(["kopen"]),
    ],
)
def test_without_agreement_or_something_pointed_at_no_highlight_is_judged(item: Judged) -> None:
    (axis,) = evaluate([item], ["M"]).axes
    assert (axis.highlights, axis.highlight_count) == (None, 0)


def test_every_place_of_a_fragment_is_found_whatever_its_white_space() -> None:
    assert evidence_spans("De prijs en\nde  Prijs (x)", ["prijs", "en de prijs (", " "]) == (
        Span(3, 8),
        Span(16, 21),
        Span(9, 23),
    )
    assert evidence_spans(TEXT, ["."]) == (Span(38, 39),)


# --- what cannot be measured ---


@pytest.mark.parametrize(
    ("items", "codes", "weighted"),
    [
        ([], CODES, False),
        ([judged(1)], (), False),
        ([judged(1, probabilities={"M": 1.5, "R": 0})], CODES, False),
        ([judged(1, probabilities={"M": float("nan"), "R": 0})], CODES, False),
        ([judged(1)], CODES, True),
        ([replace(judged(1), chance=0.0)], CODES, True),
    ],
)
def test_what_cannot_be_measured_is_refused(
    *, items: list[Judged], codes: tuple[str, ...], weighted: bool
) -> None:
    with pytest.raises(ValueError, match=r"passages|probability|chance"):
        evaluate(items, codes, weighted=weighted)


# --- two models ---


@given(items=judged_lists(min_size=2))
@quick
def test_a_model_does_not_differ_from_itself(items: list[Judged]) -> None:
    found = paired_difference(items, list(reversed(items)), CODES)
    if evaluate(items, CODES).macro_f1 is None:
        assert found.by_document is None
    elif len({item.passage.group for item in items}) > 1:
        assert found.by_document == Interval(0.0, 0.0, 0.0)


@given(items=judged_lists(min_size=2), data=st.data())
@quick
def test_the_difference_turns_its_sign_with_the_models(
    items: list[Judged], data: st.DataObject
) -> None:
    other = [
        replace(item, labels={code: data.draw(st.booleans()) for code in CODES}) for item in items
    ]
    there, back = paired_difference(items, other, CODES), paired_difference(other, items, CODES)
    for one, two in ((there.by_document, back.by_document), (there.by_source, back.by_source)):
        assert (one is None) == (two is None)
        if one is not None and two is not None:
            assert (-two.value, -two.high, -two.low) == pytest.approx(
                (one.value, one.low, one.high)
            )
            assert -1 <= one.low <= one.value <= one.high <= 1


def test_a_model_that_is_better_everywhere_is_surely_better() -> None:
    truth = ["MR", "M", "R", ""] * 5
    sourced = [replace(judged(n, t, t).passage, source=f"s{n % 5}") for n, t in enumerate(truth)]
    good, bad = (
        [replace(judged(n, t, given or t), passage=sourced[n]) for n, t in enumerate(truth)]
        for given in ("", "MR")
    )
    found = paired_difference(good, bad, CODES)
    assert value(found.by_document) == pytest.approx(1 - 2 / 3)
    assert found.by_document is not None
    assert found.by_document.low > 0
    assert found.by_source is not None
    assert found.by_source.low > 0


def test_with_one_source_there_is_no_interval_by_source() -> None:
    items = [judged(1, "MR", "MR"), judged(2, "MR", "M")]
    found = paired_difference(items, items, CODES)
    assert found.by_document == Interval(0.0, 0.0, 0.0)
    assert found.by_source is None


def test_other_passages_do_not_compare() -> None:
    with pytest.raises(ValueError, match="same passages"):
        paired_difference([judged(1, "M")], [judged(1, "R")], CODES)


# --- thresholds ---


def test_the_best_threshold_is_precise_enough() -> None:
    labels = [True, True, False, True, False, True, False, False]
    known = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2]
    loose, strict = (best_threshold(labels, known, least) for least in (0.5, 0.75))
    assert (loose.threshold, loose.recall, loose.precise) == (0.4, 1.0, True)
    assert loose.f1 == pytest.approx(0.8)
    assert (strict.threshold, strict.precision, strict.recall) == (0.6, 0.75, 0.75)


def test_where_nothing_is_precise_enough_the_highest_f1_wins_and_that_is_told() -> None:
    found = best_threshold([False, True, False], [0.9, 0.5, 0.5], 0.75)
    assert (found.threshold, found.f1, found.precise) == (0.5, 0.5, False)


@given(
    pairs=st.lists(
        st.tuples(st.booleans(), st.sampled_from((0.1, 0.2, 0.5, 0.8, 1.0))), min_size=1
    ),
    least=st.sampled_from((0.0, 0.5, 0.75, 1.0)),
)
def test_no_other_threshold_is_better(pairs: list[tuple[bool, float]], least: float) -> None:
    labels, known = [label for label, _ in pairs], [p for _, p in pairs]
    found = best_threshold(labels, known, least)
    scores = {
        t: (
            precision_score(labels, [p >= t for p in known], zero_division=0.0),
            f1_score(labels, [p >= t for p in known], zero_division=0.0),
        )
        for t in known
    }
    assert scores[found.threshold] == pytest.approx((found.precision, found.f1))
    allowed = [t for t, (precision, _) in scores.items() if precision >= least]
    assert found.precise == bool(allowed)
    assert found.f1 == pytest.approx(max(scores[t][1] for t in allowed or scores))


@pytest.mark.parametrize(("labels", "known"), [([], []), ([True], [])])
def test_no_threshold_without_passages(labels: list[bool], known: list[float]) -> None:
    with pytest.raises(ValueError, match="labels"):
        best_threshold(labels, known, 0.5)
