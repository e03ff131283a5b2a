"""Join the particle of a separable verb to its verb: "koopt … in" is inkopen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from taalscan.language.vocabulary import Vocabulary
from taalscan.model import Token

VERBAL = frozenset({"VERB", "AUX"})
CLAUSE_ENDS = frozenset({"PUNCT", "CCONJ", "SCONJ"})
NOMINAL = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})
CAN_STAND_APART = frozenset({"ADP", "ADV", "ADJ", "NOUN"})
BEFORE_OTHERS = frozenset({"tot", "van"})
"""Prepositions that take another one with them ("tot in", "van onder")."""

SEEN = "PartType=Vbp"
"""The feature that the network gives to a particle apart, whatever its arc."""


def join_particles(vocabulary: Vocabulary, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens of a sentence, the whole lemma on verbs whose particle is apart."""
    joined = list(tokens)
    used: set[int] = set()
    for index, verb, full in _pairs(vocabulary, joined):
        if joined[verb].particle is None and index not in used:
            used.add(index)
            joined[verb] = replace(joined[verb], lemma=full, particle=index)
            _share(vocabulary, joined, index, verb)
    return tuple(joined)


def _pairs(vocabulary: Vocabulary, tokens: list[Token]) -> Iterator[tuple[int, int, str]]:
    """Yield particle, verb and whole lemma, the surest first."""
    found = []
    for index, token in enumerate(tokens):
        marked = _marked(tokens, index)
        for rank, verb in enumerate(_verbs(tokens, index, marked=marked)):
            full = _whole(vocabulary, token, tokens[verb])
            certain = marked or verb == index + 2  # "in te kopen"
            sure = _sureness(vocabulary, token, full, guessed=not certain)
            if sure:
                found.append((-sure, rank, index, verb, full))
    for _, _, index, verb, full in sorted(found):
        yield index, verb, full


def _whole(vocabulary: Vocabulary, particle: Token, verb: Token) -> str:
    """Return the whole lemma of a particle and a verb.

    Where the two lemmas make no known verb, the two words written together may: the network takes
    "schaft" for "schaften", the dictionary knows "afschaft".
    """
    first = particle.text.lower()
    full = first + verb.lemma
    if vocabulary.facts(full).separable or vocabulary.is_verb(full):
        return full
    form = first + verb.text.lower()
    written = (vocabulary.lemma(name, "VERB") for name in (form, form.removesuffix("n")))
    return next((lemma for lemma in written if lemma and lemma.startswith(first)), full)


def _marked(tokens: list[Token], index: int) -> bool:
    """Tell whether the network takes the word for a particle, and not for a preposition."""
    token = tokens[index]
    if SEEN in token.morph:
        return True
    return token.dep == "compound:prt" and not (
        index + 1 < len(tokens) and tokens[index + 1].pos in NOMINAL
    )


def _verbs(tokens: list[Token], index: int, *, marked: bool) -> Iterator[int]:
    """Yield the verbs that a particle may belong to, the likeliest first."""
    token = tokens[index]
    if _te_follows(tokens, index) and (marked or token.pos in {"ADP", "ADV"}):
        yield index + 2
    if _ends_clause(tokens, index) and (marked or token.pos in CAN_STAND_APART):
        yield from _verbs_before(tokens, index)
    if marked and tokens[token.head].pos in VERBAL and token.head != index:
        yield token.head


def _te_follows(tokens: list[Token], index: int) -> bool:
    """Tell whether the word stands before "te" and a verb: "in te kopen"."""
    return (
        index + 2 < len(tokens)
        and tokens[index + 1].text.lower() == "te"
        and tokens[index + 2].pos in VERBAL
    )


def _ends_clause(tokens: list[Token], index: int) -> bool:
    """Tell whether the clause ends after the word, but for what comes behind in a phrase."""
    if index + 1 == len(tokens):
        return True
    after = tokens[index + 1]
    if after.pos == "ADP":
        return tokens[index].text.lower() not in BEFORE_OTHERS and after.text.lower() != "te"
    return after.pos in CLAUSE_ENDS


def _verbs_before(tokens: list[Token], index: int) -> Iterator[int]:
    """Yield the finite verb of the clause before a word."""
    for place in range(index - 1, -1, -1):
        token = tokens[place]
        if token.pos in VERBAL and "VerbForm=Fin" in token.morph:
            yield place
            return
        if token.text in {";", ":"} or token.pos == "SCONJ":
            return


def _sureness(vocabulary: Vocabulary, token: Token, full: str, *, guessed: bool) -> int:
    """Return how sure it is that the two are one verb; 0 if they are not.

    Fixed expressions ("laten zien", "in aanmerking komen") are marked like particles in the
    treebank; no verb "zienlaten" is known, so they stay apart.
    """
    facts = vocabulary.facts(full)
    if facts.separable:
        return 2 if guessed else 3
    known = vocabulary.is_verb(full) and token.pos in CAN_STAND_APART
    if guessed and token.pos == "ADV" and known:
        return 1  # an adverb alone at the end of the clause: "valt samen met"
    return 2 if known and not guessed else 0


def _share(vocabulary: Vocabulary, tokens: list[Token], index: int, verb: int) -> None:
    """Give a particle to the neighbour of its verb as well: "denken en doen mee"."""
    for other, between in ((verb - 2, verb - 1), (verb + 2, verb + 1)):
        if not 0 <= other < min(index, len(tokens)) or tokens[between].pos != "CCONJ":
            continue
        twin = tokens[other]
        full = tokens[index].text.lower() + twin.lemma
        known = vocabulary.facts(full).separable or vocabulary.is_verb(full)
        if twin.pos in VERBAL and twin.particle is None and known:
            tokens[other] = replace(twin, lemma=full, particle=index)
