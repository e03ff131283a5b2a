"""Put together what a coder sees: the passage and the questions, and nothing that was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.labels import LabelledPassage
from taalscan.labels.exchange.fields import CODEBOOK_FLAGS, DEGREES, INTENSITIES, STANCES
from taalscan.model import Axis
from taalscan.web.coding import Coding, Problem
from taalscan.web.pages import Pages


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A value to choose, its words, and whether it is chosen."""

    value: str
    title: str
    chosen: bool
    told: str = ""


@dataclass(frozen=True, slots=True)
class AxisView:
    """The questions about one axis."""

    code: str
    title: str
    definition: str
    degrees: tuple[ChoiceView, ...]
    facets: tuple[ChoiceView, ...]
    evidence: str
    stances: tuple[ChoiceView, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodingView:
    """A passage and its questions.

    Attributes:
        where: document, page and headings, as far as they are known.
        previous: place of the passage before it, from 1; 0 for none. `following` likewise.
    """

    number: int
    total: int
    done: int
    coder: str
    coded: bool
    text: str
    where: tuple[str, ...]
    axes: tuple[AxisView, ...]
    flags: tuple[ChoiceView, ...]
    sure: tuple[ChoiceView, ...]
    note: str
    problems: tuple[str, ...]
    rules: tuple[str, ...]
    previous: int
    following: int


@dataclass(frozen=True, slots=True)
class FinishedView:
    """All is coded."""

    done: int
    total: int
    file: str


def coding_view(
    coding: Coding,
    place: int,
    passage: LabelledPassage,
    problems: Sequence[Problem],
    pages: Pages,
) -> CodingView:
    """Return a passage with its questions.

    Args:
        coding: the work.
        place: of the passage, from 0.
        passage: with what was said of it.
        problems: what the answer lacks.
        pages: the words.
    """
    total = len(coding.passages)
    return CodingView(
        number=place + 1,
        total=total,
        done=len(coding.done),
        coder=coding.coder,
        coded=passage.id in coding.done,
        text=passage.text,
        where=_where(passage, pages),
        axes=tuple(_axis(axis, passage, problems, pages) for axis in coding.axes),
        flags=tuple(
            ChoiceView(own, own, own in passage.flags, pages.say(f"flag-{own}"))
            for own in CODEBOOK_FLAGS
        ),
        sure=tuple(
            ChoiceView(own, pages.say(f"sure-{own}"), str(passage.sure) == own) for own in DEGREES
        ),
        note=passage.note,
        problems=tuple(_problem(own, pages) for own in problems),
        rules=tuple(pages.say("coding-rules").split("\n")),
        previous=place,
        following=place + 2 if place + 1 < total else 0,
    )


def finished_view(coding: Coding) -> FinishedView:
    """Return what is told when all is coded."""
    return FinishedView(len(coding.done), len(coding.passages), str(coding.out))


def _where(passage: LabelledPassage, pages: Pages) -> tuple[str, ...]:
    page = "" if passage.page is None else pages.say("coding-page", number=passage.page)
    document = "" if passage.document == passage.id else passage.document
    return tuple(own for own in (document, page, *passage.headings) if own)


def _axis(
    axis: Axis, passage: LabelledPassage, problems: Sequence[Problem], pages: Pages
) -> AxisView:
    label = passage.labels.get(axis.code)
    stance = next((own.stance for own in passage.mentions if own.code == axis.code), "")
    return AxisView(
        code=axis.code,
        title=axis.title,
        definition=axis.definition,
        degrees=tuple(
            ChoiceView(own, pages.say(f"degree-{own}"), str(label) == own) for own in INTENSITIES
        ),
        facets=tuple(
            ChoiceView(own.id, own.title, own.id in passage.facets, own.definition)
            for own in axis.facets
        ),
        evidence="\n".join(passage.evidence.get(axis.code, ())),
        stances=tuple(
            ChoiceView(own, pages.say(f"stance-{own or 'none'}"), stance == own)
            for own in ("", *STANCES)
        ),
        problems=tuple(_problem(own, pages) for own in problems if own.axis == axis),
    )


def _problem(problem: Problem, pages: Pages) -> str:
    title = problem.axis.title if problem.axis else ""
    return pages.say(problem.code, axis=title)
