"""A scan survives JSON, the schema describes it, and hostile files are refused."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import taalscan.reports
from taalscan.errors import ScanFileError
from taalscan.model import Origin, Scan, Span
from taalscan.reports import from_json, render_html, to_json
from tests.builders import entry, scan_of
from tests.unit.reports.strategies import scans

SCHEMA = Path(taalscan.reports.__file__).parent / "schema" / "scan-1.json"
MARKUP = """
# Inkoop

Wij {M1-001 a:kopen} de zorg {a:in}. Geen {M1-002 negated Geen:marktwerking} hier.

Wij {R3-001:vertrouwen} elkaar – ook in Zuid-Élan 🌱.
"""


@pytest.fixture
def scan() -> Scan:
    return scan_of(MARKUP, entries=[entry("M1-001", "inkopen", "Waarom?")], title="Nota")


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@given(scan=scans())
@settings(max_examples=50, deadline=None)
def test_a_scan_comes_back_as_it_was(scan: Scan) -> None:
    assert from_json(to_json(scan, "nl")) == scan


@given(scan=scans())
@settings(max_examples=25, deadline=None)
def test_a_scan_that_comes_back_gives_the_same_page(scan: Scan) -> None:
    assert render_html(from_json(to_json(scan, "en")), "nl") == render_html(scan, "nl")


@given(scan=scans())
@settings(max_examples=40, deadline=None)
def test_the_schema_describes_every_scan(
    validator: jsonschema.Draft202012Validator, scan: Scan
) -> None:
    validator.validate(json.loads(to_json(scan, "nl")))


def test_the_way_back_into_the_source_is_not_kept(scan: Scan) -> None:
    origin = Origin(Span(0, 3), "page:1", (), 0, 3)
    with_origins = replace(scan, document=replace(scan.document, origins=(origin,)))
    assert from_json(to_json(with_origins, "nl")) == scan


def test_all_keys_of_the_contract_are_there(scan: Scan) -> None:
    data = json.loads(to_json(scan, "nl"))
    assert data["format"] == 1
    assert {"name", "sha256", "media_type", "title", "pages", "words", "passages"} <= set(
        data["document"]
    )
    assert data["provenance"]["classifier"] is None
    assert data["provenance"]["reference"] is None
    assert data["balance"] is None
    score = data["scores"]["marktgericht"]
    assert score["density"] == {"value": None, "low": None, "high": None}
    assert score["share"] == {"value": None, "low": None, "high": None}
    assert score["weighted_density"] is None
    assert (score["hits"], score["types"], score["facets"]["M1"]) == (1, 1, 1)
    assert score["percentile"] is None
    assert score["dispersion"] is None


def test_spans_cut_the_words_out_of_the_text(scan: Scan) -> None:
    data = json.loads(to_json(scan, "nl"))
    hit, negated = data["passages"][0]["hits"]
    assert hit["text"] == "kopen de zorg in"
    assert [data["text"][start:end] for start, end in hit["parts"]] == ["kopen", "in"]
    assert data["text"][hit["start"] : hit["end"]] == "kopen de zorg in"
    assert data["passages"][0]["labels"] == ["marktgericht"]
    assert negated["reason_code"] == "negated"
    assert negated["signal"] == "Geen"
    assert "Geen" in negated["reason"]


def test_readable_texts_follow_the_language(scan: Scan) -> None:
    def reason(language: str) -> str:
        data = json.loads(to_json(scan, language))
        return str(data["passages"][0]["hits"][1]["reason"])

    assert reason("nl") != reason("en")


def test_letters_stay_readable_and_a_passage_is_a_line(scan: Scan) -> None:
    text = to_json(scan, "nl").decode()
    assert "Zuid-Élan 🌱" in text
    assert len([line for line in text.splitlines() if line.startswith('{"id":"p')]) == 2


Change = Callable[[Any], None]


def _set(*path: str | int, to: object) -> Change:
    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = to

    return change


def _drop(*path: str | int) -> Change:
    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        del data[path[-1]]

    return change


HIT = ("passages", 0, "hits", 0)
WRONG: dict[str, tuple[Change, str]] = {
    "another format": (_set("format", to=2), "format: only format 1"),
    "true for a number": (_set("format", to=True), "format: a whole number"),
    "no text": (_drop("text"), "text: missing"),
    "text that is none": (_set("text", to=["a"]), "text: a text"),
    "half a character": (_set("document", "name", to="\ud800"), "document.name: half"),
    "hit outside its passage": (_set(*HIT, "end", to=10**6), "passages[0].hits[0].end: outside"),
    "hit that ends before it starts": (_set(*HIT, "end", to=0), "passages[0].hits[0].end"),
    "parts that overlap": (_set(*HIT, "parts", to=[[12, 17], [13, 18]]), "parts: pieces"),
    "no parts": (_set(*HIT, "parts", to=[]), "parts: at least one"),
    "parts of three": (_set(*HIT, "parts", to=[[1, 2, 3]]), "parts: a list of pairs"),
    "an unknown axis": (_set(*HIT, "axis", to="x"), "hits[0].axis: an axis"),
    "an unknown status": (_set(*HIT, "status", to="x"), "status: one of counted"),
    "a weight over one": (_set(*HIT, "weight", to=1.5), "weight: outside"),
    "a weight beyond all": (_set(*HIT, "weight", to=10**400), "weight: outside"),
    "passages that overlap": (_set("passages", 1, "start", to=0), "passages[1].start: outside"),
    "one id twice": (_set("passages", 1, "id", to="p0001"), "passages[1].id: two"),
    "a label out of nothing": (_set("passages", 0, "labels", to=["x"]), "passages[0].axes"),
    "another count": (_set("document", "passages", to=9), "document.passages: another"),
    "blocks in disorder": (_set("blocks", 1, "start", to=0), "blocks[1].start: outside"),
    "no blocks": (_set("blocks", to=[]), "passages: a passage outside all blocks"),
    "scores of other axes": (_set("scores", to={}), "scores: every axis"),
    "half an interval": (
        _set("scores", "marktgericht", "density", "low", to=1.0),
        "density: all of",
    ),
    "an unknown facet": (_set("scores", "marktgericht", "facets", to={"x": 1}), "facets: a facet"),
    "a facet in words": (_set("scores", "marktgericht", "facets", to={"M1": "1"}), "whole"),
    "no object": (_set("document", to=[]), "document: an object"),
    "page starts in disorder": (_set("document", "page_starts", to=[9, 1]), "page_starts: not"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_contradicts_itself_is_refused_with_the_place(scan: Scan, name: str) -> None:
    change, place = WRONG[name]
    data = json.loads(to_json(scan, "nl"))
    change(data)
    with pytest.raises(ScanFileError) as caught:
        from_json(json.dumps(data).encode())
    assert place in str(caught.value.values["detail"])


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"format": NaN}', b"[" * 100_000],
)
def test_what_is_no_scan_is_refused(data: bytes) -> None:
    with pytest.raises(ScanFileError):
        from_json(data)


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_scan_with_one_value_changed_is_read_or_refused(data: st.DataObject) -> None:
    record: Any = json.loads(to_json(scan_of(MARKUP), "nl"))
    at = record
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = data.draw(st.sampled_from(keys))
        deeper = isinstance(at[key], dict | list) and at[key]
        if not deeper or data.draw(st.booleans()):
            break
        at = at[key]
    at[key] = data.draw(
        st.none() | st.integers() | st.text(max_size=3) | st.floats() | st.just({})
    )
    try:
        read = from_json(json.dumps(record).encode())
    except ScanFileError as error:
        assert error.values["detail"]  # noqa: PT017  # both outcomes are right
        return
    assert render_html(read, "nl").startswith("<!doctype html>")
