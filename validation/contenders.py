"""The contenders with one step: from the rows of a fold to a figure for each passage and axis.

A contender takes the rows to learn from and returns a figure for every passage, higher where it
sees the axis more; whoever asks keeps the figures of the rows that were held apart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from scipy import sparse
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import ComplementNB
from sklearn.preprocessing import StandardScaler
from sklearn.svm import LinearSVC

from validation.data import Bools, Data, Floats, Ints
from validation.inputs import (
    FREQUENT,
    counts_of,
    lexicon_strength,
    strengths_of,
    structure_of,
    weighted,
)

Contender = Callable[[Ints], Floats]
"""From (k,) rows to learn from to (n, A) figures."""

Matrix: TypeAlias = sparse.csr_matrix
Learner = Callable[[Matrix, Bools, Matrix], Floats]
"""From features and labels of the training rows, and all features, to (n,) figures."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the contenders see of the passages, by name; all have n rows."""

    data: Data
    counts: dict[str, Matrix]
    structure: Floats
    strengths: Floats
    alone: Floats

    def text(self, learn: Ints, kinds: tuple[str, ...]) -> Matrix:
        """Return the weighed features of kinds side by side, as the rows `learn` teach them."""
        parts = [weighted(self.counts[kind], learn, FREQUENT[kind]) for kind in kinds]
        return sparse.hstack(parts, format="csr")


def inputs_of(data: Data) -> Inputs:
    """Return all inputs of the passages."""
    return Inputs(
        data=data,
        counts={kind: counts_of(data, kind) for kind in FREQUENT},
        structure=structure_of(data),
        strengths=strengths_of(data, [one.hits for one in data.examples]),
        alone=lexicon_strength(data, [one.hits for one in data.examples]),
    )


def regression(strength: float = 4.0) -> LogisticRegression:
    """Return the logistic regression of the shipped recipe."""
    return LogisticRegression(
        C=strength, class_weight="balanced", solver="liblinear", max_iter=500, random_state=0
    )


def logistic(features: Matrix, labels: Bools, every: Matrix) -> Floats:
    """Return logits of logistic regression."""
    return np.asarray(regression().fit(features, labels).decision_function(every))


def support(features: Matrix, labels: Bools, every: Matrix) -> Floats:
    """Return distances to the plane of a linear support vector machine."""
    model = LinearSVC(C=0.3, class_weight="balanced", random_state=0)
    return np.asarray(model.fit(features, labels).decision_function(every))


def bayes(features: Matrix, labels: Bools, every: Matrix) -> Floats:
    """Return log odds of complement naive Bayes (Rennie et al. 2003)."""
    found = ComplementNB(alpha=0.5).fit(features, labels).predict_joint_log_proba(every)
    return np.asarray(found[:, 1] - found[:, 0])


def boosted(features: Matrix, labels: Bools, every: Matrix) -> Floats:
    """Return log odds of gradient boosted trees on dense features."""
    model = HistGradientBoostingClassifier(
        max_iter=40, max_leaf_nodes=8, class_weight="balanced", early_stopping=False,
        random_state=0,
    )  # fmt: skip
    return np.asarray(model.fit(features, labels).decision_function(every))


def each_axis(data: Data, learn: Ints, features: Matrix, learner: Learner) -> Floats:
    """Return the figures of a learner that is taught each axis apart: (n, A)."""
    known = features[learn]
    columns = [learner(known, labels, features) for labels in data.labels[learn].T]
    return np.stack(columns, axis=1)


def on_text(inputs: Inputs, kinds: tuple[str, ...], learner: Learner = logistic) -> Contender:
    """Return the contender that reads the text alone."""
    return lambda learn: each_axis(inputs.data, learn, inputs.text(learn, kinds), learner)


def on_text_and(inputs: Inputs, kinds: tuple[str, ...], dense: Floats) -> Contender:
    """Return the contender that reads the text and other numbers in one regression."""

    def contender(learn: Ints) -> Floats:
        # a length near that of the text, or they would drown it
        other = _scaled(dense, learn) / np.sqrt(dense.shape[1])
        features = sparse.hstack([inputs.text(learn, kinds), sparse.csr_matrix(other)], "csr")
        return each_axis(inputs.data, learn, features, logistic)

    return contender


def on_numbers(data: Data, dense: Floats, *, scaled: bool = True) -> Contender:
    """Return the contender that sees no text, only numbers."""
    return lambda learn: each_axis(
        data, learn, _scaled(dense, learn) if scaled else dense, logistic
    )


def on_trees(inputs: Inputs, kinds: tuple[str, ...], components: int = 60) -> Contender:
    """Return gradient boosting on the main directions of the text (Deerwester et al. 1990)."""

    def contender(learn: Ints) -> Floats:
        features = inputs.text(learn, kinds)
        directions = TruncatedSVD(components, n_iter=2, random_state=0).fit(features[learn])
        return each_axis(inputs.data, learn, directions.transform(features), boosted)

    return contender


def _scaled(dense: Floats, learn: Ints) -> Floats:
    """Return numbers with mean 0 and deviation 1 in the rows to learn from."""
    return np.asarray(StandardScaler().fit(dense[learn]).transform(dense))
