"""A table gives back the passages as they were scored, and adds up by document."""

from pathlib import Path

import numpy as np
import pytest

from tests.unit.scoring.builders import MARKET, TIES
from tests.unit.validation.tables import table
from validation.table import load, save, scores_of


def test_passages_come_back_with_their_hits_labels_and_probabilities() -> None:
    made = table(5)
    scores = scores_of(made, 3, (MARKET, TIES))
    rows = made.rows(3)
    assert [score.words for score in scores] == made.words[rows].tolist()
    for number, axis in enumerate(("markt", "band")):
        hits = [sum(hit.axis == axis for hit in score.hits) for score in scores]
        assert hits == made.per_passage()[rows, number].tolist()
        assert [s.axes[number].label for s in scores] == made.label[rows, number].tolist()
        assert [s.axes[number].combined for s in scores] == made.chance[rows, number].tolist()


def test_amounts_add_up_by_document() -> None:
    made = table(4)
    hits = made.per_document(made.per_passage())
    assert hits.shape == (4, 2)
    assert hits.sum() == len(made.hit_passage)
    assert made.per_document(made.words.astype(np.float64))[2] == made.words[made.rows(2)].sum()
    assert list(np.unique(made.document_of(), return_counts=True)[1]) == [60] * 4
    weighted = made.per_passage(made.hit_weight * made.hit_factor)
    assert weighted.sum() == pytest.approx(float(made.hit_weight @ made.hit_factor))


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    made = table(3)
    save(made, tmp_path / "new" / "table.npz")
    found = load(tmp_path / "new" / "table.npz")
    assert found.names.tolist() == made.names.tolist()
    assert np.array_equal(found.chance, made.chance)
    assert np.array_equal(found.hit_entry, made.hit_entry)
