"""Find the classifier that ships, or open one's own."""

from pathlib import Path

from taalscan.classify.artifact import classifier_of
from taalscan.classify.model import Classifier
from taalscan.errors import ClassifierError

SHIPPED_FILE = Path(__file__).parent / "shipped" / "beleid-nl.npz"


def load_classifier(path: Path) -> Classifier:
    """Return the classifier in a file.

    Raises:
        ClassifierError: if it is absent, damaged or changed.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ClassifierError(name=path.name, flaw="unreadable") from error
    return classifier_of(data, path.name)


def shipped_classifier() -> Classifier:
    """Return the classifier that ships with taalscan, for the axes of `beleid-nl`."""
    return load_classifier(SHIPPED_FILE)
