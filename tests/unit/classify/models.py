"""Make classifiers, and passages with hits, by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from taalscan.classify import Classifier
from taalscan.classify.artifact import Artifact, classifier_of, to_bytes
from taalscan.classify.features import STATUSES, feature_names
from taalscan.classify.model import Weights
from taalscan.classify.vectors import vectoriser
from taalscan.model import AnalysedPassage, Hit, ModelVersion, Passage, Span, Status
from tests.unit.lexicon.builders import AXES, passage

MARKET, RELATION = (axis.id for axis in AXES)
WORDS = (
    "zorg/NOUN", "markten|markt/NOUN", "Élan/PROPN", "koopt|kopen/VERB", "papapapa/NOUN",
    "straße/NOUN", "İ/PROPN", "12/NUM", "./PUNCT", "–/PUNCT",
)  # fmt: skip
KNOWN = sorted(set(feature_names(passage(" ".join(WORDS[:6]), "zorg/NOUN zorg/NOUN"))))
"""A vocabulary that holds some of the features of `WORDS`."""

UNKNOWN = "quux/NOUN"
"""A word of which the vocabulary knows nothing, not even a run of letters."""


def artifact(
    seed: int = 0, vocabulary: Sequence[str] = KNOWN, about: Mapping[str, str] | None = None
) -> Artifact:
    """Return a model of two axes with weights drawn at random."""
    generator = np.random.Generator(np.random.PCG64(seed))
    axes, size = len(AXES), len(vocabulary)
    weights = Weights(
        words=generator.normal(0, 2, (axes, size)),
        bias=generator.normal(0, 1, axes),
        stack=generator.normal(0, 1, (axes, 1 + len(STATUSES))),
        stack_bias=generator.normal(0, 1, axes),
        thresholds=generator.uniform(0.2, 0.8, axes),
    )
    told = {"name": "proef", "version": "1.2"} if about is None else dict(about)
    return Artifact(
        (MARKET, RELATION), tuple(vocabulary), 1 + generator.random(size), weights, told
    )


def exact(made: Artifact) -> Classifier:
    """Return the classifier of a model, without the rounding of a file."""
    columns = {name: column for column, name in enumerate(made.vocabulary)}
    version = ModelVersion("proef", "1.2", "0" * 64)
    return Classifier(version, made.axes, made.weights, vectoriser(columns, made.idf))


def read_back(made: Artifact) -> Classifier:
    """Return the classifier as it comes out of its file."""
    return classifier_of(to_bytes(made), "proef.npz")


def moved(made: AnalysedPassage, by: int) -> AnalysedPassage:
    """Return a passage that starts further on in its document."""

    def later(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    sentences = tuple(
        replace(
            sentence,
            span=later(sentence.span),
            tokens=tuple(replace(token, span=later(token.span)) for token in sentence.tokens),
        )
        for sentence in made.sentences
    )
    whole = Passage(made.passage.id, later(made.passage.span))
    return AnalysedPassage(whole, sentences)


def hit(
    span: Span, status: Status = Status.COUNTED, weight: float = 0.5, axis: str = MARKET
) -> Hit:
    factor = float(status is Status.COUNTED)
    return Hit(span, (span,), "M1-001", axis, "M1", weight, factor, status)


@st.composite
def passages(draw: st.DrawFn) -> tuple[AnalysedPassage, tuple[Hit, ...]]:
    """Draw a passage of a few sentences anywhere in a document, with hits inside it."""
    sentences = draw(
        st.lists(st.lists(st.sampled_from((*WORDS, UNKNOWN)), max_size=9), max_size=3)
    )
    made = moved(passage(*map(" ".join, sentences)), draw(st.integers(0, 500)))
    tokens = [token for sentence in made.sentences for token in sentence.tokens]
    if not tokens:
        return made, ()
    hits = st.builds(
        hit,
        st.sampled_from([token.span for token in tokens]),
        st.sampled_from(Status),
        st.floats(0.1, 1.0),
        st.sampled_from((MARKET, RELATION)),
    )
    return made, tuple(draw(st.lists(hits, max_size=5)))
