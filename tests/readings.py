"""Let a made-up classifier read a scan, with its probability for passages that a test names."""

from collections.abc import Mapping
from dataclasses import replace

from taalscan.model import (
    AxisPassageScore,
    Contribution,
    ModelVersion,
    PassageScore,
    Scan,
    Span,
    Verdict,
)

_STRONG = 0.5
"""Strength of the lexicon from which it marks a passage (METRICS §7.2)."""


def with_readings(
    scan: Scan, chances: Mapping[tuple[int, str], float], moved: Mapping[int, str] | None = None
) -> Scan:
    """Return a scan as a classifier with a threshold of 0.5 would have it.

    Args:
        scan: a scan without a classifier.
        chances: by number of a passage, from 1, and axis; elsewhere it sees nothing (0.1).
        moved: for passages, the word that moved it on every axis that it sees there alone.
    """
    passages = tuple(
        _read(scan, number, score, chances, (moved or {}).get(number, ""))
        for number, score in enumerate(scan.passages, start=1)
    )
    classifier = ModelVersion("proef", "1.2", "ab" * 32)
    return replace(
        scan,
        passages=passages,
        provenance=replace(scan.provenance, classifier=classifier),
    )


def _read(
    scan: Scan,
    number: int,
    score: PassageScore,
    chances: Mapping[tuple[int, str], float],
    word: str,
) -> PassageScore:
    axes = tuple(_seen(own, chances.get((number, own.axis), 0.1)) for own in score.axes)
    alone = [own.axis for own in axes if own.verdict is Verdict.FRAME_ONLY]
    span = score.passage.span
    start = scan.document.text.index(word, span.start, span.end) if word else span.start
    return replace(
        score,
        axes=axes,
        contributions=tuple(
            Contribution(Span(start, start + len(word)), axis, 1.5) for axis in alone if word
        ),
    )


def _seen(own: AxisPassageScore, chance: float) -> AxisPassageScore:
    label, strong = chance >= 0.5, own.lexicon >= _STRONG
    verdict = {
        (True, True): Verdict.AGREED,
        (True, False): Verdict.FRAME_ONLY,
        (False, True): Verdict.WORD_ONLY,
        (False, False): Verdict.NONE,
    }[label, strong]
    return replace(
        own, classifier=chance, combined=chance, label=label, verdict=verdict, threshold=0.5
    )
