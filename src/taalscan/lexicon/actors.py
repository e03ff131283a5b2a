"""Know who is named in a text: the writer's own organisation, or another."""

from collections.abc import Iterable
from dataclasses import dataclass

from taalscan.lexicon.classes import ANYONE, SIGN, WRITER
from taalscan.lexicon.values import Helpers
from taalscan.lexicon.view import Word

OWN = "eigen"
"""Class of the writer: "wij", "ons", and the classes the lists call own."""


@dataclass(frozen=True, slots=True)
class Actors:
    """Whom the words of a view name.

    Attributes:
        own: the classes of actors that are the writer.
    """

    own: frozenset[str]

    def class_of(self, word: Word) -> str | None:
        """Return the class a word names; the head of a compound counts."""
        classes = [name for name in sorted(word.keys) if name.startswith(SIGN) and name != ANYONE]
        if not classes:
            return None
        return classes[0] if self.own.isdisjoint(classes) else OWN

    def named(self, words: Iterable[Word]) -> frozenset[str]:
        """Return the classes that are named in `words`."""
        found = (self.class_of(word) for word in words)
        return frozenset(name for name in found if name is not None)

    def names_another(self, words: Iterable[Word]) -> bool:
        """Tell whether the first that `words` name is someone else than the writer."""
        for word in words:
            name = self.class_of(word)
            if name is not None:
                return name != OWN
            if word.token.pos == "PROPN":
                return True
        return False


def compile_actors(helpers: Helpers) -> Actors:
    """Return the actors of the helper lists."""
    return Actors(frozenset({WRITER, *(SIGN + name for name in helpers.own_classes)}))
