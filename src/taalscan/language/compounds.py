"""Find the parts of compounds: a known last part after known modifiers."""

from collections.abc import Iterator

from taalscan.language.vocabulary import POS_LETTERS, Vocabulary

SHORTEST_HEAD = 3
SHORTEST_MODIFIER = 2
MOST_PARTS = 4
LINKED = "-"


def compound_parts(vocabulary: Vocabulary, lemma: str, pos: str) -> tuple[str, ...]:
    """Return the lemmas of the parts, modifier first; empty for a word that is not a compound."""
    letter = POS_LETTERS.get(pos, "")
    if letter not in {"N", "A"} or vocabulary.facts(lemma).whole:
        return ()
    for modifier, head in splits(lemma):
        if letter in vocabulary.facts(head).heads:
            before = _modifiers(vocabulary, modifier, MOST_PARTS - 1)
            if before:
                return (*before, *(compound_parts(vocabulary, head, pos) or (head,)))
    return ()


def splits(lemma: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a word in two, the longest last part first."""
    for cut in range(SHORTEST_MODIFIER, len(lemma) - SHORTEST_HEAD + 1):
        if lemma[cut] != LINKED:
            yield lemma[:cut], lemma[cut:]


def _modifiers(vocabulary: Vocabulary, text: str, most: int) -> tuple[str, ...]:
    """Return the lemmas of the modifiers that fill the text; empty if they do not."""
    if text.endswith(LINKED):
        text = text.removesuffix(LINKED)
        if not vocabulary.facts(text).modifier:
            return (text,) if text.isalpha() else ()
    known = vocabulary.facts(text).modifier
    if known:
        return compound_parts(vocabulary, known, "NOUN") or (known,)
    if most < 2:
        return ()
    for first, rest in splits(text):
        known = vocabulary.facts(first.removesuffix(LINKED)).modifier
        after = _modifiers(vocabulary, rest, most - 1) if known else ()
        if known and after:
            return (known, *after)
    return ()
