"""Which column of a table in a PDF each cell stands in."""

from collections.abc import Sequence

from taalscan.model import BlockKind
from taalscan.readers.pdf import read_pdf
from taalscan.readers.pdf.columns import cells_of
from taalscan.readers.pdf.layout import Line
from taalscan.readers.pdf.source import opened, read_pages
from taalscan.readers.raw import RawBlock
from tests.pdf_files import Sheet, Text, pdf

ABOVE = "De gemeente Duinrade legt elk jaar uit wat zij doet en wat dat kost."
BELOW = "De raad praat in november over deze cijfers, en wie wil mag daarbij zijn."


def text_of(block: RawBlock) -> str:
    return "".join(piece.text for piece in block.pieces).strip()


def read_lines(texts: Sequence[Text]) -> tuple[Line, ...]:
    with opened(pdf([Sheet(texts)])) as document:
        (page,) = read_pages(document)
    return page.lines


def test_cells_without_a_neighbour_keep_their_column() -> None:
    figures = [("1.200", "10", ""), ("", "9", "1.450"), ("80", "", "75"), ("7", "8.000", "6")]
    table = [
        Text(60, 700 - 14 * number, name)
        for number, name in enumerate(("Wonen", "Zorg", "Jeugd", "Totaal"))
    ]
    table += [
        Text(300 + 90 * at - 5 * len(figure), 700 - 14 * number, figure)
        for number, row in enumerate(figures)
        for at, figure in enumerate(row)
        if figure
    ]
    document = read_pdf(pdf([Sheet([*table, Text(60, 760, ABOVE), Text(60, 600, BELOW)])]))
    cells = {
        text_of(block): block.level
        for block in document.blocks
        if block.kind is BlockKind.TABLE_CELL
    }
    assert {cells[name] for name in ("Wonen", "Zorg", "Jeugd", "Totaal")} == {1}
    assert [cells[figure] for figure in ("1.200", "80", "7")] == [2, 2, 2]
    assert [cells[figure] for figure in ("10", "9", "8.000")] == [3, 3, 3]
    assert [cells[figure] for figure in ("1.450", "75", "6")] == [4, 4, 4]


def test_figures_set_close_together_are_a_cell_for_each_column() -> None:
    table = [
        Text(x, 700 - 14 * number, text)
        for number, row in enumerate((("Wonen", "12", "40"), ("Zorg", "13", "45")) * 3)
        for x, text in zip((60, 200, 240), row, strict=True)
    ]
    table += [Text(60, 600, "Totaal"), Text(192, 600, "1.250 2.850")]
    cells = cells_of(read_lines(table))
    assert [(line.words, column) for line, column in cells][-3:] == [
        ("Totaal", 1),
        ("1.250", 2),
        ("2.850", 3),
    ]
    starts = [line.start for line, _ in cells]
    assert starts == sorted(set(starts))


def test_a_table_without_clear_columns_has_none() -> None:
    starts = ((60, 200, 330), (60, 150, 230), (60, 270, 400), (60, 180, 290), (60, 240, 350))
    table = [
        Text(x, 700 - 14 * number, f"Deel {number}{at}" if at else f"Post {number}")
        for number, row in enumerate(starts)
        for at, x in enumerate(row)
    ]
    lines = read_lines(table)
    assert [column for _, column in cells_of(lines)] == [None] * len(table)


def test_tables_on_two_pages_are_two_tables() -> None:
    def sheet(prose: str, *starts: float) -> Sheet:
        # what is the same on two pages is taken for a header
        rows = [
            (word, f"{len(word)}0", f"1.{len(prose)}{len(word)}") for word in prose.split()[1:4]
        ]
        cells = [
            Text(x, 700 - 14 * number, cell)
            for number, row in enumerate(rows)
            for x, cell in zip(starts, row, strict=True)
        ]
        return Sheet([*cells, Text(60, 760, prose), Text(60, 600, prose[::-1])])

    document = read_pdf(pdf([sheet(ABOVE, 60, 200, 300), sheet(BELOW, 60, 300, 400)]))
    cells = [block for block in document.blocks if block.kind is BlockKind.TABLE_CELL]
    assert [block.group for block in cells] == [1] * 9 + [2] * 9
    assert [block.level for block in cells] == [1, 2, 3] * 6
