"""A run is described by its documents with figures, and by genre against the reference."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.model.run import Row, RunFigure, Uncompared
from taalscan.scoring.run import summarise
from tests.builders import axes
from tests.runs import LETTER, NOTA, NOTAS, REFERENCE, UNSURE, Made, many, row_with

COMPARED = Made(genre=NOTA, stratum=NOTAS, reference=REFERENCE)


def rows(*made: Made) -> list[Row]:
    return [row_with(own) for own in made]


def test_documents_without_figures_count_nowhere_but_are_told() -> None:
    summary = summarise(rows(Made(3.0), Made(None), Made(5.0)), axes())
    assert (summary.documents, summary.without) == (2, 1)
    assert [own.values for own in summary.distributions if own.figure is RunFigure.DENSITY] == [
        (3.0, 5.0)
    ] * 4


def test_there_are_no_quartiles_below_five_documents() -> None:
    four = summarise(rows(*[Made(float(n)) for n in range(4)]), axes())
    five = summarise(rows(*[Made(float(n)) for n in range(5)]), axes())
    assert {own.quartiles for own in four.distributions} == {None}
    first = five.distributions[0]
    assert first.quartiles is not None
    assert [own.value for own in first.quartiles] == [1.0, 2.0, 3.0]


def test_the_share_is_the_counted_one_where_a_document_lacks_the_expected_one() -> None:
    summary = summarise(rows(Made(share=0.1), Made(share=0.4, expected=False)), axes())
    shares = [own for own in summary.distributions if own.figure is RunFigure.SHARE]
    assert [(own.values, own.expected) for own in shares] == [((0.1, 0.4), False)] * 4
    assert summarise(rows(Made()), axes()).distributions[1].expected


def test_a_genre_counts_its_documents_above_the_middle_of_the_reference() -> None:
    made = [replace(COMPARED, place=place) for place in (10.0, 50.0, 51.0, 80.0, 99.0, 60.0)]
    (genre,) = summarise(rows(*made, replace(COMPARED, place=None)), axes()).genres
    assert (genre.title, genre.documents, genre.short) == ("Beleidsnota of visie", 7, 1)
    assert (genre.reason, genre.stratum, genre.fewest) == (None, NOTAS, 61)
    own = genre.places[0]
    assert (own.placed, own.above) == (6, 4)
    assert own.share is not None
    assert own.share.low < own.share.value == 4 / 6 < own.share.high


def test_a_few_documents_are_counted_but_give_no_share() -> None:
    (genre,) = summarise(rows(*[replace(COMPARED, place=90.0)] * 4), axes()).genres
    assert (genre.places[0].above, genre.places[0].share) == (4, None)


def test_no_half_is_expected_above_a_middle_of_nothing() -> None:
    """A place of 30 with a share of 0: sixty of a hundred of the reference have nothing."""
    none = replace(COMPARED, place=30.0, share=0.0)
    (genre,) = summarise(rows(none, *[replace(COMPARED, place=80.0)] * 6), axes()).genres
    assert genre.places[0].middle_zero
    assert genre.places[0].share is None
    few = replace(none, place=20.0)
    (genre,) = summarise(rows(few, *[replace(COMPARED, place=80.0)] * 6), axes()).genres
    assert not genre.places[0].middle_zero


def test_it_is_told_why_documents_have_no_place() -> None:
    reasons = {
        Uncompared.NO_REFERENCE: Made(genre=NOTA),
        Uncompared.STALE: replace(COMPARED, stale=True),
        Uncompared.UNSURE: Made(genre=UNSURE, reference=REFERENCE),
        Uncompared.TOO_FEW: Made(genre=LETTER, reference=REFERENCE),
        Uncompared.TOO_SHORT: COMPARED,
    }
    for reason, made in reasons.items():
        (genre,) = summarise(rows(made), axes()).genres
        assert (genre.reason, genre.places) == (reason, ())
    assert summarise(rows(Made()), axes()).genres == ()


def test_documents_of_one_genre_against_others_stand_apart() -> None:
    family = replace(NOTAS, level="family", title="beleid", documents=90)
    made = [replace(COMPARED, place=70.0), replace(COMPARED, place=20.0, stratum=family)]
    genres = summarise(rows(*made), axes()).genres
    assert [own.stratum for own in genres] == [family, NOTAS]


@settings(deadline=None, max_examples=20)
@given(st.permutations(range(40)))
def test_the_order_of_the_rows_makes_no_difference(order: list[int]) -> None:
    made = many(40)
    assert summarise([made[number] for number in order], axes()) == summarise(made, axes())
