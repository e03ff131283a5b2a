"""Make small scans by hand, without readers, language model or lexicon.

`scan_of` reads a text in a small markup. Blocks are parted by an empty line; a first sign tells
the kind, and braces mark hits:

    # heading        ## heading of level 2     - list item      > quotation
    | table cell     ^ note                    ~ boilerplate    = 2 (page 2 starts here)
    {M1-001:marktwerking}                 a hit of an entry
    {M1-001 a:kopen} zorg {a:in}          a hit in two pieces
    {M1-001 negated geen:marktwerking}    a hit with a status, and the word that decided
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import prod

from taalscan.model import (
    Alternative,
    Axis,
    AxisPassageScore,
    AxisScore,
    Block,
    BlockKind,
    Document,
    EntryNote,
    Facet,
    FacetGroup,
    Hit,
    Interval,
    LexiconVersion,
    ModelVersion,
    Notice,
    PartScore,
    Passage,
    PassageScore,
    Provenance,
    Reason,
    Reliability,
    Scan,
    Source,
    Span,
    Status,
    Verdict,
)

SIGNS = {
    "-": BlockKind.LIST_ITEM,
    ">": BlockKind.QUOTATION,
    "|": BlockKind.TABLE_CELL,
    "^": BlockKind.NOTE,
    "~": BlockKind.BOILERPLATE,
}
FACTORS = {Status.COUNTED: 1.0, Status.SLOGAN: 0.5, Status.REPORTED: 0.5}
_MARK = re.compile(r"\{(?P<head>[^:{}]+):(?P<words>[^{}]+)\}")


def axes() -> tuple[Axis, ...]:
    """Return four axes with two facets each."""
    made = (
        ("marktgericht", "M", "#8a5200", "#f2b663", "solid"),
        ("relationeel", "R", "#1f5a9e", "#8cbcf5", "double"),
        ("divergerend", "D", "#75399c", "#d2a6ee", "dotted"),
        ("convergerend", "C", "#0b6b6b", "#6fd0ca", "dashed"),
    )
    return tuple(
        Axis(
            id=name,
            code=code,
            title=name,
            definition=_DEFINITIONS[code],
            threshold=0.5,
            colour=colour,
            colour_dark=dark,
            pattern=pattern,
            facets=tuple(
                Facet(f"{code}{number}", title, example=f"{code}{number}" in _EXAMPLES)
                for number, title in enumerate(_FACETS[code], 1)
            ),
            groups=_GROUPS.get(code, ()),
        )
        for name, code, colour, dark, pattern in made
    )


_DEFINITIONS = {
    "M": "De tekst spreekt over mensen en zorg als ruil, kosten, prestatie of opbrengst.",
    "R": "De tekst spreekt over mensen die elkaar kennen, vertrouwen en helpen.",
    "D": "De tekst laat ruimte voor verschil, twijfel en andere kennis.",
    "C": "De tekst zoekt wat mensen delen, of vraagt hun zich te voegen.",
}
_FACETS = {
    "M": ("concurrentie en inkoop", "kosten en doelmatigheid", "klant en product"),
    "R": ("nabijheid", "wederkerigheid", "vertrouwen"),
    "D": ("meer stemmen", "geleefde kennis"),
    "C": ("afstemming", "draagvlak", "voegen naar het kader"),
}
_EXAMPLES = {"R2", "D2"}
_GROUPS = {
    "M": (FacetGroup("M-kern", "kern van marktgericht", ("M1", "M2")),),
    "C": (FacetGroup("C-verb", "verbinden", ("C1", "C2")),),
}


def entry(identity: str, form: str, question: str = "", **other: str) -> EntryNote:
    """Return an entry; its facet is the first part of its id.

    Args:
        identity: e.g. `M1-001`.
        form: the words it stands for.
        question: what it asks the writer.
        other: `note`, `source`, and `instead` with `only_if`: another wording and its condition.
    """
    facet = identity.partition("-")[0]
    axis = next(axis.id for axis in axes() if axis.code == facet[0])
    alternatives: tuple[Alternative, ...] = ()
    if "instead" in other:
        alternatives = (Alternative(other["instead"], other.get("only_if", "")),)
    return EntryNote(
        id=identity,
        form=form,
        axis=axis,
        facet=facet,
        question=question,
        alternatives=alternatives,
        note=other.get("note", ""),
        source=other.get("source", ""),
    )


def scan_of(
    markup: str,
    *,
    entries: Iterable[EntryNote] = (),
    name: str = "nota.pdf",
    title: str | None = None,
    warnings: tuple[Notice, ...] = (),
) -> Scan:
    """Return the scan that a text in the markup of this module spells out."""
    draft = _Draft()
    for chunk in re.split(r"\n\s*\n", markup.strip()):
        draft.add(chunk.strip())
    passages = draft.passages()
    known = {own.id: own for own in entries}
    found = sorted({hit.entry for passage in passages for hit in passage.hits})
    pages = draft.page
    document = Document(
        source=Source(name, "ab" * 32, "application/pdf" if pages else "text/plain"),
        text=draft.text,
        blocks=tuple(draft.blocks),
        title=title,
        pages=pages,
        page_starts=tuple(draft.page_starts),
        warnings=warnings,
    )
    return with_passages(document, passages, [known[own] for own in found if own in known])


def with_passages(
    document: Document, passages: Sequence[PassageScore], entries: Iterable[EntryNote] = ()
) -> Scan:
    """Return a scan of a document with these passages, its figures counted from their hits."""
    words = sum(passage.words for passage in passages)
    reliability = _reliability(len(passages))
    return Scan(
        document=document,
        words=words,
        axes=axes(),
        passages=tuple(passages),
        scores=tuple(axis_score(axis, passages, words, reliability) for axis in axes()),
        entries=tuple(entries),
        reliability=reliability,
        provenance=Provenance(
            taalscan="0.0.0-test",
            language_model=ModelVersion("nl-test", "1.0", "cd" * 32),
            lexicons=(LexiconVersion("beleid-test", "0.1", "ef" * 32),),
        ),
        warnings=document.warnings,
    )


def passage_score(passage: Passage, words: int, hits: Sequence[Hit] = ()) -> PassageScore:
    """Return a passage with its hits, and the strengths and labels that follow from them."""
    scores = []
    for axis in axes():
        strength = 1.0 - prod(1 - hit.weight * hit.factor for hit in hits if hit.axis == axis.id)
        label = strength >= axis.threshold
        verdict = Verdict.LEXICON if label else Verdict.NONE
        scores.append(AxisPassageScore(axis.id, strength, None, strength, verdict, label))
    return PassageScore(passage, words, tuple(scores), tuple(hits))


def axis_score(
    axis: Axis, passages: Sequence[PassageScore], words: int, reliability: Reliability
) -> AxisScore:
    """Return the figures of an axis that need no classifier and no reference."""
    counting = [
        hit for own in passages for hit in own.hits if hit.axis == axis.id and hit.factor > 0
    ]
    labels = sum(own.label for score in passages for own in score.axes if own.axis == axis.id)
    shown = reliability is not Reliability.HIGHLIGHTS_ONLY and words > 0
    size = words if shown else None
    return AxisScore(
        axis=axis.id,
        hits=len(counting),
        types=len({hit.entry for hit in counting}),
        density=density(counting, size),
        weighted_density=weighted_density(counting, size),
        share=about(labels / len(passages), most=1.0) if shown else None,
        facets=tuple(_part(facet.id, [facet.id], counting, size) for facet in axis.facets),
        groups=tuple(_part(group.id, group.facets, counting, size) for group in axis.groups),
    )


def _part(name: str, facets: Iterable[str], hits: Sequence[Hit], words: int | None) -> PartScore:
    own = [hit for hit in hits if hit.facet in set(facets)]
    return PartScore(
        id=name,
        hits=len(own),
        types=len({hit.entry for hit in own}),
        density=density(own, words),
        weighted_density=weighted_density(own, words),
    )


def density(hits: Sequence[Hit], words: int | None) -> Interval | None:
    """Return hits per 1,000 words, with made-up bounds; None without a number of words."""
    return about(1000 * len(hits) / words) if words else None


def weighted_density(hits: Sequence[Hit], words: int | None) -> Interval | None:
    """Return the same, each hit times weight and factor."""
    return about(1000 * sum(hit.weight * hit.factor for hit in hits) / words) if words else None


def about(value: float, most: float = 1e9) -> Interval:
    """Return a figure with made-up bounds, a third below and above."""
    return Interval(value, value * 2 / 3, min(most, value * 4 / 3))


def _reliability(passages: int) -> Reliability:
    if passages < 20:
        return Reliability.HIGHLIGHTS_ONLY
    return Reliability.INDICATIVE if passages < 50 else Reliability.FULL


@dataclass
class _Draft:
    """A document in the making."""

    text: str = ""
    page: int | None = None
    blocks: list[Block] = field(default_factory=list)
    page_starts: list[int] = field(default_factory=list)
    hits: list[tuple[Block, list[Hit]]] = field(default_factory=list)
    trails: list[tuple[str, ...]] = field(default_factory=list)
    headings: tuple[str, ...] = ()

    def add(self, chunk: str) -> None:
        """Add a block, or turn a page."""
        sign, _, rest = chunk.partition(" ")
        if sign == "=":
            self.page = int(rest)
            self.page_starts.append(len(self.text) + 2 if self.text else 0)
            return
        level = len(sign) if sign and set(sign) == {"#"} else None
        kind = BlockKind.HEADING if level else SIGNS.get(sign, BlockKind.PARAGRAPH)
        marked = rest if level or sign in SIGNS else chunk
        start = len(self.text) + (2 if self.text else 0)
        plain, hits = _hits(marked, start)
        self.text += ("\n\n" if self.text else "") + plain
        span = Span(start, start + len(plain))
        if level:
            self.headings = (*self.headings[: level - 1], plain)
        block = Block(kind, span, level, self.page, self._group(kind))
        if kind is BlockKind.LIST_ITEM:
            block = replace(block, level=1)
        self.blocks.append(block)
        self.hits.append((block, hits))
        self.trails.append(self.headings)

    def _group(self, kind: BlockKind) -> int | None:
        if kind not in {BlockKind.LIST_ITEM, BlockKind.TABLE_CELL}:
            return None
        last = self.blocks[-1] if self.blocks else None
        return last.group if last and last.kind is kind else len(self.blocks)

    def passages(self) -> list[PassageScore]:
        """Return a passage for each block of prose, and one for each list."""
        made: list[PassageScore] = []
        open_group: int | None = None
        for (block, hits), trail in zip(self.hits, self.trails, strict=True):
            grouped = block.kind is BlockKind.LIST_ITEM and block.group == open_group
            open_group = block.group if block.kind is BlockKind.LIST_ITEM else None
            if block.kind in {BlockKind.HEADING, BlockKind.BOILERPLATE}:
                continue
            if block.kind in {BlockKind.TABLE_CELL, BlockKind.NOTE} and not hits:
                continue
            span, found = block.span, hits
            if grouped:
                before = made.pop()
                span = Span(before.passage.span.start, span.end)
                found = [*before.hits, *hits]
            passage = Passage(f"p{len(made) + 1:04d}", span, trail, block.page)
            made.append(passage_score(passage, len(span.cut(self.text).split()), found))
        return made


def _hits(marked: str, start: int) -> tuple[str, list[Hit]]:
    """Return the text without its marks, and the hits that they told of."""
    plain = ""
    at = 0
    hits: list[Hit] = []
    names: dict[str, int] = {}
    for mark in _MARK.finditer(marked):
        plain += marked[at : mark.start()]
        span = Span(start + len(plain), start + len(plain) + len(mark["words"]))
        plain += mark["words"]
        at = mark.end()
        head, *more = mark["head"].split()
        if head in names:
            hit = hits[names[head]]
            whole = Span(hit.span.start, span.end)
            hits[names[head]] = replace(hit, span=whole, parts=(*hit.parts, span))
            continue
        hits.append(_hit(head, more, span))
        if len(more) == 1:
            names[more[0]] = len(hits) - 1
    return plain + marked[at:], hits


def _hit(identity: str, more: Sequence[str], span: Span) -> Hit:
    status = Status(more[0]) if more and more[0] in set(Status) else Status.COUNTED
    facet = identity.partition("-")[0]
    reason = None
    if status is not Status.COUNTED:
        reason = Reason(status.value, " ".join(more[1:]))
    return Hit(
        span=span,
        parts=(span,),
        entry=identity,
        axis=next(axis.id for axis in axes() if axis.code == facet[0]),
        facet=facet,
        weight=0.6,
        factor=FACTORS.get(status, 0.0),
        status=status,
        reason=reason,
    )
