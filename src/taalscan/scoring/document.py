"""Score a document: the figures of each axis, its balances and its chapters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

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
from taalscan.scoring.balance import Amounts, Withheld, balances
from taalscan.scoring.bootstrap import generator_of
from taalscan.scoring.columns import Found, columns_of, found_on
from taalscan.scoring.dispersion import dispersion, joined
from taalscan.scoring.labels import Labelled, carried
from taalscan.scoring.placing import placed_balance, placed_score
from taalscan.scoring.reliability import reliability
from taalscan.scoring.sample import Sample, draw_sample
from taalscan.scoring.sections import chapter_numbers, score_sections


@dataclass(frozen=True, slots=True)
class Frame:
    """What documents are scored on.

    Attributes:
        axes: the axes, in the order of the figures.
        indices: what balances set against each other; the first is the main one.
        classified: axes whose probabilities a calibrated classifier gave, with the standard
            deviation, in log odds, of what it reads whole documents too high or too low.
    """

    axes: tuple[Axis, ...]
    indices: tuple[BalanceIndex, ...] = ()
    classified: Mapping[str, float] = field(default_factory=dict)


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
        chapter_numbers(passages),
        generator_of(sha256, "passages"),
    )
    amounts = _amounts(frame, sample, sha256)
    scores = tuple(
        replace(
            axis_score(own, passages, sample, _if_read(own.axis.id, amounts)),
            dispersion=_dispersion(number, own, sections, sha256),
        )
        for number, own in enumerate(found)
    )
    if length is not Reliability.FULL:
        return DocumentScore(scores, sections)
    if comparable is not None:
        scores = tuple(placed_score(own, amounts, comparable, sha256) for own in scores)
    balance = balances(frame.indices, amounts, scores) if frame.indices else None
    if isinstance(balance, Withheld):
        return DocumentScore(scores, sections, withheld=balance.code)
    if balance is not None and comparable is not None:
        balance = placed_balance(balance, frame.indices[0], amounts, comparable, sha256)
    return DocumentScore(scores, sections, balance)


def _amounts(frame: Frame, sample: Sample, sha256: str) -> Amounts:
    """Return how many passages carry each axis, with what balances are made of besides."""
    labels = {
        axis.id: carried(
            sample,
            axis.id,
            frame.classified.get(axis.id),
            generator_of(sha256, f"labels {axis.id}"),
        )
        for axis in frame.axes
    }
    return Amounts(frame.axes, sample, labels, frozenset(frame.classified))


def _if_read(axis: str, amounts: Amounts) -> Labelled | None:
    """Return the expected passages of an axis that a classifier read."""
    return amounts.labelled[axis] if axis in amounts.classified else None


def _dispersion(
    number: int, found: Found, sections: Sequence[SectionScore], sha256: str
) -> Dispersion | None:
    parts = joined(
        [section.words for section in sections],
        [section.axes[number].hits for section in sections],
    )
    return dispersion(parts, generator_of(sha256, f"dispersion {found.axis.id}"))
