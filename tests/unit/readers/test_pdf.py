"""What the PDF reader makes of pages: order, paragraphs, kinds."""

from collections.abc import Sequence

import pytest

from taalscan.model import BlockKind
from taalscan.readers.pdf import read_pdf
from taalscan.readers.raw import IMPLIED, RawBlock, RawDocument
from tests.pdf_files import Sheet, Text, column, pdf, wrapped

PROSE = (
    "De gemeente Duinrade wil dat bewoners zelf kunnen kiezen hoe zij wonen en leven. Daarom "
    "praat zij dit jaar in elke wijk met mensen die er al lang wonen en met mensen die er net "
    "zijn komen wonen. Wat zij zeggen komt in een verslag dat iedereen kan lezen."
)
MORE = (
    "Na de zomer maakt het college een plan voor de komende vier jaar. In dat plan staat wat er "
    "gaat gebeuren en wat het kost. De raad beslist er in november over en legt uit waarom."
)


def words(block: RawBlock) -> str:
    """Return the text of a block in one line, with line-end hyphens joined."""
    text = "".join(piece.text for piece in block.pieces)
    return " ".join(text.replace("\ufffe", "").split())


def found(document: RawDocument, kind: BlockKind) -> list[str]:
    return [words(block) for block in document.blocks if block.kind is kind]


def read(*pages: Sequence[Text], **options: int) -> RawDocument:
    return read_pdf(pdf(Sheet(page, **options) for page in pages))  # type: ignore[arg-type]


def joined(lines: Sequence[str]) -> str:
    return " ".join(lines)


# --- order ----------------------------------------------------------------------------------

LEFT, RIGHT = wrapped(PROSE, 42), wrapped(MORE, 42)


@pytest.mark.parametrize(
    "texts",
    [
        column(LEFT, 60, 760) + column(RIGHT, 320, 760),
        column(RIGHT, 320, 760) + column(LEFT, 60, 760),
        # line by line over both columns, as some programs draw it
        [
            text
            for at in range(max(len(LEFT), len(RIGHT)))
            for text in column(LEFT, 60, 760)[at : at + 1] + column(RIGHT, 320, 760)[at : at + 1]
        ],
    ],
    ids=["left first", "right first", "line by line"],
)
def test_two_columns_are_read_one_after_the_other(texts: list[Text]) -> None:
    assert found(read(texts), BlockKind.PARAGRAPH) == [joined(LEFT), joined(RIGHT)]


def test_a_title_over_two_columns_comes_first_though_it_is_drawn_last() -> None:
    title = Text(60, 790, "Wonen in de wijk", size=20, font="bold")
    document = read([*column(LEFT, 60, 760), *column(RIGHT, 320, 760), title])
    assert [words(block) for block in document.blocks] == [
        title.words,
        joined(LEFT),
        joined(RIGHT),
    ]


def test_a_text_across_both_columns_parts_what_is_above_and_below_it() -> None:
    above, below = column(LEFT, 60, 760), column(RIGHT, 60, 560)
    other_above = column(["Rechts boven staat dit.", "Dat is alles."], 320, 760)
    other_below = column(["Rechts onder staat dit.", "Dat is alles."], 320, 560)
    middle = [
        Text(60, 620, "Deze ene zin staat over de hele breedte van de bladzijde, dus ook hier.")
    ]
    document = read([*above, *below, *middle, *other_above, *other_below])
    order = [words(block)[:12] for block in document.blocks]
    assert order == [
        "De gemeente ",
        "Rechts boven",
        "Deze ene zin",
        "Na de zomer ",
        "Rechts onder",
    ]


def test_a_box_with_its_own_heading_and_columns_is_read_after_the_columns_above_it() -> None:
    above = [*column(LEFT, 60, 760), *column(RIGHT, 320, 760)]
    box = [
        Text(60, 560, "Wat wij doen", size=16),
        Text(60, 530, "\u2022 praten met de buurt;"),
        Text(320, 530, "\u2022 vertellen wat er gebeurt."),
    ]
    # drawn column by column: left above, left in the box, right above, right in the box
    document = read([*above[: len(LEFT)], *box[:2], *above[len(LEFT) :], box[2]])
    order = [words(block)[:14] for block in document.blocks]
    assert order == [
        LEFT[0][:14],
        RIGHT[0][:14],
        "Wat wij doen",
        "\u2022 praten met d",
        "\u2022 vertellen wa",
    ]


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    lines = wrapped(PROSE, 60)
    texts = [Text(100 + 12 * at, 72, line, turn=1) for at, line in enumerate(lines)]
    document = read(texts, rotate=90)
    assert found(document, BlockKind.PARAGRAPH) == [joined(lines)]


def test_text_outside_the_visible_part_of_the_page_is_boilerplate() -> None:
    sheet = Sheet(
        [*column(LEFT, 120, 400), Text(20, 20, "snijlijn drukker")], crop=(100, 100, 500, 700)
    )
    document = read_pdf(pdf([sheet]))
    assert found(document, BlockKind.PARAGRAPH) == [joined(LEFT)]
    assert found(document, BlockKind.BOILERPLATE) == ["snijlijn drukker"]


# --- paragraphs -----------------------------------------------------------------------------


def test_a_blank_line_parts_paragraphs() -> None:
    one, two = wrapped(PROSE, 80), wrapped(MORE, 80)
    document = read([*column(one, 60, 760), *column(two, 60, 760 - 12 * len(one) - 12)])
    assert found(document, BlockKind.PARAGRAPH) == [joined(one), joined(two)]


def test_a_short_last_line_parts_paragraphs_without_space_between() -> None:
    one, two = wrapped(PROSE, 80), wrapped(MORE, 80)
    document = read([*column(one, 60, 760), *column(two, 60, 760 - 12 * len(one))])
    assert found(document, BlockKind.PARAGRAPH) == [joined(one), joined(two)]


def test_a_paragraph_runs_on_over_page_ends_headers_and_footers() -> None:
    lines = wrapped(PROSE + " " + MORE, 80)

    def page(number: int, part: list[str]) -> list[Text]:
        header = Text(60, 810, "Woonvisie Duinrade", size=8)
        footer = Text(290, 30, str(number), size=8)
        return [header, *column(part, 60, 760), footer]

    document = read(page(1, lines[:2]), page(2, lines[2:]), page(3, wrapped(MORE, 80)))
    first = document.blocks[0]
    assert words(first) == joined(lines)
    assert {piece.part for piece in first.pieces if piece.start != IMPLIED} == {"page:1", "page:2"}
    boilerplate = found(document, BlockKind.BOILERPLATE)
    assert boilerplate.count("Woonvisie Duinrade") == 3
    assert {"1", "2", "3"} <= set(boilerplate)


def test_a_new_sentence_on_a_new_page_is_a_new_paragraph() -> None:
    one, two = wrapped(PROSE, 80), wrapped(MORE, 80)
    document = read(column(one, 60, 760), column(two, 60, 760))
    assert found(document, BlockKind.PARAGRAPH) == [joined(one), joined(two)]


def test_the_pieces_are_the_characters_of_the_page() -> None:
    document = read([*column(LEFT, 60, 760), *column(RIGHT, 320, 760)])
    places = [
        place
        for block in document.blocks
        for piece in block.pieces
        if piece.start != IMPLIED
        for place in range(piece.start, piece.start + len(piece.text))
    ]
    assert places == list(range(len(places)))


# --- kinds ----------------------------------------------------------------------------------


def test_headings_by_size_and_weight_have_levels_and_wrap() -> None:
    body = wrapped(PROSE + " " + MORE, 80)
    page = [
        Text(60, 780, "Samen wonen en samen leven", size=18),
        Text(60, 758, "in het dorp van morgen", size=18),
        Text(60, 720, "1 Aanleiding", size=14),
        *column(body, 60, 700),
        Text(60, 590, "1.1 Wat er speelt", size=11, font="bold"),
        *column(body, 60, 574),
        Text(60, 460, "2 Vervolg", size=14),
        *column(body, 60, 440),
    ]
    headings = [block for block in read(page).blocks if block.kind is BlockKind.HEADING]
    assert [(words(block), block.level) for block in headings] == [
        ("Samen wonen en samen leven in het dorp van morgen", 1),
        ("1 Aanleiding", 2),
        ("1.1 Wat er speelt", 3),
        ("2 Vervolg", 2),
    ]


def test_bold_words_inside_a_paragraph_are_no_heading() -> None:
    lines = wrapped(PROSE, 80)
    page = [Text(60, 760, lines[0]), Text(60, 748, lines[1], font="bold"), Text(60, 736, lines[2])]
    assert joined(lines[:3]) in joined([words(block) for block in read(page).blocks])


def test_list_items_share_a_group_and_nest_by_indent() -> None:
    page = [
        *column(wrapped(MORE, 80), 60, 760),
        Text(
            60, 700, "\u2022 een huis voor iedereen dat niet te duur is en dat past bij het dorp,"
        ),
        Text(70, 688, "ook voor wie alleen woont;"),
        Text(80, 676, "- met een tuin;"),
        Text(60, 664, "\u2022 een plek om elkaar te ontmoeten."),
        *column(wrapped(PROSE, 80), 60, 630),
        Text(60, 560, "1. eerst praten;"),
        Text(60, 548, "2. dan kiezen."),
    ]
    items = [block for block in read(page).blocks if block.kind is BlockKind.LIST_ITEM]
    assert [(block.group, block.level) for block in items] == [
        (1, 1),
        (1, 2),
        (1, 1),
        (2, 1),
        (2, 1),
    ]
    assert words(items[0]).endswith("ook voor wie alleen woont;")


def test_rows_of_figures_are_table_cells() -> None:
    rows = [("Onderdeel", "2024", "2025"), ("Wonen", "120", "140"), ("Zorg", "1.300", "1.450")]
    table = [
        Text(60 + 150 * at, 700 - 14 * number, cell)
        for number, row in enumerate(rows)
        for at, cell in enumerate(row)
    ]
    page = [*column(wrapped(PROSE, 80), 60, 760), *table, *column(wrapped(MORE, 80), 60, 640)]
    document = read(page)
    cells = [block for block in document.blocks if block.kind is BlockKind.TABLE_CELL]
    assert [words(block) for block in cells] == [cell for row in rows for cell in row]
    assert {block.group for block in cells} == {1}
    assert [block.level for block in cells] == [1, 2, 3] * 3
    assert len(found(document, BlockKind.PARAGRAPH)) == 2


def test_small_numbered_type_at_the_foot_is_a_note() -> None:
    body = column(wrapped(PROSE + " " + MORE, 80), 60, 760)
    note = [Text(60, 80, "1 Zie het verslag van de wijkraad", size=7)]
    document = read([*body, *note])
    assert found(document, BlockKind.NOTE) == ["1 Zie het verslag van de wijkraad"]


def test_the_raised_number_of_a_note_belongs_to_it_and_is_no_page_number() -> None:
    body = column(wrapped(PROSE + " " + MORE, 80), 60, 760)
    note = [Text(60, 83, "1", size=4.5), Text(64, 80, "Zie het verslag van de wijkraad", size=7)]
    document = read([*body, *note])
    assert found(document, BlockKind.NOTE) == ["1 Zie het verslag van de wijkraad"]


def test_an_indented_text_in_quotation_marks_is_a_quotation() -> None:
    quote = ["\u201cIk woon hier al veertig jaar en ik wil", "hier ook graag oud worden.\u201d"]
    page = [
        *column(wrapped(PROSE, 80), 60, 760),
        *column(quote, 100, 690),
        *column(wrapped(MORE, 80), 60, 650),
    ]
    assert found(read(page), BlockKind.QUOTATION) == [joined(quote)]


# --- boilerplate ----------------------------------------------------------------------------


def test_contents_with_leaders_or_numbers_are_boilerplate() -> None:
    entries = ["1 Aanleiding 2", "2 Wat wij willen 2", "3 Wat het kost 2"]
    leaders = ["Bijlage een ........................ 3", "Bijlage twee ..................... 4"]
    contents = [Text(60, 780, "Inhoudsopgave", size=14), *column(entries + leaders, 60, 750)]
    document = read(contents, column(wrapped(PROSE, 80), 60, 760))
    assert found(document, BlockKind.BOILERPLATE)[:6] == ["Inhoudsopgave", *entries, *leaders]
    assert found(document, BlockKind.PARAGRAPH) == [joined(wrapped(PROSE, 80))]


def test_a_year_or_amount_at_the_edge_of_a_page_is_no_page_number() -> None:
    pages = [
        [*column(wrapped(PROSE, 80), 60, 760), Text(60, 40, "2023")],
        [*column(wrapped(MORE, 80), 60, 760), Text(60, 40, "1450")],
    ]
    assert found(read(*pages), BlockKind.BOILERPLATE) == []


@pytest.mark.parametrize("mark", ["Pagina {} van 2", "{} / 2", "- {} -", "blz. {}"])
def test_page_numbers_in_their_usual_forms_are_boilerplate(mark: str) -> None:
    pages = [
        [*column(wrapped(text, 80), 60, 760), Text(270, 30, mark.format(number))]
        for number, text in enumerate((PROSE, MORE), start=1)
    ]
    assert found(read(*pages), BlockKind.BOILERPLATE) == [mark.format(1), mark.format(2)]


def test_notes_that_look_alike_on_following_pages_are_no_footer() -> None:
    pages = [
        [*column(wrapped(PROSE, 80), 60, 760), Text(60, 60, "1 Besluit nummer 70", size=7)],
        [*column(wrapped(MORE, 80), 60, 760), Text(60, 60, "2 Besluit nummer 61", size=7)],
    ]
    document = read(*pages)
    assert found(document, BlockKind.NOTE) == ["1 Besluit nummer 70", "2 Besluit nummer 61"]


# --- characters and title -------------------------------------------------------------------


def test_the_letters_of_a_spaced_word_are_joined() -> None:
    document = read([Text(60, 700, "V o o r w o o r d van de raad"), *column(LEFT, 60, 660)])
    assert words(document.blocks[0]) == "Voorwoord van de raad"


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("Woonvisie Duinrade", "Woonvisie Duinrade"),
        ("Microsoft Word - visie_def2.docx", "Visie op wonen"),
        ("", "Visie op wonen"),
    ],
)
def test_the_title_is_the_one_of_the_file_unless_that_is_a_file_name(
    named: str, title: str
) -> None:
    page = [
        Text(60, 780, "Visie op wonen", size=24),
        Text(60, 740, "Woonvisie Duinrade"),
        *column(LEFT, 60, 700),
    ]
    assert read_pdf(pdf([Sheet(page)], title=named)).title == title


@pytest.mark.parametrize("large", [" ".join(["straat"] * 21), "wijk" * 40, "nota"])
def test_what_is_too_long_or_a_mere_label_is_no_title(large: str) -> None:
    texts = [Text(10, 800 - 30 * at, line, size=24) for at, line in enumerate(wrapped(large, 60))]
    assert read([*texts, *column(LEFT, 60, 600)]).title is None


def test_the_names_on_a_map_are_no_title_and_no_headings() -> None:
    names = [
        Text(20 + 80 * (at % 7), 820 - 25 * (at // 7), f"Pad {at}", turn=at % 9 == 0)
        for at in range(230)
    ]
    streets = [Text(60, 790, "Havenkade", size=20), Text(300, 400, "Molenweg", size=20)]
    document = read([*names, *streets])
    assert document.title is None
    assert found(document, BlockKind.HEADING) == []
