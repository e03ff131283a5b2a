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
)
from taalscan.reference import (
    Comparable,
    Genres,
    Reference,
    WordCounts,
    comparable,
    content_lemmas,
    differences,
    own_words,
    passage_words,
    word_counts,
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
        genre: its genre, given or guessed; None without genres to choose from.
        comparable: documents like it; None where there are too few, or none can be used.
        words: the words to compare its own with; None without.
        lemmas: its content words with their places.
        notices: what the reader of the report must know of it.
    """

    genre: DocumentGenre | None
    comparable: Comparable | None = None
    words: WordCounts | None = None
    lemmas: tuple[tuple[str, Span], ...] = ()
    notices: tuple[Notice, ...] = ()


class Yardstick:
    """Compare documents with one reference; holds nothing that a document changes."""

    def __init__(self, genres: Genres, reference: Reference | None = None) -> None:
        self._genres = genres
        self._reference = reference

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

    def likeness(
        self,
        document: Document,
        passages: Sequence[AnalysedPassage],
        made: tuple[Provenance, Sequence[str]],
        genre: str | None,
    ) -> Likeness:
        """Return what a document compares with.

        Args:
            document: the document.
            passages: its passages, for its words.
            made: what the scan is made with, and the ids of its axes.
            genre: id of its genre; guessed if None.

        Raises:
            UsageError: if there is no such genre.
        """
        own = self._genre(document, genre)
        if self._reference is None:
            return Likeness(own)
        differ = differences(self._reference, *made)
        notices = [Notice("reference-stale", (("parts", ", ".join(differ)),))] if differ else []
        if _WORDS_DIFFER in differ:
            return Likeness(own, notices=tuple(notices))
        lemmas = tuple(content_lemmas(passages))
        sizes = [count_words(passage.sentences) for passage in passages]
        counted = own_words(document.text, passage_words(document.text, passages, sizes))
        found = None
        if own.id is None:
            notices.append(Notice("genre-unsure", (("title", own.title),)))
        elif not differ:
            found = comparable(self._reference, self._genres, own.id, counted)
            if found is None:
                notices.append(Notice("genre-without-reference", (("title", own.title),)))
        words = word_counts(self._reference, set(self._reference.genres), counted)
        return Likeness(own, found, found.words if found else words, lemmas, tuple(notices))

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
    if likeness.words is None or not passages:
        return ()
    first = [section.first for section in sections]
    if not first:
        first = [len(passages) * number // _STRETCHES for number in range(_STRETCHES)]
    starts = [passages[index].passage.span.start for index in first]
    placed = _sectioned(likeness.lemmas, starts)
    return keywords(gather_words(placed), words, likeness.words.count, likeness.words.total)


def _sectioned(
    lemmas: Iterable[tuple[str, Span]], starts: Sequence[int]
) -> Iterable[tuple[str, Span, int]]:
    section = 0
    for lemma, span in lemmas:
        while section + 1 < len(starts) and starts[section + 1] <= span.start:
            section += 1
        yield lemma, span, section
