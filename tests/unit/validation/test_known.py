"""Predictions name groups that exist, and are judged only where groups are large enough."""

from dataclasses import replace

import numpy as np
import pytest
import yaml

from tests.unit.validation.tables import table
from validation import known
from validation.figures import figures_of
from validation.known import Claim, claim_rows, claims, members, residents_rows
from validation.outoffold import Answers
from validation.passages import PARTIES


def test_predictions_name_families_that_there_are_and_axes() -> None:
    families = yaml.safe_load(PARTIES.read_text(encoding="utf-8"))
    for claim in claims():
        assert claim.axis in {"M", "R", "D", "C", "B"}
        for group in (claim.first, claim.second):
            assert set(group) <= {"families", "genres"}
            assert set(group.get("families", ())) <= set(families)


def test_a_group_has_the_documents_of_its_genres_and_parties() -> None:
    made = replace(table(6), parties=np.array(["VVD", "", "", "", "SP", ""]))
    every = np.ones(6, dtype=np.bool_)
    assert list(members(made, {"genres": ["brief"]}, every)) == [3, 4, 5]
    assert list(members(made, {"families": ["liberal"]}, every)) == [0]
    assert list(members(made, {"families": ["left"]}, ~every)) == []


def test_a_claim_about_few_documents_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    claim = Claim("notes over letters", "M", {"genres": ["nota"]}, {"genres": ["brief"]})

    def one() -> list[Claim]:
        return [claim]

    monkeypatch.setattr(known, "claims", one)
    made = table(60)
    rows = list(claim_rows(made, figures_of(made)))
    assert [row[2] for row in rows] == ["density", "expected share"]
    assert rows[0][3] == "30, 30"
    # both groups were made alike
    assert rows[0][-1] == "not met"
    few = table(10)
    assert next(iter(claim_rows(few, figures_of(few))))[-1] == "too few"


def test_residents_are_set_against_all_other_random_passages() -> None:
    chance = np.full((8, 4), 0.1)
    chance[:4] = 0.9
    answers = Answers(
        documents=np.array(list("aabbccdd")),
        sources=np.array(["eigen"] * 4 + ["ander"] * 4),
        genres=np.repeat("nota", 8),
        random=np.array([True] * 3 + [False] + [True] * 4),
        unread=np.ones(8, dtype=np.bool_),
        chance=chance,
        label=chance > 0.5,
        truth=np.zeros((8, 4), dtype=np.bool_),
    )
    rows = list(residents_rows(answers, "eigen"))
    assert rows[0][:3] == ("R", "probability", "3, 4")
    assert rows[0][3].startswith("1.00")
    assert rows[1][3].startswith("0.50")
