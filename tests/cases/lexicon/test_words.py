"""Separable verbs in every word order, and compounds, through the real pipeline."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

Find = Callable[[str], list[tuple[str, str, str]]]

pytestmark = pytest.mark.model

HERE = Path(__file__).parent
SEPARABLE = yaml.safe_load((HERE / "separable.yaml").read_text("utf-8"))
COMPOUNDS = yaml.safe_load((HERE / "compounds.yaml").read_text("utf-8"))

ORDERS = frozenset({"gescheiden", "te", "deelwoord", "bijzin"})
"""kopen … in; in te kopen; ingekocht; dat zij inkopen."""

KNOWN_SEPARABLE = frozenset(
    {
        # "op tijd bij te sturen" is read as "sturen op"
        "Met maandcijfers proberen we het jeugdprogramma op tijd bij te sturen.",
        # the tagger does not see a verb in "nagekomen"
        "De afspraken met de dorpsraad zijn door ons nagekomen en verlengd.",
    }
)
KNOWN_COMPOUNDS = frozenset(
    {
        # the lemma of "leesmaatje" is "leesmaat"
        "Een leesmaatje komt elke week bij leerlingen thuis.",
        # a term between two other parts
        "Het Wmo-inkoopkader krijgt een vervolg voor de dagbesteding.",
    }
)
"""Sentences that come out wrong; a test fails when one of them comes out right."""


def test_separable_verbs_are_found_in_all_four_orders(find: Find) -> None:
    wrong = {
        case["text"]: find(case["text"])
        for case in SEPARABLE
        if tuple(case["hit"]) not in find(case["text"])
    }
    assert wrong.keys() == KNOWN_SEPARABLE, wrong


def test_there_are_enough_separable_verbs_of_each_order() -> None:
    orders = Counter(case["volgorde"] for case in SEPARABLE)
    assert orders.keys() == ORDERS
    assert all(count >= 10 for count in orders.values())
    assert len({case["text"] for case in SEPARABLE}) == len(SEPARABLE) >= 40


def test_compounds_are_found_by_head_or_modifier_and_others_are_not(find: Find) -> None:
    wrong: dict[str, list[tuple[str, str, str]]] = {}
    for case in COMPOUNDS:
        hits = find(case["text"])
        if "hit" in case and tuple(case["hit"]) not in hits:
            wrong[case["text"]] = hits
        if "niet" in case and any(hit[0] == case["niet"] and hit[2] == "counted" for hit in hits):
            wrong[case["text"]] = hits
    assert wrong.keys() == KNOWN_COMPOUNDS, wrong


def test_there_are_enough_compounds_of_both_kinds() -> None:
    assert sum("hit" in case for case in COMPOUNDS) >= 25
    assert sum("niet" in case for case in COMPOUNDS) >= 10
    assert len({case["text"] for case in COMPOUNDS}) == len(COMPOUNDS) >= 40
