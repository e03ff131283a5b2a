"""Write tasks for Label Studio with its labelling configuration, and read its JSON export.

Formats: labelstud.io/guide/task_format, /tags/choices, /tags/labels and /tags/textarea.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from pydantic import BaseModel, ConfigDict, ValidationError

from taalscan.errors import LabelsError, UsageError
from taalscan.labels.exchange.fields import (
    AXIS,
    FACETS,
    FLAGS,
    MENTIONS,
    NOTE,
    SURE,
    context,
    fields,
    judgement,
    options,
    seen,
)
from taalscan.labels.exchange.marks import fragment_at, marks
from taalscan.labels.passage import LabelledPassage
from taalscan.labels.read import passages_of, said
from taalscan.model import Axis

_TEXT, _EVIDENCE, _HEADINGS = "text", "bewijs", "koppen"
_HEADS = {FACETS: "facets", MENTIONS: "mentions", FLAGS: "flags", SURE: "sure"}
_SEVERAL = frozenset({FACETS, MENTIONS, FLAGS})
_LENIENT = ConfigDict(extra="ignore", coerce_numbers_to_str=True)


def to_labelstudio(passages: Iterable[LabelledPassage]) -> bytes:
    """Return tasks to import in Label Studio; labels that are there already are annotations."""
    tasks = [_task(passage) for passage in passages]
    return f"{json.dumps(tasks, ensure_ascii=False, indent=1)}\n".encode()


def _task(passage: LabelledPassage) -> dict[str, object]:
    data: dict[str, object] = {
        "id": passage.id,
        _TEXT: passage.text,
        # the configuration shows this one; a Text tag takes no list
        _HEADINGS: " › ".join(passage.headings),
        **context(passage),
    }
    if passage.coder:
        data["coder"] = passage.coder
    results = [{"id": f"r{number}", **own} for number, own in enumerate(_results(passage), 1)]
    return {"data": data, **({"annotations": [{"result": results}]} if results else {})}


def _results(passage: LabelledPassage) -> Iterator[dict[str, object]]:
    for name, values in fields(passage).items():
        yield _result(name, "choices", {"choices": list(values)})
    for mark in marks(passage):
        span = {"start": mark.span.start, "end": mark.span.end}
        value = {**span, "text": mark.span.cut(passage.text), "labels": [mark.code]}
        yield _result(_EVIDENCE, "labels", value)
    if passage.note:
        yield _result(NOTE, "textarea", {"text": [passage.note]})


def _result(name: str, kind: str, value: Mapping[str, object]) -> dict[str, object]:
    return {"from_name": name, "to_name": _TEXT, "type": kind, "value": value}


def labelstudio_config(
    axes: Sequence[Axis], passages: Iterable[LabelledPassage], words: Mapping[str, str]
) -> bytes:
    """Return the labelling configuration: a choice an axis, facets, spans of evidence and more.

    Args:
        axes: the axes to label.
        passages: the passages to label, for flags of their own.
        words: the heading of each part: `headings`, `evidence`, `facets`, `mentions`, `flags`,
            `sure` and `note`.
    """
    view = ET.Element("View")
    ET.SubElement(view, "Header", value=words["headings"], size="5")
    ET.SubElement(view, "Text", name=_HEADINGS, value=f"${_HEADINGS}")
    ET.SubElement(view, "Header", value=words["evidence"], size="5")
    labels = ET.SubElement(view, "Labels", name=_EVIDENCE, toName=_TEXT)
    for axis in axes:
        ET.SubElement(labels, "Label", value=axis.code, hint=axis.title, background=axis.colour)
    ET.SubElement(view, "Text", name=_TEXT, value=f"${_TEXT}", granularity="word")
    heads = {axis.code: f"{axis.code} {axis.title}" for axis in axes}
    heads |= {name: words[key] for name, key in _HEADS.items()}
    hints = {facet.id: facet.title for axis in axes for facet in axis.facets}
    for name, values in options(axes, passages).items():
        ET.SubElement(view, "Header", value=heads[name], size="5")
        _choices(view, name, {value: hints.get(value, "") for value in values})
    ET.SubElement(view, "Header", value=words["note"], size="5")
    ET.SubElement(view, "TextArea", name=NOTE, toName=_TEXT, rows="2", editable="true")
    ET.indent(view)
    return ET.tostring(view, encoding="unicode").encode() + b"\n"


def _choices(view: ET.Element, name: str, values: Mapping[str, str]) -> None:
    """Add a group of choices; `values` gives each a hint, which may be empty."""
    about: dict[str, str] = {"name": name, "toName": _TEXT, "showInline": "true"}
    about["choice"] = "multiple" if name in _SEVERAL else "single-radio"
    if AXIS.fullmatch(name):
        about["required"] = "true"
    group = ET.SubElement(view, "Choices", about)
    for value, hint in values.items():
        ET.SubElement(group, "Choice", {"value": value, **({"hint": hint} if hint else {})})


class _User(BaseModel):
    model_config = _LENIENT

    id: str = ""
    email: str = ""


class _Value(BaseModel):
    model_config = _LENIENT

    choices: list[str] = []
    labels: list[str] = []
    text: str | list[str] | None = None
    start: int | None = None
    end: int | None = None


class _Result(BaseModel):
    """A choice, a span or a note; relations between spans have no value."""

    model_config = _LENIENT

    from_name: str = ""
    type: str = ""
    value: _Value = _Value()


class _Annotation(BaseModel):
    model_config = _LENIENT

    result: list[_Result] = []
    was_cancelled: bool = False
    completed_by: str | _User | None = None


class _Data(BaseModel):
    """The data of a task: what went out with it, and the keys of the team itself."""

    model_config = ConfigDict(extra="allow", coerce_numbers_to_str=True)

    id: str = ""
    text: str = ""
    coder: str = ""


class _Task(BaseModel):
    model_config = _LENIENT

    data: _Data
    annotations: list[_Annotation] = []

    def by_coder(self) -> dict[str, _Annotation]:
        """Return the last annotation of each coder that was not skipped."""
        kept = [own for own in self.annotations if not own.was_cancelled]
        return {_who(own) or self.data.coder: own for own in kept}


def _who(annotation: _Annotation) -> str:
    """Return who made an annotation; "" where that is not told."""
    by = annotation.completed_by
    return (by.email or by.id) if isinstance(by, _User) else by or ""


def from_labelstudio(
    data: bytes, name: str, coder: str | None = None
) -> tuple[LabelledPassage, ...]:
    """Return the passages of an export in JSON (not JSON-MIN) with the labels of one coder.

    Args:
        data: the bytes of the export.
        name: of the file, for messages.
        coder: whose labels to take: an e-mail address or number of Label Studio. It may be left
            out where one coder worked; where the export names nobody it makes no difference.

    Raises:
        LabelsError: if it is no such export; `problems` lists the tasks that are wrong, from 1.
        UsageError: if several coders worked and none is named, or the named one did not work.
    """
    problems: list[str] = []
    tasks = _tasks(data, name, problems)
    coders = sorted({who for _, task in tasks for who in task.by_coder()})
    if coder is None and len(coders) > 1:
        raise UsageError(detail="several-coders", given=", ".join(coders))
    if coder is not None and coder not in coders and any(coders):
        raise UsageError(detail="no-such-coder", given=coder, allowed=", ".join(coders))
    who = coder if coder in coders else next(iter(coders), "")
    lines = [(number, _line(number, task, who, problems)) for number, task in tasks]
    return passages_of(lines, name, problems, labelled=False)


def _tasks(data: bytes, name: str, problems: list[str]) -> list[tuple[int, _Task]]:
    try:
        items = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise LabelsError(file=name, problems=f"1: no JSON: {error}") from error
    if not isinstance(items, list):
        raise LabelsError(file=name, problems="1: no list of tasks")
    tasks = []
    for number, item in enumerate(items, start=1):
        try:
            tasks.append((number, _Task.model_validate(item)))
        except ValidationError as error:
            problems.extend(f"{number}: {said(detail)}" for detail in error.errors())
    return tasks


def _line(number: int, task: _Task, who: str, problems: list[str]) -> dict[str, object]:
    """Return a task as a line of a file of labels."""
    annotation = task.by_coder().get(who)
    results = annotation.result if annotation else []
    line = seen(task.data.model_dump())
    line |= {"id": task.data.id, "coder": who or task.data.coder}
    chosen = {own.from_name: own.value.choices for own in results if own.type == "choices"}
    evidence: dict[str, list[str]] = {}
    for own in results:
        if own.from_name != _EVIDENCE or own.value.start is None or own.value.end is None:
            continue
        words = own.value.text if isinstance(own.value.text, str) else None
        fragment = fragment_at(task.data.text, own.value.start, own.value.end, words)
        if fragment is None:
            problems.append(f"{number}: {_EVIDENCE}: a span that is not in the text")
            continue
        for code in own.value.labels:
            evidence.setdefault(code, []).append(fragment)
    notes = [own.value.text for own in results if own.from_name == NOTE]
    texts = [text for note in notes for text in ([note] if isinstance(note, str) else note or [])]
    return {**line, **judgement(chosen), "evidence": evidence, "note": "\n".join(texts)}
