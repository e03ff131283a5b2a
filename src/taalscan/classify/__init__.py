"""Read the whole passage: a linear model beside the lexicon, with what moved it."""

from taalscan.classify.loading import load_classifier, shipped_classifier
from taalscan.classify.model import Classified, Classifier

__all__ = ["Classified", "Classifier", "load_classifier", "shipped_classifier"]
