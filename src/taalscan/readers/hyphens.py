"""Decide what a hyphen at a line end stands for."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

_WORD: Final = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_VOWELS: Final = frozenset("aeiouyáéíóúàèäëïöü")


@dataclass(frozen=True, slots=True)
class _Rules:
    """The words of hyphens.yaml."""

    conjunctions: frozenset[str]
    weak_conjunctions: frozenset[str]
    prefixes: frozenset[str]
    clashes: frozenset[str]
    diaeresis_after: frozenset[str]
    diaereses: dict[str, str]


@cache
def _rules() -> _Rules:
    path = Path(__file__).with_name("hyphens.yaml")
    words = yaml.safe_load(path.read_text(encoding="utf-8"))
    diaereses = words.pop("diaereses")
    return _Rules(**{name: frozenset(value) for name, value in words.items()}, diaereses=diaereses)


class Hyphens:
    """Decide about hyphens at line ends by what the rest of the document and a word list say."""

    def __init__(self, texts: Iterable[str], is_word: Callable[[str], bool]) -> None:
        self._texts = tuple(texts)
        self._is_word = is_word
        self._counts: Counter[str] | None = None

    def join(self, left: str, right: str) -> str:
        """Return how the halves of a word around a line-end hyphen are to be written.

        >>> hyphens = Hyphens(["de aanbesteding"], {"procesgericht"}.__contains__)
        >>> hyphens.join("aanbe", "steding"), hyphens.join("klant", "en")
        ('aanbesteding', 'klant- en')
        >>> hyphens.join("re", "integratie"), hyphens.join("JGZ", "aanbod")
        ('re-integratie', 'JGZ-aanbod')
        """
        if not left or not right:
            return f"{left}-{right}"
        if self._is_suspended(left, right):
            return f"{left}- {right}"
        if _keeps_by_shape(left, right):
            return f"{left}-{right}"
        solid, hyphenated = left + right, f"{left}-{right}"
        forms = [solid, _with_diaeresis(left, right), hyphenated]
        return self._seen_most(forms) or self._known(forms) or self._by_rule(left, right)

    def _is_suspended(self, left: str, right: str) -> bool:
        low, word = left.lower(), right.lower()
        if word == "en" and low[-1] in _VOWELS | {"j", "w"}:
            # only after a vowel is "en" a syllable ("partij-en"): "klant-en" is never "klanten"
            return not self._is_word(low + word) and (low[-1] != "i" or self._is_word(low))
        if word in _rules().conjunctions:
            return True
        return word in _rules().weak_conjunctions and not self._is_word(low + word)

    def _seen_most(self, forms: list[str]) -> str | None:
        counts = self._count()
        best = max(forms, key=_lookup(counts))
        return best if counts[best.lower()] else None

    def _known(self, forms: list[str]) -> str | None:
        return next((form for form in forms if self._is_word(form.lower())), None)

    def _by_rule(self, left: str, right: str) -> str:
        """Decide on a word that is not known in any form."""
        low, rules = left.lower(), _rules()
        if not _VOWELS.intersection(low) or low in rules.prefixes:
            return f"{left}-{right}"
        if low[-1] + right[0].lower() not in rules.clashes:
            return left + right
        if low in rules.diaeresis_after or (low.endswith("i") and not self._is_word(low)):
            return _with_diaeresis(left, right)
        return f"{left}-{right}"

    def _count(self) -> Counter[str]:
        if self._counts is None:
            self._counts = Counter(
                word.replace("\u2010", "-").replace("\u2011", "-").lower()
                for text in self._texts
                for word in _WORD.findall(text)
            )
        return self._counts


def _lookup(counts: Counter[str]) -> Callable[[str], int]:
    def count(form: str) -> int:
        return counts[form.lower()]

    return count


def _keeps_by_shape(left: str, right: str) -> bool:
    """Tell whether capitals or digits show that the hyphen belongs to the word."""
    if left[-1].isdigit() or right[0].isdigit():
        return True
    if left.isupper() and right.isupper():
        # a heading in capitals: nothing to be seen
        return False
    return left[-1].isupper() or right[0].isupper()


def _with_diaeresis(left: str, right: str) -> str:
    first = _rules().diaereses.get(right[0], right[0])
    return left + first + right[1:]
