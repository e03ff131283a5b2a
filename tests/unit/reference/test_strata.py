"""A document is compared with its genre, else its family, and never with itself."""

from dataclasses import replace

import numpy as np
import pytest

from taalscan.reference import (
    OwnWords,
    comparable,
    load_genres,
    own_words,
    text_digest,
)
from tests.unit.reference.builders import document, passage, reference

GENRES = load_genres()
OWN = OwnWords("f" * 16, 100, {"zorg": 3})


def test_thirty_documents_of_the_genre_are_enough() -> None:
    own = reference([document(number) for number in range(30)])
    found = comparable(own, GENRES, "programma", OWN)
    assert found is not None
    assert found.stratum.level == "genre"
    assert found.stratum.documents == 30
    assert found.stratum.title == GENRES.by_id("programma").title
    assert found.stratum.genres == (found.stratum.title,)


def test_with_twenty_nine_the_family_takes_its_place_and_is_told() -> None:
    documents = [document(number) for number in range(29)]
    assert comparable(reference(documents), GENRES, "programma", OWN) is None
    family = [*documents, document(99, "beleidsnota")]
    found = comparable(reference(family), GENRES, "programma", OWN)
    assert found is not None
    assert (found.stratum.level, found.stratum.documents) == ("family", 30)
    titles = {GENRES.by_id(one).title for one in ("programma", "beleidsnota")}
    assert set(found.stratum.genres) == titles
    assert found.stratum.title in {family.title for family in GENRES.families}


def test_the_family_names_only_genres_that_have_documents() -> None:
    found = comparable(
        reference([document(number) for number in range(30)]), GENRES, "beleidsnota", OWN
    )
    assert found is not None
    assert found.stratum.level == "family"
    assert found.stratum.genres == (GENRES.by_id("programma").title,)


def test_documents_of_another_family_are_never_compared_with() -> None:
    own = reference([document(number, "handreiking") for number in range(200)])
    assert comparable(own, GENRES, "programma", OWN) is None
    assert comparable(own, GENRES, "handreiking", OWN) is not None


def test_documents_without_figures_do_not_count() -> None:
    documents = [document(number) for number in range(29)]
    documents.append(document(99, figures=False))
    assert comparable(reference(documents), GENRES, "programma", OWN) is None


def test_the_figures_are_sorted_by_axis() -> None:
    own = reference([document(number) for number in (*range(15, 30), *range(15))])
    found = comparable(own, GENRES, "programma", OWN)
    assert found is not None
    np.testing.assert_array_equal(found.densities["marktgericht"], np.arange(30.0))
    np.testing.assert_array_equal(found.densities["relationeel"], np.arange(30) / 2)
    np.testing.assert_array_equal(found.shares["marktgericht"], np.arange(30) / 1000)


@pytest.mark.parametrize(("with_balance", "given"), [(29, 0), (30, 30)])
def test_balances_of_fewer_than_thirty_documents_are_not_compared_with(
    with_balance: int, given: int
) -> None:
    documents = [
        document(number, balance=-1.0 * number if number < with_balance else None)
        for number in range(40)
    ]
    found = comparable(reference(documents), GENRES, "programma", OWN)
    assert found is not None
    assert len(found.balances) == given
    assert list(found.balances) == sorted(found.balances)


def test_a_document_is_not_in_its_own_reference() -> None:
    documents = [document(number) for number in range(31)]
    itself = replace(OWN, digest=documents[7].digest)
    found = comparable(reference(documents), GENRES, "programma", itself)
    assert found is not None
    assert found.stratum.documents == 30
    assert 7.0 not in found.densities["marktgericht"]
    assert comparable(reference(documents[:30]), GENRES, "programma", itself) is None


def test_its_words_are_taken_out_of_the_counts() -> None:
    documents = [document(number) for number in range(31)]
    own = reference(documents, {"zorg": (0, 10, 7), "buur": (0, 2, 0), "wijk": (0, 0, 5)})
    other = comparable(own, GENRES, "programma", OWN)
    assert other is not None
    assert (other.words.total, other.words.count("zorg"), other.words.count("wijk")) == (
        31_000,
        10,
        0,
    )
    itself = OwnWords(documents[0].digest, 1000, {"zorg": 3, "buur": 5, "nieuw": 1})
    found = comparable(own, GENRES, "programma", itself)
    assert found is not None
    assert found.words.total == 30_000
    counts = [found.words.count(lemma) for lemma in ("zorg", "buur", "nieuw")]
    assert counts == [7, 0, 0]


def test_words_of_a_family_are_those_of_its_genres_together() -> None:
    documents = [document(number) for number in range(29)]
    documents += [document(50, "beleidsnota"), document(51, "handreiking")]
    found = comparable(reference(documents, {"zorg": (2, 10, 500)}), GENRES, "beleidsnota", OWN)
    assert found is not None
    assert (found.words.total, found.words.count("zorg")) == (30_000, 12)


def test_an_unknown_genre_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        comparable(reference([document(1)]), GENRES, "roman", OWN)


def test_a_passage_that_a_document_repeats_counts_once_as_it_did_in_the_reference() -> None:
    refrein = passage("refrein", 10, lied=2)
    own = own_words("Een lied.", [refrein, passage("slot", 5, lied=1, buur=1), refrein])
    assert own == OwnWords(text_digest("Een lied."), 15, {"lied": 3, "buur": 1})
