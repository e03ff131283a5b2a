"""Guess the genre of a document from cues, and tell which cues it went by.

Every genre is scored by the same rule: how many of its own cues stand in a place (title, headings,
…), with a weight for the place that all genres share. So a genre that no corpus holds is told
by its cues too. A score of its own stands for "none of these", and a softmax makes probabilities.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from taalscan.model import Block, BlockKind, Document
from taalscan.reference import Cue, Form, Genres, Place

Floats = npt.NDArray[np.float64]

HALF: Final = 2.0
"""Cues that fill a place for one half; the first ones tell most."""

_TITLE: Final = 300  # characters
_START: Final = 1500
_OPENING: Final = 12_000  # the sample: about five pages from the start, …
_SAMPLE: Final = 30_000  # … and pieces at equal distances, twelve pages in all
_PIECE: Final = 1500
_HEADINGS: Final = 300
_LINE: Final = 60  # characters at the start of a block
_WORD: Final = re.compile(r"[^\W_]+|€|\n")
_DIGIT: Final = re.compile(r"\d")
_LETTER: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue that stands in the document, and how strongly: more than 0, at most 1."""

    cue: Cue
    strength: float


@dataclass(frozen=True, slots=True)
class GenreGuess:
    """What a document seems to be.

    Attributes:
        genre_id: the genre; None where no genre is likely enough.
        probability: that of the likeliest outcome, whether it is named or not.
        cues: what the document shows of the named genre (else of the likeliest), strongest first.
        probabilities: of every genre, likeliest first; None is "none of these". They sum to 1.
    """

    genre_id: str | None
    probability: float
    cues: tuple[FoundCue, ...]
    probabilities: tuple[tuple[str | None, float], ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """Words in lower case between spaces, a line a block; and how often each stands there."""

    lines: str
    words: Counter[str]


@dataclass(frozen=True, slots=True)
class _Look:
    """What is looked at in a document."""

    texts: dict[Place, _Text]
    words: int
    forms: dict[str, float]


def guess_genre(document: Document, genres: Genres) -> GenreGuess:
    """Return which genre a document is.

    It takes time in proportion to the number of blocks; of their text it looks at no more than
    twelve pages.
    """
    look = _look(document)
    sides = [(genre.id, genre.cues) for genre in genres.genres]
    found = [list(_found(look, cues)) for _, cues in (*sides, (None, genres.other))]
    scores = np.stack([place_strengths(one) for one in found]) @ np.array(genres.weights.places)
    scores[-1] += genres.weights.other
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    names: list[str | None] = [*(name for name, _ in sides), None]
    order = np.argsort(-chances, kind="stable")
    best = int(order[0])
    sure = chances[best] >= genres.weights.threshold
    return GenreGuess(
        genre_id=names[best] if sure else None,
        probability=float(chances[best]),
        cues=tuple(sorted(found[best], key=_strongest_first)),
        probabilities=tuple((names[n], float(chances[n])) for n in order),
    )


def strengths(document: Document, genres: Genres) -> Floats:
    """Return how strongly each genre shows in each place: (G + 1, P), in [0, 1).

    The last row is "none of these"; the columns are in the order of `Place`.
    """
    look = _look(document)
    sides = (*(genre.cues for genre in genres.genres), genres.other)
    return np.stack([place_strengths(_found(look, cues)) for cues in sides])


def place_strengths(found: Iterable[FoundCue]) -> Floats:
    """Return how strongly cues show in each place: (P,), S / (S + `HALF`) of their sum S."""
    sums = dict.fromkeys(Place, 0.0)
    for one in found:
        sums[one.cue.place] += one.strength
    return np.array([total / (total + HALF) for total in sums.values()])


def _strongest_first(one: FoundCue) -> tuple[float, Cue]:
    return -one.strength, one.cue


def _found(look: _Look, cues: Iterable[Cue]) -> Iterator[FoundCue]:
    """Yield the cues that stand in the document."""
    for cue in cues:
        strength = look.forms[cue.text] if cue.place is Place.FORM else _strength(look, cue)
        if strength > 0:
            yield FoundCue(cue, strength)


def _strength(look: _Look, cue: Cue) -> float:
    times = _times(look.texts[cue.place], cue)
    if cue.place is Place.ANYWHERE:
        # once in a thousand words is half; the 500 keep one word in a letter from being much
        rate = 1000 * times / (look.words + 500)
        return rate / (rate + 1)
    if cue.place is Place.BLOCK_START:
        return times / (times + 2)
    return min(1.0, times)


def _times(text: _Text, cue: Cue) -> int:
    """Return how often a cue stands in a text; a word that ends one match begins no other."""
    words = cue.text.split()
    starred = (words[0].startswith("*"), words[-1].endswith("*"))
    if not any(starred) and len(words) == 1 and cue.place is not Place.BLOCK_START:
        return text.words[cue.text]
    # most cues are absent: the whole words among theirs tell that at once
    if not text.words.keys() >= set(words[starred[0] : len(words) - starred[1]]):
        return 0
    before = "" if starred[0] else " "
    after = "" if starred[1] else " "
    line = "\n" if cue.place is Place.BLOCK_START else ""
    return text.lines.count(f"{line}{before}{cue.text.strip('*')}{after}")


def _look(document: Document) -> _Look:
    blocks = [block for block in document.blocks if block.kind is not BlockKind.BOILERPLATE]
    sample = _sample(document.text, blocks)
    starts = [block.span.cut(document.text)[:_LINE] for block in _spread(blocks, 4 * _HEADINGS)]
    every = [block for block in blocks if block.kind is BlockKind.HEADING]
    headings = [block.span.cut(document.text)[:_TITLE] for block in _spread(every, _HEADINGS)]
    texts = {
        Place.TITLE: _text([(document.title or "")[:_TITLE], *_first(sample, _TITLE)]),
        Place.HEADINGS: _text(_first(headings, _SAMPLE)),
        Place.START: _text(_first(sample, _START)),
        Place.BLOCK_START: _text(starts),
        Place.ANYWHERE: _text(sample),
    }
    counts = texts[Place.ANYWHERE].words
    return _Look(texts, counts.total() - counts["\n"], _forms(document.text, blocks, headings))


def _text(pieces: Iterable[str]) -> _Text:
    words = _WORD.findall("\n".join(("", *pieces, "")).lower())
    return _Text(f" {' '.join(words)} ", Counter(words))


def _sample(text: str, blocks: Sequence[Block]) -> list[str]:
    """Return the first pages whole, and pieces of the rest at equal distances."""
    pieces = [
        (start, min(start + _PIECE, block.span.end))
        for block in blocks
        for start in range(block.span.start, block.span.end, _PIECE)
    ]
    opening, total = 0, 0
    while opening < len(pieces) and total < _OPENING:
        total += pieces[opening][1] - pieces[opening][0]
        opening += 1
    rest = pieces[opening:]
    length = sum(end - start for start, end in rest)
    step = max(1, -(-length // (_SAMPLE - _OPENING)))
    chosen = (text[start:end] for start, end in (*pieces[:opening], *rest[step - 1 :: step]))
    return list(_first(chosen, _SAMPLE))


def _spread(blocks: Sequence[Block], most: int) -> Sequence[Block]:
    """Return at most so many blocks, at equal distances."""
    return blocks[:: max(1, -(-len(blocks) // most))]


def _first(texts: Iterable[str], length: int) -> Iterator[str]:
    """Yield the first characters of texts, `length` in all."""
    for text in texts:
        if length <= 0:
            return
        yield text[:length]
        length -= len(text)


def _forms(text: str, blocks: Sequence[Block], headings: Sequence[str]) -> dict[str, float]:
    """Return how strongly the document has each `Form`, in [0, 1]."""
    cells = [block for block in blocks if block.kind is BlockKind.TABLE_CELL]
    numbers = sum(_is_number(block.span.cut(text)[:_LINE]) for block in cells)
    questions = sum(heading.rstrip().endswith("?") for heading in headings)
    return {
        # the 20 and the 5 keep one cell or question in a short text from being much
        Form.NUMBER_TABLE: min(1.0, 4 * numbers / (len(blocks) + 20)),
        Form.QUESTION_HEADINGS: min(1.0, 3 * questions / (len(headings) + 5)),
    }


def _is_number(cell: str) -> bool:
    return bool(_DIGIT.search(cell)) and not _LETTER.search(cell)
