"""Dutch sentences through the real pipeline: which hits there are, and whether they count."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from taalscan.lexicon import load_lexicon, resolve_lexicon

Find = Callable[[str], list[tuple[str, str, str]]]

pytestmark = pytest.mark.model

CASES = yaml.safe_load((Path(__file__).parent / "statuses.yaml").read_text("utf-8"))
LEXICON = load_lexicon(resolve_lexicon("beleid-nl"))
ADDING = frozenset(status.value for status, factor in LEXICON.factors if factor > 0)
"""Statuses with which a hit adds to a figure; such a hit must be expected."""

KNOWN_SENTENCES = frozenset(
    {
        "De afspraken die niet worden gevolgd kunnen de concurrentie vergroten.",
        "De wijze waarop het college niet rapporteert vergroot de marktwerking.",
        "De ingekochte zorg past niet bij de vraag.",
    }
)
"""Sentences that come out wrong; the test fails when one of them comes out right."""

KNOWN_ENTRIES: frozenset[str] = frozenset()
"""Entries whose example or counter-example comes out wrong."""


def test_there_are_enough_cases_and_no_sentence_stands_twice() -> None:
    texts = [case["text"] for case in CASES]
    assert len(set(texts)) == len(texts) >= 65


def test_sentences_give_their_hits(find: Find) -> None:
    failures: dict[str, list[tuple[str, str, str]]] = {}
    for case in CASES:
        hits = find(case["text"])
        expected = {tuple(hit) for hit in case.get("hits", ())}
        adding = {hit for hit in hits if hit[2] in ADDING}
        if not expected <= set(hits) or not adding <= expected:
            failures[case["text"]] = hits
    assert failures.keys() == KNOWN_SENTENCES, failures


def test_examples_count_and_counter_examples_do_not(find: Find) -> None:
    failures: dict[str, list[tuple[str, str, str]]] = {}
    for entry in LEXICON.entries:
        for text, counts in ((entry.example, True), (entry.counter_example, False)):
            hits = find(text)
            if counts is not any(hit[0] == entry.id and hit[2] == "counted" for hit in hits):
                failures[entry.id] = hits
    assert failures.keys() == KNOWN_ENTRIES, failures
