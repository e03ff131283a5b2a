"""Find what a document compares with: its genre, documents like it, the words they use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taalscan.classify.genre import guess_genre
from taalscan.errors import UsageError
from taalscan.model import (
    AnalysedPassage,
    Document,
    DocumentGenre,
    Keyword,
    ModelVersion,
    Notice,
    Provenance,
    SectionScore,
    Span,
    Stratum,
)
from taalscan.reference import (
    Comparable,
    Genres,
    OwnWords,
    Reference,
    comparable,
    content_lemmas,
    differences,
    own_words,
    passage_words,
    text_digest,
)
from taalscan.scoring import gather_words, keywords
from taalscan.segment import count_words

_WORDS_DIFFER = "language-model"
"""The difference that makes words incomparable too: another model gives other lemmas."""

_STRETCHES = 4
"""Equal parts of a document without chapters, where a keyword must stand in two of them."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a document compares with.

    Attributes:
        genre: its genre, given or guessed.
        alike: documents like it; None where there are too few, or no reference.
        differ: in what the reference was made otherwise; its figures then do not compare, though
            its words do.
        lemmas: its content words with their places.
        notices: what the reader of the report must know of it.
    """

    genre: DocumentGenre
    alike: Comparable | None = None
    differ: tuple[str, ...] = ()
    lemmas: tuple[tuple[str, Span], ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def comparable(self) -> Comparable | None:
        """The documents whose figures compare."""
        return None if self.differ else self.alike

    @property
    def stratum(self) -> Stratum | None:
        """Which documents they are."""
        return None if self.alike is None else self.alike.stratum


class Yardstick:
    """Compare documents with one reference; holds nothing that a document changes."""

    def __init__(self, genres: Genres, reference: Reference | None = None) -> None:
        self._genres = genres
        self._reference = reference
        self._digests = frozenset(own.digest for own in reference.documents) if reference else ()

    @property
    def version(self) -> ModelVersion | None:
        """What a scan says about the reference."""
        own = self._reference
        return None if own is None else ModelVersion(own.name, own.version, own.sha256)

    def check_genre(self, name: str) -> str:
        """Return the id of a genre.

        Raises:
            UsageError: if there is no such genre; tells which there are.
        """
        known = self._genres.by_name(name)
        if known is None:
            allowed = ", ".join(genre.id for genre in self._genres.genres)
            raise UsageError(detail="genre", given=name, allowed=allowed)
        return known.id

    def differences(self, provenance: Provenance, axes: Sequence[str]) -> tuple[str, ...]:
        """Tell in what the reference was made otherwise than scans are; nothing without one."""
        own = self._reference
        return () if own is None else differences(own, provenance, axes)

    def likeness(
        self,
        document: Document,
        passages: Sequence[AnalysedPassage],
        differ: tuple[str, ...],
        genre: str | None,
    ) -> Likeness:
        """Return what a document compares with.

        Args:
            document: the document.
            passages: its passages, for its words.
            differ: what `differences` tells.
            genre: id of its genre; guessed if None.

        Raises:
            UsageError: if there is no such genre.
        """
        own = self._genre(document, genre)
        if self._reference is None:
            return Likeness(own)
        notices = [Notice("reference-stale", (("parts", ", ".join(differ)),))] if differ else []
        if _WORDS_DIFFER in differ:
            return Likeness(own, differ=differ, notices=tuple(notices))
        if own.id is None:
            notices.append(Notice("genre-unsure", (("title", own.title),)))
            return Likeness(own, differ=differ, notices=tuple(notices))
        counted = self._own_words(document, passages)
        alike = comparable(self._reference, self._genres, own.id, counted)
        if alike is None:
            notices.append(Notice("genre-without-reference", (("title", own.title),)))
        return Likeness(own, alike, differ, tuple(content_lemmas(passages)), tuple(notices))

    def _own_words(self, document: Document, passages: Sequence[AnalysedPassage]) -> OwnWords:
        """Return what to keep out of the comparison: only a document of the corpus has any."""
        digest = text_digest(document.text)
        if digest not in self._digests:
            return OwnWords(digest, 0, {})
        sizes = [count_words(passage.sentences) for passage in passages]
        return own_words(document.text, passage_words(document.text, passages, sizes))

    def _genre(self, document: Document, genre: str | None) -> DocumentGenre:
        if genre is not None:
            name = self.check_genre(genre)
            return DocumentGenre(name, self._genres.by_id(name).title, None)
        guess = guess_genre(document, self._genres)
        named = next(name for name, _ in guess.probabilities if name is not None)
        return DocumentGenre(
            guess.genre_id, self._genres.by_id(guess.genre_id or named).title, guess.probability
        )


def find_keywords(
    likeness: Likeness,
    words: int,
    sections: Sequence[SectionScore],
    passages: Sequence[AnalysedPassage],
) -> tuple[Keyword, ...]:
    """Return the words of a document that stand out against those it compares with.

    Args:
        likeness: what it compares with.
        words: its running words.
        sections: its chapters; without them it is parted in equal stretches.
        passages: its passages.
    """
    if likeness.alike is None:
        return ()
    first = [section.first for section in sections]
    if not first:
        first = [len(passages) * number // _STRETCHES for number in range(_STRETCHES)]
    starts = [passages[index].passage.span.start for index in first]
    placed = _sectioned(likeness.lemmas, starts)
    known = likeness.alike.words
    return keywords(gather_words(placed), words, known.count, known.total)


def _sectioned(
    lemmas: Iterable[tuple[str, Span]], starts: Sequence[int]
) -> Iterable[tuple[str, Span, int]]:
    section = 0
    for lemma, span in lemmas:
        while section + 1 < len(starts) and starts[section + 1] <= span.start:
            section += 1
        yield lemma, span, section
