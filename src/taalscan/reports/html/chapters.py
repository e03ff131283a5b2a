"""Say the figures of each chapter, and in which chapters words stand together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from taalscan.model import Axis, Dispersion, Interval, Scan, SectionAxisScore, SectionScore
from taalscan.reports.html.more import Row
from taalscan.reports.html.profile import told
from taalscan.reports.html.ranking import RankedAxis, ranked_axes
from taalscan.reports.voice import Voice

Say = Callable[[Interval], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A chapter.

    Attributes:
        passage: number of its first passage; `last` of its last one.
        passages: its size, in passages and in `words`.
        hits: an amount an axis.
    """

    title: str
    passage: int
    last: int
    passages: str
    words: str
    hits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapters:
    """The chapters of a document.

    Attributes:
        ranked: for each axis the chapters that hold most of it.
        together: for each axis whose words stand together, a sentence that tells where.
        shares: a row a chapter that is long enough; `densities` likewise.
    """

    lines: tuple[ChapterLine, ...]
    ranked: tuple[RankedAxis, ...]
    together: tuple[str, ...]
    shares: tuple[Row, ...]
    densities: tuple[Row, ...]


def chapters(scan: Scan, voice: Voice) -> Chapters | None:
    """Return the chapters; None where the document has no two of them."""
    if not scan.sections:
        return None
    scores = [_in_order(section, scan.axes) for section in scan.sections]
    titles = _titles(scan.sections, voice)
    shares: list[Row] = []
    densities: list[Row] = []
    for section, own, title in zip(scan.sections, scores, titles, strict=True):
        _add(shares, title, section.first, [(one.share, voice.shares) for one in own])
        _add(densities, title, section.first, [(one.density, voice.densities) for one in own])
    return Chapters(
        lines=tuple(
            ChapterLine(
                title=title,
                passage=section.first + 1,
                last=section.first + section.passages,
                passages=voice.count(section.passages),
                words=voice.count(section.words),
                hits=tuple(voice.count(one.hits) for one in own),
            )
            for section, own, title in zip(scan.sections, scores, titles, strict=True)
        ),
        ranked=ranked_axes(scan, titles, voice),
        together=_together(scan, titles, voice),
        shares=tuple(shares),
        densities=tuple(densities),
    )


def _in_order(section: SectionScore, axes: Sequence[Axis]) -> list[SectionAxisScore]:
    known = {score.axis: score for score in section.axes}
    return [known[axis.id] for axis in axes]


def _titles(sections: Sequence[SectionScore], voice: Voice) -> list[str]:
    """Return the last heading of each chapter, or all that differ where that is not enough."""
    trails = [section.headings for section in sections]
    last = [trail[-1] if trail else voice.say("no-heading") for trail in trails]
    if len(set(last)) == len(last):
        return last
    # trails differ in depth: only levels that all of them have can be shared
    shared = sum(1 for _ in takewhile(_all_equal, zip(*trails, strict=False)))
    return [" › ".join(trail[shared:]) or own for trail, own in zip(trails, last, strict=True)]


def _all_equal(level: Sequence[str]) -> bool:
    return len(set(level)) == 1


def _add(
    rows: list[Row], title: str, first: int, figures: Sequence[tuple[Interval | None, Say]]
) -> None:
    """Add a row for a chapter that has a figure."""
    cells = tuple(told(interval, say) for interval, say in figures)
    if any(cell.value for cell in cells):
        rows.append(Row(title, "", cells, link=first + 1))


def _together(scan: Scan, titles: Sequence[str], voice: Voice) -> tuple[str, ...]:
    """Return where words clearly stand together (METRICS §5.3), a sentence an axis."""
    known = {score.axis: score.dispersion for score in scan.scores}
    sentences = []
    for axis in scan.axes:
        found = known.get(axis.id)
        if found is None or not found.clustered:
            continue
        last = _last(found, scan.sections)
        most = "most" if found.hit_share > 0.5 else "dense"
        sentences.append(
            voice.say(
                f"together-{most}" if last == found.section else f"together-{most}-range",
                axis=axis.title,
                first=titles[found.section],
                last=titles[last],
                hits=voice.percent(found.hit_share),
                words=voice.percent(found.word_share),
            )
        )
    return tuple(sentences)


def _last(found: Dispersion, sections: Sequence[SectionScore]) -> int:
    """Return the last chapter of the densest part: short chapters count with the next ones."""
    total = sum(section.words for section in sections) or 1
    words = 0
    for number in range(found.section, len(sections)):
        words += sections[number].words
        if words / total >= found.word_share - 1e-9:
            return number
    return len(sections) - 1
