"""Lexicon and classifier together decide a label, and say how they stand to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.model import (
    Axis,
    AxisPassageScore,
    Contribution,
    Facet,
    Hit,
    Passage,
    PassageScore,
    Reading,
    Span,
    Status,
    Verdict,
)
from taalscan.scoring import score_passage

MARKET = Axis("markt", "M", "Markt", "", 0.6, "#000", "#fff", "solid", (Facet("M1", "Inkoop"),))
RELATION = Axis("band", "R", "Band", "", 0.6, "#000", "#fff", "wavy", (Facet("R1", "Nabij"),))
PASSAGE = Passage("p0001", Span(10, 60))


def _hit(weight: float) -> Hit:
    span = Span(12, 16)
    return Hit(span, (span,), "M1-001", "markt", "M1", weight, 1.0, Status.COUNTED)


def _moved(axis: str, amount: float = 1.0) -> Contribution:
    return Contribution(Span(12, 16), axis, amount)


def _score(weight: float, *read: Reading, moved: tuple[Contribution, ...] = ()) -> PassageScore:
    return score_passage(PASSAGE, 9, [_hit(weight)], (MARKET, RELATION), (read, moved))


def _reading(combined: float, threshold: float = 0.4) -> Reading:
    return Reading("markt", 0.25, combined, threshold)


@pytest.mark.parametrize(
    ("weight", "combined", "verdict"),
    [
        (0.6, 0.4, Verdict.AGREED),
        (0.6, 0.39, Verdict.WORD_ONLY),
        (0.59, 0.4, Verdict.FRAME_ONLY),
        (0.59, 0.39, Verdict.NONE),
    ],
)
def test_a_verdict_tells_who_sees_the_axis(
    weight: float, combined: float, verdict: Verdict
) -> None:
    own = _score(weight, _reading(combined)).axes[0]
    assert own.verdict is verdict
    assert own.label is (combined >= 0.4)
    assert own.lexicon == pytest.approx(weight)
    assert (own.classifier, own.combined, own.threshold) == (0.25, combined, 0.4)


@given(st.floats(0.1, 1), st.floats(0, 1), st.floats(0, 1))
def test_the_threshold_of_the_reading_decides_whatever_the_lexicon_says(
    weight: float, combined: float, threshold: float
) -> None:
    own = _score(weight, _reading(combined, threshold)).axes[0]
    assert own.label is (combined >= threshold)
    assert (own.verdict in {Verdict.AGREED, Verdict.FRAME_ONLY}) is own.label
    assert (own.verdict in {Verdict.AGREED, Verdict.WORD_ONLY}) is (own.lexicon >= 0.6)


@pytest.mark.parametrize(
    ("combined", "uncertain"),
    [(0.34, False), (0.36, True), (0.4, True), (0.44, True), (0.46, False), (1.0, False)],
)
def test_near_the_threshold_a_label_is_uncertain(
    combined: float,
    uncertain: bool,  # noqa: FBT001
) -> None:
    assert _score(0.5, _reading(combined)).axes[0].uncertain is uncertain


@pytest.mark.parametrize(
    ("weight", "label", "verdict"),
    [(0.6, True, Verdict.LEXICON), (0.59, False, Verdict.NONE)],
)
def test_without_a_classifier_the_lexicon_decides_and_does_not_doubt(
    weight: float,
    label: bool,  # noqa: FBT001
    verdict: Verdict,
) -> None:
    strength = pytest.approx(weight)
    for scored in (_score(weight), score_passage(PASSAGE, 9, [_hit(weight)], (MARKET, RELATION))):
        own, other = scored.axes
        assert (own.classifier, own.label, own.verdict) == (None, label, verdict)
        assert own.lexicon == strength
        assert own.combined == strength
        assert (own.threshold, own.uncertain) == (0.6, False)
        assert other == AxisPassageScore(
            "band", 0.0, None, 0.0, Verdict.NONE, label=False, threshold=0.6
        )
        assert scored.contributions == ()


def test_an_axis_that_the_classifier_does_not_read_is_left_to_the_lexicon() -> None:
    own, other = _score(0.9, _reading(0.1)).axes
    assert (own.verdict, own.label) == (Verdict.WORD_ONLY, False)
    assert (other.classifier, other.verdict, other.threshold) == (None, Verdict.NONE, 0.6)


def test_contributions_are_told_where_there_is_something_to_explain() -> None:
    moved = (_moved("markt"), _moved("band", -2.0), _moved("markt", 0.5))
    band = Reading("band", 0.1, 0.1, 0.5)
    own = (moved[0], moved[2])
    assert _score(0.9, _reading(0.9), band, moved=moved).contributions == own
    assert _score(0.9, _reading(0.1), band, moved=moved).contributions == own
    assert _score(0.1, _reading(0.9), band, moved=moved).contributions == own
    assert _score(0.1, _reading(0.1), band, moved=moved).contributions == ()
    seen = Reading("band", 0.9, 0.9, 0.5)
    assert _score(0.1, _reading(0.1), seen, moved=moved).contributions == (moved[1],)


def test_passage_words_and_hits_are_kept() -> None:
    scored = _score(0.5, _reading(0.9))
    assert (scored.passage, scored.words, scored.hits) == (PASSAGE, 9, (_hit(0.5),))
