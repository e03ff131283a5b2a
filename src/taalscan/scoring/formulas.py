"""Compute the figures of METRICS §2, §3 and §4 from amounts: one function a formula."""

from collections.abc import Iterable
from math import log, prod, sqrt

PER = 1000
"""Densities are per thousand words (METRICS §2)."""

ALPHA = 0.5
"""Added to both sides of a balance, so that one empty side does not make it infinite (§4.1)."""


def noisy_or(amounts: Iterable[float]) -> float:
    """Return L = 1 − Π(1 − w·g), in [0, 1]: the strength of hits together (METRICS §1).

    >>> round(noisy_or([0.8, 0.5]), 2)
    0.9
    """
    return 1.0 - prod(1.0 - amount for amount in amounts)


def density(amount: float, words: float) -> float:
    """Return D = 1000·n/N, or with Σ w·g for n the weighted density (METRICS §2).

    >>> round(density(31, 2480), 1), round(density(21.6, 2480), 2)
    (12.5, 8.71)
    """
    return PER * amount / words


def log_ratio(above: float, below: float, alpha: float = ALPHA) -> float:
    """Return the balance B = ln[(above + α)/(below + α)] (METRICS §4.1; Lowe et al. 2011).

    >>> round(log_ratio(7, 19), 3)
    -0.956
    """
    return log((above + alpha) / (below + alpha))


def log_ratio_error(above: float, below: float, alpha: float = ALPHA) -> float:
    """Return √[1/(above + α) + 1/(below + α)], near the standard error of B (METRICS §4.1).

    It holds for passages that do not resemble each other; real ones do, so the intervals of
    balances come from a block bootstrap, and this is what that is checked against.

    >>> round(log_ratio_error(7, 19), 2)
    0.43
    """
    return sqrt(1 / (above + alpha) + 1 / (below + alpha))


def importance(above: float, below: float, passages: int) -> float:
    """Return I = ln[(above + below + 1)/P]: how much there is to weigh at all (METRICS §4.1).

    >>> round(importance(7, 19, 90), 2)
    -1.2
    """
    return log((above + below + 1) / passages)


def corrected_share(share: float, sensitivity: float, specificity: float) -> float | None:
    """Return a share corrected for errors of classification (Rogan & Gladen 1978; METRICS §3).

    For a corpus of one genre only, whose sensitivity and specificity are known.

    Returns:
        π = (S + spec − 1)/(sens + spec − 1), held to [0, 1]; None where sens + spec is under 1.3,
        because the correction then says more of the errors than of the corpus.

    >>> round(corrected_share(0.24, 0.78, 0.93), 3)
    0.239
    """
    if sensitivity + specificity < 1.3:
        return None
    return min(1.0, max(0.0, (share + specificity - 1) / (sensitivity + specificity - 1)))
