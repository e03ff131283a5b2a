"""Keywords are frequent, spread, far from the reference, and few by mistake."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2, false_discovery_control

from taalscan.model import Span
from taalscan.scoring.keyness import (
    Contingency,
    adjusted,
    chance,
    gather_words,
    keywords,
    log_likelihood,
    log_odds,
    log_ratio,
)

amounts = st.integers(0, 500)


def _places(lemma: str, sections: Iterable[int]) -> list[tuple[str, Span, int]]:
    return [(lemma, Span(n, n + 1), section) for n, section in enumerate(sections)]


def _found(*words: list[tuple[str, Span, int]], length: int = 2000) -> list[str]:
    known = {"tafel": 30, "veel": 9000, "a": 30, "b": 30}
    placed = [item for word in words for item in word]
    return [
        own.lemma
        for own in keywords(
            gather_words(placed), length, lambda lemma: known.get(lemma, 0), 1_000_000
        )
    ]


def test_a_word_that_stands_out_is_found_with_its_places() -> None:
    (own,) = keywords(
        gather_words(_places("tafel", [0, 0, 1, 1, 2])), 2000, lambda _: 30, 1_000_000
    )
    assert (own.lemma, own.count, own.reference_count, own.sections) == ("tafel", 5, 30, 3)
    assert len(own.places) == own.count
    assert own.log_ratio > 1
    assert own.q < 0.05


@pytest.mark.parametrize(
    "sections",
    [[0, 0, 1, 1], [0, 0, 0, 0, 0]],  # four times only; in one section only
)
def test_a_rare_word_or_one_of_a_single_chapter_is_none(sections: list[int]) -> None:
    assert _found(_places("tafel", sections)) == []


def test_a_word_that_the_reference_uses_as_often_is_none() -> None:
    assert _found(_places("veel", [0, 1] * 9)) == []


def test_a_short_document_has_none() -> None:
    assert _found(_places("tafel", [0, 1] * 5), length=1999) == []


def test_the_clearest_word_goes_first_and_equals_by_name() -> None:
    words = [_places("b", [0, 1] * 4), _places("a", [0, 1] * 4), _places("tafel", [0, 1] * 3)]
    assert _found(*words) == ["a", "b", "tafel"]


def test_a_word_that_the_reference_lacks_must_stand_there_often() -> None:
    """The prior keeps rare words down: nobody knows how rare such a word is."""
    assert _found(_places("nieuw", [0, 1] * 4)) == []
    assert _found(_places("nieuw", [0, 1] * 15)) == ["nieuw"]


@given(amounts, amounts, st.integers(1000, 5000), st.integers(10_000, 90_000))
def test_likelihood_is_never_negative_and_the_signs_agree(a: int, b: int, c: int, d: int) -> None:
    count = Contingency(a, b, c, d)
    assert log_likelihood(count) >= 0
    if a and b:
        turned = Contingency(b, a, d, c)
        assert log_ratio(count) == pytest.approx(-log_ratio(turned))
        assert log_odds(count, 1000)[0] == pytest.approx(-log_odds(turned, 1000)[0])


@given(st.floats(0, 200))
def test_the_chance_is_that_of_chi_squared(g2: float) -> None:
    assert chance(g2) == pytest.approx(float(chi2.sf(g2, 1)), abs=1e-12)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_the_correction_is_that_of_benjamini_and_hochberg(chances: list[float]) -> None:
    assert adjusted(chances) == pytest.approx(list(false_discovery_control(chances)))
