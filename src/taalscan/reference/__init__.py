"""Hold what documents are compared with: genres, their families, and the figures of a corpus."""

from taalscan.reference.file import load_reference, reference_of, shipped_reference, to_bytes
from taalscan.reference.gather import (
    LEAST_DOCUMENTS,
    Description,
    Gathered,
    MadeWith,
    Measured,
    gather,
    measured,
)
from taalscan.reference.genres import Cue, Family, Form, Genre, Genres, Place, Weights, load_genres
from taalscan.reference.strata import (
    LEAST,
    Comparable,
    OwnWords,
    WordCounts,
    comparable,
    own_words,
)
from taalscan.reference.values import Reference, ReferenceDocument, differences, text_digest
from taalscan.reference.words import PassageWords, content_lemmas, passage_words

__all__ = [
    "LEAST",
    "LEAST_DOCUMENTS",
    "Comparable",
    "Cue",
    "Description",
    "Family",
    "Form",
    "Gathered",
    "Genre",
    "Genres",
    "MadeWith",
    "Measured",
    "OwnWords",
    "PassageWords",
    "Place",
    "Reference",
    "ReferenceDocument",
    "Weights",
    "WordCounts",
    "comparable",
    "content_lemmas",
    "differences",
    "gather",
    "load_genres",
    "load_reference",
    "measured",
    "own_words",
    "passage_words",
    "reference_of",
    "shipped_reference",
    "text_digest",
    "to_bytes",
]
