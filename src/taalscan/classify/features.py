"""Turn an analysed passage into the names of its features, each at the words it comes from.

Names begin with their kind: `w ` a lemma, `d ` a part of a compound, `b ` two lemmas in a row,
`c ` a run of letters inside a word (a space marks its edge).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from taalscan.model import AnalysedPassage, Hit, Sentence, Span, Status, Token

SHORTEST, LONGEST = 3, 5
"""Letters of the runs inside words."""

LETTERS = "c "
"""Kind of the runs of letters; all other kinds are words and weighed apart from them."""

STATUSES = tuple(Status)


def words_of(sentence: Sentence) -> list[Token]:
    """Return the running words of a sentence: the tokens with a letter (METRICS §1)."""
    return [token for token in sentence.tokens if any(sign.isalpha() for sign in token.text)]


def word_spans(passage: AnalysedPassage) -> tuple[Span, ...]:
    """Return the spans of the running words of a passage."""
    return tuple(token.span for sentence in passage.sentences for token in words_of(sentence))


def feature_names(passage: AnalysedPassage) -> Iterator[str]:
    """Yield every feature of a passage as often as it stands there."""
    for sentence in passage.sentences:
        words = words_of(sentence)
        for token in words:
            yield from word_features(token)
            yield from letter_features(token.text)
        yield from (pair_feature(one, other) for one, other in pairwise(words))


def word_features(token: Token) -> tuple[str, ...]:
    """Return the features of one word: its lemma, and the parts of a compound."""
    return (f"w {token.lemma.lower()}", *(f"d {part}" for part in token.parts))


def pair_feature(one: Token, other: Token) -> str:
    """Return the feature of two words in a row."""
    return f"b {one.lemma.lower()} {other.lemma.lower()}"


def letter_features(text: str) -> tuple[str, ...]:
    """Return the runs of letters of a word.

    >>> letter_features("zo")
    ('c  zo', 'c zo ', 'c  zo ')
    """
    padded = f" {text.lower()} "
    return tuple(
        LETTERS + padded[start : start + length]
        for length in range(SHORTEST, LONGEST + 1)
        for start in range(len(padded) - length + 1)
    )


def strengths(hits: Sequence[Hit], axis: str) -> tuple[float, ...]:
    """Return the strength of the hits of an axis, by status in the order of `STATUSES`.

    The strength is 1 − Π(1 − w) over the weights of the hits (METRICS §1, without its factor:
    what a status is worth is learnt, METRICS §7.1), in [0, 1].
    """
    rests = dict.fromkeys(STATUSES, 1.0)
    for hit in hits:
        if hit.axis == axis:
            rests[hit.status] *= 1.0 - hit.weight
    return tuple(1.0 - rest for rest in rests.values())
