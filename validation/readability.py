"""Count syllables, and tell how easy a Dutch text reads."""

import re
import unicodedata
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Number = TypeVar("Number", float, npt.NDArray[np.float64])

_SYLLABLE = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|ij|oe|eu|ui|ei|au|ou|[aeiouy]")
_ACUTE = re.compile("[\u0300\u0301\u0302]")
_DIAERESIS = "\u0308"


def syllables(word: str) -> int:
    """Return the syllables of a Dutch word: its groups of vowels that sound as one; at least 1.

    >>> [syllables(word) for word in ("huis", "gemeente", "coördinatie", "mooie", "kpi")]
    [1, 3, 5, 2, 1]
    """
    plain = _ACUTE.sub("", unicodedata.normalize("NFD", word.lower()))
    # a vowel with a diaeresis starts a syllable: a mark before it keeps it apart
    apart = re.sub(f"([aeiou]){_DIAERESIS}", r"-\1", plain)
    return max(1, len(_SYLLABLE.findall(apart)))


def flesch_douma(words: Number, sentences: Number, sounds: Number) -> Number:
    """Return the reading ease of a Dutch text: higher is easier, mostly from 0 to 100.

    206.84 − 77·(syllables per word) − 0.93·(words per sentence): Flesch (1948, Journal of Applied
    Psychology 32:221-233) as Douma (1960, De leesbaarheid van landbouwbladen) fitted it to Dutch.

    Args:
        words: running words.
        sentences: sentences.
        sounds: syllables.

    >>> round(flesch_douma(100, 5, 150), 1)
    72.7
    """
    return 206.84 - 77 * sounds / words - 0.93 * words / sentences
