"""No number without its passages: the figures of a scan follow from the passages in its JSON."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import exp, log
from typing import Any

import pytest

from taalscan.model import BalanceIndex, BalanceSide, PassageScore, Scan, SectionScore
from taalscan.reports import to_json
from taalscan.scoring import Frame, score_document
from tests.builders import scan_of
from tests.figures import INDICES, keyword, with_figures

Passages = Sequence[dict[str, Any]]

_CORE = BalanceIndex(
    "b_core",
    "relationeel tegenover de kern van marktgericht",
    BalanceSide("relationeel", ("relationeel",)),
    BalanceSide("kern van marktgericht", ("M-kern",)),
)
_INDICES = (*INDICES, _CORE)

_PASSAGES = (
    "De {M3-001:klant} wacht in het dorpshuis, en wij {M2-001 slogan:besparen} op de koffie.",
    "Buren helpen elkaar met {R3-001:vertrouwen} en {R2-001:wederkerigheid} in het dorp.",
    "Niemand {M1-001 a:koopt} hier zorg {a:in}, zegt een {M3-001 negated niemand:klant}.",
    "We {C1-001:stemmen af} met {D2-001:ervaringskennis} uit het dorpshuis van Waterhorst.",
    "Op dinsdag is de zaal dicht en op woensdag is zij tot laat in de avond open.",
)


def _scored(*, classified: bool) -> Scan:
    """Return a scan whose figures the scoring made, of three chapters, the last one short."""
    chapters = ((40, "Wonen"), (34, "Zorg"), (6, "Geld"))
    markup = "\n\n".join(
        f"# {title}\n\n" + "\n\n".join(_PASSAGES[number * 7 % 11 % 5] for number in range(size))
        for size, title in chapters
    )
    scan = scan_of(markup)
    if classified:
        scan = replace(scan, passages=with_figures(scan).passages)
    read = dict.fromkeys((axis.id for axis in scan.axes), 0.5) if classified else {}
    frame = Frame(scan.axes, _INDICES, read)
    score = score_document(frame, scan.passages, scan.document.source.sha256)
    return replace(
        scan,
        scores=score.axes,
        sections=score.sections,
        balance=score.balance,
        balance_indices=_INDICES,
        keywords=(keyword(scan, "dorpshuis"),),
    )


def _record(scan: Scan) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(to_json(scan, "nl"))
    return made


@pytest.fixture(scope="module", params=[True, False], ids=["classifier", "lexicon"])
def record(request: pytest.FixtureRequest) -> dict[str, Any]:
    return _record(_scored(classified=request.param))


def hits_of(passages: Passages, axis: str) -> list[dict[str, Any]]:
    return [
        hit for own in passages for hit in own["hits"] if hit["axis"] == axis and hit["factor"] > 0
    ]


def words_of(passages: Passages, key: str = "words") -> int:
    return sum(own[key] for own in passages)


def weight_of(hits: Passages) -> float:
    return sum(float(hit["weight"] * hit["factor"]) for hit in hits)


def expected_of(passages: Passages, axis: str) -> float:
    return sum(float(own["axes"][axis]["combined"]) for own in passages)


def labels_of(passages: Passages, axis: str) -> list[dict[str, Any]]:
    return [own for own in passages if axis in own["labels"]]


def test_the_sample_has_figures_to_recount(record: dict[str, Any]) -> None:
    assert record["balance"] is not None
    assert len(record["sections"]) == 3
    assert record["sections"][0]["axes"]["marktgericht"]["density"] is not None
    assert record["sections"][2]["axes"]["marktgericht"]["density"] is None


def test_counts_and_densities_follow_from_the_hits(record: dict[str, Any]) -> None:
    passages, words = record["passages"], words_of(record["passages"])
    assert record["document"]["words"] == words
    for axis, score in record["scores"].items():
        hits = hits_of(passages, axis)
        entries = Counter(hit["entry"] for hit in hits)
        rest = [hit for hit in hits if hit["entry"] != score["top_entry"]]
        content = words_of(passages, "content_words")
        assert score["hits"] == len(hits)
        assert score["types"] == len(entries)
        assert entries[score["top_entry"]] == max(entries.values(), default=0)
        assert score["density"]["value"] == pytest.approx(1000 * len(hits) / words)
        assert score["weighted_density"] == pytest.approx(1000 * weight_of(hits) / words)
        assert score["density_rest"]["value"] == pytest.approx(1000 * len(rest) / words)
        if content:
            told = score["content_density"]["value"]
            assert told == pytest.approx(1000 * len(hits) / content)


def test_shares_follow_from_the_labels_and_the_probabilities(record: dict[str, Any]) -> None:
    passages = record["passages"]
    for axis, score in record["scores"].items():
        labelled = labels_of(passages, axis)
        assert score["share"]["value"] == pytest.approx(len(labelled) / len(passages))
        share = words_of(labelled) / words_of(passages)
        assert score["word_share"]["value"] == pytest.approx(share)
        if score["expected_share"] is not None:
            expected = expected_of(passages, axis) / len(passages)
            assert score["expected_share"]["value"] == pytest.approx(expected)


def test_facets_and_groups_follow_from_the_hits(record: dict[str, Any]) -> None:
    passages, words = record["passages"], words_of(record["passages"])
    members = {group["id"]: group["facets"] for axis in record["axes"] for group in axis["groups"]}
    for axis, score in record["scores"].items():
        figures = {
            name: {"hits": score["facets"][name], **own}
            for name, own in score["facet_figures"].items()
        }
        for name, told in {**figures, **score["groups"]}.items():
            facets = members.get(name, [name])
            hits = [hit for hit in hits_of(passages, axis) if hit["facet"] in facets]
            assert told["hits"] == len(hits)
            assert told["types"] == len({hit["entry"] for hit in hits})
            assert told["density"]["value"] == pytest.approx(1000 * len(hits) / words)
            weighted = 1000 * weight_of(hits) / words
            assert told["weighted_density"]["value"] == pytest.approx(weighted)


def test_diversity_follows_from_the_hits_of_the_facets(record: dict[str, Any]) -> None:
    told = [score for score in record["scores"].values() if score["diversity"] is not None]
    assert told
    for score in told:
        own = score["diversity"]
        shares = [hits / score["hits"] for hits in score["facets"].values() if hits]
        entropy = -sum(share * log(share) for share in shares)
        assert own["hits"] == score["hits"]
        assert own["entropy"] == pytest.approx(entropy)
        assert own["hill"]["value"] == pytest.approx(exp(entropy))


def test_dispersion_follows_from_the_chapters(record: dict[str, Any]) -> None:
    told = [(axis, own) for axis, own in record["scores"].items() if own["dispersion"]]
    assert told
    for axis, score in told:
        # the short chapter has too few words to stand alone
        first, *rest = record["sections"]
        parts = [[first], rest]
        words = [sum(section["words"] for section in part) for part in parts]
        hits = [sum(section["axes"][axis]["hits"] for section in part) for part in parts]
        sizes = [size / sum(words) for size in words]
        shares = [number / sum(hits) for number in hits]
        own = score["dispersion"]
        assert own["parts"] == 2
        dp = sum(abs(share - size) for share, size in zip(shares, sizes, strict=True)) / 2
        assert own["dp"] == pytest.approx(dp)
        assert own["excess"] == pytest.approx(dp - own["dp_chance"])
        densest = max(
            range(2), key=[s / w for s, w in zip(shares, sizes, strict=True)].__getitem__
        )
        assert own["section"] == densest
        assert (own["hit_share"], own["word_share"]) == pytest.approx(
            (shares[densest], sizes[densest])
        )


def test_both_sides_of_each_balance_follow_from_the_passages(record: dict[str, Any]) -> None:
    passages = record["passages"]
    sides = {index["id"]: index for index in record["balance_indices"]}
    for own in record["balance"]["indices"]:
        for side in ("above", "below"):
            members = sides[own["index"]][side]["members"]
            assert own[side] == pytest.approx(_amount(record, passages, own["basis"], members))
        ratio = log((own["above"] + 0.5) / (own["below"] + 0.5))
        assert own["log_ratio"]["value"] == pytest.approx(ratio)
        scaled = (own["above"] - own["below"]) / (own["above"] + own["below"] + 1)
        assert own["scaled"]["value"] == pytest.approx(scaled)
    main = record["balance"]["indices"][0]
    both = main["above"] + main["below"]
    assert record["balance"]["importance"] == pytest.approx(log((both + 1) / len(passages)))
    assert record["balance"]["b"] == main["scaled"]


def _amount(
    record: dict[str, Any], passages: Passages, basis: str, members: Sequence[str]
) -> float:
    if basis == "lexical":
        groups = {own["id"]: own["facets"] for axis in record["axes"] for own in axis["groups"]}
        counted = {part for member in members for part in groups.get(member, [member])}
        hits = [hit for own in passages for hit in own["hits"]]
        return weight_of([hit for hit in hits if {hit["axis"], hit["facet"]} & counted])
    if record["scores"][members[0]]["expected_share"] is None:
        return float(sum(len(labels_of(passages, member)) for member in members))
    return sum(expected_of(passages, member) for member in members)


def test_the_figures_of_a_chapter_follow_from_its_passages(record: dict[str, Any]) -> None:
    for section in record["sections"]:
        first = section["first"]
        own = record["passages"][first : first + section["passages"]]
        assert section["words"] == words_of(own)
        assert all(
            passage["headings"][: len(section["headings"])] == section["headings"]
            for passage in own
        )
        for axis, score in section["axes"].items():
            hits = hits_of(own, axis)
            assert score["hits"] == len(hits)
            if score["density"] is None:
                continue
            assert score["density"]["value"] == pytest.approx(1000 * len(hits) / section["words"])
            weighted = 1000 * weight_of(hits) / section["words"]
            assert score["weighted_density"]["value"] == pytest.approx(weighted)
            carried = float(len(labels_of(own, axis)))
            if record["scores"][axis]["expected_share"] is not None:
                carried = expected_of(own, axis)
            assert score["share"]["value"] == pytest.approx(carried / len(own))


def test_keywords_stand_at_their_places(record: dict[str, Any]) -> None:
    (word,) = record["keywords"]
    cut = [record["text"][start:end] for start, end in word["places"]]
    assert word["count"] == len(cut) > 5
    assert set(cut) == {"dorpshuis"}


def test_verdict_counts_follow_from_the_passages(record: dict[str, Any]) -> None:
    for axis, score in record["scores"].items():
        counts = Counter(own["axes"][axis]["verdict"] for own in record["passages"])
        if score["verdicts"] is None:
            assert set(counts) <= {"lexicon", "none"}
            continue
        told = score["verdicts"]
        names = ("agreed", "word_only", "frame_only")
        assert [told[name] for name in names] == [counts[name] for name in names]
        marked = sum(counts[name] for name in names)
        assert told["disagreement"] == (
            pytest.approx(1 - counts["agreed"] / marked) if marked else None
        )


def test_a_passage_less_changes_what_is_told() -> None:
    scan = _scored(classified=False)
    kept: tuple[PassageScore, ...] = scan.passages[1:]
    frame = Frame(scan.axes, _INDICES)
    shorter = score_document(frame, kept, scan.document.source.sha256)
    sections: tuple[SectionScore, ...] = shorter.sections
    assert shorter.axes[0].hits == scan.scores[0].hits - 2
    assert sections[0].passages == scan.sections[0].passages - 1
