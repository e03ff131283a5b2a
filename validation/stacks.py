"""The contenders with two steps: variants of the shipped stack, fitted by the same recipe.

The shipped one itself is measured with its own code (`taalscan.learning.cross_validated`).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from taalscan.classify.training import platt
from taalscan.lexicon.evidence import entry_evidence, findings
from taalscan.lexicon.values import Stage
from taalscan.model import Hit
from validation.contenders import Contender, Inputs, Matrix, regression
from validation.data import INNER, Data, Floats, Ints
from validation.inputs import lexicon_strength, strengths_of

UNKNOWN_WEIGHT = 0.4
"""Of an entry that no other fold has a hit of; about the middle of such entries."""

KINDS = ("lemmas", "letters")
"""What the shipped first step reads."""


@dataclass(frozen=True, slots=True, eq=False)
class FirstStep:
    """What a first step says of every passage: (n, A) logits.

    Attributes:
        outside: of the rows to learn from, by models of other inner folds; else as `whole`.
        whole: by the model of all rows to learn from.
    """

    outside: Floats
    whole: Floats


First = Callable[[Ints], FirstStep]


def first_of(
    data: Data, features: Callable[[Ints], Matrix], weights: Floats | None = None
) -> First:
    """Return the first step on features, remembering what was asked before.

    Args:
        data: the passages.
        features: from rows to learn from to the features of all passages.
        weights: (n,) how much each passage counts.
    """
    known: dict[bytes, FirstStep] = {}
    counted = np.ones(len(data.examples)) if weights is None else weights

    def first(learn: Ints) -> FirstStep:
        asked = learn.tobytes()
        if asked not in known:
            known[asked] = _first(data, learn, features(learn), counted)
        return known[asked]

    return first


def _first(data: Data, learn: Ints, matrix: Matrix, weights: Floats) -> FirstStep:
    def logits(rows: Ints) -> Floats:
        known = matrix[rows]
        fitted = [
            regression().fit(known, labels, sample_weight=weights[rows])
            for labels in data.labels[rows].T
        ]
        return np.stack([model.decision_function(matrix) for model in fitted], axis=1)

    whole = logits(learn)
    outside = whole.copy()
    for fold in range(INNER):
        here = learn[data.inner[learn] == fold]
        outside[here] = logits(learn[data.inner[learn] != fold])[here]
    return FirstStep(outside, whole)


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """A second step on one or more first steps and the strengths of the lexicon.

    Attributes:
        strengths: from rows to learn from to (n, A, S) strengths.
        extra: rows that are always learnt from.
        unread_only: whether only passages that no writer of entries read teach the second step.
    """

    data: Data
    firsts: tuple[First, ...]
    strengths: Callable[[Ints], Floats]
    extra: Ints
    unread_only: bool

    def __call__(self, learn: Ints) -> Floats:
        """Return the calibrated logit of every passage and axis: (n, A)."""
        rows = np.concatenate([learn, self.extra])
        steps, own = [first(rows) for first in self.firsts], self.strengths(learn)
        columns = []
        for a in range(len(self.data.codes)):
            outside = np.column_stack([*(step.outside[:, a] for step in steps), own[:, a]])
            whole = np.column_stack([*(step.whole[:, a] for step in steps), own[:, a]])
            columns.append(self._axis(rows, a, outside, whole))
        return np.stack(columns, axis=1)

    def _axis(self, rows: Ints, a: int, outside: Floats, whole: Floats) -> Floats:
        labels = self.data.labels[:, a]
        judges = rows[self.data.unread[rows]]
        if self.unread_only:
            rows = judges
        stacked = np.zeros(len(labels))
        for fold in range(INNER):
            here = judges[self.data.inner[judges] == fold]
            others = rows[self.data.inner[rows] != fold]
            if len(here):
                model = self._second().fit(outside[others], labels[others])
                stacked[here] = model.decision_function(outside[here])
        slope, shift = platt(stacked[judges], labels[judges])
        last = self._second().fit(outside[rows], labels[rows])
        return np.asarray(slope * last.decision_function(whole) + shift)

    @staticmethod
    def _second() -> LogisticRegression:
        return regression(1.0)


def stack(
    inputs: Inputs,
    firsts: tuple[First, ...],
    *,
    extra: Ints | None = None,
    strengths: Callable[[Ints], Floats] | None = None,
    unread_only: bool = False,
) -> Contender:
    """Return a stack; without `strengths` those of the shipped weights of entries."""
    nothing: Ints = np.zeros(0, dtype=np.int64)
    return Stack(
        data=inputs.data,
        firsts=firsts,
        strengths=strengths or (lambda _: inputs.strengths),
        extra=nothing if extra is None else extra,
        unread_only=unread_only,
    )


def measured_strengths(data: Data) -> Callable[[Ints], Floats]:
    """Return strengths with weights and disputes of entries measured on the rows alone.

    The shipped weights were measured on all labelled passages; this tells what that is worth.
    """

    def strengths(learn: Ints) -> Floats:
        return strengths_of(data, measured_hits(data, learn))

    return strengths


def measured_hits(data: Data, learn: Ints) -> list[list[Hit]]:
    """Return the hits of every passage as evidence from the rows `learn` weighs them."""
    found = findings(
        [data.examples[row].labelled for row in learn],
        [data.all_hits[row] for row in learn],
        data.lexicon.axes,
    )
    evidence = entry_evidence(found)
    dropped = {name for name, item in evidence.items() if item.stage is Stage.DISPUTED}
    weights = {name: item.weight for name, item in evidence.items()}
    return [
        [
            replace(hit, weight=weights.get(hit.entry, UNKNOWN_WEIGHT))
            for hit in own
            if hit.entry not in dropped
        ]
        for own in data.all_hits
    ]


def measured_alone(data: Data) -> Contender:
    """Return the lexicon alone with its entries weighed on the rows to learn from."""
    return lambda learn: lexicon_strength(data, measured_hits(data, learn))


def sigmoid(logits: Floats) -> NDArray[np.float64]:
    """Return the logistic function of logits, without overflow."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * logits)))
