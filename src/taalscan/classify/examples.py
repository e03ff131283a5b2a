"""Hold what a classifier learns from: labelled passages, analysed."""

from dataclasses import dataclass

from taalscan.labels import LabelledPassage
from taalscan.model import AnalysedPassage, Hit


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled passage with its analysis and the hits of the lexicon in it.

    Attributes:
        judges: whether it may fit calibration and thresholds; a passage that writers of the
            lexicon read makes the lexicon look better than it is.
        weight: how much it counts in the first step.
    """

    labelled: LabelledPassage
    analysed: AnalysedPassage
    hits: tuple[Hit, ...]
    judges: bool = True
    weight: float = 1.0
