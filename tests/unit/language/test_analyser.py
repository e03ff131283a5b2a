"""The analyser: exact spans, order, odd input, other pipelines."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taalscan.language import Analyser
from taalscan.language.chunks import LONGEST_RUN
from taalscan.model import Sentence
from tests.unit.language.conftest import analyse_one, read_cases

pytestmark = pytest.mark.model

WORDS = st.sampled_from(
    ["De", "gemeente", "koopt", "in", ".", "art.", '"', "(", ")", "\n\n", "\t", "1.2", "Wmo", "-",
     ";", "é", "👩‍👩‍👧", "\x00", "\u00a0", "…", "i.h.k.v.", "x" * 450, "'s", "?!", "\u200b"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map(" ".join))


def check_spans(sentences: tuple[Sentence, ...], text: str, offset: int) -> None:
    """Assert that spans cut the text, stand in order and leave out only what holds no words."""
    end = offset
    for sentence in sentences:
        assert sentence.span.start == sentence.tokens[0].span.start
        assert sentence.span.end == sentence.tokens[-1].span.end
        for token in sentence.tokens:
            assert holds_no_words(text[end - offset : token.span.start - offset])
            start, end = token.span.start, token.span.end
            assert text[start - offset : end - offset] == token.text
            assert token.text.strip()
            assert 0 <= token.head < len(sentence.tokens)
            assert token.particle is None or 0 <= token.particle < len(sentence.tokens)
            assert token.lemma == token.lemma.lower() != ""
    assert holds_no_words(text[end - offset :])


def holds_no_words(gap: str) -> bool:
    return all(len(run) > LONGEST_RUN for run in gap.split())


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(text=TEXTS, offset=st.integers(0, 5_000))
def test_spans_cut_the_exact_text(analyser: Analyser, text: str, offset: int) -> None:
    check_spans(next(analyser.analyse([(offset, text)])), text, offset)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "\n\n", "?!...,,;", "a" * 100_000, "👍" * 500, "\x00\x01\x02", "(" * 3_000],
    ids=["empty", "blank", "lines", "signs", "long word", "emoji", "control", "brackets"],
)
def test_odd_input_does_not_crash(analyser: Analyser, text: str) -> None:
    check_spans(analyse_one(analyser, text), text, 0)


@pytest.mark.slow
def test_twenty_thousand_words_without_a_full_stop(analyser: Analyser) -> None:
    text = "zorg en welzijn voor iedereen in de wijk " * 2_500
    check_spans(analyse_one(analyser, text), text, 0)


def test_a_result_for_every_text_in_order(analyser: Analyser) -> None:
    pieces = [(0, "De raad stemt in."), (20, ""), (30, " \n "), (40, "Wij luisteren. Wij leren.")]
    results = list(analyser.analyse(pieces))
    assert [len(sentences) for sentences in results] == [1, 0, 0, 2]
    assert results[3][1].span.start == 40 + len("Wij luisteren. ")


def test_results_do_not_depend_on_batch_or_order(analyser: Analyser) -> None:
    texts = [text for _, text, *_ in read_cases("separable")]
    together = list(analyser.analyse((0, text) for text in texts))
    alone = [analyse_one(analyser, text) for text in texts]
    backward = list(analyser.analyse((0, text) for text in reversed(texts)))
    assert together == alone == backward[::-1]


def test_two_analyses_can_run_at_once(analyser: Analyser) -> None:
    first = analyser.analyse([(0, "De raad stemt in."), (20, "Wij leren.")])
    second = analyser.analyse([(0, "Het college wacht."), (20, "Wij wachten.")])
    pairs = list(zip(first, second, strict=True))
    assert [pair[0][0].tokens[0].text for pair in pairs] == ["De", "Wij"]


def test_roots_are_their_own_heads(analyser: Analyser) -> None:
    for sentence in analyse_one(analyser, "De raad stemt in. Wij kopen de zorg in."):
        roots = [i for i, token in enumerate(sentence.tokens) if token.dep == "root"]
        assert roots
        assert all(sentence.tokens[i].head == i for i in roots)


@pytest.mark.parametrize(
    ("form", "known"),
    [
        ("aanbesteding", True),
        ("Zorginkoop", True),
        ("jeugdzorgaanbieders", True),
        ("zorgaanbesteding", True),
        ("verzekerings", False),
        ("aanbe", False),
        ("xqzt", False),
        ("", False),
    ],
)
def test_words_are_known(analyser: Analyser, form: str, *, known: bool) -> None:
    assert analyser.is_word(form) is known


def test_the_version_names_the_model(analyser: Analyser) -> None:
    assert analyser.version.name == "taalscan-nl"
    assert len(analyser.version.sha256) == 64


def test_the_model_is_small() -> None:
    folder = Path(__file__).parents[3] / "src" / "taalscan" / "language" / "model"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 9_000_000
