"""The one text, and the way back to the source."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.model import BlockKind, Document, Origin, Source, Span, places
from taalscan.readers.normalise import JOINER, assemble
from taalscan.readers.raw import IMPLIED, RawBlock, RawDocument, RawPiece

SOURCE = Source("nota.txt", "0" * 64, "text/plain")
WORDS = frozenset({"aanbesteding", "klanten", "partijen", "patiënt", "vergaderen"})


def document_of(*blocks: tuple[str, ...], kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    """Return a document with a block for each tuple, a run for each string."""
    raw = RawDocument(
        tuple(
            RawBlock(
                kind,
                tuple(RawPiece(text, "part", (n, m)) for m, text in enumerate(pieces)),
            )
            for n, pieces in enumerate(blocks)
        )
    )
    return assemble(raw, SOURCE, WORDS.__contains__)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("aanbe-\nsteding", "aanbesteding"),
        ("aanbe-\r\nsteding", "aanbesteding"),
        ("aanbe- \n  steding", "aanbesteding"),
        ("aanbe\ufffesteding", "aanbesteding"),
        ("aanbe\u2010\r\nsteding", "aanbesteding"),
        ("aanbe\u00ad\nsteding", "aanbesteding"),
        ("aanbe_x0002_steding", "aanbesteding"),
        ("AANBE-\nSTEDING", "AANBESTEDING"),
        ("ver-\nga-\nderen", "vergaderen"),
        ("klant-\nen procesgericht", "klant- en procesgericht"),
        ("klant\ufffeen procesgericht", "klant- en procesgericht"),
        ("zorg-\n en welzijn", "zorg- en welzijn"),
        ("partij-\nen in de raad", "partijen in de raad"),
        ("re-\nintegratie", "re-integratie"),
        ("zee-\neend", "zee-eend"),
        ("JGZ-\naanbod", "JGZ-aanbod"),
        ("Noord-\nHolland", "Noord-Holland"),
        ("niet-\nwesters", "niet-westers"),
        ("2010-\n2014", "2010-2014"),
        ("24-\nuurs", "24-uurs"),
        ("pati-\nent", "patiënt"),
        ("zorg -\nmet", "zorg - met"),
        ("de wijk-\n", "de wijk-"),
        ("een\xa0\u00adﬁets\x0c op\u200b straat", "een fiets op straat"),
        ("cafe\u0301", "café"),
        ("Ĳsselmuiden en ĳs", "IJsselmuiden en ijs"),
        ("foto\x92s", "foto’s"),
        ("\ufeffde\tweg\v\u2028 ", "de weg"),
        ("bewoners’ ‘stem’", "bewoners’ ‘stem’"),
    ],
)
def test_text_is_decided_once(source: str, text: str) -> None:
    assert document_of((source,)).text == text


@pytest.mark.parametrize(
    ("elsewhere", "text"),
    [
        ("het sociaal-economisch beleid", "sociaal-economisch"),
        ("het sociaaleconomisch beleid", "sociaaleconomisch"),
    ],
)
def test_the_rest_of_the_document_decides_about_a_hyphen(elsewhere: str, text: str) -> None:
    assert document_of((elsewhere,), ("sociaal-\neconomisch",)).text == elsewhere + JOINER + text


def test_a_hyphen_at_the_end_of_a_page_is_one_at_the_end_of_a_line() -> None:
    pieces = (RawPiece("aanbe-", "page:1", page=1), RawPiece("steding", "page:2", page=2))
    raw = RawDocument((RawBlock(BlockKind.PARAGRAPH, pieces),), pages=3)
    document = assemble(raw, SOURCE, WORDS.__contains__)
    assert document.text == "aanbesteding"
    assert document.page_starts == (0, 5, 12)
    assert document.blocks[0].page == 1


def test_runs_on_different_pages_are_apart() -> None:
    pieces = (RawPiece("de wijk", "page:1", page=1), RawPiece("groeit", "page:2", page=2))
    document = assemble(
        RawDocument((RawBlock(BlockKind.PARAGRAPH, pieces),), pages=2), SOURCE, WORDS.__contains__
    )
    assert document.text == "de wijk groeit"


def test_runs_of_one_part_stand_next_to_each_other() -> None:
    assert document_of(("aan", "be", "steding")).text == "aanbesteding"


def test_bullets_of_list_items_go() -> None:
    assert document_of(("•\t de wijk",), kind=BlockKind.LIST_ITEM).text == "de wijk"
    assert document_of(("-5 graden",), kind=BlockKind.LIST_ITEM).text == "-5 graden"


def test_blank_blocks_go() -> None:
    document = document_of(("de",), (" \u200b\n",), ("wijk",))
    assert document.text == "de" + JOINER + "wijk"
    assert len(document.blocks) == 2


def test_places_are_cut_to_the_span() -> None:
    document = document_of(("de aanbe-\n", "steding"))
    found = places(document, Span(4, 10))
    assert [(origin.path, origin.start, origin.length) for origin in found] == [
        ((0, 0), 4, 4),
        ((0, 1), 0, 2),
    ]


def test_a_unit_is_not_cut_in_its_source() -> None:
    document = document_of(("een ﬁets",))
    (place,) = places(document, Span(4, 5))
    assert place == Origin(Span(4, 5), "part", (0, 0), 4, 1)


def test_implied_characters_have_no_place() -> None:
    pieces = (RawPiece("de", "part"), RawPiece("\n", "part", start=IMPLIED), RawPiece("weg", "b"))
    document = assemble(
        RawDocument((RawBlock(BlockKind.PARAGRAPH, pieces),)), SOURCE, WORDS.__contains__
    )
    assert document.text == "de weg"
    assert [origin.span for origin in document.origins] == [Span(0, 2), Span(3, 6)]


def test_the_title_is_that_of_the_file_or_else_the_first_heading() -> None:
    blocks = (RawBlock(BlockKind.HEADING, (RawPiece("Wat er  speelt", "part"),)),)
    titles = [
        assemble(RawDocument(blocks, title=title), SOURCE, WORDS.__contains__).title
        for title in (" Nota\nwonen ", " ", None)
    ]
    assert titles == ["Nota wonen", "Wat er speelt", "Wat er speelt"]


def test_a_heading_as_long_as_a_paragraph_is_no_title() -> None:
    blocks = (
        RawBlock(BlockKind.HEADING, (RawPiece("Wat er speelt in " + "de wijk " * 20, "p"),)),
    )
    assert assemble(RawDocument(blocks), SOURCE, WORDS.__contains__).title is None


# --- for any text ---------------------------------------------------------------------------

HYPHENS = ("-\n", "- \r\n", "\ufffe", "\u00ad", "\u2010\n", "_x0002_", "\x02")
OTHERS = ("ﬁ", "ĳ", "\u0301", "\u200b", "\x92", "\ufeff", "\xa0", " ", "\n", "•", ".", "\ud800")
PARTS = ("a", "e", "i", "en", "Zorg", "wijk", "2", "JGZ")
SIGNS = st.sampled_from(HYPHENS + OTHERS + PARTS)
STRINGS = st.text(st.characters(), max_size=12) | st.lists(SIGNS, max_size=8).map("".join)
BLOCKS = st.lists(st.lists(STRINGS, max_size=4).map(tuple), max_size=4)
KINDS = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM])
ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@given(BLOCKS, KINDS)
def test_any_text_becomes_a_sound_document(blocks: list[tuple[str, ...]], kind: BlockKind) -> None:
    document = document_of(*blocks, kind=kind)
    assert not ILLEGAL.search(document.text)
    assert unicodedata.is_normalized("NFC", document.text)
    end = -len(JOINER)
    for block in document.blocks:
        cut = block.span.cut(document.text)
        assert cut
        assert cut == " ".join(cut.split())
        assert block.span.start == end + len(JOINER)
        end = block.span.end
    assert max(end, 0) == len(document.text)


@given(BLOCKS, KINDS)
def test_a_second_time_changes_nothing(blocks: list[tuple[str, ...]], kind: BlockKind) -> None:
    once = document_of(*blocks, kind=kind)
    again = document_of(*((block.span.cut(once.text),) for block in once.blocks), kind=kind)
    assert again.text == once.text


@given(BLOCKS, KINDS)
def test_every_character_has_its_place(blocks: list[tuple[str, ...]], kind: BlockKind) -> None:
    document = document_of(*blocks, kind=kind)
    covered: list[int] = []
    for origin in document.origins:
        covered += range(origin.span.start, origin.span.end)
        number, run = origin.path
        source = blocks[number][run]
        assert origin.start + origin.length <= len(source)
        _check_unchanged(origin, document.text, source)
    inside = [n for block in document.blocks for n in range(block.span.start, block.span.end)]
    assert covered == inside


def _check_unchanged(origin: Origin, text: str, source: str) -> None:
    """Where each character has a place of its own, a letter of the source is that letter."""
    if len(origin.span) != origin.length:
        return
    stretch = source[origin.start : origin.start + origin.length]
    for new, old in zip(origin.span.cut(text), stretch, strict=True):
        plain = old.isascii() and old.isalnum()
        assert new == old or not plain or unicodedata.normalize("NFD", new)[0] == old
