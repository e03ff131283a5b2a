"""What a word added is exact: the contributions of an axis add up to its logit."""

from collections import Counter
from math import exp, log, sqrt
from random import Random

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from taalscan.classify.artifact import Artifact
from taalscan.classify.features import LETTERS, feature_names, strengths
from taalscan.classify.model import Classified
from taalscan.model import AnalysedPassage, Hit, Span, Status
from tests.unit.classify.models import MARKET, RELATION, UNKNOWN, artifact, exact, hit, passages
from tests.unit.lexicon.builders import passage

Drawn = tuple[AnalysedPassage, tuple[Hit, ...]]


def _logistic(logit: float) -> float:
    return 1 / (1 + exp(-logit))


def _by_hand(made: Artifact, drawn: Drawn) -> list[tuple[float, float]]:
    """Return logit p and logit q of each axis by the formula, without bags or places."""
    counts = Counter(name for name in feature_names(drawn[0]) if name in made.vocabulary)
    column = {name: number for number, name in enumerate(made.vocabulary)}
    values = {name: (1 + log(n)) * made.idf[column[name]] for name, n in counts.items()}
    for letters in (True, False):
        own = [name for name in values if name.startswith(LETTERS) is letters]
        length = sqrt(sum(values[name] ** 2 for name in own))
        values |= {name: values[name] / length for name in own}
    logits = []
    for a, axis in enumerate(made.axes):
        w = made.weights
        p = w.bias[a] + sum(w.words[a, column[name]] * value for name, value in values.items())
        lexicon = float(w.stack[a, 1:] @ np.array(strengths(drawn[1], axis)))
        logits.append((float(p), float(w.stack_bias[a] + w.stack[a, 0] * p + lexicon)))
    return logits


def _sum(found: Classified, axis: str) -> float:
    return sum(own.amount for own in found.contributions if own.axis == axis)


@given(passages(), st.integers(0, 9))
@settings(max_examples=150, deadline=None)
def test_probabilities_follow_the_formula(drawn: Drawn, seed: int) -> None:
    made = artifact(seed)
    found = exact(made).classify(*drawn)
    for reading, logit, (p, q) in zip(
        found.readings, found.logits, _by_hand(made, drawn), strict=True
    ):
        assert logit == pytest.approx(q, abs=1e-9)
        assert reading.probability == pytest.approx(_logistic(p), abs=1e-12)
        assert reading.combined == pytest.approx(_logistic(q), abs=1e-12)
        assert reading.combined == pytest.approx(_logistic(logit), abs=1e-12)


@given(passages(), st.integers(0, 9))
@settings(max_examples=150, deadline=None)
def test_contributions_add_up_to_the_logit_inside_the_passage(drawn: Drawn, seed: int) -> None:
    made, hits = drawn
    found = exact(artifact(seed)).classify(made, hits)
    for axis, logit in zip((MARKET, RELATION), found.logits, strict=True):
        assert abs(_sum(found, axis) - logit) < 1e-9
    assert all(made.passage.span.contains(own.span) for own in found.contributions)
    start = made.passage.span.start
    assert [own.span for own in found.contributions].count(Span(start, start)) == 2


@given(passages(), st.integers(0, 9))
@settings(max_examples=100, deadline=None)
def test_nothing_is_left_over_where_every_word_is_told(drawn: Drawn, seed: int) -> None:
    model = artifact(seed)
    words = [t for s in drawn[0].sentences for t in s.tokens if any(map(str.isalpha, t.text))]
    assume(len(words) <= 12)
    found = exact(model).classify(*drawn)
    for a, axis in enumerate((MARKET, RELATION)):
        first = next(own for own in found.contributions if own.axis == axis)
        constant = model.weights.stack_bias[a] + model.weights.stack[a, 0] * model.weights.bias[a]
        assert first.amount == pytest.approx(float(constant), abs=1e-9)


def test_a_hit_adds_what_its_status_is_worth_shared_by_weight() -> None:
    model = artifact(3)
    made = passage(f"{UNKNOWN} {UNKNOWN} {UNKNOWN}")
    spans = [token.span for token in made.sentences[0].tokens]
    hits = (hit(spans[0], weight=0.6), hit(spans[1], weight=0.3), hit(spans[2], Status.LEGAL, 0.4))
    found = exact(model).classify(made, hits)
    added = {
        own.span: own.amount
        for own in found.contributions
        if own.axis == MARKET and own.span.start < own.span.end and own.amount
    }
    counted = float(model.weights.stack[0, 1 + list(Status).index(Status.COUNTED)]) * (
        1 - 0.4 * 0.7
    )
    legal = float(model.weights.stack[0, 1 + list(Status).index(Status.LEGAL)]) * 0.4
    assert added == {
        spans[0]: pytest.approx(counted * 2 / 3),
        spans[1]: pytest.approx(counted / 3),
        spans[2]: pytest.approx(legal),
    }


def test_a_word_that_is_a_hit_too_is_told_once() -> None:
    model = artifact(4)
    made = passage("zorg/NOUN koopt|kopen/VERB")
    span = made.sentences[0].tokens[0].span
    plain = exact(model).classify(made, ()).contributions
    found = exact(model).classify(made, (hit(span, weight=0.5),)).contributions
    (before,), (after,) = (
        [own.amount for own in told if (own.axis, own.span) == (MARKET, span)]
        for told in (plain, found)
    )
    worth = float(model.weights.stack[0, 1 + list(Status).index(Status.COUNTED)]) * 0.5
    assert after == pytest.approx(before + worth)


def test_twelve_words_are_told_and_the_others_are_in_the_rest() -> None:
    made = passage(" ".join(["zorg/NOUN", "koopt|kopen/VERB"] * 10))
    found = exact(artifact(1)).classify(made, ())
    told = [own for own in found.contributions if own.axis == MARKET]
    assert len(told) == 13
    assert [own.span for own in told] == sorted(own.span for own in told)
    assert abs(sum(own.amount for own in told) - found.logits[0]) < 1e-9


@given(st.lists(passages(), max_size=4), st.randoms())
@settings(max_examples=40, deadline=None)
def test_neither_order_nor_company_changes_a_result(drawn: list[Drawn], random: Random) -> None:
    together = exact(artifact(2))
    alone = [exact(artifact(2)).classify(*own) for own in drawn]
    numbers = list(range(len(drawn)))
    random.shuffle(numbers)
    found = {number: together.classify(*drawn[number]) for number in numbers}
    assert [found[number] for number in range(len(drawn))] == alone


@pytest.mark.parametrize("sentences", [(), ("",), ("12/NUM ./PUNCT",), (UNKNOWN,)])
def test_without_a_known_word_the_constant_decides(sentences: tuple[str, ...]) -> None:
    model = artifact(5)
    found = exact(model).classify(passage(*sentences), ())
    for a, reading in enumerate(found.readings):
        w = model.weights
        assert reading.probability == pytest.approx(_logistic(float(w.bias[a])))
        constant = float(w.stack_bias[a] + w.stack[a, 0] * w.bias[a])
        assert reading.combined == pytest.approx(_logistic(constant))
        assert reading.threshold == w.thresholds[a]


def test_one_word_three_hundred_times_is_one_direction() -> None:
    classifier = exact(artifact(6, vocabulary=("w zorg",)))
    once = classifier.classify(passage("zorg/NOUN"), ())
    often = classifier.classify(passage(" ".join(["zorg/NOUN"] * 300)), ())
    assert often.logits == pytest.approx(once.logits, abs=1e-9)
    assert abs(_sum(often, MARKET) - often.logits[0]) < 1e-9


def test_an_endless_logit_is_still_a_probability() -> None:
    made = artifact(7, vocabulary=("w zorg",))
    made.weights.words[:] = [[5000.0], [-5000.0]]
    made.weights.stack[:, 0] = 1.0
    found = exact(made).classify(passage("zorg/NOUN"), ())
    assert [own.combined for own in found.readings] == [1.0, 0.0]
