"""Lay out what a scan was made with, and what it can and cannot tell."""

from collections.abc import Iterator

from taalscan.model import ModelVersion, Scan
from taalscan.reports.voice import Voice
from taalscan.reports.xlsx.sheet import Cell, Column, Sheet


def method_sheet(scan: Scan, voice: Voice) -> Sheet:
    """Return a row for each thing to know before a figure is quoted."""
    columns = (Column(voice.say("xlsx.what"), 28), Column(voice.say("xlsx.value"), 100))
    return Sheet(voice.say("xlsx.method"), columns, tuple(_rows(scan, voice)))


def _rows(scan: Scan, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    source = scan.document.source
    yield "", voice.say("promise")
    yield voice.say("xlsx.document"), source.name
    yield "sha256", source.sha256
    yield voice.say("xlsx.words"), scan.words
    yield voice.say("xlsx.passages"), len(scan.passages)
    yield voice.say("xlsx.reliability"), voice.say(f"reliability-{scan.reliability.value}")
    for notice in scan.warnings:
        yield voice.say("xlsx.note"), voice.notice(notice)
    yield voice.say("title-method"), voice.say("method-how")
    yield "", voice.say("method-strength")
    if scan.provenance.classifier is not None:
        yield "", voice.say("method-classifier")
    yield "", voice.say("method-interval")
    for limit in ("limit-words", "limit-missed", "limit-compare", "limit-people"):
        yield voice.say("title-limits"), voice.say(limit)
    yield from _versions(scan, voice)


def _versions(scan: Scan, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    made = scan.provenance
    yield voice.say("made-taalscan"), made.taalscan
    yield voice.say("made-model"), _version(made.language_model)
    for lexicon in made.lexicons:
        yield (
            voice.say("made-lexicon"),
            f"{lexicon.name} {lexicon.version} (sha256 {lexicon.sha256})",
        )
    if made.classifier is not None:
        yield voice.say("made-classifier"), _version(made.classifier)
    if made.reference is not None:
        yield voice.say("made-reference"), _version(made.reference)


def _version(own: ModelVersion) -> str:
    return f"{own.name} {own.version} (sha256 {own.sha256})"
