"""Give scans the figures that need a classifier, chapters or a reference, made up by hand.

What can be counted is counted from the passages; the bounds are made up, so that they depend on
no random numbers.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from math import log, tanh

from taalscan.model import (
    Axis,
    AxisPassageScore,
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
    Hit,
    Interval,
    Keyword,
    ModelVersion,
    PassageScore,
    Percentile,
    Scan,
    SectionAxisScore,
    SectionScore,
    Span,
    Stratum,
    Verdict,
    VerdictCounts,
)
from tests.builders import about, density, weighted_density

INDICES = (
    BalanceIndex(
        "b",
        "relationeel tegenover marktgericht",
        BalanceSide("relationeel", ("relationeel",)),
        BalanceSide("marktgericht", ("marktgericht",)),
    ),
    BalanceIndex(
        "b_conf",
        "ruimte tegenover voegen naar het kader",
        BalanceSide("ruimte", ("D2", "R2")),
        BalanceSide("voegen naar het kader", ("C3",)),
    ),
)
CLASSIFIER = ModelVersion("proef", "1.2", "ab" * 32)
REFERENCE = ModelVersion("gemeenten-test", "0.1", "01" * 32)
STRATUM = Stratum("genre", "Beleidsnota of visie", ("Beleidsnota of visie",), 61)
GIVEN = DocumentGenre("beleidsnota", "Beleidsnota of visie", None)
GUESSED = DocumentGenre("beleidsnota", "Beleidsnota of visie", 0.93)


def with_figures(scan: Scan) -> Scan:
    """Return a scan with a classifier and a reference, and all figures that they bring."""
    passages = tuple(_read(own) for own in scan.passages)
    scan = replace(
        scan,
        passages=passages,
        provenance=replace(scan.provenance, classifier=CLASSIFIER, reference=REFERENCE),
        balance_indices=INDICES,
        genre=GUESSED,
        stratum=STRATUM,
        keywords=(keyword(scan, "dorpshuis"),),
    )
    sections = sections_of(scan)
    return replace(
        scan,
        sections=sections,
        scores=tuple(
            _score(axis, own, scan, sections)
            for axis, own in zip(scan.axes, scan.scores, strict=True)
        ),
        balance=balance_of(scan),
    )


def _read(passage: PassageScore) -> PassageScore:
    """Let a classifier see what the hits say, somewhat less surely."""
    return replace(
        passage,
        axes=tuple(_seen(own) for own in passage.axes),
        content_words=(passage.words + 1) // 2,
    )


def _seen(own: AxisPassageScore) -> AxisPassageScore:
    chance = round(0.1 + own.lexicon * 0.8, 6)
    label = chance >= 0.5
    verdict = Verdict.AGREED if label else Verdict.NONE
    return replace(own, classifier=chance, combined=chance, label=label, verdict=verdict)


def _hits(passages: Sequence[PassageScore], axis: str) -> list[Hit]:
    return [hit for own in passages for hit in own.hits if hit.axis == axis and hit.factor > 0]


def _carrying(passages: Sequence[PassageScore], axis: str) -> list[tuple[float, bool, int]]:
    """Return for each passage the chance, the label and the words."""
    return [
        (own.combined, own.label, passage.words)
        for passage in passages
        for own in passage.axes
        if own.axis == axis
    ]


def _score(
    axis: Axis, score: AxisScore, scan: Scan, sections: Sequence[SectionScore]
) -> AxisScore:
    hits = _hits(scan.passages, axis.id)
    read = _carrying(scan.passages, axis.id)
    entries = sorted({hit.entry for hit in hits})
    top = max(entries, key=[hit.entry for hit in hits].count, default="")
    rest = [hit for hit in hits if hit.entry != top]
    content = sum(passage.content_words for passage in scan.passages)
    return replace(
        score,
        share=about(sum(label for _, label, _ in read) / len(read), most=1.0),
        expected_share=about(sum(chance for chance, _, _ in read) / len(read), most=1.0),
        word_share=about(sum(size for _, label, size in read if label) / scan.words, most=1.0),
        content_density=density(hits, content),
        top_entry=top,
        density_rest=density(rest, scan.words),
        types_1000=len(entries) / 2,
        diversity=_diversity(len(hits)) if len(hits) >= 20 else None,
        dispersion=_dispersion(sections, axis.id) if len(hits) >= 10 else None,
        percentile=Percentile(72.0, 55.0, 86.0),
        share_percentile=Percentile(64.0, 48.0, 79.0),
        verdicts=VerdictCounts(sum(label for _, label, _ in read), 0, 0),
    )


def _diversity(hits: int) -> Diversity:
    return Diversity(hits, 1.0, 0.75, Interval(2.7, 2.2, 3.0), 1.05)


def _dispersion(sections: Sequence[SectionScore], axis: str) -> Dispersion | None:
    """Return how the hits stand together, in the chapter that has most of them."""
    found = [own.hits for section in sections for own in section.axes if own.axis == axis]
    if not found:
        return None
    words = [section.words for section in sections]
    most = found.index(max(found))
    shares = zip(found, words, strict=True)
    dp = sum(abs(own / sum(found) - size / sum(words)) for own, size in shares) / 2
    return Dispersion(
        parts=len(found),
        dp=dp,
        dp_norm=dp * 1.5,
        dp_chance=0.15,
        juilland=0.6,
        section=most,
        hit_share=found[most] / sum(found),
        word_share=words[most] / sum(words),
    )


def balance_of(scan: Scan, verdict: BalanceVerdict = BalanceVerdict.BELOW) -> DocumentBalance:
    """Return the balances of a scan: the main one in passages, the other ones in hits."""
    main, other = INDICES
    sides = [
        sum(chance for chance, _, _ in _carrying(scan.passages, axis))
        for axis in ("relationeel", "marktgericht")
    ]
    counted = _balance(main, Basis.PASSAGES, *sides)
    return DocumentBalance(
        main=counted,
        others=(_lexical(main, scan), _lexical(other, scan)),
        importance=log((sum(sides) + 1) / len(scan.passages)),
        verdict=verdict,
        percentile=Percentile(31.0, 12.0, 55.0),
        relative=-0.25,
    )


def _lexical(index: BalanceIndex, scan: Scan) -> Balance:
    sides = [
        sum(
            hit.weight * hit.factor
            for passage in scan.passages
            for hit in passage.hits
            if {hit.axis, hit.facet} & set(side.members)
        )
        for side in (index.above, index.below)
    ]
    return _balance(index, Basis.LEXICAL, float(sides[0]), float(sides[1]))


def _balance(index: BalanceIndex, basis: Basis, above: float, below: float) -> Balance:
    value = log((above + 0.5) / (below + 0.5))
    bounds = (value, value - 0.4, value + 0.4)
    scaled = Interval(*(tanh(bound / 2) for bound in bounds))
    value, low, high = bounds
    wider = min(0.1, abs(low) / 2, abs(high) / 2)  # on the same side of 0
    reading = Interval(value, low - wider, high + wider) if basis is Basis.PASSAGES else None
    return Balance(index.id, basis, above, below, Interval(*bounds), scaled, reading)


def sections_of(scan: Scan) -> tuple[SectionScore, ...]:
    """Return the chapters: runs of passages under the same first heading."""
    made: list[SectionScore] = []
    for headings, group in groupby(own.passage.headings[:1] for own in scan.passages):
        first = sum(own.passages for own in made)
        own = scan.passages[first : first + sum(1 for _ in group)]
        words = sum(passage.words for passage in own)
        made.append(
            SectionScore(
                headings=headings,
                first=first,
                passages=len(own),
                words=words,
                axes=tuple(_section(axis, own, words) for axis in scan.axes),
            )
        )
    return tuple(made) if len(made) > 1 else ()


def _section(axis: Axis, passages: Sequence[PassageScore], words: int) -> SectionAxisScore:
    hits = _hits(passages, axis.id)
    if len(passages) < 20:
        return SectionAxisScore(axis.id, len(hits), None, None, None)
    chances = [chance for chance, _, _ in _carrying(passages, axis.id)]
    return SectionAxisScore(
        axis=axis.id,
        hits=len(hits),
        density=density(hits, words),
        weighted_density=weighted_density(hits, words),
        share=about(sum(chances) / len(chances), most=1.0),
    )


def keyword(scan: Scan, word: str) -> Keyword:
    """Return a word of the text as one that stands out, wherever its letters stand."""
    text = scan.document.text
    places = []
    at = text.find(word)
    while at >= 0:
        places.append(Span(at, at + len(word)))
        at = text.find(word, at + len(word))
    return Keyword(
        lemma=word,
        count=len(places),
        reference_count=40,
        expected=0.8,
        g2=41.5,
        bic=28.25,
        log_ratio=4.5,
        z=6.25,
        q=0.001,
        sections=3,
        places=tuple(places),
    )
