"""The page tells every figure in words, and no more of it than METRICS allows."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from taalscan.model import (
    Dispersion,
    DocumentBalance,
    DocumentGenre,
    Keyword,
    Notice,
    Percentile,
    Reliability,
    Scan,
    Span,
    Stratum,
    VerdictCounts,
)
from tests import figures
from tests.builders import entry, scan_of
from tests.unit.reports.pages import KLANT, MARKUP, cells, page_of, text_of


@pytest.fixture(scope="module")
def full() -> Scan:
    return figures.with_figures(scan_of(MARKUP, entries=[KLANT], title="Nota"))


# --- the profile ---


def test_the_expected_share_comes_first_with_the_counted_one_under_it(full: Scan) -> None:
    (first, *_) = cells(page_of(full), "#profile .figures")
    assert first == [
        "M marktgericht",
        "58 % 39 % tot 77 % geteld: 100 %",
        "64 48 tot 79",
        "83,3 55,6 tot 111,1",
        "60",
        "1",
    ]


def test_the_chart_shows_what_the_table_shows_first(full: Scan) -> None:
    titles = [node.text() for node in page_of(full).css("#profile .chart title")]
    assert "Deel van de passages" in titles[0]
    assert "marktgericht 58\N{NO-BREAK SPACE}%" in titles[0]
    assert "marktgericht 83,3" in titles[1]


def test_without_a_classifier_the_share_is_the_counted_one() -> None:
    (first, *_) = cells(page_of(scan_of(MARKUP)), "#profile .figures")
    assert first[1] == "100 % 67 % tot 100 %"
    assert len(first) == 5


def test_an_axis_on_which_lexicon_and_classifier_differ_is_marked(full: Scan) -> None:
    def doubted(*counts: int) -> str:
        scores = (replace(full.scores[0], verdicts=VerdictCounts(*counts)), *full.scores[1:])
        return text_of(page_of(replace(full, scores=scores)), "#profile")

    assert "lage zekerheid Bij meer dan 30 % van de passages" in doubted(69, 21, 10)
    assert "lage zekerheid" not in doubted(70, 20, 10)
    assert "31 % 31 van 100 passages" in doubted(69, 21, 10)


def test_further_figures_stand_in_a_table_of_their_own(full: Scan) -> None:
    rows = {row[0]: row[1] for row in cells(page_of(full), "#profile details")}

    def told(title: str) -> str:
        (found,) = [value for name, value in rows.items() if name.startswith(title)]
        return found

    assert told("Gewogen, per 1.000 woorden") == "50,0 33,3 tot 66,7"
    assert told("Per 1.000 woorden, zonder het meest") == "0,0 0,0 tot 0,0 zonder ‘klant’"
    assert told("Per 1.000 inhoudswoorden") == "166,7 111,1 tot 222,2"
    assert told("Verschillende woorden in 1.000 woorden") == "0,5"
    assert told("Geteld deel van de passages") == "100 % 67 % tot 100 %"
    assert told("Deel van de tekst") == "100 % 67 % tot 100 %"
    assert told("Per 1.000 woorden, hoger dan") == "72 55 tot 86"
    assert told("Onderdelen die meedoen") == "2,7 2,2 tot 3,0"
    assert told("Staan de woorden bij elkaar?") == "0,00 door toeval: 0,15"
    assert told("Woordenlijst en model zijn het oneens") == "0 % 0 van 60 passages"


def test_an_entry_that_is_a_long_pattern_is_cut_short(full: Scan) -> None:
    long = entry("M3-001", "klant|" * 20)
    page = page_of(replace(full, entries=(long,)))
    assert f"zonder ‘{('klant / ' * 20)[:30]}…’" in text_of(page, "#profile details")


def test_facets_have_densities_and_are_also_counted_together(full: Scan) -> None:
    rows = cells(page_of(full), "#facets table")
    assert rows[2] == ["M3 klant en product", "60", "83,3 55,6 tot 111,1"]
    assert rows[3] == ["+ kern van marktgericht", "0", "0,0 0,0 tot 0,0"]


# --- compared with others ---


def compared(scan: Scan, language: str = "nl") -> str:
    return text_of(page_of(scan, language), "#profile").partition(
        "Vergeleken met andere documenten" if language == "nl" else "Compared with other documents"
    )[2]


def test_a_percentile_is_a_sentence_with_its_bounds(full: Scan) -> None:
    assert (
        "marktgericht: het deel van de passages is hoger dan bij 64 van de 100 documenten, "
        "waarschijnlijk 48 tot 79."
    ) in compared(full)
    assert "higher than in 64 of 100 documents, probably 48 to 79." in compared(full, "en")


def test_the_kind_of_document_tells_who_said_it(full: Scan) -> None:
    assert "Dat is een schatting (kans 93 %)." in compared(full)
    assert "opgegeven" in compared(replace(full, genre=figures.GIVEN))
    unsure = replace(
        full,
        genre=DocumentGenre(None, "Brief", 0.41),
        stratum=None,
        warnings=(Notice("genre-unsure", (("title", "Brief"),)),),
    )
    told = compared(unsure)
    assert "niet zeker. Het meest waarschijnlijk is: Brief (kans 41 %)" in told
    assert "bij het scannen (--genre)" in told
    assert "niet vergeleken" in told
    assert not page_of(unsure).css(".warnings")


def test_the_documents_that_are_compared_with_are_told(full: Scan) -> None:
    assert "Vergeleken met 61 documenten van deze soort (Beleidsnota of visie)" in compared(full)
    family = Stratum("family", "Beleid", ("Nota", "Programma"), 44)
    told = compared(replace(full, stratum=family))
    assert "te weinig documenten" in told
    assert "44 documenten uit de groep ‘Beleid’: Nota, Programma." in told


def test_why_nothing_is_compared_is_told(full: Scan) -> None:
    bare = replace(full.provenance, reference=None)
    assert "geen referentie gebruikt" in compared(replace(full, provenance=bare, stratum=None))
    short = replace(full, reliability=Reliability.INDICATIVE)
    assert "ten minste 50 passages nodig" in compared(short)
    stale = Notice("reference-stale", (("parts", "lexicon"),))
    told = compared(replace(full, stratum=None, warnings=(stale,)))
    assert "met andere onderdelen gemaakt dan deze scan (woordenlijst)" in told


def test_the_method_names_the_reference_and_what_it_is_not(full: Scan) -> None:
    method = text_of(page_of(full), "#method")
    assert "gemeenten-test 0.1" in method
    assert "01" * 32 in method
    assert "geen steekproef" in method
    assert "steekproef" not in text_of(page_of(scan_of(MARKUP)), "#method")


# --- chapters ---


def test_chapters_have_counts_and_the_long_ones_figures() -> None:
    markup = f"{MARKUP}\n\n# Slot\n\nTot zover."
    page = page_of(figures.with_figures(scan_of(markup)))
    counted = cells(page, "#sections > .scroll")
    assert [row[0] for row in counted] == ["Dorp 1", "Dorp 2", "Slot"]
    assert counted[0][1:4] == ["30", "360", "30"]
    told = cells(page, "#sections details")
    assert [row[0] for row in told] == ["Dorp 1", "Dorp 2"] * 2
    assert told[0][1] == "58 % 39 % tot 77 %"
    assert told[2][1] == "83,3 55,6 tot 111,1"


def test_chapters_that_are_all_short_have_counts_only(full: Scan) -> None:
    short = tuple(
        replace(
            section,
            axes=tuple(
                replace(own, density=None, weighted_density=None, share=None)
                for own in section.axes
            ),
        )
        for section in full.sections
    )
    page = page_of(replace(full, sections=short))
    assert not page.css("#sections details")
    assert "te kort voor eigen cijfers" in text_of(page, "#sections")


def _together(scan: Scan, found: Dispersion) -> str:
    scores = (
        replace(scan.scores[0], dispersion=found),
        *(replace(own, dispersion=None) for own in scan.scores[1:]),
    )
    return text_of(page_of(replace(scan, scores=scores)), "#sections ul")


CLUSTERED = Dispersion(2, 0.43, 0.5, 0.1, 0.4, 1, 0.61, 0.5)


def test_where_words_stand_together_is_told_with_both_shares(full: Scan) -> None:
    assert _together(full, CLUSTERED) == (
        "marktgericht: vooral in ‘Dorp 2’ (61 % van de gevonden woorden, 50 % van de tekst)."
    )


def test_a_part_with_less_than_half_of_the_words_is_not_called_most(full: Scan) -> None:
    told = _together(full, replace(CLUSTERED, hit_share=0.34))
    assert told.startswith("marktgericht: naar verhouding het meest in ‘Dorp 2’")


def test_chapters_that_were_joined_are_named_from_first_to_last(full: Scan) -> None:
    told = _together(full, replace(CLUSTERED, section=0, word_share=1.0))
    assert "in ‘Dorp 1’ tot en met ‘Dorp 2’" in told


def test_chapters_with_one_heading_are_told_apart_by_those_above(full: Scan) -> None:
    sections = tuple(
        replace(own, headings=("Nota", part, "Doelen"))
        for own, part in zip(full.sections, ("Wonen", "Zorg"), strict=True)
    )
    counted = cells(page_of(replace(full, sections=sections)), "#sections > .scroll")
    assert [row[0] for row in counted] == ["Wonen › Doelen", "Zorg › Doelen"]


def test_what_chance_gives_too_is_not_told(full: Scan) -> None:
    assert _together(full, replace(CLUSTERED, dp=0.2)) == ""


def test_a_scan_without_chapters_has_no_such_part(full: Scan) -> None:
    scores = tuple(replace(own, dispersion=None) for own in full.scores)
    page = page_of(replace(full, sections=(), scores=scores))
    assert not page.css("#sections")
    assert not page.css('a[href="#sections"]')


# --- keywords ---


def test_keywords_lead_to_their_passages(full: Scan) -> None:
    page = page_of(full)
    ((word, count, times, places),) = cells(page, "#keywords table")
    assert (word, count, times) == ("dorpshuis", "60", "23")
    assert places.startswith("passage 1 ; passage 2")
    assert places.endswith("en nog 54 andere plekken")
    links = [node.attributes["href"] for node in page.css("#keywords td a")]
    assert links == [f"#p{number}" for number in range(1, 7)]


def test_what_keywords_are_compared_with_is_told(full: Scan) -> None:
    assert "(gemeenten-test 0.1) van deze soort: Beleidsnota" in text_of(
        page_of(full), "#keywords"
    )
    assert "alle soorten documenten" in text_of(page_of(replace(full, stratum=None)), "#keywords")


def _keywords(scan: Scan, words: Sequence[Keyword]) -> list[list[str]]:
    return cells(page_of(replace(scan, keywords=tuple(words))), "#keywords table")


def test_after_fifteen_words_the_rest_is_folded(full: Scan) -> None:
    (word,) = full.keywords
    many = replace(full, keywords=(word,) * 20)
    page = page_of(many)
    assert len(cells(page, "#keywords > .scroll")) == 15
    assert len(cells(page, "#keywords details")) == 5
    assert not page_of(full).css("#keywords details")


def test_a_word_that_the_reference_lacks_has_no_ratio(full: Scan) -> None:
    (word,) = full.keywords
    ((_, _, times, _),) = _keywords(full, [replace(word, reference_count=0)])
    assert times == "daar (bijna) nooit"


def test_a_place_outside_the_passages_has_no_link(full: Scan) -> None:
    (word,) = full.keywords
    heading = Span(0, 4)  # of the first chapter
    ((_, _, _, places),) = _keywords(full, [replace(word, places=(heading,))])
    assert places == ""


# --- short documents ---


def test_a_short_document_keeps_its_highlights_and_says_why_it_has_no_figures(
    full: Scan,
) -> None:
    short = scan_of("De {M3-001:klant} wacht.")
    short = replace(short, balance_indices=figures.INDICES, genre=figures.GUESSED)
    page = page_of(short)
    assert "ten minste 20 passages en 300 woorden" in text_of(page, "#profile")
    assert len(page.css(".text a.h")) == 1
    for selector in ("#balance", "#sections", "#keywords", ".chart", "details.more", ".badge"):
        assert not page.css(selector), selector
    assert "van de 100" not in text_of(page, "main")
    assert page_of(full).css("#balance")


def test_bounds_may_be_as_wide_as_they_like(full: Scan) -> None:
    everywhere = Percentile(50.0, 0.0, 100.0)
    balance: DocumentBalance | None = full.balance
    assert balance is not None
    scores = tuple(replace(own, share_percentile=everywhere) for own in full.scores)
    wide = replace(full, scores=scores, balance=replace(balance, percentile=everywhere))
    assert "waarschijnlijk 0 tot 100." in compared(wide)
