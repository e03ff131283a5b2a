"""The comparison learns nothing from the passages it judges, and keeps texts out."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from taalscan.classify.evaluation import Judged
from taalscan.labels import LabelledPassage
from taalscan.lexicon.evidence import in_reading_part
from validation import errors
from validation.inputs import weighted
from validation.sentence_vectors import sentence_vectors


def judged(name: str, *, truth: bool, given: bool, sure: float) -> Judged:
    passage = LabelledPassage(id=name, text="Een zin.", labels={"M": int(truth)}, document=name)
    return Judged(passage, {"M": sure}, {"M": given})


@given(st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=4), min_size=5, max_size=8))
def test_what_is_held_apart_does_not_change_what_the_others_teach(rows: list[list[int]]) -> None:
    learn = np.arange(3)
    counts = np.array(rows, dtype=np.float64)
    other = counts.copy()
    other[3:] = other[3:] * 2 + 1
    one = weighted(sparse.csr_matrix(counts), learn, 1)
    two = weighted(sparse.csr_matrix(other), learn, 1)
    assert one.shape == two.shape
    assert np.allclose(one[learn].toarray(), two[learn].toarray())


def test_a_rare_feature_weighs_more_than_one_that_stands_everywhere() -> None:
    counts = sparse.csr_matrix([[1.0, 1.0, 0.0], [1.0, 0.0, 0.0], [1.0, 0.0, 5.0]])
    found = weighted(counts, np.array([0, 1]), 1).toarray()
    # the third feature stands in no passage to learn from
    assert found.shape == (3, 2)
    assert found[0, 1] / found[0, 0] == pytest.approx(np.log(3 / 2) + 1)
    assert np.square(found).sum(axis=1) == pytest.approx(np.ones(3))


def test_errors_are_listed_unread_documents_first_and_false_alarms_before_misses() -> None:
    right = judged("goed", truth=True, given=True, sure=0.9)
    missed = [judged(f"gemist {n}", truth=True, given=False, sure=n / 20) for n in range(8)]
    alarms = [judged(f"vals {n}", truth=False, given=True, sure=0.5 + n / 20) for n in range(8)]
    found = errors.errors_of([right, *missed, *alarms], "M")
    assert right not in found
    assert len(found) == 16
    keys = [(in_reading_part(one.passage), not one.labels["M"]) for one in found]
    assert keys == sorted(keys)
    surest = [one.probabilities["M"] for one in found if one.labels["M"]]
    unread = [one for one in found if one.labels["M"] and not in_reading_part(one.passage)]
    assert surest[: len(unread)] == sorted(surest[: len(unread)], reverse=True)


def test_the_list_of_errors_may_not_stand_in_the_repository(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as stopped:
        errors.main(["--labels", "labels.jsonl", "-o", str(Path(errors.ROOT) / "fouten.txt")])
    assert stopped.value.code == 2
    assert "outside the repository" in capsys.readouterr().err
    assert not (errors.ROOT / "fouten.txt").exists()


def test_vectors_of_a_package_that_is_not_installed_are_left_out() -> None:
    assert sentence_vectors(["Een zin."], "no-such-package-of-vectors") is None
