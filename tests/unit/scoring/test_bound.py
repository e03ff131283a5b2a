"""Bounds are read strictly and judge only figures that are shown."""

import pytest

from taalscan.errors import UsageError
from taalscan.scoring import parse_bounds, score_document
from tests.unit.scoring.builders import DIGEST, FRAME, READ, hit, scored


@pytest.mark.parametrize(
    ("expression", "crossed"),
    [
        ("markt.hits > 39", True),
        ("markt.hits > 40", False),
        ("markt.hits >= 40", True),
        ("markt.density<25.1", True),
        ("markt.weighted_density > 14", True),
        ("markt.share <= 0.5, markt.types > 0", True),
    ],
)
def test_a_bound_is_crossed_on_its_wrong_side(expression: str, crossed: bool) -> None:  # noqa: FBT001
    scores = score_document(FRAME, [scored([hit()])] * 40, DIGEST).axes
    assert any(bound.crossed(scores) for bound in parse_bounds(expression, ["markt"])) is crossed


def test_the_expected_share_can_be_bounded_too() -> None:
    passages = [scored([hit()], chances=(0.25, 0.1))] * 40
    scores = score_document(READ, passages, DIGEST).axes
    (bound,) = parse_bounds("markt.expected_share > 0.2", ["markt"])
    assert bound.crossed(scores)


def test_a_figure_that_is_not_shown_crosses_no_bound() -> None:
    scores = score_document(FRAME, [scored([hit()])] * 5, DIGEST).axes
    (bound,) = parse_bounds("markt.density > 0", ["markt"])
    assert not bound.crossed(scores)


@pytest.mark.parametrize(
    "expression",
    ["", "markt", "markt.density", "zorg.density > 1", "markt.mood > 1", "markt.hits > veel"],
)
def test_a_bound_that_cannot_be_read_is_refused(expression: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_bounds(expression, ["markt"])
    assert caught.value.values["axes"] == "markt"
