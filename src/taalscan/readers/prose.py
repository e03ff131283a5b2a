"""Tell what a paragraph is from its words, where nothing else says so."""

import re
from functools import cache
from pathlib import Path
from typing import Final

import yaml

FAKE_HEADING_LEVEL: Final = 7
"""Level of a line that only looks like a heading: under all levels that styles give."""

_BULLET: Final = re.compile(r"\s*(?:[-–•●○▪■□‣◦·*]|[\uf000-\uf0ff])[\s]+(?=\S)")
_NUMBERED: Final = re.compile(r"\s*(?P<word>[^\W\d_]+)\s+(?:\d|[IVX]+\b|[A-Z]\b)")
_WORDS: Final = 12
_TITLE_WORDS: Final = 20
_TITLE_LENGTH: Final = 150
_CLOSED: Final = (".", ";", ":", ",", "!", "?")


def bullet_width(text: str) -> int:
    """Return how many characters of a paragraph are a bullet that was typed; 0 if none.

    >>> bullet_width("•  de wijk"), bullet_width("de wijk")
    (3, 0)
    """
    match = _BULLET.match(text)
    return match.end() if match else 0


def looks_like_heading(text: str) -> bool:
    """Tell whether a line that stands out is short and open enough to be a heading.

    >>> looks_like_heading("Wat er speelt"), looks_like_heading("Tabel 1: uitgaven")
    (True, False)
    """
    words = text.split()
    is_open = 0 < len(words) <= _WORDS and not words[-1].endswith(_CLOSED)
    return is_open and not _begins_with("captions", text)


def names_section(text: str) -> bool:
    """Tell whether a line begins as the heading of a chapter or appendix does.

    >>> names_section("Hoofdstuk 2 Wonen"), names_section("Wonen in 2030")
    (True, False)
    """
    return _begins_with("sections", text)


def can_be_title(text: str) -> bool:
    """Tell whether a line that was taken for the title is short enough to be one.

    >>> can_be_title("Visie op wonen"), can_be_title("de " * 21)
    (True, False)
    """
    return len(text) <= _TITLE_LENGTH and len(text.split()) <= _TITLE_WORDS


def _begins_with(kind: str, text: str) -> bool:
    match = _NUMBERED.match(text)
    return match is not None and match["word"].lower() in _words()[kind]


@cache
def _words() -> dict[str, frozenset[str]]:
    text = Path(__file__).with_name("prose.yaml").read_text(encoding="utf-8")
    return {kind: frozenset(words) for kind, words in yaml.safe_load(text).items()}
