"""Runs of equal words are found: in order where possible, moved where not, split otherwise."""

from hypothesis import given
from hypothesis import strategies as st

from taalscan.scoring.comparison.matching import Run, gaps, match_words

TEXTS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


def numbered(first: int, last: int) -> list[str]:
    return [f"w{number}" for number in range(first, last)]


@given(TEXTS, TEXTS)
def test_runs_hold_equal_words_and_no_word_twice(old: list[str], new: list[str]) -> None:
    olds: list[int] = []
    news: list[int] = []
    for run in match_words(old, new):
        here = old[run.old : run.old + run.old_length]
        there = new[run.new : run.new + run.new_length]
        assert "".join(here) == "".join(there) != ""
        olds += range(run.old, run.old + run.old_length)
        news += range(run.new, run.new + run.new_length)
    assert len(olds) == len(set(olds))
    assert len(news) == len(set(news))


@given(TEXTS, TEXTS)
def test_runs_that_were_not_moved_stand_in_one_order(old: list[str], new: list[str]) -> None:
    kept = [run for run in match_words(old, new) if not run.moved]
    assert kept == sorted(kept, key=lambda run: run.new)
    covered = sum(run.old_length for run in kept)
    assert covered + sum(end - start for (start, end), _ in gaps(kept, len(old), len(new))) == len(
        old
    )


@given(TEXTS)
def test_a_text_is_one_run_of_itself(words: list[str]) -> None:
    expected = [Run(0, 0, len(words), len(words))] if words else []
    assert match_words(words, words) == expected


def test_nothing_is_shared_with_an_empty_text() -> None:
    assert match_words([], []) == match_words(["a"], []) == match_words([], ["a"]) == []


def test_an_insertion_parts_a_run() -> None:
    new = [*numbered(0, 5), "nieuw", *numbered(5, 9)]
    assert match_words(numbered(0, 9), new) == [Run(0, 0, 5, 5), Run(5, 6, 4, 4)]


def test_a_part_that_went_elsewhere_is_moved() -> None:
    old = [*numbered(0, 30), *numbered(30, 40), *numbered(40, 90)]
    new = [*numbered(30, 40), *numbered(0, 30), *numbered(40, 90)]
    assert Run(30, 0, 10, 10, moved=True) in match_words(old, new)


def test_a_short_phrase_that_recurs_is_not_moved() -> None:
    old = [*numbered(0, 20), "van", "de", "gemeente"]
    new = ["van", "de", "gemeente", *numbered(0, 20)]
    assert match_words(old, new) == [Run(0, 3, 20, 20)]


def test_words_that_a_page_runs_together_are_the_same() -> None:
    old = ["wij", "willen", "samen", "werken", "aan", "de", "wijk"]
    new = ["wij", "willen", "samenwerken", "aan", "de", "wijk"]
    assert Run(2, 2, 2, 1) in match_words(old, new)


def test_digits_that_are_parted_otherwise_are_other_numbers() -> None:
    old, new = ["ruim", "1", "5", "miljoen"], ["ruim", "15", "miljoen"]
    assert match_words(old, new) == [Run(0, 0, 1, 1), Run(3, 2, 1, 1)]


def test_a_space_lost_before_a_number_makes_no_other_number() -> None:
    old, new = ["een", "artikel", "3", "lid"], ["een", "artikel3", "lid"]
    assert Run(1, 1, 2, 1) in match_words(old, new)


def test_a_long_text_with_small_changes_is_found_whole() -> None:
    old = [f"w{number * number % 9973}" for number in range(60_000)]
    new = [word for number, word in enumerate(old) if number % 1009]
    shared = sum(run.old_length for run in match_words(old, new))
    assert shared == len(new)


def test_a_long_text_that_repeats_itself_is_found_for_the_greater_part() -> None:
    old = [f"w{number % 500}" for number in range(25_000)]
    new = ["x", *old[1:-1], "y"]
    new.insert(9_000, "z")
    shared = sum(run.old_length for run in match_words(old, new))
    assert shared > 0.95 * len(old)
