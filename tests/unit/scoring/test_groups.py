"""Two groups of documents are compared on every figure, and no more is concluded than may be."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from taalscan.model import (
    Balance,
    BalanceVerdict,
    Basis,
    DocumentBalance,
    DocumentGenre,
    Interval,
)
from taalscan.model.groups import (
    FigureComparison,
    Group,
    GroupComparison,
    GroupConclusion,
    GroupEffect,
    GroupFigure,
    GroupSize,
)
from taalscan.scoring.groups import compare_groups, group_of, member_of
from tests.builders import axes, scan_of
from tests.group_members import BUYING, INDEX, LETTER, comparison, group, member


def figure(
    found: GroupComparison, axis: str | None, kind: GroupFigure = GroupFigure.DENSITY
) -> FigureComparison:
    (own,) = [one for one in found.figures if one.axis == axis and one.figure is kind]
    return own


def effect(found: GroupComparison, axis: str | None = "marktgericht") -> GroupEffect:
    kind = GroupFigure.BALANCE if axis is None else GroupFigure.DENSITY
    own = figure(found, axis, kind).effect
    assert own is not None
    return own


densities = st.lists(st.floats(0, 60) | st.sampled_from((0.0, 5.0)), min_size=5, max_size=25)


def test_the_worked_example_by_hand() -> None:
    """U is 23 of 25: 6 is below 7 and 8, all else is above; the middle of 25 differences is 5."""
    found = compare_groups(group("a", (6, 9, 10, 11, 12)), group("b", (1, 2, 3, 7, 8)), axes())
    own = effect(found)
    assert own.superiority.value == 23 / 25
    assert own.delta.value == pytest.approx(21 / 25)
    assert own.shift.value == 5.0
    compared = figure(found, "marktgericht")
    assert (compared.first_median, compared.second_median) == (10, 3)


def test_every_axis_has_its_figures_and_the_balance_comes_last() -> None:
    found = comparison()
    kinds = [own.figure.value for own in found.figures]
    assert kinds == ["density", "weighted_density", "expected_share"] * 4 + ["balance"]
    assert figure(found, None, GroupFigure.BALANCE).conclusion is GroupConclusion.SECOND


def test_the_counted_share_stands_in_where_a_document_lacks_the_expected_one() -> None:
    first, second = group("a", range(5)), group("b", range(5))
    lacking = member("oud", (4.0,) * 4, expected=False)
    found = compare_groups(first, group_of("b", [*second.members, lacking]), axes())
    kinds = {own.figure for own in found.figures}
    assert GroupFigure.SHARE in kinds
    assert GroupFigure.EXPECTED_SHARE not in kinds


def test_a_difference_is_named_only_for_the_group_and_axis_that_show_one() -> None:
    found = comparison()
    assert figure(found, "marktgericht").conclusion is GroupConclusion.FIRST
    for axis in ("relationeel", "divergerend", "convergerend"):
        assert figure(found, axis).conclusion is GroupConclusion.UNDECIDED


@given(first=densities, second=densities)
@settings(deadline=None, max_examples=60)
def test_a_conclusion_needs_both_intervals_and_the_correction(
    first: list[float], second: list[float]
) -> None:
    found = compare_groups(group("a", first), group("b", second), axes())
    for own in found.figures:
        if own.effect is None:
            assert own.conclusion is GroupConclusion.NONE
            continue
        sides = (own.effect.superiority, 0.5), (own.effect.shift, 0.0), (own.effect.delta, 0.0)
        above = all(interval.low > even for interval, even in sides)
        below = all(interval.high < even for interval, even in sides)
        sure = own.effect.q <= 0.05
        assert (own.conclusion is GroupConclusion.FIRST) == (above and sure)
        assert (own.conclusion is GroupConclusion.SECOND) == (below and sure)


@given(first=densities, second=densities)
@settings(deadline=None, max_examples=60)
def test_swapping_the_groups_turns_effects_and_conclusions_round(
    first: list[float], second: list[float]
) -> None:
    one = compare_groups(group("a", first), group("b", second), axes())
    other = compare_groups(group("b", second), group("a", first), axes())
    turned = {
        GroupConclusion.FIRST: GroupConclusion.SECOND,
        GroupConclusion.SECOND: GroupConclusion.FIRST,
    }
    for own, back in zip(one.figures, other.figures, strict=True):
        assert back.conclusion is turned.get(own.conclusion, own.conclusion)
        if own.effect and back.effect:
            assert own.effect.delta.value == pytest.approx(-back.effect.delta.value)
            assert own.effect.delta.low == pytest.approx(-back.effect.delta.high)
            assert own.effect.shift.low == pytest.approx(-back.effect.shift.high, abs=1e-12)


@given(first=densities, second=densities, data=st.data())
@settings(deadline=None, max_examples=40)
def test_the_order_of_the_documents_makes_no_difference(
    first: list[float], second: list[float], data: st.DataObject
) -> None:
    own, other = group("a", first), group("b", second)
    shuffled = replace(own, members=tuple(data.draw(st.permutations(own.members))))
    found, again = (compare_groups(one, other, axes(), INDEX) for one in (own, shuffled))
    assert [one.effect for one in found.figures] == [one.effect for one in again.figures]
    assert found.warnings == again.warnings


@pytest.mark.parametrize(
    ("first", "second", "size"),
    [
        (4, 30, GroupSize.TOO_FEW),
        (5, 30, GroupSize.INDICATIVE),
        (30, 19, GroupSize.INDICATIVE),
        (20, 20, GroupSize.FULL),
        (0, 5, GroupSize.TOO_FEW),
    ],
)
def test_the_smaller_group_decides_what_may_be_said(
    first: int, second: int, size: GroupSize
) -> None:
    market = [100.0 + number for number in range(first)]
    found = compare_groups(group("a", market), group("b", range(second)), axes())
    own = figure(found, "marktgericht")
    assert found.size is own.size is size
    assert (own.effect is None) == (size is GroupSize.TOO_FEW)
    assert (own.conclusion is GroupConclusion.NONE) == (size is GroupSize.TOO_FEW)


def test_a_balance_that_few_documents_have_is_not_compared() -> None:
    first = group("a", range(10))
    few = tuple(
        replace(own, balance=None) if number > 3 else own
        for number, own in enumerate(first.members)
    )
    found = compare_groups(replace(first, members=few), group("b", range(10)), axes(), INDEX)
    own = figure(found, None, GroupFigure.BALANCE)
    assert (own.size, own.effect, own.first_median) == (GroupSize.TOO_FEW, None, -1.5)
    assert figure(found, "marktgericht").effect is not None


def test_short_documents_and_copies_are_left_out_and_kept_apart() -> None:
    found = comparison().first
    assert len(found.members) == 20
    assert [own.name for own in found.left_out] == ["kort"]
    assert [own.name for own in found.copies] == ["inkoop-00"]


def test_the_correction_over_all_figures_is_that_of_scipy() -> None:
    effects = [own.effect for own in comparison().figures if own.effect]
    assert len(effects) == 13
    expected = stats.false_discovery_control([own.p for own in effects])
    assert [own.q for own in effects] == pytest.approx(list(expected))


# --- warnings ---


def codes(first: Group, second: Group) -> list[str]:
    return [notice.code for notice in compare_groups(first, second, axes()).warnings]


def test_groups_of_other_genres_and_lengths_are_warned_of() -> None:
    genre, length = comparison().warnings
    assert genre.code == "genre-differs"
    assert dict(genre.values) == {
        "first": "Inkoopdocument",
        "first_count": 20,
        "first_total": 20,
        "second": "Brief",
        "second_count": 20,
        "second_total": 20,
    }
    assert (length.code, dict(length.values)) == (
        "length-differs",
        {"first": 9000, "second": 3000},
    )


def test_groups_of_the_same_genre_and_length_are_not() -> None:
    assert codes(group("a", range(6)), group("b", range(6))) == []
    assert codes(group("a", range(6), words=5900), group("b", range(6), words=3000)) == []


def mixed(name: str, letters: int, others: int) -> Group:
    first, second = (
        group(f"{name}1", range(letters)),
        group(f"{name}2", range(others), genre=BUYING),
    )
    return group_of(name, [*first.members, *second.members])


@pytest.mark.parametrize(("letters", "warned"), [(4, ["genre-differs"]), (5, []), (8, [])])
def test_half_of_a_group_must_have_a_counterpart_of_its_genre(
    letters: int, warned: list[str]
) -> None:
    assert codes(mixed("a", letters, 10 - letters), group("b", range(10))) == warned


@pytest.mark.parametrize("genre", [None, DocumentGenre(None, "Brief", 0.3)])
def test_a_genre_that_is_not_known_is_told_as_such(genre: DocumentGenre | None) -> None:
    (notice,) = compare_groups(
        group("a", range(6), genre=genre), group("b", range(4), genre=LETTER), axes()
    ).warnings
    assert notice.code == "genre-unknown"
    assert dict(notice.values) == {"count": 6, "total": 10}


def test_a_document_in_both_groups_is_named() -> None:
    first, second = group("a", range(6)), group("b", range(6))
    both = replace(second, members=(*second.members, first.members[2]))
    (notice,) = compare_groups(first, both, axes()).warnings
    assert (notice.code, dict(notice.values)) == ("in-both", {"count": 1, "names": "a-02"})


def test_of_many_documents_in_both_groups_ten_are_named() -> None:
    first = group("a", range(12))
    (notice,) = compare_groups(first, replace(first, name="b"), axes()).warnings
    names = str(dict(notice.values)["names"])
    assert dict(notice.values)["count"] == 12
    assert names.endswith("a-09, …")


def test_without_documents_there_is_nothing_to_warn_of() -> None:
    assert codes(group("a", ()), group("b", range(6))) == []


# --- members ---


def test_a_member_keeps_the_figures_of_its_scan() -> None:
    scan = scan_of("\n\n".join(["De {M3-001:klant} wacht op de gemeente Vaarwoude."] * 25))
    about = Interval(0.4, 0.3, 0.5)
    scores = tuple(
        replace(own, weighted_density=Interval(60.0, 50.0, 70.0), expected_share=about)
        for own in scan.scores
    )
    main = Balance("b", Basis.PASSAGES, 1.0, 9.0, Interval(-1.85, -3, -1), about)
    balance = DocumentBalance(main, (), 0.0, BalanceVerdict.BELOW)
    found = member_of(replace(scan, scores=scores, balance=balance, genre=LETTER), "a/nota.html")
    assert (found.name, found.href, found.genre) == ("nota.pdf", "a/nota.html", LETTER)
    assert (found.words, found.passages, found.balance) == (scan.words, 25, -1.85)
    assert scan.scores[0].density is not None
    first = found.figures[0]
    assert (first.axis, first.density) == ("marktgericht", scan.scores[0].density.value)
    assert (first.weighted_density, first.share, first.expected_share) == (60.0, 1.0, 0.4)


@pytest.mark.parametrize("verdict", [BalanceVerdict.UNSURE, BalanceVerdict.NONE])
def test_a_balance_that_says_nothing_is_not_compared(verdict: BalanceVerdict) -> None:
    about = Interval(0.4, 0.3, 0.5)
    main = Balance("b", Basis.PASSAGES, 1.0, 9.0, Interval(-1.85, -3, -1), about)
    balance = DocumentBalance(main, (), 0.0, verdict)
    assert member_of(replace(scan_of("De wijk."), balance=balance), None).balance is None


def test_a_scan_too_short_for_figures_gives_a_member_without_any() -> None:
    found = member_of(scan_of("De {M3-001:klant} wacht."), None)
    assert (found.figures, found.balance, found.href) == ((), None, None)
