"""Words in context show what the lexicon makes of them."""

from taalscan.lexicon.concordance import Search, concordance
from taalscan.model import ConcordanceLine, Document, Source
from tests.unit.lexicon.builders import entry, matcher, passage, text_of

MADE = passage(
    "Wij/PRON noemen/VERB geen/DET klant|klant/NOUN een/DET product/NOUN ./PUNCT",
    "De/DET klanten|klant/NOUN komen|komen/VERB",
)


def _lines(term: str, window: int = 2) -> list[ConcordanceLine]:
    document = Document(Source("nota.txt", "0", "text/plain"), text_of(MADE), ())
    own = matcher(entry("M1-001", "klant"))
    return list(concordance(Search(term, window), own, document, [MADE]))


def test_a_word_is_found_by_lemma_with_its_context_and_status() -> None:
    first, second = _lines("klant")
    assert (first.before, first.keyword, first.after) == ("noemen geen", "klant", "een product")
    assert (second.before, second.keyword, second.after) == (". De", "klanten", "komen")
    assert [line.hit.status.value for line in (first, second) if line.hit] == [
        "negated",
        "counted",
    ]


def test_a_word_that_is_no_entry_has_no_status() -> None:
    (line,) = _lines("product")
    assert (line.keyword, line.hit) == ("product", None)


def test_an_entry_is_looked_up_by_its_id() -> None:
    assert [line.keyword for line in _lines("M1-001")] == ["klant", "klanten"]
    assert _lines("M1-002") == []


def test_spans_cut_the_word_out_of_the_text() -> None:
    text = text_of(MADE)
    assert [line.span.cut(text) for line in _lines("klant")] == ["klant", "klanten"]
