"""Group the lines of a region into paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from taalscan.readers.pdf.layout import Body, Line, Page, goes_on_beside, letters

Paragraph = tuple[Line, ...]
"""The lines of one paragraph, heading or list item, in reading order."""

SIGN: Final = re.compile(
    r"[•●○◦▪▫■□‣⁃∙·⮚➢➤►▶→✓✔»›❖◆♦*\uf000-\uf0ff]\s*|[\u2013\u2014\u00a7o-]\s+(?=\S)"
)
"""A bullet at the start of a list item."""

NUMBER: Final = re.compile(
    r"\(?(?:\d{1,2}[a-z]?|[a-zA-Z]|[ivxIVX]{1,4})[.)](?:\s+(?=\S)|(?=[A-Z][A-Za-z]))"
    r"|\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+(?=\S)"
)
"""A number or letter at the start of a list item or heading."""

_END: Final = tuple(".!?:;…")
_CLOSERS: Final = " ”\"“’'»)"
_SURE_SIGN: Final = frozenset("•●○◦▪▫■□‣⁃∙⮚➢➤►▶❖◆♦")
_DEFAULT_LEADING: Final = 1.2
_LEAST_LETTERS: Final = 600
_MOST: Final = 0.55


def body_of(pages: Sequence[Page]) -> Body:
    """Return what most letters of the pages look like."""
    lines = [line for page in pages for line in page.lines]
    weights = [letters(line.text) for line in lines]
    sizes: Counter[float] = Counter()
    for line, weight in zip(lines, weights, strict=True):
        sizes[line.size] += weight
    if not sizes:
        return Body(10.0, False, False, 0, _DEFAULT_LEADING)  # noqa: FBT003  five plain values
    size, total = sizes.most_common(1)[0]
    bold = italic = 0
    colours: Counter[int] = Counter()
    for line, weight in zip(lines, weights, strict=True):
        if line.size == size:
            bold += weight * line.is_bold
            italic += weight * line.is_italic
            colours[line.colour] += weight
    return Body(
        size=size,
        is_bold=2 * bold > total,
        is_italic=2 * italic > total,
        colour=colours.most_common(1)[0][0],
        leading=_leading([line for line in lines if line.size == size]) or _DEFAULT_LEADING,
    )


def body_on(page: Page, body: Body) -> Body:
    """Return the type of the running text of one page, where that is not the document's.

    A file can hold several documents, each in its own size.
    """
    own = body_of([page])
    weights = [(letters(line.text), line.size == own.size) for line in page.lines]
    total = sum(weight for weight, _ in weights)
    main = sum(weight for weight, is_main in weights if is_main)
    return own if main > max(_LEAST_LETTERS, _MOST * total) else body


def paragraphs(lines: Sequence[Line], body: Body) -> Iterator[Paragraph]:
    """Cut the lines of one region into paragraphs."""
    leading = _leading(lines) or body.leading
    # the widest line says where the column ends, also for short paragraphs
    right = max(line.right for line in lines)
    current = [lines[0]]
    for line in lines[1:]:
        if _is_new(current, line, max(leading, _heading_leading(line, body)), right):
            yield tuple(current)
            current = []
        current.append(line)
    yield tuple(current)


def ends_sentence(line: Line) -> bool:
    """Tell whether a line ends in the sign of a finished sentence or clause."""
    return line.words.rstrip(_CLOSERS).endswith(_END)


def starts_item(line: Line) -> bool:
    """Tell whether a line starts with a bullet, number or letter of a list."""
    words = line.words.lstrip()
    return bool(line.sign or SIGN.match(words) or NUMBER.match(words))


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance of lines as a multiple of the size; 0 where there is none."""
    drops = [
        (one.y - two.y) / one.size
        for one, two in pairwise(lines)
        if one.page == two.page and one.size == two.size and 0.9 < (one.y - two.y) / one.size < 2.2
    ]
    return min(median(drops), 1.9) if len(drops) > 3 else 0.0


def _heading_leading(line: Line, body: Body) -> float:
    """Return the largest usual distance of the lines of a heading; 0 for other lines."""
    if line.size <= 1.1 * body.size:
        return 0.0
    # what starts in the middle of a sentence is the second line of a heading, however far down
    return 1.65 if line.words[:1].islower() or line.words.startswith("(") else 1.3


def _is_new(current: Sequence[Line], line: Line, leading: float, right: float) -> bool:
    """Tell whether a line starts a new paragraph after the lines of the current one."""
    last = current[-1]
    if goes_on_beside(last, line):
        return False
    if _is_other_type(last, line) or _is_marked(current, line, right):
        return True
    drop = last.y - line.y
    if drop > 1.25 * leading * max(line.size, last.size) + 0.5 or drop < 0.3 * line.size:
        return True
    if last.words.endswith("-"):
        return False
    is_done = ends_sentence(last)
    if is_done and _is_indented(current, line):
        return True
    is_label = _is_label(last, line, right, is_first=len(current) == 1)
    return _is_short(last, line, right) and (is_done or is_label)


def _is_other_type(last: Line, line: Line) -> bool:
    """Tell whether two lines differ so much in type that they are no one paragraph."""
    if abs(last.size - line.size) > max(0.6, 0.12 * min(last.size, line.size)):
        return True
    return (last.is_bold or line.is_bold) and last.bold[2] != line.bold[0]


def _is_marked(current: Sequence[Line], line: Line, right: float) -> bool:
    """Tell whether a line starts a list item."""
    if not starts_item(line):
        return False
    last, words = current[-1], line.words.lstrip()
    if line.sign or words[0] in _SURE_SIGN or "\uf000" <= words[0] <= "\uf0ff":
        return True
    # a dash or "12." can stand at the start of a line by chance
    return (
        ends_sentence(last)
        or last.words.endswith(",")
        or (starts_item(current[0]) and abs(line.left - current[0].left) < 2 and len(current) < 2)
        or (starts_item(current[0]) and line.left < current[-1].left - 4)
        or _is_short(last, line, right)
    )


def _is_indented(current: Sequence[Line], line: Line) -> bool:
    """Tell whether a line is indented or out-dented against the lines before it."""
    first, last = current[0], current[-1]
    step = 0.8 * line.size
    if len(current) == 1:
        return line.left > first.left + step and not starts_item(first)
    return abs(line.left - last.left) > step


def _is_short(last: Line, line: Line, right: float) -> bool:
    """Tell whether the first word of a line would have fitted on the line before it."""
    words = line.words.split()
    if not words or not line.text.strip():
        return False
    letter = (line.right - line.left) / max(len(line.words), 1)
    return last.right + (len(words[0]) + 2) * letter < right - 0.5 * line.size


def _is_label(last: Line, line: Line, right: float, *, is_first: bool) -> bool:
    """Tell whether a short line without an end sign stands alone, as in an address."""
    width = right - min(last.left, line.left)
    # a numbered line over a text that starts with a capital is a heading in plain type
    most = 0.85 if is_first and NUMBER.match(last.words) else 0.6
    return last.right - last.left < most * width and line.words[:1].isupper()
