"""Try a lexicon on its own sentences: examples, counter-examples, false friends."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from taalscan.lexicon.fold import key
from taalscan.lexicon.match import compile_lexicons
from taalscan.lexicon.values import Lexicon, Stage
from taalscan.model import AnalysedPassage, Hit, Status

Analyse = Callable[[Sequence[str]], Iterable[AnalysedPassage]]
"""Turns texts into analysed passages, in order."""

_NOT_SOUGHT = frozenset({Stage.DISPUTED, Stage.RETIRED})


@dataclass(frozen=True, slots=True)
class Lapse:
    """A sentence that comes out otherwise than the lexicon says, or a form that stands twice.

    Attributes:
        code: `example`, `counter-example`, `false-friend` or `repeated-form`.
        subject: id of the entry, or the word of the false friend.
        text: the sentence or form.
        found: what was found there, as entry and status.
    """

    code: str
    subject: str
    text: str
    found: tuple[tuple[str, str], ...] = ()


def lapses(lexicon: Lexicon, analyse: Analyse) -> tuple[Lapse, ...]:
    """Return everything in which a lexicon does not do what it says.

    Entries that are not looked for (disputed, retired) must find nothing, so only their
    counter-examples are tried.
    """
    matcher = compile_lexicons([lexicon])
    trials = tuple(_trials(lexicon))
    passages = analyse([trial.text for trial in trials])
    wrong = (
        trial.lapse(hits) for trial, hits in zip(trials, map(matcher.find, passages), strict=True)
    )
    return (*(lapse for lapse in wrong if lapse is not None), *repeated_forms(lexicon))


@dataclass(frozen=True, slots=True)
class _Trial:
    """A sentence, and whether an entry (or anything of an axis) must count in it."""

    code: str
    subject: str
    text: str
    wanted: bool
    axis: str = ""

    def lapse(self, hits: Iterable[Hit]) -> Lapse | None:
        found = tuple(hits)
        counts = any(
            hit.status is Status.COUNTED
            and (hit.axis == self.axis if self.axis else hit.entry == self.subject)
            for hit in found
        )
        if counts is self.wanted:
            return None
        told = tuple((hit.entry, hit.status.value) for hit in found)
        return Lapse(self.code, self.subject, self.text, told)


def _trials(lexicon: Lexicon) -> Iterator[_Trial]:
    for entry in lexicon.entries:
        if entry.stage not in _NOT_SOUGHT:
            yield _Trial("example", entry.id, entry.example, wanted=True)
        yield _Trial("counter-example", entry.id, entry.counter_example, wanted=False)
    for friend in lexicon.helpers.false_friends:
        yield _Trial("false-friend", friend.word, friend.sentence, wanted=False, axis=friend.axis)


def repeated_forms(lexicon: Lexicon) -> Iterator[Lapse]:
    """Yield every form that stands in two entries, in whatever axis."""
    owners: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for entry in lexicon.entries:
        for form in {tuple(map(key, form.split())) for form in (entry.form, *entry.variants)}:
            owners[form].append(entry.id)
    for form, ids in sorted(owners.items()):
        if len(ids) > 1:
            yield Lapse("repeated-form", ", ".join(ids), " ".join(form))


@dataclass(frozen=True, slots=True)
class AxisCount:
    """How many entries an axis has, and how complete they are.

    Attributes:
        facets: facet to its number of entries; retired entries are in none of the figures.
        questions: entries with a question to the writer.
        alternatives: entries with at least one other wording.
    """

    axis: str
    entries: int
    facets: tuple[tuple[str, int], ...]
    disputed: int
    questions: int
    alternatives: int


def axis_counts(lexicon: Lexicon) -> tuple[AxisCount, ...]:
    """Return the number of entries an axis."""
    counts = []
    for axis in lexicon.axes:
        own = [e for e in lexicon.entries if e.axis == axis.id and e.stage is not Stage.RETIRED]
        facets = Counter(entry.facet for entry in own)
        counts.append(
            AxisCount(
                axis=axis.id,
                entries=len(own),
                facets=tuple((facet.id, facets[facet.id]) for facet in axis.facets),
                disputed=sum(entry.stage is Stage.DISPUTED for entry in own),
                questions=sum(bool(entry.question) for entry in own),
                alternatives=sum(bool(entry.alternatives) for entry in own),
            )
        )
    return tuple(counts)
