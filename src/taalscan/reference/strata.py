"""Choose the documents that a document is compared with (METRICS §6.2)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taalscan.model import Stratum
from taalscan.reference.genres import Genres
from taalscan.reference.values import Reference, ReferenceDocument, text_digest
from taalscan.reference.words import PassageWords

LEAST = 30
"""With fewer documents a percentile says next to nothing."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The document that is compared, so that it can be kept out of its own reference.

    Attributes:
        digest: `text_digest` of its text.
        words: its running words.
        lemmas: how often each content lemma stands in it.
    """

    digest: str
    words: int
    lemmas: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often words stand in the documents that are compared with.

    Attributes:
        total: running words.
        least_documents: a lemma that stands in fewer documents of the corpus has no count.
        rows: counts of every lemma of the corpus, one a genre; added up when asked for.
        columns: places of the genres that are compared with.
        taken: what is taken off, because the document itself is part of the corpus.
    """

    total: int
    least_documents: int
    rows: Mapping[str, tuple[int, ...]]
    columns: tuple[int, ...]
    taken: Mapping[str, int]

    def count(self, lemma: str) -> int:
        """Return how often a lemma stands there; 0 for one that was too rare to keep."""
        row = self.rows.get(lemma)
        if row is None:
            return 0
        return max(0, sum(row[place] for place in self.columns) - self.taken.get(lemma, 0))


@dataclass(frozen=True, slots=True, eq=False)
class Comparable:
    """The figures of the documents that are compared with, the document itself left out.

    Attributes:
        stratum: which they are.
        densities: hits per 1,000 running words of all of them, sorted, by axis id.
        shares: shares of passages, sorted, by axis id.
        balances: balances of those that have one, sorted; empty where fewer than `LEAST` have.
        words: the counts of their words.
    """

    stratum: Stratum
    densities: Mapping[str, Floats]
    shares: Mapping[str, Floats]
    balances: Floats
    words: WordCounts


def own_words(text: str, passages: Iterable[PassageWords]) -> OwnWords:
    """Return what a document would add to a reference: a passage that it repeats counts once.

    Args:
        text: of the document.
        passages: what is counted of its passages.
    """
    unique = {passage.key: passage for passage in passages}.values()
    lemmas: Counter[str] = Counter()
    for passage in unique:
        lemmas.update(passage.lemmas)
    return OwnWords(text_digest(text), sum(passage.words for passage in unique), lemmas)


def comparable(
    reference: Reference, genres: Genres, genre_id: str, own: OwnWords
) -> Comparable | None:
    """Return what a document compares with: its genre, else the family, never another family.

    Args:
        reference: the corpus.
        genres: the genres and their families.
        genre_id: of the document.
        own: the document itself.

    Returns:
        None where genre and family both have fewer than `LEAST` documents with figures.

    Raises:
        KeyError: if there is no such genre.
    """
    genre = genres.by_id(genre_id)
    family = next(one for one in genres.families if one.id == genre.family)
    relatives = {one.id: one.title for one in genres.relatives(genre_id)}
    levels = (
        ("genre", genre.title, {genre.id: genre.title}),
        ("family", family.title, relatives),
    )
    for level, title, titles in levels:
        chosen = _chosen(reference, titles, own.digest)
        if len(chosen) >= LEAST:
            present = {document.genre for document in chosen}
            named = tuple(name for key, name in titles.items() if key in present)
            stratum = Stratum(level, title, named, len(chosen))
            return _compared(reference, stratum, chosen, own)
    return None


def _chosen(
    reference: Reference, genres: Mapping[str, str], digest: str
) -> tuple[ReferenceDocument, ...]:
    """Return the documents with figures of some genres, without the document itself."""
    return tuple(
        document
        for document in reference.documents
        if document.genre in genres and document.has_figures and document.digest != digest
    )


def _compared(
    reference: Reference,
    stratum: Stratum,
    chosen: Sequence[ReferenceDocument],
    own: OwnWords,
) -> Comparable:
    balances = _sorted([one.balance for one in chosen])
    return Comparable(
        stratum=stratum,
        densities={
            axis: _sorted([one.densities[place] for one in chosen])
            for place, axis in enumerate(reference.axes)
        },
        shares={
            axis: _sorted([one.shares[place] for one in chosen])
            for place, axis in enumerate(reference.axes)
        },
        balances=balances if len(balances) >= LEAST else balances[:0],
        words=word_counts(reference, {one.genre for one in chosen}, own),
    )


def word_counts(reference: Reference, genres: set[str], own: OwnWords) -> WordCounts:
    """Return the words of all documents of some genres, short ones too, without those of `own`.

    The counts are sums over documents, so a document of the corpus is taken out by its own counts.
    What it repeats of other documents was never counted, so that takes out somewhat too much;
    no count falls below 0.
    """
    columns = tuple(place for place, genre in enumerate(reference.genres) if genre in genres)
    inside = any(one.digest == own.digest and one.genre in genres for one in reference.documents)
    taken = own.lemmas if inside else {}
    total = sum(reference.totals[place] for place in columns) - (own.words if inside else 0)
    return WordCounts(
        total=max(0, total),
        least_documents=reference.least_documents,
        rows=reference.words,
        columns=columns,
        taken=taken,
    )


def _sorted(values: Sequence[float | None]) -> Floats:
    return np.sort(np.array([value for value in values if value is not None], dtype=np.float64))
