"""Figures follow METRICS.md, are recomputable from the hits, and tell how sure they are."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.errors import UsageError
from taalscan.model import Axis, Facet, Hit, Passage, PassageScore, Reliability, Span, Status
from taalscan.scoring import parse_bounds, reliability, score_document, score_passage
from taalscan.scoring.bootstrap import REPLICATIONS, resample
from taalscan.scoring.passage import strength

VECTORS = Path(__file__).parents[4] / "shared" / "domain" / "metric_test_vectors.json"
AXIS = Axis("markt", "M", "Markt", "", 0.5, "#000", "#fff", "solid", (Facet("M1", "Inkoop"),))
DIGEST = "ab" * 32


def hit(weight: float = 0.6, factor: float = 1.0, entry: str = "M1-001") -> Hit:
    status = Status.COUNTED if factor else Status.NEGATED
    return Hit(Span(0, 4), (Span(0, 4),), entry, "markt", "M1", weight, factor, status)


def scored(hits: Sequence[Hit], words: int = 40, section: str = "Een") -> PassageScore:
    return score_passage(Passage("p0001", Span(0, 4), (section,)), words, hits, (AXIS,))


def test_strength_is_a_noisy_or() -> None:
    assert strength([hit(0.8), hit(0.5)]) == pytest.approx(0.9)


def test_a_hit_that_does_not_count_adds_nothing() -> None:
    assert strength([hit(0.8, factor=0.0)]) == 0.0


def test_half_a_factor_is_half_a_weight() -> None:
    assert strength([hit(0.6, factor=0.5)]) == pytest.approx(0.3)


@pytest.mark.parametrize(("weight", "label"), [(0.5, True), (0.49, False)])
def test_the_label_starts_at_the_threshold(weight: float, label: bool) -> None:  # noqa: FBT001
    assert scored([hit(weight)]).axes[0].label is label


@pytest.mark.parametrize(
    ("passages", "words", "expected"),
    [
        (19, 9000, Reliability.HIGHLIGHTS_ONLY),
        (20, 9000, Reliability.INDICATIVE),
        (49, 9000, Reliability.INDICATIVE),
        (50, 9000, Reliability.FULL),
        (60, 299, Reliability.HIGHLIGHTS_ONLY),  # words for 19 passages
        (60, 300, Reliability.INDICATIVE),
        (60, 750, Reliability.FULL),
    ],
)
def test_reliability_follows_passages_and_the_words_to_fill_them(
    passages: int, words: int, expected: Reliability
) -> None:
    assert reliability(passages, words) is expected


def test_a_short_document_has_counts_and_no_figures() -> None:
    (score,) = score_document((AXIS,), [scored([hit()])] * 19, DIGEST)
    assert (score.hits, score.types, score.facets) == (19, 1, (("M1", 19),))
    assert (score.density, score.weighted_density, score.share) == (None, None, None)


@pytest.mark.shared
@pytest.mark.skipif(not VECTORS.exists(), reason="needs ../shared/domain")
def test_density_agrees_with_the_test_vector() -> None:
    vector = json.loads(VECTORS.read_text(encoding="utf-8"))["density"]
    hits = [hit(vector["sum_wg"]["M"] / vector["n"]["M"])] * vector["n"]["M"]
    passages = [scored(hits, words=vector["N"] - 39)] + [scored([], words=1)] * 39
    (score,) = score_document((AXIS,), passages, DIGEST)
    assert score.density is not None
    assert score.density.value == pytest.approx(vector["D"]["M"])
    assert score.weighted_density == pytest.approx(vector["WD"]["M"], abs=1e-6)


passages_of = st.lists(
    st.builds(
        scored,
        st.lists(
            st.builds(hit, st.floats(0.1, 1.0), st.sampled_from([0.0, 0.5, 1.0])), max_size=4
        ),
        st.integers(0, 120),
        st.sampled_from(["Een", "Twee"]),
    ),
    min_size=20,
    max_size=60,
)


@given(passages_of)
def test_intervals_hold_their_figure_and_shares_are_shares(passages: list[PassageScore]) -> None:
    (score,) = score_document((AXIS,), passages, DIGEST)
    for interval in (score.density, score.share):
        if interval is not None:
            assert interval.low <= interval.value <= interval.high
    if score.share is not None:
        assert score.share.low >= 0.0
        assert score.share.high <= 1.0


@given(passages_of)
def test_the_same_document_gives_the_same_figures(passages: list[PassageScore]) -> None:
    assert score_document((AXIS,), passages, DIGEST) == score_document((AXIS,), passages, DIGEST)


@given(passages_of)
def test_a_neutral_passage_never_raises_a_density(passages: list[PassageScore]) -> None:
    (before,) = score_document((AXIS,), passages, DIGEST)
    (after,) = score_document((AXIS,), [*passages, scored([])], DIGEST)
    if before.density is not None:
        assert after.density is not None
        assert after.density.value <= before.density.value


def test_nothing_found_is_not_nothing_possible() -> None:
    (score,) = score_document((AXIS,), [scored([], words=50)] * 60, DIGEST)
    assert score.density is not None
    assert score.share is not None
    assert score.density.low == score.share.low == 0.0
    assert score.density.high == pytest.approx(1.0)
    assert score.share.high == pytest.approx(0.05)


def test_each_passage_is_expected_once_in_a_replication() -> None:
    sections = ["a"] + ["b"] * 2 + ["c"] * 7
    drawn = resample(np.eye(10), sections, seed=1)
    assert drawn.shape == (REPLICATIONS, 10)
    assert drawn.mean(axis=0) == pytest.approx(np.ones(10), abs=0.15)


def test_neighbours_are_drawn_together() -> None:
    drawn = resample(np.eye(30), ["a"] * 30, seed=1)
    correlation = np.asarray(np.corrcoef(drawn, rowvar=False))
    assert correlation[5, 6] > 0.3 > abs(correlation[5, 15])


def test_a_block_never_runs_across_a_section() -> None:
    counts = np.column_stack([np.repeat([1.0, 0.0], 3), np.repeat([0.0, 1.0], 3)])
    drawn = resample(counts, ["a"] * 3 + ["b"] * 3, seed=1)
    assert set(np.unique(drawn)) <= {0.0, 3.0, 6.0}


@pytest.mark.parametrize(
    ("expression", "crossed"),
    [
        ("markt.hits > 39", True),
        ("markt.hits > 40", False),
        ("markt.hits >= 40", True),
        ("markt.density<25.1", True),
        ("markt.share <= 0.5, markt.types > 0", True),
    ],
)
def test_a_bound_is_crossed_on_its_wrong_side(expression: str, crossed: bool) -> None:  # noqa: FBT001
    scores = score_document((AXIS,), [scored([hit()])] * 40, DIGEST)
    assert any(bound.crossed(scores) for bound in parse_bounds(expression, ["markt"])) is crossed


def test_a_figure_that_is_not_shown_crosses_no_bound() -> None:
    scores = score_document((AXIS,), [scored([hit()])] * 5, DIGEST)
    (bound,) = parse_bounds("markt.density > 0", ["markt"])
    assert not bound.crossed(scores)


@pytest.mark.parametrize(
    "expression",
    ["", "markt", "markt.density", "zorg.density > 1", "markt.mood > 1", "markt.hits > veel"],
)
def test_a_bound_that_cannot_be_read_is_refused(expression: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_bounds(expression, ["markt"])
    assert caught.value.values["axes"] == "markt"
