"""Cut a document into passages: one to four sentences that are scored together (CODEBOOK §1).

A passage stays inside one block or one list and holds 15 to 120 words where the text allows it.
Sentences come from the language analysis, so a passage never starts or ends inside one, unless a
single sentence is longer than a passage may be.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from taalscan.model import (
    AnalysedPassage,
    Block,
    BlockKind,
    Document,
    Passage,
    Sentence,
    Span,
    Token,
)

MAX_SENTENCES = 4
MIN_WORDS = 15
MAX_WORDS = 120

_PROSE = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.TABLE_CELL,
        BlockKind.QUOTATION,
        BlockKind.NOTE,
    }
)
_NEEDS_VERB = frozenset({BlockKind.TABLE_CELL, BlockKind.NOTE})
_VERBAL = frozenset({"VERB", "AUX"})

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})

_IDEAL_WORDS = 70
_SHORT_PENALTY = 2.0
"""More than a passage costs (1 plus at most 1 for its size): a short rest is worth a new cut."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """The sentences of one block, or of one list, that may share a passage."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]
    headings: tuple[str, ...]

    @property
    def is_fragment(self) -> bool:
        """Whether it makes no statement: a caption, label or figure, as headings are."""
        if self.kind is BlockKind.LIST_ITEM or _has_verb(self.sentences):
            return False
        return self.kind in _NEEDS_VERB or count_words(self.sentences) < MIN_WORDS


def prose_blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks whose language is analysed: all but headings and boilerplate."""
    return tuple(block for block in document.blocks if block.kind in _PROSE)


def is_word(token: Token) -> bool:
    """Tell whether a token is a running word: it has at least one letter (METRICS §1)."""
    return any(character.isalpha() for character in token.text)


def count_words(sentences: Iterable[Sentence]) -> int:
    """Count the running words of sentences."""
    return sum(is_word(token) for sentence in sentences for token in sentence.tokens)


def is_content_word(token: Token) -> bool:
    """Tell whether a running word carries content (METRICS §1): no function word or number."""
    return token.pos in _CONTENT and is_word(token)


def count_content_words(sentences: Iterable[Sentence]) -> int:
    """Count the content words of sentences."""
    return sum(is_content_word(token) for sentence in sentences for token in sentence.tokens)


def page_at(document: Document, offset: int) -> int | None:
    """Return the page, from 1, on which a character of the text stands; None without pages."""
    if not document.page_starts:
        return None
    return max(1, bisect_right(document.page_starts, offset))


def segment(
    document: Document, analyses: Iterable[tuple[Sentence, ...]]
) -> tuple[AnalysedPassage, ...]:
    """Cut a document into passages.

    Args:
        document: the document.
        analyses: the sentences of each block of `prose_blocks(document)`, in that order.

    Returns:
        Passages in the order of the text, without overlap. Fragments are left out, as CODEBOOK §1
        asks: table cells and notes without a verb, and other blocks of under `MIN_WORDS` words
        without one; every other word of the prose blocks is in a passage. A text of nothing but
        fragments is taken as it is.
    """
    units = list(_units(document, analyses))
    passages: list[AnalysedPassage] = []
    for unit in [unit for unit in units if not unit.is_fragment] or units:
        for number, sentences in enumerate(_cut(unit.sentences), start=len(passages) + 1):
            span = Span(sentences[0].span.start, sentences[-1].span.end)
            passage = Passage(
                id=f"p{number:04d}",
                span=span,
                headings=unit.headings,
                page=page_at(document, span.start),
            )
            passages.append(AnalysedPassage(passage, sentences))
    return tuple(passages)


def _units(document: Document, analyses: Iterable[tuple[Sentence, ...]]) -> Iterator[_Unit]:
    """Yield the units in order; the items of one list make one unit."""
    supply = iter(analyses)
    trail: list[tuple[int, str]] = []
    numbered = enumerate(document.blocks)
    for _, members in groupby(numbered, key=_unit_key):
        sentences: list[Sentence] = []
        kind = BlockKind.PARAGRAPH
        for _, block in members:
            kind = block.kind
            if block.kind is BlockKind.HEADING:
                level = block.level or 1
                trail = [entry for entry in trail if entry[0] < level]
                trail.append((level, block.span.cut(document.text)))
            elif block.kind in _PROSE:
                sentences.extend(_shorten(next(supply)))
        if sentences:
            yield _Unit(kind, tuple(sentences), tuple(title for _, title in trail))


def _unit_key(numbered: tuple[int, Block]) -> tuple[str, int]:
    index, block = numbered
    if block.kind is BlockKind.LIST_ITEM and block.group is not None:
        return ("list", block.group)
    return ("block", index)


def _has_verb(sentences: Iterable[Sentence]) -> bool:
    return any(token.pos in _VERBAL for sentence in sentences for token in sentence.tokens)


def _cut(sentences: Sequence[Sentence]) -> list[tuple[Sentence, ...]]:
    """Divide the sentences of a unit at the lowest total cost (exact, by dynamic programming).

    A cut costs 1 a passage, something for a size away from the ideal, and more for a passage that
    is shorter than `MIN_WORDS`; passages over `MAX_WORDS` are not allowed.
    """
    words = [count_words((sentence,)) for sentence in sentences]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(sentences) + 1):
        options = []
        for start in range(max(0, end - MAX_SENTENCES), end):
            size = sum(words[start:end])
            if size <= MAX_WORDS or start == end - 1:
                options.append((best[start][0] + _cost(size), start))
        best.append(min(options))
    cuts = [len(sentences)]
    while cuts[-1] > 0:
        cuts.append(best[cuts[-1]][1])
    cuts.reverse()
    return [tuple(sentences[a:b]) for a, b in pairwise(cuts)]


def _cost(words: int) -> float:
    distance = min(1.0, abs(words - _IDEAL_WORDS) / _IDEAL_WORDS)
    return 1.0 + distance**2 + (_SHORT_PENALTY if words < MIN_WORDS else 0.0)


def _shorten(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences, those of more than `MAX_WORDS` words in pieces."""
    for sentence in sentences:
        rest = sentence
        while (place := _break_place(rest.tokens)) is not None:
            yield _part(rest, 0, place)
            rest = _part(rest, place, len(rest.tokens))
        yield rest


def _break_place(tokens: Sequence[Token]) -> int | None:
    """Return the token before which a long sentence breaks: after its last `;` or `:`, or `,`."""
    words = 0
    places = {";": 0, ":": 0, ",": 0}
    for index, token in enumerate(tokens):
        words += is_word(token)
        if words > MAX_WORDS:
            return max(places[";"], places[":"]) or places[","] or index
        if token.text in places:
            places[token.text] = index + 1
    return None


def _part(sentence: Sentence, start: int, end: int) -> Sentence:
    """Return tokens `start` to `end` as a sentence of their own; heads outside become roots."""

    def inside(index: int) -> bool:
        return start <= index < end

    tokens = tuple(
        replace(
            token,
            head=token.head - start if inside(token.head) else number,
            particle=(
                token.particle - start
                if token.particle is not None and inside(token.particle)
                else None
            ),
        )
        for number, token in enumerate(sentence.tokens[start:end])
    )
    return Sentence(Span(tokens[0].span.start, tokens[-1].span.end), tokens)
