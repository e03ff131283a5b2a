"""Put together all that the report of a document shows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.model import Axis, Notice, Reliability, Scan
from taalscan.reports.html.balances import BalanceView, about_balance, balance_view
from taalscan.reports.html.chapters import Chapters, chapters
from taalscan.reports.html.chart import Chart
from taalscan.reports.html.compared import Compared, about_comparison, compared
from taalscan.reports.html.deliberate import DeliberateView, deliberate_view
from taalscan.reports.html.disagreement import Disagreement, disagreement
from taalscan.reports.html.examples import ExampleAxis, example_axes
from taalscan.reports.html.facets import FacetLine, facet_lines
from taalscan.reports.html.filters import Filters, filters
from taalscan.reports.html.keywords import Keywords, keywords
from taalscan.reports.html.marks import number_hits
from taalscan.reports.html.more import Row, more_rows
from taalscan.reports.html.notes import (
    EntryView,
    entry_views,
    number_entries,
    passage_notes,
)
from taalscan.reports.html.overview import Cell, Quote, quotes, strip
from taalscan.reports.html.profile import Figures, charts, doubt_note, figures
from taalscan.reports.html.quality import QualityView, quality_view
from taalscan.reports.html.text import Part, text_parts
from taalscan.reports.reasons import At, reasons_at
from taalscan.reports.voice import Voice

_LANGUAGE_TAG = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")
_DIGEST = 12
"""Characters of the digest in a citation; the method section has all of them."""
_LEFT_OUT = "left-out-"
"""First part of the codes of notices about text that is not scored."""


@dataclass(frozen=True, slots=True)
class AxisView:
    """An axis with what the report shows of it."""

    number: int
    id: str
    code: str
    title: str
    definition: str
    threshold: str
    strip: tuple[Cell, ...]
    facets: tuple[FacetLine, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The report of a document.

    Attributes:
        figures: always hold the hits, the rest only where known.
        placed: whether any of them has a place in the reference.
        left_out: what was not counted, a line a kind; `left_out_total` is the number of pieces.
        doubt: what a doubtful figure means; empty where there is none.
        citations: a citation with gaps [text] and [place], and one that names the file too.
        more: further figures; empty where the document is too short.
        reference: name and version of the reference; empty without one.
    """

    title: str
    name: str
    language: str
    size: tuple[str, ...]
    reliability: str
    scored: bool
    classified: bool
    warnings: tuple[str, ...]
    left_out: tuple[str, ...]
    left_out_total: str
    axes: tuple[AxisView, ...]
    figures: tuple[Figures, ...]
    placed: bool
    doubt: str
    charts: tuple[Chart, ...]
    more: tuple[Row, ...]
    compared: Compared | None
    balance: BalanceView | None
    chapters: Chapters | None
    examples: tuple[ExampleAxis, ...]
    keywords: Keywords | None
    disagreement: Disagreement | None
    filters: Filters
    citations: tuple[str, str]
    reference: str
    deliberate: DeliberateView
    parts: tuple[Part, ...]
    entries: tuple[EntryView, ...]
    versions: tuple[tuple[str, str, str], ...]
    quality: QualityView | None


def document_view(scan: Scan, voice: Voice) -> DocumentView:
    """Return the report of a scan, in the words of `voice`."""
    found = number_hits(scan)
    entries = number_entries(found)
    scored = scan.reliability is not Reliability.HIGHLIGHTS_ONLY
    warnings, left_out = _notices(scan.warnings, voice)
    reference = scan.provenance.reference
    told = figures(scan.axes, scan.scores, voice)
    reasons = reasons_at(scan, voice)
    return DocumentView(
        title=scan.document.title or scan.document.source.name,
        name=scan.document.source.name,
        language=_language(scan.document.language),
        size=_size(scan, voice),
        reliability=voice.say(f"reliability-{scan.reliability.value}"),
        scored=scored,
        classified=scan.provenance.classifier is not None,
        warnings=warnings,
        left_out=left_out,
        left_out_total=_left_out_total(scan.warnings, voice),
        axes=_axes(scan, reasons, voice),
        figures=told,
        placed=any(own.percentile.value for own in told),
        doubt=doubt_note(scan.scores, voice),
        charts=charts(scan.axes, scan.scores, voice) if scored else (),
        more=more_rows(scan, voice) if scored else (),
        compared=compared(scan, voice),
        balance=balance_view(scan, voice),
        chapters=chapters(scan, voice),
        examples=example_axes(scan, voice),
        keywords=keywords(scan, voice),
        disagreement=disagreement(scan, voice),
        filters=filters(scan, voice),
        citations=_citations(scan, voice),
        reference=f"{reference.name} {reference.version}" if reference else "",
        deliberate=deliberate_view(scan, voice),
        parts=text_parts(scan, found, passage_notes(scan, found, entries, reasons, voice)),
        entries=entry_views(scan, found, entries, voice),
        versions=_versions(scan, voice),
        quality=quality_view(scan.provenance.quality, scan.axes, voice),
    )


def _notices(notices: Sequence[Notice], voice: Voice) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the warnings, and apart from them what was left out of the count.

    What belongs to the comparison or the balance is told there.
    """
    warnings: list[str] = []
    left_out: list[str] = []
    for notice in notices:
        if about_comparison(notice) or about_balance(notice):
            continue
        told = left_out if notice.code.startswith(_LEFT_OUT) else warnings
        told.append(voice.notice(notice))
    return tuple(warnings), tuple(left_out)


def _left_out_total(notices: Sequence[Notice], voice: Voice) -> str:
    """Return how many pieces of text were left out besides headings; empty for none."""
    counts = [
        value
        for notice in notices
        if notice.code.startswith(_LEFT_OUT)
        for key, value in notice.values
        if key == "count" and isinstance(value, int)
    ]
    return voice.amount("left-out", sum(counts)) if sum(counts) else ""


def _citations(scan: Scan, voice: Voice) -> tuple[str, str]:
    """Return a citation and one with the source file; the gaps are filled in the page."""
    gaps = {gap: f"[{gap}]" for gap in ("text", "place", "name", "file")}
    digest = scan.document.source.sha256[:_DIGEST]
    if not scan.document.title:
        return voice.say("citation", **gaps), voice.say("citation-file", **gaps, digest=digest)
    return voice.say("citation", **gaps), voice.say("citation-source", **gaps, digest=digest)


def _size(scan: Scan, voice: Voice) -> tuple[str, ...]:
    size = [voice.amount("words", scan.words), voice.amount("passages", len(scan.passages))]
    if scan.document.pages is not None:
        size.append(voice.amount("pages", scan.document.pages))
    return tuple(size)


def _language(tag: str) -> str:
    """Return the language of the document; `und` (undetermined) for what is no language tag."""
    return tag if _LANGUAGE_TAG.fullmatch(tag) else "und"


def _axes(scan: Scan, reasons: At, voice: Voice) -> tuple[AxisView, ...]:
    cells = strip(scan, voice) or ((),) * len(scan.axes)
    facets = facet_lines(scan, voice)
    return tuple(
        AxisView(
            number=number,
            id=axis.id,
            code=axis.code,
            title=axis.title,
            definition=axis.definition,
            threshold=_threshold(scan, axis, voice),
            strip=cells[number],
            facets=facets[number],
            quotes=quotes(scan, axis, reasons, voice),
        )
        for number, axis in enumerate(scan.axes)
    )


def _threshold(scan: Scan, axis: Axis, voice: Voice) -> str:
    """Return what labels of the axis were held against: a classifier has thresholds of its own."""
    held = (own.threshold for p in scan.passages for own in p.axes if own.axis == axis.id)
    return voice.decimal(next(held, axis.threshold), 2)


def _versions(scan: Scan, voice: Voice) -> tuple[tuple[str, str, str], ...]:
    """Return what the scan was made with: part, name with version, digest."""
    made = scan.provenance
    model = made.language_model
    return (
        (voice.say("made-taalscan"), made.taalscan, ""),
        (voice.say("made-model"), f"{model.name} {model.version}", model.sha256),
        *(
            (voice.say("made-lexicon"), f"{lexicon.name} {lexicon.version}", lexicon.sha256)
            for lexicon in made.lexicons
        ),
        *(
            (voice.say("made-classifier"), f"{own.name} {own.version}", own.sha256)
            for own in [made.classifier]
            if own is not None
        ),
        *(
            (voice.say("made-reference"), f"{own.name} {own.version}", own.sha256)
            for own in [made.reference]
            if own is not None
        ),
        (
            voice.say("made-document"),
            f"{scan.document.source.name} ({scan.document.source.media_type})",
            scan.document.source.sha256,
        ),
    )
