"""Build a scan from the records of the JSON format, trusting nothing."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from taalscan.model import (
    FORMAT,
    Alternative,
    Axis,
    AxisPassageScore,
    Block,
    BlockKind,
    Contribution,
    Deliberate,
    Document,
    EntryNote,
    Facet,
    FacetGroup,
    Hit,
    Notice,
    Passage,
    PassageScore,
    Reason,
    Reliability,
    Scan,
    Source,
    Span,
    Status,
    Verdict,
)
from taalscan.reports.decode_balances import balance_of, indices_of
from taalscan.reports.decode_compared import genre_of, keywords_of, stratum_of
from taalscan.reports.decode_figures import scores_of
from taalscan.reports.decode_provenance import provenance_of
from taalscan.reports.decode_sections import check_dispersion, sections_of
from taalscan.reports.fields import Fields

Axes = Mapping[str, Axis]


def scan_of(value: object) -> Scan:
    """Return the scan that the records hold.

    Raises:
        ScanFileError: if a value is absent, of another type, or contradicts another.
    """
    fields = Fields(value)
    if fields.integer("format") != FORMAT:
        raise fields.wrong("format", f"only format {FORMAT} can be read")
    document = _document(fields)
    axes = tuple(_axis(axis) for axis in fields.each("axes"))
    _check_axes(fields, axes)
    passages = _passages(fields, document, axes)
    indices = indices_of(fields)
    scores = scores_of(fields, axes)
    sections = sections_of(fields, [axis.id for axis in axes], len(passages))
    check_dispersion(fields, scores, sections)
    return Scan(
        document=document,
        words=fields.inner("document").integer("words"),
        axes=axes,
        passages=passages,
        scores=scores,
        entries=tuple(_entry(entry) for entry in fields.each("entries")),
        reliability=fields.choice("reliability", Reliability),
        provenance=provenance_of(fields),
        warnings=tuple(_notice(notice) for notice in fields.each("warnings")),
        balance_indices=indices,
        balance=balance_of(fields, indices),
        sections=sections,
        keywords=keywords_of(fields, len(document.text)),
        genre=genre_of(fields),
        stratum=stratum_of(fields),
        deliberate=_deliberate(fields, {score.passage.id for score in passages}),
    )


def _check_axes(fields: Fields, axes: Iterable[Axis]) -> None:
    ids = [axis.id for axis in axes]
    if len(set(ids)) < len(ids):
        raise fields.wrong("axes", "two axes with one id")
    if set(fields.inner("scores").names()) != set(ids):
        raise fields.wrong("scores", "every axis, and no other, is expected")


def _document(fields: Fields) -> Document:
    own = fields.inner("document")
    text = fields.text("text")
    starts = own.integers("page_starts")
    if list(starts) != sorted(starts):
        raise own.wrong("page_starts", "not in order")
    return Document(
        source=Source(own.text("name"), own.text("sha256"), own.text("media_type")),
        text=text,
        blocks=_blocks(fields, len(text)),
        title=own.text_or_none("title"),
        language=own.text("language"),
        pages=own.integer_or_none("pages"),
        page_starts=starts,
        warnings=tuple(_notice(notice) for notice in own.each("warnings")),
    )


def _blocks(fields: Fields, size: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    end = 0
    for block in fields.each("blocks"):
        span = _span(block, Span(end, size))
        end = span.end
        blocks.append(
            Block(
                kind=block.choice("kind", BlockKind),
                span=span,
                level=block.integer_or_none("level", low=1),
                page=block.integer_or_none("page", low=1),
                group=block.integer_or_none("group"),
            )
        )
    return tuple(blocks)


def _span(fields: Fields, bounds: Span) -> Span:
    """Return the span of an object, which must lie in `bounds`."""
    start = fields.integer("start", low=bounds.start, high=bounds.end)
    return Span(start, fields.integer("end", low=start, high=bounds.end))


def _deliberate(fields: Fields, ids: AbstractSet[str]) -> tuple[Deliberate, ...]:
    """Return the marks; scans of an earlier taalscan have none."""
    marks = []
    for own in fields.each("deliberate") if fields.has("deliberate") else ():
        mark = Deliberate(
            text=own.text("text"),
            reason=own.text("reason"),
            axis=own.text_or_none("axis"),
            by=own.text_or_none("by"),
            file=own.text("file"),
            passages=own.texts("passages"),
            near=own.text_or_none("near"),
        )
        if not {*mark.passages, *filter(None, [mark.near])} <= ids:
            raise own.wrong("passages", "a passage that the scan does not have")
        marks.append(mark)
    return tuple(marks)


def _notice(fields: Fields) -> Notice:
    return Notice(fields.text("code"), fields.values("values"))


def _axis(fields: Fields) -> Axis:
    # scans of an earlier taalscan know no examples
    examples = set(fields.texts("examples")) if fields.has("examples") else set()
    if not examples <= {facet.text("id") for facet in fields.each("facets")}:
        raise fields.wrong("examples", "a facet that the axis does not have")
    return Axis(
        id=fields.text("id"),
        code=fields.text("code"),
        title=fields.text("title"),
        definition=fields.text("definition"),
        threshold=fields.number("threshold", high=1),
        colour=fields.text("colour"),
        colour_dark=fields.text("colour_dark"),
        pattern=fields.text("pattern"),
        facets=tuple(
            Facet(
                facet.text("id"),
                facet.text("title"),
                facet.text("definition"),
                facet.text("id") in examples,
            )
            for facet in fields.each("facets")
        ),
        groups=tuple(
            FacetGroup(group.text("id"), group.text("title"), group.texts("facets"))
            for group in (fields.each("groups") if fields.has("groups") else ())
        ),
    )


def _entry(fields: Fields) -> EntryNote:
    return EntryNote(
        id=fields.text("id"),
        form=fields.text("form"),
        axis=fields.text("axis"),
        facet=fields.text("facet"),
        question=fields.text("question"),
        alternatives=tuple(
            Alternative(alternative.text("text"), alternative.text("only_if"))
            for alternative in fields.each("alternatives")
        ),
        note=fields.text("note"),
        source=fields.text("source"),
    )


def _passages(
    fields: Fields, document: Document, axes: Iterable[Axis]
) -> tuple[PassageScore, ...]:
    known = {axis.id: axis for axis in axes}
    passages: list[PassageScore] = []
    ids: set[str] = set()
    end = 0
    for own in fields.each("passages"):
        span = _span(own, Span(end, len(document.text)))
        end = span.end
        if not span:
            raise own.wrong("", "empty")
        passage = Passage(
            id=own.text("id"),
            span=span,
            headings=own.texts("headings"),
            page=own.integer_or_none("page", low=1),
        )
        if passage.id in ids:
            raise own.wrong("id", "two passages with one id")
        ids.add(passage.id)
        passages.append(_passage(own, passage, known))
    if not _all_placed(passages, document.blocks):
        raise fields.wrong("passages", "a passage outside all blocks")
    if fields.inner("document").integer("passages") != len(passages):
        raise fields.wrong("document.passages", "another number than there are passages")
    return tuple(passages)


def _all_placed(passages: Iterable[PassageScore], blocks: Iterable[Block]) -> bool:
    """Tell whether each passage shares a character with a block: a report shows only blocks."""
    spans = [block.span for block in blocks if block.span]
    ends = [span.end for span in spans]
    for score in passages:
        passage = score.passage.span
        after = bisect_right(ends, passage.start)
        if after == len(spans) or not spans[after].overlaps(passage):
            return False
    return True


def _passage(fields: Fields, passage: Passage, known: Axes) -> PassageScore:
    labels = set(fields.texts("labels"))
    axes = fields.inner("axes")
    if not labels <= set(axes.names()) <= known.keys():
        raise fields.wrong("axes", "an axis that the scan does not have")
    return PassageScore(
        passage=passage,
        words=fields.integer("words"),
        axes=tuple(
            _axis_score(axes.inner(axis), known[axis], label=axis in labels)
            for axis in axes.names()
        ),
        hits=tuple(_hit(hit, passage.span, known) for hit in fields.each("hits")),
        contributions=tuple(
            Contribution(
                span=_span(contribution, passage.span),
                axis=_known(contribution, known),
                amount=contribution.any_number("amount"),
            )
            for contribution in fields.each("contributions")
        ),
        content_words=fields.integer("content_words") if fields.has("content_words") else 0,
    )


def _axis_score(fields: Fields, axis: Axis, *, label: bool) -> AxisPassageScore:
    told = "threshold" in fields.names()  # older scans were decided on that of the axis
    return AxisPassageScore(
        axis=axis.id,
        lexicon=fields.number("lexicon", high=1),
        classifier=fields.number_or_none("classifier", high=1),
        combined=fields.number("combined", high=1),
        verdict=fields.choice("verdict", Verdict),
        label=label,
        threshold=fields.number("threshold", high=1) if told else axis.threshold,
    )


def _known(fields: Fields, known: Axes) -> str:
    axis = fields.text("axis")
    if axis not in known:
        raise fields.wrong("axis", "an axis that the scan does not have")
    return axis


def _hit(fields: Fields, bounds: Span, known: Axes) -> Hit:
    span = _span(fields, bounds)
    code = fields.text_or_none("reason_code")
    return Hit(
        span=span,
        parts=_parts(fields, span),
        entry=fields.text("entry"),
        axis=_known(fields, known),
        facet=fields.text("facet"),
        weight=fields.number("weight", high=1),
        factor=fields.number("factor", high=1),
        status=fields.choice("status", Status),
        reason=None if code is None else Reason(code, fields.text("signal")),
    )


def _parts(fields: Fields, span: Span) -> tuple[Span, ...]:
    """Return the pieces of a hit: in order, not empty, inside its span."""
    parts: list[Span] = []
    end = span.start
    for first, last in fields.pairs("parts"):
        if not end <= first < last <= span.end:
            raise fields.wrong("parts", "pieces in order, inside the hit, are expected")
        parts.append(Span(first, last))
        end = last
    if not parts:
        raise fields.wrong("parts", "at least one piece is expected")
    return tuple(parts)
