"""Put what a coder said into named fields with values, as all programs know them, and back.

A field is an axis by its code ("M": 0, 1 or 2) or has the name that the codebook gives it (§1).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from taalscan.errors import LabelsError
from taalscan.labels.passage import LabelledPassage
from taalscan.model import Axis

FACETS, MENTIONS, FLAGS, SURE, NOTE, CODER = "sub", "genoemd", "vlag", "zeker", "opm", "codeur"
INTENSITIES = ("0", "1", "2")
DEGREES = ("1", "2", "3")
CODEBOOK_FLAGS = ("juridisch", "slogan", "letterlijk", "citaat", "agentloos", "instrumenteel")
STANCES = ("onderschreven", "gerapporteerd", "afgewezen")
AXIS = re.compile(r"[A-Z]{1,3}")

Fields = Mapping[str, Sequence[str]]


def fields(passage: LabelledPassage) -> dict[str, tuple[str, ...]]:
    """Return the fields that a coder chose values in; the others are left out."""
    chosen: dict[str, tuple[str, ...]] = {
        code: (str(value),) for code, value in passage.labels.items()
    }
    chosen[FACETS] = passage.facets
    chosen[MENTIONS] = tuple(f"{own.code} {own.stance}".strip() for own in passage.mentions)
    chosen[FLAGS] = passage.flags
    chosen[SURE] = () if passage.sure is None else (str(passage.sure),)
    return {name: values for name, values in chosen.items() if values}


def options(axes: Iterable[Axis], passages: Iterable[LabelledPassage]) -> dict[str, list[str]]:
    """Return every field with the values to choose from; flags of passages' own are among them."""
    axes = tuple(axes)
    flags = {flag for passage in passages for flag in passage.flags}
    return {
        **{axis.code: list(INTENSITIES) for axis in axes},
        FACETS: [facet.id for axis in axes for facet in axis.facets],
        MENTIONS: [f"{axis.code} {stance}" for axis in axes for stance in STANCES],
        FLAGS: [*CODEBOOK_FLAGS, *sorted(flags - set(CODEBOOK_FLAGS))],
        SURE: list(DEGREES),
    }


def judgement(chosen: Fields) -> dict[str, object]:
    """Return the part of a line of a file of labels that fields stand for.

    More than one value where one is allowed is kept, so that checking the line tells it. Fields
    that are not ours are left alone: a team may ask its coders for more.
    """
    mentions = [value.partition(" ") for value in chosen.get(MENTIONS, ())]
    sure = ", ".join(chosen.get(SURE, ()))
    return {
        "labels": {
            name: ", ".join(values) for name, values in chosen.items() if AXIS.fullmatch(name)
        },
        "sub": list(chosen.get(FACETS, ())),
        "mention": [{"cat": code, "stand": stance} for code, _, stance in mentions],
        "flags": list(chosen.get(FLAGS, ())),
        **({"sure": sure} if sure else {}),
    }


def context(passage: LabelledPassage) -> dict[str, object]:
    """Return what a coder may see around a passage; how it was drawn is not among it."""
    known: dict[str, object] = {
        "doc": passage.document,
        "source": passage.source,
        "genre": passage.genre,
        "page": passage.page,
        "headings": list(passage.headings),
    }
    return {key: value for key, value in known.items() if value}


def seen(line: Mapping[str, object]) -> dict[str, object]:
    """Return what `context` gave along, out of a line that another program has had.

    How the passage was drawn is not known any more; another program may write null for a key that
    a passage did not have.
    """
    keys = ("text", "doc", "source", "genre", "page", "headings")
    known = {key: line[key] for key in keys if line.get(key) is not None}
    return {**known, "stratum": "", "chance": None}


def check_axes(passages: Iterable[LabelledPassage], axes: Iterable[Axis], name: str) -> None:
    """Check that coders can choose all that the passages carry already.

    Raises:
        LabelsError: if a passage has an axis or facet that is not among `axes`.
    """
    axes = tuple(axes)
    codes = {axis.code for axis in axes}
    facets = {facet.id for axis in axes for facet in axis.facets}
    problems = []
    for passage in passages:
        used = {*passage.labels, *passage.evidence, *(own.code for own in passage.mentions)}
        unknown = sorted((used - codes) | (set(passage.facets) - facets))
        problems += [f"{passage.id}: no axis or facet of the lexicon: {own}" for own in unknown]
    if problems:
        raise LabelsError(file=name, problems="\n".join(problems))


def restored(
    coded: Iterable[LabelledPassage], sample: Iterable[LabelledPassage], name: str
) -> tuple[LabelledPassage, ...]:
    """Return coded passages with all that coders did not see put back from the sample.

    Args:
        coded: passages as they came back.
        sample: the passages that went out.
        name: of the file of coded passages, for messages.

    Raises:
        LabelsError: if a passage is not in the sample, or its text is not the same there.
    """
    known = {passage.id: passage for passage in sample}
    coded = tuple(coded)
    problems = []
    for passage in coded:
        if passage.id not in known:
            problems.append(f"{passage.id}: not in the sample")
        elif known[passage.id].text != passage.text:
            problems.append(f"{passage.id}: the text is not that of the sample")
    if problems:
        raise LabelsError(file=name, problems="\n".join(problems))
    return tuple(
        replace(
            known[passage.id],
            labels=passage.labels,
            facets=passage.facets,
            evidence=passage.evidence,
            flags=passage.flags,
            mentions=passage.mentions,
            sure=passage.sure,
            note=passage.note,
            coder=passage.coder,
        )
        for passage in coded
    )
