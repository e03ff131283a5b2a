"""Cut a text into words, and the words into pieces that the network takes at once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from taalscan.language.sentences import FINAL, Boundaries, SentenceWords
from taalscan.model import Span

LONGEST_CHUNK = 400
"""Words that pass through the network at once."""

LONGEST_RUN = 200
"""Characters without white space between that may be words; a longer run holds none."""

SHORT = rf"(?<!\S)\S{{1,{LONGEST_RUN}}}(?!\S)"
RUN = re.compile(rf"{SHORT}(?:\s+{SHORT})*")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words of one text that are analysed together.

    Attributes:
        piece: number of the text.
        spans: place of each word in the document.
        spaces: whether white space follows each word.
        starts: whether each word must, cannot or may (None) begin a sentence.
    """

    piece: int
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    spaces: tuple[bool, ...]
    starts: tuple[bool | None, ...]


def runs(text: str) -> Iterator[tuple[int, str]]:
    """Yield stretches of text, with their places, that are tokenised.

    A run of over `LONGEST_RUN` characters without white space, such as coded data, is left out: it
    has no words to count, and a tokeniser takes time by the square of its length.
    """
    for match in RUN.finditer(text):
        yield match.start(), match.group()


def cut_chunks(
    piece: int, offset: int, text: str, places: Sequence[Span], sentence_words: SentenceWords
) -> Iterator[Chunk]:
    """Yield the chunks of a text, at least one.

    Args:
        piece: number of the text.
        offset: place of the text in the document.
        text: the text itself.
        places: where its words stand in it, without white space.
        sentence_words: words that sentences are told apart by.
    """
    words = [place.cut(text) for place in places]
    gaps = [text[before.end : after.start] for before, after in pairwise((Span(0, 0), *places))]
    starts = Boundaries(words, gaps, sentence_words).starts()
    spans = [Span(offset + place.start, offset + place.end) for place in places]
    spaces = [bool(gap) for gap in [*gaps[1:], ""]]
    for begin, end in _cuts(words, starts):
        yield Chunk(
            piece=piece,
            words=tuple(words[begin:end]),
            spans=tuple(spans[begin:end]),
            spaces=tuple(spaces[begin:end]),
            starts=(True, *starts[begin + 1 : end]) if begin < end else (),
        )


def _cuts(words: Sequence[str], starts: Sequence[bool | None]) -> Iterable[tuple[int, int]]:
    """Return where the chunks begin and end: before a sure sentence, else at a full stop."""
    cuts = [0]
    while len(words) - cuts[-1] > LONGEST_CHUNK:
        begin, last = cuts[-1], cuts[-1] + LONGEST_CHUNK
        window = range(last, begin, -1)
        sure = (place for place in window if starts[place])
        likely = (place for place in window if words[place - 1] in FINAL)
        cuts.append(next(sure, None) or next(likely, last))
    return pairwise([*cuts, len(words)])
