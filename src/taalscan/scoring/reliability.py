"""Say what the length of a document allows (METRICS §6.3)."""

from taalscan.model import Reliability

MIN_INDICATIVE = 20
MIN_FULL = 50


def reliability(passages: int) -> Reliability:
    """Return what may be shown of a document with that many passages.

    >>> reliability(10).value, reliability(20).value, reliability(50).value
    ('highlights-only', 'indicative', 'full')
    """
    if passages < MIN_INDICATIVE:
        return Reliability.HIGHLIGHTS_ONLY
    if passages < MIN_FULL:
        return Reliability.INDICATIVE
    return Reliability.FULL
