"""Write a classifier to one file and read it back: arrays and JSON in a zip, nothing that runs.

`model.json` holds the vocabulary, the axes, how the model was made, and a digest of every array;
its own digest stands in `digest`. A file that was changed anywhere is refused.
"""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from taalscan.classify.features import STATUSES
from taalscan.classify.model import Classifier, Floats, Weights
from taalscan.classify.vectors import vectoriser
from taalscan.errors import ClassifierError
from taalscan.model import ModelVersion

_JSON, _DIGEST, _IDF = "model.json", "digest", "idf"
_NUMBERS = "<f4"  # half the bytes, and more digits than the data can tell
_MOST_BYTES = 200_000_000
_WIDEST = 10.0
_EPOCH = (1980, 1, 1, 0, 0, 0)  # a file that says when it was made would differ on every run
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,  # a locked member, another way of packing, JSON nested without end
    KeyError,
    AttributeError,
    TypeError,
    ValueError,
)
"""What the readers of zip, JSON and arrays raise on bytes that are not theirs."""


@dataclass(frozen=True, slots=True, eq=False)
class Artifact:
    """A classifier with what is told of how it was made.

    Attributes:
        vocabulary: names of the features, in the order of their columns.
        idf: (F,) inverse document frequencies.
        about: name, version, data, digests, figures: plain JSON.
    """

    axes: tuple[str, ...]
    vocabulary: tuple[str, ...]
    idf: Floats
    weights: Weights
    about: Mapping[str, JsonValue]


def to_bytes(artifact: Artifact) -> bytes:
    """Return the file; the same artifact gives the same bytes."""
    arrays = {_IDF: artifact.idf} | {
        field.name: getattr(artifact.weights, field.name) for field in fields(Weights)
    }
    packed = {f"{name}.npy": _array_bytes(array) for name, array in arrays.items()}
    told: dict[str, JsonValue] = {
        "format": 1,
        "axes": list(artifact.axes),
        "about": dict(artifact.about),
        "arrays": {name: _sha256(data) for name, data in packed.items()},
        "vocabulary": list(artifact.vocabulary),
    }
    told[_DIGEST] = _sha256(_json_bytes(told))
    packed[_JSON] = _json_bytes(told)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in sorted(packed.items()):
            file.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def classifier_of(data: bytes, name: str) -> Classifier:
    """Return the classifier of a file.

    Args:
        data: its bytes.
        name: its name, for messages.

    Raises:
        ClassifierError: if it is damaged, changed, or of another format.
    """
    told, arrays = _unpacked(data, name)
    vocabulary = {feature: column for column, feature in enumerate(told.vocabulary)}
    _check_fit(arrays, len(told.axes), len(vocabulary), name)
    weights = Weights(**{field.name: arrays[field.name] for field in fields(Weights)})
    version = ModelVersion(
        str(told.about.get("name", name)), str(told.about.get("version", "")), _sha256(data)
    )
    learned_from = str(told.about.get("labels_sha256", ""))
    vectors = vectoriser(vocabulary, arrays[_IDF])
    return Classifier(version, told.axes, weights, vectors, learned_from, _spread(told, name))


def _spread(told: "_Told", name: str) -> dict[str, float]:
    """Return the spread between documents by axis; files of an earlier taalscan have none."""
    given = told.about.get("spread", {})
    try:
        return TypeAdapter(dict[str, Annotated[float, Field(ge=0, le=_WIDEST)]]).validate_python(
            given, strict=True
        )
    except ValidationError as error:
        raise ClassifierError(name=name, flaw="format") from error


def about(data: bytes, name: str) -> Mapping[str, JsonValue]:
    """Return what a file tells of how it was made.

    Raises:
        ClassifierError: as `classifier_of`.
    """
    return _unpacked(data, name)[0].about


class _Told(BaseModel):
    """What `model.json` must hold."""

    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal[1]
    axes: Annotated[tuple[str, ...], Field(strict=False)]
    vocabulary: Annotated[tuple[str, ...], Field(strict=False)]
    arrays: dict[str, str]
    about: dict[str, JsonValue]


def _unpacked(data: bytes, name: str) -> tuple[_Told, dict[str, Floats]]:
    """Return the JSON and the arrays of a file, after checking every digest."""
    try:
        members = _members(data, name)
        record = json.loads(members.pop(_JSON))
        claimed = record.pop(_DIGEST)
        told = _Told.model_validate(record)
    except _BROKEN as error:
        raise ClassifierError(name=name, flaw="format") from error
    digests = {item: _sha256(packed) for item, packed in members.items()}
    if claimed != _sha256(_json_bytes(record)) or told.arrays != digests:
        raise ClassifierError(name=name, flaw="changed")
    arrays = {item.removesuffix(".npy"): _array(packed, name) for item, packed in members.items()}
    return told, arrays


def _members(data: bytes, name: str) -> dict[str, bytes]:
    """Return what is packed in a zip; never more of it than it says beforehand."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        if sum(item.file_size for item in file.infolist()) > _MOST_BYTES:
            raise ClassifierError(name=name, flaw="too-large")
        members = {}
        for item in file.infolist():
            with file.open(item) as member:
                # a number of bytes, since without one all that is packed would be unpacked
                members[item.filename] = member.read(item.file_size)
        return members


def _check_fit(arrays: Mapping[str, Floats], axes: int, features: int, name: str) -> None:
    """Refuse arrays of other sizes than the axes and the vocabulary ask for."""
    shapes = {
        _IDF: (features,),
        "words": (axes, features),
        "bias": (axes,),
        "stack": (axes, 1 + len(STATUSES)),
        "stack_bias": (axes,),
        "thresholds": (axes,),
    }
    missing = sorted(shapes.keys() - arrays.keys())
    if missing:
        raise ClassifierError(name=name, flaw="missing-part")
    fits = all(
        arrays[item].shape == shape and np.isfinite(arrays[item]).all()
        for item, shape in shapes.items()
    )
    if not fits or not np.all((arrays["thresholds"] >= 0) & (arrays["thresholds"] <= 1)):
        raise ClassifierError(name=name, flaw="misfit")


def _array_bytes(array: Floats) -> bytes:
    out = io.BytesIO()
    np.lib.format.write_array(out, array.astype(_NUMBERS), allow_pickle=False)
    return out.getvalue()


def _array(data: bytes, name: str) -> Floats:
    try:
        array = np.lib.format.read_array(io.BytesIO(data), allow_pickle=False)
    except (*_BROKEN, MemoryError) as error:  # the sizes at its head may be anything
        raise ClassifierError(name=name, flaw="misfit") from error
    if array.dtype != np.dtype(_NUMBERS):
        raise ClassifierError(name=name, flaw="misfit")
    return np.asarray(array, dtype=np.float64)


def _json_bytes(value: Mapping[str, JsonValue]) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
