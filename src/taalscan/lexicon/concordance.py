"""Show a word or an entry in its context, with the status of the hits there (kwic)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taalscan.lexicon.match import Matcher
from taalscan.lexicon.phrases import PhraseBook, phrase_book
from taalscan.lexicon.view import build_view
from taalscan.model import AnalysedPassage, ConcordanceLine, Document, Hit, Span

_LETTERS = 30
"""Letters of a long word: how far to look for the words around."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: an entry by its id, or a word or phrase as a lexicon writes it.

    Attributes:
        window: words to either side.
    """

    term: str
    window: int = 8


def concordance(
    search: Search, matcher: Matcher, document: Document, passages: Iterable[AnalysedPassage]
) -> Iterator[ConcordanceLine]:
    """Yield a line for each place, and for each hit there where there are more.

    A word is found by its form, its lemma and as part of a compound.
    """
    book = phrase_book([search.term])
    for passage in passages:
        hits = matcher.find(passage)
        if search.term in matcher.entries:
            places = _own_places(hits, search.term)
        else:
            places = _places(book, matcher, passage, hits)
        for span, hit in places:
            yield _line(search.window, document, passage.passage.page, (span, hit))


def _own_places(hits: Iterable[Hit], entry: str) -> Iterator[tuple[Span, Hit | None]]:
    return ((hit.span, hit) for hit in hits if hit.entry == entry)


def _places(
    book: PhraseBook, matcher: Matcher, passage: AnalysedPassage, hits: Iterable[Hit]
) -> Iterator[tuple[Span, Hit | None]]:
    view = build_view(passage, matcher.index.view)
    for start, end in view.sentences:
        for found in book.find(view.words[start:end], in_compounds=True):
            first, last = view.words[found.words[0]], view.words[found.words[-1]]
            span = Span(first.token.span.start, last.token.span.end)
            there = [hit for hit in hits if any(part.overlaps(span) for part in hit.parts)]
            if not there:
                yield span, None
            yield from ((span, hit) for hit in there)


def _line(
    window: int, document: Document, page: int | None, place: tuple[Span, Hit | None]
) -> ConcordanceLine:
    span, hit = place
    text, reach = document.text, window * _LETTERS
    return ConcordanceLine(
        document=document.source.name,
        page=page,
        span=span,
        before=" ".join(text[max(0, span.start - reach) : span.start].split()[-window:]),
        keyword=" ".join(span.cut(text).split()),
        after=" ".join(text[span.end : span.end + reach].split()[:window]),
        hit=hit,
    )
