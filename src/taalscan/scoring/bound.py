"""Read and judge the bounds of `--fail-on`: a figure of an axis against a number."""

import operator
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from taalscan.errors import UsageError
from taalscan.model import AxisScore, Interval

FIGURES = ("hits", "types", "density", "weighted_density", "share", "expected_share")

_COMPARE: Mapping[str, Callable[[float, float], bool]] = MappingProxyType(
    {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le}
)
_FORM = re.compile(r"\s*([^\s.]+)\.(\w+)\s*(>=|<=|>|<)\s*(\d+(?:\.\d+)?)\s*")


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit on one figure of one axis, e.g. `marktgericht.density > 12.5`."""

    axis: str
    figure: str
    sign: str
    limit: float

    def __str__(self) -> str:
        return f"{self.axis}.{self.figure} {self.sign} {self.limit:g}"

    def crossed(self, scores: Iterable[AxisScore]) -> bool:
        """Tell whether the figure is on the wrong side; a figure that is not shown never is."""
        for score in scores:
            value = figure(score, self.figure)
            if score.axis == self.axis and value is not None:
                return _COMPARE[self.sign](value, self.limit)
        return False


def figure(score: AxisScore, name: str) -> float | None:
    """Return a figure of `FIGURES`; None where the document is too short for it."""
    value: Interval | float | None = getattr(score, name)
    return value.value if isinstance(value, Interval) else value


def parse_bounds(text: str, axes: Collection[str]) -> tuple[Bound, ...]:
    """Read bounds, with commas between them.

    >>> [str(bound) for bound in parse_bounds("markt.share>0.3, markt.hits >= 10", ["markt"])]
    ['markt.share > 0.3', 'markt.hits >= 10']

    Raises:
        UsageError: if a bound has another form, or names an axis or figure that does not exist.
    """
    bounds = []
    for part in text.split(","):
        match = _FORM.fullmatch(part)
        if match is None or match[1] not in axes or match[2] not in FIGURES:
            raise UsageError(
                detail="fail-on",
                given=part.strip(),
                axes=", ".join(axes),
                figures=", ".join(FIGURES),
            )
        bounds.append(Bound(match[1], match[2], match[3], float(match[4])))
    return tuple(bounds)
