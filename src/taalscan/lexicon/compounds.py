"""Tell which words may be the head or the modifier of a compound."""

from collections.abc import Container, Iterator

from taalscan.lexicon.fold import fold, key
from taalscan.lexicon.view import Word

_SHORTEST_TERM = 5  # a shorter term stands inside too many words by chance
_SHORTEST_REST = 3
SHORTEST_COMPOUND = 6
"""Letters of the shortest word that is looked at as a compound."""

_VOWELS = frozenset("aeiouy")
_LINKS = ("", "s", "en", "e", "n", "er")


def head_names(word: Word, heads: Container[str], no_modifiers: frozenset[str]) -> Iterator[str]:
    """Yield the terms that are the last part of the word: by its known parts, then its letters.

    Args:
        word: the word that may be a compound.
        heads: the terms to look for.
        no_modifiers: beginnings that are no word of their own ("ver", "onder").
    """
    parts = word.token.parts
    known = [key("".join(parts[first:])) for first in range(1, len(parts))]
    known += _after_hyphen(word)
    yield from (name for name in known if name in heads)
    whole = word.lemma
    for cut in range(_SHORTEST_REST, len(whole) - _SHORTEST_TERM + 1):
        if whole[cut:] in heads and _is_word(whole[:cut], no_modifiers):
            yield whole[cut:]


def modifier_names(
    word: Word, modifiers: Container[str], no_heads: frozenset[str]
) -> Iterator[str]:
    """Yield the terms that are the first part of the word: by its known parts, then its letters.

    Args:
        word: the word that may be a compound.
        modifiers: the terms to look for.
        no_heads: ends that are no word of their own ("heid", "baar").
    """
    parts = word.token.parts
    known = [key("".join(parts[:end])) for end in range(1, len(parts))]
    yield from (name for name in known if name in modifiers)
    whole = word.lemma
    for cut in range(_SHORTEST_TERM, len(whole) - _SHORTEST_REST + 1):
        if whole[:cut] in modifiers and _is_linked_word(whole[cut:], no_heads):
            yield whole[:cut]


def _after_hyphen(word: Word) -> list[str]:
    """Return what follows a hyphen: the head of "JGZ-aanbieder"."""
    pieces = fold(word.token.lemma).split("-")
    return [key(pieces[-1])] if len(pieces) > 1 and all(pieces) else []


def _is_linked_word(rest: str, no_heads: frozenset[str]) -> bool:
    return rest not in no_heads and any(
        rest.startswith(link) and _is_word(rest.removeprefix(link), no_heads) for link in _LINKS
    )


def _is_word(text: str, excluded: frozenset[str]) -> bool:
    return len(text) >= _SHORTEST_REST and not _VOWELS.isdisjoint(text) and text not in excluded
