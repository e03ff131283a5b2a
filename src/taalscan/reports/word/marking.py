"""Put the marks of comments between the runs of a Word document, and split runs where needed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import count, pairwise
from typing import TYPE_CHECKING, Final

from taalscan.office.word import run_text, w
from taalscan.reports.word.references import refer
from taalscan.reports.word.spots import Edge, Spot

if TYPE_CHECKING:
    from lxml import etree

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class _Fragment:
    """A part of what was one run: `start` and `end` count the characters of that run."""

    start: int
    end: int
    run: "etree._Element"


def mark(root: "etree._Element", spots: Sequence[tuple[int, Spot]]) -> None:
    """Mark where comments begin and end, and put the reference to each behind its end.

    Args:
        root: of the main part; it is changed.
        spots: the number of each comment, and where it goes.
    """
    numbers = count(_highest_number(root) + 1)
    cuts: dict[etree._Element, set[int]] = defaultdict(set)
    for _, spot in spots:
        cuts[spot.start.run].add(spot.start.offset)
        cuts[spot.end.run].add(spot.end.offset)
    fragments = {run: _split(run, offsets, numbers) for run, offsets in cuts.items()}
    for number, spot in spots:
        first = _beginning(fragments, spot.start)
        first.addprevious(_element(first, "commentRangeStart", number))
    # each goes right behind its run: the last one first, so that they keep their order
    for number, spot in reversed(spots):
        last = _ending(fragments, spot.end)
        refer(last, number)
        last.addnext(_element(last, "commentRangeEnd", number))


def _beginning(fragments: dict["etree._Element", list[_Fragment]], edge: Edge) -> "etree._Element":
    return next(own.run for own in fragments[edge.run] if own.start >= edge.offset)


def _ending(fragments: dict["etree._Element", list[_Fragment]], edge: Edge) -> "etree._Element":
    return next(own.run for own in fragments[edge.run] if own.end >= edge.offset)


def _highest_number(root: "etree._Element") -> int:
    """Return the highest number of a change, bookmark or comment."""
    numbers = [element.get(w("id"), "") for element in root.iter("{*}*")]
    return max((int(own) for own in numbers if own.isdecimal() and len(own) < 10), default=0)


def _split(
    run: "etree._Element", offsets: Iterable[int], numbers: "count[int]"
) -> list[_Fragment]:
    """Split a run before the characters with these numbers; its look goes to each part."""
    cuts = sorted(offsets)
    fragments: list[_Fragment] = []
    current, start, position = run, 0, 0
    for child in [child for child in run if child.tag != w("rPr")]:
        for piece in _pieces(child, position, cuts):
            if position in cuts and position > start:
                fragments.append(_Fragment(start, position, current))
                current, start = _next_run(current, numbers), position
            if current is not run:
                current.append(piece)
            position += len(run_text(piece))
    return [*fragments, _Fragment(start, position, current)]


def _pieces(child: "etree._Element", position: int, cuts: Sequence[int]) -> list["etree._Element"]:
    """Return a child of a run, in parts where cuts fall inside it; the first stays in place."""
    text = run_text(child)
    within = [cut - position for cut in cuts if position < cut < position + len(text)]
    if not within:
        return [child]
    bounds = [0, *within, len(text)]
    parts = [child]
    for start, end in pairwise(bounds[1:]):
        part = child.makeelement(child.tag)
        _say(part, text[start:end])
        parts[-1].addnext(part)
        parts.append(part)
    _say(child, text[: bounds[1]])
    return parts


def _say(element: "etree._Element", text: str) -> None:
    element.text = text
    if text != text.strip():
        element.set(_SPACE, "preserve")


def _next_run(run: "etree._Element", numbers: "count[int]") -> "etree._Element":
    """Return a new run behind a run, with the same look; a tracked change gets its own number."""
    new = run.makeelement(run.tag)
    for name, value in run.attrib.items():
        new.set(name, value)
    look = run.find(w("rPr"))
    if look is not None:
        own = deepcopy(look)
        own.tail = None
        for change in own.iter(w("rPrChange")):
            change.set(w("id"), str(next(numbers)))
        new.append(own)
    run.addnext(new)
    return new


def _element(near: "etree._Element", name: str, number: int) -> "etree._Element":
    return near.makeelement(w(name), {w("id"): str(number)})
