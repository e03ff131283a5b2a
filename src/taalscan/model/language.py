"""Hold the analysis of a text: tokens, sentences, passages."""

from dataclasses import dataclass

from taalscan.model.document import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word or punctuation mark with its Universal Dependencies analysis.

    Attributes:
        lemma: lower-cased citation form; for the verb of a separated particle verb the whole verb
            ("koopt … in": inkopen).
        pos: universal part of speech (UPOS).
        morph: universal features, e.g. `Number=Plur|Tense=Pres`; empty when there are none.
        head: index of the head in the same sentence; its own index for the root.
        dep: universal dependency relation.
        parts: lemmas of the parts of a compound, modifier first; empty for other words.
        particle: index in the same sentence of the particle that stands apart; else None.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    morph: str
    head: int
    dep: str
    parts: tuple[str, ...] = ()
    particle: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens; `Token.head` counts within the sentence."""

    span: Span
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One to four sentences that are scored together, with the headings above them."""

    id: str
    span: Span
    headings: tuple[str, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class AnalysedPassage:
    """A passage with the analysis of its sentences."""

    passage: Passage
    sentences: tuple[Sentence, ...]
