"""Find the words of a document that stand out against a reference (METRICS §6.1)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import erfc, log, log2, sqrt

from taalscan.model import Keyword, Span

LEAST_WORDS = 2000
"""A shorter document has no keywords (METRICS §6.3)."""
LEAST_COUNT = 5
LEAST_SECTIONS = 2
LEAST_LOG_RATIO = 1.0
LEAST_Z = 1.959963984540054
RATE = 0.05
"""Share of false keywords that Benjamini and Hochberg's procedure allows."""
MOST_KEYWORDS = 50
_PRIOR = (1_000, 10_000)
"""Bounds of the weight of the Dirichlet prior; between them it is the length of the document."""


@dataclass(frozen=True, slots=True)
class Contingency:
    """How often a word stands in a document of `c` words and in a reference of `d`.

    Attributes:
        a: times in the document; `b` times in the reference.
    """

    a: int
    b: int
    c: int
    d: int

    @property
    def expected(self) -> tuple[float, float]:
        """The counts to expect if both used the word equally: E₁ = c(a+b)/(c+d), and E₂.

        >>> [round(e, 2) for e in Contingency(31, 820, 2480, 1_500_000).expected]
        [1.4, 849.6]
        """
        rate = (self.a + self.b) / (self.c + self.d)
        return self.c * rate, self.d * rate


def log_likelihood(count: Contingency) -> float:
    """Return G² = 2[a ln(a/E₁) + b ln(b/E₂)] (Rayson & Garside 2000), with 0·ln 0 = 0.

    >>> round(log_likelihood(Contingency(31, 820, 2480, 1_500_000)), 1)
    133.7
    """
    pairs = zip((count.a, count.b), count.expected, strict=True)
    # rounding may leave less than nothing where both use the word equally
    return max(0.0, 2 * sum(n * log(n / e) for n, e in pairs if n))


def log_ratio(count: Contingency) -> float:
    """Return log₂[(a/c)/(b/d)], with ½ for a count of 0.

    >>> round(log_ratio(Contingency(31, 820, 2480, 1_500_000)), 2)
    4.52
    """
    return log2(((count.a or 0.5) / count.c) / ((count.b or 0.5) / count.d))


def bic(count: Contingency) -> float:
    """Return G² − ln(c + d): above 0 there is evidence for a difference (Wilson 2013).

    >>> round(bic(Contingency(31, 820, 2480, 1_500_000)), 1)
    119.5
    """
    return log_likelihood(count) - log(count.c + count.d)


def log_odds(count: Contingency, prior: float) -> tuple[float, float]:
    """Return δ and z of the log-odds ratio with a Dirichlet prior (Monroe et al. 2008).

    α_w is `prior` times the frequency of the word in both together.

    Args:
        count: of the word.
        prior: α₀, the weight of the prior in words.

    >>> delta, z = log_odds(Contingency(9, 210, 2480, 1_500_000), 1000)
    >>> round(delta, 3), round(z, 2)
    (2.935, 8.69)
    """
    own = prior * (count.a + count.b) / (count.c + count.d)
    odds = [
        log((y + own) / (n + prior - y - own)) for y, n in ((count.a, count.c), (count.b, count.d))
    ]
    spread = sqrt(1 / (count.a + own) + 1 / (count.b + own))
    return odds[0] - odds[1], (odds[0] - odds[1]) / spread


def chance(g2: float) -> float:
    """Return the p-value of G² with one degree of freedom.

    >>> round(chance(3.841459), 3)
    0.05
    """
    return erfc(sqrt(g2 / 2))


def adjusted(chances: Sequence[float]) -> list[float]:
    """Return p-values corrected for their number (Benjamini & Hochberg 1995).

    >>> [round(q, 3) for q in adjusted([0.01, 0.04, 0.03, 0.5])]
    [0.04, 0.053, 0.053, 0.5]
    """
    order = sorted(range(len(chances)), key=chances.__getitem__, reverse=True)
    corrected = [0.0] * len(chances)
    least = 1.0
    for left, place in enumerate(order):
        least = min(least, chances[place] * len(chances) / (len(chances) - left))
        corrected[place] = least
    return corrected


def prior_for(words: int) -> int:
    """Return α₀ for a document: its length, held to a thousand and ten thousand words."""
    return min(max(words, _PRIOR[0]), _PRIOR[1])


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """A word of a document: where it stands, and in which sections."""

    lemma: str
    places: tuple[Span, ...]
    sections: int


def gather_words(words: Iterable[tuple[str, Span, int]]) -> tuple[WordPlaces, ...]:
    """Return the words of a document with their places.

    Args:
        words: each occurrence: lemma, place, number of its section; in the order of the text.
    """
    places: dict[str, list[Span]] = {}
    sections: dict[str, set[int]] = {}
    for lemma, span, section in words:
        places.setdefault(lemma, []).append(span)
        sections.setdefault(lemma, set()).add(section)
    return tuple(
        WordPlaces(lemma, tuple(found), len(sections[lemma])) for lemma, found in places.items()
    )


def keywords(
    found: Iterable[WordPlaces],
    words: int,
    reference: Callable[[str], int],
    reference_words: int,
) -> tuple[Keyword, ...]:
    """Return the words that stand out, those with the largest z first.

    A word is shown with |z| ≥ 1.96, a log-ratio of at least 1, five occurrences, two sections and
    a false discovery rate under 5 % (METRICS §6.1).

    Args:
        found: the content words of the document.
        words: its running words.
        reference: gives how often the reference has a word; it must not hold the document.
        reference_words: the running words of the reference.

    Returns:
        At most `MOST_KEYWORDS`; none where the document has under `LEAST_WORDS` words.
    """
    if words < LEAST_WORDS or not reference_words:
        return ()
    tested = [word for word in found if len(word.places) >= LEAST_COUNT]
    counts = [
        Contingency(len(word.places), reference(word.lemma), words, reference_words)
        for word in tested
    ]
    corrected = adjusted([chance(log_likelihood(count)) for count in counts])
    made = (
        _keyword(word, count, q)
        for word, count, q in zip(tested, counts, corrected, strict=True)
        if word.sections >= LEAST_SECTIONS and q < RATE
    )
    telling = [own for own in made if own.z >= LEAST_Z and own.log_ratio >= LEAST_LOG_RATIO]
    return tuple(sorted(telling, key=_order)[:MOST_KEYWORDS])


def _keyword(word: WordPlaces, count: Contingency, q: float) -> Keyword:
    return Keyword(
        lemma=word.lemma,
        count=count.a,
        reference_count=count.b,
        expected=count.expected[0],
        g2=log_likelihood(count),
        bic=bic(count),
        log_ratio=log_ratio(count),
        z=log_odds(count, prior_for(count.c))[1],
        q=q,
        sections=word.sections,
        places=word.places,
    )


def _order(keyword: Keyword) -> tuple[float, str]:
    return -keyword.z, keyword.lemma
