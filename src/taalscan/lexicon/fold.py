"""Fold spellings of one word onto one key."""

import unicodedata
from functools import lru_cache

_SIGNS = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "­": None,
    }
)  # fmt: skip

_ONE = "één"  # the accent is all that tells the numeral from the article: it must survive


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` in lower case, without diacritics, with plain apostrophes and hyphens.

    >>> fold("Coördinatie")
    'coordinatie'
    """
    plain = text.lower() if text.isascii() else text.translate(_SIGNS).lower()
    if plain.isascii():
        return plain.replace("`", "'")
    if unicodedata.normalize("NFC", plain) == _ONE:
        return _ONE
    decomposed = unicodedata.normalize("NFD", plain)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Return the key a word is looked up by: folded, inner hyphens and a final 's left out.

    >>> key("Co-creatie"), key("KPI’s")
    ('cocreatie', 'kpi')
    """
    folded = fold(word)
    if len(folded) > 3 and folded.endswith("'s"):
        folded = folded[:-2]
    joined = folded.replace("-", "")
    return joined or folded
