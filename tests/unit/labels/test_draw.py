"""A sample is what was asked for, and its chances are what they say."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.labels import LabelledPassage, prevalence
from taalscan.labels.candidates import Candidate, candidates, passage_id
from taalscan.labels.draw import Shares, draw
from taalscan.model import Scan, Span
from tests.builders import scan_of

CODES = ("M", "R")


def _candidate(
    number: int, counted: str = "", uncounted: str = "", doubt: float | None = None
) -> Candidate:
    passage = LabelledPassage(id=f"p{number:04d}", text=f"Zin nummer {number}.", labels={})
    doubts = {} if doubt is None else {"M": doubt}
    return Candidate(passage, frozenset(counted), frozenset(uncounted), doubts)


@st.composite
def pools(draw_: st.DrawFn) -> list[Candidate]:
    size = draw_(st.integers(1, 60))
    marks = st.text("MR", max_size=2)
    return [_candidate(number, draw_(marks), draw_(marks)) for number in range(size)]


@settings(deadline=None)
@given(pools(), st.integers(1, 70), st.integers(0, 9), st.randoms())
def test_a_sample_has_the_size_asked_for_and_no_passage_twice(
    pool: list[Candidate], size: int, seed: int, shuffler: random.Random
) -> None:
    drawn = draw(pool, CODES, size, seed=seed)
    assert len({own.id for own in drawn}) == len(drawn) == min(size, len(pool))
    for own in drawn:
        assert own.chance is not None
        assert 0 < own.chance <= 1
        kind, _, code = own.stratum.partition(":")
        candidate = pool[int(own.id[1:])]
        assert kind == "random" or code in (
            candidate.counted if kind == "hits" else candidate.uncounted
        )
    again = list(pool)
    shuffler.shuffle(again)
    assert draw(again, CODES, size, seed=seed) == drawn


def _town(passages: int = 600) -> list[Candidate]:
    """Return passages of which one in ten has hits of M and one in twenty of R."""
    return [
        _candidate(
            number,
            ("M" if number % 10 == 0 else "") + ("R" if number % 20 == 1 else ""),
            "M" if number % 15 == 4 else "",
        )
        for number in range(passages)
    ]


def test_strata_get_their_parts() -> None:
    strata = Counter(own.stratum for own in draw(_town(), CODES, 100, seed=1))
    # hard:R has no passages: its ten go to the others in proportion
    assert strata.keys() == {"random", "hits:M", "hits:R", "hard:M"}
    for stratum, expected in (("random", 44), ("hits:M", 22), ("hits:R", 22), ("hard:M", 11)):
        assert abs(strata[stratum] - expected) <= 6, stratum


def test_each_passage_is_drawn_as_often_as_its_chance_says() -> None:
    pool, runs = _town(80), 3000
    times: Counter[str] = Counter()
    chances: dict[str, float] = {}
    for seed in range(runs):
        for own in draw(pool, CODES, 20, seed=seed):
            times[own.id] += 1
            chances[own.id] = own.chance or 0
    assert sum(chances.values()) == pytest.approx(20)
    for number in range(80):
        name = f"p{number:04d}"
        # five standard deviations of a share over the runs
        assert times[name] / runs == pytest.approx(chances[name], abs=5 * 0.5 / runs**0.5)


def _coded(drawn: Sequence[LabelledPassage]) -> list[LabelledPassage]:
    """Return passages as a coder would label them: M in all with hits and some without."""
    present = {f"p{n:04d}" for n in range(600) if n % 10 == 0 or n % 50 == 7}
    return [replace(own, labels={"M": int(own.id in present)}) for own in drawn]


def test_weighting_back_gives_the_prevalence_of_all_passages() -> None:
    pool, truth = _town(), 72 / 600
    estimates, naive = [], []
    for seed in range(400):
        coded = _coded(draw(pool, CODES, 100, seed=seed))
        estimates.append(prevalence(coded, "M") or 0)
        naive.append(sum(own.has("M") for own in coded) / len(coded))
    assert sum(estimates) / 400 == pytest.approx(truth, abs=0.01)
    assert sum(naive) / 400 > truth + 0.1  # what enriched strata would make one believe


def test_prevalence_weighs_each_passage_by_what_it_stands_for() -> None:
    one = LabelledPassage("p1", "Een.", {"M": 2}, chance=1.0)
    four = LabelledPassage("p2", "Twee.", {"M": 0, "R": 1}, chance=0.25)
    assert prevalence([one, four], "M") == pytest.approx(1 / 5)
    assert prevalence([one, four], "R") == 1.0
    assert prevalence([one, four], "D") is None
    with pytest.raises(ValueError, match="p1 has no chance"):
        prevalence([replace(one, chance=None)], "M")


def test_a_classifier_in_doubt_gives_the_hard_passages() -> None:
    pool = [_candidate(number, doubt=abs(number - 30) / 100) for number in range(60)]
    drawn = draw(pool, ("M",), 20, seed=3, shares=Shares(0.4, 0.4, 0.2))
    doubted = [own for own in drawn if own.id in {"p0028", "p0029", "p0030", "p0031"}]
    assert len(doubted) == 4  # the four nearest are certain
    assert {own.chance for own in doubted} == {1.0}
    assert {own.stratum for own in drawn} == {"random", "doubt:M"}


def test_a_text_that_stands_in_two_documents_is_drawn_once() -> None:
    pool = [_candidate(1), replace(_candidate(2), passage=replace(_candidate(2).passage))]
    twin = replace(pool[0].passage, id="p9999", text="Zin  nummer 1.")
    drawn = draw([*pool, replace(pool[0], passage=twin)], CODES, 9, seed=1)
    assert [own.id for own in drawn] == ["p0001", "p0002"]


def test_nothing_is_drawn_from_nothing() -> None:
    assert draw([], CODES, 5, seed=1) == ()


def _scan() -> Scan:
    return scan_of(
        "# Zorg\n\nWij {M1-001:kopen} zorg in.\n\n"
        "Geen {M1-001 negated geen:markt} hier.\n\nGewoon een {R1-001 slogan:samen} zin."
    )


def test_candidates_tell_which_hits_count_and_show_none_of_it() -> None:
    scan = _scan()
    found = list(candidates(scan, "nota.txt", "Veldwijk"))
    assert [(set(own.counted), set(own.uncounted)) for own in found] == [
        ({"M"}, set()),
        (set(), {"M"}),
        (set(), {"R"}),
    ]
    first = found[0].passage
    assert (first.text, first.labels, first.headings) == ("Wij kopen zorg in.", {}, ("Zorg",))
    assert (first.document, first.source) == ("nota.txt", "Veldwijk")
    assert all(own.doubts == {} for own in found)


def test_a_doubt_is_the_distance_to_the_threshold() -> None:
    scan = _scan()
    first = scan.passages[0]
    axes = tuple(
        replace(own, classifier=0.9, combined=0.3, threshold=0.5)
        if own.axis == "marktgericht"
        else own
        for own in first.axes
    )
    changed = replace(scan, passages=(replace(first, axes=axes), *scan.passages[1:]))
    assert next(candidates(changed, "", "")).doubts == {"M": pytest.approx(0.2)}


def test_the_id_of_a_passage_hangs_on_bytes_and_place_alone() -> None:
    ids = {passage_id(sha, span) for sha in ("a", "b") for span in (Span(1, 23), Span(12, 3 * 9))}
    assert len(ids) == 4
    assert passage_id("ab" * 32, Span(0, 9)) == "p7d1ed72ff11f9fbf"
