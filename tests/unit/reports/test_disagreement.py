"""The page tells what only the lexicon and only the classifier see, and how often they differ."""

from taalscan.model import Scan
from taalscan.reports import render_html
from taalscan.reports.html.disagreement import disagreement
from taalscan.reports.voice import voice
from tests.builders import scan_of
from tests.readings import with_readings
from tests.unit.reports.pages import page_of, text_of

MARKUP = """
Wij {M1-001:kopen} de zorg in op de markt van Lindewaard.

Buren in de Oosterhoek helpen elkaar met de was en het gras.

De {M3-001:klant} wacht op antwoord.

Mensen {R1-001 slogan:verbinden} doen we samen.
"""


def read(markup: str = MARKUP) -> Scan:
    seen = {(1, "marktgericht"): 0.9, (2, "relationeel"): 0.8, (4, "relationeel"): 0.7}
    return with_readings(scan_of(markup), seen, {2: "helpen elkaar"})


def test_a_passage_seen_without_a_word_is_marked_and_says_so_in_words() -> None:
    page = page_of(read())
    (bare, weak) = page.css(".text a.seen")
    assert bare.attributes["aria-label"] == "Kader zonder signaalwoord: relationeel"
    assert weak.attributes["aria-label"] == "Kader met alleen zwakke signaalwoorden: relationeel"
    passage = page.css_first("#p2")
    assert passage is not None
    assert "seen" in str(passage.attributes["class"]).split()
    target = str(bare.attributes["href"])
    assert target == "#f2-1"
    assert "Kader zonder signaalwoord: relationeel" in text_of(page, target)
    assert "het model let op ‘helpen elkaar’ (+1,50)" in text_of(page, "#n2")


def test_where_neither_sees_an_axis_the_head_leads_to_no_passages() -> None:
    page = page_of(with_readings(scan_of("De was hangt buiten in het gras."), {}, {}))
    facts = text_of(page, ".facts")
    assert "Woordenlijst en model zien allebei in geen enkele passage een as." in facts
    assert "Naar die passages" not in facts
    assert "Naar die passages" in text_of(page_of(read()), ".facts")


def test_the_label_is_no_part_of_the_text() -> None:
    passage = page_of(read()).css_first("#p2")
    assert passage is not None
    assert passage.text() == "Buren in de Oosterhoek helpen elkaar met de was en het gras."


def test_a_folded_note_says_where_only_the_word_stands() -> None:
    assert "woord zonder kader: marktgericht" in text_of(page_of(read()), "#n3 summary")
    assert "woord zonder kader" not in text_of(page_of(read()), "#n1 summary")


def test_each_axis_lists_words_without_a_frame_and_frames_without_a_word() -> None:
    page = page_of(read())
    told = text_of(page, "#disagreement")
    assert "oneens bij 3 van de 4 passages waarin" in told
    assert "Woord zonder kader: 1 passage" in told
    assert "Kader zonder sterk signaalwoord: 2 passages" in told
    assert "sterkte van de woorden 0,60, kans 0,10, grens 0,50 · woorden: ‘klant’" in told
    assert "het model let op ‘helpen elkaar’" in told
    assert [link.attributes["href"] for link in page.css(".differing a")] == ["#p3", "#p2", "#p4"]


def test_a_short_document_tells_amounts_and_no_share() -> None:
    found = disagreement(read(), voice("nl"))
    assert found is not None
    assert "%" not in found.rate
    long = disagreement(read("\n\n".join([MARKUP] * 6)), voice("nl"))
    assert long is not None
    assert "%" in long.rate


def test_the_head_of_the_report_tells_how_often_they_differ() -> None:
    assert "oneens bij 3 van de 4 passages" in text_of(page_of(read()), ".facts")
    assert "Er is geen model gebruikt" in text_of(page_of(scan_of(MARKUP)), ".facts")


def test_without_a_classifier_there_is_no_list() -> None:
    assert disagreement(scan_of(MARKUP), voice("nl")) is None
    assert not page_of(scan_of(MARKUP)).css("#disagreement")


def test_ten_of_a_kind_are_quoted_and_the_others_are_links() -> None:
    many = with_readings(scan_of("\n\n".join(["De {M3-001:klant} wacht."] * 230)), {})
    found = disagreement(many, voice("nl"))
    assert found is not None
    (kind,) = found.axes[0].kinds
    assert len(kind.shown) == 10
    assert [number for number, _ in kind.rest] == list(range(11, 211))
    assert kind.more == "en nog 20 andere plekken"


def test_the_widest_difference_comes_first() -> None:
    seen = {(1, "divergerend"): 0.6, (2, "divergerend"): 0.95, (3, "divergerend"): 0.7}
    found = disagreement(with_readings(scan_of("Een.\n\nTwee.\n\nDrie."), seen), voice("nl"))
    assert found is not None
    (kind,) = found.axes[2].kinds
    assert [own.passage for own in kind.shown] == [2, 3, 1]


def test_a_long_passage_is_quoted_around_the_word_that_decided() -> None:
    before = "Het plein in Veldervoort ligt er al jaren stil bij. " * 8
    found = disagreement(
        with_readings(scan_of(f"{before}De {{M3-001:klant}} wacht."), {}), voice("nl")
    )
    assert found is not None
    (quoted,) = found.axes[0].kinds[0].shown
    assert quoted.text.startswith("… ")
    assert quoted.text.endswith("De klant wacht.")
    assert len(quoted.text) < 230


def test_the_same_page_in_english() -> None:
    told = render_html(read(), "en")
    assert "Frame without a signal word: relationeel" in told
    assert "Word list and model disagree on 3 of the 4 passages" in told
