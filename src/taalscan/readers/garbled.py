"""Tell text that makes no words, as a PDF with a broken font table gives, from any real text.

Each word is cut into triples of letters. In Dutch text four of five are among the 800 most
frequent triples of Dutch; in other European languages two of five or more; in text whose letters
were mixed up one of seven or fewer. Text in another script is left alone: that is no damage.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LATIN: Final = re.compile(r"[a-z]+")
_BROKEN: Final = re.compile(r"[\ufffd\x00-\x08\x0e-\x1f]|[\ue000-\uf8ff](?=\S)")
"""Characters that stand for no letter; one of private use before a space is a bullet."""

_LEAST_KNOWN: Final = 0.25
"""Share of known triples below which a window of words is no language."""

_MOST_BROKEN: Final = 0.1
_MOST_BAD_WINDOWS: Final = 1 / 3
_WINDOW: Final = 50
_MOST_WINDOWS: Final = 60
_LEAST_WORDS: Final = 40
_LEAST_BROKEN: Final = 30
_EDGE: Final = "_"


def is_garbled(text: str) -> bool:
    """Tell whether a third of the text, or more, makes no words; short text is not judged.

    >>> is_garbled("De gemeente helpt wie dat nodig heeft. " * 20)
    False
    >>> is_garbled("Gh jhphhqwh khosw zlh gdw qrglj khhiw. " * 20)
    True
    """
    broken = len(_BROKEN.findall(text))
    visible = sum(len(part) for part in text.split())
    if broken >= _LEAST_BROKEN and broken > _MOST_BROKEN * visible:
        return True
    words = [word for word in map(_plain, _WORD.findall(text)) if _LATIN.fullmatch(word)]
    if len(words) < _LEAST_WORDS:
        return False
    windows = [words[at : at + _WINDOW] for at in range(0, len(words), _WINDOW)]
    if len(windows) > 1 and len(windows[-1]) < _LEAST_WORDS:
        windows[-2:] = [windows[-2] + windows[-1]]
    # a book need not be read whole to see that its font is broken
    windows = windows[:: 1 + len(windows) // _MOST_WINDOWS]
    bad = sum(known_share(window) < _LEAST_KNOWN for window in windows)
    return bad > _MOST_BAD_WINDOWS * len(windows)


def known_share(words: Sequence[str]) -> float:
    """Return the share of the triples of lower-case words that Dutch often has, in [0, 1]."""
    known = _known_triples()
    triples = [triple for word in words for triple in _triples(word)]
    return sum(triple in known for triple in triples) / max(len(triples), 1)


def _triples(word: str) -> Iterator[str]:
    edged = f"{_EDGE}{word}{_EDGE}"
    return (edged[at : at + 3] for at in range(len(edged) - 2))


def _plain(word: str) -> str:
    """Return a word in lower case without accents."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))


@cache
def _known_triples() -> frozenset[str]:
    path = Path(__file__).with_name("triples_nl.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(triple for line in lines if line[0] != "#" for triple in line.split())
