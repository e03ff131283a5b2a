"""Give the words for codes, in Dutch or English, from catalogues that are data."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

LANGUAGES = ("nl", "en")

Value = str | int | float

_CODED = ("limit", "found", "language", "flaw", "part")
"""Values of errors that are codes themselves."""

_IN_BYTES = frozenset({"bytes", "unzipped", "memory"})
_MB = 1_000_000


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

    def error(self, code: str, values: Mapping[str, Value]) -> str:
        """Return the message for an error, with words for the codes among its values.

        The words for such a code have a key like "errors.found-zip"; without them the code itself
        is shown. Sizes are told in MB.

        Args:
            code: of the error.
            values: of the error, as codes and bare numbers.

        Raises:
            KeyError: if the catalogue lacks the code, or a value for a gap is not given.
        """
        told = dict(values)
        most = values.get("most")
        if values.get("limit") in _IN_BYTES and isinstance(most, int):
            told["most"] = f"{most / _MB:g}".replace(".", self.text("cli.decimal-sign"))
        for name in _CODED:
            key = f"errors.{name}-{values.get(name)}"
            if key in self._texts:
                told[name] = self.text(key, **told)
        return self.text(f"errors.{code}", **told)

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
