"""Find words and phrases of a list among the words of a passage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from taalscan.lexicon.fold import key
from taalscan.lexicon.view import Word

GAP = "…"
"""Stands in a phrase for up to four other words."""

NUMBER = "<nummer>"
"""Stands in a phrase for a word with a digit; not as its first word."""

_GAP_WORDS = 4
_BOTH = "+"


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase of a list that stands in the text: the form in the list, and the words it took."""

    form: str
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A form as steps: a word, and how many words may stand before it; or words in any order."""

    form: str
    steps: tuple[tuple[str, int], ...]
    any_order: bool


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """A list of words and phrases, indexed by their first word.

    In a phrase `…` is a gap of up to four words of the same clause; `+` between two words means
    both, in any order. Words match on surface or lemma, whatever their spelling.
    """

    first: Mapping[str, tuple[_Phrase, ...]]

    def __bool__(self) -> bool:
        return bool(self.first)

    def find(self, words: Sequence[Word], *, in_compounds: bool = False) -> tuple[Found, ...]:
        """Return all phrases that stand in `words`, in order of their first word.

        Args:
            words: neighbouring words, such as those of a sentence.
            in_compounds: whether a word is found as part of a compound too.
        """
        if not self.first:
            return ()
        found: list[Found] = []
        for place, word in enumerate(words):
            for name in word.near if in_compounds else word.keys:
                for phrase in self.first.get(name, ()):
                    taken = _follow(phrase, words, place, in_compounds=in_compounds)
                    if taken is not None:
                        found.append(Found(phrase.form, taken))
        return tuple(sorted(found, key=_first_word))


def _first_word(found: Found) -> tuple[int, int]:
    return found.words[0], -len(found.words)


def phrase_book(forms: Iterable[str]) -> PhraseBook:
    """Return the book of a list of forms."""
    first: dict[str, tuple[_Phrase, ...]] = {}
    for form in forms:
        phrase = _parse(form)
        if phrase.steps:
            name = phrase.steps[0][0]
            first[name] = (*first.get(name, ()), phrase)
    return PhraseBook(first)


def _parse(form: str) -> _Phrase:
    steps: list[tuple[str, int]] = []
    gap = 0
    any_order = False
    for item in form.split():
        if item in {GAP, "..."}:
            gap = _GAP_WORDS
        elif item == _BOTH:
            any_order = True
        else:
            steps.append((item if item == NUMBER else key(item), gap))
            gap = 0
    return _Phrase(form, tuple(steps), any_order)


def _follow(
    phrase: _Phrase, words: Sequence[Word], place: int, *, in_compounds: bool
) -> tuple[int, ...] | None:
    """Return the words the phrase takes when its first word stands at `place`."""
    taken = [words[place].index]
    here = place
    for name, gap in phrase.steps[1:]:
        if phrase.any_order:
            places = range(len(words))
        else:
            places = range(here + 1, min(here + 2 + gap, len(words)))
        there = next((p for p in places if _is(words[p], name, in_compounds=in_compounds)), None)
        if there is None or (gap and words[there].clause != words[place].clause):
            return None
        taken.append(words[there].index)
        here = there
    return tuple(taken)


def _is(word: Word, name: str, *, in_compounds: bool) -> bool:
    if name == NUMBER:
        return any(sign.isdigit() for sign in word.surface)
    return name in (word.near if in_compounds else word.keys)
