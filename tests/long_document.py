"""Make up a document of 300 pages out of nothing but invented words."""

import random

from taalscan.model import Scan
from tests.builders import entry, scan_of

PAGES = 300
_WORDS_A_PAGE = 320
_MARKED = 1 / 3
"""Part of the sentences that hold a hit: twice what a real budget has."""
_ENTRIES = 120
_SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "ro", "sa", "te", "vi", "zo", "der", "ling", "wen")
_FACETS = ("M1", "M2", "M3", "R1", "R2", "R3", "D1", "D2", "C1", "C2", "C3")
_STATUSES = ("", "", "", " negated niet", " reported zegt", " legal wet")


def long_scan() -> Scan:
    """Return the scan of a document of 300 pages: 96,000 words and 2,000 highlights."""
    draw = random.Random(1)  # noqa: S311  # words, no secrets
    names = [f"{_FACETS[n % len(_FACETS)]}-{n:03d}" for n in range(_ENTRIES)]
    forms = {name: _word(draw) for name in names}
    known = [
        entry(
            name,
            form,
            f"Wat bedoelt u hier met {form}?",
            note=_sentence(draw, 14),
            source=_sentence(draw, 8),
            instead=_word(draw),
            only_if=_sentence(draw, 7),
        )
        for name, form in forms.items()
    ]
    blocks = []
    for page in range(1, PAGES + 1):
        blocks.append(f"= {page}")
        if page % 10 == 1:
            blocks.append(f"# Hoofdstuk {page // 10 + 1}")
        if page % 2:
            blocks.append(f"## {_sentence(draw, 4)}")
        blocks += [_paragraph(draw, forms) for _ in range(_WORDS_A_PAGE // 64)]
    return scan_of("\n\n".join(blocks), entries=known, name="begroting.pdf", title="Begroting")


def _word(draw: random.Random) -> str:
    return "".join(draw.choices(_SYLLABLES, k=draw.randint(1, 4)))


def _sentence(draw: random.Random, words: int) -> str:
    return " ".join(_word(draw) for _ in range(words)).capitalize() + "."


def _paragraph(draw: random.Random, forms: dict[str, str]) -> str:
    sentences = []
    for _ in range(4):
        words = [_word(draw) for _ in range(15)]
        if draw.random() > _MARKED:
            sentences.append(" ".join(words) + ".")
            continue
        name = draw.choice(list(forms))
        words.insert(draw.randint(0, 15), f"{{{name}{draw.choice(_STATUSES)}:{forms[name]}}}")
        sentences.append(" ".join(words) + ".")
    return " ".join(sentences)
