"""The shipped analyser, loaded once, and readers for the cases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from taalscan.language import Analyser, load_analyser
from taalscan.model import Sentence

CASES = Path(__file__).parents[2] / "cases" / "language"


def read_cases(name: str) -> Iterator[list[str]]:
    """Yield the fields of each case in a table."""
    for line in (CASES / f"{name}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def analyse_one(analyser: Analyser, text: str) -> tuple[Sentence, ...]:
    """Return the sentences of one text at the start of a document."""
    return next(analyser.analyse([(0, text)]))


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """Return the analyser that ships."""
    return load_analyser()
