"""Read how well a classifier was found to agree with coders, from the file beside it."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from taalscan.errors import ClassifierError
from taalscan.model import AxisQuality, Coders, Interval, Quality

_MOST_BYTES = 1_000_000

Share = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=0)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Figure(_Strict):
    value: Share
    low: Share
    high: Share

    @model_validator(mode="after")
    def _inside(self) -> "_Figure":
        if not self.low <= self.value <= self.high:
            message = "the bounds do not hold the figure"
            raise ValueError(message)
        return self


class _Axis(_Strict):
    f1: _Figure | None
    alpha: Annotated[float, Field(ge=-1, le=1)] | None


class QualityFile(_Strict):
    """What the file holds; `classifier` is the digest of the file that was measured."""

    format: Literal[1]
    classifier: str
    passages: Count
    documents: Count
    coded_twice: Count
    coders: Coders = Field(strict=False)
    axes: dict[str, _Axis]


def quality_path(classifier: Path) -> Path:
    """Return where the figures of a classifier stand: beside it."""
    return classifier.with_suffix(".quality.json")


def quality_of(classifier: Path, sha256: str) -> Quality | None:
    """Return the figures of a classifier; None where there are none, or they are of another one.

    Args:
        classifier: its file.
        sha256: its digest.

    Raises:
        ClassifierError: if the figures are damaged.
    """
    path = quality_path(classifier)
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ClassifierError(name=path.name, flaw="unreadable") from error
    try:
        told = QualityFile.model_validate_json(data)
    except ValidationError as error:
        raise ClassifierError(name=path.name, flaw="format") from error
    if told.classifier != sha256:
        return None
    return Quality(
        passages=told.passages,
        documents=told.documents,
        coded_twice=told.coded_twice,
        coders=told.coders,
        axes=tuple(_axis(name, own) for name, own in told.axes.items()),
    )


def _axis(name: str, own: _Axis) -> AxisQuality:
    f1 = None if own.f1 is None else Interval(own.f1.value, own.f1.low, own.f1.high)
    return AxisQuality(name, f1, own.alpha)
