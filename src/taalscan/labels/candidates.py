"""Find in a scan which passages can be drawn, and for which strata."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taalscan.labels.passage import LabelledPassage
from taalscan.model import PassageScore, Scan, Span, Status


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that can be drawn, with what puts it in a stratum.

    Attributes:
        passage: the passage, without labels and without anything that the scan found in it.
        counted: codes of axes with a hit that counts in full.
        uncounted: codes of axes with hits of which none counts in full: negated, legal, a slogan.
        doubts: code of an axis to the distance between the probability of the classifier and the
            threshold, in [0, 1]; empty without a classifier.
    """

    passage: LabelledPassage
    counted: frozenset[str]
    uncounted: frozenset[str]
    doubts: Mapping[str, float]


def candidates(scan: Scan, document: str, source: str) -> Iterator[Candidate]:
    """Yield the passages of a scan.

    Args:
        scan: the scan of a document.
        document: what the document is called in the file of passages.
        source: the collection or organisation it comes from; "" where that is not known.
    """
    for score in scan.passages:
        passage = score.passage
        drawn = LabelledPassage(
            id=passage_id(scan.document.source.sha256, passage.span),
            text=passage.span.cut(scan.document.text),
            labels={},
            source=source,
            document=document,
            page=passage.page,
            headings=passage.headings,
        )
        codes = {axis.id: axis.code for axis in scan.axes}
        counted = _codes(score, codes, counts=True)
        uncounted = _codes(score, codes, counts=False) - counted
        yield Candidate(drawn, counted, uncounted, _doubts(score, scan))


def passage_id(sha256: str, span: Span) -> str:
    """Return the id of a passage: the same for the same bytes of a document and the same span."""
    place = f"{sha256}:{span.start}:{span.end}"
    return f"p{hashlib.sha256(place.encode()).hexdigest()[:16]}"


def _codes(score: PassageScore, codes: Mapping[str, str], *, counts: bool) -> frozenset[str]:
    return frozenset(
        codes[hit.axis] for hit in score.hits if (hit.status is Status.COUNTED) is counts
    )


def _doubts(score: PassageScore, scan: Scan) -> dict[str, float]:
    codes = {axis.id: axis.code for axis in scan.axes}
    return {
        codes[own.axis]: abs(own.combined - own.threshold)
        for own in score.axes
        if own.classifier is not None
    }
