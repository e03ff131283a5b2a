"""Every formula gives the numbers of the shared test vectors."""

import json
from math import log
from pathlib import Path
from typing import Any

import pytest

from taalscan.model import Interval
from taalscan.scoring.balance import scaled
from taalscan.scoring.dispersion import deviation, juilland, normed
from taalscan.scoring.diversity import entropy, evenness, hill, miller_madow, simpson_hill
from taalscan.scoring.formulas import (
    corrected_share,
    density,
    importance,
    log_ratio,
    log_ratio_error,
)
from taalscan.scoring.keyness import Contingency, bic, log_likelihood, log_odds
from taalscan.scoring.keyness import log_ratio as word_log_ratio
from taalscan.scoring.passage import strength
from taalscan.scoring.percentile import percentile_rank
from tests.unit.scoring.builders import hit

FILE = Path(__file__).parents[4] / "shared" / "domain" / "metric_test_vectors.json"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FILE.exists(), reason="needs ../shared/domain"),
]


@pytest.fixture(scope="module")
def vectors() -> Any:  # JSON
    return json.loads(FILE.read_text(encoding="utf-8"))


def about(value: float) -> Any:
    return pytest.approx(value, abs=1e-6)


def test_density(vectors: Any) -> None:
    own = vectors["density"]
    for axis, number in own["n"].items():
        assert density(number, own["N"]) == about(own["D"][axis])
        assert density(own["sum_wg"][axis], own["N"]) == about(own["WD"][axis])


def test_balance(vectors: Any) -> None:
    own = vectors["balance"]
    balance = log_ratio(own["R"], own["M"], own["alpha"])
    assert balance == about(own["B"])
    assert scaled(Interval(balance, *own["ci95"])).value == about(own["tanh_half"])
    assert (own["R"] - own["M"]) / (own["R"] + own["M"] + 2 * own["alpha"]) == about(
        own["check_prop"]
    )
    assert log_ratio_error(own["R"], own["M"]) == about(own["se"])
    assert importance(own["R"], own["M"], 90) == about(own["importance_P90"])


def test_entropy(vectors: Any) -> None:
    own = vectors["entropy"]
    assert entropy(own["counts"]) == about(own["H"])
    assert evenness(own["counts"]) == about(own["H_norm"])
    assert hill(own["counts"]) == about(own["hill1"])
    assert simpson_hill(own["counts"]) == about(own["hill2"])
    assert miller_madow(own["counts"]) == about(own["H_miller_madow"])


def test_keyness(vectors: Any) -> None:
    own = vectors["keyness"]
    count = Contingency(own["a"], own["b"], own["c"], own["d"])
    assert count.expected == (about(own["E1"]), about(own["E2"]))
    assert log_likelihood(count) == about(own["G2"])
    assert word_log_ratio(count) == about(own["log_ratio"])
    assert bic(count) == about(own["BIC"])


def test_log_odds(vectors: Any) -> None:
    own = vectors["log_odds_dirichlet"]
    count = Contingency(own["y_i"], own["y_j"], own["n_i"], own["n_j"])
    delta, z = log_odds(count, own["alpha0"])
    assert delta == about(own["delta"])
    assert z == about(own["z"])
    assert delta / z == about(own["sd"])


def test_dispersion(vectors: Any) -> None:
    own = vectors["dispersion"]
    shares = [number / sum(own["freq"]) for number in own["freq"]]
    dp = deviation(own["sizes"], shares)
    assert dp == about(own["DP"])
    assert normed(dp, own["sizes"]) == about(own["DPnorm"])
    assert juilland(own["sizes"], own["freq"]) == about(own["Juilland_D"])


def test_percentile(vectors: Any) -> None:
    own = vectors["percentile"]
    assert percentile_rank(own["ref"], own["x"]) == about(own["pct"])


def test_strength(vectors: Any) -> None:
    own = vectors["noisy_or"]
    hits = [hit(w, g) for w, g in zip(own["w"], own["g"], strict=True)]
    assert strength(hits) == about(own["L"])


def test_corrected_share(vectors: Any) -> None:
    own = vectors["rogan_gladen"]
    assert corrected_share(own["S"], own["sens"], own["spec"]) == about(own["pi"])


def test_all_vectors_are_used(vectors: Any) -> None:
    elsewhere = {"kripp_alpha", "ece"}  # tests/unit/classify
    here = {"density", "balance", "entropy", "keyness", "log_odds_dirichlet", "dispersion"}
    assert set(vectors) == elsewhere | here | {"percentile", "noisy_or", "rogan_gladen"}
    assert vectors["balance"]["B"] == about(log(7.5 / 19.5))
