"""Gather the documents of a corpus into a reference, each text once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from taalscan.model import Interval, Scan
from taalscan.reference.file import sealed
from taalscan.reference.values import Reference, ReferenceDocument, text_digest
from taalscan.reference.words import PassageWords

LEAST_DOCUMENTS = 5
"""A word of fewer documents tells more of these than of their genre, and may be someone's name."""

_COPY = 0.8
"""A document of which this share of the passages stands in earlier ones is a copy of them."""

_DENSITY_DIGITS, _SHARE_DIGITS, _BALANCE_DIGITS = 4, 5, 4
"""Far finer than the intervals of the figures, and half the size of the file."""


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What figures were made with, as digests; the attributes are those of `Reference`."""

    axes: tuple[str, ...]
    language_model: str
    lexicons: tuple[str, ...]
    classifier: str | None


@dataclass(frozen=True, slots=True)
class Measured:
    """What a reference keeps of one document, before it is compared with the others."""

    document: ReferenceDocument
    passages: tuple[PassageWords, ...]
    made_with: MadeWith


@dataclass(frozen=True, slots=True)
class Description:
    """What a reference tells of itself; the attributes are those of `Reference`."""

    name: str
    version: str
    corpus: str
    least_documents: int = LEAST_DOCUMENTS


@dataclass(frozen=True, slots=True)
class Gathered:
    """A reference, and what was left out of it.

    Attributes:
        copies: documents that are (nearly) the same as earlier ones.
        passages: passages of the other documents; `repeated` those whose words were counted
            before.
    """

    reference: Reference
    copies: int
    passages: int
    repeated: int


def measured(scan: Scan, genre: str, passages: tuple[PassageWords, ...]) -> Measured:
    """Return what a reference keeps of a scan.

    Args:
        scan: of the document.
        genre: id of its genre.
        passages: what is counted of its passages.
    """
    balance = None if scan.balance is None else scan.balance.main.log_ratio
    shares = [score.expected_share or score.share for score in scan.scores]
    document = ReferenceDocument(
        genre=genre,
        digest=text_digest(scan.document.text),
        words=scan.words,
        passages=len(scan.passages),
        densities=tuple(_rounded(score.density, _DENSITY_DIGITS) for score in scan.scores),
        shares=tuple(_rounded(share, _SHARE_DIGITS) for share in shares),
        balance=_rounded(balance, _BALANCE_DIGITS),
    )
    return Measured(document, passages, made_with(scan))


def made_with(scan: Scan) -> MadeWith:
    """Return what a scan was made with."""
    provenance = scan.provenance
    return MadeWith(
        axes=tuple(score.axis for score in scan.scores),
        language_model=provenance.language_model.sha256,
        lexicons=tuple(lexicon.sha256 for lexicon in provenance.lexicons),
        classifier=None if provenance.classifier is None else provenance.classifier.sha256,
    )


def _rounded(figure: Interval | None, digits: int) -> float | None:
    return None if figure is None else round(figure.value, digits)


def gather(
    corpus: Iterable[Measured], genres: Sequence[str], description: Description
) -> Gathered | None:
    """Put the documents of a corpus together, one at a time.

    Boilerplate recurs: a passage whose letters stood in the corpus before is not counted again
    among the words, and a document that consists of such passages is left out altogether.

    Args:
        corpus: the documents; of two copies the first stays.
        genres: ids of all genres, in the order that the reference keeps.
        description: what the reference tells of itself.

    Returns:
        None where there are no documents.

    Raises:
        ValueError: if not all documents were measured with the same.
    """
    draft = _Draft()
    for own in corpus:
        draft.add(own)
    if draft.made_with is None:
        return None
    made = draft.made_with
    present = {document.genre for document in draft.documents}
    kept = tuple(genre for genre in genres if genre in present)
    reference = Reference(
        name=description.name,
        version=description.version,
        sha256="",
        axes=made.axes,
        language_model=made.language_model,
        lexicons=made.lexicons,
        classifier=made.classifier,
        genres=kept,
        documents=tuple(draft.documents),
        totals=tuple(draft.totals[genre] for genre in kept),
        words=draft.words(kept, description.least_documents),
        least_documents=description.least_documents,
        corpus=description.corpus,
    )
    return Gathered(sealed(reference), draft.copies, draft.passages, draft.repeated)


class _Draft:
    """A reference in the making; it grows with the vocabulary, not with the texts."""

    def __init__(self) -> None:
        self.made_with: MadeWith | None = None
        self.documents: list[ReferenceDocument] = []
        self.totals: Counter[str] = Counter()
        self.copies = self.passages = self.repeated = 0
        self._seen: set[bytes] = set()
        self._counts: dict[str, Counter[str]] = {}
        self._spread: Counter[str] = Counter()

    def add(self, own: Measured) -> None:
        """Take a document in, unless it is a copy."""
        self.made_with = self.made_with or own.made_with
        if own.made_with != self.made_with:
            message = "documents of one reference are measured with the same lexicons and models"
            raise ValueError(message)
        known = sum(passage.key in self._seen for passage in own.passages)
        if own.passages and known >= _COPY * len(own.passages):
            self.copies += 1
            return
        genre = own.document.genre
        counts = self._counts.setdefault(genre, Counter())
        found: set[str] = set()
        for passage in own.passages:
            if passage.key in self._seen:
                self.repeated += 1
                continue
            self._seen.add(passage.key)
            self.totals[genre] += passage.words
            counts.update(passage.lemmas)
            found.update(passage.lemmas)
        self._spread.update(found)
        self.passages += len(own.passages)
        self.documents.append(own.document)

    def words(self, genres: Sequence[str], least: int) -> Mapping[str, tuple[int, ...]]:
        """Return the counts a genre of the lemmas that stand in enough documents, sorted."""
        return {
            lemma: tuple(self._counts[genre][lemma] for genre in genres)
            for lemma, documents in sorted(self._spread.items())
            if documents >= least
        }
