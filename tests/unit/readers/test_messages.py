"""Every error has its words in both languages, and an explanation."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from taalscan.errors import TaalscanError
from taalscan.messages import LANGUAGES, catalogue

ERRORS_PAGE = Path(__file__).parents[3] / "docs" / "errors.md"


def family(kind: type[TaalscanError]) -> Iterator[type[TaalscanError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from family(child)


codes = pytest.mark.parametrize("code", [kind.code for kind in family(TaalscanError)])


@codes
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_words(code: str, language: str) -> None:
    text = catalogue(language).area("errors")[code]
    assert text[0].isupper()


@codes
def test_every_error_is_explained(code: str) -> None:
    headings = re.findall(r"^### (.+)$", ERRORS_PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings.count(code) == 1


def test_both_languages_have_the_same_messages_and_gaps() -> None:
    gaps = [
        {code: _gaps(text) for code, text in catalogue(language).area("errors").items()}
        for language in LANGUAGES
    ]
    assert gaps[0] == gaps[1]


def _gaps(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
