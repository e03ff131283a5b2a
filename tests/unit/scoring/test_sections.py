"""Chapters part a document without loss, and have figures only where they are long enough."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from taalscan.model import Passage, PassageScore, Span
from taalscan.scoring.sections import chapters, score_sections
from tests.unit.scoring.builders import DIGEST, FRAME, hit, scored

trails = st.lists(
    st.lists(st.sampled_from(["Nota", "A", "B"]), max_size=3).map(tuple), min_size=1, max_size=30
)


def _under(*headings: tuple[str, ...]) -> list[PassageScore]:
    return [
        replace(scored([hit()]), passage=Passage(f"p{n}", Span(n, n + 1), own))
        for n, own in enumerate(headings)
    ]


@given(trails)
def test_chapters_follow_each_other_and_hold_all_passages(headings: list[tuple[str, ...]]) -> None:
    found = chapters(_under(*headings))
    if found:
        assert found[0].first == 0
        assert found[-1].end == len(headings)
        assert all(one.end == other.first for one, other in pairwise(found))
        assert all(one.headings != other.headings for one, other in pairwise(found))


def test_a_title_above_all_is_no_chapter() -> None:
    found = chapters(_under(("Nota", "A"), ("Nota", "A", "x"), ("Nota", "B")))
    assert [(own.headings, own.first, own.end) for own in found] == [
        (("Nota", "A"), 0, 2),
        (("Nota", "B"), 2, 3),
    ]


def test_a_document_without_parts_has_no_chapters() -> None:
    assert chapters(_under(("Nota",), ("Nota",))) == ()


def test_a_chapter_of_under_twenty_passages_has_counts_only() -> None:
    passages = _under(*[("A",)] * 19, *[("B",)] * 20)
    short, long = score_sections(FRAME.axes, passages, DIGEST, {})
    assert (short.axes[0].hits, short.axes[0].density) == (19, None)
    assert long.axes[0].density is not None
    assert (long.first, long.passages, long.words) == (19, 20, 800)
