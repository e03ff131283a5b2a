"""Compile lexicons into the tables that one pass over a text looks words up in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from taalscan.errors import LexiconError
from taalscan.lexicon.classes import class_keys
from taalscan.lexicon.clauses import ClauseRules
from taalscan.lexicon.fold import fold, key
from taalscan.lexicon.morphology import adjective_forms, noun_forms, verb_forms
from taalscan.lexicon.patterns import Pattern, PatternRules, patterns_of, single_forms
from taalscan.lexicon.separable import SeparableVerb, SeparableVerbs
from taalscan.lexicon.values import CompoundPolicy, Entry, Helpers, Lexicon, Stage
from taalscan.lexicon.view import ViewRules
from taalscan.model import Axis, BalanceIndex, FacetGroup

Item = TypeVar("Item")
Table = Mapping[str, tuple[Item, ...]]

_NOT_SOUGHT = frozenset({Stage.DISPUTED, Stage.RETIRED})
_UNMISTAKABLE = 8  # letters; a shorter noun may be written like a verb
_HEAD = frozenset({CompoundPolicy.HEAD, CompoundPolicy.BOTH})
_MODIFIER = frozenset({CompoundPolicy.MODIFIER, CompoundPolicy.BOTH})


@dataclass(frozen=True, slots=True)
class Index:
    """All that is looked for, by key.

    Attributes:
        forms: words that are an entry whatever their part of speech: variants, verb forms.
        lemmas: main forms of one word, which must have the entry's part of speech.
        heads: words that are found as the last part of a compound.
        modifiers: words that are found as its first part.
        phrases: patterns of several words, by their rarest word.
    """

    forms: Table[Entry]
    lemmas: Table[Entry]
    heads: Table[Entry]
    modifiers: Table[Entry]
    phrases: Table[Pattern]
    view: ViewRules
    no_modifiers: frozenset[str]
    no_heads: frozenset[str]


def merged_axes(lexicons: Iterable[Lexicon]) -> tuple[Axis, ...]:
    """Return the axes of all lexicons; of axes with one id the first definition stands.

    Raises:
        LexiconError: if two lexicons give one axis different facets, or one facet two axes.
    """
    axes: dict[str, Axis] = {}
    owners: dict[str, str] = {}
    problems: list[str] = []
    for lexicon in lexicons:
        for axis in lexicon.axes:
            known = axes.setdefault(axis.id, axis)
            axes[axis.id] = replace(known, groups=_merged_groups(known, axis, problems))
            ids = [facet.id for facet in axis.facets]
            if ids != [facet.id for facet in known.facets]:
                problems.append(f"{lexicon.name}: axis '{axis.id}' has other facets than before")
            problems += [
                f"{lexicon.name}: facet '{facet}' belongs to axis '{owners[facet]}' already"
                for facet in ids
                if owners.setdefault(facet, axis.id) != axis.id
            ]
    if problems:
        raise LexiconError(problems="\n".join(problems))
    return tuple(axes.values())


def _merged_groups(known: Axis, axis: Axis, problems: list[str]) -> tuple[FacetGroup, ...]:
    groups = {group.id: group for group in (*axis.groups, *known.groups)}
    problems += [
        f"group '{group.id}' has other facets than before"
        for group in axis.groups
        if set(groups[group.id].facets) != set(group.facets)
    ]
    return tuple(groups.values())


def merged_balances(lexicons: Iterable[Lexicon]) -> tuple[BalanceIndex, ...]:
    """Return the balances of all lexicons, each once.

    Raises:
        LexiconError: if two lexicons give one balance different members.
    """
    balances: dict[str, BalanceIndex] = {}
    problems: list[str] = []
    for lexicon in lexicons:
        for balance in lexicon.balances:
            known = balances.setdefault(balance.id, balance)
            if (known.above.members, known.below.members) != (
                balance.above.members,
                balance.below.members,
            ):
                problems.append(f"{lexicon.name}: balance '{balance.id}' has other members")
    if problems:
        raise LexiconError(problems="\n".join(problems))
    return tuple(balances.values())


def unique_entries(lexicons: Sequence[Lexicon]) -> tuple[Entry, ...]:
    """Return the entries of all lexicons.

    Raises:
        LexiconError: if two lexicons have one name or use one id.
    """
    names = Counter(lexicon.name for lexicon in lexicons)
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        # all their entries would clash; one line says it
        lines = [f"{name}: lexicon given twice; give each name once" for name in twice]
        raise LexiconError(problems="\n".join(lines))
    entries: dict[str, Entry] = {}
    problems: list[str] = []
    for lexicon in lexicons:
        for entry in lexicon.entries:
            if entry.id in entries:
                problems.append(f"{lexicon.name} {entry.id}: id stands in another lexicon too")
            entries[entry.id] = entry
    if problems:
        raise LexiconError(problems="\n".join(problems))
    return tuple(entries.values())


def build_index(entries: Sequence[Entry], helpers: Helpers) -> Index:
    """Return the tables for a set of entries; disputed and retired ones are left out."""
    sought = sorted((entry for entry in entries if entry.stage not in _NOT_SOUGHT), key=_entry_id)
    strong = {key(verb): tuple(map(key, forms)) for verb, forms in helpers.strong_verbs}
    forms: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    lemmas: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    heads: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    modifiers: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in sought:
        for ordinal, name in enumerate(single_forms(entry)):
            if ordinal or len(entry.form.split()) > 1:
                forms[name][entry.id] = entry
            else:
                lemmas[name][entry.id] = entry
                for form in _surfaces(entry, strong):
                    table = forms if _is_unmistakable(entry, form) else lemmas
                    table[form][entry.id] = entry
            if entry.compound.policy in _HEAD:
                heads[name][entry.id] = entry
            if entry.compound.policy in _MODIFIER:
                modifiers[name][entry.id] = entry
    return Index(
        forms=_table(forms),
        lemmas=_table(lemmas),
        heads=_table(heads),
        modifiers=_table(modifiers),
        phrases=_phrases(sought, helpers),
        view=ViewRules(
            ClauseRules(
                frozenset(map(fold, helpers.clause_words)),
                frozenset(map(fold, helpers.clause_marks)),
                frozenset(map(fold, helpers.clause_joints)),
                frozenset(map(fold, helpers.subordinators)),
            ),
            _separable_verbs(sought, strong),
            class_keys(helpers),
        ),
        no_modifiers=frozenset(map(key, helpers.no_modifiers)),
        no_heads=frozenset(map(key, helpers.no_heads)),
    )


def _entry_id(entry: Entry) -> str:
    return entry.id


def _table(found: Mapping[str, Mapping[str, Entry]]) -> Table[Entry]:
    return {name: tuple(entries.values()) for name, entries in found.items()}


def _is_unmistakable(entry: Entry, form: str) -> bool:
    """Tell whether a written form is the entry, whatever part of speech a tagger gives it."""
    inflected = entry.pos == "ADJ" and form != key(entry.form)
    return entry.pos == "VERB" or inflected or len(key(entry.form)) >= _UNMISTAKABLE


def _surfaces(entry: Entry, strong: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return the written forms of an entry of one word."""
    name = key(entry.form)
    if entry.pos == "NOUN":
        return noun_forms(name)
    if entry.pos == "ADJ":
        return adjective_forms(name)
    if entry.pos != "VERB":
        return frozenset({name})
    if entry.separable:
        particle, verb = key(entry.separable.particle), key(entry.separable.verb)
        surfaces = verb_forms(verb, particle, strong)
        return surfaces | {particle + "te" + verb}
    return verb_forms(name, "", strong)


def _separable_verbs(
    entries: Iterable[Entry], strong: Mapping[str, Sequence[str]]
) -> SeparableVerbs:
    bases: defaultdict[str, set[str]] = defaultdict(set)
    wholes: dict[tuple[str, str], SeparableVerb] = {}
    for entry in entries:
        if entry.separable is None:
            continue
        particle, verb = key(entry.separable.particle), key(entry.separable.verb)
        wholes[verb, particle] = SeparableVerb(
            particle + verb, entry.separable.max_tokens, entry.separable.same_clause
        )
        for form in verb_forms(verb, "", strong):
            bases[form].add(verb)
    return SeparableVerbs({form: tuple(sorted(verbs)) for form, verbs in bases.items()}, wholes)


def _phrases(entries: Iterable[Entry], helpers: Helpers) -> Table[Pattern]:
    """Index each pattern by its rarest word, so that no key leads to many patterns."""
    rules = PatternRules(
        frozenset(map(fold, helpers.articles)),
        {fold(word): forms for word, forms in helpers.slots},
    )
    patterns = [pattern for entry in entries for pattern in patterns_of(entry, rules)]
    common = frozenset(map(key, helpers.function_words))
    counts = Counter(
        name for pattern in patterns for step in pattern.steps for name in step.options
    )
    phrases: defaultdict[str, list[Pattern]] = defaultdict(list)
    for pattern in patterns:
        anchor = min(range(len(pattern.steps)), key=_Rank(pattern, counts, common))
        for name in pattern.steps[anchor].options:
            phrases[name].append(replace(pattern, anchor=anchor))
    return {name: tuple(found) for name, found in phrases.items()}


@dataclass(frozen=True, slots=True)
class _Rank:
    """How common the words of a step are: a rank to sort by, the rarest first."""

    pattern: Pattern
    counts: Mapping[str, int]
    common: frozenset[str]

    def __call__(self, ordinal: int) -> tuple[bool, int, int]:
        options = self.pattern.steps[ordinal].options
        usual = any(name in self.common or name.startswith("<") for name in options)
        longest = max(len(name) for name in options)
        return usual, sum(self.counts[name] for name in options), -longest
