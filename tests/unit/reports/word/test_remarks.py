"""A comment says what is seen, asks, offers at most two other wordings, and when to leave it."""

from dataclasses import replace

import pytest

from taalscan.model import Contribution, Scan, Span, Verdict
from taalscan.reports.voice import voice
from taalscan.reports.word.remarks import Line, Remark, moved, remarks, summary
from tests.builders import entry, scan_of

ENTRIES = (
    entry(
        "M3-001",
        "klant",
        "In welke verhouding staat u tot deze mensen?",
        instead="wie hulp zoekt",
        only_if="u dat bedoelt.",
        note="Ook in samenstellingen.",
    ),
)
LEAVE = Line(
    "Laat het staan als",
    "de wet dit woord voorschrijft, het een vaste rekenterm is, u iemand citeert, of u het met "
    "opzet kiest. Schrijf dan de reden op.",
)


def told(markup: str, *, all_hits: bool = False, language: str = "nl") -> tuple[Remark, ...]:
    return remarks(scan_of(markup, entries=ENTRIES), voice(language), all_hits=all_hits)


def frame_only(scan: Scan) -> Scan:
    """Return the scan with its first passage marketed by the model alone."""
    first, *others = scan.passages
    axes = tuple(
        replace(own, verdict=Verdict.FRAME_ONLY, label=True, classifier=0.8, combined=0.8)
        if own.axis == "marktgericht"
        else own
        for own in first.axes
    )
    amounts = (
        Contribution(Span(0, 2), "marktgericht", 0.2),
        Contribution(Span(3, 9), "marktgericht", 0.9),
        Contribution(Span(0, 2), "relationeel", 3.0),
        Contribution(Span(0, 0), "marktgericht", 5.0),
    )
    scored = replace(first, axes=axes, contributions=amounts)
    return replace(scan, passages=(scored, *others))


def test_a_remark_sees_asks_offers_and_leaves() -> None:
    (remark,) = told("De {M3-001:klanten} wachten.")
    assert remark.span == Span(3, 10)
    assert remark.lines == (
        Line("marktgericht", "‘klanten’ (klant en product)."),
        Line(
            "Zekerheid",
            "de woorden in deze passage hebben samen sterkte 0,60. Vanaf 0,50 telt zij als "
            "marktgericht.",
        ),
        Line("Vraag", "In welke verhouding staat u tot deze mensen?"),
        Line("Het kan ook zo", "‘wie hulp zoekt’ – alleen als u dat bedoelt."),
        LEAVE,
        Line("Over dit woord", "Ook in samenstellingen."),
    )


def test_at_most_two_other_wordings_are_offered() -> None:
    scan = scan_of("De {M3-001:klant}.", entries=ENTRIES)
    own = scan.entries[0]
    many = tuple(replace(own.alternatives[0], text=f"anders {number}") for number in range(4))
    scan = replace(scan, entries=(replace(own, alternatives=many),))
    (remark,) = remarks(scan, voice("nl"), all_hits=False)
    offered = [line.text for line in remark.lines if line.label == "Het kan ook zo"]
    assert offered == [
        "‘anders 0’ – alleen als u dat bedoelt.",
        "‘anders 1’ – alleen als u dat bedoelt.",
    ]


def test_words_in_two_pieces_are_one_remark() -> None:
    (remark,) = told("Wij {M1-001 a:kopen} de zorg {a:in}.")
    assert remark.span == Span(4, 20)
    assert remark.lines[0].text == "‘kopen … in’ (concurrentie en inkoop)."


def test_hits_that_count_half_tell_why() -> None:
    (remark,) = told("Samen {M3-001 slogan:klant}gericht.")
    assert remark.lines[0].text.startswith("‘klant’ (klant en product). Telt half mee. ")
    assert LEAVE in remark.lines


def test_hits_that_do_not_count_are_only_there_when_asked_for() -> None:
    markup = "Geen {M3-001 negated geen:klant}, wel {M3-001:klant}."
    assert len(told(markup)) == 1
    denied, _ = told(markup, all_hits=True)
    assert denied.lines[0].text.startswith("‘klant’ (klant en product). Telt niet mee. ")
    assert [line.label for line in denied.lines] == ["marktgericht", "Over dit woord"]


def test_two_hits_on_the_same_words_share_a_remark() -> None:
    scan = scan_of("De {M3-001:klanten}.", entries=ENTRIES)
    hit = scan.passages[0].hits[0]
    other = replace(hit, axis="convergerend", facet="C3", entry="C3-001")
    scored = replace(scan.passages[0], hits=(hit, other))
    (remark,) = remarks(replace(scan, passages=(scored,)), voice("nl"), all_hits=False)
    assert [line.label for line in remark.lines if "‘klanten’" in line.text] == [
        "marktgericht",
        "convergerend",
    ]
    assert len(set(remark.lines)) == len(remark.lines)


def test_a_passage_that_only_the_model_sees_has_a_remark_on_all_of_it() -> None:
    scan = frame_only(scan_of("De wijken groeien."))
    (remark,) = remarks(scan, voice("nl"), all_hits=False)
    assert remark.span == Span(0, 18)
    seen, sure, question, leave = remark.lines
    assert seen.label == "marktgericht"
    assert "Dit ziet alleen het model." in seen.text
    assert "let vooral op ‘wijken’, ‘De’." in seen.text
    assert seen.text.endswith("als ruil, kosten, prestatie of opbrengst.")
    assert "kans van 0,80. Vanaf 0,50" in sure.text
    assert (question.label, leave.label) == ("Vraag", "Laat het staan als")


def test_remarks_are_in_the_order_of_the_text_and_the_whole_goes_before_its_parts() -> None:
    scan = frame_only(scan_of("{M3-001:De wijken} groeien.\n\nDe {M3-001:klant}."))
    spans = [own.span for own in remarks(scan, voice("nl"), all_hits=False)]
    assert spans == [Span(0, 18), Span(0, 9), Span(23, 28)]


@pytest.mark.parametrize("kind", ["note", "box", "margin", "other"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_comment_elsewhere_says_where_its_words_are(kind: str, language: str) -> None:
    line = moved(kind, voice(language))
    assert line.label
    assert line.text.endswith(".")


def test_the_summary_counts_words_an_axis_and_passages_of_the_model() -> None:
    scan = frame_only(scan_of("De wijken groeien.\n\nDe {M3-001:klant}."))
    lines = [line.text for line in summary(scan, voice("nl"), all_hits=False)]
    assert "marktgericht: 1 gevonden woord." in lines
    assert "relationeel: 0 gevonden woorden." in lines
    assert (
        "In 1 passage ziet alleen het model taal van een as. Ook daar staat een opmerking."
        in lines
    )
    assert any("Woorden die niet meetellen, hebben er geen." in line for line in lines)
    everything = [line.text for line in summary(scan, voice("nl"), all_hits=True)]
    assert any("ook als het niet meetelt" in line for line in everything)


def test_the_summary_of_a_long_document_has_densities_with_bounds() -> None:
    scan = scan_of("\n\n".join(["De {M3-001:klant} wacht op een antwoord van ons."] * 20))
    lines = [line.text for line in summary(scan, voice("en"), all_hits=False)]
    assert "marktgericht: 20 words found, 125.0 per 1,000 words (probably 83.3 to 166.7)." in lines
