"""Weights of genres are learnt from other documents than they judge, and scraps teach nothing."""

import numpy as np
import pytest

from taalscan.model import Document, Source
from taalscan.reference import load_genres
from training.genre import Examples, fit, masses, probabilities, to_json
from training.genre_corpus import Labelled, without_scraps
from validation.genre import Judged, apart, by_source, halves, judged, table

NAMES = ("nota", "brief", None)


def labelled(number: int, source: str, genre: str | None, *, unread: bool = False) -> Labelled:
    document = Document(Source("x.md", "ab" * 32, "text/markdown"), "", ())
    return Labelled(f"{number:x}", source, genre, unread, document)


def examples(count: int = 30) -> Examples:
    """Return documents that show their genre in the first place, and noise in the others."""
    noise = np.random.default_rng(1)
    truth = np.arange(count) % 3
    shown = noise.uniform(0, 0.2, (count, 3, 6))
    shown[np.arange(count), truth, 0] += np.where(truth < 2, 0.6, 0.0)
    return Examples(shown, truth, np.full(count, 1 / count))


def test_the_place_that_tells_most_weighs_most() -> None:
    weights = fit(examples())
    assert max(weights.places) == weights.places[0]
    assert min(weights.places) >= 0
    assert weights == fit(examples())


def test_probabilities_of_a_document_sum_to_one() -> None:
    found = probabilities(examples().shown, np.ones(7))
    assert np.allclose(found.sum(axis=1), 1)


def test_every_genre_counts_the_same_and_a_source_by_the_root_of_its_size() -> None:
    rows = [labelled(0, "a", "nota"), *(labelled(n, "b", "nota") for n in range(1, 5))]
    found = masses([*rows, labelled(9, "c", None)])
    assert found == pytest.approx([1 / 3, *[1 / 6] * 4, 1])


def test_a_document_is_judged_by_weights_of_others() -> None:
    data = examples()
    groups = [f"g{number % 5}" for number in range(30)]
    folds = apart(groups)
    assert sorted(row for _, judge in folds for row in judge) == list(range(30))
    assert all(not set(learn) & set(judge) for learn, judge in folds)
    assert (judged(data, folds).named >= 0).any()


def test_whole_sources_are_kept_apart_where_a_genre_has_several() -> None:
    rows = [labelled(1, "a", "nota"), labelled(7, "b", "nota"), labelled(8, "c", "brief")]
    assert by_source(rows) == ["a", "b", "c 3"]


def test_the_half_that_was_read_teaches_and_the_other_is_judged() -> None:
    rows = [labelled(n, "a", "nota", unread=n % 2 == 1) for n in range(4)]
    ((learn, judge),) = halves(rows)
    assert (list(learn), list(judge)) == ([0, 2], [1, 3])


def test_the_table_counts_what_is_named_and_what_is_not() -> None:
    truth = np.array([0, 0, 0, 1, 2])
    found = Judged(truth, likeliest=np.array([0, 0, 2, 0, 2]), named=np.array([0, -1, -1, 0, -1]))
    lines = table(found, NAMES).splitlines()
    assert lines[2] == "| nota | 3 | 0.67 | 0.50 | 0.33 | 0.67 |"
    assert lines[3] == "| brief | 1 | 0.00 | – | 0.00 | 0.00 |"
    assert lines[4] == "| **all genres** | 4 | 0.50 | 0.50 | 0.25 | 0.50 |"
    assert lines[5] == "| none | 1 |  | named all the same: 0.00 |  |  |"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("---\ntitle: Wat nu?\nurl: https://x.nl\n---\n\nTekst", "# Wat nu?\n\n\nTekst"),
        ("---\ntitle: Wat\n---\n# Wat\n\nSource: https://x.nl\nTekst", "# Wat\n\n\nTekst"),
        ("<meta http-equiv='x' />\n##Besluit\n\n####Inleiding", "## Besluit\n\n#### Inleiding"),
        ("# Kop\n\nSource: in de zin", "# Kop\n\n"),
    ],
)
def test_what_a_scraper_added_is_left_out(text: str, left: str) -> None:
    assert without_scraps(text) == left


def test_weights_are_written_as_they_are_read() -> None:
    weights = load_genres().weights
    written = to_json(weights, 3, "ab" * 32)
    assert f'"drempel": {weights.threshold}' in written
    assert written.endswith("}\n")
