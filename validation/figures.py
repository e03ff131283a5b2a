"""Compute the figures of the documents of a table, without intervals."""

from dataclasses import dataclass

import numpy as np

from taalscan.scoring.formulas import ALPHA, PER
from taalscan.scoring.reliability import MIN_WORDS
from validation.readability import flesch_douma
from validation.table import Bools, Floats, Table

CODES = "MRDC"
"""Codes of the axes of the shipped lexicon, in its order."""
M, R, D, C = range(4)
"""Their numbers."""


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """Figures of n documents on A axes.

    Attributes:
        passages: (n,) passages, no more than the words would fill at 15 each.
        words: (n,) running words.
        density: (n, A) hits per 1,000 words; `weighted` each times weight and factor.
        share: (n, A) share of passages with the label; `expected` mean probability.
        balance: (n,) B in passages; `lexical` of hits times weight and factor.
        ease: (n,) how easy the text reads (Flesch–Douma).
        digits: (n,) share of the tokens that hold a figure.
    """

    passages: Floats
    words: Floats
    density: Floats
    weighted: Floats
    share: Floats
    expected: Floats
    balance: Floats
    lexical: Floats
    ease: Floats
    digits: Floats


def figures_of(table: Table, kept: Bools | None = None, factors: Floats | None = None) -> Figures:
    """Return the figures of every document.

    Args:
        table: the passages.
        kept: (E,) which entries count for the densities; all if None.
        factors: (H,) factors of the hits, if not those of the table.
    """
    factor = table.hit_factor if factors is None else factors
    counts = factor > 0
    if kept is not None:
        counts &= kept[table.hit_entry]
    words = table.per_document(table.words)
    passages = np.diff(table.starts).astype(np.float64)
    per = PER / np.maximum(words, 1)[:, None]
    weights = table.per_document(table.per_passage(table.hit_weight * factor * counts))
    expected = table.per_document(table.chance)
    sentences = np.maximum(table.per_document(table.sentences), 1)
    sounds = table.per_document(table.sounds)
    return Figures(
        passages=np.minimum(passages, words // MIN_WORDS),
        words=words,
        density=table.per_document(table.per_passage(counts.astype(np.float64))) * per,
        weighted=weights * per,
        share=table.per_document(table.label.astype(np.float64)) / passages[:, None],
        expected=expected / passages[:, None],
        balance=balance(expected, ALPHA),
        lexical=balance(weights, ALPHA),
        ease=np.asarray(flesch_douma(np.maximum(words, 1), sentences, sounds)),
        digits=table.per_document(table.digits) / np.maximum(table.per_document(table.tokens), 1),
    )


def balance(amounts: Floats, alpha: float) -> Floats:
    """Return ln[(R + α)/(M + α)] of (n, A) amounts."""
    return np.asarray(np.log((amounts[:, R] + alpha) / (amounts[:, M] + alpha)))


def facet_density(table: Table, facets: tuple[str, ...]) -> Floats:
    """Return (n,) hits of some facets per 1,000 words."""
    own = np.isin(table.entry_facet, facets)[table.hit_entry].astype(np.float64)
    hits = table.per_document(table.per_passage(own)).sum(axis=1)
    return np.asarray(PER * hits / np.maximum(table.per_document(table.words), 1))
