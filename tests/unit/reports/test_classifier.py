"""What a classifier saw stands in the JSON and on the page, and comes back from the JSON."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import taalscan.reports
from taalscan.errors import ScanFileError
from taalscan.model import AxisPassageScore, Contribution, ModelVersion, Scan, Span, Verdict
from taalscan.reports import from_json, render_html, to_json
from tests.builders import scan_of

MARKUP = """
# Inkoop

Wij kopen de zorg in op de {M1-001:marktwerking} van morgen met elkaar.
"""
SCHEMA = json.loads(
    (Path(taalscan.reports.__file__).parent / "schema" / "scan-1.json").read_text("utf-8")
)


def _axis(
    axis: str, combined: float, threshold: float, verdict: Verdict, lexicon: float = 0.6
) -> AxisPassageScore:
    return AxisPassageScore(
        axis, lexicon, 0.3, combined, verdict, label=combined >= threshold, threshold=threshold
    )


def _scan(*axes: AxisPassageScore, moved: tuple[tuple[str, str, float], ...] = ()) -> Scan:
    """Return a scan with a classifier; `moved` holds axis, word and amount."""
    scan = scan_of(MARKUP)
    (passage,) = scan.passages
    known = {own.axis: own for own in axes}
    text, start = scan.document.text, passage.passage.span.start
    spans = [
        Span(text.index(word, start), text.index(word, start) + len(word)) for _, word, _ in moved
    ]
    contributions = tuple(
        Contribution(span, axis, amount)
        for span, (axis, _, amount) in zip(spans, moved, strict=True)
    )
    scored = replace(
        passage,
        axes=tuple(known.get(own.axis, own) for own in passage.axes),
        contributions=contributions,
    )
    provenance = replace(scan.provenance, classifier=ModelVersion("proef", "1.2", "ab" * 32))
    return replace(scan, passages=(scored,), provenance=provenance)


AGREED = _axis("marktgericht", 0.47, 0.4, Verdict.AGREED)
SAID = {
    "agreed": "woordenlijst en model zijn het eens.",
    "word_only": "alleen de woordenlijst ziet dit; het model niet.",
    "frame_only": "alleen het model ziet dit; de woordenlijst niet.",
    "uncertain": "het model twijfelt; de kans ligt dicht bij de grens.",
}
DOUBT = _axis("relationeel", 0.38, 0.4, Verdict.NONE, lexicon=0.0)
SEEN = _axis("divergerend", 0.93, 0.4, Verdict.FRAME_ONLY, lexicon=0.0)


def _record(scan: Scan) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(to_json(scan, "nl"))
    return made


def test_the_json_tells_threshold_and_doubt_and_holds_to_its_schema() -> None:
    record = _record(_scan(AGREED, DOUBT, SEEN, moved=(("marktgericht", "", -0.5),)))
    jsonschema.Draft202012Validator(SCHEMA).validate(record)
    assert record["provenance"]["classifier"] == {
        "name": "proef", "version": "1.2", "sha256": "ab" * 32,
    }  # fmt: skip
    axes = record["passages"][0]["axes"]
    told = {name: (own["threshold"], own["uncertain"]) for name, own in axes.items()}
    assert told == {
        "marktgericht": (0.4, False),
        "relationeel": (0.4, True),
        "divergerend": (0.4, False),
        "convergerend": (0.5, False),
    }
    assert record["passages"][0]["labels"] == ["marktgericht", "divergerend"]


def test_a_scan_with_a_classifier_comes_back_from_its_json() -> None:
    scan = _scan(AGREED, DOUBT, SEEN, moved=(("marktgericht", "zorg", 1.25),))
    again = from_json(to_json(scan, "nl"))
    assert again == replace(scan, document=again.document)
    for language in ("nl", "en"):
        assert render_html(again, language) == render_html(scan, language)


def test_a_scan_of_before_the_thresholds_takes_that_of_the_axis() -> None:
    scan = scan_of(MARKUP)
    first, *others = scan.axes
    scan = replace(scan, axes=(replace(first, threshold=0.7), *others))
    record = _record(scan)
    for own in record["passages"][0]["axes"].values():
        del own["threshold"], own["uncertain"]
    jsonschema.Draft202012Validator(SCHEMA).validate(record)
    old = from_json(json.dumps(record).encode())
    assert [own.threshold for own in old.passages[0].axes] == [0.7, 0.5, 0.5, 0.5]
    assert not any(own.uncertain for own in old.passages[0].axes)
    assert "sterkte 0,60" in render_html(old, "nl")


@pytest.mark.parametrize("threshold", [1.5, -0.1, "0.5", None])
def test_a_threshold_that_is_no_share_is_refused(threshold: object) -> None:
    record = _record(_scan(AGREED))
    record["passages"][0]["axes"]["marktgericht"]["threshold"] = threshold
    with pytest.raises(ScanFileError, match="threshold"):
        from_json(json.dumps(record).encode())


def test_the_page_tells_the_chance_and_the_threshold_that_decided() -> None:
    page = render_html(_scan(AGREED, SEEN), "nl")
    assert "marktgericht: kans 0,47, vanaf 0,40 telt de passage als marktgericht" in page
    assert "divergerend: kans 0,93, vanaf 0,40 telt de passage als divergerend" in page
    assert "· kans 0,93" in page  # beside the passages that weigh most
    assert "sterkte 0," not in page
    assert "grens 0,40" in page
    under = render_html(_scan(_axis("marktgericht", 0.1, 0.4, Verdict.WORD_ONLY)), "nl")
    assert "marktgericht: kans 0,10, onder de grens van 0,40" in under
    english = render_html(_scan(AGREED), "en")
    assert "marktgericht: probability 0.47; from 0.40 the passage counts as" in english


def test_the_page_names_the_classifier() -> None:
    page = render_html(_scan(AGREED), "nl")
    assert "proef 1.2" in page
    assert "ab" * 32 in page
    assert "Daarnaast leest een model de hele passage." in page
    assert "Daarnaast leest een model" not in render_html(scan_of(MARKUP), "nl")


def test_the_page_tells_the_strength_without_a_classifier() -> None:
    page = render_html(scan_of(MARKUP), "nl")
    assert "marktgericht: sterkte 0,60, vanaf 0,50 telt de passage als marktgericht" in page
    for said in ("kans 0", "het model", "twijfelt"):
        assert said not in page


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (AGREED, "agreed"),
        (_axis("marktgericht", 0.1, 0.4, Verdict.WORD_ONLY), "word_only"),
        (SEEN, "frame_only"),
        (DOUBT, "uncertain"),
    ],
)
def test_the_page_tells_what_the_classifier_saw(own: AxisPassageScore, said: str) -> None:
    page = render_html(_scan(own), "nl")
    assert page.count(f"{own.axis}: {SAID[said]}") == 1
    assert {code for code, words in SAID.items() if words in page} == {said}


def test_the_page_tells_the_five_words_that_moved_most_and_no_rest() -> None:
    moved = (
        ("marktgericht", "", -9.0),
        ("marktgericht", "Wij", 0.1),
        ("marktgericht", "kopen", 2.5),
        ("marktgericht", "zorg", -0.75),
        ("marktgericht", "marktwerking", 3.0),
        ("marktgericht", "morgen", 0.2),
        ("marktgericht", "elkaar", -0.3),
        ("relationeel", "elkaar", 1.5),
    )
    page = render_html(_scan(AGREED, SEEN, moved=moved), "nl")
    assert (
        "marktgericht: het model let op ‘marktwerking’ (+3,00), ‘kopen’ (+2,50), "
        "‘zorg’ (-0,75), ‘elkaar’ (-0,30), ‘morgen’ (+0,20)."
    ).replace("-", "\N{MINUS SIGN}") in page.replace("(-", "(\N{MINUS SIGN}")
    assert "relationeel: het model let op ‘elkaar’ (+1,50)." in page


def test_a_passage_that_only_the_classifier_labels_is_explained() -> None:
    scan = _scan(SEEN, moved=(("divergerend", "elkaar", 2.0),))
    (passage,) = scan.passages
    quiet = tuple(
        replace(own, lexicon=0.0, combined=0.0, label=False, verdict=Verdict.NONE)
        if own.axis == "marktgericht"
        else own
        for own in passage.axes
    )
    scan = replace(scan, passages=(replace(passage, hits=(), axes=quiet),))
    page = render_html(scan, "nl")
    assert "divergerend: het model let op ‘elkaar’ (+2,00)." in page
