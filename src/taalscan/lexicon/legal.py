"""Decide whether a hit stands there because the law prescribes the term."""

from dataclasses import dataclass

from taalscan.lexicon.phrases import PhraseBook, phrase_book
from taalscan.lexicon.scope import sentence_around
from taalscan.lexicon.values import Helpers
from taalscan.lexicon.view import View
from taalscan.model import Reason


@dataclass(frozen=True, slots=True)
class Law:
    """Legal signals for every entry, and words that begin an argument of the writer's own."""

    signals: PhraseBook
    arguments: PhraseBook


def compile_law(helpers: Helpers) -> Law:
    """Return the signals of the helper lists."""
    return Law(phrase_book(helpers.legal), phrase_book(helpers.arguments))


def legal_reason(law: Law, own: PhraseBook, words: tuple[int, ...], view: View) -> Reason | None:
    """Return the legal signal of the sentence, or None; an argument of the writer makes it count.

    "Boven de drempel besteden we aan, zodat …" gives a reason of the writer's own; in "we besteden
    aan, omdat de opdracht boven de drempel ligt" the law is the reason.

    Args:
        law: the signals of the helper lists.
        own: the legal signals of the hit's own entry.
        words: the words of the hit.
        view: the passage.
    """
    sentence = sentence_around(words, view)
    found = own.find(sentence) or law.signals.find(sentence)
    if not found:
        return None
    last = max(signal.words[0] for signal in found)
    if any(argument.words[0] > last for argument in law.arguments.find(sentence)):
        return None
    return Reason("legal", view.text(found[0].words))
