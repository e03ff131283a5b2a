"""Lay out the evidence of a lexicon as a page of Markdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from taalscan.labels import LabelledPassage
from taalscan.lexicon.evidence import (
    AxisEvidence,
    EntryEvidence,
    Finding,
    Tally,
    axis_evidence,
    cross_validated,
    disputed,
    document_fold,
    entry_evidence,
    in_reading_part,
    source_fold,
)
from taalscan.lexicon.values import Entry, Lexicon

_NONE = "–"


def evidence_page(
    lexicon: Lexicon, labelled: Sequence[LabelledPassage], found: Sequence[Finding]
) -> str:
    """Return the page: axes first, then every entry by facet.

    Args:
        lexicon: the lexicon.
        labelled: the passages it was measured on.
        found: the counted hits of its entries, those of disputed entries too.
    """
    evidence = entry_evidence(found)
    documents = len({passage.group for passage in labelled})
    about = (
        f"{len(labelled):,} labelled passages of {documents:,} documents. A counted hit is right "
        "if coders gave its passage the axis. How it is measured: [lexicons.md](lexicons.md)."
    )
    title = f"# Evidence for the entries of {lexicon.name} {lexicon.version}"
    lines = [title, "", about, "", *_axes(lexicon, labelled, found), ""]
    lines += _entries(lexicon, evidence)
    return "\n".join(lines).rstrip() + "\n"


def _axes(
    lexicon: Lexicon, labelled: Sequence[LabelledPassage], found: Sequence[Finding]
) -> Iterator[str]:
    yield "| axis | passages | counted hits | precision | coverage |"
    yield "|---|---|---|---|---|"
    dropped = disputed(entry_evidence(found).values())
    counted = [finding for finding in found if finding.entry not in dropped]
    unread = [passage for passage in labelled if not in_reading_part(passage)]
    unseen = [finding for finding in counted if not in_reading_part(finding.passage)]
    tables = {
        "all passages": tuple(axis_evidence(axis, labelled, counted) for axis in lexicon.axes),
        "passages that no writer of entries read": tuple(
            axis_evidence(axis, unread, unseen) for axis in lexicon.axes
        ),
        "five folds by document": cross_validated(lexicon.axes, labelled, found, document_fold),
        "one source left out": cross_validated(lexicon.axes, labelled, found, source_fold),
    }
    for name, rows in tables.items():
        for row in rows:
            yield _axis_row(row, name)


def _axis_row(row: AxisEvidence, name: str) -> str:
    cells = (
        row.axis,
        name,
        str(row.tally.hits),
        _share(row.tally.precision),
        f"{_share(row.coverage)} ({row.covered} of {row.positive})",
    )
    return f"| {' | '.join(cells)} |"


def _entries(lexicon: Lexicon, evidence: Mapping[str, EntryEvidence]) -> Iterator[str]:
    for axis in lexicon.axes:
        for facet in axis.facets:
            entries = [entry for entry in lexicon.entries if entry.facet == facet.id]
            yield f"## {facet.id} {facet.title}"
            yield ""
            yield (
                "| entry | form | status | weight | hits | right | precision | 95 % interval "
                "| unread: right of hits | share of axis | documents | sources |"
            )
            yield "|---|---|---|---|---|---|---|---|---|---|---|---|"
            yield from _rows(entries, evidence)
            yield ""


def _rows(entries: Iterable[Entry], evidence: Mapping[str, EntryEvidence]) -> Iterator[str]:
    for entry in entries:
        found = evidence.get(entry.id)
        start = [entry.id, entry.form.replace("|", "\\|"), entry.stage.value]
        if found is None:
            yield f"| {' | '.join([*start, f'{entry.weight:.2f}', '0', *[_NONE] * 7])} |"
            continue
        interval = found.interval
        cells = [
            *start,
            f"{entry.weight:.2f}",
            *_counts(found.whole),
            _share(found.whole.precision),
            f"{interval[0]:.2f}–{interval[1]:.2f}" if interval else _NONE,
            f"{found.unread.right} of {found.unread.hits}",
            f"{100 * found.share:.1f} %",
            str(found.documents),
            str(found.sources),
        ]
        yield f"| {' | '.join(cells)} |"


def _counts(tally: Tally) -> tuple[str, str]:
    return str(tally.hits), str(tally.right)


def _share(value: float | None) -> str:
    return _NONE if value is None else f"{value:.2f}"
