"""Turn the form of an entry into something that can be looked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taalscan.lexicon.fold import fold, key
from taalscan.lexicon.values import Entry, Kind

LONG_GAP = 8  # words between the parts of a verb phrase: "nemen wij graag de tijd voor"
_PATTERN_GAP = 4
_MODIFIER_GAP = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a phrase: what it may be, and how many words may stand before it."""

    options: frozenset[str]
    gap: int = 0
    modifiers_only: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase of an entry.

    Attributes:
        ordered: whether the words stand in this order; a verb phrase may take any.
        reach: how far apart two words may stand where the order is free.
        connected: whether the words must hang together in the dependency tree.
        anchor: number of the step it is looked up by: the rarest word.
    """

    entry: Entry
    steps: tuple[Step, ...]
    ordered: bool
    reach: int
    connected: bool
    anchor: int = 0


@dataclass(frozen=True, slots=True)
class PatternRules:
    """The small words that forms are read with."""

    articles: frozenset[str]
    slots: Mapping[str, tuple[str, ...]]


def patterns_of(entry: Entry, rules: PatternRules) -> Iterator[Pattern]:
    """Yield a pattern for each form of several words of an entry."""
    for form in (entry.form, *entry.variants):
        items = form.split()
        if len(items) > 1:
            yield _pattern(entry, items, rules)


def single_forms(entry: Entry) -> Iterator[str]:
    """Yield the keys of the forms of one word, the main form first."""
    for form in (entry.form, *entry.variants):
        if len(form.split()) == 1:
            yield key(form)


def _pattern(entry: Entry, items: list[str], rules: PatternRules) -> Pattern:
    sequence = entry.kind is Kind.SEQUENCE
    free = entry.pos == "VERB" and not sequence
    if free:
        items = [item for item in items if fold(item) not in rules.articles] or items
    steps: list[Step] = []
    gap = 0
    for item in items:
        if item in {"…", "..."}:
            gap = _PATTERN_GAP
            continue
        options = _options(item, rules)
        modifiers = not sequence and not free and gap == 0 and bool(steps)
        steps.append(Step(options, _MODIFIER_GAP if modifiers else gap, modifiers))
        gap = 0
    reach = entry.separable.max_tokens if entry.separable else LONG_GAP
    return Pattern(entry, tuple(steps), not free, reach, entry.kind is Kind.CONSTRUCTION)


def _options(item: str, rules: PatternRules) -> frozenset[str]:
    """Return what one word of a form may be: `a|b`, `<NOUN>`, or a word that changes (zich)."""
    options: set[str] = set()
    for choice in item.split("|"):
        if choice.startswith("<") and choice.endswith(">"):
            options.add(choice)
            continue
        name = key(choice)
        options.add(name)
        options.update(map(key, rules.slots.get(fold(choice), ())))
    return frozenset(options)
