"""Read the whole passage: a linear model beside the lexicon; and judge how well it agrees."""

from taalscan.classify.loading import load_classifier, shipped_classifier
from taalscan.classify.model import Classified, Classifier

__all__ = ["Classified", "Classifier", "load_classifier", "shipped_classifier"]
