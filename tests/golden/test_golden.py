"""Reports look as they did when someone last looked; `make golden` accepts a change."""

import pytest

from tests.golden.samples import EXPECTED, actual

NAMES = sorted(actual())


@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_as_it_was_accepted(name: str) -> None:
    expected = (EXPECTED / name).read_bytes().decode()
    assert actual()[name].splitlines() == expected.splitlines()


def test_no_accepted_file_is_left_over() -> None:
    assert sorted(path.name for path in EXPECTED.iterdir()) == NAMES
