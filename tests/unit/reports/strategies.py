"""Draw scans of every shape that the model allows."""

from dataclasses import replace

from hypothesis import strategies as st

from taalscan.model import (
    Block,
    BlockKind,
    Contribution,
    Deliberate,
    Document,
    EntryNote,
    Hit,
    Notice,
    Passage,
    PassageScore,
    Reason,
    Scan,
    Source,
    Span,
    Status,
    Verdict,
)
from tests import builders
from tests.unit.reports.figure_strategies import figured

NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}",
    "]]>",
    "&amp;",
)

texts = st.text(min_size=1, max_size=40) | st.sampled_from(NASTY)
identities = st.sampled_from(("M1-001", "R2-001", "D1-001", "C3-001"))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document: blocks of any kind and text, with something between them."""
    text = draw(st.sampled_from(("", "\n", "x ")))
    blocks: list[Block] = []
    for _ in range(draw(st.integers(0, 8))):
        words = draw(texts)
        kind = draw(st.sampled_from(BlockKind))
        page = draw(st.none() | st.integers(1, 3))
        level = draw(st.none() | st.integers(1, 8))
        group = draw(st.none() | st.integers(0, 2))
        span = Span(len(text), len(text) + len(words))
        blocks.append(Block(kind, span, level, page, group))
        text += words + draw(st.sampled_from(("", "\n\n", " ")))
    return Document(
        source=Source(draw(texts), "0" * 64, draw(texts)),
        text=text,
        blocks=tuple(blocks),
        title=draw(st.none() | texts),
        language=draw(st.sampled_from(("nl", "en", '"><b>'))),
        pages=draw(st.none() | st.integers(0, 9)),
        warnings=draw(st.lists(notices, max_size=2).map(tuple)),
    )


notices = st.builds(
    Notice,
    st.sampled_from(("left-out-note", "pages-without-text", "unheard-of", "<b>")),
    st.dictionaries(st.sampled_from(("count", "pages", "x")), texts | st.integers(0, 99))
    .map(dict.items)
    .map(tuple),
)


@st.composite
def _hits(draw: st.DrawFn, passage: Span) -> Hit:
    edges = sorted(
        draw(
            st.lists(st.integers(passage.start, passage.end), min_size=2, max_size=6, unique=True)
        )
    )
    pairs = zip(edges[::2], edges[1::2], strict=False)
    parts = tuple(Span(start, end) for start, end in pairs)
    identity = draw(identities)
    status = draw(st.sampled_from(Status))
    note = builders.entry(identity, identity)
    reason = st.builds(Reason, st.sampled_from(("negated", "new")), texts)
    return Hit(
        span=Span(parts[0].start, parts[-1].end),
        parts=parts,
        entry=identity,
        axis=note.axis,
        facet=note.facet,
        weight=draw(st.sampled_from((0.1, 0.35, 1.0))),
        factor=builders.FACTORS.get(status, 0.0),
        status=status,
        reason=draw(st.none() | reason),
    )


@st.composite
def _passages(draw: st.DrawFn, document: Document) -> tuple[PassageScore, ...]:
    """Draw passages: each is a whole block, part of one, or a block with the next."""
    made: list[PassageScore] = []
    end = 0
    for number, block in enumerate(document.blocks):
        shape = draw(st.sampled_from(("none", "whole", "part", "over")))
        start = max(end, block.span.start)
        if shape == "none" or start >= block.span.end:
            continue
        last = block.span.end
        if shape == "over" and number + 1 < len(document.blocks):
            last = document.blocks[number + 1].span.end
        if shape == "part":
            last = draw(st.integers(start + 1, block.span.end))
        span = Span(start, last)
        end = last
        headings = tuple(draw(st.lists(texts, max_size=2)))
        page = draw(st.none() | st.integers(1, 3))
        hits = draw(st.lists(_hits(span), max_size=3))
        score = builders.passage_score(
            Passage(f"p{len(made)}", span, headings, page), draw(st.integers(0, 9)), hits
        )
        made.append(_with_classifier(draw, score, span))
    return tuple(made)


def _with_classifier(draw: st.DrawFn, score: PassageScore, span: Span) -> PassageScore:
    """Give some passages what a classifier adds."""
    if not draw(st.booleans()):
        return score
    first, *rest = score.axes
    verdict = draw(st.sampled_from(Verdict))
    seen = replace(first, classifier=0.25, combined=0.75, verdict=verdict, label=True)
    moved = Contribution(span, first.axis, draw(st.sampled_from((-1.5, 2.0))))
    return replace(score, axes=(seen, *rest), contributions=(moved,))


def _deliberate(ids: list[str]) -> st.SearchStrategy[tuple[Deliberate, ...]]:
    """Draw marks on some of the passages, and on none."""
    one = st.sampled_from(ids) if ids else st.none()
    some = st.lists(st.sampled_from(ids), max_size=2, unique=True) if ids else st.just([])
    mark = st.builds(
        Deliberate,
        texts,
        texts,
        axis=st.none() | st.sampled_from(("marktgericht", "relationeel", "<b>")),
        by=st.none() | texts,
        passages=some.map(tuple),
        near=st.none() | one,
        file=texts,
    )
    return st.lists(mark, max_size=3).map(tuple)


@st.composite
def scans(draw: st.DrawFn) -> Scan:
    """Draw a scan; some entries are described, some are not."""
    document = draw(documents())
    passages = draw(_passages(document))
    entries: list[EntryNote] = []
    if draw(st.booleans()):
        entries.append(
            builders.entry(
                "M1-001",
                draw(texts),
                draw(texts),
                note=draw(texts),
                source=draw(texts),
                instead=draw(texts),
                only_if=draw(texts),
            )
        )
    marks = draw(_deliberate([score.passage.id for score in passages]))
    scan = replace(builders.with_passages(document, passages, entries), deliberate=marks)
    return draw(figured(scan)) if draw(st.booleans()) else scan
