"""Disagreement is counted as the scan counts it, and outcomes add up to the documents."""

import numpy as np
import pytest

from taalscan.scoring import score_document
from tests.unit.scoring.builders import READ
from tests.unit.validation.tables import table
from validation.table import scores_of
from validation.verdicts import (
    disagreement,
    floor_table,
    outcome_table,
    outcomes,
    rate_table,
    verdict_counts,
)


def test_verdicts_are_those_of_the_scan() -> None:
    made = table(3)
    agreed, word, frame = verdict_counts(made, READ.axes)
    for document in range(3):
        score = score_document(READ, scores_of(made, document, READ.axes), "ab" * 32)
        for number, own in enumerate(score.axes):
            assert own.verdicts is not None
            counts = (own.verdicts.agreed, own.verdicts.word_only, own.verdicts.frame_only)
            assert counts == tuple(part[document, number] for part in (agreed, word, frame))


def test_a_document_where_nothing_is_marked_has_no_rate() -> None:
    found = disagreement(np.array([3.0, 0.0]), np.array([1.0, 0.0]))
    assert found[0] == pytest.approx(0.25)
    assert np.isnan(found[1])


def test_every_document_has_one_outcome() -> None:
    found = outcomes(table(12), READ, np.arange(12))
    assert found.total() == 12
    assert outcome_table(found).count("\n") == 1 + len(found)


def test_tables_have_a_line_an_axis() -> None:
    made = table(12)
    assert rate_table(made, READ.axes, np.arange(12)).count("\n") == 4
    lines = floor_table(made, READ.axes).splitlines()
    chance = made.chance[:, 0].mean()
    assert lines[2].startswith(f"| M | {chance:.3f} |")
