"""Take a text apart into normalised words, so that the layout of a file makes no difference."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.model import Block, BlockKind, Document, Span

_WORD = re.compile(r"[^\W_]+(?:(?:['’‘ʼ`´]|[-‐‑‒\u00ad]\n?|(?<=\d)(?:[.,]|–\n?)(?=\d))[^\W_]+)*")
"""Letters and digits; signs inside a word and a hyphen at the end of a line do not part it.

Nor do the signs inside a number: 1,5 is one word, and another one than 15.
"""

_RANGE = re.compile(r"(?<=\d)[-‐‑‒–]\n?(?=\d)")
_THOUSANDS = re.compile(r"(?<=\d)(?<!\b0)\.(?=\d{3}(?!\d))")
"""Points that part thousands; not the one in 0.125."""

_LOOSE = re.compile(r"(?<!\d)[-.,]|[-.,](?!\d)")
"""Signs that are not between digits."""

_IN_NUMBERS = frozenset("-.,\N{FRACTION SLASH}")

_LABEL = re.compile(
    r"\s*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[IVX]{2,5})(?:\.\d{1,3})*[.):°]+"
    r"|\(?[A-Z]\)|\d{1,2}(?:\.\d{1,2})+)(?=\s)"
)
"""The number or letter of a point: some files hold it in the text, others as a style.

A capital with a full stop is none: it may be somebody's initial.
"""

_NUMBER = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})*\.?(?=\s)")
"""The number of a heading or note, also without a sign after it."""

_NUMBERED = frozenset({BlockKind.HEADING, BlockKind.NOTE})

_GLUED = re.compile(r"(?<=[^\W\d_]{4})\d{1,2}$")
_MARK = re.compile(r"\d{1,3}")
_BEFORE_MARK = frozenset(".,;:!?)]”’\"'")
"""A page holds the number of a note in its text, stuck to what is before: "besluit.1 Daarna"."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: each normalised, with its characters in the text."""

    forms: tuple[str, ...]
    spans: tuple[Span, ...]

    def __len__(self) -> int:
        return len(self.forms)


def words_of(document: Document) -> Words:
    """Return the words of a whole document, without labels of points and numbers of notes.

    Words are lower-cased and lose accents, hyphens and apostrophes; ligatures and other
    typographic signs become plain letters. Numbers keep the signs between their digits, but for
    points that part thousands. The rest of the signs parts words.
    """
    skipped = [span for block in document.blocks if (span := _label(block, document.text))]
    forms: list[str] = []
    spans: list[Span] = []
    skip = iter([*skipped, Span(len(document.text), len(document.text))])
    label = next(skip)
    for match in _WORD.finditer(document.text):
        while label.end <= match.start() and label.start < len(document.text):
            label = next(skip)
        if label.start <= match.start() < label.end:
            continue
        form = _GLUED.sub("", normal(match[0]))
        if form and not _marks_note(document.text, match):
            forms.append(form)
            spans.append(Span(match.start(), match.end()))
    return Words(tuple(forms), tuple(spans))


def _marks_note(text: str, match: re.Match[str]) -> bool:
    start = match.start()
    if start < 2 or not _MARK.fullmatch(match[0]) or text[start - 1] not in _BEFORE_MARK:
        return False
    return text[start - 2].isalpha() and text[match.end() : match.end() + 1] in {"", " ", "\n"}


def _label(block: Block, text: str) -> Span | None:
    match = _LABEL.match(text, block.span.start, block.span.end)
    if match is None and block.kind in _NUMBERED:
        match = _NUMBER.match(text, block.span.start, block.span.end)
    return None if match is None else Span(match.start(), match.end())


def normal(word: str) -> str:
    """Return the letters and digits of a word, lower-cased and without accents.

    >>> normal("Coöperatie-’s"), normal("ﬁnanciën")
    ('cooperaties', 'financien')
    >>> normal("1,5"), normal("10–15"), normal("2.500.000"), normal("½")
    ('1,5', '10-15', '2500000', '1⁄2')
    """
    if word.isascii() and word.isalnum():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word)
    apart = _LOOSE.sub("", _THOUSANDS.sub("", _RANGE.sub("-", apart)))
    return "".join(sign for sign in apart if sign.isalnum() or sign in _IN_NUMBERS).casefold()


def homes(words: Words, spans: Sequence[Span]) -> list[int]:
    """Return for each word in which of the spans it begins, by position; -1 for none.

    Args:
        words: the words.
        spans: stretches of the text, in order, without overlap.
    """
    found = []
    at = 0
    for word in words.spans:
        while at < len(spans) and spans[at].end <= word.start:
            at += 1
        found.append(at if at < len(spans) and spans[at].start <= word.start else -1)
    return found
