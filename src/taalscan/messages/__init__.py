"""Give the words for codes, in Dutch or English, from catalogues that are data."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

LANGUAGES = ("nl", "en")

Value = str | int | float


class Catalogue:
    """The messages of one language, by area and code.

    The words stand in one YAML file an area (`errors`, `cli`, `report`, …); a gap is written as
    `{name}`.
    """

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = texts

    def text(self, key: str, /, **values: Value) -> str:
        """Return the message for `key` ("area.code") with its gaps filled.

        Raises:
            KeyError: if the catalogue lacks the key, or a value for a gap is not given.
        """
        return self._texts[key].format(**values)

    def keys(self) -> frozenset[str]:
        """Return all keys, as "area.code"."""
        return frozenset(self._texts)

    def area(self, name: str) -> dict[str, str]:
        """Return the raw messages of one area, by code."""
        prefix = f"{name}."
        return {
            key.removeprefix(prefix): text
            for key, text in self._texts.items()
            if key.startswith(prefix)
        }


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language of `LANGUAGES`."""
    if language not in LANGUAGES:
        message = f"no catalogue for {language!r}, only {', '.join(LANGUAGES)}"
        raise ValueError(message)
    folder = Path(__file__).parent / language
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        area = yaml.safe_load(path.read_text(encoding="utf-8"))
        texts |= {f"{path.stem}.{code}": str(text).strip() for code, text in area.items()}
    return Catalogue(language, texts)
