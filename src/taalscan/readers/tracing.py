"""Rewrite a text step by step, and keep for every character where it came from."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from operator import eq


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text and the source characters it came from, both as half-open ranges.

    Where both are equally long, character `i` came from character `i`; else the stretch is one
    unit.
    """

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def is_even(self) -> bool:
        """Whether each character has a source character of its own."""
        return self.end - self.start == self.source_end - self.source_start


@dataclass(frozen=True, slots=True)
class Traced:
    """A text with its stretches, in order and without gaps."""

    text: str
    stretches: tuple[Stretch, ...]

    def rewrite(self, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> "Traced":
        """Return the text with each match replaced by what `new` makes of it.

        Characters that a match and its replacement share at either side keep their own place.
        """
        edits = [edit for match in pattern.finditer(self.text) for edit in _edit(match, new)]
        if not edits:
            return self
        texts: list[str] = []
        stretches: list[Stretch] = []
        done, length = 0, 0
        cutter = _Cutter(self.stretches)
        for start, end, replacement in edits:
            stretches += _shifted(cutter.cut(done, start), length - done)
            texts += [self.text[done:start], replacement]
            length += start - done
            if replacement:
                source = cutter.hull(start, end)
                stretches.append(Stretch(length, length + len(replacement), *source))
                length += len(replacement)
            done = end
        stretches += _shifted(cutter.cut(done, len(self.text)), length - done)
        texts.append(self.text[done:])
        return Traced("".join(texts), tuple(_merged(stretches)))


def trace(text: str) -> Traced:
    """Return a source text, each character of which came from itself."""
    length = len(text)
    return Traced(text, (Stretch(0, length, 0, length),) if text else ())


def _edit(
    match: re.Match[str], new: Callable[[re.Match[str]], str]
) -> Iterator[tuple[int, int, str]]:
    """Give start, end and replacement of the part of a match that changes, if any does."""
    old, replacement = match.group(), new(match)
    if old == replacement:
        return
    head = _shared(old, replacement)
    tail = _shared(reversed(old[head:]), reversed(replacement[head:]))
    end = len(replacement) - tail
    yield match.start() + head, match.end() - tail, replacement[head:end]


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """Return how many characters two strings begin with in common."""
    return sum(takewhile(bool, map(eq, one, other)))


def _shifted(stretches: Iterable[Stretch], offset: int) -> list[Stretch]:
    """Return the stretches with `offset` added to their places in the text."""
    return [
        Stretch(item.start + offset, item.end + offset, item.source_start, item.source_end)
        for item in stretches
    ]


class _Cutter:
    """Cut stretches to ranges of the text that are asked for in ascending order."""

    def __init__(self, stretches: tuple[Stretch, ...]) -> None:
        self._stretches = stretches
        self._number = 0

    def cut(self, start: int, end: int) -> Iterator[Stretch]:
        while start < end:
            stretch = self._at(start)
            stop = min(end, stretch.end)
            yield _part(stretch, start, stop)
            start = stop

    def hull(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of source characters behind a range of the text, not empty."""
        parts = list(self.cut(start, end))
        return parts[0].source_start, parts[-1].source_end

    def _at(self, position: int) -> Stretch:
        while self._stretches[self._number].end <= position:
            self._number += 1
        return self._stretches[self._number]


def _part(stretch: Stretch, start: int, end: int) -> Stretch:
    """Cut a stretch; the parts of a unit all point to the whole unit."""
    if not stretch.is_even:
        return Stretch(start, end, stretch.source_start, stretch.source_end)
    offset = stretch.source_start - stretch.start
    return Stretch(start, end, start + offset, end + offset)


def _merged(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Join even stretches that follow each other in the text and in the source."""
    last: Stretch | None = None
    for stretch in stretches:
        if last is None:
            last = stretch
        elif last.is_even and stretch.is_even and last.source_end == stretch.source_start:
            last = Stretch(last.start, stretch.end, last.source_start, stretch.source_end)
        else:
            yield last
            last = stretch
    if last is not None:
        yield last
