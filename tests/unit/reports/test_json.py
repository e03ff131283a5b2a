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
from taalscan.model import Interval, Origin, Scan, Span
from taalscan.reports import from_json, render_html, to_json
from taalscan.reports.voice import voice
from tests.builders import entry, scan_of
from tests.figures import with_figures
from tests.unit.reports.strategies import scans

SCHEMA = Path(taalscan.reports.__file__).parent / "schema" / "scan-1.json"
MARKUP = """
# Inkoop

Wij {M1-001 a:kopen} de zorg {a:in}. Geen {M1-002 negated Geen:marktwerking} hier.

Wij {R3-001:vertrouwen} elkaar – ook in Zuid-Élan 🌱.
"""

LONG = "\n\n".join(
    f"{f'# Dorp {number}' if not number % 30 else ''}\n\n"
    "De {M3-001:klant} wacht in het dorpshuis op een antwoord van ons."
    for number in range(60)
)


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


MARK = {"text": "a", "reason": "b", "axis": None, "by": None, "near": None, "file": "n.yaml"}
WRONG |= {
    "a mark on a passage that is not there": (
        _set("deliberate", to=[MARK | {"passages": ["p9"]}]),
        "deliberate[0].passages: a passage",
    ),
    "a mark near a passage that is not there": (
        _set("deliberate", to=[MARK | {"passages": [], "near": "p9"}]),
        "deliberate[0].passages: a passage",
    ),
    "a mark without a reason": (
        _set("deliberate", to=[MARK | {"passages": [], "reason": None}]),
        "deliberate[0].reason: a text",
    ),
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


FIGURES: dict[str, tuple[Change, str]] = {
    "a value under its interval": (
        _set("scores", "marktgericht", "density", "low", to=999.0),
        "scores.marktgericht.density: a value between",
    ),
    "a value over its interval": (
        _set("scores", "marktgericht", "expected_share", "high", to=0.0),
        "expected_share: a value between",
    ),
    "weighted bounds that do not hold it": (
        _set("scores", "marktgericht", "weighted_density_low", to=999.0),
        "scores.marktgericht.weighted_density: a value between",
    ),
    "half an interval of a facet": (
        _set("scores", "marktgericht", "facet_figures", "M1", "density", "low", to=None),
        "facet_figures.M1.density: all of",
    ),
    "a share over one": (
        _set("scores", "marktgericht", "word_share", "high", to=1.5),
        "word_share.high: outside",
    ),
    "an unknown group": (
        _set("scores", "marktgericht", "groups", to={"x": {}}),
        "scores.marktgericht.groups: a group",
    ),
    "a percentile over a hundred": (
        _set("scores", "marktgericht", "percentile", "high", to=100.5),
        "scores.marktgericht.percentile.high: outside",
    ),
    "a percentile without a value": (
        _set("balance", "percentile", to={"value": None, "low": None, "high": None}),
        "balance.percentile.value: a number",
    ),
    "clusters in a chapter that is not there": (
        _set("scores", "marktgericht", "dispersion", "section", to=99),
        "scores.marktgericht.dispersion.section: a chapter",
    ),
    "a balance of nothing known": (
        _set("balance", "indices", 0, "index", to="x"),
        "balance.indices[0].index: an index",
    ),
    "no balance in the balances": (_set("balance", "indices", to=[]), "balance.indices: at least"),
    "a scaled balance over one": (
        _set("balance", "indices", 0, "scaled", "high", to=1.01),
        "balance.indices[0].scaled.high: outside",
    ),
    "a balance beyond all numbers": (
        _set("balance", "indices", 0, "log_ratio", "low", to=-1e9),
        "balance.indices[0].log_ratio.low: outside",
    ),
    "a balance outside its bounds": (
        _set("balance", "indices", 0, "log_ratio", "value", to=600),
        "balance.indices[0].log_ratio: a value between",
    ),
    "another verdict": (_set("balance", "verdict", to="good"), "balance.verdict: one of above"),
    "relative to nothing": (_set("balance", "relative", to="x"), "balance.relative: a number"),
    "chapters with a gap": (_set("sections", 1, "first", to=9), "sections[1].first: chapters"),
    "too large a chapter": (
        _set("sections", 0, "passages", to=10**6),
        "sections[0].passages: outside",
    ),
    "passages in no chapter": (_drop("sections", -1), "sections: chapters with all"),
    "a chapter without an axis": (_set("sections", 0, "axes", to={}), "sections[0].axes: every"),
    "a keyword outside the text": (
        _set("keywords", 0, "places", 0, to=[0, 10**6]),
        "keywords[0].places: places",
    ),
    "places in disorder": (
        _set("keywords", 0, "places", to=[[5, 9], [0, 4]]),
        "keywords[0].places: places",
    ),
    "more times than places": (_set("keywords", 0, "count", to=99), "keywords[0].count: another"),
    "a ratio beyond all numbers": (
        _set("keywords", 0, "log_ratio", to=1e5),
        "keywords[0].log_ratio: outside",
    ),
    "a genre from nobody": (
        _set("genre", to={"id": None, "title": "x", "probability": None}),
        "genre.id: a genre that a person",
    ),
    "a chance over one": (_set("genre", "probability", to=2), "genre.probability: outside"),
    "an unknown level": (_set("stratum", "level", to="field"), "stratum.level: one of genre"),
    "an empty stratum": (_set("stratum", "documents", to=0), "stratum.documents: outside"),
}


@pytest.fixture(scope="module")
def full() -> Scan:
    return with_figures(scan_of(LONG, title="Nota"))


@pytest.mark.parametrize("name", FIGURES)
def test_figures_that_contradict_themselves_are_refused_with_the_place(
    full: Scan, name: str
) -> None:
    change, place = FIGURES[name]
    data = json.loads(to_json(full, "nl"))
    change(data)
    with pytest.raises(ScanFileError) as caught:
        from_json(json.dumps(data).encode())
    assert place in str(caught.value.values["detail"])


def test_a_scan_with_all_figures_comes_back_byte_for_byte(
    full: Scan, validator: jsonschema.Draft202012Validator
) -> None:
    data = to_json(full, "nl")
    assert from_json(data) == full
    assert to_json(from_json(data), "nl") == data
    validator.validate(json.loads(data))


NEWER = ("balance_indices", "genre", "stratum", "sections", "keywords")
NEWER_FIGURES = (
    "weighted_density_low",
    "weighted_density_high",
    "expected_share",
    "word_share",
    "content_density",
    "top_entry",
    "density_rest",
    "types_1000",
    "share_percentile",
    "facet_figures",
    "groups",
    "diversity",
    "verdicts",
)


def earlier(scan: Scan) -> Any:
    """Return the record that an earlier taalscan wrote of a scan."""
    data = json.loads(to_json(scan, "nl"))
    for key in NEWER:
        del data[key]
    data["balance"] = data["provenance"]["reference"] = None
    for score in data["scores"].values():
        for key in NEWER_FIGURES:
            del score[key]
        score["percentile"] = score["dispersion"] = None
    for axis in data["axes"]:
        del axis["groups"]
    for passage in data["passages"]:
        del passage["content_words"]
    return data


def test_a_scan_of_an_earlier_taalscan_is_read_and_holds_to_the_schema(
    full: Scan, validator: jsonschema.Draft202012Validator
) -> None:
    record = earlier(full)
    validator.validate(record)
    old = from_json(json.dumps(record).encode())
    new, own = full.scores[0], old.scores[0]
    assert (own.hits, own.types, own.density, own.share) == (
        new.hits, new.types, new.density, new.share,
    )  # fmt: skip
    assert new.weighted_density is not None
    value = new.weighted_density.value
    assert own.weighted_density == Interval(value, value, value)
    assert [(part.id, part.hits, part.density) for part in own.facets] == [
        (part.id, part.hits, None) for part in new.facets
    ]
    assert (own.expected_share, own.percentile, own.verdicts, own.top_entry) == (
        None, None, None, "",
    )  # fmt: skip
    assert (old.sections, old.keywords, old.balance, old.genre) == ((), (), None, None)
    page = render_html(old, "nl")
    assert f">{voice('nl').decimal(value)}<" in page
    # no bounds are made of a figure that came without
    told = f"{voice('nl').decimal(value)} tot {voice('nl').decimal(value)}"
    assert told not in page


@pytest.mark.parametrize("kind", ["bare", "full"])
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_scan_with_one_value_changed_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    plain = scan_of(MARKUP)
    record: Any = json.loads(to_json(with_figures(plain) if kind == "full" else plain, "nl"))
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
