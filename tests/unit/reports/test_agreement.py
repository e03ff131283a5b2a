"""The JSON of an agreement holds every figure, and null for what is not known."""

import json

import pytest

from taalscan.measures import Agreement, AxisAgreement, Conclusion, Disagreement, FacetAgreement
from taalscan.model import Interval
from taalscan.reports import agreement_json

FOUND = Agreement(
    coders=("a", "b"),
    passages=3,
    axes=(
        AxisAgreement(
            axis="M",
            passages=3,
            positives=2,
            nominal=Interval(4 / 9, -0.25, 1.0),
            ordinal=None,
            agreed=2 / 3,
            positive_agreed=2 / 3,
            conclusion=Conclusion.UNUSABLE,
            enough=False,
            facets=(FacetAgreement("M1", passages=1, positives=1, alpha=None),),
        ),
    ),
    disagreements=(Disagreement("p2", "Zin 2.", (("a", {"M": 0}), ("b", {"M": 1}))),),
)


def test_the_json_has_every_figure() -> None:
    value = json.loads(agreement_json(FOUND))
    assert (value["format"], value["coders"], value["passages"]) == (1, ["a", "b"], 3)
    own = value["axes"]["M"]
    assert own["agreement"] == own["positive_agreement"] == pytest.approx(0.666667)
    assert own["alpha_nominal"] == {"value": 0.444444, "low": -0.25, "high": 1.0}
    assert own["alpha_ordinal"] is None
    assert (own["passages"], own["positives"]) == (3, 2)
    assert (own["conclusion"], own["enough"]) == ("unusable", False)
    assert own["facets"] == {"M1": {"passages": 1, "positives": 1, "alpha_nominal": None}}


def test_the_json_has_the_passages_that_coders_disagree_on() -> None:
    assert json.loads(agreement_json(FOUND))["disagreements"] == [
        {"id": "p2", "labels": {"a": {"M": 0}, "b": {"M": 1}}, "text": "Zin 2."}
    ]
