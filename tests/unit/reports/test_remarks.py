"""Remarks say what is seen, ask one question, and offer two other wordings at most."""

from dataclasses import replace

import pytest

from taalscan.messages import LANGUAGES, catalogue
from taalscan.model import Alternative, Contribution, Deliberate, Scan, Span, Verdict
from taalscan.reports.remarks import Remark, Weight, remarks_of, summary_of
from taalscan.reports.voice import voice
from tests.builders import entry, scan_of

ENTRY = entry(
    "M3-001",
    "klant",
    "In welke verhouding staat u tot wie zich meldt?",
    instead="wie hulp zoekt",
    only_if="er hulp is",
    note="In een winkel is het gewoon.",
)


def remarks(scan: Scan, *, all_hits: bool = False, language: str = "nl") -> tuple[Remark, ...]:
    return remarks_of(scan, voice(language), all_hits=all_hits)


def text(remark: Remark) -> str:
    return "\n".join(map(str, remark.lines))


def test_a_remark_has_the_order_of_the_plan() -> None:
    scan = scan_of("De {M3-001:klant} meldt zich.", entries=[ENTRY])
    (remark,) = remarks(scan)
    assert remark.title == "M · marktgericht"
    leave = (
        "Laat een woord staan als de wet het voorschrijft, als het een vaste rekenterm is, als u "
        "iemand citeert, of als u het met opzet kiest. Schrijf dan de reden op."
    )
    assert text(remark).splitlines() == [
        "‘klant’ – klant en product.",
        "marktgericht: sterkte 0,60, vanaf 0,50 telt de passage als marktgericht",
        "Vraag: In welke verhouding staat u tot wie zich meldt?",
        "Het kan ook zo: ‘wie hulp zoekt’ – alleen als: er hulp is",
        "Over dit woord: In een winkel is het gewoon.",
        leave,
        "Let op: een ander woord alleen verandert niets aan de manier van werken.",
    ]


def test_of_many_other_wordings_two_are_told() -> None:
    many = tuple(Alternative(f"zo {number}", "") for number in range(5))
    scan = scan_of("De {M3-001:klant}.", entries=[replace(ENTRY, alternatives=many)])
    (remark,) = remarks(scan)
    assert "‘zo 1’" in text(remark)
    assert "‘zo 2’" not in text(remark)


def test_a_word_that_counts_half_says_why() -> None:
    (remark,) = remarks(scan_of("De {M3-001 slogan:klant} staat centraal."))
    assert remark.weight is Weight.HALF
    assert remark.title == "M½ · marktgericht, telt half mee"
    assert "Telt half" in text(remark)


def test_a_word_that_does_not_count_says_why_and_asks_nothing() -> None:
    scan = scan_of("Geen {M3-001 negated geen:klant}.", entries=[ENTRY])
    assert remarks(scan) == ()
    (remark,) = remarks(scan, all_hits=True)
    assert remark.title == "(M) · marktgericht, telt niet mee"
    assert text(remark).splitlines() == [
        "‘klant’ – klant en product.",
        "Niet geteld: ontkend door ‘geen’.",
        "Over dit woord: In een winkel is het gewoon.",
    ]


def test_where_the_lexicon_asks_nothing_there_is_nothing_to_leave() -> None:
    (remark,) = remarks(scan_of("De {R1-001:buurt} helpt.", entries=[entry("R1-001", "buurt")]))
    assert remark.closing == ()
    assert len(remark.lines) == 2


def test_a_word_in_pieces_has_them_all() -> None:
    (remark,) = remarks(scan_of("Wij {M1-001 a:kopen} zorg {a:in}."))
    assert text(remark).startswith("‘kopen … in’")
    assert len(remark.spans) == 2


def test_words_that_two_remarks_share_lie_at_two_levels() -> None:
    scan = scan_of("De {M3-001:klant} en de {R1-001:buurt}.")
    (passage,) = scan.passages
    one, two = passage.hits
    both = replace(two, parts=one.parts, span=one.span)
    scan = replace(scan, passages=(replace(passage, hits=(one, both, two)),))
    assert [remark.level for remark in remarks(scan)] == [0, 1, 0]


def seen(scan: Scan, *axes: str, contributions: tuple[Contribution, ...] = ()) -> Scan:
    """Return the scan with axes that only a classifier sees in its first passage."""
    passage, *rest = scan.passages
    scores = tuple(
        replace(own, verdict=Verdict.FRAME_ONLY, classifier=0.7, combined=0.7, label=True)
        if own.axis in axes
        else own
        for own in passage.axes
    )
    first = replace(passage, axes=scores, contributions=contributions)
    return replace(scan, passages=(first, *rest))


def test_a_passage_that_only_the_model_marks_has_a_remark_with_the_words_that_moved_it() -> None:
    scan = scan_of("Wij luisteren naar bewoners in de wijk.")
    moved = (
        Contribution(Span(4, 13), "relationeel", 0.9),
        Contribution(Span(19, 27), "relationeel", 1.4),
        Contribution(Span(34, 38), "relationeel", -2.0),
        Contribution(Span(0, 0), "relationeel", 3.0),
        Contribution(Span(0, 3), "divergerend", 3.0),
    )
    (remark,) = remarks(seen(scan, "relationeel", contributions=moved))
    assert remark.weight is Weight.FRAME
    assert remark.spans == (scan.passages[0].passage.span,)
    assert remark.title == "R · relationeel, zonder signaalwoord"
    assert "relationeel: het model let op ‘bewoners’, ‘luisteren’.\n" in text(remark)


def test_where_a_word_of_the_axis_counts_the_passage_has_no_remark_of_its_own() -> None:
    scan = scan_of("De {R1-001:buurt} helpt.")
    assert [own.weight for own in remarks(seen(scan, "relationeel"))] == [Weight.WHOLE]
    assert [own.weight for own in remarks(seen(scan, "divergerend"))] == [
        Weight.FRAME,
        Weight.WHOLE,
    ]


MARK = Deliberate(
    "De klant en de buurt.",
    "De wet zegt klant.",
    "marktgericht",
    "team Inkoop",
    passages=("p0001",),
)


def test_a_reason_of_the_author_comes_first_and_nothing_is_asked() -> None:
    scan = scan_of("De {M3-001:klant} en de {R1-001:buurt}.", entries=[ENTRY])
    market, bond = remarks(replace(scan, deliberate=(MARK,)))
    assert text(market).splitlines() == [
        "Bewust zo: De wet zegt klant. (volgens team Inkoop)",
        "‘klant’ – klant en product.",
        "marktgericht: sterkte 0,60, vanaf 0,50 telt de passage als marktgericht",
        "Over dit woord: In een winkel is het gewoon.",
    ]
    assert bond == remarks(scan)[1]


def test_a_reason_for_all_axes_holds_for_a_passage_that_only_the_model_marks() -> None:
    scan = seen(scan_of("Wij luisteren naar bewoners."), "relationeel")
    (remark,) = remarks(replace(scan, deliberate=(replace(MARK, axis=None),)))
    assert remark.lines[0].label == "Bewust zo"
    assert "Vraag" not in text(remark)
    assert "Vraag" in text(*remarks(scan))


def test_a_reason_for_another_passage_changes_nothing() -> None:
    scan = scan_of("De {M3-001:klant}.\n\nHier staat niets.", entries=[ENTRY])
    mark = replace(MARK, passages=("p0002",))
    assert remarks(replace(scan, deliberate=(mark,))) == remarks(scan)


def lines_of(scan: Scan, *, all_hits: bool = False, language: str = "nl") -> list[str]:
    """Return what the summary of a scan says."""
    told = remarks(scan, all_hits=all_hits, language=language)
    return [str(line) for line in summary_of(scan, told, voice(language)).lines]


def test_the_summary_counts_words_that_count_and_passages_of_the_model() -> None:
    scan = scan_of("De {M3-001:klant} en {M3-001 negated geen:klant} van de {R1-001:buurt}.")
    scan = seen(scan, "divergerend")
    said = lines_of(scan)
    assert "M · marktgericht: 1 gevonden woord." in said
    assert "D · divergerend: 0 gevonden woorden; 1 passage zonder signaalwoord." in said
    hidden = "Eén gevonden woord telt niet mee. Het heeft geen opmerking; het verslag zegt waarom."
    told = "Eén gevonden woord telt niet mee. De opmerking zegt waarom."
    assert hidden in said
    assert told not in said
    everything = lines_of(scan, all_hits=True)
    assert told in everything
    assert hidden not in everything


def test_the_summary_tells_how_many_passages_are_deliberate() -> None:
    scan = scan_of("De {M3-001:klant}.\n\nDe {M3-001:klant}.")
    said = "Passages met een as: 2. Bij 1 daarvan staat dat het bewust zo is, met de reden."
    assert said in lines_of(replace(scan, deliberate=(MARK,)))
    assert said not in lines_of(scan)


def test_the_summary_of_a_long_document_has_densities_with_bounds() -> None:
    scan = scan_of("\n\n".join(["De {M3-001:klant} wacht op een antwoord van ons."] * 20))
    assert (
        "M · marktgericht: 20 words found, 125.0 per 1,000 words (probably 83.3 to 166.7)."
        in lines_of(scan, language="en")
    )


def test_the_summary_of_a_document_without_such_words_says_so_and_offers_none() -> None:
    said = lines_of(scan_of("Hier staat niets."))
    assert "Er zijn geen signaalwoorden gevonden die meetellen." in said
    assert not any("staat vaak een vraag" in line for line in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_remarks_is_said_and_has_its_words(language: str) -> None:
    said = {
        *(f"title-{kind}" for kind in (*Weight, "summary")),
        *(
            "seen",
            "question-frame",
            "other",
            "note",
            "leave-frame",
            "axis",
            "density",
            "known",
            "nothing",
        ),
        *("moved", "moved-note", "moved-box", "moved-margin", "moved-other"),
        *("page-goes-on", "paper", "legend-line"),
        *(f"legend-{kind}" for kind in ("words", "half", "not", "frames")),
        *(f"pattern-{pattern}" for pattern in ("solid", "double", "dotted", "dashed", "wavy")),
        *(
            f"{code}-{form}"
            for code in ("frames", "not", "hidden", "unplaced")
            for form in ("one", "many")
        ),
    }
    assert set(catalogue(language).area("remarks")) == said
