"""Learn from labelled passages, and ask a classifier what it makes of them."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from taalscan.classify import Classifier
from taalscan.classify.artifact import Artifact, classifier_of, to_bytes
from taalscan.classify.evaluation import Judged
from taalscan.classify.examples import Example
from taalscan.errors import MissingLibraryError
from taalscan.labels import LabelledPassage
from taalscan.language import Analyser
from taalscan.lexicon import Matcher
from taalscan.lexicon.evidence import in_reading_part
from taalscan.model import Axis, Span, Status
from taalscan.scanner import analyse_texts

if TYPE_CHECKING:
    from pydantic import JsonValue

    from taalscan.classify.training import Fitted

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


def train(examples: Sequence[Example], axes: Sequence[Axis], made_with: dict[str, str]) -> bytes:
    """Return the file of a classifier trained on all examples; in any order the same bytes.

    Args:
        examples: the labelled passages.
        axes: the axes to learn.
        made_with: versions and digests to tell in the file.

    Raises:
        FewLabelsError: if an axis has too few passages, with or without it.
        MissingLibraryError: if scikit-learn is not installed.
    """
    # sums of doubles depend on their order, if only in the last digit
    fitted = _fit(sorted(examples, key=_place), axes)
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
    ids = tuple(axis.id for axis in axes)
    return to_bytes(Artifact(ids, fitted.vocabulary, fitted.idf, fitted.weights, about))


def _place(example: Example) -> tuple[str, str]:
    return example.labelled.id, example.labelled.text


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

    Everything is fitted anew for each fold: vocabulary, both steps, calibration and thresholds.

    Args:
        examples: the labelled passages.
        axes: the axes.
        fold_of: the fold of a passage, e.g. its source.
    """
    folds = [fold_of(example.labelled) for example in examples]
    judged: dict[int, Judged] = {}
    for fold in sorted(set(folds)):
        others = [example for example, own in zip(examples, folds, strict=True) if own != fold]
        classifier = classifier_of(train(others, axes, {}), fold)
        here = [number for number, own in enumerate(folds) if own == fold]
        found = judged_by(classifier, [examples[number] for number in here], axes)
        judged.update(zip(here, found, strict=True))
    return [judged[number] for number in range(len(examples))]


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
            codes[axis]: tuple(_highlights(classifier, example, axis))
            for axis, label in labels.items()
            if label
        },
    )


def _highlights(classifier: Classifier, example: Example, axis: str) -> Iterator[Span]:
    """Yield what a report highlights: the counted hits, or else the words that moved most."""
    counted = [
        hit.span for hit in example.hits if hit.axis == axis and hit.status is Status.COUNTED
    ]
    if counted:
        yield from counted
        return
    found = classifier.classify(example.analysed, example.hits).contributions
    moving = [own for own in found if own.axis == axis and own.span.start < own.span.end]
    heaviest = sorted(moving, key=lambda own: (-own.amount, own.span))[:_MOVING]
    yield from (own.span for own in heaviest if own.amount > 0)
