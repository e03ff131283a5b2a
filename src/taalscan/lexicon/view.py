"""Look at an analysed passage as one row of words with the keys they are found by."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from taalscan.lexicon.classes import ClassKeys, classes_of
from taalscan.lexicon.clauses import ClauseRules, clause_numbers
from taalscan.lexicon.ellipsis import completions
from taalscan.lexicon.fold import fold, key
from taalscan.lexicon.separable import SeparableVerbs
from taalscan.model import AnalysedPassage, Token

_INFLECTED = frozenset({"ADJ", "VERB", "DET"})  # their final e may be an ending


@dataclass(frozen=True, slots=True)
class Word:
    """A token, with its place in the passage.

    Attributes:
        keys: what it is found by: surface, lemma, whole separable verb, uninflected adjective, and
            the classes of actors it belongs to (`@inwoner`).
        near: the same with the parts of a compound: what a context condition sees.
        tag: its part of speech as token patterns write it, `<NOUN>`.
        clause: number of the clause, unique in the passage.
        head: index in the passage of its syntactic head; its own for a root.
        indices: the words it consists of: itself, its separated particle, "te" between them.
        is_particle: whether it belongs to a verb elsewhere, and is no word of its own.
        completed: the whole words it may stand for, where it is elliptic ("klant-").
    """

    index: int
    sentence: int
    clause: int
    token: Token
    surface: str
    lemma: str
    keys: frozenset[str]
    near: frozenset[str]
    tag: str
    head: int
    indices: tuple[int, ...]
    is_particle: bool
    completed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The words of a passage, and where each sentence begins and ends among them."""

    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]

    def sentence_of(self, word: Word) -> tuple[Word, ...]:
        """Return all words of the sentence that `word` stands in."""
        start, end = self.sentences[word.sentence]
        return self.words[start:end]

    def text(self, indices: Sequence[int]) -> str:
        """Return the words at `indices` as they are written, in order."""
        return " ".join(self.words[index].token.text for index in sorted(indices))


@dataclass(frozen=True, slots=True)
class ViewRules:
    """What words are looked at with: how clauses part, separable verbs, classes of actors."""

    clauses: ClauseRules
    verbs: SeparableVerbs
    classes: ClassKeys


def build_view(passage: AnalysedPassage, rules: ViewRules) -> View:
    """Return the view of a passage."""
    words: list[Word] = []
    bounds: list[tuple[int, int]] = []
    clause = 0
    for number, sentence in enumerate(passage.sentences):
        tokens = sentence.tokens
        clauses = [clause + own for own in clause_numbers(tokens, rules.clauses)]
        joined = rules.verbs.joined(tokens, clauses)
        offset = len(words)
        particles = {token.particle for token in tokens} | {at for _, at in joined.values()}
        for i, token in enumerate(tokens):
            whole, particle = joined.get(i, (None, token.particle))
            word = _word(
                tokens, i, (number, clauses[i], offset), (whole, particle, i in particles)
            )
            words.append(_classed(word, rules.classes))
        bounds.append((offset, len(words)))
        clause = clauses[-1] + 1 if clauses else clause
    return View(tuple(words), tuple(bounds))


def _word(
    tokens: Sequence[Token],
    i: int,
    place: tuple[int, int, int],
    verb: tuple[str | None, int | None, bool],
) -> Word:
    token = tokens[i]
    sentence, clause, offset = place
    whole, particle, is_particle = verb
    form = _form(token.text, whole or token.lemma, token.pos, token.parts)
    return Word(
        index=offset + i,
        sentence=sentence,
        clause=clause,
        token=token,
        surface=form.surface,
        lemma=form.lemma,
        keys=form.keys,
        near=form.near,
        tag=form.tag,
        head=offset + token.head,
        indices=tuple(offset + at for at in _indices(tokens, i, particle)),
        is_particle=is_particle,
        completed=completions(tokens, i) if form.has_hyphen else (),
    )


def _classed(word: Word, classes: ClassKeys) -> Word:
    """Return the word with the classes of actors it belongs to; the head of a compound decides.

    Only a noun has such a head: "belangrijk" names no state.
    """
    parts = word.token.parts if word.token.pos in {"NOUN", "PROPN"} else ()
    names = [*sorted(word.keys), key(parts[-1])] if parts else sorted(word.keys)
    found = classes_of(names, classes)
    return replace(word, keys=word.keys | found, near=word.near | found) if found else word


@dataclass(frozen=True, slots=True)
class _Form:
    """What follows from a word's own letters and tags; see `Word`."""

    surface: str
    lemma: str
    keys: frozenset[str]
    near: frozenset[str]
    tag: str
    has_hyphen: bool


@lru_cache(maxsize=65536)  # most words of a text have been seen before
def _form(text: str, lemma: str, pos: str, parts: tuple[str, ...]) -> _Form:
    surface = key(text)
    keys = {surface, key(lemma)}
    if pos in _INFLECTED and surface.endswith("e") and len(surface) > 3:
        keys.add(surface[:-1])
    if pos == "ADJ" and surface.endswith("en"):  # "jongeren", an adjective used as a noun
        keys.add(surface[:-1])
    return _Form(
        surface=surface,
        lemma=key(lemma),
        keys=frozenset(keys),
        near=frozenset(keys.union(map(key, parts))),
        tag=f"<{pos}>",
        has_hyphen="-" in fold(text),
    )


def _indices(tokens: Sequence[Token], i: int, particle: int | None) -> tuple[int, ...]:
    if particle is None:
        return (i,)
    if particle == i - 2 and fold(tokens[i - 1].text) == "te":  # "in te kopen" is one piece
        return particle, i - 1, i
    return (particle, i) if particle < i else (i, particle)
