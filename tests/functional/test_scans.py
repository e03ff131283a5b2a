"""Scans of the examples hold what the contract says: spans, schema, recomputable figures."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from taalscan.model import Scan
from taalscan.reports import from_json, render_html, to_json
from taalscan.resources import shipped
from taalscan.scanner import Scanner, load_scanner

pytestmark = pytest.mark.model

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".docx", ".odt", ".pdf"})
SCHEMA = json.loads(shipped("reports", "schema", "scan-1.json").read_text(encoding="utf-8"))

HTML = """<!doctype html><title>Nota</title><main><h1>Meedoen</h1>
<p>Wij kopen de zorg volgend jaar bij twee partijen in.
We kiezen niet voor <b>markt</b>werking.</p>
<ul><li>De zorg&shy;inkoop wordt gebundeld;</li><li>klant- en procesgericht.</li></ul></main>"""
MARKDOWN = """# Meedoen

Wij kopen de zorg *volgend jaar* bij twee partijen in. We kiezen niet
voor marktwerking.

- De zorginkoop wordt gebundeld;
- klant- en procesgericht.
"""


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return load_scanner()


def samples() -> list[tuple[str, bytes]]:
    """Return a document for every reader."""
    made = [(path.name, path.read_bytes()) for path in FILES]
    text = MARKDOWN.replace("*", "").encode("cp1252")
    return [*made, ("nota.html", HTML.encode()), ("nota.md", MARKDOWN.encode()), ("n.txt", text)]


@pytest.fixture(scope="module", params=samples(), ids=[name for name, _ in samples()])
def scan(request: pytest.FixtureRequest, scanner: Scanner) -> Scan:
    name, data = request.param
    return scanner.scan(scanner.read(data, name))


@pytest.fixture(scope="module")
def record(scan: Scan) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(to_json(scan, "nl"))
    return loaded


def test_there_is_an_example_in_three_formats() -> None:
    assert {path.suffix for path in FILES} == {".docx", ".odt", ".pdf"}


def test_the_json_holds_to_its_schema(record: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(record)


def test_every_span_cuts_the_words_it_names(record: dict[str, Any]) -> None:
    text = record["text"]
    for passage in record["passages"]:
        assert text[passage["start"] : passage["end"]].strip()
        for hit in passage["hits"]:
            assert text[hit["start"] : hit["end"]] == hit["text"]
            assert passage["start"] <= hit["start"] < hit["end"] <= passage["end"]
            (first, *_), (*_, last) = hit["parts"][0], hit["parts"][-1]
            assert (first, last) == (hit["start"], hit["end"])
            for start, end in hit["parts"]:
                assert text[start:end].strip() == text[start:end] != ""


def test_every_entry_that_was_found_is_explained_and_no_other(scan: Scan) -> None:
    known = {entry.id for entry in scan.entries}
    assert {hit.entry for passage in scan.passages for hit in passage.hits} == known


def test_figures_are_recomputable_from_the_hits(record: dict[str, Any]) -> None:
    words = sum(passage["words"] for passage in record["passages"])
    assert words == record["document"]["words"]
    for axis, score in record["scores"].items():
        hits = [
            hit
            for passage in record["passages"]
            for hit in passage["hits"]
            if hit["axis"] == axis and hit["factor"] > 0
        ]
        assert score["hits"] == len(hits)
        assert score["types"] == len({hit["entry"] for hit in hits})
        assert sum(score["facets"].values()) == len(hits)
        if record["reliability"] == "highlights-only":
            assert score["density"]["value"] is None
        else:
            weighted = sum(hit["weight"] * hit["factor"] for hit in hits)
            labels = [axis in passage["labels"] for passage in record["passages"]]
            assert score["density"]["value"] == pytest.approx(1000 * len(hits) / words)
            assert score["weighted_density"] == pytest.approx(1000 * weighted / words)
            assert score["share"]["value"] == pytest.approx(sum(labels) / len(labels))


def test_a_page_from_the_json_is_the_same_page(scan: Scan) -> None:
    again = from_json(to_json(scan, "nl"))
    assert render_html(again, "nl") == render_html(scan, "nl")


def test_passages_lie_on_the_pages_of_the_document(scan: Scan) -> None:
    pages = [passage.passage.page for passage in scan.passages]
    if scan.document.pages is None:
        assert set(pages) == {None}
    else:
        known = [page for page in pages if page is not None]
        assert known == sorted(known)
        assert set(known) <= set(range(1, scan.document.pages + 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij kopen de zorg volgend jaar bij twee partijen in.", [("M1", "counted")]),
        ("De zorginkoop wordt gebundeld.", [("M1", "counted")]),
        ("We kiezen niet voor marktwerking.", [("M1", "negated")]),
        ("De weekmarkt verhuist.", [("M1", "literal")]),
        ("klant- en procesgericht", [("M3", "counted")]),
    ],
)
def test_the_sentences_of_the_design_have_their_status(
    scanner: Scanner, text: str, expected: list[tuple[str, str]]
) -> None:
    scan = scanner.scan(scanner.read(text.encode(), "zin.txt"))
    hits = [hit for passage in scan.passages for hit in passage.hits]
    assert [(hit.facet, hit.status.value) for hit in hits] == expected


def test_order_of_documents_changes_nothing(scanner: Scanner) -> None:
    first, second = (scanner.read(data, name) for name, data in samples()[-2:])
    alone = scanner.scan(first)
    scanner.scan(second)
    assert scanner.scan(first) == alone
