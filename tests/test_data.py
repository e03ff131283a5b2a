"""The written passages are what their data card says."""

from collections import Counter
from pathlib import Path

from taalscan.labels import read_labels

WRITTEN = read_labels(Path(__file__).parents[1] / "data" / "written.jsonl")


def test_there_are_enough_and_none_stands_twice() -> None:
    assert len(WRITTEN) == len({passage.text for passage in WRITTEN}) == 1430
    words = [len(passage.text.split()) for passage in WRITTEN]
    assert min(words) >= 20
    assert max(words) <= 120


def test_labels_facets_and_evidence_agree() -> None:
    for passage in WRITTEN:
        positive = {code for code, value in passage.labels.items() if value}
        assert {facet[0] for facet in passage.facets} == positive, passage.id
        assert set(passage.evidence) == positive, passage.id
        fragments = [part for parts in passage.evidence.values() for part in parts]
        assert all(part in passage.text for part in fragments), passage.id


def test_what_real_passages_lack_is_there() -> None:
    facets = Counter(facet for passage in WRITTEN for facet in passage.facets)
    assert all(facets[facet] >= 40 for facet in ("D2", "D4", "D5", "D6", "C4", "M3", "M4", "M6"))
    flags = Counter(flag for passage in WRITTEN for flag in passage.flags)
    assert min(flags[flag] for flag in ("letterlijk", "juridisch", "slogan", "citaat")) >= 20
