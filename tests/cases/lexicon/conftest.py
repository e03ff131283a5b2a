"""One language model for all cases."""

from collections.abc import Callable

import pytest

from taalscan.language import load_analyser
from taalscan.lexicon import compile_lexicons, load_lexicon, resolve_lexicon
from taalscan.model import AnalysedPassage, Passage, Span

Find = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def find() -> Find:
    """Return a function from a text to its hits: entry, matched text, status."""
    analyser = load_analyser()
    matcher = compile_lexicons([load_lexicon(resolve_lexicon("beleid-nl"))])

    def found(text: str) -> list[tuple[str, str, str]]:
        (sentences,) = analyser.analyse([(0, text)])
        passage = AnalysedPassage(Passage("p1", Span(0, len(text))), sentences)
        return [
            (hit.entry, " … ".join(part.cut(text) for part in hit.parts), hit.status.value)
            for hit in matcher.find(passage)
        ]

    return found
