"""Make labelled examples of a few words, without a language model."""

import random
from collections.abc import Sequence
from dataclasses import replace

from taalscan.classify.examples import Example
from taalscan.labels import LabelledPassage
from taalscan.model import AnalysedPassage, Hit, Passage
from tests.unit.classify.models import MARKET, RELATION, hit
from tests.unit.lexicon.builders import passage, text_of

FILLERS = "de/DET gemeente/NOUN werkt/VERB morgen/ADV samen/ADV plan/NOUN nota/NOUN jaar/NOUN"
SIGNALS = {"M": "aanbesteding/NOUN", "R": "buurvrouw/NOUN"}
CHANCES = {True: 0.9, False: 0.08}
"""Chance of a label with and without its signal word."""


def analysed(words: str, number: int = 0) -> AnalysedPassage:
    made = passage(words)
    return AnalysedPassage(Passage(f"t{number}", made.passage.span), made.sentences)


def example(
    number: int, words: str, labels: str, document: str = "d0", source: str = "Aa"
) -> Example:
    """Return an example; `labels` holds the codes that coders gave it."""
    made = analysed(words, number)
    labelled = LabelledPassage(
        id=f"p{number:04}",
        text=text_of(made),
        labels={code: int(code in labels) for code in SIGNALS},
        document=document,
        source=source,
        stratum="hits",
    )
    return Example(labelled, made, ())


def examples(count: int = 120, seed: int = 1, documents: int = 12) -> tuple[Example, ...]:
    """Return examples whose labels mostly follow a word, of documents in three sources."""
    draw = random.Random(seed)  # noqa: S311  # not for secrets
    made = []
    for number in range(count):
        present = {code: draw.random() < 0.4 for code in SIGNALS}
        words = draw.sample(FILLERS.split(), 4) + [SIGNALS[c] for c, own in present.items() if own]
        draw.shuffle(words)
        labels = "".join(c for c, own in present.items() if draw.random() < CHANCES[own])
        document = number % documents
        made.append(
            example(number, " ".join(words), labels, f"d{document}", f"bron{document % 3}")
        )
    return tuple(made)


def with_hits(made: Sequence[Example], code: str) -> tuple[Example, ...]:
    """Return examples in which the lexicon finds just the signal word of an axis."""
    axis = {"M": MARKET, "R": RELATION}[code]
    word = SIGNALS[code].partition("/")[0]
    return tuple(replace(own, hits=tuple(_hits(own, word, axis))) for own in made)


def _hits(own: Example, word: str, axis: str) -> list[Hit]:
    tokens = [token for sentence in own.analysed.sentences for token in sentence.tokens]
    return [hit(token.span, axis=axis) for token in tokens if token.text == word]


def relabelled(own: Example, code: str, *, value: bool) -> Example:
    labels = dict(own.labelled.labels) | {code: int(value)}
    return replace(own, labelled=replace(own.labelled, labels=labels))


def drawn_at_random(own: Example) -> Example:
    return replace(own, labelled=replace(own.labelled, stratum="random"))
