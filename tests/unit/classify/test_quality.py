"""What was measured of a classifier goes along with it, and never with another one."""

import json
from pathlib import Path

import pytest

from taalscan.classify import load_classifier, shipped_classifier
from taalscan.classify.artifact import to_bytes
from taalscan.classify.quality import quality_path
from taalscan.errors import ClassifierError
from taalscan.model import AxisQuality, Coders, Interval, Quality
from tests.unit.classify.models import artifact

FIGURES: dict[str, object] = {
    "format": 1,
    "passages": 300,
    "documents": 90,
    "coded_twice": 80,
    "coders": "people",
    "axes": {
        "marktgericht": {"f1": {"value": 0.7, "low": 0.6, "high": 0.75}, "alpha": 0.9},
        "relationeel": {"f1": None, "alpha": None},
    },
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "eigen.npz"
    path.write_bytes(to_bytes(artifact()))
    return path


def _measured(file: Path, **changed: object) -> None:
    sha256 = load_classifier(file).version.sha256
    record = FIGURES | {"classifier": sha256} | changed
    quality_path(file).write_text(json.dumps(record), encoding="utf-8")


def test_a_classifier_without_figures_has_none(file: Path) -> None:
    assert load_classifier(file).quality is None


def test_figures_beside_a_classifier_are_its_quality(file: Path) -> None:
    _measured(file)
    assert load_classifier(file).quality == Quality(
        passages=300,
        documents=90,
        coded_twice=80,
        coders=Coders.PEOPLE,
        axes=(
            AxisQuality("marktgericht", Interval(0.7, 0.6, 0.75), 0.9),
            AxisQuality("relationeel", None, None),
        ),
    )


def test_figures_of_another_classifier_are_not_told(file: Path) -> None:
    _measured(file, classifier="0" * 64)
    assert load_classifier(file).quality is None


@pytest.mark.parametrize(
    "changed",
    [
        {"format": 2},
        {"passages": -1},
        {"passages": "300"},
        {"coders": "robots"},
        {"axes": {"marktgericht": {"f1": {"value": 0.7, "low": 0.8, "high": 0.9}, "alpha": 0.9}}},
        {"axes": {"marktgericht": {"f1": None, "alpha": 1.1}}},
        {"more": 1},
    ],
)
def test_damaged_figures_are_refused(file: Path, changed: dict[str, object]) -> None:
    _measured(file, **changed)
    with pytest.raises(ClassifierError) as error:
        load_classifier(file)
    assert error.value.values == {"name": "eigen.quality.json", "flaw": "format"}


def test_bytes_that_are_no_json_are_refused(file: Path) -> None:
    quality_path(file).write_bytes(b"\xff{")
    with pytest.raises(ClassifierError):
        load_classifier(file)


def test_figures_that_cannot_be_opened_are_refused(file: Path) -> None:
    quality_path(file).mkdir()
    with pytest.raises(ClassifierError) as error:
        load_classifier(file)
    assert error.value.values["flaw"] == "unreadable"


def test_the_shipped_classifier_tells_every_axis() -> None:
    classifier = shipped_classifier()
    quality = classifier.quality
    assert quality is not None, "run `make quality`: the figures are of another classifier"
    assert tuple(own.axis for own in quality.axes) == classifier.axes
    assert all(own.f1 is not None and own.alpha is not None for own in quality.axes)
    assert quality.coders is Coders.LANGUAGE_MODELS
