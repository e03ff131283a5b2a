"""Labelled passages are read whole, or refused line by line."""

import json
from pathlib import Path

import pytest

from taalscan.errors import LabelsError
from taalscan.labels import Mention, read_labels, read_passages

LINE = {"id": "p1", "text": "Een zin.", "labels": {"M": 2, "R": 0}, "sub": ["M1"], "meer": 1}


def _file(tmp_path: Path, *lines: object) -> Path:
    path = tmp_path / "labels.jsonl"
    written = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("\n".join(written), encoding="utf-8")
    return path


def test_a_line_is_a_passage_and_what_coders_added_is_left_alone(tmp_path: Path) -> None:
    (passage,) = read_labels(_file(tmp_path, LINE, ""))
    assert (passage.id, passage.facets, passage.document) == ("p1", ("M1",), "p1")
    assert [passage.has(code) for code in "MRD"] == [True, False, False]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "1: no JSON"),
        ({**LINE, "labels": {"M": 3}}, "1: labels.M: Input should be less than or equal to 2"),
        ({**LINE, "labels": {}}, "1: labels: Dictionary should have at least 1 item"),
        ({"id": "p1", "labels": {"M": 1}}, "1: text: Field required"),
        ("", "1: no passages"),
    ],
)
def test_a_line_that_is_none_is_told(tmp_path: Path, line: object, problem: str) -> None:
    with pytest.raises(LabelsError) as error:
        read_labels(_file(tmp_path, line))
    assert str(error.value.values["problems"]).startswith(problem)


def test_all_wrong_lines_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(LabelsError) as error:
        read_labels(_file(tmp_path, "{", LINE, LINE, "["))
    problems = str(error.value.values["problems"]).splitlines()
    assert [problem.partition(":")[0] for problem in problems] == ["1", "4", "3"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LabelsError):
        read_labels(tmp_path / "geen.jsonl")


def test_what_a_coder_says_beside_the_labels_is_kept(tmp_path: Path) -> None:
    said = {
        "sure": 1, "note": "Lastig.", "coder": "B",
        "mention": [{"cat": "M", "stand": "afgewezen"}],
        "page": 3, "headings": ["Inleiding"], "chance": 0.5,
    }  # fmt: skip
    (passage,) = read_labels(_file(tmp_path, {**LINE, **said}))
    assert (passage.sure, passage.note, passage.coder) == (1, "Lastig.", "B")
    assert passage.mentions == (Mention("M", "afgewezen"),)
    assert (passage.page, passage.headings, passage.chance) == (3, ("Inleiding",), 0.5)


def test_passages_that_are_not_labelled_yet_are_read_where_that_is_allowed(
    tmp_path: Path,
) -> None:
    path = _file(tmp_path, {**LINE, "labels": {}}, {**LINE, "id": "p2"})
    assert [passage.labels for passage in read_passages(path)] == [{}, {"M": 2, "R": 0}]
    with pytest.raises(LabelsError, match="1: labels: Dictionary should have"):
        read_labels(path)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ({"id": "p1", "labels": {}}, "2: text: Field required"),
        ({**LINE, "chance": 0}, "2: chance: Input should be greater than 0"),
        ({**LINE, "sure": 4}, "2: sure: Input should be less than or equal to 3"),
        ("[" * 100_000, "2: no JSON"),
        ([], "2: : Input should be a valid dictionary"),
    ],
)
def test_a_wrong_line_among_passages_is_told_with_its_number(
    tmp_path: Path, line: object, problem: str
) -> None:
    with pytest.raises(LabelsError) as error:
        read_passages(_file(tmp_path, {**LINE, "id": "p0"}, line))
    assert str(error.value.values["problems"]).startswith(problem)


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path: Path) -> None:
    text = "Een zin.\u2028Nog een."
    path = _file(tmp_path, json.dumps({**LINE, "text": text}, ensure_ascii=False))
    assert read_labels(path)[0].text == text
