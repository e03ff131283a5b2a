"""Hold what one coder says of passages, in a file that is whole after every answer."""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from taalscan.errors import LabelsError
from taalscan.labels import LabelledPassage, read_passages, to_lines
from taalscan.labels.exchange import check_axes, restored
from taalscan.model import Axis
from taalscan.reports import write_whole
from taalscan.reports.voice import voice
from taalscan.web.door import new_key
from taalscan.web.pages import Pages

MOST_FACETS = 3
MOST_FRAGMENTS = 3
"""Of one axis (CODEBOOK §1)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is missing in an answer; `code` is that of a message, `axis` the axis it is about."""

    code: str
    axis: Axis | None = None


@dataclass(slots=True)
class Coding:
    """The work of one coder.

    Attributes:
        passages: what to code, without any labels, in the order of the sample.
        done: what was coded, by id.
        out: the file of this coder.
    """

    passages: tuple[LabelledPassage, ...]
    axes: tuple[Axis, ...]
    coder: str
    out: Path
    done: dict[str, LabelledPassage] = field(default_factory=dict)

    def save(self, passage: LabelledPassage) -> None:
        """Keep what was said of a passage, and write the file.

        Raises:
            OSError: if it cannot be written; then nothing is kept either.
        """
        done = {**self.done, passage.id: replace(passage, coder=self.coder)}
        coded = (done[own.id] for own in self.passages if own.id in done)
        write_whole(self.out, to_lines(coded))
        self.done = done

    def next_after(self, number: int) -> int | None:
        """Return the place of the first passage after a place that is not coded; None if all are.

        After the last passage it goes on from the first. Places count from 0.
        """
        count = len(self.passages)
        places = ((number + step) % count for step in range(1, count + 1))
        return next((own for own in places if self.passages[own].id not in self.done), None)


class Seat:
    """The place of the one who codes: who has the key gets in, in any browser."""

    def __init__(self) -> None:
        self._key = new_key()

    def admit(self, cookie: str | None) -> str | None:
        """Return the cookie; None to who has it."""
        return None if self.knows(cookie) else self._key

    def knows(self, cookie: str | None) -> bool:
        """Tell whether a cookie is the right one."""
        return hmac.compare_digest((cookie or "").encode(), self._key.encode())


def open_coding(sample: Path, out: Path, axes: Sequence[Axis], coder: str) -> Coding:
    """Return the work of a coder, with what is in their file already.

    Args:
        sample: passages to code; what others said of them is left out.
        out: the file of this coder.
        axes: what to code on.
        coder: name of the coder.

    Raises:
        LabelsError: if a file cannot be used, or `out` is of another coder or another sample.
    """
    drawn = read_passages(sample)
    done: tuple[LabelledPassage, ...] = ()
    if out.exists():
        done = read_passages(out)
        others = sorted({own.coder for own in done} - {coder})
        if others:
            problems = ", ".join(f"coder: {own or '?'}" for own in others)
            raise LabelsError(file=out.name, problems=problems)
        check_axes(done, axes, out.name)
        done = restored(done, drawn, out.name)
    blank = tuple(_blank(own) for own in drawn)
    return Coding(blank, tuple(axes), coder, out, {own.id: own for own in done})


def coding_pages(language: str) -> Pages:
    """Return what prints the pages for a coder."""
    return Pages(voice(language))


def problems_of(passage: LabelledPassage, axes: Sequence[Axis]) -> tuple[Problem, ...]:
    """Return what the codebook asks (§1) and an answer lacks."""
    found = [own for axis in axes for own in _axis_problems(passage, axis)]
    if all(axis.code not in passage.labels for axis in axes):
        return (Problem("coding-no-labels"),)
    return tuple(found)


def _axis_problems(passage: LabelledPassage, axis: Axis) -> list[Problem]:
    if axis.code not in passage.labels:
        return [Problem("coding-no-label", axis)]
    own = {facet.id for facet in axis.facets} & set(passage.facets)
    evidence = passage.evidence.get(axis.code, ())
    lacks: Mapping[str, bool] = {
        "coding-no-facet": bool(passage.labels[axis.code]) and bool(axis.facets) and not own,
        "coding-many-facets": len(own) > MOST_FACETS,
        "coding-no-evidence": bool(passage.labels[axis.code]) and not evidence,
        "coding-many-evidence": len(evidence) > MOST_FRAGMENTS,
        "coding-not-literal": any(part not in passage.text for part in evidence),
        "coding-not-above": not passage.labels[axis.code] and bool(own or evidence),
    }
    return [Problem(code, axis) for code, is_so in lacks.items() if is_so]


def _blank(passage: LabelledPassage) -> LabelledPassage:
    """Return a passage as coders see it first, whatever others said of it."""
    return replace(
        passage,
        labels={},
        facets=(),
        evidence={},
        flags=(),
        mentions=(),
        sure=None,
        note="",
        coder="",
    )
