"""Learn from labelled passages, and ask a classifier what it makes of them."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from taalscan.classify import Classifier
from taalscan.classify.artifact import Artifact, classifier_of, to_bytes
from taalscan.classify.evaluation import Judged
from taalscan.classify.examples import Example
from taalscan.errors import LabelsError, MissingLibraryError
from taalscan.labels import LabelledPassage
from taalscan.language import Analyser
from taalscan.lexicon import Matcher
from taalscan.lexicon.evidence import Tally, entry_evidence, findings, in_reading_part
from taalscan.model import Axis, Contribution, Span, Status
from taalscan.scanner import analyse_texts

if TYPE_CHECKING:
    from pydantic import JsonValue

    from taalscan.classify.training import Fitted

_TOLD = 10
"""Passages without a label that are named; the rest is a number."""

_MOVING = 5
"""Words that count as highlighted where the classifier sees a frame without a signal word."""


def examples_of(
    labelled: Sequence[LabelledPassage],
    analyser: Analyser,
    matcher: Matcher,
    *,
    unread_judge: bool = False,
) -> tuple[Example, ...]:
    """Return the passages with their analysis and hits.

    Args:
        labelled: the passages.
        analyser: the language model.
        matcher: the lexicons.
        unread_judge: whether only passages that no writer of the lexicon read may fit
            calibration and thresholds.
    """
    analysed = analyse_texts(analyser, [passage.text for passage in labelled])
    return tuple(
        Example(
            labelled=passage,
            analysed=one,
            hits=matcher.find(one),
            judges=not (unread_judge and in_reading_part(passage)),
        )
        for passage, one in zip(labelled, analysed, strict=True)
    )


def train(
    examples: Sequence[Example],
    axes: Sequence[Axis],
    made_with: dict[str, str],
    *,
    spread: bool = False,
) -> bytes:
    """Return the file of a classifier trained on all examples; in any order the same bytes.

    Args:
        examples: the labelled passages.
        axes: the axes to learn.
        made_with: versions and digests to tell in the file.
        spread: whether to estimate how far whole documents are read too high or too low; it takes
            seconds, and only the intervals of documents need it.

    Raises:
        FewLabelsError: if an axis has too few passages, with or without it.
        MissingLibraryError: if scikit-learn is not installed.
    """
    # sums of doubles depend on their order, if only in the last digit
    examples = sorted(examples, key=_place)
    fitted = _fit(examples, axes)
    precise = zip((axis.code for axis in axes), fitted.reached, strict=True)
    about: dict[str, JsonValue] = {
        "name": made_with.get("name", "eigen"),
        "version": made_with.get("version", "1.0.0"),
        "made_with": {key: made_with[key] for key in sorted(made_with)},
        "passages": len(examples),
        "documents": len({example.labelled.group for example in examples}),
        "labels_sha256": labels_digest([example.labelled for example in examples]),
        "precise": dict(precise),
    }
    if spread:
        about["spread"] = dict(_spread(examples, axes, fitted))
    ids = tuple(axis.id for axis in axes)
    return to_bytes(Artifact(ids, fitted.vocabulary, fitted.idf, fitted.weights, about))


def _spread(
    examples: Sequence[Example], axes: Sequence[Axis], fitted: "Fitted"
) -> dict[str, float]:
    """Return the spread between documents by axis, from passages that judge."""
    from taalscan.classify.spread import miscalibration  # noqa: PLC0415  # needs the extra

    judges = np.array([example.judges for example in examples])
    groups = np.array([example.labelled.group for example in examples])[judges]
    found: dict[str, float] = {}
    for number, axis in enumerate(axes):
        truth = np.array([example.labelled.has(axis.code) for example in examples])[judges]
        found[axis.id] = miscalibration(fitted.combined[judges, number], truth, groups).spread
    return found


def _place(example: Example) -> tuple[str, str]:
    return example.labelled.id, example.labelled.text


def check_coded(labelled: Sequence[LabelledPassage], axes: Sequence[Axis], name: str) -> None:
    """See to it that every passage was coded on every axis: not coded is not the same as absent.

    Args:
        labelled: the passages.
        axes: the axes that are learnt or measured.
        name: of their file, for messages.

    Raises:
        LabelsError: if an axis was not coded in a passage; `problems` names the first of them.
    """
    codes = [axis.code for axis in axes]
    missing = [(p.id, code) for p in labelled for code in codes if code not in p.labels]
    if missing:
        told = "\n".join(f"{passage}: {code}" for passage, code in missing[:_TOLD])
        more = f"\n… {len(missing) - _TOLD}" if len(missing) > _TOLD else ""
        raise LabelsError(file=name, problems=told + more)


def labels_digest(labelled: Sequence[LabelledPassage]) -> str:
    """Return a digest of passages and their labels, whatever their order."""
    lines = sorted(
        f"{passage.id}\t{passage.text}\t{sorted(passage.labels.items())}" for passage in labelled
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def judged_by(
    classifier: Classifier, examples: Sequence[Example], axes: Sequence[Axis]
) -> list[Judged]:
    """Return what a classifier makes of labelled passages, by the codes of the axes."""
    codes = {axis.id: axis.code for axis in axes}
    return [_judged(classifier, example, codes) for example in examples]


def cross_validated(
    examples: Sequence[Example], axes: Sequence[Axis], fold_of: Callable[[LabelledPassage], str]
) -> list[Judged]:
    """Return what classifiers trained on the other folds make of each passage, in order.

    Everything is fitted anew for each fold: vocabulary, both steps, calibration and thresholds,
    and the weights of the entries of the lexicon, which come from labelled passages too.

    Args:
        examples: the labelled passages.
        axes: the axes.
        fold_of: the fold of a passage, e.g. its source.
    """
    folds = [fold_of(example.labelled) for example in examples]
    judged: dict[int, Judged] = {}
    for fold in sorted(set(folds)):
        others = [example for example, own in zip(examples, folds, strict=True) if own != fold]
        classifier = classifier_of(train(_reweighed(others, others, axes), axes, {}), fold)
        here = [number for number, own in enumerate(folds) if own == fold]
        unseen = _reweighed([examples[number] for number in here], others, axes)
        found = judged_by(classifier, unseen, axes)
        judged.update(zip(here, found, strict=True))
    return [judged[number] for number in range(len(examples))]


def _reweighed(
    examples: Sequence[Example], known: Sequence[Example], axes: Sequence[Axis]
) -> list[Example]:
    """Return the examples with the weights that entries have by the evidence of `known` alone."""
    found = findings(
        [example.labelled for example in known], [example.hits for example in known], axes
    )
    weights = {name: evidence.weight for name, evidence in entry_evidence(found).items()}
    unknown = Tally().smoothed
    return [
        replace(
            example,
            hits=tuple(
                replace(hit, weight=weights.get(hit.entry, unknown)) for hit in example.hits
            ),
        )
        for example in examples
    ]


def _fit(examples: Sequence[Example], axes: Sequence[Axis]) -> "Fitted":
    try:
        from taalscan.classify.training import Recipe, fit  # noqa: PLC0415  # needs the extra
    except ModuleNotFoundError as error:
        raise MissingLibraryError(library="scikit-learn", extra="research") from error
    return fit(examples, axes, Recipe())


def _judged(classifier: Classifier, example: Example, codes: dict[str, str]) -> Judged:
    found = classifier.classify(example.analysed, example.hits)
    labels = {r.axis: r.combined >= r.threshold for r in found.readings}
    return Judged(
        passage=example.labelled,
        probabilities={codes[r.axis]: r.combined for r in found.readings},
        labels={codes[axis]: label for axis, label in labels.items()},
        highlights={
            codes[axis]: tuple(_highlights(found.contributions, example, axis))
            for axis, label in labels.items()
            if label
        },
    )


def _highlights(
    contributions: Sequence[Contribution], example: Example, axis: str
) -> Iterator[Span]:
    """Yield what a report highlights: the counted hits, or else the words that moved most."""
    counted = [
        hit.span for hit in example.hits if hit.axis == axis and hit.status is Status.COUNTED
    ]
    if counted:
        yield from counted
        return
    moving = [own for own in contributions if own.axis == axis and own.span.start < own.span.end]
    heaviest = sorted(moving, key=lambda own: (-own.amount, own.span))[:_MOVING]
    yield from (own.span for own in heaviest if own.amount > 0)
