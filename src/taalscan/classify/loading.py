"""Find the classifier that ships, or open one's own."""

from dataclasses import replace
from pathlib import Path

from taalscan.classify.artifact import classifier_of
from taalscan.classify.model import Classifier
from taalscan.classify.quality import quality_of
from taalscan.errors import ClassifierError

SHIPPED_FILE = Path(__file__).parent / "shipped" / "beleid-nl.npz"


def load_classifier(path: Path) -> Classifier:
    """Return the classifier in a file.

    Raises:
        ClassifierError: if it is absent, damaged or changed, or the figures beside it are damaged.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ClassifierError(name=path.name, flaw="unreadable") from error
    classifier = classifier_of(data, path.name)
    return replace(classifier, quality=quality_of(path, classifier.version.sha256))


def shipped_classifier() -> Classifier:
    """Return the classifier that ships with taalscan, for the axes of `beleid-nl`."""
    return load_classifier(SHIPPED_FILE)
