"""An evaluation is shown whole: as text, as JSON and as a page that is complete without colour."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from taalscan.measures import Evaluation, GroupEvaluation
from taalscan.reports import evaluation_json, evaluation_text, render_evaluation
from taalscan.reports.html.evaluation import evaluation_view
from taalscan.reports.html.reliability import diagram
from taalscan.reports.measures import measured_axes
from taalscan.reports.voice import voice
from tests.builders import axes
from tests.evaluations import bins, evaluation
from tests.unit.reports.test_docs import PAGE

DOCS = PAGE.with_name("evaluation.md")


def page_of(found: Evaluation, language: str = "nl") -> LexborHTMLParser:
    return LexborHTMLParser(render_evaluation(found, language, axes()))


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def nameless() -> Evaluation:
    """Return an evaluation of which hardly anything is known, with a hostile name."""
    found = evaluation()
    bare = [
        replace(axis, precision=None, recall=None, f1=None, highlights=None, threshold=None)
        for axis in found.axes
    ]
    name = "\x1b[2Jweg\n<script>alert(1)</script>"
    return replace(
        found,
        axes=tuple(bare),
        macro_f1=None,
        sources=(GroupEvaluation(name, 3, (None,) * 4),),
        weighted=True,
    )


# --- text ---


def test_the_text_holds_every_figure_in_the_signs_of_the_language() -> None:
    dutch, english = (evaluation_text(evaluation(), own, axes()) for own in ("nl", "en"))
    assert "0,76 (0,72 tot 0,80)" in dutch
    assert "0.76 (0.72 to 0.80)" in english
    line = next(line for line in dutch.splitlines() if line.startswith("convergerend"))
    assert line.split()[:3] == ["convergerend", "172", "–"]
    assert any(
        line.split() == ["(onbekend)", "20", "0,67", "–", "–", "–"] for line in dutch.splitlines()
    )


def test_the_columns_of_the_text_stand_under_each_other() -> None:
    lines = evaluation_text(evaluation(), "nl").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("As "))
    assert len({len(line) for line in lines[start : start + 5]}) == 1


def test_a_name_cannot_steer_the_terminal() -> None:
    text = evaluation_text(nameless(), "nl")
    assert "\x1b" not in text
    assert "�[2Jweg�<script>" in text


# --- JSON ---


def test_the_json_holds_all_that_was_measured() -> None:
    found = json.loads(evaluation_json(evaluation()))
    assert found["format"] == 1
    assert found["macro_f1"] == {"value": 0.61, "low": 0.57, "high": 0.65}
    assert found["axes"][2]["highlights"] is None
    assert found["axes"][0]["bins"][1] == {
        "low": 0.1,
        "high": 0.2,
        "n": 130,
        "predicted": 0.14,
        "observed": 0.12,
    }
    assert found["sources"][1] == {
        "name": "Bewonersraad <De Brink>",
        "n": 490,
        "f1": {"M": 0.72, "R": 0.65, "D": None, "C": 0.57},
    }
    assert json.loads(evaluation_json(nameless()))["macro_f1"] is None


def test_every_key_of_the_json_is_explained() -> None:
    page = DOCS.read_text(encoding="utf-8")

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    known = keys(json.loads(evaluation_json(evaluation()))) - {"M", "R", "D", "C"}
    assert len(known) > 20
    assert [key for key in sorted(known) if f"`{key}`" not in page] == []


def test_the_example_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = DOCS.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    line = {"id": "p1", "text": "De zorg wordt ingekocht.", "labels": {"M": 1}}
    (tmp_path / "labels.jsonl").write_text(json.dumps(line), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said: list[str] = []
    exec(code, {"print": said.append})  # noqa: S102  # our own documentation
    assert said[0].startswith("1 passage, 1 document\n")
    assert "100% (0% to 100%)" in said[0].replace("\xa0", " ")


# --- page ---


def test_every_dot_of_a_diagram_stands_in_its_text_and_in_a_table() -> None:
    page = page_of(evaluation())
    for number, axis in enumerate(evaluation().axes):
        drawings = [
            node
            for node in page.css(".reliability svg")
            if node.css_first(f"#reliability{number}") is not None
        ]
        assert len(drawings) == 1
        assert len(drawings[0].css("circle")) == len(axis.bins)
        told = drawings[0].css_first("title")
        assert told is not None
        assert told.text().count("passages:") == len(axis.bins)
        rows = page.css(f'[aria-labelledby="bins{number}"] tbody tr')
        assert len(rows) == len(axis.bins)
    assert "10 % tot 20 %" in [text.replace("\xa0", " ") for text in texts(page, ".bins tbody th")]


def test_an_axis_is_told_by_its_letter_and_name_wherever_it_has_a_colour() -> None:
    page = page_of(evaluation())
    assert all(node.text() in {"M", "R", "D", "C"} for node in page.css(".chip"))
    assert texts(page, ".reliability .head") == [f"{axis.code} {axis.title}" for axis in axes()]
    for chart in page.css(".charts:not(.reliability) svg"):
        assert [node.text() for node in chart.css(".letter")] == ["M", "R", "D", "C"]


def test_ids_are_unique_and_labels_lead_somewhere() -> None:
    page = page_of(evaluation())
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for name in ("aria-labelledby", "aria-describedby"):
        assert {node.attributes[name] for node in page.css(f"[{name}]")} <= set(ids)


def test_headings_do_not_skip_a_level_and_every_column_has_a_head() -> None:
    page = page_of(evaluation())
    assert len(page.css("h1")) == 1
    assert len(page.css("h2")) == 6
    assert page.css("h3, h4") == []
    for table in page.css("table"):
        heads = len(table.css("thead th"))
        assert {len(row.css("th, td")) for row in table.css("tbody tr")} == {heads}


def test_what_is_not_known_shows_as_a_dash_and_draws_nothing() -> None:
    page = page_of(nameless())
    assert page.css(".charts:not(.reliability)") == []
    cells = [text for text in texts(page, ".sortable td") if text != "3"]
    assert cells[-4:] == ["–"] * 4
    assert "Daarom is er ook geen gemiddelde F1" in texts(page, ".lead")[0]
    assert texts(page, "h1 ~ .aside")[0].startswith("De cijfers zijn gewogen")


def test_a_name_is_text_and_nothing_else() -> None:
    page = page_of(nameless())
    assert len(page.css("script")) == 1
    assert any("<script>alert(1)</script>" in text for text in texts(page, ".sortable th"))


def test_without_axes_the_codes_stand_alone() -> None:
    page = LexborHTMLParser(render_evaluation(evaluation(), "en"))
    assert page.css("dl.axes") == []
    assert texts(page, ".reliability .head") == ["M", "R", "D", "C"]
    assert [axis.code for axis in measured_axes(evaluation(), axes()[::-1])] == list("MRDC")


def test_a_page_in_english_has_no_dutch_words() -> None:
    view = evaluation_view(evaluation(), measured_axes(evaluation(), axes()), voice("en"))
    assert view.macro == "Mean F1 over the axes (macro-F1): 0.61, probably 0.57 to 0.65."
    assert [part.title for part in view.groups] == ["By kind of document", "By source"]


def test_a_dot_stands_where_its_figures_are_and_grows_with_its_passages() -> None:
    drawn = diagram(0, "M", "", bins((4, 0.0, 0.0), (1, 0.5, 1.0)), [(0.0, "0"), (1.0, "1")])
    first, second = drawn.points
    assert (first.x, first.y) == (drawn.left, drawn.bottom)
    assert (second.x, second.y) == ((drawn.left + drawn.right) / 2, drawn.top)
    assert (first.radius, second.radius) == (9.0, 6.0)
    assert drawn.path == f"{first.x},{first.y} {second.x},{second.y}"
    assert [(line.x, line.y) for line in drawn.grid] == [
        (drawn.left, drawn.bottom),
        (drawn.right, drawn.top),
    ]
