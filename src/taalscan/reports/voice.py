"""Say codes and figures in the language of a report."""

from collections.abc import Mapping
from contextlib import suppress

from taalscan.messages import Catalogue, catalogue
from taalscan.model import DocumentGenre, Failure, Interval, Notice, Percentile, Reason

_AREA = "report"
_SEPARATORS = {"nl": (".", ","), "en": (",", ".")}
"""Signs for thousands and for decimals."""

Value = str | int | float


class Voice:
    """The words and the way of writing numbers of one language."""

    def __init__(self, words: Catalogue) -> None:
        self._words = words
        self._known = words.keys()
        self._thousands, self._decimals = _SEPARATORS[words.language]

    @property
    def language(self) -> str:
        """The language that is spoken."""
        return self._words.language

    def say(self, code: str, /, **values: Value) -> str:
        """Return the report message with that code; "area.code" is one of another area.

        Raises:
            KeyError: if the catalogue lacks it.
        """
        return self._words.text(code if "." in code else f"{_AREA}.{code}", **values)

    def amount(self, code: str, number: int) -> str:
        """Return a number with its noun, in singular or plural."""
        form = "one" if number == 1 else "many"
        return self.say(f"{code}-{form}", number=self.count(number))

    def count(self, number: int) -> str:
        """Return a whole number with signs for thousands."""
        return f"{number:,}".replace(",", self._thousands)

    def decimal(self, number: float, digits: int = 1) -> str:
        """Return a number with a fixed number of decimals."""
        whole, _, rest = f"{number:.{digits}f}".partition(".")
        sign = "-" if whole.startswith("-") else ""
        text = sign + self.count(int(whole.removeprefix("-")))
        return f"{text}{self._decimals}{rest}" if rest else text

    def tick(self, number: float) -> str:
        """Return a number of a scale with as many decimals as it needs, three at the most."""
        return self.decimal(number, 3).rstrip("0").rstrip(self._decimals)

    def signed(self, number: float, digits: int = 2) -> str:
        """Return a number with its sign, also a positive one."""
        sign = "" if number < 0 else "+"
        return sign + self.decimal(number, digits)

    def percent(self, part: float) -> str:
        """Return a part of one as a percentage; what is not nothing never shows as nothing."""
        if 0 < part < 0.005:
            return self.say("percent", number=f"<{self.count(1)}")
        return self.say("percent", number=self.decimal(100 * part, 0))

    def densities(self, interval: Interval) -> tuple[str, str]:
        """Return a density, and its interval in words; a small one has a decimal more."""
        digits = 2 if interval.value > 0 and interval.high < 1 else 1
        low, high = self.decimal(interval.low, digits), self.decimal(interval.high, digits)
        return self.decimal(interval.value, digits), self.say("range", low=low, high=high)

    def shares(self, interval: Interval) -> tuple[str, str]:
        """Return a share, and its interval in words."""
        low, high = self.percent(interval.low), self.percent(interval.high)
        return self.percent(interval.value), self.say("range", low=low, high=high)

    def fractions(self, interval: Interval) -> tuple[str, str]:
        """Return a figure from 0 to 1 that is no share, and its interval in words."""
        low, high = self.decimal(interval.low, 2), self.decimal(interval.high, 2)
        return self.decimal(interval.value, 2), self.say("range", low=low, high=high)

    def places(self, percentile: Percentile) -> tuple[str, str]:
        """Return a place among a hundred, and its interval in words."""
        value, low, high = (
            self._place(own) for own in (percentile.value, percentile.low, percentile.high)
        )
        return value, self.say("range", low=low, high=high)

    def _place(self, value: float) -> str:
        """Return a place; what is not first or last of all never shows as that."""
        if 0 < value < 0.5:
            return "<1"
        return ">99" if 99.5 <= value < 100 else self.decimal(value, 0)

    def notice(self, notice: Notice) -> str:
        """Return a notice in words; one that no catalogue knows shows its code."""
        values: dict[str, Value] = dict(notice.values)
        parts = values.get("parts")
        if isinstance(parts, str):
            named = [self._lookup("notices", f"part-{part}", {}) for part in parts.split(", ")]
            values["parts"] = ", ".join(name.removeprefix("part-") for name in named)
        return self._lookup("notices", notice.code, values)

    def reason(self, reason: Reason) -> str:
        """Return in words why a hit has its status; one that no catalogue knows shows its code."""
        return self._lookup("reasons", reason.code, {"signal": reason.signal})

    def genre(self, genre: DocumentGenre | None) -> str:
        """Return in words what kind of document it is, as far as that is known."""
        if genre is None:
            return self.say("groups.genre-not-known")
        if genre.id is None:
            return self.say("groups.genre-unsure", title=genre.title)
        return genre.title

    def failure(self, failure: Failure) -> str:
        """Return in words why a document could not be scanned."""
        values = dict(failure.values)
        with suppress(KeyError, IndexError):
            return self._words.error(failure.code, values)
        return _bare(failure.code, values)

    def _lookup(self, area: str, code: str, values: dict[str, Value]) -> str:
        """Return the message of an area, or the bare code where there is none that fits.

        Codes come from other layers, and from files that a newer version wrote. A report that
        shows a bare code is better than no report.
        """
        key = f"{area}.{code}"
        if key in self._known:
            with suppress(KeyError, IndexError):
                return self._words.text(key, **values)
        return _bare(code, values)


def _bare(code: str, values: Mapping[str, Value]) -> str:
    """Return a code for which there are no words, with its values."""
    told = ", ".join(str(value) for value in values.values() if value != "")
    return f"{code} ({told})" if told else code


def voice(language: str) -> Voice:
    """Return the voice of a language.

    Raises:
        ValueError: if there is no catalogue for it.
    """
    return Voice(catalogue(language))
