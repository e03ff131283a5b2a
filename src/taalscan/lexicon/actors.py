"""Know who is named in a text: the writer's own organisation, or another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taalscan.lexicon.fold import key
from taalscan.lexicon.values import Helpers
from taalscan.lexicon.view import Word

OWN = "eigen"
"""Class of the writer: "wij", "ons", and the classes the lists call own."""


@dataclass(frozen=True, slots=True)
class Actors:
    """Words for actors, by class.

    Attributes:
        classes: key of a word to the class it names.
    """

    classes: dict[str, str]

    def class_of(self, word: Word) -> str | None:
        """Return the class a word names; the head of a compound counts."""
        for name in sorted(word.keys):
            if name in self.classes:
                return self.classes[name]
        parts = word.token.parts
        return self.classes.get(key(parts[-1])) if parts else None

    def named(self, words: Iterable[Word]) -> frozenset[str]:
        """Return the classes that are named in `words`."""
        found = (self.class_of(word) for word in words)
        return frozenset(name for name in found if name is not None)

    def names_another(self, words: Sequence[Word]) -> bool:
        """Tell whether `words` name someone, and not the writer."""
        named = self.named(words)
        if OWN in named:
            return False
        return bool(named) or any(word.token.pos == "PROPN" for word in words)


def compile_actors(helpers: Helpers) -> Actors:
    """Return the actor words of the helper lists."""
    classes = {
        key(word): OWN if name in helpers.own_classes else name
        for name, words in helpers.actors
        for word in words
    }
    return Actors(classes | {key(word): OWN for word in helpers.first_person})
