"""Analyse Dutch text: sentences, words, lemmas, separable verbs and compounds."""

from taalscan.language.analyser import Analyser
from taalscan.language.loading import load_analyser

__all__ = ["Analyser", "load_analyser"]
