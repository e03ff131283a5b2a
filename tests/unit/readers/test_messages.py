"""Every error has its words in both languages, and an explanation."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from taalscan.errors import TaalscanError
from taalscan.messages import LANGUAGES, catalogue

ERRORS_PAGE = Path(__file__).parents[3] / "docs" / "errors.md"


SHOWN = {
    "limit": ["bytes", "unzipped", "pages", "characters", "words", "time", "memory"],
    "found": [
        *("zip", "xlsx", "pptx", "vsdx", "opendocument", "epub", "jar", "gzip", "7z", "rar"),
        *("doc", "ole", "rtf", "postscript", "image", "media", "xml", "binary"),
    ],
    "language": ["de", "en", "fr", "fy", "es", "pl", "tr", "ar", "uk", "no", "zxx"],
}
"""Codes that an error may carry in each of its values."""


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


@pytest.mark.parametrize(
    ("language", "code", "values", "said"),
    [
        ("nl", "too-large", {"limit": "bytes", "most": 200_000_000}, "groter dan 200 MB"),
        ("nl", "too-large", {"limit": "memory", "most": 2_000_000_000}, "2000 MB geheugen"),
        ("nl", "too-large", {"limit": "unzipped", "most": 1_500_000}, "groter dan 1,5 MB"),
        ("en", "too-large", {"limit": "unzipped", "most": 1_500_000}, "larger than 1.5 MB"),
        ("nl", "too-large", {"limit": "time", "most": 120}, "120 seconden"),
        ("nl", "too-large", {"limit": "pages", "most": 5000}, "5000 bladzijden"),
        ("nl", "not-a-document", {"found": "zip"}, "zip-bestand"),
        ("en", "not-a-document", {"found": "ole"}, "old Office file"),
        ("nl", "not-dutch", {"language": "en"}, "lijkt Engels"),
        ("nl", "not-dutch", {"language": "no"}, "lijkt Noors"),
        ("en", "not-dutch", {"language": "ar"}, "Arabic"),
        ("nl", "not-dutch", {"language": "xyz"}, "xyz"),
        ("nl", "not-a-document", {"found": "webm"}, "webm"),
        ("nl", "too-large", {"limit": "stars", "most": 7}, "stars"),
        ("nl", "file-access", {"detail": "zip"}, "(zip)"),
    ],
)
def test_codes_inside_a_message_are_told_in_words(
    language: str, code: str, values: dict[str, str | int], said: str
) -> None:
    assert said in catalogue(language).error(code, values)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("found", ["limit", "found", "language"])
def test_no_words_for_a_code_are_left_out(language: str, found: str) -> None:
    words = catalogue(language).area("errors")
    shown = SHOWN[found]
    assert [code for code in shown if f"{found}-{code}" not in words] == []


def test_an_error_without_words_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        catalogue("nl").error("unheard-of", {})


def _gaps(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
