"""Build the figures of a document from records of the JSON format, trusting nothing.

Scans of an earlier taalscan lack the newer keys; what they do not tell is not known.
"""

from collections.abc import Iterable, Mapping

from taalscan.model import (
    Axis,
    AxisScore,
    Balance,
    BalanceIndex,
    BalanceSide,
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
    SectionAxisScore,
    SectionScore,
    Span,
    Stratum,
    VerdictCounts,
)
from taalscan.reports.fields import Fields

Axes = Mapping[str, Axis]

_PERCENTS = 100


def scores_of(fields: Fields, axes: Iterable[Axis]) -> tuple[AxisScore, ...]:
    """Return the figures of every axis."""
    all_scores = fields.inner("scores")
    return tuple(_score(all_scores.inner(axis.id), axis) for axis in axes)


def _score(own: Fields, axis: Axis) -> AxisScore:
    return AxisScore(
        axis=axis.id,
        hits=own.integer("hits"),
        types=own.integer("types"),
        density=interval_of(own.inner("density")),
        weighted_density=_weighted(own),
        share=interval_of(own.inner("share"), high=1),
        facets=_facets(own, axis),
        groups=_groups(own, axis),
        expected_share=known_interval(own, "expected_share", high=1),
        word_share=known_interval(own, "word_share", high=1),
        content_density=known_interval(own, "content_density"),
        top_entry=own.text("top_entry") if own.has("top_entry") else "",
        density_rest=known_interval(own, "density_rest"),
        types_1000=own.number_or_none("types_1000") if own.has("types_1000") else None,
        diversity=_diversity(own.known("diversity")),
        dispersion=_dispersion(own.known("dispersion")),
        percentile=_percentile(own.known("percentile")),
        share_percentile=_percentile(own.known("share_percentile")),
        verdicts=_verdicts(own.known("verdicts")),
    )


def _weighted(own: Fields) -> Interval | None:
    value = own.number_or_none("weighted_density")
    if value is None:
        return None
    if not own.has("weighted_density_low"):
        return Interval(value, value, value)
    return Interval(value, own.number("weighted_density_low"), own.number("weighted_density_high"))


def _facets(own: Fields, axis: Axis) -> tuple[PartScore, ...]:
    hits = own.values("facets")
    if not {name for name, _ in hits} <= {facet.id for facet in axis.facets}:
        raise own.wrong("facets", "a facet that the axis does not have")
    if any(isinstance(number, str) for _, number in hits):
        raise own.wrong("facets", "whole numbers are expected")
    figures = own.known("facet_figures")
    return tuple(
        _part(name, int(number), figures.inner(name) if figures else None) for name, number in hits
    )


def _groups(own: Fields, axis: Axis) -> tuple[PartScore, ...]:
    groups = own.known("groups")
    if groups is None:
        return ()
    if not set(groups.names()) <= {group.id for group in axis.groups}:
        raise own.wrong("groups", "a group that the axis does not have")
    return tuple(
        _part(name, groups.inner(name).integer("hits"), groups.inner(name))
        for name in groups.names()
    )


def _part(name: str, hits: int, figures: Fields | None) -> PartScore:
    if figures is None:
        return PartScore(name, hits, 0, None, None)
    return PartScore(
        id=name,
        hits=hits,
        types=figures.integer("types"),
        density=known_interval(figures, "density"),
        weighted_density=known_interval(figures, "weighted_density"),
    )


def interval_of(fields: Fields, high: float | None = None) -> Interval | None:
    """Return a figure from 0 up with its bounds; None where all three are null."""
    names = ("value", "low", "high")
    numbers = [fields.number_or_none(name, high=high) for name in names]
    known = [number for number in numbers if number is not None]
    if not known:
        return None
    if len(known) < len(names):
        raise fields.wrong("", "all of value, low and high are expected, or none")
    return Interval(*known)


def known_interval(fields: Fields, key: str, high: float | None = None) -> Interval | None:
    """Return the figure at a key; None where the key is absent or null."""
    inner = fields.known(key)
    return None if inner is None else interval_of(inner, high)


def _any_interval(fields: Fields) -> Interval:
    return Interval(*(fields.any_number(name) for name in ("value", "low", "high")))


def _diversity(own: Fields | None) -> Diversity | None:
    if own is None:
        return None
    hill = interval_of(own.inner("hill"))
    if hill is None:
        raise own.wrong("hill", "a number is expected")
    return Diversity(
        hits=own.integer("hits"),
        entropy=own.number("entropy"),
        evenness=own.number("evenness"),
        hill=hill,
        corrected=own.number("corrected"),
    )


def _dispersion(own: Fields | None) -> Dispersion | None:
    if own is None:
        return None
    return Dispersion(
        parts=own.integer("parts"),
        dp=own.number("dp", high=1),
        dp_norm=own.number("dp_norm"),
        dp_chance=own.number("dp_chance", high=1),
        juilland=own.any_number("juilland"),
        section=own.integer("section"),
        hit_share=own.number("hit_share", high=1),
        word_share=own.number("word_share", high=1),
    )


def _percentile(own: Fields | None) -> Percentile | None:
    if own is None:
        return None
    return Percentile(*(own.number(name, high=_PERCENTS) for name in ("value", "low", "high")))


def _verdicts(own: Fields | None) -> VerdictCounts | None:
    if own is None:
        return None
    return VerdictCounts(
        own.integer("agreed"), own.integer("word_only"), own.integer("frame_only")
    )


def indices_of(fields: Fields) -> tuple[BalanceIndex, ...]:
    """Return what the balances set against each other."""
    if not fields.has("balance_indices"):
        return ()
    return tuple(
        BalanceIndex(
            own.text("id"), own.text("title"), _side(own.inner("above")), _side(own.inner("below"))
        )
        for own in fields.each("balance_indices")
    )


def _side(fields: Fields) -> BalanceSide:
    return BalanceSide(fields.text("title"), fields.texts("members"))


def balance_of(fields: Fields, indices: Iterable[BalanceIndex]) -> DocumentBalance | None:
    """Return the balances; None where the document has none."""
    own = fields.known("balance")
    if own is None:
        return None
    known = {index.id for index in indices}
    found = tuple(_balance(item, known) for item in own.each("indices"))
    if not found:
        raise own.wrong("indices", "at least one is expected")
    relative = own.any_number("relative") if own.known_number("relative") else None
    return DocumentBalance(
        main=found[0],
        others=found[1:],
        importance=own.any_number("importance"),
        verdict=own.choice("verdict", BalanceVerdict),
        percentile=_percentile(own.known("percentile")),
        relative=relative,
    )


def _balance(own: Fields, known: set[str]) -> Balance:
    if own.text("index") not in known:
        raise own.wrong("index", "an index that the scan does not have")
    return Balance(
        index=own.text("index"),
        basis=own.choice("basis", Basis),
        above=own.number("above"),
        below=own.number("below"),
        log_ratio=_any_interval(own.inner("log_ratio")),
        scaled=_any_interval(own.inner("scaled")),
    )


def sections_of(fields: Fields, axes: Axes, passages: int) -> tuple[SectionScore, ...]:
    """Return the chapters, which follow each other from the first passage to the last."""
    if not fields.has("sections"):
        return ()
    found = []
    first = 0
    for own in fields.each("sections"):
        if own.integer("first") != first:
            raise own.wrong("first", "chapters that follow each other are expected")
        size = own.integer("passages", low=1, high=passages - first)
        scores = own.inner("axes")
        if set(scores.names()) != set(axes):
            raise own.wrong("axes", "every axis, and no other, is expected")
        found.append(
            SectionScore(
                headings=own.texts("headings"),
                first=first,
                passages=size,
                words=own.integer("words"),
                axes=tuple(_section_axis(name, scores.inner(name)) for name in scores.names()),
            )
        )
        first += size
    if found and first != passages:
        raise fields.wrong("sections", "chapters with all passages are expected")
    return tuple(found)


def _section_axis(axis: str, own: Fields) -> SectionAxisScore:
    return SectionAxisScore(
        axis=axis,
        hits=own.integer("hits"),
        density=known_interval(own, "density"),
        weighted_density=known_interval(own, "weighted_density"),
        share=known_interval(own, "share", high=1),
    )


def keywords_of(fields: Fields, size: int) -> tuple[Keyword, ...]:
    """Return the words that stand out; their places lie in a text of `size` characters."""
    if not fields.has("keywords"):
        return ()
    return tuple(
        Keyword(
            lemma=own.text("lemma"),
            count=own.integer("count"),
            reference_count=own.integer("reference_count"),
            expected=own.number("expected"),
            g2=own.number("g2"),
            bic=own.any_number("bic"),
            log_ratio=own.any_number("log_ratio"),
            z=own.any_number("z"),
            q=own.number("q", high=1),
            sections=own.integer("sections"),
            places=_places(own, size),
        )
        for own in fields.each("keywords")
    )


def _places(own: Fields, size: int) -> tuple[Span, ...]:
    places = own.pairs("places")
    if any(not start <= end <= size for start, end in places):
        raise own.wrong("places", "spans inside the text are expected")
    return tuple(Span(start, end) for start, end in places)


def genre_of(fields: Fields) -> DocumentGenre | None:
    """Return the genre; None where it is not told."""
    own = fields.known("genre")
    if own is None:
        return None
    return DocumentGenre(
        own.text_or_none("id"), own.text("title"), own.number_or_none("probability", high=1)
    )


def stratum_of(fields: Fields) -> Stratum | None:
    """Return what the percentiles compare with; None where there are none."""
    own = fields.known("stratum")
    if own is None:
        return None
    return Stratum(
        own.text("level"), own.text("title"), own.texts("genres"), own.integer("documents")
    )
