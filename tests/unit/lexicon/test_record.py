"""What was measured is written into the files, and nothing else changes."""

from pathlib import Path

from taalscan.lexicon.evidence import EntryEvidence, Tally
from taalscan.lexicon.load import read_sources
from taalscan.lexicon.record import recorded
from tests.unit.lexicon.test_load import write_folder

FOUND = {
    "M1-001": EntryEvidence("M1-001", "marktgericht", Tally(5, 5), Tally(20, 18), 0.1, 9, 3, 3)
}


def test_weight_evidence_and_status_are_those_measured(tmp_path: Path) -> None:
    sources = read_sources(write_folder(tmp_path))
    (entry,) = recorded(sources, FOUND, "labels.jsonl").facets[0].ingangen
    evidence = entry.bewijs
    assert evidence is not None
    assert (entry.gewicht, entry.status) == (0.9, "actief")
    assert (evidence.n, evidence.precisie, evidence.corpus) == (25, 0.92, "labels.jsonl")
    kept = {"gewicht", "status", "bewijs"}
    old = sources.facets[0].ingangen[0]
    assert entry.model_dump(exclude=kept) == old.model_dump(exclude=kept)


def test_an_entry_that_was_not_found_goes_back_on_trial(tmp_path: Path) -> None:
    (entry,) = recorded(read_sources(write_folder(tmp_path)), {}, "x").facets[0].ingangen
    assert (entry.bewijs, entry.status, entry.gewicht) == (None, "proef", 0.5)


def test_a_retired_entry_stays_as_it_is(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    text = (folder / "M1.yaml").read_text().replace("status: proef", "status: uitgefaseerd")
    (folder / "M1.yaml").write_text(text)
    sources = read_sources(folder)
    assert recorded(sources, FOUND, "x").facets == sources.facets
