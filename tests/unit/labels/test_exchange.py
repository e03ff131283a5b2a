"""Labels come back from another program as they went out; how a passage was drawn never goes."""

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import xlsxwriter
from hypothesis import given, settings
from python_calamine import CalamineWorkbook

from taalscan.errors import LabelsError, UsageError
from taalscan.labels import LabelledPassage, Mention
from taalscan.labels.exchange import (
    check_axes,
    doccano_labels,
    from_doccano,
    from_labelstudio,
    from_xlsx,
    labelstudio_config,
    restored,
    to_doccano,
    to_labelstudio,
    to_xlsx,
    unplaced,
)
from taalscan.messages import catalogue
from tests.builders import axes
from tests.unit.labels.strategies import sets

Passages = tuple[LabelledPassage, ...]
Way = Callable[[Passages], tuple[bytes, Passages]]

TEXT = "Wij 🦊 sturen op kosten. De kosten dalen."
PASSAGE = LabelledPassage(
    id="p1",
    text=TEXT,
    labels={"M": 2, "R": 0},
    facets=("M2",),
    evidence={"M": ("sturen op kosten", "kosten")},
    document="nota.txt",
    stratum="hits:M",
    chance=0.25,
    mentions=(Mention("R", "afgewezen"),),
)


def _labelstudio(passages: Passages) -> tuple[bytes, Passages]:
    data = to_labelstudio(passages)
    return data, from_labelstudio(data, "x.json")


def _doccano(passages: Passages) -> tuple[bytes, Passages]:
    data = to_doccano(passages)
    return data, from_doccano(data, "x.jsonl")


def _xlsx(passages: Passages) -> tuple[bytes, Passages]:
    data = to_xlsx(passages, axes(), "x.jsonl")
    return data, from_xlsx(data, "x.xlsx")


WAYS = pytest.mark.parametrize("way", [_labelstudio, _doccano, _xlsx])


@WAYS
@settings(deadline=None, max_examples=80)
@given(passages=sets())
def test_out_and_in_again_gives_the_same_labels(way: Way, passages: Passages) -> None:
    _, again = way(passages)
    assert again == tuple(replace(own, stratum="", chance=None) for own in passages)
    assert restored(again, reversed(passages), "x") == passages


@WAYS
def test_coders_do_not_see_how_a_passage_was_drawn(way: Way) -> None:
    changed = replace(PASSAGE, stratum="random", chance=1.0)
    assert way((PASSAGE,))[0] == way((changed,))[0]


@WAYS
def test_passages_that_are_not_labelled_yet_go_out_and_come_back(way: Way) -> None:
    bare = LabelledPassage(id="p1", text="Een zin.", labels={}, document="a", stratum="")
    assert way((bare,))[1] == (bare,)


def _task(*annotations: dict[str, Any]) -> bytes:
    data = {"id": "p1", "text": TEXT, "nummer": 3}
    return json.dumps([{"id": 7, "data": data, "annotations": list(annotations)}]).encode()


def _choice(code: str, value: str) -> dict[str, Any]:
    result = {"from_name": code, "to_name": "text", "type": "choices"}
    return {**result, "id": "Dx_a", "origin": "manual", "value": {"choices": [value]}}


def test_a_skipped_annotation_of_labelstudio_does_not_count() -> None:
    data = _task(
        {"result": [_choice("M", "1")], "completed_by": 4, "was_cancelled": False},
        {"result": [_choice("M", "2")], "completed_by": 4, "was_cancelled": True},
    )
    (passage,) = from_labelstudio(data, "x.json")
    assert (passage.labels, passage.coder, passage.stratum) == ({"M": 1}, "4", "")


def test_labels_of_several_coders_are_taken_one_coder_at_a_time() -> None:
    data = _task(
        {"result": [_choice("M", "1")], "completed_by": {"id": 1, "email": "a@voorbeeld.nl"}},
        {"result": [_choice("M", "2")], "completed_by": 2},
    )
    with pytest.raises(UsageError) as error:
        from_labelstudio(data, "x.json")
    assert error.value.values["given"] == "2, a@voorbeeld.nl"
    assert from_labelstudio(data, "x.json", "2")[0].labels == {"M": 2}
    assert from_labelstudio(data, "x.json", "a@voorbeeld.nl")[0].labels == {"M": 1}
    with pytest.raises(UsageError, match="no-such-coder"):
        from_labelstudio(data, "x.json", "3")


def test_a_span_counted_in_other_units_is_found_by_its_words() -> None:
    # older versions of Label Studio count an emoji as two characters
    start = TEXT.index("sturen") + 1
    value = {"start": start, "end": start + 6, "text": "sturen", "labels": ["M"]}
    span = {"from_name": "bewijs", "to_name": "text", "type": "labels", "value": value}
    (passage,) = from_labelstudio(_task({"result": [span]}), "x.json")
    assert passage.evidence == {"M": ("sturen",)}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"{", "1: no JSON"),
        (b"{}", "1: no list of tasks"),
        (b'[{"annotations": []}]', "1: data: Field required"),
        (b'[{"data": {"id": "p1"}}]', "1: text: String should have at least 1 character"),
        (_task({"result": [_choice("M", "3")]}), "1: labels.M: Input should be less than or"),
        (b"[]", "1: no passages"),
        (
            _task(
                {
                    "result": [
                        {
                            "from_name": "bewijs",
                            "type": "labels",
                            "value": {"start": 0, "end": 3, "text": "Zij", "labels": ["M"]},
                        }
                    ]
                }
            ),
            "1: bewijs: a span that is not in the text",
        ),
    ],
)
def test_what_labelstudio_does_not_export_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(LabelsError) as error:
        from_labelstudio(data, "x.json")
    assert str(error.value.values["problems"]).startswith(problem)


def test_the_configuration_of_labelstudio_offers_every_axis_facet_and_flag() -> None:
    flagged = replace(PASSAGE, flags=("eigen",))
    words = catalogue("nl").area("labels")
    view = ET.fromstring(labelstudio_config(axes(), [flagged], words))  # noqa: S314  # our own
    groups = {own.get("name"): own for own in view.iter("Choices")}
    assert list(groups) == ["M", "R", "D", "C", "sub", "genoemd", "vlag", "zeker"]
    assert [own.get("value") for own in groups["M"]] == ["0", "1", "2"]
    assert groups["M"].get("choice") == "single-radio"
    assert [own.get("value") for own in groups["sub"]][:4] == ["M1", "M2", "M3", "R1"]
    assert "eigen" in [own.get("value") for own in groups["vlag"]]
    assert [own.get("value") for own in view.iter("Label")] == ["M", "R", "D", "C"]
    texts = {own.get("value") for own in view.iter("Text")}
    assert texts == {"$koppen", "$text"}
    (task,) = json.loads(to_labelstudio([flagged]))
    assert {text.removeprefix("$") for text in texts if text} <= task["data"].keys()
    names = {own.get("name") for own in view.iter() if own.get("toName") == "text"}
    assert {own["from_name"] for own in task["annotations"][0]["result"]} <= names


def test_doccano_gets_spans_and_categories() -> None:
    (line,) = map(json.loads, to_doccano([PASSAGE]).splitlines())
    assert line["text"] == TEXT
    assert [[TEXT[start:end], code] for start, end, code in line["entities"]] == [
        ["sturen op kosten", "M"],
        ["kosten", "M"],
    ]
    assert line["cats"] == ["M=2", "R=0", "sub=M2", "genoemd=R afgewezen"]
    categories, spans = map(json.loads, doccano_labels(axes(), [PASSAGE]))
    assert set(line["cats"]) <= {own["text"] for own in categories}
    assert [own["text"] for own in spans] == ["M", "R", "D", "C"]
    assert spans[0]["background_color"] == axes()[0].colour


def test_what_doccano_adds_is_understood() -> None:
    exported = {
        "id": 12, "text": TEXT, "passage": "p1", "page": 3.0, "coder": None, "note": None,
        "cats": ["M=1", "mooi"], "entities": [[0, 3, "M"]], "Comments": ["eerst", "later"],
    }  # fmt: skip
    (passage,) = from_doccano(json.dumps(exported).encode(), "x.jsonl")
    assert (passage.id, passage.page, passage.coder) == ("p1", 3, "")
    assert (passage.labels, passage.evidence) == ({"M": 1}, {"M": ("Wij",)})
    assert passage.note == "eerst\nlater"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ({"cats": ["M=1", "M=2"]}, "1: labels.M: Input should be a valid integer"),
        ({"entities": [[0, 999, "M"]]}, "1: entities: a span that is not in the text"),
        ({"entities": ["M"]}, "1: entities: a span that is not in the text: M"),
        ({"passage": None}, "1: id: Input should be a valid string"),
    ],
)
def test_what_doccano_does_not_export_is_refused(line: dict[str, Any], problem: str) -> None:
    data = json.dumps({"text": "Een zin.", "passage": "p1", **line}).encode()
    with pytest.raises(LabelsError) as error:
        from_doccano(data, "x.jsonl")
    assert str(error.value.values["problems"]).startswith(problem)


def _book(rows: Sequence[Sequence[str | float]], title: str = "passages") -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet(title)
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return out.getvalue()


def test_a_workbook_that_coders_filled_in_is_read() -> None:
    head = ["text", "M", "id", "sub", "vlag", "zeker", "opm", "eigen kolom", "bewijs M 2"]
    row: list[str | float] = ["Een zin.", 1, "p1", "M1, M2;M3", "slogan", 2, 12, "x", "zin"]
    (passage,) = from_xlsx(_book([head, row, [""] * 9]), "x.xlsx")
    assert (passage.labels, passage.facets) == ({"M": 1}, ("M1", "M2", "M3"))
    assert (passage.flags, passage.sure, passage.note) == (("slogan",), 2, "12")
    assert passage.evidence == {"M": ("zin",)}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "no xlsx workbook"),
        (_book([["id"]], "blad"), "sheet 'passages' is missing"),
        (_book([["id", "text", "M"], ["p1", "Een zin.", 3]]), "2: labels.M: Input should be less"),
        (_book([["id", "text"], ["p1", ""], ["p1", "x"]]), "2: text: String should have at least"),
        (_book([["id", "text"]]), "1: no passages"),
    ],
)
def test_a_workbook_that_is_wrong_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(LabelsError) as error:
        from_xlsx(data, "x.xlsx")
    assert str(error.value.values["problems"]).startswith(problem)


def test_a_workbook_is_the_same_on_every_run_and_runs_no_formula() -> None:
    risky = replace(PASSAGE, text="=HYPERLINK(1)", evidence={}, note="@som")
    data = to_xlsx([risky], axes(), "x.jsonl")
    assert data == to_xlsx([risky], axes(), "x.jsonl")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("passages")
    head, row = sheet.to_python()
    assert row[head.index("text")] == "=HYPERLINK(1)"  # a formula would show its outcome, 0


def test_a_text_that_no_cell_can_hold_is_told() -> None:
    with pytest.raises(LabelsError, match="p1: text: longer than a cell can hold"):
        to_xlsx([replace(PASSAGE, text="a" * 32_768)], axes(), "x.jsonl")


def test_evidence_that_is_not_in_the_text_is_counted_and_left_out() -> None:
    loose = replace(PASSAGE, evidence={"M": ("kosten", "winst", "")})
    assert unplaced([loose]) == 2
    assert _doccano((loose,))[1][0].evidence == {"M": ("kosten",)}


def test_an_axis_or_facet_that_coders_cannot_choose_is_told() -> None:
    strange = replace(PASSAGE, labels={"Q": 1}, facets=("M9",))
    with pytest.raises(LabelsError) as error:
        check_axes([PASSAGE, strange], axes(), "x.jsonl")
    problems = str(error.value.values["problems"]).splitlines()
    assert problems == [f"p1: no axis or facet of the lexicon: {own}" for own in ("M9", "Q")]


def test_labels_that_do_not_belong_to_the_sample_are_told() -> None:
    other = [replace(PASSAGE, text="Iets anders."), replace(PASSAGE, id="p2")]
    with pytest.raises(LabelsError) as error:
        restored(other, [PASSAGE], "x.jsonl")
    assert str(error.value.values["problems"]).splitlines() == [
        "p1: the text is not that of the sample",
        "p2: not in the sample",
    ]
