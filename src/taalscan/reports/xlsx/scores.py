"""Lay out all figures of a scan: of the document, its facets and its chapters."""

from collections.abc import Iterator

from taalscan.model import Axis, AxisScore, Scan
from taalscan.reports.voice import Voice
from taalscan.reports.xlsx.sheet import Cell, Column, Sheet, bounds

_DENSITY, _SHARE, _PLACE, _COUNT = "0.0", "0.0%", "0", "0"


def scores_sheet(scan: Scan, voice: Voice) -> Sheet:
    """Return a row for each axis of the document, each facet and each chapter."""
    rows = [*_document(scan, voice), *_facets(scan, voice), *_chapters(scan, voice)]
    return Sheet(voice.say("xlsx.scores"), _columns(voice), tuple(rows), fixed=3)


def _columns(voice: Voice) -> tuple[Column, ...]:
    def three(code: str, form: str) -> tuple[Column, Column, Column]:
        head = voice.say(f"xlsx.{code}")
        low, high = voice.say("xlsx.low", head=head), voice.say("xlsx.high", head=head)
        return Column(head, 13, form), Column(low, 13, form), Column(high, 13, form)

    return (
        Column(voice.say("xlsx.level"), 12),
        Column(voice.say("xlsx.axis"), 16),
        Column(voice.say("xlsx.part"), 34),
        Column(voice.say("xlsx.hits"), 10, _COUNT),
        Column(voice.say("xlsx.types"), 12, _COUNT),
        *three("density", _DENSITY),
        *three("weighted", _DENSITY),
        *three("share", _SHARE),
        *three("expected", _SHARE),
        *three("place", _PLACE),
    )


_NOTHING: tuple[Cell, Cell, Cell] = (None, None, None)


def _document(scan: Scan, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    level = voice.say("xlsx.document")
    for axis, score in _scored(scan):
        yield (
            level,
            axis.title,
            scan.document.title or scan.document.source.name,
            score.hits,
            score.types,
            *bounds(score.density),
            *bounds(score.weighted_density),
            *bounds(score.share),
            *bounds(score.expected_share),
            *bounds(score.share_percentile),
        )


def _scored(scan: Scan) -> Iterator[tuple[Axis, AxisScore]]:
    known = {score.axis: score for score in scan.scores}
    return ((axis, known[axis.id]) for axis in scan.axes if axis.id in known)


def _facets(scan: Scan, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    level = voice.say("xlsx.facet")
    for axis, score in _scored(scan):
        titles = {facet.id: facet.title for facet in axis.facets}
        for facet in score.facets:
            yield (
                level,
                axis.title,
                f"{facet.id} {titles.get(facet.id, '')}".strip(),
                facet.hits,
                facet.types,
                *bounds(facet.density),
                *bounds(facet.weighted_density),
                *(_NOTHING * 3),
            )


def _chapters(scan: Scan, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    level = voice.say("xlsx.chapter")
    titles = {axis.id: axis.title for axis in scan.axes}
    # the share of a chapter is the expected one where a classifier read the document
    classified = scan.provenance.classifier is not None
    for section in scan.sections:
        name = section.headings[-1] if section.headings else voice.say("xlsx.before")
        for own in section.axes:
            yield (
                level,
                titles.get(own.axis, own.axis),
                name,
                own.hits,
                None,
                *bounds(own.density),
                *bounds(own.weighted_density),
                *(_NOTHING if classified else bounds(own.share)),
                *(bounds(own.share) if classified else _NOTHING),
                *_NOTHING,
            )
