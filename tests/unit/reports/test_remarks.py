"""Notes say what is seen, ask one question, and offer two other wordings at most."""

from dataclasses import replace

import pytest

from taalscan.messages import LANGUAGES, catalogue
from taalscan.model import Alternative, Contribution, Scan, Span, Verdict
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


def test_a_note_has_the_order_of_the_plan() -> None:
    scan = scan_of("De {M3-001:klant} meldt zich.", entries=[ENTRY])
    (remark,) = remarks(scan)
    assert remark.title == "M · marktgericht"
    leave = (
        "Laat het staan als de wet dit voorschrijft, als het een vaste rekenterm is, als u iemand "
        "citeert, of als u het met opzet kiest."
    )
    assert remark.text.splitlines() == [
        "‘klant’ – klant en product.",
        "marktgericht: sterkte 0,60, vanaf 0,50 telt de passage als marktgericht",
        "Vraag: In welke verhouding staat u tot wie zich meldt?",
        "Het kan ook zo:",
        "‘wie hulp zoekt’ – alleen als: er hulp is",
        "In een winkel is het gewoon.",
        leave,
        "Let op: een ander woord alleen verandert niets aan de manier van werken.",
    ]


def test_of_many_other_wordings_two_are_told() -> None:
    many = tuple(Alternative(f"zo {number}", "") for number in range(5))
    scan = scan_of("De {M3-001:klant}.", entries=[replace(ENTRY, alternatives=many)])
    (remark,) = remarks(scan)
    assert "‘zo 1’" in remark.text
    assert "‘zo 2’" not in remark.text


def test_a_word_that_counts_half_says_why() -> None:
    (remark,) = remarks(scan_of("De {M3-001 slogan:klant} staat centraal."))
    assert remark.weight is Weight.HALF
    assert remark.title == "M½ · marktgericht, telt half mee"
    assert "Telt half" in remark.text


def test_a_word_that_does_not_count_says_why_and_asks_nothing() -> None:
    scan = scan_of("Geen {M3-001 negated geen:klant}.", entries=[ENTRY])
    assert remarks(scan) == ()
    (remark,) = remarks(scan, all_hits=True)
    assert remark.title == "(M) marktgericht, telt niet mee"
    assert remark.text.splitlines() == [
        "‘klant’ – klant en product.",
        "Niet geteld: ontkend door ‘geen’.",
    ]


def test_a_word_in_pieces_has_them_all() -> None:
    (remark,) = remarks(scan_of("Wij {M1-001 a:kopen} zorg {a:in}."))
    assert remark.text.startswith("‘kopen … in’")
    assert len(remark.spans) == 2


def test_words_that_two_notes_share_lie_at_two_levels() -> None:
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


def test_a_passage_that_only_the_model_marks_has_a_note_with_the_words_that_moved_it() -> None:
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
    assert "Woorden die meewogen: ‘bewoners’, ‘luisteren’.\n" in remark.text


def test_where_a_word_of_the_axis_counts_the_passage_has_no_note_of_its_own() -> None:
    scan = scan_of("De {R1-001:buurt} helpt.")
    assert [own.weight for own in remarks(seen(scan, "relationeel"))] == [Weight.WHOLE]
    assert [own.weight for own in remarks(seen(scan, "divergerend"))] == [
        Weight.FRAME,
        Weight.WHOLE,
    ]


def test_the_summary_counts_what_is_shown() -> None:
    scan = scan_of("De {M3-001:klant} en {M3-001 negated geen:klant} van de {R1-001:buurt}.")
    shown = remarks(seen(scan, "divergerend"))
    title, text = summary_of(scan, shown, voice("nl"), unplaced=1)
    assert title == "taalscan"
    assert "M · marktgericht, gewone lijn: 1 signaalwoord, 0 passages zonder" in text
    assert "D · divergerend, lijn van stippen: 0 signaalwoorden, 1 passage zonder" in text
    assert "Eén gevonden woord telt niet mee en is niet gemarkeerd." in text
    assert "Van één notitie is de plaats" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_notes_is_said_and_has_its_words(language: str) -> None:
    said = {
        *(f"title-{kind}" for kind in ("word", "half", "not", "frame", "summary")),
        *(f"pattern-{pattern}" for pattern in ("solid", "double", "dotted", "dashed", "wavy")),
        *("seen", "seen-frame", "moved", "question-frame", "leave", "page-goes-on", "axis-line"),
        *("legend-words", "legend-half", "legend-frames", "nothing"),
        *(
            f"{code}-{form}"
            for code in ("count-words", "count-frames", "legend-not", "hidden", "unplaced")
            for form in ("one", "many")
        ),
    }
    assert set(catalogue(language).area("remarks")) == said
