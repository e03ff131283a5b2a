"""Complete words that share a part: "klant- en procesgericht", "zorginkoop en -verkoop"."""

from collections.abc import Sequence

from taalscan.lexicon.fold import fold, key
from taalscan.model import Token

_REACH = 6  # words between the elliptic word and the one that completes it
_SHORTEST = 3  # letters of a shared part


def completions(tokens: Sequence[Token], i: int) -> tuple[str, ...]:
    """Return the words that the elliptic token `i` may stand for, the likeliest first.

    A token is elliptic if it ends or begins with a hyphen.
    """
    text = fold(tokens[i].text)
    bare = text.strip("-")
    if not bare or not any(sign.isalpha() for sign in bare):
        return ()
    if text.endswith("-"):
        partner = _partner(tokens[i + 1 : i + 1 + _REACH])
        return tuple(bare + end for end in _ends(partner)) if partner else ()
    if text.startswith("-"):
        partner = _partner(tuple(reversed(tokens[max(0, i - _REACH) : i])))
        return tuple(start + bare for start in _starts(partner)) if partner else ()
    return ()


def _partner(tokens: Sequence[Token]) -> Token | None:
    """Return the first whole word after the conjunction; None without a conjunction."""
    joined = False
    for token in tokens:
        if token.pos == "CCONJ" or fold(token.text) in {"en", "of", "/", "en/of", "als"}:
            joined = True
        elif joined and len(token.text) > _SHORTEST and "-" not in token.text.strip("-")[:1]:
            return token if not token.text.endswith("-") else None
    return None


def _ends(partner: Token) -> tuple[str, ...]:
    """Return what the partner may lend to a word before it: its last part, then its ends."""
    known = [key(part) for part in partner.parts[-1:]]
    words = {key(partner.text): None, key(partner.lemma): None}
    cut = [word[start:] for word in words for start in range(1, len(word) - _SHORTEST + 1)]
    return tuple(dict.fromkeys(known + cut))


def _starts(partner: Token) -> tuple[str, ...]:
    known = [key("".join(partner.parts[:-1]))] if len(partner.parts) > 1 else []
    word = key(partner.lemma)
    cut = [word[:end] for end in range(_SHORTEST, len(word))]
    return tuple(dict.fromkeys(known + cut))
