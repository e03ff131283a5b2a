"""Train a classifier on labelled passages; the only module that needs scikit-learn.

Everything is fitted with whole documents kept together: the second step, the calibration and the
thresholds see only what models of other documents said of a passage.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from taalscan.classify.evaluation import best_threshold
from taalscan.classify.examples import Example
from taalscan.classify.features import LETTERS, feature_names, strengths
from taalscan.classify.model import Floats, Weights
from taalscan.classify.vectors import Vectoriser, vectoriser
from taalscan.errors import FewLabelsError
from taalscan.labels import LabelledPassage
from taalscan.model import Axis

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

_CERTAIN = 1e-4
"""Probabilities are kept so far from 0 and 1: a logit must be finite."""

_ENOUGH_DRAWN = 100
_FURTHEST, _HALVINGS = 8.0, 40


def _stricter() -> Mapping[str, float]:
    return {"M": 0.75}


@dataclass(frozen=True, slots=True)
class Recipe:
    """The choices of the training; docs/validation.md tells what others did.

    Attributes:
        strength_words: inverse regularisation of the first step (scikit-learn's C).
        strength_stack: that of the second step.
        frequent_words, frequent_letters: passages that a feature must stand in.
        precision: precision a threshold must reach if it can, by code; `precision_other` for
            other codes (METRICS §7.3).
    """

    strength_words: float = 4.0
    strength_stack: float = 1.0
    frequent_words: int = 2
    frequent_letters: int = 3
    folds: int = 5
    precision: Mapping[str, float] = field(default_factory=_stricter)
    precision_other: float = 0.70


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """A trained model, and what models of other documents said of each example.

    Attributes:
        combined: (n, A) calibrated q of each example, from models of other folds.
        reached: whether the threshold of each axis reaches its precision.
    """

    vocabulary: tuple[str, ...]
    idf: Floats
    weights: Weights
    combined: Floats
    reached: tuple[bool, ...]


def fit(examples: Sequence[Example], axes: Sequence[Axis], recipe: Recipe) -> Fitted:
    """Return the model of a set of examples.

    Args:
        examples: with both kinds of label on every axis, in documents enough for the folds.
        axes: the axes to learn, by whose codes the labels are kept.
        recipe: the choices.

    Raises:
        FewLabelsError: if an axis has too few passages, with or without it.
    """
    folds = np.array([fold_of(example.labelled, recipe.folds) for example in examples])
    for axis in axes:
        _check_enough(examples, axis, folds, recipe)
    vocabulary, idf = vocabulary_of(examples, recipe)
    matrix = features(examples, vectoriser(vocabulary, idf))
    parts = [_fit_axis(examples, axis, (matrix, folds), recipe) for axis in axes]
    weights = Weights(
        words=np.stack([part.words for part in parts]),
        bias=np.array([part.bias for part in parts]),
        stack=np.stack([part.stack for part in parts]),
        stack_bias=np.array([part.stack_bias for part in parts]),
        thresholds=np.array([part.threshold for part in parts]),
    )
    combined = np.stack([part.combined for part in parts], axis=1)
    return Fitted(tuple(vocabulary), idf, weights, combined, tuple(part.reached for part in parts))


def vocabulary_of(examples: Sequence[Example], recipe: Recipe) -> tuple[dict[str, int], Floats]:
    """Return the features that stand in passages enough, with ln((1 + n) / (1 + df)) + 1."""
    bags = [set(feature_names(example.analysed)) for example in examples]
    counts = Counter(name for bag in bags for name in bag)
    kept = sorted(name for name, count in counts.items() if count >= _needed(name, recipe))
    frequencies = np.array([counts[name] for name in kept], dtype=np.float64)
    idf = np.log((1.0 + len(bags)) / (1.0 + frequencies)) + 1.0
    return {name: column for column, name in enumerate(kept)}, idf


def _needed(name: str, recipe: Recipe) -> int:
    return recipe.frequent_letters if name.startswith(LETTERS) else recipe.frequent_words


def features(examples: Sequence[Example], vectors: Vectoriser) -> sparse.csr_matrix:
    """Return the features of the examples: (n, F)."""
    bags = [vectors.bag(example.analysed) for example in examples]
    columns = np.concatenate([bag.columns for bag in bags])
    values = np.concatenate([bag.values for bag in bags])
    ends = np.cumsum([0, *(len(bag.columns) for bag in bags)])
    return sparse.csr_matrix((values, columns, ends), shape=(len(bags), len(vectors.idf)))


def fold_of(passage: LabelledPassage, folds: int) -> int:
    """Return the fold of a passage; whole documents stay together."""
    digest = hashlib.sha256(f"vouw {passage.group}".encode()).hexdigest()
    return int(digest, 16) % folds


@dataclass(frozen=True, slots=True, eq=False)
class _AxisFit:
    """What was fitted for one axis; see `Weights` and `Fitted`."""

    words: Floats
    bias: float
    stack: Floats
    stack_bias: float
    threshold: float
    reached: bool
    combined: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """What one axis is learnt from; n examples."""

    labels: Bools
    judges: Bools
    drawn: Bools
    weights: Floats
    folds: Ints
    matrix: sparse.csr_matrix
    strengths: Floats


def _fit_axis(
    examples: Sequence[Example], axis: Axis, data: tuple[sparse.csr_matrix, Ints], recipe: Recipe
) -> _AxisFit:
    matrix, folds = data
    task = _Task(
        labels=np.array([example.labelled.has(axis.code) for example in examples]),
        judges=np.array([example.judges for example in examples]),
        drawn=np.array([e.judges and e.labelled.stratum == "random" for e in examples]),
        weights=np.array([example.weight for example in examples]),
        folds=folds,
        matrix=matrix,
        strengths=np.array([strengths(example.hits, axis.id) for example in examples]),
    )
    judges, labels = task.judges, task.labels
    outside = _words_out_of_fold(task, recipe)
    slope, shift = platt(outside[judges], labels[judges])
    second = np.column_stack([slope * outside + shift, task.strengths])
    stacked = _stack_out_of_fold(task, second, recipe)
    steep, moved = platt(stacked[judges], labels[judges])
    calibrated = steep * stacked + moved
    level = level_shift(calibrated[task.drawn], labels[task.drawn])
    combined = _probability(calibrated + level)
    precision = recipe.precision.get(axis.code, recipe.precision_other)
    choice = best_threshold(labels[judges].tolist(), combined[judges].tolist(), precision)
    first = _regression(recipe.strength_words).fit(matrix, labels, sample_weight=task.weights)
    last = _regression(recipe.strength_stack).fit(second, labels)
    return _AxisFit(
        words=slope * first.coef_[0],
        bias=slope * float(first.intercept_[0]) + shift,
        stack=steep * last.coef_[0],
        stack_bias=steep * float(last.intercept_[0]) + moved + level,
        threshold=choice.threshold,
        reached=choice.precise,
        combined=combined,
    )


def _words_out_of_fold(task: _Task, recipe: Recipe) -> Floats:
    """Return the logit of the first step for each example, from models of other folds."""
    outside = np.zeros(len(task.labels))
    for fold in range(recipe.folds):
        here = task.folds == fold
        if here.any():
            model = _regression(recipe.strength_words)
            model.fit(task.matrix[~here], task.labels[~here], sample_weight=task.weights[~here])
            outside[here] = _logit(model.predict_proba(task.matrix[here])[:, 1])
    return outside


def _stack_out_of_fold(task: _Task, second: Floats, recipe: Recipe) -> Floats:
    """Return the logit of the second step for each example, from models of other folds."""
    stacked = np.zeros(len(task.labels))
    for fold in range(recipe.folds):
        here = task.folds == fold
        if here.any():
            model = _regression(recipe.strength_stack).fit(second[~here], task.labels[~here])
            stacked[here] = model.decision_function(second[here])
    return stacked


def _regression(strength: float) -> LogisticRegression:
    return LogisticRegression(
        C=strength, class_weight="balanced", solver="liblinear", max_iter=500, random_state=0
    )


def _check_enough(examples: Sequence[Example], axis: Axis, folds: Ints, recipe: Recipe) -> None:
    """Refuse labels too few to hold each fold apart.

    Raises:
        FewLabelsError: if an axis has under two judging passages a fold, with or without it, or
            if without one of the folds nothing, or everything, carries it.
    """
    labels = np.array([example.labelled.has(axis.code) for example in examples], dtype=np.bool_)
    judged = [label for label, own in zip(labels, examples, strict=True) if own.judges]
    found, least = int(sum(judged)), 2 * recipe.folds
    others = [labels[folds != fold] for fold in np.unique(folds)]
    enough = least <= found <= len(judged) - least
    if not enough or not all(own.any() and not own.all() for own in others):
        raise FewLabelsError(axis=axis.title, found=found, total=len(judged), least=least)


def platt(logits: Floats, labels: Bools) -> tuple[float, float]:
    """Return slope and shift that make logits calibrated (Platt 1999)."""
    model = LogisticRegression(C=1e6, solver="lbfgs", max_iter=1000)
    model.fit(logits.reshape(-1, 1), labels)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def level_shift(logits: Floats, labels: Bools) -> float:
    """Return what brings the mean probability to the share that is really there.

    Labelled sets are enriched; passages that were drawn at random tell how often an axis occurs
    (calibration in the large, Cox 1958). Under a hundred of them tell too little: no shift.
    """
    if len(labels) < _ENOUGH_DRAWN:
        return 0.0
    share = (labels.sum() + 0.5) / (len(labels) + 1)
    low, high = -_FURTHEST, _FURTHEST
    for _ in range(_HALVINGS):  # the mean rises with the shift, so halving finds it
        middle = (low + high) / 2
        low, high = (middle, high) if _mean(logits + middle) < share else (low, middle)
    return (low + high) / 2


def _mean(logits: Floats) -> float:
    return float(_probability(logits).mean())


def _logit(probabilities: Floats) -> Floats:
    kept = np.clip(probabilities, _CERTAIN, 1 - _CERTAIN)
    return np.asarray(np.log(kept / (1 - kept)))


def _probability(logits: Floats) -> Floats:
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * logits)))
