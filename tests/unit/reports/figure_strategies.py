"""Draw the figures of a scan: whatever the format allows, not only what follows from the text."""

from dataclasses import replace

from hypothesis import strategies as st

from taalscan.model import (
    AxisScore,
    Balance,
    BalanceVerdict,
    Basis,
    Dispersion,
    Diversity,
    DocumentBalance,
    DocumentGenre,
    Interval,
    Keyword,
    PartScore,
    Percentile,
    Scan,
    SectionAxisScore,
    SectionScore,
    Span,
    Stratum,
    VerdictCounts,
)
from tests import figures

counts = st.integers(0, 10_000)
amounts = st.floats(0, 1e9, allow_nan=False)
names = st.text(min_size=1, max_size=12) | st.sampled_from(("<b>", "{{ 1 }}", "a & b"))
genres = (
    st.none()
    | st.builds(DocumentGenre, names, names, st.none() | st.floats(0, 1))
    | st.builds(DocumentGenre, st.none(), names, st.floats(0, 1))
)
strata = st.none() | st.builds(
    Stratum,
    st.sampled_from(("genre", "family")),
    names,
    st.lists(names, max_size=3).map(tuple),
    st.integers(1, 9_999),
)
verdicts = st.builds(VerdictCounts, counts, counts, counts)


@st.composite
def intervals(draw: st.DrawFn, low: float = 0.0, high: float = 1e9) -> Interval:
    """Draw a figure with bounds around it."""
    numbers = sorted(draw(st.tuples(*(st.floats(low, high) for _ in range(3)))))
    return Interval(numbers[1], numbers[0], numbers[2])


def _percentiles() -> st.SearchStrategy[Percentile | None]:
    return st.none() | intervals(0, 100).map(_as_percentile)


def _as_percentile(interval: Interval) -> Percentile:
    return Percentile(interval.value, interval.low, interval.high)


@st.composite
def figured(draw: st.DrawFn, scan: Scan) -> Scan:
    """Draw the figures that a scan can have beside those of its passages."""
    sections = draw(_sections(scan))
    return replace(
        scan,
        scores=tuple(draw(_scores(own, len(sections))) for own in scan.scores),
        sections=sections,
        balance_indices=figures.INDICES,
        balance=draw(st.none() | _document_balances()),
        keywords=draw(_keywords(len(scan.document.text))),
        genre=draw(genres),
        stratum=draw(strata),
        provenance=replace(
            scan.provenance,
            classifier=draw(st.sampled_from((None, figures.CLASSIFIER))),
            reference=draw(st.sampled_from((None, figures.REFERENCE))),
        ),
        passages=tuple(
            replace(own, content_words=draw(st.integers(0, own.words))) for own in scan.passages
        ),
    )


@st.composite
def _scores(draw: st.DrawFn, own: AxisScore, sections: int) -> AxisScore:
    shares = st.none() | intervals(high=1.0)
    return replace(
        own,
        density=draw(st.none() | intervals()),
        weighted_density=draw(st.none() | intervals()),
        share=draw(shares),
        facets=tuple(draw(_parts(part)) for part in own.facets),
        groups=tuple(draw(_parts(part)) for part in own.groups),
        expected_share=draw(shares),
        word_share=draw(shares),
        content_density=draw(st.none() | intervals()),
        top_entry=draw(st.sampled_from(("", "M1-001", "onbekend"))),
        density_rest=draw(st.none() | intervals()),
        types_1000=draw(st.none() | amounts),
        diversity=draw(st.none() | _diversities()),
        dispersion=draw(st.none() | _dispersions(sections)) if sections else None,
        percentile=draw(_percentiles()),
        share_percentile=draw(_percentiles()),
        verdicts=draw(st.none() | verdicts),
    )


@st.composite
def _parts(draw: st.DrawFn, part: PartScore) -> PartScore:
    return replace(
        part,
        types=draw(counts),
        density=draw(st.none() | intervals()),
        weighted_density=draw(st.none() | intervals()),
    )


def _diversities() -> st.SearchStrategy[Diversity]:
    return st.builds(Diversity, counts, amounts, amounts, intervals(), amounts)


@st.composite
def _dispersions(draw: st.DrawFn, sections: int) -> Dispersion:
    return Dispersion(
        parts=draw(st.integers(2, 99)),
        dp=draw(st.floats(0, 1)),
        dp_norm=draw(st.floats(0, 2)),
        dp_chance=draw(st.floats(0, 1)),
        juilland=draw(st.floats(-9, 1)),
        section=draw(st.integers(0, sections - 1)),
        hit_share=draw(st.floats(0, 1)),
        word_share=draw(st.floats(0, 1)),
    )


@st.composite
def _balances(draw: st.DrawFn) -> Balance:
    return Balance(
        index=draw(st.sampled_from(figures.INDICES)).id,
        basis=draw(st.sampled_from(Basis)),
        above=draw(amounts),
        below=draw(amounts),
        log_ratio=draw(intervals(-700, 700)),
        scaled=draw(intervals(-1, 1)),
        reading=draw(st.none() | intervals(-9, 9)),
    )


@st.composite
def _document_balances(draw: st.DrawFn) -> DocumentBalance:
    return DocumentBalance(
        main=draw(_balances()),
        others=draw(st.lists(_balances(), max_size=3).map(tuple)),
        importance=draw(st.floats(-700, 700)),
        verdict=draw(st.sampled_from(BalanceVerdict)),
        percentile=draw(_percentiles()),
        relative=draw(st.none() | st.floats(-700, 700)),
    )


@st.composite
def _sections(draw: st.DrawFn, scan: Scan) -> tuple[SectionScore, ...]:
    """Draw chapters that part the passages, or none."""
    total = len(scan.passages)
    if not total or draw(st.booleans()):
        return ()
    starts = [0, *sorted(draw(st.sets(st.integers(1, total), max_size=3)) - {total})]
    return tuple(
        SectionScore(
            headings=tuple(draw(st.lists(names, max_size=2))),
            first=first,
            passages=end - first,
            words=draw(counts),
            axes=tuple(draw(_section_scores(axis.id)) for axis in scan.axes),
        )
        for first, end in zip(starts, [*starts[1:], total], strict=True)
    )


@st.composite
def _section_scores(draw: st.DrawFn, axis: str) -> SectionAxisScore:
    return SectionAxisScore(
        axis=axis,
        hits=draw(counts),
        density=draw(st.none() | intervals()),
        weighted_density=draw(st.none() | intervals()),
        share=draw(st.none() | intervals(high=1.0)),
    )


@st.composite
def _keywords(draw: st.DrawFn, size: int) -> tuple[Keyword, ...]:
    return tuple(draw(_keyword(size)) for _ in range(draw(st.integers(0, 2)) if size else 0))


@st.composite
def _keyword(draw: st.DrawFn, size: int) -> Keyword:
    edges = sorted(
        draw(st.sets(st.integers(0, size), min_size=0, max_size=6)),
    )
    places = tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))
    return Keyword(
        lemma=draw(names),
        count=len(places),
        reference_count=draw(counts),
        expected=draw(amounts),
        g2=draw(amounts),
        bic=draw(st.floats(-1e6, 1e6)),
        log_ratio=draw(st.floats(-700, 700)),
        z=draw(st.floats(-1e6, 1e6)),
        q=draw(st.floats(0, 1)),
        sections=draw(counts),
        places=places,
    )
