"""Figures of two versions differ only where their words do, and by no more than is certain."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.errors import ComparisonError
from taalscan.model import BalanceSide, BalanceVerdict, Interval, Reliability, Scan
from taalscan.model.comparison import Comparison, Direction, FigureChange
from taalscan.scoring.comparison import compare_scans
from tests.versions import (
    INDEX,
    balanced,
    classified,
    document,
    paragraph,
    regrouped,
    scan_with,
)

MARKET = "{M1-001:marktwerking}"
NOTHING = Interval(0.0, 0.0, 0.0)


def version(
    numbers: Sequence[int], hits: Mapping[int, str] | None = None, name: str = "oud.docx"
) -> Scan:
    return scan_with(document(numbers, hits), name)


def figures(found: Comparison) -> list[FigureChange]:
    return [
        figure for own in found.axes for figure in (own.density, own.weighted_density, own.share)
    ]


def market(found: Comparison) -> FigureChange:
    return found.axes[0].density


def test_a_version_does_not_differ_from_itself() -> None:
    scan = version(range(25), {3: MARKET, 9: MARKET})
    scan = classified(scan, {"marktgericht": [0.3] * 25})
    found = compare_scans(scan, scan)
    assert [own.difference.change for own in figures(found)] == [NOTHING] * 12
    assert {own.difference.direction for own in figures(found)} == {Direction.NONE}
    assert (found.swaps, found.shifts) == ((), ())


def test_layout_and_parting_into_passages_do_not_show() -> None:
    """The new file is read as other passages, with other scores; the words are the same."""
    old = version(range(26), {3: MARKET})
    new = regrouped(version(range(26), {3: MARKET}, "nieuw.pdf"), [2] * 13)
    new = replace(new, reliability=Reliability.INDICATIVE)
    old, new = (
        classified(own, {"marktgericht": chances})
        for own, chances in ((old, [0.2] * 26), (new, [0.9] * 13))
    )
    found = compare_scans(old, new)
    assert [own.difference.change for own in figures(found)] == [NOTHING] * 12


def test_moving_a_passage_changes_no_figure() -> None:
    old = version(range(25), {3: MARKET})
    new = version([*range(5, 25), *range(5)], {3: MARKET}, "nieuw.docx")
    found = compare_scans(old, new)
    assert {unit.kind.value for unit in found.alignment.units} == {"unchanged", "moved"}
    assert [own.difference.change for own in figures(found)] == [NOTHING] * 12


def test_the_figures_are_those_of_the_documents() -> None:
    old = version(range(25), dict.fromkeys(range(5), MARKET))
    new = version(range(25), dict.fromkeys(range(2), MARKET), "nieuw.docx")
    found = market(compare_scans(old, new)).difference
    assert found.old == pytest.approx(1000 * 5 / old.words)
    assert found.new == pytest.approx(1000 * 2 / new.words)
    assert found.change.value == pytest.approx(found.new - found.old)


def test_one_changed_word_is_no_difference() -> None:
    old = version(range(25), {3: MARKET})
    found = market(compare_scans(old, version(range(25), name="nieuw.docx"))).difference
    assert found.change.value < 0
    assert found.direction is Direction.NONE


def test_a_change_all_over_is_a_difference() -> None:
    old = version(range(30), dict.fromkeys(range(0, 30, 2), MARKET))
    found = market(compare_scans(old, version(range(30), name="nieuw.docx"))).difference
    assert found.direction is Direction.LESS
    assert found.change.low < found.change.value < found.change.high < 0


def test_effects_tell_what_was_changed_removed_and_added() -> None:
    old = version(range(30), {0: MARKET, 1: MARKET, 2: MARKET})
    new = version([0, *range(2, 32)], {2: MARKET, 31: MARKET}, "nieuw.docx")
    effects = market(compare_scans(old, new)).effects
    assert effects.changed < 0  # the word in 0 went
    assert effects.removed < 0  # 1 went, with its word
    assert effects.new > 0  # 31 has a word
    assert effects.moved == 0


@settings(max_examples=25, deadline=None)
@given(
    st.sets(st.integers(0, 24)),
    st.sets(st.integers(0, 24)),
    st.lists(st.integers(0, 40), min_size=22, max_size=30, unique=True),
)
def test_the_other_way_round_every_difference_has_the_other_sign(
    before: set[int], after: set[int], numbers: list[int]
) -> None:
    old = version(range(25), dict.fromkeys(before, MARKET))
    new = version(numbers, dict.fromkeys(after, MARKET), "nieuw.docx")
    there, back = compare_scans(old, new), compare_scans(new, old)
    for own, other in zip(figures(there), figures(back), strict=True):
        assert own.difference.change.value == pytest.approx(-other.difference.change.value)
        assert own.effects.total == pytest.approx(own.difference.change.value)
        assert own.effects.new == pytest.approx(-other.effects.removed)
        assert own.effects.changed == pytest.approx(-other.effects.changed)


@settings(max_examples=25, deadline=None)
@given(
    st.sets(st.integers(0, 24)),
    st.sets(st.integers(0, 24)),
    st.lists(st.integers(0, 40), min_size=22, max_size=30, unique=True),
    st.integers(1, 99),
)
def test_the_other_way_round_every_interval_is_turned_round(
    before: set[int], after: set[int], numbers: list[int], chance: int
) -> None:
    """So whether there is a difference does not hang on which file is named first."""
    old = version(range(25), dict.fromkeys(before, MARKET))
    new = version(numbers, dict.fromkeys(after, MARKET), "nieuw.docx")
    chances = [chance / 100] * 30
    old, new = (classified(own, {"marktgericht": chances}) for own in (old, new))
    old, new = balanced(old), balanced(new)
    there, back = compare_scans(old, new), compare_scans(new, old)
    pairs = [
        (own.difference, other.difference)
        for own, other in zip(figures(there), figures(back), strict=True)
    ]
    if there.balance and back.balance:
        pairs.append((there.balance.difference, back.balance.difference))
    for own, other in pairs:
        assert own.change.low == pytest.approx(-other.change.high, abs=1e-9)
        assert own.change.high == pytest.approx(-other.change.low, abs=1e-9)


def test_the_words_found_in_both_versions_are_counted() -> None:
    """Only those of the text that is compared, as the densities do."""
    old = version(range(25), {3: MARKET, 9: MARKET})
    new = version(range(2, 25), {3: MARKET}, "nieuw.docx")
    found = compare_scans(old, new).axes
    assert [(own.old_hits, own.new_hits) for own in found] == [(2, 1), (0, 0), (0, 0), (0, 0)]


def test_where_nothing_is_found_a_difference_is_not_certain() -> None:
    """Text that was rewritten might have held a word; text that stayed holds none for certain."""
    old = version(range(40))
    rewritten = version([*range(30), *range(50, 60)], name="nieuw.docx")
    for own in figures(compare_scans(old, rewritten)):
        assert own.difference.change.low < 0 < own.difference.change.high
    little = version([*range(39), 50], name="nieuw.docx")
    widths = [
        market(compare_scans(old, new)).difference.change.high for new in (little, rewritten)
    ]
    # about what one word more would add
    assert 0 < widths[0] < widths[1] < 1.2 * 1000 / old.words


def test_the_same_scans_give_the_same_comparison() -> None:
    old = version(range(25), {3: MARKET})
    new = version(range(2, 27), {9: MARKET}, "nieuw.docx")
    old, new = (classified(own, {"marktgericht": [0.4] * 25}) for own in (old, new))
    assert compare_scans(old, new) == compare_scans(old, new)


def test_a_short_version_has_no_figures_but_its_passages() -> None:
    found = compare_scans(version(range(25)), version(range(12), name="nieuw.docx"))
    assert found.axes == ()
    assert [(own.code, own.values) for own in found.notices if own.code.startswith("too")] == [
        ("too-short-new", (("passages", 12), ("words", 228)))
    ]
    assert len(found.alignment.units) == 25
    assert "indicative" not in told(found)


def test_text_that_was_read_otherwise_counts_on_neither_side() -> None:
    cell = "De wethouder opent de nieuwe brug op een zonnige dag in mei"
    old = scan_with(f"{document(range(25))}\n\n{cell} met {MARKET}.", "oud.docx")
    new = scan_with(f"{document(range(25))}\n\n| {cell} met marktwerking.", "nieuw.pdf")
    found = compare_scans(old, new)
    assert market(found).difference.old == 0.0
    assert ("apart-old", (("count", 1),)) in [(own.code, own.values) for own in found.notices]


def told(found: Comparison) -> dict[str, dict[str, str | int]]:
    return {own.code: dict(own.values) for own in found.notices}


def test_versions_that_share_too_little_running_text_have_no_figures() -> None:
    """All passages of one are headings in the other: nothing is left to count on that side."""
    numbers = range(40, 70)
    headings = "\n\n".join(f"# {paragraph(number)}" for number in range(40))
    old = scan_with(f"{headings}\n\n{document(numbers)}", "oud.md")
    new = scan_with(document(range(40)), "nieuw.md")
    for found in (compare_scans(old, new), compare_scans(new, old)):
        assert found.axes == ()
        assert "little-compared" in told(found)
        assert not {"indicative", "too-short-old", "too-short-new"} & set(told(found))


@pytest.mark.parametrize("part", ["lexicon", "language-model", "classifier"])
def test_scans_that_were_made_otherwise_are_refused(part: str) -> None:
    old = version(range(3))
    made = old.provenance
    other = {
        "lexicon": replace(made, lexicons=()),
        "language-model": replace(made, language_model=replace(made.language_model, sha256="00")),
        "classifier": classified(old, {}).provenance,
    }[part]
    with pytest.raises(ComparisonError) as caught:
        compare_scans(old, replace(old, provenance=other))
    assert caught.value.values == {"part": part}


def chances(market_: float, relational: float, size: int = 60) -> dict[str, list[float]]:
    return {"marktgericht": [market_] * size, "relationeel": [relational] * size}


def test_the_balance_moves_to_the_side_that_grew() -> None:
    words = dict.fromkeys(range(60), "{R1-001:buren}")
    old = balanced(classified(version(range(60)), chances(0.8, 0.1)))
    new = balanced(classified(version(range(60), words, "nieuw.docx"), chances(0.1, 0.8)))
    found = compare_scans(old, new).balance
    assert found is not None
    assert found.difference.old == pytest.approx(log((6 + 0.5) / (48 + 0.5)))
    assert found.difference.change.value == pytest.approx(
        found.difference.new - found.difference.old
    )
    assert found.difference.direction is Direction.MORE
    back = compare_scans(new, old).balance
    assert back is not None
    assert back.difference.change.value == pytest.approx(-found.difference.change.value)


def test_versions_that_allow_no_balance_have_no_difference_of_it() -> None:
    scan = classified(version(range(60)), chances(0.5, 0.5))
    others = {
        "no-balance": replace(balanced(scan), balance=None),
        "balance-unsure": balanced(scan, BalanceVerdict.UNSURE),
        "balance-words": balanced(scan, BalanceVerdict.NONE),
    }
    for code, other in others.items():
        for old, new in ((balanced(scan), other), (other, balanced(scan))):
            found = compare_scans(old, new)
            assert found.balance is None
            assert {"no-balance", "balance-unsure", "balance-words"} & set(told(found)) == {code}


def test_headings_and_tables_that_differ_are_told() -> None:
    old = scan_with(f"# Over zorg\n\n{document(range(25))}\n\n| Aantal klanten 120", "oud.docx")
    new = scan_with(f"# Over wonen\n\n{document(range(25))}\n\n| Aantal 9", "nieuw.docx")
    found = told(compare_scans(old, new))
    assert found["headings"] == {"count": 1}
    assert found["outside"] == {"old": 2, "new": 1}
    assert not {"headings", "outside"} & set(told(compare_scans(old, old)))


def test_a_figure_that_is_not_that_of_the_report_of_the_document_is_told() -> None:
    cell = "De wethouder opent de nieuwe brug op een zonnige dag in mei"
    old = scan_with(f"{document(range(25))}\n\n{cell} met {MARKET}.", "oud.docx")
    new = scan_with(f"{document(range(25))}\n\n| {cell} met marktwerking.", "nieuw.pdf")
    found = told(compare_scans(old, new))
    assert found["otherwise-old"] == {"axes": "marktgericht"}
    assert "otherwise-new" not in found


def test_a_balance_of_facets_is_not_compared() -> None:
    facets = replace(INDEX, above=BalanceSide("C-werkwoord", ("C1", "C2")))
    scan = balanced(classified(version(range(60)), chances(0.5, 0.5)))
    assert compare_scans(*[replace(scan, balance_indices=(facets,))] * 2).balance is None


def test_a_difference_of_probabilities_has_the_doubt_of_the_classifier() -> None:
    """Both versions say the same in other words; the intervals are wider than the words' alone."""
    words = dict.fromkeys(range(0, 30, 3), "anders")
    old = classified(version(range(30)), {"marktgericht": [0.5] * 30})
    new = classified(version(range(30), words, "nieuw.docx"), {"marktgericht": [0.5] * 30})
    share = compare_scans(old, new).axes[0].share.difference
    assert share.change.value == pytest.approx(0.0)
    assert share.change.low < -0.05 < 0.05 < share.change.high
