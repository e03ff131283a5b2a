"""Score a document: the figures of each axis, its balances and its chapters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from taalscan.model import (
    Axis,
    AxisScore,
    BalanceIndex,
    Dispersion,
    DocumentBalance,
    PassageScore,
    Reliability,
    SectionScore,
)
from taalscan.reference import Comparable
from taalscan.scoring.axis import axis_score, counted_only
from taalscan.scoring.balance import Amounts, Withheld, balances, related, replications
from taalscan.scoring.bootstrap import generator_of
from taalscan.scoring.columns import Found, columns_of, found_on
from taalscan.scoring.dispersion import dispersion, joined
from taalscan.scoring.formulas import PER
from taalscan.scoring.labels import Labelled, expected, labelled
from taalscan.scoring.percentile import percentile
from taalscan.scoring.reliability import reliability
from taalscan.scoring.sample import PASSAGES, WORDS, Sample, draw_sample
from taalscan.scoring.sections import score_sections


@dataclass(frozen=True, slots=True)
class Frame:
    """What documents are scored on.

    Attributes:
        axes: the axes, in the order of the figures.
        indices: what balances set against each other; the first is the main one.
        classified: whether a calibrated classifier gave the probabilities.
    """

    axes: tuple[Axis, ...]
    indices: tuple[BalanceIndex, ...] = ()
    classified: bool = False


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """The figures of a document.

    Attributes:
        axes: one an axis.
        balance: None where there is none; `withheld` then holds the code of the reason, if the
            length is not the reason.
    """

    axes: tuple[AxisScore, ...]
    sections: tuple[SectionScore, ...]
    balance: DocumentBalance | None = None
    withheld: str | None = None


def score_document(
    frame: Frame,
    passages: Sequence[PassageScore],
    sha256: str,
    comparable: Comparable | None = None,
) -> DocumentScore:
    """Return the figures of a document that its length allows (METRICS §6.3).

    Args:
        frame: what it is scored on.
        passages: the scored passages, in the order of the text, with all axes of the frame.
        sha256: digest of the document, the seed of everything drawn.
        comparable: documents of the reference to compare with.
    """
    found = tuple(found_on(axis, passages) for axis in frame.axes)
    sections = score_sections(frame.axes, passages, sha256, classified=frame.classified)
    length = reliability(len(passages), sum(passage.words for passage in passages))
    if length is Reliability.HIGHLIGHTS_ONLY:
        return DocumentScore(tuple(counted_only(own) for own in found), sections)
    sample = draw_sample(
        columns_of(found, passages, facets=True),
        [passage.passage.headings for passage in passages],
        sha256,
    )
    carried = {axis.id: _carried(frame, sample, axis.id, sha256) for axis in frame.axes}
    scores = tuple(
        replace(
            axis_score(own, passages, sample, carried[own.axis.id] if frame.classified else None),
            dispersion=_dispersion(number, own, sections, sha256),
        )
        for number, own in enumerate(found)
    )
    if length is not Reliability.FULL:
        return DocumentScore(scores, sections)
    amounts = Amounts(frame.axes, sample, carried)
    return _full(frame, amounts, DocumentScore(scores, sections), (sha256, comparable))


def _carried(frame: Frame, sample: Sample, axis: str, sha256: str) -> Labelled:
    if frame.classified:
        return expected(sample, axis, generator_of(sha256, f"labels {axis}"))
    return labelled(sample, axis)


def _dispersion(
    number: int, found: Found, sections: Sequence[SectionScore], sha256: str
) -> Dispersion | None:
    parts = joined(
        [section.words for section in sections],
        [section.axes[number].hits for section in sections],
    )
    return dispersion(parts, generator_of(sha256, f"dispersion {found.axis.id}"))


def _full(
    frame: Frame,
    amounts: Amounts,
    score: DocumentScore,
    compared: tuple[str, Comparable | None],
) -> DocumentScore:
    """Add what only documents that are long enough get: balances and percentiles."""
    sha256, comparable = compared
    scores = score.axes
    if comparable is not None:
        scores = tuple(_placed(own, amounts, comparable, sha256) for own in scores)
    score = replace(score, axes=scores)
    if not frame.indices:
        return score
    balance = balances(frame.indices, amounts, scores)
    if isinstance(balance, Withheld):
        return replace(score, withheld=balance.code)
    if comparable is not None and len(comparable.balances):
        place = percentile(
            comparable.balances,
            balance.main.log_ratio.value,
            replications(frame.indices[0], amounts),
            generator_of(sha256, "percentile balance"),
        )
        balance = related(balance, place, float(np.median(comparable.balances)))
    return replace(score, balance=balance)


def _placed(score: AxisScore, amounts: Amounts, comparable: Comparable, sha256: str) -> AxisScore:
    """Return a score with its places in the reference; without a place where the axis has none."""
    sample, axis = amounts.sample, score.axis
    if score.density is None or axis not in comparable.densities:
        return score
    share = score.expected_share or score.share
    density = sample.replicated(sample.drawn["hits", axis], WORDS) * PER
    carried = sample.replicated(amounts.labelled[axis].drawn, PASSAGES)
    generator = generator_of(sha256, f"percentile {axis}")
    return replace(
        score,
        percentile=percentile(comparable.densities[axis], score.density.value, density, generator),
        share_percentile=percentile(
            comparable.shares[axis], share.value if share else 0.0, carried, generator
        ),
    )
