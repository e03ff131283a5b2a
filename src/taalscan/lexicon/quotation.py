"""Decide whether the writer takes a hit over, or only quotes or rejects it."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.lexicon.actors import OWN, Actors
from taalscan.lexicon.candidates import Match
from taalscan.lexicon.fold import key
from taalscan.lexicon.phrases import Found, PhraseBook, phrase_book
from taalscan.lexicon.scope import Signals, compile_signals, sentence_around, signals_near
from taalscan.lexicon.values import Helpers
from taalscan.lexicon.view import View, Word
from taalscan.model import Reason, Status

_LONGEST_QUOTE = 80  # words: what is longer is a pair of stray marks
_AFTER_SIGNAL = 5  # words in which "volgens" must name who


@dataclass(frozen=True, slots=True)
class Quotation:
    """What shows distance: quotation marks, critique, reporting."""

    closing: dict[str, frozenset[str]]
    critique: Signals
    critique_heads: tuple[str, ...]
    reporting: Signals
    speech: PhraseBook
    judging: frozenset[str]
    complements: frozenset[str]


def compile_quotation(helpers: Helpers) -> Quotation:
    """Return the signals of the helper lists."""
    closing: dict[str, frozenset[str]] = {}
    for opens, closes in helpers.quotes:
        closing[opens] = closing.get(opens, frozenset()) | {closes}
    return Quotation(
        closing=closing,
        critique=compile_signals(helpers.critique),
        critique_heads=tuple(map(key, helpers.critique_heads)),
        reporting=compile_signals(helpers.reporting),
        speech=phrase_book(dict.fromkeys(helpers.speech_verbs + helpers.judging_verbs)),
        judging=frozenset(helpers.judging_verbs),
        complements=frozenset({"dat", "of", ":"}),
    )


def quoted_reason(
    quotation: Quotation, actors: Actors, match: Match, view: View
) -> tuple[Status, Reason] | None:
    """Return whether a match is rejected or reported, and by what; None where neither."""
    words = match.words
    critique = signals_near(quotation.critique, words, view)
    if critique:
        return Status.REJECTED, Reason("rejected", view.text(critique[0].words))
    spoken_of = _compound_about(quotation, match, view)
    if spoken_of is not None:
        return Status.REJECTED, Reason("rejected", spoken_of.token.text)
    for found in signals_near(quotation.reporting, words, view):
        if _by_another(found, actors, view):
            return Status.REPORTED, Reason("reported", view.text(found.words))
    said = _said(quotation, actors, words, view)
    if said is not None:
        return Status.REPORTED, Reason("reported", view.text(said.words))
    if _in_quotes(quotation, words, view):
        return Status.REPORTED, Reason("quoted")
    return None


def _compound_about(quotation: Quotation, match: Match, view: View) -> Word | None:
    """Return the word of the match that speaks about the entry: "rendementsdenken".

    A word that the entry itself is written with says nothing about it: "tijd om na te denken".
    """
    heads = quotation.critique_heads
    if not heads:
        return None
    forms = (match.entry.form, *match.entry.variants)
    written = {key(word) for form in forms for word in form.split()}
    own = (view.words[i] for i in match.words)
    speaking = (word for word in own if word.lemma.endswith(heads))
    return next((word for word in speaking if written.isdisjoint(word.keys)), None)


def _by_another(found: Found, actors: Actors, view: View) -> bool:
    """Tell whether someone else than the writer is named right after the signal."""
    end = found.words[-1] + 1
    return actors.names_another(view.words[end : end + _AFTER_SIGNAL])


def _said(
    quotation: Quotation, actors: Actors, words: tuple[int, ...], view: View
) -> Found | None:
    """Return the verb with which someone else says, in this sentence, what the hit is part of."""
    sentence = sentence_around(words, view)
    for found in quotation.speech.find(sentence):
        verb = view.words[found.words[0]]
        if not _speaks(verb):
            continue
        if _inserted(verb, words, view):
            return found
        if verb.index >= words[0]:
            continue
        if _judged(quotation, found, words, (actors, view)):
            return found
        between = view.words[verb.index + 1 : words[0]]
        if not any(word.surface in quotation.complements for word in between):
            continue
        before = _up_to_complement(sentence, verb, quotation.complements)
        if _another_speaks(actors, verb, before, view):
            return found
    return None


def _another_speaks(actors: Actors, verb: Word, before: Sequence[Word], view: View) -> bool:
    """Tell whether the subject of a speech verb is someone else than the writer.

    "Van ouders vragen wij dat …" is said by the writer. Without a subject in the tree whoever is
    named before what is said decides, and the writer goes first.
    """
    subjects = [
        word
        for word in view.sentence_of(verb)
        if word.head == verb.index and word.token.dep.startswith("nsubj")
    ]
    if subjects:
        return actors.names_another(subjects)
    return OWN not in actors.named(before) and actors.names_another(before)


def _speaks(word: Word) -> bool:
    """Tell whether a word is used as a verb, and not before a noun: "vastgestelde eisen"."""
    attributive = "VerbForm=Part" in word.token.morph and word.surface.endswith("e")
    return word.token.pos in {"VERB", "AUX"} and not attributive


def _inserted(verb: Word, words: tuple[int, ...], view: View) -> bool:
    """Tell whether verb and speaker stand between commas: "de klant, zegt de arts, staat …".

    Whoever is set apart so is quoted, even if the writer's own organisation; "zeggen wij" is not.
    """
    sentence = view.sentence_of(verb)
    if verb.index == sentence[0].index or view.words[verb.index - 1].surface != ",":
        return False
    end = verb.index + 1 + _AFTER_SIGNAL
    insert = [word for word in sentence if verb.index < word.index <= end]
    close = next((word.index for word in insert if word.surface == ","), None)
    if close is None or verb.index < words[0] < close:
        return False
    return any(w.index < close and w.token.pos in {"NOUN", "PROPN"} for w in insert)


def _judged(
    quotation: Quotation, found: Found, words: tuple[int, ...], place: tuple[Actors, View]
) -> bool:
    """Tell whether the hit is the object of someone's judgement: "bewoners noemen … duur"."""
    actors, view = place
    verb = view.words[found.words[0]]
    same = verb.clause == view.words[words[0]].clause
    before = view.words[view.sentence_of(verb)[0].index : verb.index]
    return (
        same
        and found.form in quotation.judging
        and OWN not in actors.named(before)
        and actors.names_another(before)
    )


def _up_to_complement(
    sentence: Sequence[Word], verb: Word, complements: frozenset[str]
) -> tuple[Word, ...]:
    """Return the words of the sentence before what is said begins."""
    taken: list[Word] = []
    for word in sentence:
        if word.index > verb.index and word.surface in complements:
            break
        taken.append(word)
    return tuple(taken)


def _in_quotes(quotation: Quotation, words: tuple[int, ...], view: View) -> bool:
    return any(start < words[0] and words[-1] < end for start, end in _quotes(quotation, view))


def _quotes(quotation: Quotation, view: View) -> list[tuple[int, int]]:
    """Return the places of opening and closing marks that belong together."""
    pairs: list[tuple[int, int]] = []
    opened: tuple[int, frozenset[str]] | None = None
    for word in view.words:
        text = word.token.text
        if opened is not None and text in opened[1]:
            if word.index - opened[0] <= _LONGEST_QUOTE:
                pairs.append((opened[0], word.index))
            opened = None
        elif opened is None and text in quotation.closing:
            opened = (word.index, quotation.closing[text])
    return pairs
