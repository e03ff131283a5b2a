"""Find the title of a PDF: what the file says, or else the largest type on its first page."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from taalscan.readers.pdf.boilerplate import Place
from taalscan.readers.pdf.layout import SPACED, Body, Line, Page, letters
from taalscan.readers.prose import can_be_title

_FILE_NAME: Final = re.compile(
    r"\.(?:docx?|pdf|odt|indd|pptx?|xlsx?|rtf|pub|dwg|tmp|html?|txt)\b"
    r"|^Microsoft |_|[\\/]|^\S*\d\S*$",
    re.IGNORECASE,
)
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_FIRST_PAGES: Final = 3
_LONGEST: Final = 200
_LARGER: Final = 1.15


def title_of(named: str, pages: Sequence[Page], boilerplate: set[Place], body: Body) -> str | None:
    """Return the title, or None where nothing looks like one.

    Args:
        named: the title in the properties of the file; often the name of a draft or template.
        pages: all pages.
        boilerplate: the places of headers and footers.
        body: the type of the running text; a title is larger.
    """
    first = pages[:_FIRST_PAGES]
    if _is_sensible(named.strip(), first):
        return named.strip()
    header = _header(pages, boilerplate)
    if first and first[0].is_picture and header:
        return header
    for page in first:
        if page.is_drawing:
            continue
        lines = [line for line in page.lines if (line.page, line.start) not in boilerplate]
        large = [line for line in lines if _can_be_title(line, body)]
        if large:
            found = _largest(large)
            # a lone word without a capital is a label on a form
            is_label = found.islower() and " " not in found
            return found if can_be_title(found) and not is_label else None
    return None


def _is_sensible(named: str, pages: Sequence[Page]) -> bool:
    """Tell whether a title from the properties is one: no file name, and on the first pages."""
    words = _WORD.findall(named.lower())
    if not words or len(named) > _LONGEST or _FILE_NAME.search(named):
        return False
    text = " ".join(line.words for page in pages for line in page.lines).lower()
    shown = sum(word in text for word in words)
    return len(words) > 2 or shown >= 0.6 * len(words)


def _header(pages: Sequence[Page], boilerplate: set[Place]) -> str | None:
    """Return the header of most pages, which can be the title that the cover has as a picture."""
    counts = Counter(
        line.words.strip()
        for page in pages
        for line in page.lines
        if (line.page, line.start) in boilerplate and line.words.count(" ") > 0
    )
    text, count = counts.most_common(1)[0] if counts else ("", 0)
    return text if letters(text) > 7 and 2 * count > len(pages) else None


def _can_be_title(line: Line, body: Body) -> bool:
    words = line.words.strip()
    joined = SPACED.sub(_joined, words)
    if line.size < _LARGER * body.size or line.is_turned or not _LONG_WORD.search(joined):
        return False
    return words[0].isalnum() and letters(words) > 0.6 * len(words.replace(" ", ""))


def _largest(lines: Sequence[Line]) -> str:
    """Return the lines in the largest type, from the first one on."""
    size = max(line.size for line in lines)
    large = [line for line in lines if line.size > 0.9 * size]
    title = [large[0]]
    for line in large[1:]:
        if abs(title[-1].y - line.y) > 2.5 * size:
            break
        title.append(line)
    # a word in larger type can stand in front of the title itself
    beside = [line for line in lines if abs(line.y - title[0].y) < 0.5 * size]
    if len(title) == 1:
        title = sorted(beside, key=_left)
    text = " ".join(line.words.strip() for line in title)
    return SPACED.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    return match.group().replace(" ", "")


def _left(line: Line) -> float:
    return line.left
