"""Hold the figures of a reference corpus: numbers and words, no text."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taalscan.model import Provenance

_NO_LETTER = re.compile(r"[\W\d_]+")
_DIGEST_LENGTH = 16


@dataclass(frozen=True, slots=True)
class ReferenceDocument:
    """The figures of one document of the corpus.

    Attributes:
        genre: id of its genre.
        digest: `text_digest` of its text.
        words: running words; `passages` how many there are.
        densities: hits per 1,000 running words, one an axis; None where it was too short.
        shares: share of the passages that carry the label, in [0, 1], one an axis: the expected
            one where a classifier read along.
        balance: B of the main index; None where the document does not allow one.
    """

    genre: str
    digest: str
    words: int
    passages: int
    densities: tuple[float | None, ...]
    shares: tuple[float | None, ...]
    balance: float | None

    @property
    def has_figures(self) -> bool:
        """Whether it was long enough for figures (METRICS §6.3)."""
        return None not in self.densities and None not in self.shares


@dataclass(frozen=True, slots=True)
class Reference:
    """The figures of a corpus, with what they were made with.

    Attributes:
        sha256: digest over all of it.
        axes: ids of the axes, in the order of the figures of a document.
        language_model: digest of the language model that made the figures.
        lexicons: digests of the lexicons; `classifier` that of the classifier, or None.
        genres: ids of the genres, in the order of the counts.
        totals: running words a genre, of the passages whose words were counted.
        words: how often each lemma stands in those passages, one count a genre.
        least_documents: a lemma that stands in fewer documents is not in `words`.
        corpus: a Dutch sentence that tells what the corpus is, and what it is not.
    """

    name: str
    version: str
    sha256: str
    axes: tuple[str, ...]
    language_model: str
    lexicons: tuple[str, ...]
    classifier: str | None
    genres: tuple[str, ...]
    documents: tuple[ReferenceDocument, ...]
    totals: tuple[int, ...]
    words: Mapping[str, tuple[int, ...]]
    least_documents: int
    corpus: str


def letters_of(text: str) -> str:
    """Return only the letters of a text, in lower case.

    >>> letters_of("Artikel 2: De Wet, en zo.")
    'artikeldewetenzo'
    """
    return _NO_LETTER.sub("", text.lower())


def text_digest(text: str) -> str:
    """Return a digest of the letters of a text, so that another file format has the same one.

    Returns:
        The first 16 hexadecimal digits of the sha256.
    """
    return hashlib.sha256(letters_of(text).encode()).hexdigest()[:_DIGEST_LENGTH]


def differences(
    reference: Reference, provenance: Provenance, axes: Sequence[str]
) -> tuple[str, ...]:
    """Tell in what a scan was made otherwise than the reference; its figures then do not compare.

    Args:
        reference: the reference.
        provenance: what the scan is made with.
        axes: ids of the axes of the scan.

    Returns:
        Codes among `language-model`, `lexicon`, `classifier` and `axes`, in that order.
    """
    classifier = None if provenance.classifier is None else provenance.classifier.sha256
    lexicons = tuple(lexicon.sha256 for lexicon in provenance.lexicons)
    same = {
        "language-model": reference.language_model == provenance.language_model.sha256,
        "lexicon": reference.lexicons == lexicons,
        "classifier": reference.classifier == classifier,
        "axes": reference.axes == tuple(axes),
    }
    return tuple(code for code, equal in same.items() if not equal)
