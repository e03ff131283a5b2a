"""Lay out the figures of a document as records of the JSON format."""

from dataclasses import asdict

from taalscan.model import (
    AxisScore,
    Balance,
    BalanceIndex,
    BalanceSide,
    Interval,
    Keyword,
    PartScore,
    Scan,
    SectionScore,
)

Record = dict[str, object]


def score_record(score: AxisScore) -> Record:
    """Return the record of an axis."""
    weighted = score.weighted_density
    return {
        "hits": score.hits,
        "types": score.types,
        "density": interval_record(score.density),
        "weighted_density": weighted.value if weighted else None,
        "weighted_density_low": weighted.low if weighted else None,
        "weighted_density_high": weighted.high if weighted else None,
        "share": interval_record(score.share),
        "expected_share": _known(score.expected_share),
        "word_share": _known(score.word_share),
        "content_density": _known(score.content_density),
        "top_entry": score.top_entry,
        "density_rest": _known(score.density_rest),
        "types_1000": score.types_1000,
        "percentile": None if score.percentile is None else asdict(score.percentile),
        "share_percentile": (
            None if score.share_percentile is None else asdict(score.share_percentile)
        ),
        "facets": {facet.id: facet.hits for facet in score.facets},
        "facet_figures": {facet.id: _part(facet) for facet in score.facets},
        "groups": {group.id: {"hits": group.hits, **_part(group)} for group in score.groups},
        "diversity": None if score.diversity is None else asdict(score.diversity),
        "dispersion": (
            None
            if score.dispersion is None
            else {**asdict(score.dispersion), "excess": score.dispersion.excess}
        ),
        "verdicts": (
            None
            if score.verdicts is None
            else {**asdict(score.verdicts), "disagreement": score.verdicts.disagreement}
        ),
    }


def _part(part: PartScore) -> Record:
    return {
        "types": part.types,
        "density": _known(part.density),
        "weighted_density": _known(part.weighted_density),
    }


def interval_record(interval: Interval | None) -> Record:
    """Return a figure with its bounds; all null where it is not known."""
    if interval is None:
        return {"value": None, "low": None, "high": None}
    return {"value": interval.value, "low": interval.low, "high": interval.high}


def _known(interval: Interval | None) -> Record | None:
    return None if interval is None else interval_record(interval)


def balance_record(scan: Scan) -> Record | None:
    """Return the record of the balances: b of each index by its id, and all there is of each."""
    balance = scan.balance
    if balance is None:
        return None
    # the main index stands first, so its lexical variant does not take its place
    known = {own.index: own.scaled for own in (*reversed(balance.others), balance.main)}
    return {
        **{index.id: _known(known.get(index.id)) for index in scan.balance_indices},
        "importance": balance.importance,
        "verdict": balance.verdict.value,
        "percentile": None if balance.percentile is None else asdict(balance.percentile),
        "relative": balance.relative,
        "indices": [_balance(own) for own in (balance.main, *balance.others)],
    }


def _balance(balance: Balance) -> Record:
    return {
        "index": balance.index,
        "basis": balance.basis.value,
        "above": balance.above,
        "below": balance.below,
        "log_ratio": interval_record(balance.log_ratio),
        "scaled": interval_record(balance.scaled),
        "reading": _known(balance.reading),
    }


def index_record(index: BalanceIndex) -> Record:
    """Return the record of what a balance sets against each other."""
    return {
        "id": index.id,
        "title": index.title,
        "above": _side(index.above),
        "below": _side(index.below),
    }


def _side(side: BalanceSide) -> Record:
    return {"title": side.title, "members": list(side.members)}


def section_record(section: SectionScore) -> Record:
    """Return the record of a chapter."""
    return {
        "headings": list(section.headings),
        "first": section.first,
        "passages": section.passages,
        "words": section.words,
        "axes": {
            score.axis: {
                "hits": score.hits,
                "density": _known(score.density),
                "weighted_density": _known(score.weighted_density),
                "share": _known(score.share),
            }
            for score in section.axes
        },
    }


def keyword_record(keyword: Keyword) -> Record:
    """Return the record of a word that stands out."""
    record = asdict(keyword)
    record["places"] = [[place.start, place.end] for place in keyword.places]
    return record


def likeness_records(scan: Scan) -> Record:
    """Return what the document is compared with."""
    return {
        "genre": None if scan.genre is None else asdict(scan.genre),
        "stratum": (
            None
            if scan.stratum is None
            else {**asdict(scan.stratum), "genres": list(scan.stratum.genres)}
        ),
    }
