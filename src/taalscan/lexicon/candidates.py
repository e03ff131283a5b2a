"""Find everything in a passage that may be an entry; what it counts for is decided later."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from taalscan.lexicon.compile import Index
from taalscan.lexicon.compounds import SHORTEST_COMPOUND, head_names, modifier_names
from taalscan.lexicon.patterns import Pattern, Step
from taalscan.lexicon.values import Entry
from taalscan.lexicon.view import View, Word

# a tagger may confuse neighbours; it seldom takes a noun for a verb
_ACCEPTED = {
    "VERB": frozenset({"VERB", "AUX"}),
    "NOUN": frozenset({"NOUN", "PROPN", "ADJ", "X", "SYM", "NUM"}),
    "PROPN": frozenset({"NOUN", "PROPN", "ADJ", "X", "SYM"}),
    "ADJ": frozenset({"ADJ", "ADV", "VERB", "X"}),
    "ADV": frozenset({"ADV", "ADJ", "ADP", "PRON", "CCONJ", "INTJ", "X"}),
}
_COMPOUND = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV", "X"})
_MODIFYING = frozenset({"ADJ", "ADV", "NUM"})


@dataclass(frozen=True, slots=True)
class Match:
    """An entry, and the words of the passage it took.

    Attributes:
        words: indices in the passage, rising.
        cover: letters of the text that the entry explains; of two readings the longer one wins.
    """

    entry: Entry
    words: tuple[int, ...]
    cover: int


def matches(view: View, index: Index) -> Iterator[Match]:
    """Yield all matches, overlapping ones too."""
    for word in view.words:
        if not word.surface[-1:].isalnum() and not word.completed:
            continue
        if not word.is_particle:
            yield from _single(word, index)
        yield from _phrases(word, view, index)


def longest(found: Iterator[Match]) -> tuple[Match, ...]:
    """Return the matches without those that share a word with a longer one of the same axis.

    Axes do not compete: what one axis finds must not depend on the entries of another.
    """
    taken: dict[tuple[str, int], Match] = {}
    kept: dict[tuple[str, tuple[int, ...]], Match] = {}
    for match in sorted(found, key=_rank):
        places = [(match.entry.axis, i) for i in match.words]
        rivals = [taken[place] for place in places if place in taken]
        if any(rival.words != match.words or rival.cover > match.cover for rival in rivals):
            continue
        kept.setdefault((match.entry.id, match.words), match)
        for place in places:
            taken.setdefault(place, match)
    return tuple(kept.values())


def _rank(match: Match) -> tuple[int, int, tuple[int, ...], str]:
    return -len(match.words), -match.cover, match.words, match.entry.id


def _single(word: Word, index: Index) -> Iterator[Match]:
    at = word.indices
    for name in word.keys:
        for entry in index.forms.get(name, ()):
            yield Match(entry, at, len(name))
        for entry in index.lemmas.get(name, ()):
            if word.token.pos in _ACCEPTED.get(entry.pos, frozenset({entry.pos})):
                yield Match(entry, at, len(name))
    if len(word.lemma) >= SHORTEST_COMPOUND and word.token.pos in _COMPOUND:
        for name in head_names(word, index.heads, index.no_modifiers):
            yield from (Match(entry, at, len(name)) for entry in index.heads[name])
        for name in modifier_names(word, index.modifiers, index.no_heads):
            yield from (Match(entry, at, len(name)) for entry in index.modifiers[name])
    yield from _elliptic(word, index)


def _elliptic(word: Word, index: Index) -> Iterator[Match]:
    """Yield what an elliptic word stands for; the likeliest completion decides."""
    own = word.surface
    for whole in word.completed:
        entries = {*index.forms.get(whole, ()), *index.lemmas.get(whole, ())}
        if entries:
            yield from (Match(entry, (word.index,), len(own)) for entry in entries)
            return
    for entry in index.modifiers.get(own, ()) if word.completed else ():
        yield Match(entry, (word.index,), len(own))
    for whole in word.completed[:1]:
        shared = whole.removeprefix(own)
        for entry in index.heads.get(shared, ()):
            yield Match(entry, (word.index,), len(shared))


def _phrases(word: Word, view: View, index: Index) -> Iterator[Match]:
    for name in (*word.keys, word.tag):
        for pattern in index.phrases.get(name, ()):
            find = _in_order if pattern.ordered else _in_any_order
            words = find(pattern, word, view)
            if words is None or (pattern.connected and not _hang_together(words, view)):
                continue
            at = {i for word in words for i in word.indices}
            yield Match(pattern.entry, tuple(sorted(at)), sum(len(w.surface) for w in words))


def _fits(word: Word, step: Step) -> bool:
    return word.tag in step.options or not step.options.isdisjoint(word.keys)


def _in_order(pattern: Pattern, word: Word, view: View) -> tuple[Word, ...] | None:
    sentence = view.sentence_of(word)
    place = word.index - sentence[0].index
    after = _walk(pattern.steps[pattern.anchor + 1 :], sentence[place:])
    if after is None:
        return None
    # walking back, the gap before a step lies before the step that comes next
    back = pattern.steps[: pattern.anchor + 1]
    gaps = [Step(s.options, t.gap, t.modifiers_only) for s, t in pairwise(back)]
    before = _walk(gaps[::-1], sentence[place::-1])
    return None if before is None else (*before[::-1], word, *after)


def _walk(steps: Sequence[Step], words: Sequence[Word]) -> tuple[Word, ...] | None:
    """Return the words that follow `words[0]` as the steps say, or None."""
    taken: list[Word] = []
    here = 0
    for step in steps:
        for there in range(here + 1, min(here + 2 + step.gap, len(words))):
            if _fits(words[there], step):
                taken.append(words[there])
                here = there
                break
            if step.modifiers_only and words[there].token.pos not in _MODIFYING:
                return None
        else:
            return None
    return tuple(taken)


def _in_any_order(pattern: Pattern, word: Word, view: View) -> tuple[Word, ...] | None:
    """Return the nearest words of the same clause that fill the other steps."""
    sentence = view.sentence_of(word)
    place = word.index - sentence[0].index
    around = sentence[max(0, place - pattern.reach) : place + pattern.reach + 1]
    if not pattern.connected:
        around = tuple(other for other in around if other.clause == word.clause)
    taken = dict.fromkeys(word.indices, word)
    others = pattern.steps[: pattern.anchor] + pattern.steps[pattern.anchor + 1 :]
    choices = [[other for other in around if _fits(other, step)] for step in others]
    for choice in sorted(choices, key=len):  # a word with one candidate first: it draws the rest
        free = [other for other in choice if other.index not in taken]
        if not free:
            return None
        nearest = min(free, key=_Distance(tuple(taken)))
        taken[nearest.index] = nearest
    chosen = {other.index: other for other in taken.values()}
    return tuple(chosen[i] for i in sorted(chosen))


@dataclass(frozen=True, slots=True)
class _Distance:
    """How far a word stands from the nearest of some places; of two the later word is nearer."""

    places: tuple[int, ...]

    def __call__(self, word: Word) -> tuple[int, int]:
        return min(abs(word.index - place) for place in self.places), -word.index


def _hang_together(words: Sequence[Word], view: View) -> bool:
    """Tell whether the words form one piece of the dependency tree.

    One word may stand between two of them: "op" reaches "sturen" by way of "resultaat".
    """
    indices = {word.index for word in words}
    roots = 0
    for word in words:
        above = {word.head, view.words[word.head].head} - {word.index}
        roots += above.isdisjoint(indices)
    return roots <= 1
