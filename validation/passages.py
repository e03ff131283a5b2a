"""Scan a corpus once, and keep its passages as numbers, without their words.

    python -m validation.passages --corpus reference.jsonl.gz

Writes tables under validation/scratch: `passages.npz` with every document, and `two.npz` and
`five.npz` with one document in eight, cut into passages of two and of five sentences.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby, islice
from pathlib import Path

import numpy as np
import yaml

from taalscan.batch.local import scanner_of
from taalscan.batch.pool import in_order, pooled
from taalscan.errors import ReadError
from taalscan.model import AnalysedPassage, BlockKind, Document, Passage, Scan, Span
from taalscan.scanner import DEFAULT_LEXICON, SHIPPED, Scanner
from taalscan.segment import count_words, is_word
from validation.readability import syllables
from validation.table import Floats, Ints, Table, save

SCRATCH = Path(__file__).parent / "scratch"
PARTIES = Path(__file__).parent / "parties.yaml"
PROGRAMME = "landelijk verkiezingsprogramma"
OTHER_LENGTHS = {"two": 2, "five": 5}
SAMPLED = 8
"""One document in so many is also cut into passages of another length."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A document of the corpus."""

    name: str
    genre: str
    source: str
    text: str


Columns = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class Extract:
    """The numbers of a document: columns a passage, and its hits.

    Attributes:
        passages: name of a column to a number a passage; axes have a column each.
        hits: passage, entry id, axis, facet, weight and factor of each counted hit.
    """

    passages: Columns
    hits: list[tuple[int, str, int, str, float, float]]


@dataclass(frozen=True, slots=True)
class Extracts:
    """A document as it is and, if it is in the sample, cut otherwise; `as_is` None if unread."""

    raw: Raw
    party: str
    as_is: Extract | None
    otherwise: Mapping[str, Extract]
    thresholds: tuple[float, ...] = ()


def documents(corpus: Path) -> Iterator[Raw]:
    """Yield every different text of the corpus."""
    seen: set[str] = set()
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["text"] not in seen:
                seen.add(row["text"])
                yield Raw(row["id"], row["genre"], row["source"], row["text"])


def extracts(raw: Raw) -> Extracts:
    """Return the numbers of a document; this is the work of one process."""
    scanner = scanner_of((DEFAULT_LEXICON,), None, SHIPPED, None)
    party = party_of(raw.text, party_names()) if raw.genre == PROGRAMME else ""
    try:
        document = scanner.read(raw.text.encode("utf-8", "replace"), f"{raw.name}.txt")
    except ReadError:  # some texts are English or damaged; a scan refuses them too
        return Extracts(raw, party, None, {})
    passages = scanner.passages(document)
    scan = scanner.scan_passages(document, passages)
    otherwise = {
        name: _cut_otherwise(scanner, document, passages, length)
        for name, length in OTHER_LENGTHS.items()
        if int(hashlib.sha256(raw.name.encode()).hexdigest(), 16) % SAMPLED == 0
    }
    limits = tuple(score.threshold for score in scan.passages[0].axes) if scan.passages else ()
    return Extracts(raw, party, extract(scan, passages), otherwise, limits)


def _cut_otherwise(
    scanner: Scanner, document: Document, passages: Sequence[AnalysedPassage], length: int
) -> Extract:
    cut = regrouped(document, passages, length)
    return extract(scanner.scan_passages(document, cut), cut)


def regrouped(
    document: Document, passages: Iterable[AnalysedPassage], length: int
) -> list[AnalysedPassage]:
    """Return the sentences of a document in passages of so many; blocks and lists stay apart."""
    units = partial(_unit_of, _units(document))
    made: list[AnalysedPassage] = []
    for _, group in groupby(passages, key=units):
        own = list(group)
        sentences = iter([sentence for passage in own for sentence in passage.sentences])
        while part := tuple(islice(sentences, length)):
            span = Span(part[0].span.start, part[-1].span.end)
            name = f"p{len(made) + 1:04d}"
            made.append(AnalysedPassage(Passage(name, span, own[0].passage.headings), part))
    return made


def _units(document: Document) -> tuple[list[int], list[object]]:
    """Return where each block starts, and what tells the unit that it belongs to."""
    starts = [block.span.start for block in document.blocks]
    units: list[object] = [
        ("list", block.group)
        if block.kind is BlockKind.LIST_ITEM and block.group is not None
        else number
        for number, block in enumerate(document.blocks)
    ]
    return starts, units


def _unit_of(units: tuple[list[int], list[object]], passage: AnalysedPassage) -> object:
    starts, names = units
    return names[bisect_right(starts, passage.passage.span.start) - 1]


def extract(scan: Scan, passages: Sequence[AnalysedPassage]) -> Extract:
    """Return the numbers of a scan and the analysed passages that it was made of."""
    headings = {trail: number for number, trail in enumerate(_trails(scan))}
    columns: Columns = {}
    hits = []
    axes = [axis.id for axis in scan.axes]
    for number, (score, passage) in enumerate(zip(scan.passages, passages, strict=True)):
        words = [t.text for s in passage.sentences for t in s.tokens if is_word(t)]
        tokens = [t.text for s in passage.sentences for t in s.tokens]
        row: dict[str, float] = {
            "section": headings[score.passage.headings],
            "words": score.words,
            "content": score.content_words,
            "sentences": sum(count_words((s,)) > 0 for s in passage.sentences),
            "tokens": len(tokens),
            "digits": sum(any(c.isdigit() for c in token) for token in tokens),
            "sounds": sum(map(syllables, words)),
        }
        for axis, own in enumerate(score.axes):
            row |= {
                f"lexicon {axis}": own.lexicon,
                f"plain {axis}": own.classifier or 0.0,
                f"chance {axis}": own.combined,
                f"label {axis}": own.label,
            }
        for name, value in row.items():
            columns.setdefault(name, []).append(value)
        hits += [
            (number, hit.entry, axes.index(hit.axis), hit.facet, hit.weight, hit.factor)
            for hit in score.hits
            if hit.factor > 0
        ]
    return Extract(columns, hits)


def _trails(scan: Scan) -> dict[tuple[str, ...], None]:
    return dict.fromkeys(score.passage.headings for score in scan.passages)


@cache
def party_names() -> dict[str, str]:
    """Return the name of each party and the expression that finds it."""
    families = yaml.safe_load(PARTIES.read_text(encoding="utf-8"))
    return {name: form for family in families.values() for name, form in family.items()}


def party_of(text: str, names: Mapping[str, str]) -> str:
    """Return the party that a programme names most, or alone on its first page; "" if unclear."""
    whole = _counts(text, names)
    (first, most), (_, second) = whole[:2]
    if most >= 3 and most >= 2 * second and 2 * most >= sum(count for _, count in whole):
        return first
    opening = [(name, count) for name, count in _counts(text[:1500], names) if count]
    return opening[0][0] if len(opening) == 1 else ""


def _counts(text: str, names: Mapping[str, str]) -> list[tuple[str, int]]:
    found = [(name, len(re.findall(rf"\b(?:{form})\b", text))) for name, form in names.items()]
    return sorted(found, key=_most_first)


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def table_of(found: Sequence[tuple[Extracts, Extract]]) -> Table:
    """Return the numbers of documents as one table."""
    hits, known = _joined(found)
    place = {entry: number for number, (entry, _, _) in enumerate(known)}
    sizes = [len(own.passages["words"]) for _, own in found]
    starts = np.concatenate([[0], np.cumsum(sizes)])
    limits = found[0][0].thresholds

    def column(name: str) -> list[float]:
        return [value for _, own in found for value in own.passages[name]]

    def whole(name: str) -> Ints:
        return np.array(column(name), dtype=np.int64)

    def matrix(name: str) -> Floats:
        return np.array([column(f"{name} {axis}") for axis in range(len(limits))]).T

    return Table(
        names=np.array([one.raw.name for one, _ in found]),
        genres=np.array([one.raw.genre for one, _ in found]),
        sources=np.array([one.raw.source for one, _ in found]),
        parties=np.array([one.party for one, _ in found]),
        starts=starts,
        section=whole("section"),
        words=whole("words"),
        content=whole("content"),
        sentences=whole("sentences"),
        tokens=whole("tokens"),
        digits=whole("digits"),
        sounds=whole("sounds"),
        lexicon=matrix("lexicon"),
        plain=matrix("plain"),
        chance=matrix("chance"),
        label=matrix("label").astype(np.bool_),
        hit_passage=np.array([starts[hit[0]] + hit[1] for hit in hits], dtype=np.int64),
        hit_entry=np.array([place[hit[2]] for hit in hits], dtype=np.int64),
        hit_factor=np.array([hit[6] for hit in hits], dtype=np.float64),
        hit_weight=np.array([hit[5] for hit in hits], dtype=np.float64),
        entries=np.array([entry for entry, _, _ in known]),
        entry_axis=np.array([axis for _, axis, _ in known], dtype=np.int64),
        entry_facet=np.array([facet for _, _, facet in known]),
        thresholds=np.array(limits),
    )


def _joined(
    found: Sequence[tuple[Extracts, Extract]],
) -> tuple[list[tuple[int, int, str, int, str, float, float]], list[tuple[str, int, str]]]:
    """Return all hits with their document, and every entry with its axis and facet."""
    hits = [(number, *hit) for number, (_, own) in enumerate(found) for hit in own.hits]
    return hits, sorted({(hit[2], hit[3], hit[4]) for hit in hits})


def _unread(raw: Raw) -> Extracts:
    return Extracts(raw, "", None, {})


def main(arguments: Sequence[str]) -> int:
    """Scan the corpus and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=SCRATCH)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--first", type=int, help="stop after so many documents")
    options = parser.parse_args(arguments)
    texts = islice(documents(options.corpus), options.first)
    finished = in_order(pooled(extracts, texts, options.processes, _unread))
    every = [one for one in finished if one.as_is and one.as_is.passages]
    tables = {"passages": [(one, one.as_is) for one in every if one.as_is]}
    for name in OTHER_LENGTHS:
        tables[name] = [(one, one.otherwise[name]) for one in every if name in one.otherwise]
    for name, found in tables.items():
        if found:
            save(table_of(found), options.out / f"{name}.npz")
            print(f"{name}: {len(found)} documents")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
