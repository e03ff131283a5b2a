"""Turn passages into weighted features, and remember which words each came from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from taalscan.classify.features import (
    LETTERS,
    letter_features,
    pair_feature,
    word_features,
    words_of,
)
from taalscan.model import AnalysedPassage, Token

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Lookup = Callable[[str], tuple[int, ...]]

_KNOWN_WORDS = 65_536
"""Words whose runs of letters are remembered; most words of a text have been seen before."""


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """The features of a passage; n features, m occurrences.

    Attributes:
        columns: (n,) which features, each once, rising.
        values: (n,) their weights.
        places: (m,) for each occurrence the index into `columns`.
        word: (m,) the word it stands at, counted through the passage.
        part: (m,) the part of the feature's value that belongs there; 1 in all a feature.
    """

    columns: Ints
    values: Floats
    places: Ints
    word: Ints
    part: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Vectoriser:
    """A vocabulary with its inverse document frequencies.

    Attributes:
        vocabulary: name of a feature to its column.
        idf: (F,) inverse document frequencies.
        is_letters: (F,) whether a feature is a run of letters.
        letters: the columns of a word's runs of letters.
    """

    vocabulary: Mapping[str, int]
    idf: Floats
    is_letters: NDArray[np.bool_]
    letters: Lookup

    def bag(self, passage: AnalysedPassage) -> Bag:
        """Return the features of a passage that the vocabulary knows.

        A value is (1 + ln tf) · idf, with the words and the runs of letters each brought to
        length 1 (Salton & Buckley 1988).
        """
        columns, words, shares = self._occurrences(passage)
        unique, places = np.unique(columns, return_inverse=True)
        counts = np.bincount(places, weights=shares, minlength=len(unique))
        values = (1.0 + np.log(counts)) * self.idf[unique]
        letters = self.is_letters[unique]
        for kind in (letters, ~letters):
            values[kind] /= np.sqrt(np.square(values[kind]).sum()) or 1.0
        return Bag(unique, values, places, words, shares / counts[places])

    def _occurrences(self, passage: AnalysedPassage) -> tuple[Ints, Ints, Floats]:
        """Return column, word and share of every occurrence; a pair is half of each word."""
        found: list[tuple[int, int, float]] = []
        number = 0
        for sentence in passage.sentences:
            tokens = words_of(sentence)
            for place, token in enumerate(tokens, start=number):
                found += [(column, place, 1.0) for column in self._columns(token)]
            for place, (one, other) in enumerate(pairwise(tokens), start=number):
                column = self.vocabulary.get(pair_feature(one, other))
                if column is not None:
                    found += [(column, place, 0.5), (column, place + 1, 0.5)]
            number += len(tokens)
        columns, words, shares = zip(*found, strict=True) if found else ((), (), ())
        return (
            np.array(columns, dtype=np.int64),
            np.array(words, dtype=np.int64),
            np.array(shares, dtype=np.float64),
        )

    def _columns(self, token: Token) -> tuple[int, ...]:
        known = (self.vocabulary.get(name) for name in word_features(token))
        return (*(column for column in known if column is not None), *self.letters(token.text))


def vectoriser(vocabulary: Mapping[str, int], idf: Floats) -> Vectoriser:
    """Return the vectoriser of a vocabulary; `idf` has an item a column."""

    @lru_cache(maxsize=_KNOWN_WORDS)
    def letters(text: str) -> tuple[int, ...]:
        names = letter_features(text)
        return tuple(vocabulary[name] for name in names if name in vocabulary)

    is_letters = np.zeros(len(idf), dtype=np.bool_)
    for name, column in vocabulary.items():
        is_letters[column] = name.startswith(LETTERS)
    return Vectoriser(vocabulary, idf, is_letters, letters)
