"""Tell how evenly hits are spread over facets, and how many entries a text of a length has."""

from collections.abc import Sequence
from math import exp, lgamma, log

from taalscan.model import Diversity, Interval

LEAST_HITS = 20
"""Below this many hits the entropy is not shown (METRICS §5.1)."""


def entropy(counts: Sequence[float]) -> float:
    """Return H = −Σ π ln π in nats over what occurs (METRICS §5.1); 0 where nothing does.

    >>> round(entropy([9, 6, 4, 2, 0, 0]), 3)
    1.261
    """
    total = sum(counts)
    return -sum(n / total * log(n / total) for n in counts if n > 0) if total else 0.0


def hill(counts: Sequence[float]) -> float:
    """Return the Hill number of order 1, e^H: the effective number of facets (METRICS §5.1).

    >>> round(hill([9, 6, 4, 2, 0, 0]), 2)
    3.53
    """
    return exp(entropy(counts))


def simpson_hill(counts: Sequence[float]) -> float:
    """Return the Hill number of order 2, 1/Σ π²: the same, but heedless of rare facets.

    >>> round(simpson_hill([9, 6, 4, 2, 0, 0]), 2)
    3.22
    """
    total = sum(counts)
    return total**2 / sum(n**2 for n in counts)


def miller_madow(counts: Sequence[float]) -> float:
    """Return H + (K⁺ − 1)/(2n): entropy corrected for small numbers (Miller 1955; METRICS §5.1).

    >>> round(miller_madow([9, 6, 4, 2, 0, 0]), 3)
    1.332
    """
    occurring = sum(n > 0 for n in counts)
    return entropy(counts) + (occurring - 1) / (2 * sum(counts)) if occurring else 0.0


def evenness(counts: Sequence[float]) -> float:
    """Return H/ln K, in [0, 1]; 0 with a single facet, which cannot be uneven.

    >>> round(evenness([9, 6, 4, 2, 0, 0]), 3)
    0.704
    """
    return entropy(counts) / log(len(counts)) if len(counts) > 1 else 0.0


def diversity(counts: Sequence[int], interval: Interval) -> Diversity:
    """Return the diversity of hits over facets.

    Args:
        counts: hits a facet, facets without hits too.
        interval: of the Hill number.
    """
    return Diversity(
        hits=sum(counts),
        entropy=entropy(counts),
        evenness=evenness(counts),
        hill=interval,
        corrected=miller_madow(counts),
    )


def rarefied(counts: Sequence[int], words: int, size: int) -> float | None:
    """Return the entries to expect in `size` words drawn from the document (Hurlbert 1971).

    An entry with n hits is missed with chance C(N−n, m)/C(N, m). Longer documents use more
    different entries, so numbers of entries only compare at one size (METRICS §6.3).

    Args:
        counts: hits an entry.
        words: running words N of the document.
        size: words m that are drawn.

    Returns:
        The expected number; None where the document has fewer words.

    >>> round(rarefied([3, 1, 1], 2000, 1000), 3)
    1.875
    """
    if words < size:
        return None
    rest = words - size
    return sum(
        1.0 if n > rest else 1.0 - exp(_log_choose(rest, n) - _log_choose(words, n))
        for n in counts
        if n
    )


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
