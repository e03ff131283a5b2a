"""Take typed values from untrusted JSON, with the place of whatever is wrong."""

from collections.abc import Iterator
from enum import StrEnum
from math import isfinite
from typing import TypeVar

from taalscan.errors import ScanFileError

Choice = TypeVar("Choice", bound=StrEnum)

LOGARITHM = 700.0
"""Largest logarithm of a ratio that is read: that of a larger one is no number any more."""


class Fields:
    """A JSON object that is read key by key.

    Every method raises `ScanFileError` where the value is absent or of another type; its `detail`
    begins with the place, e.g. `passages[3].hits[0].start`.
    """

    def __init__(self, value: object, place: str = "") -> None:
        self._place = place
        if not isinstance(value, dict):
            raise self.wrong("", "an object is expected")
        self._value: dict[str, object] = value

    def wrong(self, key: str, problem: str) -> ScanFileError:
        """Return the error to raise for a key, or for the whole object when the key is empty."""
        place = self._at(key) or "the file"
        return ScanFileError(detail=f"{place}: {problem}")

    def names(self) -> tuple[str, ...]:
        """Return the keys, in the order of the file."""
        for key in self._value:
            if not _encodable(key):
                raise self.wrong("", "half a character in a key")
        return tuple(self._value)

    def text(self, key: str) -> str:
        """Return a string."""
        value = self._get(key)
        if not isinstance(value, str):
            raise self.wrong(key, "a text is expected")
        if not _encodable(value):
            raise self.wrong(key, "half a character")
        return value

    def text_or_none(self, key: str) -> str | None:
        """Return a string, or None for null."""
        return None if self._get(key) is None else self.text(key)

    def text_or_integer(self, key: str) -> str | int:
        """Return a string, or a whole number of at least 0."""
        return self.text(key) if isinstance(self._get(key), str) else self.integer(key)

    def integer(self, key: str, *, low: int = 0, high: int | None = None) -> int:
        """Return a whole number of at least `low` and at most `high`."""
        return self._integer(key, self._get(key), low, high)

    def integer_or_none(self, key: str, *, low: int = 0) -> int | None:
        """Return a whole number, or None for null."""
        return None if self._get(key) is None else self.integer(key, low=low)

    def number(self, key: str, *, high: float | None = None) -> float:
        """Return a finite number of at least 0 and at most `high`."""
        value = self.any_number(key)
        if value < 0 or (high is not None and value > high):
            raise self.wrong(key, "outside its range")
        return value

    def number_or_none(self, key: str, *, high: float | None = None) -> float | None:
        """Return a number, or None for null."""
        return None if self._get(key) is None else self.number(key, high=high)

    def any_number(self, key: str, *, most: float | None = None) -> float:
        """Return a finite number, also a negative one; none further from 0 than `most`."""
        value = self._get(key)
        if type(value) not in (int, float):
            raise self.wrong(key, "a number is expected")
        try:
            number = float(value)  # type: ignore[arg-type]  # the line above made sure
        except OverflowError as error:
            raise self.wrong(key, "outside its range") from error
        if not isfinite(number) or (most is not None and abs(number) > most):
            raise self.wrong(key, "outside its range")
        return number

    def choice(self, key: str, kinds: type[Choice]) -> Choice:
        """Return a member of an enumeration."""
        value = self.text(key)
        try:
            return kinds(value)
        except ValueError as error:
            allowed = ", ".join(kind.value for kind in kinds)
            raise self.wrong(key, f"one of {allowed} is expected") from error

    def has(self, key: str) -> bool:
        """Tell whether a key is there: scans of an earlier taalscan lack the newer ones."""
        return key in self._value

    def known(self, key: str) -> "Fields | None":
        """Return an object inside this one, or None where it is absent or null."""
        return self.inner_or_none(key) if self.has(key) else None

    def known_number(self, key: str) -> bool:
        """Tell whether a key is there with something else than null."""
        return self._value.get(key) is not None

    def inner_or_none(self, key: str) -> "Fields | None":
        """Return an object inside this one, or None for null."""
        return None if self._get(key) is None else self.inner(key)

    def inner(self, key: str) -> "Fields":
        """Return an object inside this one."""
        return Fields(self._get(key), self._at(key))

    def each(self, key: str) -> Iterator["Fields"]:
        """Yield the objects of a list."""
        for number, value in enumerate(self._list(key)):
            yield Fields(value, f"{self._at(key)}[{number}]")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings."""
        values = self._list(key)
        if not all(isinstance(value, str) and _encodable(value) for value in values):
            raise self.wrong(key, "a list of texts is expected")
        return tuple(str(value) for value in values)

    def integers(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers of at least 0."""
        return tuple(self._integer(key, value, 0, None) for value in self._list(key))

    def pairs(self, key: str) -> tuple[tuple[int, int], ...]:
        """Return a list of pairs of whole numbers of at least 0."""
        found = []
        for value in self._list(key):
            if not isinstance(value, list) or len(value) != 2:
                raise self.wrong(key, "a list of pairs is expected")
            first, second = (self._integer(key, item, 0, None) for item in value)
            found.append((first, second))
        return tuple(found)

    def values(self, key: str) -> tuple[tuple[str, str | int], ...]:
        """Return an object of strings and whole numbers, in the order of the file."""
        inner = self.inner(key)
        return tuple((name, inner.text_or_integer(name)) for name in inner.names())

    def _at(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place and key else self._place or key

    def _get(self, key: str) -> object:
        try:
            return self._value[key]
        except KeyError as error:
            raise self.wrong(key, "missing") from error

    def _list(self, key: str) -> list[object]:
        value = self._get(key)
        if not isinstance(value, list):
            raise self.wrong(key, "a list is expected")
        return value

    def _integer(self, key: str, value: object, low: int, high: int | None) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key, "a whole number is expected")
        if value < low or (high is not None and value > high):
            raise self.wrong(key, "outside its range")
        return value


def _encodable(text: str) -> bool:
    """Tell whether a string is whole characters: JSON can spell half of a surrogate pair."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)
