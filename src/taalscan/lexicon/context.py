"""Hold a hit against what its entry asks of the words around it."""

from dataclasses import dataclass

from taalscan.lexicon.fold import key
from taalscan.lexicon.phrases import PhraseBook, phrase_book
from taalscan.lexicon.scope import sentence_around
from taalscan.lexicon.values import Entry, Window, WindowUnit
from taalscan.lexicon.view import View, Word
from taalscan.model import Reason


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The context conditions of one entry, ready to be looked for."""

    required: PhraseBook
    excluded: PhraseBook
    compounds: tuple[str, ...]
    skipped: tuple[str, ...]
    legal: PhraseBook
    window: Window


def compile_context(entry: Entry) -> Surroundings:
    """Return the conditions of an entry; excluded phrases of its compounds count as context."""
    phrases = [form for form in entry.compound.excluded if len(form.split()) > 1]
    return Surroundings(
        required=phrase_book(entry.context.required),
        excluded=phrase_book([*entry.context.excluded, *phrases]),
        compounds=tuple(key(form) for form in entry.compound.excluded if len(form.split()) == 1),
        skipped=tuple(map(key, entry.compound.skipped)),
        legal=phrase_book(entry.legal_signals),
        window=entry.context.window,
    )


def is_met(surroundings: Surroundings, words: tuple[int, ...], view: View) -> bool:
    """Tell whether a match is the entry at all: another word, or no required context, is not.

    A compound that the entry excludes by name stays, to be shown as literal.
    """
    if _beginning(surroundings.skipped, words, view) is not None:
        return False
    if not surroundings.required or _beginning(surroundings.compounds, words, view) is not None:
        return True
    around = _around(surroundings.window, words, view)
    return bool(surroundings.required.find(around, in_compounds=True))


def literal_reason(
    surroundings: Surroundings, words: tuple[int, ...], view: View
) -> Reason | None:
    """Return why the hit is meant literally, or None where the context lets it count."""
    compound = _beginning(surroundings.compounds, words, view)
    if compound is not None:
        return Reason("compound", compound.token.text)
    around = _around(surroundings.window, words, view)
    found = surroundings.excluded.find(around, in_compounds=True)
    if found:
        return Reason("excluded", view.text(found[0].words))
    hidden = _hidden(surroundings.excluded, [view.words[i] for i in words])
    if hidden:
        return Reason("excluded", hidden)
    return None


def _beginning(names: tuple[str, ...], words: tuple[int, ...], view: View) -> Word | None:
    """Return the word of the hit that begins with one of `names`."""
    if not names:
        return None
    own = (view.words[i] for i in words)
    return next((w for w in own if w.lemma.startswith(names) or w.surface.startswith(names)), None)


def _around(window: Window, words: tuple[int, ...], view: View) -> tuple[Word, ...]:
    if window.unit is WindowUnit.PASSAGE:
        return view.words
    sentence = sentence_around(words, view)
    if window.unit is WindowUnit.SENTENCE:
        return sentence
    offset = sentence[0].index
    start = max(0, words[0] - offset - window.size)
    return sentence[start : words[-1] - offset + window.size + 1]


def _hidden(excluded: PhraseBook, own: list[Word]) -> str:
    """Return the hit's own compound where it begins with an excluded word: energiebesparing."""
    for word in own:
        for end in range(3, len(word.lemma) - 4):
            phrases = excluded.first.get(word.lemma[:end], ())
            if any(len(phrase.steps) == 1 for phrase in phrases):
                return word.token.text
    return ""
