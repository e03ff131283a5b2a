"""Say what the length of a document allows (METRICS §6.3)."""

from taalscan.model import Reliability

MIN_INDICATIVE = 20
MIN_FULL = 50
MIN_WORDS = 15
"""Words of the shortest passage that is one (CODEBOOK §1)."""


def reliability(passages: int, words: int) -> Reliability:
    """Return what may be shown of a document with that many passages and words.

    A form of many short lines has no more passages than its words would fill.

    >>> reliability(10, 700).value, reliability(20, 1400).value, reliability(50, 3500).value
    ('highlights-only', 'indicative', 'full')
    >>> reliability(25, 90).value
    'highlights-only'
    """
    filled = min(passages, words // MIN_WORDS)
    if filled < MIN_INDICATIVE:
        return Reliability.HIGHLIGHTS_ONLY
    if filled < MIN_FULL:
        return Reliability.INDICATIVE
    return Reliability.FULL
