"""Tell whether a signal stands where it decides on a hit."""

from taalscan.lexicon.phrases import Found, PhraseBook, phrase_book
from taalscan.lexicon.values import Direction, Signal
from taalscan.lexicon.view import View, Word

Signals = tuple[PhraseBook, dict[str, Signal]]
"""Signals to look for, and what each form says about direction and reach."""


def compile_signals(signals: tuple[Signal, ...]) -> Signals:
    """Return a list of signals in the form they are looked for."""
    return phrase_book(signal.form for signal in signals), {s.form: s for s in signals}


def in_scope(found: Found, signal: Signal, words: tuple[int, ...], view: View) -> bool:
    """Tell whether a signal that was found reaches the hit that took `words`.

    A signal between the parts of a hit reaches it ("kopen geen zorg in"); one inside its words
    does not.
    """
    if not set(found.words).isdisjoint(words):
        return False
    first, last = words[0], words[-1]
    start, end = found.words[0], found.words[-1]
    if signal.same_clause and not _shares_clause(found, words, view):
        return False
    if first < start and end < last:
        return True
    if end < first:
        return signal.direction is not Direction.RIGHT and first - end <= signal.reach
    return signal.direction is not Direction.LEFT and 0 <= start - last <= signal.reach


def signals_near(signals: Signals, words: tuple[int, ...], view: View) -> list[Found]:
    """Return the signals in the sentence of a hit that reach it."""
    book, table = signals
    sentence = sentence_around(words, view)
    return [
        found for found in book.find(sentence) if in_scope(found, table[found.form], words, view)
    ]


def sentence_around(words: tuple[int, ...], view: View) -> tuple[Word, ...]:
    """Return the words of the sentence that a hit stands in."""
    return view.sentence_of(view.words[words[0]])


def _shares_clause(found: Found, words: tuple[int, ...], view: View) -> bool:
    clauses = {view.words[i].clause for i in words}
    return any(view.words[i].clause in clauses for i in found.words)
