"""Syllables are groups of vowels that sound as one; long words and sentences read less easily."""

import pytest

from validation.readability import flesch_douma, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("buurt", 1), ("inwoner", 3), ("nieuwe", 2), ("reële", 3), ("café", 2), ("B1", 1)],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_longer_words_and_longer_sentences_read_less_easily() -> None:
    easy = flesch_douma(100, 10, 140)
    assert flesch_douma(100, 5, 140) < easy
    assert flesch_douma(100, 10, 180) < easy
