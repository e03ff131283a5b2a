"""Let an entry name a class of actors, `@inwoner`, where it would have to list all its words."""

from collections.abc import Mapping, Sequence

from taalscan.lexicon.fold import key
from taalscan.lexicon.morphology import noun_forms
from taalscan.lexicon.values import Helpers

SIGN = "@"
"""Begins the name of a class in the files of a lexicon."""

ANYONE = f"{SIGN}actor"
"""Any actor of any class, the writer too."""

WRITER = f"{SIGN}wij"
"""The writer in the first person: "wij", "ons"."""

ClassKeys = Mapping[str, frozenset[str]]
"""Key of a word to the classes it belongs to, each with its sign."""


def class_keys(helpers: Helpers) -> ClassKeys:
    """Return the classes of every word of the actor lists, and of the plurals it may have.

    >>> sorted(class_keys(Helpers(actors=(("inwoner", ("buur",)),)))["buren"])
    ['@actor', '@inwoner']
    """
    found: dict[str, frozenset[str]] = {}
    for name, words in (*helpers.actors, (WRITER[1:], helpers.first_person)):
        for word in map(key, words):
            # a plural that the tagger takes for another word ("-gerechtigden") is still found
            for form in noun_forms(word) if name != WRITER[1:] else (word,):
                found[form] = found.get(form, frozenset()) | {SIGN + name, ANYONE}
    return found


def class_names(helpers: Helpers) -> frozenset[str]:
    """Return what an entry may write."""
    return frozenset({ANYONE, WRITER, *(SIGN + name for name, _ in helpers.actors)})


def classes_of(names: Sequence[str], classes: ClassKeys) -> frozenset[str]:
    """Return the classes of a word by its keys, the first that is known deciding."""
    return next((classes[name] for name in names if name in classes), frozenset())
