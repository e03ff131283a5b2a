"""Divide a sentence into clauses, as far as the scope of a negation needs it."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.lexicon.fold import fold
from taalscan.model import Token

_VERBAL = frozenset({"VERB", "AUX"})
_NOT_FINITE = ("VerbForm=Inf", "VerbForm=Part")


@dataclass(frozen=True, slots=True)
class ClauseRules:
    """What separates clauses.

    Attributes:
        words: words that always begin a clause ("maar", "omdat").
        marks: punctuation that always ends one (";", ":").
        joints: words and marks that do so only between two finite verbs ("en", ",").
        subordinators: words that do so only where they begin a subordinate clause ("als").
    """

    words: frozenset[str]
    marks: frozenset[str]
    joints: frozenset[str]
    subordinators: frozenset[str] = frozenset()


def clause_numbers(tokens: Sequence[Token], rules: ClauseRules) -> list[int]:
    """Return the number of its clause for every token of a sentence, from 0."""
    numbers: list[int] = []
    clause, verb_seen = 0, False
    for start, end, hard in _segments(tokens, rules):
        verb_here = any(_is_finite(token) for token in tokens[start:end])
        if numbers and (hard or (verb_seen and verb_here)):
            clause, verb_seen = clause + 1, False
        verb_seen = verb_seen or verb_here
        numbers += [clause] * (end - start)
    return numbers


def _segments(tokens: Sequence[Token], rules: ClauseRules) -> list[tuple[int, int, bool]]:
    """Return start, end and whether a new clause must begin there, for each segment."""
    cuts: dict[int, bool] = {0: False}
    for i, token in enumerate(tokens):
        form = fold(token.text)
        if form in rules.words or _subordinates(tokens, i, rules) or _inverted(tokens, i):
            cuts[i] = True
        elif form in rules.marks:
            cuts[i + 1] = True
        elif form in rules.joints or _begins_main_clause(tokens, i):
            cuts.setdefault(i, False)
    places = sorted(place for place in cuts if place < len(tokens))
    ends = [*places[1:], len(tokens)]
    return [(start, end, cuts[start]) for start, end in zip(places, ends, strict=True)]


def _subordinates(tokens: Sequence[Token], i: int, rules: ClauseRules) -> bool:
    """Tell whether a word begins a clause with its own verb: "als het kan", not "als klant".

    A relative pronoun does: "bij bewoners die niet kunnen lezen" leaves the main clause alone.
    """
    token = tokens[i]
    if "PronType=Rel" in token.morph:
        return True
    is_mark = token.dep == "mark" and fold(token.text) in rules.subordinators
    return is_mark and tokens[token.head].pos in _VERBAL


def _inverted(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a finite verb stands right behind a comma: "als dat niet kan, kopen wij"."""
    return i > 1 and "VerbForm=Fin" in tokens[i].morph and tokens[i - 1].text == ","


def _begins_main_clause(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a finite verb follows the verbs of a clause before it: "… is kunnen zij".

    Two finite full verbs in a row are rather a mistake of the tagger.
    """
    if i == 0 or tokens[i - 1].pos not in _VERBAL or "VerbForm=Fin" not in tokens[i].morph:
        return False
    return tokens[i].pos == "AUX" or not _is_finite(tokens[i - 1])


def _is_finite(token: Token) -> bool:
    return token.pos in _VERBAL and not any(form in token.morph for form in _NOT_FINITE)
