"""Write passages for doccano, and read what it exports: one JSON object a line.

The project type is "Intent detection and slot filling": the only one that takes labels of a text
(`cats`) and spans (`entities`) together. A category is a field and its value: "M=2", "sub=M1".
Every other key of a line is kept by doccano as it is.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from taalscan.errors import LabelsError
from taalscan.labels.exchange.fields import context, fields, judgement, options, seen
from taalscan.labels.exchange.marks import fragment_at, marks
from taalscan.labels.passage import LabelledPassage
from taalscan.labels.read import json_lines, passages_of
from taalscan.model import Axis

_ID = "passage"
"""Key of our id: doccano writes an `id` of its own."""


def to_doccano(passages: Iterable[LabelledPassage]) -> bytes:
    """Return the lines to import in doccano; labels that are there already come along."""
    lines = (json.dumps(_written(passage), ensure_ascii=False) for passage in passages)
    return "".join(f"{line}\n" for line in lines).encode()


def _written(passage: LabelledPassage) -> dict[str, object]:
    extra = {"coder": passage.coder, "note": passage.note}
    return {
        "text": passage.text,
        "entities": [[own.span.start, own.span.end, own.code] for own in marks(passage)],
        "cats": [
            f"{name}={value}" for name, values in fields(passage).items() for value in values
        ],
        _ID: passage.id,
        **context(passage),
        **{key: value for key, value in extra.items() if value},
    }


def doccano_labels(
    axes: Sequence[Axis], passages: Iterable[LabelledPassage]
) -> tuple[bytes, bytes]:
    """Return the files with label types to import in doccano: of categories, and of spans.

    Args:
        axes: the axes to label.
        passages: the passages to label, for flags of their own.
    """
    colours = {axis.code: axis.colour for axis in axes}
    colours |= {facet.id: axis.colour for axis in axes for facet in axis.facets}
    categories = [
        _type(f"{name}={value}", colours.get(name) or colours.get(value.partition(" ")[0]))
        for name, values in options(axes, passages).items()
        for value in values
    ]
    spans = [_type(axis.code, axis.colour) for axis in axes]
    return _json(categories), _json(spans)


def _type(text: str, colour: str | None) -> dict[str, str | None]:
    return {
        "text": text,
        "prefix_key": None,
        "suffix_key": None,
        "background_color": colour or "#555555",
        "text_color": "#ffffff",
    }


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def from_doccano(data: bytes, name: str) -> tuple[LabelledPassage, ...]:
    """Return the passages of an export in JSONL of one coder.

    Args:
        data: the bytes of the file of one coder; doccano puts one a coder in its zip.
        name: of the file, for messages.

    Raises:
        LabelsError: if it is no such export; `problems` lists the lines that are wrong.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LabelsError(file=name, problems=f"1: {error}") from error
    problems: list[str] = []
    lines = [
        (number, _line(number, value, problems) if isinstance(value, dict) else value)
        for number, value in json_lines(text, problems)
    ]
    return passages_of(lines, name, problems, labelled=False)


def _line(number: int, value: Mapping[str, object], problems: list[str]) -> dict[str, object]:
    """Return a line of doccano as a line of a file of labels."""
    chosen: dict[str, list[str]] = {}
    for category in _listed(value, "cats"):
        field, equals, choice = str(category).partition("=")
        if equals:
            chosen.setdefault(field, []).append(choice)
    notes = [str(own) for own in (value.get("note"), *_listed(value, "Comments")) if own]
    return {
        **seen(value),
        "id": value.get(_ID, ""),
        "coder": value.get("coder") or "",
        **judgement(chosen),
        "evidence": _evidence(number, value, problems),
        "note": "\n".join(notes),
    }


def _evidence(
    number: int, value: Mapping[str, object], problems: list[str]
) -> dict[str, list[str]]:
    text = str(value.get("text", ""))
    evidence: dict[str, list[str]] = {}
    for entity in _listed(value, "entities"):
        match entity:
            case [int(start), int(end), str(code)]:
                fragment = fragment_at(text, start, end)
            case _:
                fragment, code = None, ""
        if fragment is None:
            problems.append(f"{number}: entities: a span that is not in the text: {entity}")
        else:
            evidence.setdefault(code, []).append(fragment)
    return evidence


def _listed(value: Mapping[str, object], key: str) -> list[object]:
    found = value.get(key)
    return found if isinstance(found, list) else []
