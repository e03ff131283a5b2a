"""Evidence counts what is right, and never on passages that had a say in it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from taalscan.labels import LabelledPassage
from taalscan.lexicon.evidence import (
    EntryEvidence,
    Finding,
    Tally,
    axis_evidence,
    cross_validated,
    document_fold,
    entry_evidence,
    findings,
    in_reading_part,
    revived,
    source_fold,
)
from taalscan.lexicon.evidence_table import evidence_page
from taalscan.lexicon.values import Stage
from taalscan.model import Hit, Span, Status
from tests.unit.lexicon.builders import AXES, entry, lexicon

MARKET = AXES[0]


def _labelled(number: int, m: int, *, source: str = "a", genre: str = "nota") -> LabelledPassage:
    return LabelledPassage(
        id=f"p{number}", text="x", labels={"M": m}, source=source, document=f"d{number}",
        genre=genre,
    )  # fmt: skip


def _finding(passage: LabelledPassage, name: str = "M1-001") -> Finding:
    return Finding(passage, name, "marktgericht", passage.has("M"))


def _evidence(read: Tally, unread: Tally, documents: int = 9) -> EntryEvidence:
    return EntryEvidence("M1-001", "marktgericht", read, unread, 0.1, documents, 3, 3)


def _hit(status: Status, axis: str = "marktgericht") -> Hit:
    span = Span(0, 1)
    return Hit(span, (span,), "M1-001", axis, "M1", 0.5, 1.0, status)


def test_only_counted_hits_are_findings_and_the_label_of_the_axis_makes_them_right() -> None:
    labelled = [_labelled(1, 2), _labelled(2, 0)]
    hits = [[_hit(Status.COUNTED), _hit(Status.NEGATED)], [_hit(Status.COUNTED)]]
    found = findings(labelled, hits, AXES)
    assert [(item.passage.id, item.right) for item in found] == [("p1", True), ("p2", False)]


@pytest.mark.parametrize(
    ("read", "unread", "documents", "weight", "stage"),
    [
        (Tally(), Tally(), 0, 0.5, Stage.TRIAL),
        (Tally(), Tally(2, 2), 2, 0.5, Stage.TRIAL),  # (2+1)/(2+2), bounded: few hits
        (Tally(), Tally(20, 18), 9, 0.86, Stage.ACTIVE),  # (18+1)/(20+2)
        (Tally(), Tally(20, 18), 4, 0.86, Stage.TRIAL),  # right, but from too few documents
        (Tally(18, 18), Tally(2, 0), 9, 0.47, Stage.ACTIVE),  # (0 + 2·19/20) / (2+2)
        (Tally(10, 5), Tally(10, 6), 9, 0.58, Stage.DISPUTED),  # 11 of 20
        (Tally(10, 7), Tally(10, 5), 9, 0.53, Stage.TRIAL),  # .60 is not below .60
        (Tally(), Tally(30, 0), 9, 0.1, Stage.DISPUTED),  # bounded below
    ],
)
def test_weight_and_stage_follow_precision(
    read: Tally, unread: Tally, documents: int, weight: float, stage: Stage
) -> None:
    evidence = _evidence(read, unread, documents)
    assert (evidence.weight, evidence.stage) == (weight, stage)


def test_coverage_counts_positive_passages_once() -> None:
    labelled = [_labelled(1, 1), _labelled(2, 1), _labelled(3, 0)]
    found = [_finding(labelled[0]), _finding(labelled[0]), _finding(labelled[2])]
    evidence = axis_evidence(MARKET, labelled, found)
    assert (evidence.coverage, evidence.tally) == (0.5, Tally(3, 2))


def test_a_fold_has_no_say_in_which_of_its_entries_count() -> None:
    """Wrong in source a, right in source b: on a the entry counts, on b it does not."""
    wrong = [_labelled(n, 0, source="a") for n in range(30)]
    right = [_labelled(n + 100, 1, source="b") for n in range(30)]
    labelled = [*wrong, *right]
    (market, _) = cross_validated(
        AXES, labelled, [_finding(passage) for passage in labelled], source_fold
    )
    assert market.tally == Tally(30, 0)
    assert market.covered == 0


def _sides(labelled: Sequence[LabelledPassage]) -> set[bool]:
    return {in_reading_part(passage) for passage in labelled}


def test_documents_are_whole_on_one_side_and_both_sides_exist() -> None:
    for document in ("d1", "d2", "d3"):
        same = [
            LabelledPassage(f"p{n}", "x", {"M": 0}, source="s", document=document)
            for n in range(5)
        ]
        assert len(_sides(same)) == 1
        assert len({document_fold(passage) for passage in same}) == 1
    many = [_labelled(n, 0) for n in range(200)]
    assert 0.5 < sum(map(in_reading_part, many)) / 200 < 0.7


def test_disputed_entries_are_measured_too() -> None:
    old = lexicon(replace(entry("M1-001", "klant"), stage=Stage.DISPUTED))
    assert revived(old).entries[0].stage is Stage.TRIAL


def test_the_page_tells_every_entry_also_without_hits() -> None:
    labelled = [_labelled(n, n % 2) for n in range(40)]
    found = [_finding(passage) for passage in labelled]
    page = evidence_page(
        lexicon(entry("M1-001", "klant"), entry("R1-001", "nabij|dichtbij")), labelled, found
    )
    assert "| marktgericht | all passages | 0 | – | 0.00 (0 of 20) |" in page  # 20 of 40: disputed
    assert "| M1-001 | klant | concept | 0.50 | 40 | 20 | 0.50 | 0.35–0.65 |" in page
    assert "| R1-001 | nabij\\|dichtbij | concept | 0.50 | 0 | – |" in page


def test_shares_of_an_axis_add_up() -> None:
    labelled = [_labelled(n, 1) for n in range(4)]
    found = [_finding(labelled[0]), *(_finding(p, "M1-002") for p in labelled[1:])]
    evidence = entry_evidence(found)
    assert (evidence["M1-001"].share, evidence["M1-002"].share) == (0.25, 0.75)
