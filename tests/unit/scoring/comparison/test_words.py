"""Words come out of a text the same, whatever a file format does to signs and lines."""

import pytest

from taalscan.model import Block, BlockKind, Document, Source, Span
from taalscan.scoring.comparison.words import homes, normal, words_of
from tests.builders import scan_of


def words(markup: str) -> tuple[str, ...]:
    return words_of(scan_of(markup).document).forms


def document(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    block = Block(kind, Span(0, len(text)))
    return Document(Source("nota.pdf", "ab" * 32, "application/pdf"), text, (block,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De wijk-\naanpak begint", "De wijkaanpak begint"),
        ("sociaal-economisch", "sociaal‑economisch"),
        ("foto's", "foto’s"),
        ("ﬁnanciële coördinatie", "financiele coordinatie"),
        ("WONEN “samen”", "wonen 'samen'"),
        ("samen\u00adwerking", "samenwerking"),
        ("Het besluit.1 Daarna", "Het besluit. Daarna"),
        ("de evaluatie2 laat zien", "de evaluatie laat zien"),
        ("2.500.000 euro", "2500000 euro"),
        ("10-15 gezinnen", "10–15 gezinnen"),
        ("2024-\n2028", "2024‑2028"),
        ("covid-19", "covid\u00ad19"),
    ],
)
def test_signs_and_line_ends_make_no_difference(one: str, other: str) -> None:
    assert words_of(document(one)).forms == words_of(document(other)).forms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3 dagen", "4 dagen"),
        ("artikel 2.1", "artikel 2.2"),
        ("J. de Boer woont hier", "M. de Boer woont hier"),
        ("in 2026", "in 2027"),
        ("B1-route", "B2-route"),
        ("1,5 miljoen", "15 miljoen"),
        ("2.0 keer", "20 keer"),
        ("10-15 gezinnen", "1015 gezinnen"),
        ("op 1-1-2026", "op 11-2026"),
        ("0.125 procent", "0125 procent"),
        ("1½ jaar", "112 jaar"),
    ],
)
def test_numbers_and_initials_are_words(one: str, other: str) -> None:
    assert words_of(document(one)).forms != words_of(document(other)).forms


@pytest.mark.parametrize("label", ["1. ", "12) ", "a. ", "(iv) ", "2.3.1 ", "1°. "])
def test_the_label_of_a_point_is_no_word(label: str) -> None:
    assert words_of(document(f"{label}Wonen in de wijk")).forms == ("wonen", "in", "de", "wijk")


def test_a_heading_and_a_note_may_have_a_bare_number() -> None:
    for kind in (BlockKind.HEADING, BlockKind.NOTE):
        assert words_of(document("3 Wonen in de wijk", kind)).forms[0] == "wonen"
    assert words_of(document("3 wijken doen mee")).forms[0] == "3"


def test_words_keep_their_place_in_the_text() -> None:
    scan = scan_of("# Kop\n\nDe wijk-aanpak begint.\n\n~ bladzijde 2")
    found = words_of(scan.document)
    cut = [span.cut(scan.document.text) for span in found.spans]
    assert cut == ["Kop", "De", "wijk-aanpak", "begint", "bladzijde", "2"]
    assert homes(found, [own.passage.span for own in scan.passages]) == [-1, 0, 0, 0, -1, -1]


def test_a_word_of_signs_only_is_nothing() -> None:
    assert normal("-’\u00ad") == ""
    assert words("— … §") == ()
