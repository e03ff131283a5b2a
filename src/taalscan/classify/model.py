"""Weigh the features of a passage and tell what each word added; numpy only, no training library.

Two steps. A linear model on the words gives p. A second one, of p and the strengths of the lexicon
by status, gives the combined q (METRICS §7.1). Both are additive in logits, so what a word adds
to logit q is exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from taalscan.classify.features import STATUSES, strengths, word_spans
from taalscan.classify.vectors import Bag, Vectoriser
from taalscan.model import AnalysedPassage, Contribution, Hit, ModelVersion, Quality, Reading, Span

Floats = NDArray[np.float64]

_SHOWN = 12
"""Words told an axis; what the others add goes to the rest, so that the sum stays exact."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The numbers of a model for A axes, F features and S statuses.

    Attributes:
        words: (A, F) what a feature's value adds to logit p; `bias` (A,) its constant.
        stack: (A, 1 + S) what logit p and each strength add to logit q; `stack_bias` (A,).
        thresholds: (A,) of q, from which a passage carries the axis.
    """

    words: Floats
    bias: Floats
    stack: Floats
    stack_bias: Floats
    thresholds: Floats


@dataclass(frozen=True, slots=True)
class Classified:
    """The readings of a passage, an axis each, and what moved them.

    Attributes:
        logits: of q, by axis; the contributions of an axis add up to its logit.
    """

    readings: tuple[Reading, ...]
    contributions: tuple[Contribution, ...]
    logits: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Classifier:
    """A trained model.

    Attributes:
        axes: ids, in the order of its weights.
        learned_from: digest of the labelled passages; "" where it is not known.
        spread: standard deviation of what whole documents are read too high or too low, in log
            odds, by axis; empty where it is not known.
        quality: what was measured of it; None where nothing is known.
    """

    version: ModelVersion
    axes: tuple[str, ...]
    weights: Weights
    vectoriser: Vectoriser
    learned_from: str = ""
    spread: Mapping[str, float] = field(default_factory=dict)
    quality: Quality | None = None

    def thresholds(self, codes: Mapping[str, str]) -> dict[str, float]:
        """Return the threshold of each axis by its code; `codes` gives the code of an id."""
        held = zip(self.axes, self.weights.thresholds, strict=True)
        return {codes[axis]: float(threshold) for axis, threshold in held}

    def spreads(self) -> dict[str, float]:
        """Return the spread between documents of every axis; 0 where it is not known."""
        return {axis: self.spread.get(axis, 0.0) for axis in self.axes}

    def classify(self, passage: AnalysedPassage, hits: Sequence[Hit]) -> Classified:
        """Return what the model makes of a passage.

        Args:
            passage: the passage.
            hits: all hits inside it.
        """
        weights = self.weights
        bag = self.vectoriser.bag(passage)
        own = np.array([strengths(hits, axis) for axis in self.axes])
        logit_p = weights.bias + weights.words[:, bag.columns] @ bag.values
        from_lexicon = weights.stack[:, 1:] * own
        logit_q = weights.stack_bias + weights.stack[:, 0] * logit_p + from_lexicon.sum(axis=1)
        p, q = _probability(logit_p), _probability(logit_q)
        readings = tuple(
            Reading(axis, float(p[a]), float(q[a]), float(weights.thresholds[a]))
            for a, axis in enumerate(self.axes)
        )
        spans = word_spans(passage)
        contributions = tuple(
            contribution
            for a, axis in enumerate(self.axes)
            for contribution in _merged(
                axis,
                self._words(a, bag, spans),
                _hits(hits, axis, from_lexicon[a]),
                (float(logit_q[a]), passage.passage.span.start),
            )
        )
        return Classified(readings, contributions, tuple(map(float, logit_q)))

    def _words(self, a: int, bag: Bag, spans: Sequence[Span]) -> list[tuple[Span, float]]:
        """Return what each word adds to logit q on axis `a`."""
        by_feature = self.weights.stack[a, 0] * self.weights.words[a, bag.columns] * bag.values
        amounts = np.bincount(
            bag.word, weights=by_feature[bag.places] * bag.part, minlength=len(spans)
        )
        return [(span, float(amount)) for span, amount in zip(spans, amounts, strict=True)]


def _hits(hits: Sequence[Hit], axis: str, amounts: Floats) -> list[tuple[Span, float]]:
    """Share what the strength of a status adds among its hits, by their weight."""
    shared: list[tuple[Span, float]] = []
    for status, amount in zip(STATUSES, amounts, strict=True):
        own = [hit for hit in hits if hit.axis == axis and hit.status is status]
        total = sum(hit.weight for hit in own)
        shared += [(hit.span, float(amount) * hit.weight / total) for hit in own]
    return shared


def _merged(
    axis: str,
    words: list[tuple[Span, float]],
    hits: list[tuple[Span, float]],
    whole: tuple[float, int],
) -> list[Contribution]:
    """Return the rest, and the words and hits that add or take most, in order of the text.

    The rest is the constant of the model and the words not told, at the start of the passage.
    """
    logit, start = whole
    together: dict[Span, float] = {}
    for span, amount in sorted(words, key=_weight)[:_SHOWN] + hits:
        together[span] = together.get(span, 0.0) + amount
    told = [Contribution(span, axis, amount) for span, amount in sorted(together.items())]
    rest = logit - sum(item.amount for item in told)
    return [Contribution(Span(start, start), axis, rest), *told]


def _weight(item: tuple[Span, float]) -> tuple[float, Span]:
    return -abs(item[1]), item[0]


def _probability(logits: Floats) -> Floats:
    """Return the logistic function of each logit, without overflow."""
    return 0.5 * (1.0 + np.tanh(0.5 * logits))
