"""Lay out a scan as the records of the JSON format."""

from collections.abc import Iterator
from dataclasses import asdict

from taalscan.model import (
    FORMAT,
    Axis,
    Block,
    Deliberate,
    Document,
    EntryNote,
    Hit,
    ModelVersion,
    Notice,
    PassageScore,
    Provenance,
    Scan,
)
from taalscan.reports.encode_figures import (
    balance_record,
    index_record,
    keyword_record,
    likeness_records,
    score_record,
    section_record,
)
from taalscan.reports.voice import Voice

Record = dict[str, object]


def record_of(scan: Scan, voice: Voice) -> Iterator[tuple[str, object]]:
    """Yield the keys of a scan with their values, in the order in which they are written."""
    text = scan.document.text
    yield "format", FORMAT
    yield "taalscan", scan.provenance.taalscan
    yield "language", voice.language
    yield "document", _document(scan)
    yield "provenance", _provenance(scan.provenance)
    yield "reliability", scan.reliability.value
    yield "scores", {score.axis: score_record(score) for score in scan.scores}
    yield "balance", balance_record(scan)
    yield "balance_indices", [index_record(index) for index in scan.balance_indices]
    yield from likeness_records(scan).items()
    yield "sections", [section_record(section) for section in scan.sections]
    yield "keywords", [keyword_record(keyword) for keyword in scan.keywords]
    yield "deliberate", [_deliberate(mark) for mark in scan.deliberate]
    yield "axes", [_axis(axis) for axis in scan.axes]
    yield "entries", [_entry(entry) for entry in scan.entries]
    yield (
        "warnings",
        [_notice(notice) | {"text": voice.notice(notice)} for notice in scan.warnings],
    )
    yield "text", text
    yield "blocks", [_block(block) for block in scan.document.blocks]
    yield "passages", [_passage(passage, text, voice) for passage in scan.passages]


def _document(scan: Scan) -> Record:
    document: Document = scan.document
    return {
        "name": document.source.name,
        "sha256": document.source.sha256,
        "media_type": document.source.media_type,
        "title": document.title,
        "pages": document.pages,
        "words": scan.words,
        "passages": len(scan.passages),
        "language": document.language,
        "page_starts": list(document.page_starts),
        "warnings": [_notice(notice) for notice in document.warnings],
    }


def _provenance(provenance: Provenance) -> Record:
    return {
        "language_model": _version(provenance.language_model),
        "lexicons": [
            {"name": lexicon.name, "version": lexicon.version, "sha256": lexicon.sha256}
            for lexicon in provenance.lexicons
        ],
        "classifier": None if provenance.classifier is None else _version(provenance.classifier),
        "reference": None if provenance.reference is None else _version(provenance.reference),
        "quality": None if provenance.quality is None else asdict(provenance.quality),
    }


def _version(model: ModelVersion) -> Record:
    return {"name": model.name, "version": model.version, "sha256": model.sha256}


def _axis(axis: Axis) -> Record:
    return {
        "id": axis.id,
        "code": axis.code,
        "title": axis.title,
        "definition": axis.definition,
        "threshold": axis.threshold,
        "colour": axis.colour,
        "colour_dark": axis.colour_dark,
        "pattern": axis.pattern,
        "facets": [
            {"id": facet.id, "title": facet.title, "definition": facet.definition}
            for facet in axis.facets
        ],
        "examples": [facet.id for facet in axis.facets if facet.example],
        "groups": [
            {"id": group.id, "title": group.title, "facets": list(group.facets)}
            for group in axis.groups
        ],
    }


def _deliberate(mark: Deliberate) -> Record:
    return {
        "passages": list(mark.passages),
        "near": mark.near,
        "axis": mark.axis,
        "text": mark.text,
        "reason": mark.reason,
        "by": mark.by,
        "file": mark.file,
    }


def _entry(entry: EntryNote) -> Record:
    return {
        "id": entry.id,
        "form": entry.form,
        "axis": entry.axis,
        "facet": entry.facet,
        "question": entry.question,
        "alternatives": [
            {"text": alternative.text, "only_if": alternative.only_if}
            for alternative in entry.alternatives
        ],
        "note": entry.note,
        "source": entry.source,
    }


def _notice(notice: Notice) -> Record:
    return {"code": notice.code, "values": dict(notice.values)}


def _block(block: Block) -> Record:
    return {
        "kind": block.kind.value,
        "start": block.span.start,
        "end": block.span.end,
        "level": block.level,
        "page": block.page,
        "group": block.group,
    }


def _passage(score: PassageScore, text: str, voice: Voice) -> Record:
    passage = score.passage
    return {
        "id": passage.id,
        "start": passage.span.start,
        "end": passage.span.end,
        "page": passage.page,
        "headings": list(passage.headings),
        "words": score.words,
        "content_words": score.content_words,
        "labels": [axis.axis for axis in score.axes if axis.label],
        "axes": {
            axis.axis: {
                "lexicon": axis.lexicon,
                "classifier": axis.classifier,
                "combined": axis.combined,
                "verdict": axis.verdict.value,
                "threshold": axis.threshold,
                "uncertain": axis.uncertain,
            }
            for axis in score.axes
        },
        "hits": [_hit(hit, text, voice) for hit in score.hits],
        "contributions": [
            {
                "start": contribution.span.start,
                "end": contribution.span.end,
                "text": contribution.span.cut(text),
                "axis": contribution.axis,
                "amount": contribution.amount,
            }
            for contribution in score.contributions
        ],
    }


def _hit(hit: Hit, text: str, voice: Voice) -> Record:
    reason = hit.reason
    return {
        "start": hit.span.start,
        "end": hit.span.end,
        "text": hit.span.cut(text),
        "parts": [[part.start, part.end] for part in hit.parts],
        "entry": hit.entry,
        "axis": hit.axis,
        "facet": hit.facet,
        "weight": hit.weight,
        "factor": hit.factor,
        "status": hit.status.value,
        "reason": None if reason is None else voice.reason(reason),
        "reason_code": None if reason is None else reason.code,
        "signal": None if reason is None else reason.signal,
    }
