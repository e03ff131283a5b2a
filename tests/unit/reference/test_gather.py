"""A reference holds every text once, and no word of few documents."""

from dataclasses import replace

import pytest

from taalscan.model import Balance, BalanceVerdict, Basis, DocumentBalance, Interval, Scan
from taalscan.reference import Description, Gathered, Measured, gather, text_digest
from taalscan.reference import measured as measured_of
from tests.builders import scan_of
from tests.unit.reference.builders import measured, passage

GENRES = ("beleidsnota", "programma", "handreiking")


def gathered(*corpus: Measured, least: int = 1) -> Gathered:
    made = gather(corpus, GENRES, Description("proef", "1", "Verzonnen.", least))
    assert made is not None
    return made


def test_words_are_counted_by_genre_in_the_order_of_the_genres() -> None:
    made = gathered(
        measured(1, passage("a", 10, zorg=2, buur=1), genre="handreiking"),
        measured(2, passage("b", 20, zorg=1), genre="programma"),
    )
    reference = made.reference
    assert reference.genres == ("programma", "handreiking")
    assert reference.totals == (20, 10)
    assert dict(reference.words) == {"buur": (0, 1), "zorg": (1, 2)}
    assert [own.genre for own in reference.documents] == ["handreiking", "programma"]


def test_a_passage_that_recurs_counts_once_among_the_words() -> None:
    made = gathered(
        measured(1, passage("vast", 10, plan=3), passage("vast", 10, plan=3), passage("a", 5)),
        measured(2, passage("vast", 10, plan=3), passage("b", 5, plan=1)),
    )
    assert (made.passages, made.repeated, made.copies) == (5, 2, 0)
    assert made.reference.totals == (20,)
    assert dict(made.reference.words) == {"plan": (4,)}


@pytest.mark.parametrize(("old", "kept"), [(7, 1), (8, 0), (10, 0)])
def test_a_document_of_which_four_fifths_stood_earlier_is_left_out(old: int, kept: int) -> None:
    first = [passage(f"oud{number}") for number in range(10)]
    second = [*first[:old], *(passage(f"nieuw{number}", zorg=1) for number in range(10 - old))]
    made = gathered(measured(1, *first), measured(2, *second))
    assert len(made.reference.documents) == 1 + kept
    assert made.copies == 1 - kept
    assert ("zorg" in made.reference.words) == bool(kept)


def test_a_document_that_repeats_itself_is_no_copy() -> None:
    made = gathered(measured(1, *[passage("refrein", 10, lied=1)] * 10))
    assert made.copies == 0
    assert made.reference.totals == (10,)


def test_of_two_copies_the_first_stays() -> None:
    same = [passage("a"), passage("b")]
    one = gathered(measured(1, *same), measured(2, *same)).reference
    other = gathered(measured(2, *same), measured(1, *same)).reference
    assert [own.digest for own in one.documents] == [f"{1:016x}"]
    assert [own.digest for own in other.documents] == [f"{2:016x}"]


def test_words_of_few_documents_are_left_out_however_often_they_stand_there() -> None:
    corpus = [measured(number, passage(f"p{number}", zorg=1)) for number in range(5)]
    corpus.append(measured(9, passage("p9", jansen=50)))
    assert dict(gathered(*corpus, least=5).reference.words) == {"zorg": (5,)}
    assert dict(gathered(*corpus, least=6).reference.words) == {}


def test_documents_that_were_measured_with_something_else_do_not_mix() -> None:
    own = measured(1, passage("a"))
    other = replace(own, made_with=replace(own.made_with, lexicons=("00" * 32,)))
    with pytest.raises(ValueError, match="same lexicons"):
        gathered(own, other)


def test_without_documents_there_is_no_reference() -> None:
    assert gather([], GENRES, Description("proef", "1", "Niets.")) is None


def scan(passages: int) -> Scan:
    return scan_of("\n\n".join(["Wij letten op {M2-001:kosten} en op buren."] * passages))


def test_a_scan_gives_its_densities_and_shares_and_what_made_them() -> None:
    made = measured_of(scan(20), "programma", ())
    assert made.document.densities == (round(1000 / 7, 4), 0.0, 0.0, 0.0)
    assert made.document.shares == (1.0, 0.0, 0.0, 0.0)
    assert made.document.balance is None
    assert made.document.digest == text_digest(scan(20).document.text)
    assert made.made_with.axes == tuple(axis.id for axis in scan(20).axes)
    assert made.made_with.lexicons == ("ef" * 32,)


def test_the_expected_share_goes_before_the_counted_one() -> None:
    own = scan(20)
    expected = replace(own.scores[0], expected_share=Interval(0.25, 0.2, 0.3))
    scored = replace(own, scores=(expected, *own.scores[1:]))
    assert measured_of(scored, "programma", ()).document.shares == (0.25, 0.0, 0.0, 0.0)


def test_the_balance_of_a_document_is_that_of_the_main_index() -> None:
    ratio = Interval(-0.956, -1.8, -0.11)
    main = Balance("rm", Basis.PASSAGES, 7, 19, ratio, Interval(-0.444, -0.72, -0.05))
    balance = DocumentBalance(main, (), -1.2, BalanceVerdict.BELOW)
    scored = replace(scan(20), balance=balance)
    assert measured_of(scored, "programma", ()).document.balance == -0.956


def test_a_document_too_short_for_figures_keeps_its_place_without_them() -> None:
    own = measured_of(scan(3), "programma", ()).document
    assert own.densities == own.shares == (None,) * 4
    assert not own.has_figures
