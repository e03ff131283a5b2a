"""Sum up a document: profile, places, facets, chapters and weightiest passages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

from taalscan.model import Axis, AxisPassageScore, AxisScore, PassageScore, Scan
from taalscan.reports.html.chart import Chart, Line, chart, scale
from taalscan.reports.html.notes import place
from taalscan.reports.voice import Voice

_CELLS = 24
"""Columns of the strip."""
_LEVELS = 4
"""Heights that a cell of the strip can have."""
_QUOTES = 5
"""Passages an axis that are quoted."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of an axis in words; the densities and shares are empty when not known."""

    axis: int
    code: str
    title: str
    hits: str
    types: str
    density: str = ""
    density_range: str = ""
    share: str = ""
    share_range: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of the document in the strip, on one axis; `level` 0 where nothing was found."""

    level: int
    passage: int
    text: str


@dataclass(frozen=True, slots=True)
class FacetLine:
    """A facet with its hits; `width` is its part of the largest of the report, in percents."""

    id: str
    title: str
    definition: str
    hits: str
    width: int


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: where it starts, its size, and an amount of hits an axis."""

    title: str
    passage: int
    passages: str
    words: str
    hits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage that weighed much, ready to be cited."""

    passage: int
    place: str
    text: str
    heading: str
    strength: str
    citation: str


def figures(
    axes: Sequence[Axis], scores: Iterable[AxisScore], voice: Voice
) -> tuple[Figures, ...]:
    """Return the figures of each axis, in the order of the axes."""
    known = {score.axis: score for score in scores}
    return tuple(
        _figures(number, axis, known[axis.id], voice)
        for number, axis in enumerate(axes)
        if axis.id in known
    )


def _figures(number: int, axis: Axis, score: AxisScore, voice: Voice) -> Figures:
    density = voice.densities(score.density) if score.density else ("", "")
    share = voice.shares(score.share) if score.share else ("", "")
    return Figures(
        number,
        axis.code,
        axis.title,
        voice.count(score.hits),
        voice.count(score.types),
        *density,
        *share,
    )


def charts(axes: Sequence[Axis], scores: Iterable[AxisScore], voice: Voice) -> tuple[Chart, ...]:
    """Return a chart of the densities and one of the shares; none where they are not known."""
    known = {score.axis: score for score in scores}
    own = [(n, axis, known[axis.id]) for n, axis in enumerate(axes) if axis.id in known]
    densities = [
        Line(n, axis.code, score.density, _told(axis, voice.densities(score.density)))
        for n, axis, score in own
        if score.density
    ]
    shares = [
        Line(n, axis.code, score.share, _told(axis, voice.shares(score.share)))
        for n, axis, score in own
        if score.share
    ]
    drawn = []
    if densities:
        ticks = [(v, _tick(v, voice)) for v in scale(max(line.value.high for line in densities))]
        drawn.append(chart(voice.say("chart-density"), densities, ticks))
    if shares:
        ticks = [(v, voice.percent(v)) for v in scale(max(line.value.high for line in shares))]
        drawn.append(chart(voice.say("chart-share"), shares, ticks))
    return tuple(drawn)


def _told(axis: Axis, figures: tuple[str, str]) -> str:
    value, bounds = figures
    return f"{axis.title} {value} ({bounds})"


def _tick(value: float, voice: Voice) -> str:
    return voice.decimal(value, 0 if value == int(value) else 1)


def strip(scan: Scan, voice: Voice) -> tuple[tuple[Cell, ...], ...]:
    """Return a row an axis: how many hits count in each stretch of the document.

    The stretches hold equally many passages, and one scale of height serves all axes.
    """
    total = len(scan.passages)
    if not total:
        return ()
    cells = min(_CELLS, total)
    bounds = [total * number // cells for number in range(cells + 1)]
    counts = [
        [
            sum(_counting(score, axis.id) for score in scan.passages[start:end])
            for start, end in pairwise(bounds)
        ]
        for axis in scan.axes
    ]
    most = max((count for row in counts for count in row), default=0)
    return tuple(
        tuple(
            _cell(scan, axis.id, bounds[number : number + 2], (count, most), voice)
            for number, count in enumerate(row)
        )
        for axis, row in zip(scan.axes, counts, strict=True)
    )


def _counting(score: PassageScore, axis: str) -> int:
    return sum(hit.axis == axis and hit.factor > 0 for hit in score.hits)


def _cell(
    scan: Scan, axis: str, bounds: Sequence[int], count: tuple[int, int], voice: Voice
) -> Cell:
    """Return a cell; it leads to the first passage of the stretch where something was found."""
    number, most = count
    start, end = bounds
    if not number:
        return Cell(0, start + 1, "")
    first = next(i for i in range(start, end) if _counting(scan.passages[i], axis))
    where = place(scan.passages[first], first + 1, voice)
    level = -(-_LEVELS * number // most)
    return Cell(level, first + 1, f"{where}: {voice.amount('words-found', number)}")


def facet_lines(scan: Scan, voice: Voice) -> tuple[tuple[FacetLine, ...], ...]:
    """Return for each axis its facets with their hits."""
    found = {score.axis: {facet.id: facet.hits for facet in score.facets} for score in scan.scores}
    most = max((n for facets in found.values() for n in facets.values()), default=0) or 1
    return tuple(
        tuple(
            FacetLine(
                id=facet.id,
                title=facet.title,
                definition=facet.definition,
                hits=voice.count(found.get(axis.id, {}).get(facet.id, 0)),
                width=round(100 * found.get(axis.id, {}).get(facet.id, 0) / most),
            )
            for facet in axis.facets
        )
        for axis in scan.axes
    )


def sections(scan: Scan, voice: Voice) -> tuple[Section, ...]:
    """Return the chapters with their hits; none where the document has no two of them."""
    depth = _chapter_depth(scan.passages)
    numbered = [
        (score.passage.headings[:depth], number, score)
        for number, score in enumerate(scan.passages, start=1)
    ]
    groups = [(key, list(members)) for key, members in groupby(numbered, key=itemgetter(0))]
    if len(groups) < 2:
        return ()
    return tuple(
        _section(scan, key, [(number, score) for _, number, score in members], voice)
        for key, members in groups
    )


def _chapter_depth(passages: Sequence[PassageScore]) -> int:
    """Return at which depth the headings part the document; a title above all does not."""
    trails = [score.passage.headings for score in passages if score.passage.headings]
    depth = 1
    while len({trail[:depth] for trail in trails}) == 1 and any(
        len(trail) > depth for trail in trails
    ):
        depth += 1
    return depth


def _section(
    scan: Scan, key: tuple[str, ...], members: Sequence[tuple[int, PassageScore]], voice: Voice
) -> Section:
    return Section(
        title=key[-1] if key else voice.say("no-heading"),
        passage=members[0][0],
        passages=voice.count(len(members)),
        words=voice.count(sum(score.words for _, score in members)),
        hits=tuple(
            voice.count(sum(_counting(score, axis.id) for _, score in members))
            for axis in scan.axes
        ),
    )


def quotes(scan: Scan, axis: Axis, voice: Voice) -> tuple[Quote, ...]:
    """Return the passages that weighed most on an axis, the weightiest first."""
    ranked = sorted(
        (
            (number, own)
            for number, score in enumerate(scan.passages)
            for own in score.axes
            if own.axis == axis.id and own.label
        ),
        key=_weightiest,
    )
    return tuple(_quote(scan, number, own, voice) for number, own in ranked[:_QUOTES])


def _weightiest(item: tuple[int, AxisPassageScore]) -> tuple[float, float, int]:
    number, own = item
    return -own.combined, -own.lexicon, number


def _quote(scan: Scan, number: int, own: AxisPassageScore, voice: Voice) -> Quote:
    score = scan.passages[number]
    where = place(score, number + 1, voice)
    name = scan.document.title or scan.document.source.name
    # the lines of the layout are no part of what is said
    text = " ".join(score.passage.span.cut(scan.document.text).split())
    return Quote(
        passage=number + 1,
        place=where,
        text=text,
        heading=score.passage.headings[-1] if score.passage.headings else "",
        strength=voice.say(
            "strength" if own.classifier is None else "chance",
            strength=voice.decimal(own.combined, 2),
        ),
        citation=voice.say("citation", text=text, name=name, place=where),
    )
