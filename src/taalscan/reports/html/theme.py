"""Take in the style sheet of an organisation, if it is safe to put inside a page."""

import re
from pathlib import Path

from taalscan.errors import ThemeError

MOST_BYTES = 100_000
"""A theme sets colours, fonts and distances; a framework does not belong in every page."""

_OUTSIDE = re.compile(r"@import\b|\burl\s*\(|\bimage-set\s*\(", re.IGNORECASE)


def read_theme(path: Path) -> str:
    """Return the style rules in a file.

    Raises:
        ThemeError: if it is absent, too large, no text in UTF-8, or not safe inside a page.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ThemeError(flaw="unreadable", name=path.name) from error
    if len(data) > MOST_BYTES:
        raise ThemeError(flaw="too-large", name=path.name)
    try:
        css = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ThemeError(flaw="no-text", name=path.name) from error
    return check_theme(css, path.name)


def check_theme(css: str, name: str = "theme") -> str:
    """Return style rules that may stand inside a page.

    The page ends its style at the first "</", whatever stands around it; and a page that loads
    something tells others who reads it. The page's policy blocks loading too: this tells why.

    Args:
        css: the rules.
        name: what to call them in an error.

    Raises:
        ThemeError: if they would end the style or load something.
    """
    if "</" in css or "\0" in css:
        raise ThemeError(flaw="ends-style", name=name)
    if _OUTSIDE.search(re.sub(r"/\*.*?\*/", " ", css, flags=re.DOTALL)):
        raise ThemeError(flaw="loads", name=name)
    return css
