"""What is written is read back as it was."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from taalscan.labels import LabelledPassage, read_passages, to_lines
from tests.unit.labels.strategies import sets


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(passages=sets())
def test_lines_are_read_back_as_equal_passages(
    tmp_path: Path, passages: tuple[LabelledPassage, ...]
) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_bytes(to_lines(passages))
    assert read_passages(path) == passages


def test_what_no_coder_filled_in_is_not_in_the_line() -> None:
    (line,) = map(json.loads, to_lines([LabelledPassage("p1", "Een zin.", {})]).splitlines())
    assert line["labels"] == {}
    assert line.keys().isdisjoint({"sub", "evidence", "mention", "flags", "sure", "note", "coder"})
