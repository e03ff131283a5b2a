"""Measure how hits and probabilities vary over the passages of the documents of a table.

Hits of an axis are taken as a mixed Poisson process: passage p of document d expects
rate_d · words_p · g_p hits, where g has mean 1, varies by 1/k (so that counts are negative
binomial) and resembles its neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import norm, rankdata

from validation.table import Floats, Ints, Table

LAGS = (1, 2, 3, 5, 10)
MOST_HITS = 6
"""Passages with more hits on an axis are taken together."""


_LEAST = 0.01
"""Variance of g that is taken where hits vary less than by chance: few hits, all of them alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Clumping:
    """How the hits of one axis vary.

    Attributes:
        rates: (D,) hits per word of each document, ascending.
        variance: of g within a document, 1/k.
        lagged: covariance of g of passages so far apart as `LAGS` tells, over its variance.
        near: correlation of the place of q, among passages with as many hits, of neighbours in a
            document, after the level of the document is taken off.
        level: share of the variance of that place which is between documents.
    """

    rates: Floats
    variance: float
    lagged: tuple[float, ...]
    near: float
    level: float

    @property
    def k(self) -> float:
        """Parameter of the negative binomial."""
        return 1 / self.variance

    def rate_at(self, quantile: float) -> float:
        """Return the hits per word that a share of the documents stays under."""
        return float(np.quantile(self.rates, quantile))


def long_documents(table: Table, least: int = 50) -> Ints:
    """Return the documents with at least so many passages."""
    return np.flatnonzero(np.diff(table.starts) >= least)


def clumping(table: Table, axis: int, documents: Sequence[int] | Ints) -> Clumping:
    """Return how the hits of an axis vary in the passages of some documents."""
    hits = table.per_passage()[:, axis]
    place = placed(table.chance[:, axis], hits)
    rates, moments = [], np.zeros((len(LAGS) + 1, 2))
    pieces = []
    for document in documents:
        rows = table.rows(int(document))
        words = table.words[rows]
        rates.append(hits[rows].sum() / max(1, words.sum()))
        moments += _moments(hits[rows], words * rates[-1])
        pieces.append(place[rows])
    variance, *lagged = moments[:, 0] / moments[:, 1]
    variance = max(float(variance), _LEAST)
    within = np.concatenate([piece - piece.mean() for piece in pieces])
    means = np.repeat([piece.mean() for piece in pieces], [len(piece) for piece in pieces])
    near = sum(float((p[1:] - p.mean()) @ (p[:-1] - p.mean())) for p in pieces) / (within @ within)
    return Clumping(
        rates=np.sort(rates),
        variance=variance,
        lagged=tuple(float(np.clip(value / variance, -1, 1)) for value in lagged),
        near=float(near),
        level=float(means.var() / (means.var() + within.var())),
    )


def _moments(hits: Floats, expected: Floats) -> Floats:
    """Return sums over a document whose ratios are variance and lagged covariances of g."""
    off = hits - expected
    count = len(hits)
    # the rate was fitted to the document: 1/n of the variance is lost, and so much of each lag
    share = float(off @ off) / count
    rows = [[off @ off + share - expected.sum(), expected @ expected]]
    for lag in LAGS:
        pairs = off[lag:] @ off[:-lag] + (count - lag) / count * share
        rows.append([pairs, expected[lag:] @ expected[:-lag]])
    return np.array(rows)


def placed(chance: Floats, hits: Floats) -> Floats:
    """Return normal scores of (P,) probabilities among the passages with as many hits."""
    scores = np.zeros(len(chance))
    grouped = np.minimum(hits, MOST_HITS)
    for count in np.unique(grouped):
        rows = grouped == count
        scores[rows] = norm.ppf(rankdata(chance[rows]) / (rows.sum() + 1))
    return scores
