"""Find the words of passages that are compared with those of other documents."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from taalscan.model import AnalysedPassage, Sentence, Span, Token
from taalscan.reference.values import letters_of

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
"""Parts of speech whose words are compared; names (PROPN) tell who, not how."""

_KEY_BYTES = 8


@dataclass(frozen=True, slots=True)
class PassageWords:
    """What of a passage is counted.

    Attributes:
        key: digest of its letters; the same for passages that differ in signs and figures only.
        words: running words.
        lemmas: how often each content lemma stands in it.
    """

    key: bytes
    words: int
    lemmas: Mapping[str, int]


def content_lemmas(passages: Iterable[AnalysedPassage]) -> Iterator[tuple[str, Span]]:
    """Yield the lemma and span of every content word, in the order of the text.

    Counted are nouns, verbs, adjectives and adverbs whose lemma holds letters only, and at least
    two. The particle of a separated verb is part of that verb, and no word of its own.
    """
    for passage in passages:
        for sentence in passage.sentences:
            yield from _of_sentence(sentence)


def passage_words(
    text: str, passages: Sequence[AnalysedPassage], words: Sequence[int]
) -> tuple[PassageWords, ...]:
    """Return what is counted of each passage.

    Args:
        text: of the document.
        passages: its passages.
        words: the running words of each.
    """
    return tuple(
        PassageWords(
            key=_key(passage.passage.span.cut(text)),
            words=count,
            lemmas=Counter(lemma for lemma, _ in content_lemmas([passage])),
        )
        for passage, count in zip(passages, words, strict=True)
    )


def _of_sentence(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    particles = {token.particle for token in sentence.tokens}
    for number, token in enumerate(sentence.tokens):
        if number not in particles and _counts(token):
            yield token.lemma.lower(), token.span


def _counts(token: Token) -> bool:
    # "€" has the lemma "euro", but is no running word: the words that a share is taken of
    is_word = any(character.isalpha() for character in token.text)
    return is_word and token.pos in CONTENT and len(token.lemma) > 1 and token.lemma.isalpha()


def _key(text: str) -> bytes:
    return hashlib.sha256(letters_of(text).encode()).digest()[:_KEY_BYTES]
