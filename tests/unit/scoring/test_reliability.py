"""The length of a document decides what may be shown of it."""

import pytest

from taalscan.model import Reliability
from taalscan.scoring import reliability


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
