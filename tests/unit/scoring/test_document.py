"""Figures of a document follow METRICS.md, and tell how sure they are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from math import isfinite

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.model import BalanceIndex, BalanceSide, Interval, PassageScore, Stratum
from taalscan.reference import Comparable, WordCounts
from taalscan.scoring import DocumentScore, Frame, score_document
from taalscan.scoring.formulas import log_ratio_error
from tests.unit.scoring.builders import DIGEST, FRAME, MAIN, READ, documents, hit, scored, tie

SHARES = ("share", "expected_share", "word_share")


def intervals(value: object) -> Iterator[Interval]:
    """Yield every interval inside a value."""
    if isinstance(value, Interval):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from intervals(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from intervals(item)


RARE = BalanceIndex("b_rare", "Zelden", BalanceSide("x", ("M1",)), BalanceSide("y", ("M2",)))


def comparable(documents: int = 40) -> Comparable:
    return Comparable(
        stratum=Stratum("genre", "Nota", ("Nota",), documents),
        densities={"markt": np.linspace(0, 40, documents), "band": np.linspace(0, 9, documents)},
        shares={"markt": np.linspace(0, 1, documents), "band": np.linspace(0, 1, documents)},
        balances=np.linspace(-2, 2, documents),
        words=WordCounts(0, 5, {}, (), {}),
    )


def balanced(markets: int, relations: int, rest: int = 60) -> list[PassageScore]:
    """Return a document with so many passages of each side, spread evenly."""
    passages = [scored([hit()]) for _ in range(markets)]
    passages += [scored([tie()]) for _ in range(relations)]
    passages += [scored() for _ in range(rest)]
    order = np.random.default_rng(1).permutation(len(passages))
    return [passages[place] for place in order]


def test_a_short_document_has_counts_and_no_figures() -> None:
    score = score_document(FRAME, [scored([hit()])] * 19, DIGEST)
    market = score.axes[0]
    assert (market.hits, market.types, market.facets[0].hits) == (19, 1, 19)
    assert not list(intervals(score))
    assert score.balance is None


def test_an_indicative_document_has_no_balance_and_no_percentile() -> None:
    score = score_document(FRAME, balanced(10, 10, 29), DIGEST, comparable())
    assert score.axes[0].density is not None
    assert (score.axes[0].percentile, score.balance, score.withheld) == (None, None, None)


def test_a_long_document_is_placed_in_the_reference() -> None:
    score = score_document(FRAME, balanced(30, 20), DIGEST, comparable())
    market = score.axes[0]
    assert market.percentile is not None
    assert market.share_percentile is not None
    assert score.balance is not None
    assert score.balance.percentile is not None
    assert score.balance.relative == pytest.approx(score.balance.main.log_ratio.value)


def test_an_axis_that_the_reference_does_not_have_gets_no_place() -> None:
    lacking = replace(comparable(), densities={}, shares={})
    score = score_document(FRAME, balanced(30, 20), DIGEST, lacking)
    assert score.axes[0].percentile is None


@given(documents())
@settings(deadline=None)
def test_figures_can_be_recomputed_from_the_passages(passages: list[PassageScore]) -> None:
    market = score_document(FRAME, passages, DIGEST).axes[0]
    words = sum(passage.words for passage in passages)
    hits = [own for p in passages for own in p.hits if own.axis == "markt" and own.factor]
    assert market.hits == len(hits)
    if market.density and market.weighted_density and market.share and market.density_rest:
        weighted = sum(own.weight * own.factor for own in hits)
        labels = [passage.axes[0].label for passage in passages]
        rest = len(hits) - max(Counter(own.entry for own in hits).values(), default=0)
        assert market.density.value == pytest.approx(1000 * len(hits) / words)
        assert market.weighted_density.value == pytest.approx(1000 * weighted / words)
        assert market.share.value == pytest.approx(sum(labels) / len(labels))
        assert market.density_rest.value == pytest.approx(1000 * rest / words)
        (core,) = market.groups
        facets = {facet.id: facet for facet in market.facets}
        assert core.hits == facets["M1"].hits + facets["M2"].hits
        assert sum(facet.hits for facet in market.facets) == market.hits


@given(documents(50, classified=True))
@settings(max_examples=40, deadline=None)
def test_intervals_hold_their_figure_and_shares_are_shares(passages: list[PassageScore]) -> None:
    score = score_document(READ, passages, DIGEST, comparable())
    for interval in intervals(score):
        assert interval.low <= interval.value <= interval.high
        assert all(map(isfinite, (interval.low, interval.high)))
    for axis in score.axes:
        for name in SHARES:
            share = getattr(axis, name)
            assert share is None or 0.0 <= share.low <= share.high <= 1.0
        if axis.expected_share:
            chances = [own.combined for p in passages for own in p.axes if own.axis == axis.axis]
            assert axis.expected_share.value == pytest.approx(np.mean(chances))
        for place in (axis.percentile, axis.share_percentile):
            assert place is None or 0 <= place.low <= place.value <= place.high <= 100


@given(documents(classified=True))
@settings(max_examples=30, deadline=None)
def test_the_same_document_gives_the_same_figures(passages: list[PassageScore]) -> None:
    once, again = (score_document(READ, passages, DIGEST, comparable()) for _ in range(2))
    assert once == again


@given(documents(), st.integers(0, 60))
@settings(deadline=None)
def test_a_neutral_passage_never_raises_a_density(
    passages: list[PassageScore], place: int
) -> None:
    before = score_document(FRAME, passages, DIGEST)
    after = score_document(FRAME, [*passages[:place], scored(), *passages[place:]], DIGEST)
    for old, new in zip(before.axes, after.axes, strict=True):
        for name in ("density", "weighted_density", "share", "word_share", "density_rest"):
            first, second = getattr(old, name), getattr(new, name)
            if first is not None:
                assert second.value <= first.value + 1e-12


def test_a_hit_that_does_not_count_changes_no_figure() -> None:
    plain = [scored([hit()]), scored()] * 30
    negated = [scored([hit(), hit(0.9, factor=0.0, entry="M2-009")]), scored()] * 30
    assert score_document(FRAME, plain, DIGEST) == score_document(FRAME, negated, DIGEST)


def test_one_word_that_makes_a_density_is_told() -> None:
    passages = [scored([hit(entry="M1-001"), hit(entry="M2-001")])] * 10
    passages += [scored([hit(entry="M1-001")])] * 30
    market = score_document(FRAME, passages, DIGEST).axes[0]
    assert market.top_entry == "M1-001"
    assert market.density is not None
    assert market.density_rest is not None
    assert market.density_rest.value == pytest.approx(market.density.value / 5)


def _verdict(score: DocumentScore) -> str:
    assert score.balance is not None
    return score.balance.verdict.value


@pytest.mark.parametrize(
    ("markets", "relations", "verdict"),
    [(60, 10, "below"), (10, 60, "above"), (30, 30, "mixed")],
)
def test_a_verdict_needs_the_whole_interval_on_one_side(
    markets: int, relations: int, verdict: str
) -> None:
    passages = read(balanced(markets, relations))
    assert _verdict(score_document(READ, passages, DIGEST)) == verdict


def read(passages: Sequence[PassageScore]) -> list[PassageScore]:
    """Let a classifier read that agrees with the lexicon, and is sure of it."""
    return [
        scored(own.hits, chances=[0.95 if axis.label else 0.02 for axis in own.axes])
        for own in passages
    ]


def test_words_alone_give_no_verdict() -> None:
    """METRICS §4.2: their zero depends on how many words the lexicon has."""
    assert _verdict(score_document(FRAME, balanced(60, 10), DIGEST)) == "none"


def test_an_axis_that_the_classifier_does_not_know_is_counted_by_its_words() -> None:
    half = Frame(READ.axes, READ.indices, {"markt": 0.5})
    score = score_document(half, read(balanced(30, 30)), DIGEST)
    market, ties = score.axes
    assert market.expected_share is not None
    assert (ties.expected_share, ties.verdicts) == (None, None)
    assert score.balance is not None
    assert score.balance.main.basis.value == "lexical"
    assert score.balance.verdict.value == "none"


def test_no_verdict_where_lexicon_and_classifier_often_differ() -> None:
    """One axis is enough: of 20 passages with its words the classifier gives 13 the label."""
    ties = iter([0.95] * 13 + [0.4] * 7)
    passages = [
        scored(
            own.hits,
            chances=(
                0.95 if own.axes[0].label else 0.02,
                next(ties) if own.axes[1].label else 0.02,
            ),
        )
        for own in balanced(60, 20)
    ]
    score = score_document(READ, passages, DIGEST)
    rates = [axis.verdicts.disagreement for axis in score.axes if axis.verdicts]
    assert rates == [0.0, 0.35]
    assert _verdict(score) == "unsure"


def test_too_little_to_weigh_gives_no_balance_but_a_reason() -> None:
    score = score_document(FRAME, balanced(5, 4), DIGEST)
    assert (score.balance, score.withheld) == (None, "balance-few")


@pytest.mark.parametrize("relations", [0, 1])
def test_a_side_with_next_to_nothing_gives_no_balance(relations: int) -> None:
    score = score_document(FRAME, balanced(20, relations), DIGEST)
    assert (score.balance, score.withheld) == (None, "balance-wide")


def test_an_index_with_too_few_hits_is_left_out() -> None:
    passages = [scored([hit(entry="M3-001")]), scored([tie()]), scored()] * 30
    score = score_document(Frame(FRAME.axes, (MAIN, RARE)), passages, DIGEST)
    assert score.balance is not None
    assert [own.index for own in score.balance.others] == ["b"]


def test_an_interval_that_is_too_wide_gives_no_balance_but_a_reason() -> None:
    score = score_document(FRAME, balanced(12, 1), DIGEST)
    assert (score.balance, score.withheld) == (None, "balance-wide")


@given(st.integers(12, 60), st.integers(12, 60))
@settings(max_examples=25, deadline=None)
def test_the_balance_is_antisymmetric(markets: int, relations: int) -> None:
    """Hits and labels of both axes change places: B and b change sign, with their bounds."""
    passages = balanced(markets, relations)
    swapped = [
        scored([tie() if own.axis == "markt" else hit() for own in passage.hits])
        for passage in passages
    ]
    one, other = (score_document(FRAME, own, DIGEST).balance for own in (passages, swapped))
    assert one is not None
    assert other is not None
    for name in ("log_ratio", "scaled"):
        first, second = getattr(one.main, name), getattr(other.main, name)
        assert first.value == pytest.approx(-second.value)
        assert first.low == pytest.approx(-second.high)
    assert one.importance == pytest.approx(other.importance)


def test_passages_that_do_not_resemble_each_other_give_the_textbook_error() -> None:
    """METRICS §4.1: the standard error of B is about √[1/(R + ½) + 1/(M + ½)]."""
    score = score_document(FRAME, balanced(60, 40, rest=300), DIGEST)
    assert score.balance is not None
    balance = score.balance.main.log_ratio
    assert (balance.high - balance.low) / 2 / 1.98 == pytest.approx(
        log_ratio_error(40, 60), rel=0.15
    )


def test_other_indices_are_lexical_and_so_is_a_variant_of_the_main_one() -> None:
    score = score_document(FRAME, balanced(30, 20), DIGEST)
    assert score.balance is not None
    told = [(own.index, own.basis.value) for own in (score.balance.main, *score.balance.others)]
    assert told == [("b", "passages"), ("b", "lexical"), ("b_core", "lexical")]
