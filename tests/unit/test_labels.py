"""Labelled passages are read whole, or refused line by line."""

import json
from pathlib import Path

import pytest

from taalscan.errors import LabelsError
from taalscan.labels import read_labels

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
