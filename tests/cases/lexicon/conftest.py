"""One language model for all cases."""

from collections.abc import Callable
from functools import partial

import pytest

from taalscan.language import Analyser, load_analyser
from taalscan.lexicon import compile_lexicons, load_lexicon, resolve_lexicon
from taalscan.lexicon.proof import Analyse
from taalscan.scanner import analyse_texts

Find = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """Return the shipped language model."""
    return load_analyser()


@pytest.fixture(scope="session")
def analyse(analyser: Analyser) -> Analyse:
    """Return a function from texts to analysed passages."""
    return partial(analyse_texts, analyser)


@pytest.fixture(scope="session")
def find(analyse: Analyse) -> Find:
    """Return a function from a text to its hits: entry, matched text, status."""
    matcher = compile_lexicons([load_lexicon(resolve_lexicon("beleid-nl"))])

    def found(text: str) -> list[tuple[str, str, str]]:
        (passage,) = analyse([text])
        return [
            (hit.entry, " … ".join(part.cut(text) for part in hit.parts), hit.status.value)
            for hit in matcher.find(passage)
        ]

    return found
