"""Say which words stand out against the reference, and where they stand."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.model import Keyword, Scan, Span
from taalscan.reports.html.notes import place
from taalscan.reports.voice import Voice

_LINES = 15
"""Words that are shown at once."""
_PLACES = 6
"""Links to passages that one word shows; the rest is a number."""


@dataclass(frozen=True, slots=True)
class KeywordLine:
    """A word; `places` are passage numbers with their pages."""

    word: str
    count: str
    times: str
    places: tuple[tuple[int, str], ...]
    more: str


@dataclass(frozen=True, slots=True)
class Keywords:
    """The words that stand out, and what they were compared with; `rest` is shown folded."""

    note: str
    lines: tuple[KeywordLine, ...]
    rest: tuple[KeywordLine, ...]


def keywords(scan: Scan, voice: Voice) -> Keywords | None:
    """Return the words that stand out; None where there are none."""
    if not scan.keywords:
        return None
    starts = [score.passage.span.start for score in scan.passages]
    lines = tuple(_line(scan, keyword, starts, voice) for keyword in scan.keywords)
    return Keywords(note=_note(scan, voice), lines=lines[:_LINES], rest=lines[_LINES:])


def _note(scan: Scan, voice: Voice) -> str:
    made = scan.provenance.reference
    name = f"{made.name} {made.version}" if made else ""
    if scan.stratum is None:
        return voice.say("keywords-all", reference=name)
    return voice.say("keywords-stratum", reference=name, title=scan.stratum.title)


def _line(scan: Scan, keyword: Keyword, starts: Sequence[int], voice: Voice) -> KeywordLine:
    inside = [_passage(scan, starts, span) for span in keyword.places]
    numbers = list(dict.fromkeys(number for number in inside if number is not None))
    rest = len(numbers) - _PLACES
    return KeywordLine(
        word=keyword.lemma,
        count=voice.count(keyword.count),
        times=_times(keyword, voice),
        places=tuple(
            (number + 1, place(scan.passages[number], number + 1, voice))
            for number in numbers[:_PLACES]
        ),
        more=voice.amount("more-places", rest) if rest > 0 else "",
    )


def _times(keyword: Keyword, voice: Voice) -> str:
    """Return how much more often the word stands here, or that it stands there nowhere."""
    if not keyword.reference_count:
        return voice.say("not-in-reference")
    times = 2.0**keyword.log_ratio
    return voice.decimal(times, 0 if times >= 10 else 1)


def _passage(scan: Scan, starts: Sequence[int], span: Span) -> int | None:
    """Return the passage that a place stands in; None where it stands in none."""
    number = bisect_right(starts, span.start) - 1
    if number < 0 or not scan.passages[number].passage.span.overlaps(span):
        return None
    return number
