"""Clustering is told beside what chance gives, and only where there is enough to tell."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.scoring.dispersion import Part, deviation, dispersion, joined, normed

GENERATOR = np.random.default_rng(1)


def test_hits_of_one_chapter_stand_out() -> None:
    found = dispersion([Part(0, 500, 2), Part(1, 200, 16), Part(3, 300, 2)], GENERATOR)
    assert found is not None
    assert (found.section, found.hit_share, found.word_share) == (1, 0.8, 0.2)
    assert found.excess > 0.3


def test_hits_that_follow_the_text_have_no_more_than_chance() -> None:
    found = dispersion([Part(0, 500, 10), Part(1, 500, 10)], GENERATOR)
    assert found is not None
    assert found.dp == 0.0
    assert found.excess < 0


def test_the_part_that_is_named_holds_most_beyond_its_size() -> None:
    """METRICS §5.3: "vooral in hoofdstuk 4"; a tiny dense part does not hold most hits."""
    found = dispersion([Part(0, 8000, 60), Part(1, 150, 6), Part(2, 4000, 5)], GENERATOR)
    assert found is not None
    assert found.section == 0


def test_of_joined_sections_the_one_with_the_hits_is_named() -> None:
    colophon, market, rest = (60, 0), (900, 40), (2000, 10)
    words, hits = zip(colophon, market, rest, strict=True)
    assert [part.section for part in joined(words, hits)] == [1, 2]


@pytest.mark.parametrize(
    "parts",
    [
        [Part(0, 500, 20)],
        [Part(0, 500, 5), Part(1, 500, 4)],
        [Part(number, 200, number % 2) for number in range(20)],
    ],
)
def test_nothing_is_told_with_one_part_few_hits_or_more_parts_than_hits(
    parts: list[Part],
) -> None:
    assert dispersion(parts, GENERATOR) is None


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 9)), max_size=12))
def test_joining_loses_no_word_and_no_hit(sections: list[tuple[int, int]]) -> None:
    words, hits = [own[0] for own in sections], [own[1] for own in sections]
    parts = joined(words, hits)
    if sum(words) >= 150:
        assert sum(part.words for part in parts) == sum(words)
        assert sum(part.hits for part in parts) >= sum(own for size, own in sections if size)
    assert all(part.words >= 150 for part in parts)
    assert [part.section for part in parts] == sorted({part.section for part in parts})


@given(
    st.lists(st.tuples(st.floats(0.05, 1), st.floats(0, 1)), min_size=2, max_size=9).filter(
        lambda rows: sum(share for _, share in rows) > 0.1
    )
)
def test_deviation_lies_between_0_and_1(rows: list[tuple[float, float]]) -> None:
    sizes = [size / sum(s for s, _ in rows) for size, _ in rows]
    shares = [share / sum(s for _, s in rows) for _, share in rows]
    assert 0 <= deviation(sizes, shares) < 1
    assert deviation(sizes, sizes) == 0
    assert deviation(sizes, shares) <= normed(deviation(sizes, shares), sizes) <= 1 + 1e-9
