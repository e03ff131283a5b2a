"""Read and analyse the labelled passages once, and hold what contenders learn from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from taalscan.classify.examples import Example
from taalscan.classify.training import fold_of
from taalscan.labels import LabelledPassage, read_labels
from taalscan.language import Analyser, load_analyser
from taalscan.learning import examples_of
from taalscan.lexicon import Lexicon, compile_lexicons, load_lexicon, resolve_lexicon
from taalscan.lexicon.evidence import document_fold, in_reading_part, revived, source_fold
from taalscan.model import Hit

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

INNER = 5
"""Folds inside a training fold, for what a second step or a threshold is fitted on."""

SCHEMES: dict[str, Callable[[LabelledPassage], str]] = {
    "document": document_fold,
    "source": source_fold,
}


@dataclass(frozen=True, slots=True)
class Data:
    """The labelled passages, real ones first, then written ones; n in all, A axes.

    Attributes:
        lexicon: the one whose hits the examples carry.
        examples: analysed, with their hits.
        all_hits: of each example, those of disputed entries too.
        labels: (n, A) whether coders gave the axis.
        real: how many of the examples are real passages.
        unread: (n,) whether it is real and no writer of lexicon entries read it.
        inner: (n,) fold inside a training set.
    """

    lexicon: Lexicon
    examples: tuple[Example, ...]
    all_hits: tuple[tuple[Hit, ...], ...]
    labels: Bools
    real: int
    unread: Bools
    inner: Ints

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the axes."""
        return tuple(axis.code for axis in self.lexicon.axes)

    def folds(self, scheme: str) -> list[tuple[Ints, Ints]]:
        """Return rows to learn from and rows to judge, a pair a fold; real passages only."""
        names = np.array([SCHEMES[scheme](one.labelled) for one in self.examples[: self.real]])
        return [(np.flatnonzero(names != n), np.flatnonzero(names == n)) for n in np.unique(names)]


def load(labels: Path, written: Path | None) -> Data:
    """Return the passages of a file of real ones and, if given, of one with written ones."""
    lexicon, analyser = load_lexicon(resolve_lexicon("beleid-nl")), load_analyser()
    real = _examples(labels, lexicon, analyser)
    extra = () if written is None else _examples(written, lexicon, analyser)
    examples = (*real, *(replace(one, judges=False) for one in extra))
    every = compile_lexicons([revived(lexicon)])
    codes = [axis.code for axis in lexicon.axes]
    return Data(
        lexicon=lexicon,
        examples=examples,
        all_hits=tuple(every.find(one.analysed) for one in examples),
        labels=np.array([[one.labelled.has(code) for code in codes] for one in examples]),
        real=len(real),
        unread=np.array(
            [n < len(real) and not in_reading_part(one.labelled) for n, one in enumerate(examples)]
        ),
        inner=np.array([fold_of(one.labelled, INNER) for one in examples]),
    )


def _examples(path: Path, lexicon: Lexicon, analyser: Analyser) -> Sequence[Example]:
    matcher = compile_lexicons([lexicon])
    return examples_of(read_labels(path), analyser, matcher, unread_judge=True)
