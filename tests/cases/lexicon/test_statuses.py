"""Dutch sentences through the real pipeline: which hits there are, and whether they count."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from taalscan.lexicon import load_lexicon, resolve_lexicon
from taalscan.lexicon.proof import Analyse, lapses

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
        # a person named before the preposition is taken for the one behind it
        "In de Kerkstraat zien bewoners goed naar elkaar om.",
        # a negator behind a noun does not reach it, nor does it undo one
        "Marktconforme huren vragen wij van sportclubs niet.",
        "We laten de targets van het sportbedrijf niet los.",
        # the tagger takes "uitkeringsgerechtigden" for a verb
        "Er komt een einde aan de tegenprestatie voor uitkeringsgerechtigden.",
        # a hit that begins with the speaker
        "Nieuwkomers zeggen dat zij zelf de regie voeren over hun inburgering.",
    }
)
"""Sentences that come out wrong; the test fails when one of them comes out right."""

KNOWN_ENTRIES: frozenset[str] = frozenset()
"""Entries whose example or counter-example comes out wrong."""


def test_there_are_enough_cases_and_no_sentence_stands_twice() -> None:
    texts = [case["text"] for case in CASES]
    assert len(set(texts)) == len(texts) >= 150


def test_each_status_has_enough_sentences() -> None:
    sentences = Counter(status for case in CASES for status in {hit[2] for hit in case["hits"]})
    assert sentences.keys() == {status.value for status, _ in LEXICON.factors}
    assert all(count >= 15 for count in sentences.values()), sentences


def test_sentences_give_their_hits(find: Find) -> None:
    failures: dict[str, list[tuple[str, str, str]]] = {}
    for case in CASES:
        hits = find(case["text"])
        expected = {tuple(hit) for hit in case["hits"]}
        adding = {hit for hit in hits if hit[2] in ADDING}
        if not expected <= set(hits) or not adding <= expected:
            failures[case["text"]] = hits
    assert failures.keys() == KNOWN_SENTENCES, failures


def test_the_lexicon_does_what_it_says(analyse: Analyse) -> None:
    """Every example counts, no counter-example and no false friend does."""
    found = lapses(LEXICON, analyse)
    assert {lapse.subject for lapse in found} == KNOWN_ENTRIES, found
