"""Decide whether a hit is negated."""

from dataclasses import dataclass

from taalscan.lexicon.phrases import Found, PhraseBook, phrase_book
from taalscan.lexicon.scope import Signals, compile_signals, sentence_around, signals_near
from taalscan.lexicon.values import Direction, Helpers, Signal
from taalscan.lexicon.view import View
from taalscan.model import Reason


@dataclass(frozen=True, slots=True)
class Negation:
    """The negators, and the phrases that only look like one ("niet alleen")."""

    negators: Signals
    sham: PhraseBook


def compile_negation(helpers: Helpers) -> Negation:
    """Return the negators of the helper lists."""
    return Negation(compile_signals(helpers.negators), phrase_book(helpers.sham_negations))


def negated_reason(
    negation: Negation, words: tuple[int, ...], view: View, *, is_verb: bool
) -> Reason | None:
    """Return what negates the hit, or None; two negators undo each other.

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
    ]
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
