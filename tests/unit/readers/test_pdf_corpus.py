"""Real documents: what is read, what is refused, and no header inside a paragraph."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from taalscan.errors import NoTextLayerError
from taalscan.model import BlockKind
from taalscan.readers.pdf import TextPlace, boxes, read_pdf
from taalscan.readers.raw import IMPLIED, RawDocument

DOCUMENTS = Path(__file__).parents[4] / "shared" / "corpus" / "docs"
NUMBERS = ["20", "21", "22", "24", "25", "26", "28", "29", "30", "34", "35", "36", "39"]
SCANS = ("23", "27")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the shared corpus is absent"),
]


def data_of(number: str) -> bytes:
    return next(DOCUMENTS.glob(f"{number}-*.pdf")).read_bytes()


@pytest.fixture(scope="module")
def documents() -> dict[str, RawDocument]:
    return {number: read_pdf(data_of(number)) for number in NUMBERS}


@pytest.mark.parametrize("number", SCANS)
def test_a_scan_has_no_text_layer(number: str) -> None:
    with pytest.raises(NoTextLayerError):
        read_pdf(data_of(number))


@pytest.mark.parametrize("number", NUMBERS)
def test_all_characters_are_read_once(number: str, documents: dict[str, RawDocument]) -> None:
    import pypdfium2  # noqa: PLC0415  with the corpus only

    counts: Counter[str] = Counter()
    for block in documents[number].blocks:
        for piece in block.pieces:
            if piece.start != IMPLIED:
                counts.update("".join(piece.text.split()))
    expected: Counter[str] = Counter()
    with pypdfium2.PdfDocument(data_of(number)) as file:
        for page in file:
            text = page.get_textpage()
            expected.update("".join(text.get_text_range(errors="replace").split()))
            text.close()
    lost = expected - counts
    # a bullet in a font of signs is no text, and lines without a box are not drawn
    assert sum(lost.values()) <= 0.005 * sum(expected.values())
    assert not counts - expected


def edge_lines(number: str) -> Iterator[tuple[int, str]]:
    """Give the outermost lines of each page that have words, with the page."""
    import pypdfium2  # noqa: PLC0415  with the corpus only

    with pypdfium2.PdfDocument(data_of(number)) as file:
        for at, page in enumerate(file, start=1):
            text = page.get_textpage()
            lines = [" ".join(line.split()) for line in text.get_text_range().splitlines()]
            heights = sorted(
                (text.get_rect(rect)[1], rect) for rect in range(min(text.count_rects(), 3_000))
            )
            for _, rect in heights[:2] + heights[-2:]:
                words = " ".join(text.get_text_bounded(*text.get_rect(rect)).split())
                if len(words) > 8 and words in lines:
                    yield at, words
            text.close()


@pytest.mark.parametrize("number", NUMBERS)
def test_lines_at_the_edge_of_three_pages_are_in_no_paragraph(
    number: str, documents: dict[str, RawDocument]
) -> None:
    pages = defaultdict(set)
    for page, words in edge_lines(number):
        pages[words].add(page)
    running = [words for words, found in pages.items() if len(found) > 2]
    prose = [
        " ".join("".join(piece.text for piece in block.pieces).split())
        for block in documents[number].blocks
        if block.kind is BlockKind.PARAGRAPH
    ]
    assert [words for words in running for text in prose if words in text] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_every_first_word_has_boxes_on_its_page(
    number: str, documents: dict[str, RawDocument]
) -> None:
    pieces = [block.pieces[0] for block in documents[number].blocks[:200]]
    places = [
        [TextPlace(piece.page or 0, piece.start, len(piece.text.split()[0]))] for piece in pieces
    ]
    for piece, found in zip(pieces, boxes(data_of(number), places), strict=True):
        # a letter that a scan program put in with no size has no box
        assert {box.page for box in found} <= {piece.page}
        assert found or number == "26"
