"""Dutch texts in two versions: which words were swapped while the frame stayed the same."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from taalscan.model import Scan
from taalscan.model.comparison import Comparison, SwapKind
from taalscan.scoring.comparison import compare_scans
from tests.versions import scan_with

CASES = yaml.safe_load((Path(__file__).parent / "swaps.yaml").read_text("utf-8"))


def scans(case: dict[str, Any]) -> tuple[Scan, Scan]:
    old = scan_with(case["oud"], "oud.docx", {"marktgericht": case["oud_p"]})
    new = scan_with(case["nieuw"], "nieuw.docx", {"marktgericht": case["nieuw_p"]})
    return old, new


def swaps(found: Comparison) -> list[list[str]]:
    told = []
    for swap in found.swaps:
        other = found.new if swap.kind is SwapKind.WENT else found.old
        words = " ".join(swap.other.cut(other.document.text).split())
        told.append([swap.kind.value, swap.hit.entry, words])
    return told


@pytest.mark.parametrize("case", CASES, ids=[case["naam"] for case in CASES])
def test_swaps_are_told_as_the_case_says(case: dict[str, Any]) -> None:
    assert swaps(compare_scans(*scans(case))) == case["ruil"]


@pytest.mark.parametrize("case", CASES, ids=[case["naam"] for case in CASES])
def test_the_other_way_round_what_went_comes(case: dict[str, Any]) -> None:
    old, new = scans(case)
    turned = {"went": "came", "came": "went"}
    back = [(turned[kind], entry) for kind, entry, _ in swaps(compare_scans(new, old))]
    assert sorted(back) == sorted((kind, entry) for kind, entry, _ in case["ruil"])


def test_without_a_classifier_nothing_is_said() -> None:
    case = CASES[0]
    found = compare_scans(scan_with(case["oud"], "a.docx"), scan_with(case["nieuw"], "b.docx"))
    assert (found.swaps, found.shifts) == ((), ())
    assert "no-classifier" in [notice.code for notice in found.notices]
