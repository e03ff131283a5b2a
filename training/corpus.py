"""Read the running text that the network is pretrained on, and count the words in it."""

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from training.conllu import Tree

if TYPE_CHECKING:
    from spacy.language import Language

WORD = re.compile(r"[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*")
SHORTEST, LONGEST = 40, 1500
"""Characters of a paragraph: shorter ones are mostly menus, longer ones tables."""

TOGETHER = 5
"""Treebank sentences that make a paragraph."""

SAMPLE = 5
"""One document in so many is tagged to count its nouns."""


def read_texts(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the texts of files with one JSON object a line, gzipped or not."""
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


def paragraphs(
    texts: Iterable[str], treebanks: Iterable[Sequence[Tree]], *, seed: int
) -> list[str]:
    """Return the different paragraphs of texts and treebanks, in a fixed random order."""
    found = [
        clean[:LONGEST]
        for text in texts
        for line in text.split("\n")
        if len(clean := " ".join(line.split())) >= SHORTEST
    ]
    found = list(dict.fromkeys(found))
    for trees in treebanks:
        for begin in range(0, len(trees), TOGETHER):
            found.append(" ".join(tree.text for tree in trees[begin : begin + TOGETHER]))
    random.Random(seed).shuffle(found)  # noqa: S311 -- not for secrets: it must repeat
    return found


def write_paragraphs(texts: Iterable[str], path: Path) -> None:
    """Write the paragraphs in the form that spaCy reads."""
    with path.open("w", encoding="utf-8") as file:
        for text in texts:
            file.write(json.dumps({"text": text}) + "\n")


def count_forms(texts: Iterable[str]) -> Counter[str]:
    """Count the words, in lower case; numbers and mixed forms are left out."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(WORD.findall(text.lower()))
    return counts


def count_nouns(nlp: "Language", texts: Sequence[str]) -> Counter[str]:
    """Count the lemmas of what the network takes for nouns in a sample of the texts."""
    counts: Counter[str] = Counter()
    lines = (line for text in texts[::SAMPLE] for line in text.split("\n") if line.strip())
    for doc in nlp.pipe(lines, disable=["senter", "parser"], batch_size=256):
        counts.update(word.lemma_ for word in doc if word.pos_ == "NOUN" and word.is_alpha)
    return counts
