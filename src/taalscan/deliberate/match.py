"""Find the passages that marks are about, by the letters of their text."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice

from taalscan.deliberate.sidecar import Sidecar
from taalscan.model import Axis, Block, BlockKind, Deliberate, Document, Notice, Scan, Source, Span
from taalscan.scoring.comparison.words import homes, words_of

_MOST = 0.5
"""Part of the letters of a passage that a mark must hold: two readers part a text otherwise."""

_ALIKE = 0.6
"""Part of the words that a passage must share with a mark to be the one that was meant."""


@dataclass(frozen=True, slots=True)
class _Passages:
    """The words of all passages as one row of letters.

    Attributes:
        starts: where the letters of each passage begin, and where the last one ends.
        least: letters of a mark that is as long as half of the shortest passage.
        sizes: words of each passage.
        holders: for each word, how often each passage has it.
    """

    ids: tuple[str, ...]
    letters: str
    starts: tuple[int, ...]
    least: float
    sizes: tuple[int, ...]
    holders: Mapping[str, Mapping[int, int]]


def with_deliberate(scan: Scan, sidecar: Sidecar) -> Scan:
    """Return a scan that honours the marks beside its document; its figures stay as they are.

    A mark is found where its letters stand in the passages, whatever the layout, the signs and
    the format of the file, and however the reader parted the text: a passage counts as marked
    when half of its letters or more stand in the mark. A mark that is not found is kept.
    """
    if not sidecar.marks and not sidecar.notices:
        return scan
    passages = _passages(scan)
    names = _axis_names(scan.axes)
    marks = tuple(_placed(_on_axis(mark, names), passages) for mark in sidecar.marks)
    known = {axis.id for axis in scan.axes}
    strange = dict.fromkeys(mark.axis for mark in marks if mark.axis not in {None, *known})
    allowed = ", ".join(axis.id for axis in scan.axes)
    notices = (
        Notice("deliberate-axis", (("given", str(axis)), ("allowed", allowed))) for axis in strange
    )
    return replace(scan, deliberate=marks, warnings=(*scan.warnings, *sidecar.notices, *notices))


def _axis_names(axes: Sequence[Axis]) -> dict[str, str]:
    """Return the ids of the axes by all that an author may call them."""
    return {name.casefold(): axis.id for axis in axes for name in (axis.title, axis.code, axis.id)}


def _on_axis(mark: Deliberate, names: Mapping[str, str]) -> Deliberate:
    if mark.axis is None:
        return mark
    return replace(mark, axis=names.get(mark.axis.casefold(), mark.axis))


def _passages(scan: Scan) -> _Passages:
    words = words_of(scan.document)
    spans = [score.passage.span for score in scan.passages]
    forms: list[list[str]] = [[] for _ in spans]
    for form, home in zip(words.forms, homes(words, spans), strict=True):
        if home >= 0:
            forms[home].append(form)
    holders: dict[str, dict[int, int]] = defaultdict(dict)
    for number, own in enumerate(forms):
        for form, times in Counter(own).items():
            holders[form][number] = times
    texts = ["".join(own) for own in forms]
    shortest = min((len(own) for own in texts if own), default=0)
    return _Passages(
        ids=tuple(score.passage.id for score in scan.passages),
        letters="".join(texts),
        starts=tuple(accumulate(map(len, texts), initial=0)),
        least=_MOST * shortest,
        sizes=tuple(map(len, forms)),
        holders=holders,
    )


def _placed(mark: Deliberate, passages: _Passages) -> Deliberate:
    """Return a mark with the passages it is about, or else the one that is most like it."""
    forms = _forms(mark.text)
    wanted = "".join(forms)
    places = _occurrences(wanted, passages.letters)
    if len(wanted) < passages.least:
        places = islice(places, 1)  # a word or two: one place is enough to point at
    shares: dict[int, float] = {}
    for start, end in places:
        for number, share in _covered(start, end, passages.starts):
            shares[number] = max(share, shares.get(number, 0.0))
    found = sorted(number for number, share in shares.items() if share >= _MOST)
    if found:
        return replace(mark, passages=tuple(passages.ids[number] for number in found))
    near = max(shares, key=shares.__getitem__) if shares else _most_alike(forms, passages)
    return mark if near is None else replace(mark, near=passages.ids[near])


def _forms(text: str) -> tuple[str, ...]:
    """Return the normalised words of a mark; each of its lines may begin with a label."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    return words_of(Document(Source("", "", ""), text, tuple(blocks))).forms


def _occurrences(wanted: str, letters: str) -> Iterator[tuple[int, int]]:
    at = letters.find(wanted) if wanted else -1
    while at >= 0:
        yield at, at + len(wanted)
        at = letters.find(wanted, at + len(wanted))


def _covered(start: int, end: int, starts: Sequence[int]) -> Iterator[tuple[int, float]]:
    """Yield the passages that share letters with a stretch, and what part of each that is."""
    for number in range(bisect_right(starts, start) - 1, bisect_left(starts, end)):
        first, last = starts[number], starts[number + 1]
        if first < last:
            yield number, (min(end, last) - max(start, first)) / (last - first)


def _most_alike(forms: Sequence[str], passages: _Passages) -> int | None:
    """Return the passage that shares most words with a mark; None where none shares enough.

    Likeness is that of Dice: twice the shared words over the words of both.
    """
    shared: Counter[int] = Counter()
    for form, times in Counter(forms).items():
        for number, own in passages.holders.get(form, {}).items():
            shared[number] += min(times, own)
    best, most = None, _ALIKE
    for number, count in sorted(shared.items()):
        likeness = 2 * count / (len(forms) + passages.sizes[number])
        if likeness > most or (best is None and likeness == most):
            best, most = number, likeness
    return best
