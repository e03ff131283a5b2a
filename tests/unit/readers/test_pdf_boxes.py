"""The rectangles of a stretch of text lie where its letters are drawn."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.model import PageBox, Source, Span, places
from taalscan.readers.normalise import assemble
from taalscan.readers.pdf import TextPlace, boxes, read_pdf
from taalscan.readers.raw import RawDocument
from tests.pdf_files import Sheet, Text, column, pdf
from tests.pdf_looks import always, box_edges, letters, words_in

LINES = ["De gemeente helpt bewoners", "die hulp nodig hebben."]


def place_of(document: RawDocument, words: str) -> TextPlace:
    """Return where the words stand, by the pieces that the reader gives."""
    for block in document.blocks:
        for piece in block.pieces:
            at = piece.text.replace("\r\n", "  ").find(words)
            if at >= 0 and piece.page is not None:
                return TextPlace(piece.page, piece.start + at, len(words))
    raise AssertionError(words)


def boxes_of(sheets: Sequence[Sheet], words: str) -> tuple[PageBox, ...]:
    data = pdf(sheets)
    return boxes(data, [[place_of(read_pdf(data), words)]])[0]


def near(value: float) -> object:
    return pytest.approx(value, abs=1.5)


def test_a_word_has_one_box_on_its_baseline() -> None:
    (box,) = boxes_of([Sheet(column(LINES, 72, 700))], "gemeente")
    # "De " is 7.22 + 5.56 + 2.78 points wide in this font, "gemeente" 47.25
    assert (box.page, box.left, box.right) == (1, near(87.6), near(132))
    assert box.bottom < 700 < box.top < 710


def test_a_stretch_over_two_lines_has_a_box_on_each() -> None:
    upper, lower = boxes_of([Sheet(column(LINES, 72, 700))], "bewoners  die")
    assert upper.left > 150
    assert upper.bottom < 700 < upper.top
    assert lower.left == near(72)
    assert lower.bottom < 688 < lower.top


def test_boxes_of_a_line_are_equally_high_whichever_letters_stand_in_them() -> None:
    sheets = [Sheet([Text(72, 700, "een raam en glas bij de pomp")])]
    low, high = boxes_of(sheets, "een raam")[0], boxes_of(sheets, "glas")[0]
    assert (low.bottom, low.top) == (high.bottom, high.top) == pytest.approx((697.8, 708))


def test_halves_of_a_broken_word_are_taken_with_the_hyphen() -> None:
    sheet = Sheet(column(["Wij zoeken samen-", "werking met u."], 72, 700))
    data = pdf([sheet])
    document = read_pdf(data)
    halves = [place_of(document, "samen"), place_of(document, "werking")]
    (alone,), (upper, lower) = boxes(data, [halves[:1], halves])
    assert upper.right > alone.right + 2
    assert lower.left == near(72)


def test_words_of_which_each_is_drawn_apart_have_one_box() -> None:
    texts = [Text(72, 700, "De"), Text(87, 700, "hulp"), Text(110, 700, "van bewoners")]
    (box,) = boxes_of([Sheet(texts)], "De hulp van")
    assert (box.left, box.right) == (near(73), near(126))


def test_boxes_are_in_the_coordinates_of_the_page_before_turning() -> None:
    texts = [Text(100 + 12 * at, 72, line, turn=1) for at, line in enumerate(LINES)]
    (box,) = boxes_of([Sheet(texts, rotate=90)], "gemeente")
    assert (box.bottom, box.top) == (near(87.6), near(132))
    assert box.left < 100 < box.right
    assert box.turn == 1


def test_boxes_are_in_the_coordinates_of_the_page_before_cropping() -> None:
    sheet = Sheet(column(LINES, 172, 500), crop=(100, 100, 500, 700))
    (box,) = boxes_of([sheet], "gemeente")
    assert box.left == near(187.6)
    assert box.bottom < 500 < box.top


def test_places_keep_their_order_over_pages() -> None:
    data = pdf([Sheet(column(LINES, 72, 700))] * 2)
    places = [TextPlace(2, 3, 8), TextPlace(1, 3, 8), TextPlace(2, 0, 2)]
    assert [found[0].page for found in boxes(data, [[own] for own in places])] == [2, 1, 2]


@pytest.mark.parametrize(
    "place", [TextPlace(1, 10_000, 5), TextPlace(9, 0, 5), TextPlace(1, 3, 0), TextPlace(0, 0, 1)]
)
def test_a_place_that_is_not_there_has_no_boxes(place: TextPlace) -> None:
    assert boxes(pdf([Sheet(column(LINES, 72, 700))]), [[place]]) == [()]


def test_characters_beyond_the_basic_plane_do_not_shift_what_follows() -> None:
    """A font can map one code to a character that takes two units in UTF-16."""
    data = with_unicode(pdf([Sheet([Text(72, 700, "xA gemeente"), Text(72, 688, "twee")])]))
    document = read_pdf(data)
    assert "".join(piece.text for piece in document.blocks[0].pieces).startswith("x\U0001f600 gem")
    (box,) = boxes(data, [[place_of(document, "gemeente")]])[0]
    (line,) = boxes(data, [[place_of(document, "x\U0001f600")]])[0]
    assert line.right < box.left < 90


SOME = ["de", "gemeente", "bewoners", "zorg", "buurt", "is", "wonen", "plein", "gesprek", "jaar"]
STEPS = ((0, -1), (1, 0), (0, 1), (-1, 0))
"""Where the next line is, of text that is turned by quarters."""


@st.composite
def layouts(draw: st.DrawFn) -> Sheet:
    """Draw a page of one or two columns of lines, turned and cropped in any way."""
    size, turn = draw(st.floats(6, 14).map(float)), draw(st.integers(0, 3))
    x, y = ((120, 700), (120, 120), (480, 120), (480, 700))[turn]
    texts = []
    for place in range(draw(st.integers(1, 2))):
        lines = draw(st.lists(st.lists(st.sampled_from(SOME), min_size=2, max_size=3), min_size=2))
        for number, words in enumerate(lines[:12]):
            over, down = (step * size * 1.25 * number for step in STEPS[turn])
            along = 240 * place
            across, up = ((1, 0), (0, 1), (-1, 0), (0, -1))[turn]
            end = draw(st.sampled_from(["", "", "-"]))
            at = (x + over + across * along, y + down + up * along)
            texts.append(Text(*at, " ".join(words) + end, size=size, turn=turn))
    crop = (20, 30, 580, 820) if draw(st.booleans()) else None
    return Sheet(texts, rotate=draw(st.sampled_from([0, 90, 180, 270])), crop=crop)


@settings(max_examples=100, deadline=None)
@given(layouts(), st.data())
def test_what_stands_in_the_boxes_is_what_the_text_says(
    sheet: Sheet, choice: st.DataObject
) -> None:
    data = pdf([sheet])
    document = assemble(read_pdf(data), Source("nota.pdf", "", "application/pdf"), always)
    words = [Span(*found.span()) for found in re.finditer(r"[\w-]+", document.text)]
    first = choice.draw(st.integers(0, len(words) - 1))
    last = min(first + choice.draw(st.integers(0, 3)), len(words) - 1)
    span = Span(words[first].start, words[last].end)
    found = boxes(data, [[TextPlace(1, own.start, own.length) for own in places(document, span)]])[
        0
    ]
    assert letters(words_in(data, 1, map(box_edges, found))) == letters(span.cut(document.text))
    assert {box.turn for box in found} == {sheet.texts[0].turn}


def with_unicode(data: bytes) -> bytes:
    """Return the PDF with "A" of the first font mapped to an emoji."""
    table = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        b"1 begincodespacerange <00> <ff> endcodespacerange "
        b"1 beginbfchar <41> <D83DDE00> endbfchar endcmap end end"
    )
    data = data.replace(b"/Helvetica/Encoding", b"/Helvetica/ToUnicode 90 0 R/Encoding", 1)
    stream = b"90 0 obj\n<</Length %d>>stream\n%s\nendstream\nendobj\n" % (len(table), table)
    return data[: data.index(b"xref")] + stream + b"trailer<</Root 1 0 R/Size 91>>\n%%EOF"
