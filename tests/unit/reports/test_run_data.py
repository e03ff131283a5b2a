"""The JSON of a run holds every document, sorts without rules and cannot leave its block."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from taalscan.model.run import Row
from taalscan.reports.html.run_data import places, run_data
from taalscan.reports.html.run_rows import row_views, table_view
from taalscan.reports.voice import voice
from tests.runs import AXES, Made, many, row_with

SAYS = voice("nl")


def packed(rows: list[Row]) -> str:
    table = table_view(rows, AXES, SAYS)
    return str(run_data(row_views(rows, AXES, table, SAYS), table))


def loaded(rows: list[Row]) -> Any:
    return json.loads(packed(rows))


def named(*names: str) -> list[Row]:
    return [row_with(Made(), name) for name in names]


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1), min_size=1, max_size=5))
def test_any_name_comes_back_and_none_ends_the_block(names: list[str]) -> None:
    rows = [row_with(Made(), f"{name}.pdf", title=name[::-1]) for name in names]
    text = packed(rows)
    assert not {"<", ">", "&"} & set(text)
    assert json.loads(text)["names"] == [f"{name}.pdf" for name in names]
    assert json.loads(text)["titles"] == [row.title for row in rows]


def test_a_name_that_is_a_script_stays_text() -> None:
    (name,) = loaded(named("</script><script>alert(1)</script>\u2028'\".pdf"))["names"]
    assert name == "</script><script>alert(1)</script>\u2028'\".pdf"


def test_names_sort_by_number_and_without_capitals_and_accents() -> None:
    names = ["nota-10.pdf", "Nóta-9.pdf", "brief.pdf", "nota-09b.pdf", "10.pdf", "9.pdf"]
    order = loaded(named(*names))["order"]
    assert [name for _, name in sorted(zip(order, names, strict=True))] == [
        "9.pdf",
        "10.pdf",
        "brief.pdf",
        "Nóta-9.pdf",
        "nota-09b.pdf",
        "nota-10.pdf",
    ]


def test_paths_are_told_without_what_all_of_them_end_with() -> None:
    data = loaded(named("a.pdf", "b 1.pdf"))
    assert data["links"] == {"starts": ["a", "b%201"], "end": ".html"}
    assert data["data"] == {"starts": None, "end": ".json"}
    mixed = [row_with(Made(), "a.pdf"), Row(**_without_report(row_with(Made(), "b.pdf")))]
    assert loaded(mixed)["links"] == {"starts": ["a.html", ""], "end": ""}
    assert loaded(mixed)["data"] == {"starts": ["a", "b"], "end": ".json"}


def _without_report(row: Row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in Row.__slots__} | {"href": None}


def test_columns_hold_a_cell_a_document_and_its_place_in_the_order() -> None:
    rows = list(many(300))
    data = loaded(rows)
    figures = [own for own in data["columns"] if "text" in own]
    words = [own for own in data["columns"] if "of" in own]
    assert (len(figures), len(words)) == (2 + len(AXES), 2)
    for own in figures:
        assert len(own["text"].split("\n")) == len(own["order"]) == 300
    density = figures[2]
    cells = density["text"].split("\n")
    values = [row.scores[0].density.value if row.scores[0].density else -1 for row in rows]
    assert density["order"] == places(values)
    assert cells[0] == "0,0\t0,0 tot 0,0"
    assert cells[8] == ""
    assert words[0]["of"] == ["Beleidsnota of visie", "Brief", "onzeker, misschien Brief"]
    assert words[0]["at"][:4] == [0, 1, 2, 0]


@given(st.lists(st.floats(allow_nan=False), max_size=30))
def test_places_keep_the_order(values: list[float]) -> None:
    found = places(values)
    for value, place in zip(values, found, strict=True):
        for other, at in zip(values, found, strict=True):
            assert (value < other) == (place < at)


def test_ten_thousand_documents_stay_under_two_and_a_half_megabytes() -> None:
    assert len(packed(list(many(10_000))).encode()) < 2_300_000
