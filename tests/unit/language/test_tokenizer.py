"""Exceptions stay in one piece, whatever stands against them."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from taalscan.language.tokenizer import make_tokenizer

NLP = spacy.blank("nl")
TOKENIZER = make_tokenizer(NLP)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bijv. dit", ["bijv.", "dit"]),
        ("(bijv. dit)", ["(", "bijv.", "dit", ")"]),
        ("d.w.z., zo", ["d.w.z.", ",", "zo"]),
        ("foto's", ["foto's"]),
        ("de punten):", ["de", "punten", ")", ":"]),
        ("20 °C.", ["20", "°", "C", "."]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in TOKENIZER(text)] == words


@pytest.mark.parametrize("exception", ["aant.", "d.w.z.", "m.b.t.", "o.a.", "jl."])
@pytest.mark.parametrize("frame", ["{}", "({}", "{},", "({})", "“{}”"])
def test_an_exception_is_split_as_spacy_splits_it(exception: str, frame: str) -> None:
    text = frame.format(exception)
    assert [token.text for token in TOKENIZER(text)] == [token.text for token in NLP(text)]


@given(st.text())
def test_no_character_is_lost(text: str) -> None:
    assert TOKENIZER(text).text == text
