"""Write a lexicon as the plain dictionaries of LIWC and quanteda, without its conditions."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from taalscan.lexicon.values import CompoundPolicy, Entry, Kind, Lexicon, Stage

_NOT_EXPORTED = frozenset({Stage.DISPUTED, Stage.RETIRED})
_MODIFIER = frozenset({CompoundPolicy.MODIFIER, CompoundPolicy.BOTH})
_HEAD = frozenset({CompoundPolicy.HEAD, CompoundPolicy.BOTH})
_OWN_SIGNS = frozenset("…@<>|+*%\t")


@dataclass(frozen=True, slots=True)
class Exported:
    """A dictionary as text, and the forms it cannot hold (gaps, choices, classes of words)."""

    text: str
    left_out: tuple[str, ...]


def to_liwc(lexicon: Lexicon) -> Exported:
    """Return a LIWC dictionary (.dic): numbered categories, then words with their numbers.

    Each axis and each facet is a category. A form that may begin a compound ends in `*`.
    """
    names = [name for axis in lexicon.axes for name in (axis.id, *(f.id for f in axis.facets))]
    numbers = {name: number for number, name in enumerate(names, start=1)}
    words: dict[str, set[int]] = {}
    left_out: list[str] = []
    for entry in _exported(lexicon):
        kept, other = _forms(entry)
        left_out += other
        starred = f"{entry.form}*" if entry.compound.policy in _MODIFIER else entry.form
        for form in (starred if form == entry.form else form for form in kept):
            words.setdefault(form.lower(), set()).update(
                {numbers[entry.axis], numbers[entry.facet]}
            )
    lines = ["%", *(f"{number}\t{name}" for name, number in numbers.items()), "%"]
    lines += ["\t".join([form, *map(str, sorted(found))]) for form, found in sorted(words.items())]
    return Exported("\n".join(lines) + "\n", tuple(left_out))


def to_quanteda(lexicon: Lexicon) -> Exported:
    """Return a quanteda dictionary (YAML): axis, facet, glob patterns of one word or more."""
    tree: dict[str, dict[str, list[str]]] = {
        axis.id: {facet.id: [] for facet in axis.facets} for axis in lexicon.axes
    }
    left_out: list[str] = []
    for entry in _exported(lexicon):
        kept, other = _forms(entry)
        left_out += other
        patterns = [pattern for form in kept for pattern in _globs(entry, form.lower())]
        tree[entry.axis][entry.facet] += patterns
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=90)
    return Exported(text, tuple(left_out))


def _exported(lexicon: Lexicon) -> Iterator[Entry]:
    return (entry for entry in lexicon.entries if entry.stage not in _NOT_EXPORTED)


def _forms(entry: Entry) -> tuple[list[str], list[str]]:
    """Return the forms that are plain words, and those that are not."""
    forms = (entry.form, *entry.variants)
    if entry.kind in {Kind.CONSTRUCTION, Kind.SEQUENCE}:
        return [], list(forms)
    plain = [form for form in forms if _OWN_SIGNS.isdisjoint(form)]
    return plain, [form for form in forms if form not in plain]


def _globs(entry: Entry, form: str) -> Iterator[str]:
    yield form
    if form != entry.form.lower() or " " in form:
        return
    if entry.compound.policy in _MODIFIER:
        yield f"{form}*"
    if entry.compound.policy in _HEAD:
        yield f"*{form}"
