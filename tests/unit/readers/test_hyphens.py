"""What a hyphen at a line end stands for, by rule and in bulk."""

import gzip
import json
import random
import re
from collections import Counter
from pathlib import Path

import pytest

from taalscan.readers.hyphens import Hyphens

SHARED = Path(__file__).parents[4] / "shared"
WORDS = frozenset({"partij", "partijen", "zorg", "klant", "klanten", "zee", "eend", "technici"})


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("zorg", "inkoop", "zorginkoop"),
        ("klant", "en", "klant- en"),
        ("zorg", "of", "zorg- of"),
        ("partij", "en", "partijen"),
        ("industrie", "en", "industrie- en"),
        ("financi", "en", "financiën"),
        ("commerci", "ele", "commerciële"),
        ("ge", "interesseerd", "geïnteresseerd"),
        ("zee", "eend", "zee-eend"),
        ("mede", "eigenaar", "mede-eigenaar"),
        ("niet", "betaald", "niet-betaald"),
        ("EU", "regels", "EU-regels"),
        ("plan", "MER", "plan-MER"),
        ("WONEN", "EN", "WONEN- EN"),
        ("INLEI", "DING", "INLEIDING"),
        ("3", "jarig", "3-jarig"),
        ("nr", "lijst", "nr-lijst"),
        ("", "wijk", "-wijk"),
    ],
)
def test_words_are_joined_by_rule(left: str, right: str, joined: str) -> None:
    assert Hyphens([], WORDS.__contains__).join(left, right) == joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("een self-supervision en nog een self‐supervision", "self-supervision"),
        ("een selfsupervision, twee selfsupervision, een self-supervision", "selfsupervision"),
        ("Self-supervision.", "self-supervision"),
        ("niets", "selfsupervision"),
    ],
)
def test_the_form_that_the_document_uses_most_wins(text: str, joined: str) -> None:
    assert Hyphens([text], WORDS.__contains__).join("self", "supervision") == joined


# --- in bulk: words of the corpus, broken as a typesetter would ---------------------------------

VOWELS = "aeiouyáéíóúèäëïöü"
PLAIN = str.maketrans("äëïöü", "aeiou")
TOKEN = re.compile(r"(?<=\s)[^\W\d_A-Z]{6,}(?=[\s.,;:)])")
SUSPENDED = re.compile(r"\s([^\W\d_]+)- (en|of) \w")


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not SHARED.exists(), reason="needs the corpus and treebank in ../shared")
def test_nearly_all_words_of_the_corpus_are_restored() -> None:
    words = treebank_words()
    chance = random.Random(1)  # noqa: S311 - the same words each time
    right: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for text in corpus_texts(every=30):
        hyphens = Hyphens([text], words.__contains__)
        found = TOKEN.findall(text)
        for word in chance.sample(found, min(100, len(found))):
            place = chance.choice(breaks(word) or [0])
            if place:
                first, last = word[:place], word[place].translate(PLAIN) + word[place + 1 :]
                tried["word"] += 1
                right["word"] += hyphens.join(first, last) == word
        for first, last in SUSPENDED.findall(text):
            tried["suspended"] += 1
            right["suspended"] += hyphens.join(first, last) == f"{first}- {last}"
    assert tried["word"] > 1_000
    assert right["word"] >= 0.99 * tried["word"]
    assert right["suspended"] >= 0.95 * tried["suspended"]


def treebank_words() -> frozenset[str]:
    words: set[str] = set()
    for name in ("train-core", "train-more"):
        with gzip.open(SHARED / "treebank" / f"{name}.conllu.gz", "rt", encoding="utf-8") as lines:
            rows = (line.split("\t") for line in lines)
            words.update(row[1].lower() for row in rows if row[0].isdigit())
    return frozenset(words)


def corpus_texts(every: int) -> list[str]:
    with gzip.open(SHARED / "corpus" / "reference.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [
            json.loads(line)["text"] for number, line in enumerate(lines) if number % every == 0
        ]


def breaks(word: str) -> list[int]:
    """Return where a word can be broken: before a consonant and vowel, or a diaeresis."""
    return [
        at
        for at in range(2, len(word) - 1)
        if word[at] in "äëïöü"
        or (word[at] not in VOWELS and word[at + 1] in VOWELS and set(word[:at]) & set(VOWELS))
    ]
