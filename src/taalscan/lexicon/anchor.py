"""Look for an anchor, without which a big word is a slogan (CODEBOOK §2.5)."""

from dataclasses import dataclass

from taalscan.lexicon.actors import OWN, Actors
from taalscan.lexicon.phrases import PhraseBook, phrase_book
from taalscan.lexicon.scope import sentence_around
from taalscan.lexicon.values import Helpers
from taalscan.lexicon.view import View, Word


@dataclass(frozen=True, slots=True)
class Anchors:
    """What makes a claim concrete.

    Attributes:
        reciprocal: words for over and over ("elkaar", "beide").
        deeds: what a municipality does or gives up ("aanpassen", "terugbellen").
        powers: what someone gets a say by ("veto", "meebeslissen").
    """

    actors: Actors
    reciprocal: PhraseBook
    deeds: PhraseBook
    powers: PhraseBook


def compile_anchors(helpers: Helpers, actors: Actors) -> Anchors:
    """Return the anchor words of the helper lists."""
    return Anchors(
        actors,
        phrase_book(helpers.reciprocal),
        phrase_book(helpers.deeds),
        phrase_book(helpers.powers),
    )


def has_anchor(anchors: Anchors, words: tuple[int, ...], view: View) -> bool:
    """Tell whether the sentence of a hit says who with whom, what over and over, or what changes.

    The hit's own words are no anchor, but for a word of reciprocity in it.
    """
    taken = set(words)
    whole = sentence_around(words, view)
    sentence = tuple(word for word in whole if word.index not in taken)
    named = anchors.actors.named(sentence)
    others = named - {OWN}
    who_with_whom = len(named) >= 2
    over_and_over = bool(others and anchors.reciprocal.find(whole))
    deeds = anchors.deeds.find(sentence)
    changes = OWN in named and any(_is_deed(view.words[deed.words[0]]) for deed in deeds)
    shares = bool(others and anchors.powers.find(sentence))
    return who_with_whom or over_and_over or changes or shares


def _is_deed(word: Word) -> bool:
    """Tell whether something is done: "vragen" may be questions too."""
    return word.token.pos in {"VERB", "AUX"}
