"""Find what is wrong between the files of a lexicon, each of which is right by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taalscan.lexicon.classes import SIGN
from taalscan.lexicon.nodes import Lines, Loc
from taalscan.lexicon.problems import Problem
from taalscan.lexicon.schema import AxisFile, EntryFile, FacetFile, LexiconFile, TurnFile


@dataclass(frozen=True, slots=True)
class ReadFacet:
    """The file of a facet, with the tree that knows its lines."""

    name: str
    value: FacetFile
    located: Lines

    def problem(self, loc: Loc, message: str, entry: str = "") -> Problem:
        """Return a problem at `loc` of this file."""
        return Problem(self.name, self.located.line(loc), entry, message)


def find_problems(
    heading: LexiconFile | None, files: Iterable[ReadFacet], classes: frozenset[str]
) -> tuple[Problem, ...]:
    """Return all problems between files; without the main file only those it has no say in.

    Args:
        heading: the main file.
        files: the files of the facets.
        classes: the classes of actors that an entry may name.
    """
    facets = tuple(files)
    problems = [*_repeated(facets)]
    if heading is not None:
        axes = {axis.id: axis for axis in heading.assen}
        problems += _repeated_headings(heading)
        problems += _unknown_members(heading)
        for file in facets:
            problems += _misplaced(file, axes)
            for ordinal, entry in enumerate(file.value.ingangen):
                problems += _entry_problems(file, ordinal, entry, axes)
                problems += _class_problems(file, ordinal, entry, classes)
    return tuple(problems)


def _repeated(files: tuple[ReadFacet, ...]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file in files:
        for ordinal, entry in enumerate(file.value.ingangen):
            loc = ("ingangen", ordinal, "id")
            if entry.id in first:
                message = f"id stands in {first[entry.id]} too; allowed: an id never used before"
                yield file.problem(loc, message, entry.id)
            first.setdefault(entry.id, f"{file.name}:{file.located.line(loc)}")


def _repeated_headings(heading: LexiconFile) -> Iterator[Problem]:
    seen: set[str] = set()
    names = [axis.id for axis in heading.assen]
    names += [facet.id for axis in heading.assen for facet in axis.facetten]
    names += [group.id for group in heading.groepen]
    names += [balance.id for balance in heading.balansen]
    for name in names:
        if name in seen:
            yield Problem(
                "lexicon.yaml", 1, "", f"axis, facet, group or balance '{name}' stands twice"
            )
        seen.add(name)


def _unknown_members(heading: LexiconFile) -> Iterator[Problem]:
    """Yield groups whose facets are not of one axis, and balances of what does not exist."""
    facets = {axis.id: {facet.id for facet in axis.facetten} for axis in heading.assen}
    for group in heading.groepen:
        if not any(own.issuperset(group.facetten) for own in facets.values()):
            message = f"group '{group.id}': allowed: facets of one axis"
            yield Problem("lexicon.yaml", 1, "", message)
    known = {*facets, *(group.id for group in heading.groepen)}.union(*facets.values())
    for balance in heading.balansen:
        for name in (*balance.boven.leden, *balance.onder.leden):
            if name not in known:
                message = f"balance '{balance.id}': unknown member '{name}'; allowed: "
                yield Problem("lexicon.yaml", 1, "", message + ", ".join(sorted(known)))


def _misplaced(file: ReadFacet, axes: dict[str, AxisFile]) -> Iterator[Problem]:
    value = file.value
    axis = axes.get(value.categorie)
    if axis is None:
        allowed = ", ".join(axes)
        message = f"unknown category '{value.categorie}'; allowed: {allowed}"
        yield file.problem(("categorie",), message)
        return
    facets = [facet.id for facet in axis.facetten]
    if value.subdimensie not in facets:
        message = f"'{value.subdimensie}' is no facet of {axis.id}; allowed: {', '.join(facets)}"
        yield file.problem(("subdimensie",), message)


def _entry_problems(
    file: ReadFacet, ordinal: int, entry: EntryFile, axes: dict[str, AxisFile]
) -> Iterator[Problem]:
    here: Loc = ("ingangen", ordinal)
    facet = file.value.subdimensie
    if entry.id.partition("-")[0] != facet:
        message = f"id does not belong to this file; allowed: {facet}-001, {facet}-002, …"
        yield file.problem((*here, "id"), message, entry.id)
    axis = axes.get(file.value.categorie)
    if axis is not None and axis.vraag_verplicht and not entry.verduidelijkingsvraag.strip():
        message = "key 'verduidelijkingsvraag' must be filled for this axis"
        yield file.problem(here, message, entry.id)
    words = entry.vorm.split()
    if entry.type == "lemma" and len(words) > 1:
        message = "a form of several words; allowed for type lemma: one word"
        yield file.problem((*here, "vorm"), message, entry.id)
    if entry.type != "lemma" and len(words) < 2:
        message = f"a form of one word; allowed for type {entry.type}: two words or more"
        yield file.problem((*here, "vorm"), message, entry.id)
    yield from _verb_problems(file, here, entry)
    turned = entry.negatie.keer_om if isinstance(entry.negatie, TurnFile) else None
    known = [facet.id for axis in axes.values() for facet in axis.facetten]
    if turned is not None and turned not in known:
        message = f"unknown facet '{turned}'; allowed: {', '.join(known)}"
        yield file.problem((*here, "negatie"), message, entry.id)


def _class_problems(
    file: ReadFacet, ordinal: int, entry: EntryFile, classes: frozenset[str]
) -> Iterator[Problem]:
    written = {
        ("vorm",): [entry.vorm],
        ("varianten",): entry.varianten,
        ("context", "vereist_een_van"): entry.context.vereist_een_van,
        ("context", "sluit_uit"): entry.context.sluit_uit,
    }
    for loc, forms in written.items():
        names = [word for form in forms for item in form.split() for word in item.split("|")]
        for name in names:
            if name.startswith(SIGN) and name not in classes:
                message = f"unknown class '{name}'; allowed: {', '.join(sorted(classes))}"
                yield file.problem(("ingangen", ordinal, *loc), message, entry.id)


def _verb_problems(file: ReadFacet, here: Loc, entry: EntryFile) -> Iterator[Problem]:
    if entry.scheidbaar is None:
        return
    whole = entry.scheidbaar.partikel + entry.scheidbaar.werkwoord
    written = [word for form in (entry.vorm, *entry.varianten) for word in form.split()]
    if whole not in written:
        message = f"particle and verb make '{whole}'; allowed: a verb that the form holds"
        yield file.problem((*here, "scheidbaar"), message, entry.id)
