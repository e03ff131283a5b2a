"""A passage becomes features, each at the words it comes from."""

from collections import Counter
from dataclasses import replace
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings

from taalscan.classify.features import (
    STATUSES,
    feature_names,
    letter_features,
    strengths,
    word_features,
)
from taalscan.classify.vectors import Bag, Vectoriser, vectoriser
from taalscan.model import AnalysedPassage, Hit, Span, Status
from tests.unit.classify.models import KNOWN, MARKET, RELATION, UNKNOWN, hit, passages
from tests.unit.lexicon.builders import passage

SPAN = Span(0, 4)


def _vectors(**idf: float) -> Vectoriser:
    """Return a vectoriser; an underscore in a name stands for a space."""
    names = {name.replace("_", " "): column for column, name in enumerate(idf)}
    return vectoriser(names, np.array(list(idf.values())))


def test_names_are_lemmas_parts_pairs_and_runs_of_letters() -> None:
    made = passage("De/DET markten|markt/NOUN ./PUNCT", "Zo/ADV")
    assert Counter(name for name in feature_names(made) if not name.startswith("c ")) == Counter(
        ["w de", "w markt", "b de markt", "w zo"]
    )
    assert "b markt zo" not in set(feature_names(made))  # no pair runs across sentences
    assert "w ." not in set(feature_names(made))


def test_a_compound_has_the_features_of_its_parts() -> None:
    (token,) = passage("zorgmarkt/NOUN").sentences[0].tokens
    split = replace(token, parts=("zorg", "markt"))
    assert word_features(split) == ("w zorgmarkt", "d zorg", "d markt")


def test_letters_run_to_both_edges_of_a_word_and_no_further() -> None:
    assert letter_features("Ab") == ("c  ab", "c ab ", "c  ab ")
    assert letter_features("a") == ("c  a ",)


def test_a_value_is_one_plus_the_log_of_its_number_times_its_rarity() -> None:
    vectors = _vectors(w_zorg=1.0, w_markt=2.0, b_zorg_markt=3.0, c_zor=1.5, c_mar=0.5)
    bag = vectors.bag(passage("zorg/NOUN zorg/NOUN markt/NOUN"))
    words = np.array([1 + log(2), 2.0, 3.0])
    letters = np.array([(1 + log(2)) * 1.5, 0.5])
    assert bag.columns.tolist() == [0, 1, 2, 3, 4]
    expected = [*(words / sqrt(words @ words)), *(letters / sqrt(letters @ letters))]
    assert bag.values.tolist() == pytest.approx(expected, abs=1e-12)


def test_a_pair_belongs_half_to_each_word_and_a_repeated_word_is_shared() -> None:
    bag = _vectors(w_zorg=1.0, b_zorg_zorg=1.0).bag(passage("zorg/NOUN zorg/NOUN zorg/NOUN"))
    places = sorted(zip(bag.places.tolist(), bag.word.tolist(), bag.part.tolist(), strict=True))
    assert [place[:2] for place in places] == [
        (0, 0),
        (0, 1),
        (0, 2),
        (1, 0),
        (1, 1),
        (1, 1),
        (1, 2),
    ]
    assert [place[2] for place in places] == pytest.approx([1 / 3] * 3 + [1 / 4] * 4)


def test_words_are_counted_through_the_passage() -> None:
    bag = _vectors(w_zorg=1.0).bag(passage("de/DET ./PUNCT", "", "zorg/NOUN"))
    assert bag.word.tolist() == [1]


def _bag(made: AnalysedPassage) -> tuple[Vectoriser, Bag]:
    vectors = vectoriser({name: n for n, name in enumerate(KNOWN)}, np.full(len(KNOWN), 1.5))
    return vectors, vectors.bag(made)


@given(passages())
@settings(max_examples=100, deadline=None)
def test_words_and_letters_have_length_one_and_parts_add_up(
    drawn: tuple[AnalysedPassage, tuple[Hit, ...]],
) -> None:
    vectors, bag = _bag(drawn[0])
    letters = vectors.is_letters[bag.columns]
    for kind in (letters, ~letters):
        if kind.any():
            assert float(np.linalg.norm(bag.values[kind])) == pytest.approx(1.0, abs=1e-12)
    parts = np.bincount(bag.places, bag.part, minlength=len(bag.columns))
    assert parts.tolist() == pytest.approx([1.0] * len(bag.columns), abs=1e-12)
    assert bag.columns.tolist() == sorted(set(bag.columns.tolist()))


@given(passages())
@settings(max_examples=50, deadline=None)
def test_a_bag_holds_what_the_vocabulary_knows_and_no_more(
    drawn: tuple[AnalysedPassage, tuple[Hit, ...]],
) -> None:
    _, bag = _bag(drawn[0])
    assert {KNOWN[column] for column in bag.columns} == set(feature_names(drawn[0])) & set(KNOWN)


@pytest.mark.parametrize("sentences", [(), ("",), ("12/NUM ./PUNCT",), (UNKNOWN,)])
def test_a_passage_without_a_known_word_is_an_empty_bag(sentences: tuple[str, ...]) -> None:
    _, bag = _bag(passage(*sentences))
    assert [len(own) for own in (bag.columns, bag.values, bag.places, bag.word)] == [0] * 4


def test_strength_is_a_noisy_or_a_status() -> None:
    hits = [
        hit(SPAN, Status.COUNTED, 0.8),
        hit(SPAN, Status.COUNTED, 0.5),
        hit(SPAN, Status.NEGATED, 0.3),
        hit(SPAN, Status.COUNTED, 0.9, RELATION),
    ]
    expected = {Status.COUNTED: 0.9, Status.NEGATED: 0.3}
    known = [expected.get(status, 0.0) for status in STATUSES]
    assert strengths(hits, MARKET) == pytest.approx(known)
    assert strengths(hits, RELATION) == pytest.approx(
        [0.9 if status is Status.COUNTED else 0.0 for status in STATUSES]
    )
    assert strengths([], MARKET) == (0.0,) * len(STATUSES)


def test_a_sure_hit_leaves_no_doubt() -> None:
    assert strengths([hit(SPAN, weight=1.0), hit(SPAN, weight=0.1)], MARKET)[0] == 1.0
