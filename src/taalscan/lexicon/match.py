"""Find the entries of lexicons in analysed passages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from taalscan.lexicon.candidates import Match, longest, matches
from taalscan.lexicon.compile import (
    Index,
    build_index,
    merged_axes,
    merged_balances,
    unique_entries,
)
from taalscan.lexicon.status import Rules, Ruling, compile_rules, is_meant, rule
from taalscan.lexicon.values import Entry, Helpers, Lexicon
from taalscan.lexicon.view import View, build_view
from taalscan.model import AnalysedPassage, Axis, BalanceIndex, EntryNote, Hit, Span, Status


@dataclass(frozen=True, slots=True)
class Matcher:
    """Compiled lexicons.

    Attributes:
        axes: all axes, each once.
        balances: what is set against each other, each once.
        factors: id of an entry to what its hits count for, by status.
    """

    axes: tuple[Axis, ...]
    balances: tuple[BalanceIndex, ...]
    entries: Mapping[str, Entry]
    factors: Mapping[str, Mapping[Status, float]]
    facets: Mapping[str, str]
    index: Index
    rules: Rules

    def find(self, passage: AnalysedPassage) -> tuple[Hit, ...]:
        """Return all hits of a passage in order of their span, those that do not count too."""
        view = build_view(passage, self.index.view)
        best: dict[tuple[str, tuple[int, ...]], Hit] = {}
        meant = (match for match in matches(view, self.index) if is_meant(match, view, self.rules))
        for match in longest(meant):
            hit = self._hit(match, rule(match, view, self.rules), view)
            place = (hit.axis, match.words)
            known = best.get(place)
            if known is None or _worth(hit) > _worth(known):
                best[place] = hit
        return tuple(sorted(best.values(), key=_place))

    def notes(self, ids: Iterable[str]) -> tuple[EntryNote, ...]:
        """Return what a report tells about the entries named, each once, in order of id."""
        return tuple(_note(self.entries[name]) for name in sorted(set(ids)))

    def _hit(self, match: Match, ruling: Ruling, view: View) -> Hit:
        entry = match.entry
        facet = entry.turned_to if ruling.turned else entry.facet
        parts = _parts(match.words, view)
        return Hit(
            span=Span(parts[0].start, parts[-1].end),
            parts=parts,
            entry=entry.id,
            axis=self.facets[facet],
            facet=facet,
            weight=entry.weight,
            factor=self.factors[entry.id][ruling.status],
            status=ruling.status,
            reason=ruling.reason,
        )


def compile_lexicons(lexicons: Sequence[Lexicon]) -> Matcher:
    """Return the matcher of one or more lexicons, which share their helper lists.

    Raises:
        LexiconError: if the lexicons contradict each other.
    """
    entries = unique_entries(lexicons)
    axes = merged_axes(lexicons)
    helpers = reduce(add, (lexicon.helpers for lexicon in lexicons), Helpers())
    return Matcher(
        axes=axes,
        balances=merged_balances(lexicons),
        entries={entry.id: entry for entry in entries},
        factors={
            entry.id: dict(lexicon.factors) for lexicon in lexicons for entry in lexicon.entries
        },
        facets={facet.id: axis.id for axis in axes for facet in axis.facets},
        index=build_index(entries, helpers),
        rules=compile_rules(entries, helpers),
    )


def _parts(words: tuple[int, ...], view: View) -> tuple[Span, ...]:
    """Return the spans of a hit, words that follow each other as one."""
    parts: list[Span] = []
    previous: int | None = None
    for i in words:
        span = view.words[i].token.span
        if previous is not None and i == previous + 1:
            parts[-1] = Span(parts[-1].start, span.end)
        else:
            parts.append(span)
        previous = i
    return tuple(parts)


def _worth(hit: Hit) -> tuple[float, float, str]:
    return hit.factor, hit.weight, hit.entry


def _place(hit: Hit) -> tuple[Span, str, str]:
    return hit.span, hit.axis, hit.entry


def _note(entry: Entry) -> EntryNote:
    return EntryNote(
        id=entry.id,
        form=entry.form,
        axis=entry.axis,
        facet=entry.facet,
        question=entry.question,
        alternatives=entry.alternatives,
        note=entry.note,
        source=entry.source,
    )
