"""Errors carry a code and values, also from one process to another."""

from collections.abc import Iterator
from multiprocessing.reduction import ForkingPickler

import pytest

from taalscan.errors import TaalscanError, TooLargeError


def family(kind: type[TaalscanError]) -> Iterator[type[TaalscanError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from family(child)


@pytest.mark.parametrize("kind", list(family(TaalscanError)))
def test_an_error_goes_to_another_process_as_itself(kind: type[TaalscanError]) -> None:
    error = kind(limit="bytes", most=3)
    copied = ForkingPickler.loads(ForkingPickler.dumps(error))
    assert type(copied) is kind
    assert (copied.values, str(copied)) == (error.values, str(error))


def test_an_error_shows_its_code_and_values() -> None:
    assert str(TooLargeError(limit="bytes", most=3)) == "too-large: limit=bytes, most=3"
