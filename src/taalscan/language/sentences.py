"""Decide by rule where a sentence must begin and where it cannot; the parser does the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FINAL = frozenset({".", "?", "!", "…"})
INNER = frozenset({",", ";", ":"})
OPENING = frozenset({"(", "[", "{", "“", "‘", "«", "„", ",,", "``"})
CLOSING = frozenset({")", "]", "}", "”", "’", "»", "''"})
STRAIGHT = frozenset({'"', "'"})
LONGEST_LABEL = 3
"""Words in the number of a heading: "(", "1.2", ")"."""

BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "o", "►", "▪", "‣", "○", "●", "■", "□", ">"})

INITIAL = re.compile(r"(?:[A-Z]\.|IJ\.|Th\.|Ch\.|Ph\.)+")
ENUMERATOR = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5}|[IVX]{1,5}|[A-Z])[.)°]*")
NUMBER = re.compile(r"\d[\d.,:/-]*")
BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """Words that sentences are told apart by, lower case; abbreviations with their full stop.

    Attributes:
        inside: abbreviations that something always follows ("art. 2").
        either: abbreviations that can end a sentence ("enz.").
        openers: words that begin a sentence where they have a capital.
        titled: words that a title may follow without quotation marks.
    """

    inside: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]
    titled: tuple[str, ...]


def read_sentence_words(path: Path) -> SentenceWords:
    """Return the words that a file lists under its four headings."""
    lists: dict[str, list[str]] = {}
    heading = ""
    for line in path.read_text("utf-8").splitlines():
        word = line.strip()
        if word.startswith("["):
            heading = word.strip("[]")
        elif word and not word.startswith("#"):
            lists.setdefault(heading, []).append(word)
    return SentenceWords(
        inside=frozenset(lists["inside"]),
        either=frozenset(lists["either"]),
        openers=frozenset(lists["openers"]),
        titled=tuple(lists["titled"]),
    )


class Boundaries:
    """The rules over the words of one text."""

    def __init__(self, words: Sequence[str], gaps: Sequence[str], lists: SentenceWords) -> None:
        """Take the words with the white space before each."""
        self._words = words
        self._gaps = gaps
        self._lists = lists
        self._opens, self._closes = quotes(words, gaps)

    def starts(self) -> list[bool | None]:
        """Return for each word: it must (True), cannot (False) or may (None) begin a sentence."""
        starts: list[bool | None] = []
        begin = 0
        for index in range(len(self._words)):
            start = True if index == 0 else self._start(index, begin)
            if start:
                begin = index
            starts.append(start)
        return starts

    def _start(self, index: int, begin: int) -> bool | None:
        """Decide on one word, where the last certain beginning is known."""
        if BLANK_LINE.search(self._gaps[index]):
            return True
        if self._is_inside(index) or self._after_enumerator(index, begin):
            return False
        final = self._final(index) if self._gaps[index] else None
        if final is False or self._words[index][0].islower():
            return False
        if final is None and self._gaps[index]:
            return self._is_opener(index) or None
        return final and (self._words[index][0].isupper() or index in self._opens or None)

    def _is_opener(self, index: int) -> bool:
        """Tell whether the word begins a sentence though no full stop stands before it."""
        before, word = self._words[index - 1], self._words[index]
        after = self._words[index + 1] if index + 1 < len(self._words) else ""
        return (
            before[-1].isalnum()
            and not before.lower().endswith(self._lists.titled)
            and word.istitle()
            and word.lower() in self._lists.openers
            and after.isalpha()
            and after.islower()
        )

    def _is_inside(self, index: int) -> bool:
        """Tell whether the word cannot begin a sentence for what stands right before it."""
        before, word = self._words[index - 1], self._words[index]
        if not self._gaps[index] and not (before in FINAL and word[0].isupper()):
            return True
        return before in INNER or index - 1 in self._opens or index in self._closes

    def _after_enumerator(self, index: int, begin: int) -> bool:
        """Tell whether only "1.2", "a)" or a bullet stands before the word."""
        label = "".join(self._words[begin:index])
        return index - begin <= LONGEST_LABEL and (
            label in BULLETS or ENUMERATOR.fullmatch(label) is not None
        )

    def _final(self, index: int) -> bool | None:
        """Tell whether the word before ends a sentence; None if it may or has no final sign."""
        last = index - 1
        while last > 0 and last in self._closes:
            last -= 1
        if self._words[last].endswith("."):
            return self._stop_is_final(last, index)
        return True if self._words[last] in FINAL else None

    def _stop_is_final(self, last: int, index: int) -> bool | None:
        """Tell whether the full stop at `last` is more than that of an abbreviation."""
        joined = self._words[last]
        if joined == "." and last > 0 and not self._gaps[last]:
            joined = self._words[last - 1] + "."
        word = self._words[index]
        if joined.lower() in self._lists.inside:
            return False
        if joined.lower() in self._lists.either:
            return False if word[0].isdigit() else None  # "max. 12": few sentences begin so
        if INITIAL.fullmatch(joined) and word[0].isupper():
            return None if word.lower() in self._lists.openers else False
        return word[0].isupper() or NUMBER.fullmatch(joined[:-1]) is None


def quotes(words: Sequence[str], gaps: Sequence[str]) -> tuple[set[int], set[int]]:
    """Return the places of opening and of closing quotation marks and brackets."""
    opens = {index for index, word in enumerate(words) if word in OPENING}
    closes = {index for index, word in enumerate(words) if word in CLOSING}
    waiting: set[str] = set()
    for index, word in enumerate(words):
        if word not in STRAIGHT:
            continue
        before = bool(gaps[index]) or index == 0
        after = index + 1 == len(words) or bool(gaps[index + 1])
        # Where the spacing does not tell, the marks take turns.
        closing = word in waiting if before == after else after
        (closes if closing else opens).add(index)
        waiting.discard(word) if closing else waiting.add(word)
    return opens, closes
