"""Decide whether a hit is negated."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.lexicon.fold import fold
from taalscan.lexicon.phrases import Found, PhraseBook, phrase_book
from taalscan.lexicon.scope import Signals, compile_signals, sentence_around, signals_near
from taalscan.lexicon.values import Direction, Helpers, Signal
from taalscan.lexicon.view import View
from taalscan.model import Reason


@dataclass(frozen=True, slots=True)
class Negation:
    """The negators, and what bounds them.

    Attributes:
        negators: words and phrases that negate.
        sham: phrases that only look like one ("niet alleen").
        joints: words and marks that coordinate ("en", ",").
    """

    negators: Signals
    sham: PhraseBook
    joints: frozenset[str]


def compile_negation(helpers: Helpers) -> Negation:
    """Return the negators of the helper lists."""
    return Negation(
        compile_signals(helpers.negators),
        phrase_book(helpers.sham_negations),
        frozenset(map(fold, helpers.clause_joints)),
    )


def negated_reason(
    negation: Negation, words: tuple[int, ...], view: View, *, is_verb: bool
) -> Reason | None:
    """Return what negates the hit, or None; two negators of one phrase undo each other.

    Args:
        negation: the negators.
        words: the words of the hit.
        view: the passage.
        is_verb: whether the hit is a verb, so that a negator may stand behind it.
    """
    sentence = sentence_around(words, view)
    sham = {i for found in negation.sham.find(sentence) for i in found.words}
    table = negation.negators[1]
    working = [
        found
        for found in _apart(signals_near(negation.negators, words, view))
        if sham.isdisjoint(found.words)
        and _allowed(found, table[found.form], words, is_verb=is_verb)
        and not _contrasts(found, table[found.form], words, (negation, view))
        and (not table[found.form].same_phrase or _governs(found, words, view))
    ]
    working = _nearest_phrase(working, words, negation, view)
    if len(working) % 2 == 0:
        return None
    return Reason("negated", view.text(working[-1].words))


def _apart(found: list[Found]) -> list[Found]:
    """Return the signals without those inside a longer one."""
    return [one for one in found if not any(set(one.words) < set(other.words) for other in found)]


def _allowed(found: Found, signal: Signal, words: tuple[int, ...], *, is_verb: bool) -> bool:
    """Tell whether a negator may stand on this side of the hit."""
    behind = found.words[0] > words[0]
    return not behind or is_verb or signal.direction is not Direction.VERB


def _contrasts(
    found: Found, signal: Signal, words: tuple[int, ...], place: tuple[Negation, View]
) -> bool:
    """Tell whether a negator begins a new part behind the hit: "naar bewoners, niet naar …"."""
    negation, view = place
    start = found.words[0]
    if start < words[0] or signal.direction in {Direction.BOTH, Direction.RIGHT}:
        return False
    return fold(view.words[start - 1].token.text) in negation.joints


def _governs(found: Found, words: tuple[int, ...], view: View) -> bool:
    """Tell whether a hit belongs to the phrase behind a signal: "zonder winst", not "… helpen we".

    Where the tree shows no phrase behind it, the signal reaches as far as any.
    """
    start = found.words[0]
    head = view.words[start].head
    if head <= start:
        return True
    return any(start < i <= head or (i > start and _below(i, head, view)) for i in words)


def _below(i: int, head: int, view: View) -> bool:
    """Tell whether word `i` hangs under word `head` in the tree, at any depth."""
    seen: set[int] = set()
    while i not in seen:
        seen.add(i)
        i = view.words[i].head
        if i == head:
            return True
    return False


def _nearest_phrase(
    working: list[Found], words: tuple[int, ...], negation: Negation, view: View
) -> list[Found]:
    """Return the negators of the phrase next to the hit.

    In "geen klant, geen product" each negator has its own phrase; in "niet zonder product" both
    stand in one, and undo each other.
    """
    phrases: list[list[Found]] = []
    for found in working:
        if phrases and not _joined(phrases[-1][-1], found, negation, view):
            phrases[-1].append(found)
        else:
            phrases.append([found])
    return min(phrases, key=_Nearness(words), default=[])


def _joined(one: Found, other: Found, negation: Negation, view: View) -> bool:
    """Tell whether a comma or conjunction stands between two negators, or is the second one."""
    between = view.words[one.words[-1] + 1 : other.words[0] + 1]
    return any(fold(word.token.text) in negation.joints for word in between)


@dataclass(frozen=True, slots=True)
class _Nearness:
    """How many words lie between a hit and the negators of a phrase."""

    words: tuple[int, ...]

    def __call__(self, phrase: Sequence[Found]) -> int:
        return min(abs(i - at) for found in phrase for i in found.words for at in self.words)
