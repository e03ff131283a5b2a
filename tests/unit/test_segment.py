"""Passages hold one to four sentences of one block or list, and lose no words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.model import AnalysedPassage, BlockKind, Document
from taalscan.segment import (
    MAX_SENTENCES,
    MAX_WORDS,
    MIN_WORDS,
    count_words,
    page_at,
    prose_blocks,
    segment,
)
from tests import tokens

PARAGRAPH, HEADING, ITEM = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM


def cut(document: Document) -> tuple[AnalysedPassage, ...]:
    return segment(
        document,
        [
            tokens.sentences(block.span.cut(document.text), block.span.start)
            for block in prose_blocks(document)
        ],
    )


def texts(document: Document) -> list[str]:
    return [found.passage.span.cut(document.text) for found in cut(document)]


def words(number: int) -> str:
    return " ".join(["woord"] * number) + "."


def test_a_short_paragraph_is_one_passage() -> None:
    assert texts(tokens.document((PARAGRAPH, "De weekmarkt verhuist."))) == [
        "De weekmarkt verhuist."
    ]


def test_paragraphs_are_never_joined() -> None:
    document = tokens.document((PARAGRAPH, "Wij leveren."), (PARAGRAPH, "Zij kopen."))
    assert len(cut(document)) == 2


def test_items_of_one_list_share_a_passage() -> None:
    document = tokens.document((ITEM, "de huur;"), (ITEM, "de zorg;"), (ITEM, "het vervoer."))
    assert texts(document) == ["de huur;\n\nde zorg;\n\nhet vervoer."]


def test_headings_above_a_passage_are_its_context_and_no_passage() -> None:
    document = tokens.document((HEADING, "Aanleiding"), (PARAGRAPH, words(20)))
    (found,) = cut(document)
    assert found.passage.headings == ("Aanleiding",)


def test_a_heading_ends_the_section_of_the_heading_before_it() -> None:
    document = tokens.document(
        (HEADING, "Een"), (PARAGRAPH, words(20)), (HEADING, "Twee"), (PARAGRAPH, words(20))
    )
    assert [found.passage.headings for found in cut(document)] == [("Een",), ("Twee",)]


def test_a_short_last_sentence_does_not_stand_alone() -> None:
    document = tokens.document((PARAGRAPH, " ".join([words(30)] * 4 + [words(4)])))
    sizes = [count_words(found.sentences) for found in cut(document)]
    assert min(sizes) >= MIN_WORDS


def test_a_sentence_that_is_too_long_breaks_after_a_semicolon() -> None:
    long = " ".join(["woord"] * 100) + "; " + " ".join(["woord"] * 100) + "."
    first, second = texts(tokens.document((PARAGRAPH, long)))
    assert first.endswith(";")
    assert second.startswith("woord")


@pytest.mark.parametrize("kind", [BlockKind.TABLE_CELL, BlockKind.NOTE])
def test_cells_and_notes_need_a_verb(kind: BlockKind) -> None:
    document = tokens.document((kind, "Totaal zorg"), (kind, "De aanbieders leveren zorg."))
    assert texts(document) == ["De aanbieders leveren zorg."]


def test_labels_without_a_verb_are_left_out() -> None:
    document = tokens.document((PARAGRAPH, "Figuur 2"), (PARAGRAPH, "De aanbieders leveren zorg."))
    assert texts(document) == ["De aanbieders leveren zorg."]


def test_a_text_of_fragments_is_taken_as_it_is() -> None:
    assert texts(tokens.document((PARAGRAPH, "klant en product"))) == ["klant en product"]


def test_boilerplate_is_left_out() -> None:
    assert not cut(tokens.document((BlockKind.BOILERPLATE, "Gemeente Zandrijk, pagina 3")))


def test_a_character_stands_on_the_last_page_that_started() -> None:
    document = tokens.document((PARAGRAPH, words(20)), page_starts=(0, 10, 10, 40))
    assert [page_at(document, offset) for offset in (0, 9, 10, 39, 40)] == [1, 1, 3, 3, 4]


def test_a_format_without_pages_has_no_page_numbers() -> None:
    assert page_at(tokens.document((PARAGRAPH, words(20))), 5) is None


kinds = st.sampled_from([PARAGRAPH, HEADING, ITEM, BlockKind.QUOTATION, BlockKind.BOILERPLATE])
prose = st.lists(
    st.lists(st.sampled_from(["zorg", "wij", ";", ",", "3", "kopen"]), min_size=1, max_size=150),
    min_size=1,
    max_size=9,
).map(lambda parts: " ".join(" ".join(["wij leveren", *part]) + "." for part in parts))


@given(st.lists(st.tuples(kinds, prose), min_size=1, max_size=6))
def test_passages_are_ordered_and_lose_nothing(blocks: list[tuple[BlockKind, str]]) -> None:
    document = tokens.document(*blocks)
    found = cut(document)
    spans = [passage.passage.span for passage in found]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(1 <= len(passage.sentences) <= MAX_SENTENCES for passage in found)
    assert all(count_words(passage.sentences) <= MAX_WORDS for passage in found)
    expected = "".join(block.span.cut(document.text) for block in prose_blocks(document))
    kept = "".join(span.cut(document.text) for span in spans)
    assert "".join(kept.split()) == "".join(expected.split())


@given(prose)
def test_heads_stay_inside_the_sentence(text: str) -> None:
    for passage in cut(tokens.document((PARAGRAPH, text))):
        for sentence in passage.sentences:
            assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)
