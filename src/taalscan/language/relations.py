"""Correct the relations of a sentence that its words leave no choice in."""

from collections.abc import Sequence
from dataclasses import replace

from taalscan.language.vocabulary import Vocabulary
from taalscan.model import Token

NOMINAL = frozenset({"NOUN", "PROPN"})
PREDICATE = frozenset({"cop", "nsubj", "nsubj:pass", "csubj"})
"""Relations that only a predicate has below it."""


OBLIQUE = frozenset({"obl", "obl:arg"})


def settle_relations(vocabulary: Vocabulary, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with the relations that the words themselves decide.

    Punctuation is always `punct`; what modifies a noun is `amod`, unless the noun is what the
    sentence says of its subject ("hij is ook leraar"); "rekenen op" has an argument with "op",
    "rekenen in" has not.
    """
    predicates = {token.head for token in tokens if token.dep in PREDICATE}
    cases = {token.head: token.text.lower() for token in reversed(tokens) if token.dep == "case"}
    settled = []
    for index, token in enumerate(tokens):
        dep = token.dep
        if token.head == index:
            pass
        elif token.pos == "PUNCT":
            dep = "punct"
        elif dep == "advmod" and token.head not in predicates:
            dep = "amod" if _is_dependent_noun(tokens[token.head]) else dep
        elif dep in OBLIQUE and index in cases:
            dep = vocabulary.oblique(tokens[token.head].lemma, cases[index]) or dep
        settled.append(token if dep == token.dep else replace(token, dep=dep))
    return tuple(settled)


def _is_dependent_noun(token: Token) -> bool:
    return token.pos in NOMINAL and token.dep != "root"
