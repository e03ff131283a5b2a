"""Turn passages into numbers for contenders; nothing here looks at labels.

Counts are taken once over all passages. What is learnt of them (which features are frequent
enough, how rare each is) is learnt by `weighted` from the rows of a training fold alone.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from scipy import sparse

from taalscan.classify.examples import Example
from taalscan.classify.features import LETTERS, feature_names, strengths, words_of
from taalscan.lexicon import Lexicon
from taalscan.lexicon.classes import ANYONE, WRITER, class_keys, class_names, classes_of
from taalscan.lexicon.fold import key
from taalscan.model import Hit, Sentence, Token
from taalscan.scoring.passage import strength
from validation.data import Data, Floats, Ints

NEGATORS = frozenset({"niet", "geen", "nooit", "niemand", "niets", "noch", "zonder"})

FREQUENT = {"words": 2, "lemmas": 2, "letters": 3}
"""Passages of the training fold that a feature must stand in, as in the shipped recipe."""


def word_names(example: Example) -> Iterator[str]:
    """Yield words as written, without capitals, and two in a row."""
    for sentence in example.analysed.sentences:
        words = [token.text.lower() for token in words_of(sentence)]
        yield from words
        yield from (f"{one} {other}" for one, other in pairwise(words))


def lemma_names(example: Example) -> Iterator[str]:
    """Yield lemmas, parts of compounds, and two lemmas in a row."""
    return (name for name in feature_names(example.analysed) if not name.startswith(LETTERS))


def letter_names(example: Example) -> Iterator[str]:
    """Yield runs of letters inside words."""
    return (name for name in feature_names(example.analysed) if name.startswith(LETTERS))


NAMES: dict[str, Callable[[Example], Iterator[str]]] = {
    "words": word_names,
    "lemmas": lemma_names,
    "letters": letter_names,
}


def counts_of(data: Data, kind: str) -> sparse.csr_matrix:
    """Return how often each feature of a kind stands in each passage: (n, F)."""
    columns: dict[str, int] = {}
    rows, places = [0], list[int]()
    values: list[int] = []
    for example in data.examples:
        bag = Counter(NAMES[kind](example))
        places += [columns.setdefault(name, len(columns)) for name in bag]
        values += bag.values()
        rows.append(len(places))
    return sparse.csr_matrix(
        (np.array(values, dtype=np.float64), places, rows), shape=(len(rows) - 1, len(columns))
    )


def weighted(counts: sparse.csr_matrix, learn: Ints, frequent: int) -> sparse.csr_matrix:
    """Return (1 + ln tf) · idf of all rows, each of length 1, as the rows `learn` teach it.

    Args:
        counts: (n, F).
        learn: the rows of the training fold.
        frequent: how many of them a feature must stand in.
    """
    seen = counts[learn].getnnz(axis=0)
    kept = np.flatnonzero(seen >= frequent)
    idf = np.log((1.0 + len(learn)) / (1.0 + seen[kept])) + 1.0
    values = counts[:, kept].tocsr()
    values.data = 1.0 + np.log(values.data)
    values = (values @ sparse.diags(idf)).tocsr()
    lengths = np.sqrt(values.multiply(values).sum(axis=1)).A1
    return (sparse.diags(1.0 / np.maximum(lengths, 1e-12)) @ values).tocsr()


def lexicon_strength(data: Data, hits: Sequence[Sequence[Hit]]) -> Floats:
    """Return what the lexicon alone says of each passage: (n, A), in [0, 1] (METRICS §1)."""
    axes = [axis.id for axis in data.lexicon.axes]
    return np.array(
        [[strength(hit for hit in own if hit.axis == axis) for axis in axes] for own in hits]
    )


def strengths_of(data: Data, hits: Sequence[Sequence[Hit]]) -> Floats:
    """Return the strength of hits by axis and status: (n, A, S), in [0, 1]."""
    axes = [axis.id for axis in data.lexicon.axes]
    return np.array([[strengths(own, axis) for axis in axes] for own in hits])


def structure_of(data: Data) -> Floats:
    """Return who is named, and how sentences are made: (n, K), logarithms of counts.

    A class of actors each, the writer in the first person among them; negations; passives;
    sentences that name two classes; words with a figure; words.
    """
    told = _ActorWords(data.lexicon)
    return np.log1p([_structure(one, told) for one in data.examples])


class _ActorWords:
    """Knows which classes of actors a word names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._classes = class_keys(lexicon.helpers)
        self.names = sorted(class_names(lexicon.helpers) - {ANYONE})

    def of(self, token: Token) -> frozenset[str]:
        """Return the classes of a word, the head of a compound deciding where it is unknown."""
        names = [key(token.text), key(token.lemma), *(key(part) for part in token.parts[-1:])]
        return classes_of(names, self._classes) - {ANYONE}


def _structure(example: Example, told: _ActorWords) -> list[float]:
    counts: Counter[str] = Counter()
    for sentence in example.analysed.sentences:
        counts.update(_sentence(sentence, told))
    others = ("negation", "passive", "who with whom", "figure", "word")
    return [float(counts[name]) for name in (*told.names, *others)]


def _sentence(sentence: Sentence, told: _ActorWords) -> Counter[str]:
    counts: Counter[str] = Counter()
    for token in sentence.tokens:
        counts.update(told.of(token))
        counts["negation"] += token.lemma.lower() in NEGATORS
        counts["passive"] += token.dep.startswith(("aux:pass", "nsubj:pass"))
        counts["figure"] += any(sign.isdigit() for sign in token.text)
    classes = [name for name in told.names if counts[name] and name != WRITER]
    counts["who with whom"] += len(classes) > 1
    counts["word"] += len(words_of(sentence))
    return counts
