"""Answer what is known of a word by itself, whatever sentence it stands in."""

import re
from dataclasses import dataclass
from functools import lru_cache

from taalscan.language.tables import SortedTable, decode

POS_LETTERS = {
    "NOUN": "N",
    "VERB": "V",
    "AUX": "X",
    "ADJ": "A",
    "ADV": "B",
    "PROPN": "P",
    "PRON": "O",
    "DET": "D",
    "NUM": "T",
    "ADP": "I",
    "SCONJ": "U",
    "CCONJ": "C",
    "INTJ": "J",
    "SYM": "Y",
    "X": "Z",
}
"""How the table writes a part of speech; punctuation has no lemma of its own."""

WORD, SEPARABLE, MODIFIER, NOUN_HEAD, ADJ_HEAD, WHOLE = "w", "s", "m", "h", "g", "x"
OBLIQUE = {"q": "obl:arg", "r": "obl"}
"""What else the table says of a word: see `Facts`."""

ITEM = re.compile(r"([A-Za-z]+)(\d+[^ ]*)")
"""Letters with the lemma code they share."""

REMEMBERED = 50_000
"""Words whose facts stay decoded: enough for a long document, and no more memory after that."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the table says of one string of letters.

    Attributes:
        word: whether it is a word, not just a piece of one ("verzekerings").
        lemmas: lemma by the letter of its part of speech.
        separable: whether it is a verb whose particle can stand apart.
        modifier: lemma it stands for as the first part of a compound; else None.
        heads: letters of the parts of speech in which it can be the last part of a compound.
        whole: whether it only looks like a compound.
        oblique: for a verb and a preposition, the relation of what follows the preposition.
    """

    word: bool
    lemmas: dict[str, str]
    separable: bool = False
    modifier: str | None = None
    heads: str = ""
    whole: bool = False
    oblique: str | None = None


UNKNOWN = Facts(word=False, lemmas={})


class Vocabulary:
    """The words that are known, with their lemmas and their use in compounds."""

    def __init__(self, table: SortedTable) -> None:
        self._table = table
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._look_up)

    def facts(self, form: str) -> Facts:
        """Return what is known of a lower-case string of letters."""
        return self._remembered(form)

    def _look_up(self, form: str) -> Facts:
        note = self._table.get(form)
        return UNKNOWN if note is None else _read(form, note)

    def is_word(self, form: str) -> bool:
        """Tell whether a lower-case form is a known word."""
        return self.facts(form).word

    def lemma(self, form: str, pos: str) -> str | None:
        """Return the lemma of a lower-case form with this part of speech; None if not known."""
        return self.facts(form).lemmas.get(POS_LETTERS.get(pos, ""))

    def oblique(self, verb: str, preposition: str) -> str | None:
        """Return the relation of what the preposition brings to the verb; None if not known."""
        return self.facts(f"{verb} {preposition}").oblique

    def is_verb(self, infinitive: str) -> bool:
        """Tell whether this is the infinitive of a known verb."""
        return self.lemma(infinitive, "VERB") == infinitive


def _read(form: str, note: str) -> Facts:
    """Decode a note: items of letters and a lemma code, parted by spaces ("NV0 A1 s0 m1")."""
    lemmas: dict[str, str] = {}
    flags: dict[str, str] = {}
    for letters, code in ITEM.findall(note):
        for letter in letters:
            if letter.isupper():
                lemmas[letter] = decode(form, code)
            else:
                flags[letter] = code
    return Facts(
        word=WORD in flags or bool(lemmas),
        lemmas=lemmas,
        separable=SEPARABLE in flags,
        modifier=decode(form, flags[MODIFIER]) if MODIFIER in flags else None,
        heads=("N" if NOUN_HEAD in flags else "") + ("A" if ADJ_HEAD in flags else ""),
        whole=WHOLE in flags,
        oblique=next((OBLIQUE[flag] for flag in flags if flag in OBLIQUE), None),
    )
