"""Dutch cases as data; the failures are exactly the known ones."""

import pytest

from taalscan.language import Analyser
from tests.unit.language.conftest import analyse_one, read_cases

KNOWN_FAILURES: dict[str, set[str]] = {
    "sentences": set(),
    "separable": set(),
    "compounds": set(),
    "lemmas": set(),
}

pytestmark = pytest.mark.model


def test_sentence_cases(analyser: Analyser) -> None:
    failures = set()
    for name, marked in read_cases("sentences"):
        pieces = marked.replace("\\n", "\n").split("|")
        text = "".join(pieces)
        expected = [0]
        for piece in pieces[:-1]:
            expected.append(expected[-1] + len(piece))
        found = [sentence.span.start for sentence in analyse_one(analyser, text)]
        if found != expected:
            failures.add(name)
    assert failures == KNOWN_FAILURES["sentences"]


def test_separable_cases(analyser: Analyser) -> None:
    failures = set()
    for _, text, form, lemma, particle in read_cases("separable"):
        tokens = analyse_one(analyser, text)[0].tokens
        verb = next(token for token in tokens if token.text == form)
        found = "-" if verb.particle is None else tokens[verb.particle].text
        if (verb.lemma, found) != (lemma, particle):
            failures.add(f"{text} {verb.lemma} {found}")
    assert failures == KNOWN_FAILURES["separable"]


def test_compound_cases(analyser: Analyser) -> None:
    failures = set()
    for text, form, lemma, parts in read_cases("compounds"):
        tokens = analyse_one(analyser, text)[0].tokens
        token = next(token for token in tokens if token.text == form)
        if (token.lemma, " ".join(token.parts) or "-") != (lemma, parts):
            failures.add(f"{form} {token.lemma} {token.pos} {' '.join(token.parts)}")
    assert failures == KNOWN_FAILURES["compounds"]


def test_lemma_cases(analyser: Analyser) -> None:
    failures = set()
    for text, form, lemma, pos in read_cases("lemmas"):
        tokens = analyse_one(analyser, text)[0].tokens
        token = next(token for token in tokens if token.text == form)
        if (token.lemma, token.pos) != (lemma, pos):
            failures.add(f"{form} {token.lemma} {token.pos}")
    assert failures == KNOWN_FAILURES["lemmas"]


def test_there_are_cases_enough() -> None:
    sentences = [marked for _, marked in read_cases("sentences")]
    separable = list(read_cases("separable"))
    assert sum("|" not in marked for marked in sentences) >= 60
    assert sum("|" in marked for marked in sentences) >= 10
    assert len(separable) >= 40
    assert {order for order, *_ in separable} >= {"main", "sub", "part", "te"}
    assert len(list(read_cases("compounds"))) >= 40
