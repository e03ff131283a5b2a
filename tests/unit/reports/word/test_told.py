"""Remarks on the same words are one comment, under the title of each."""

from dataclasses import replace

import pytest

from taalscan.messages import LANGUAGES
from taalscan.model import Deliberate, Scan, Span, Verdict
from taalscan.reports.remarks import Line, remarks_of
from taalscan.reports.voice import voice
from taalscan.reports.word import Asked
from taalscan.reports.word.told import Told, comments_of, moved, placed
from tests.builders import entry, scan_of

ENTRY = entry("M3-001", "klant", "Wie is dit?", instead="wie hulp zoekt", only_if="er hulp is")


def told(scan: Scan, *, all_hits: bool = False) -> tuple[Told, ...]:
    return comments_of(remarks_of(scan, voice("nl"), all_hits=all_hits))


def frame_only(scan: Scan, *axes: str) -> Scan:
    """Return the scan with axes that only a classifier sees in its first passage."""
    first, *others = scan.passages
    scores = tuple(
        replace(own, verdict=Verdict.FRAME_ONLY, label=True, classifier=0.8, combined=0.8)
        if own.axis in axes
        else own
        for own in first.axes
    )
    return replace(scan, passages=(replace(first, axes=scores), *others))


def on_two_axes(scan: Scan) -> Scan:
    """Return the scan with its one hit on another axis too."""
    hit = scan.passages[0].hits[0]
    other = replace(hit, axis="convergerend", facet="C3", entry="C3-001")
    return replace(scan, passages=(replace(scan.passages[0], hits=(hit, other)),))


def test_words_in_two_pieces_are_one_comment_from_the_first_to_the_last() -> None:
    (comment,) = told(scan_of("Wij {M1-001 a:kopen} de zorg {a:in}."))
    assert comment.span == Span(4, 20)
    assert comment.lines[0] == Line("M · marktgericht", "")
    assert comment.lines[1].text.startswith("‘kopen … in’")


def test_two_hits_on_the_same_words_share_a_comment_that_closes_once() -> None:
    (comment,) = told(on_two_axes(scan_of("De {M3-001:klanten}.", entries=[ENTRY])))
    said = [str(line) for line in comment.lines]
    assert [line for line in said if " · " in line] == ["M · marktgericht", "C · convergerend"]
    assert len(set(said)) == len(said)
    assert said[-2].startswith("Laat een woord staan als")
    assert said[-1].startswith("Let op: een ander woord")


def test_a_reason_for_one_axis_leaves_the_other_its_question() -> None:
    scan = on_two_axes(scan_of("De {M3-001:klanten}.", entries=[ENTRY]))
    mark = Deliberate("De klanten.", "Zo is het.", "convergerend", passages=("p0001",))
    (comment,) = told(replace(scan, deliberate=(mark,)))
    said = [str(line) for line in comment.lines]
    assert "Vraag: Wie is dit?" in said
    assert said[said.index("C · convergerend") + 1] == "Bewust zo: Zo is het."
    assert said[-2].startswith("Laat een woord staan als")


def test_axes_that_only_the_model_sees_in_a_passage_share_a_comment() -> None:
    (comment,) = told(frame_only(scan_of("De wijken."), "marktgericht", "relationeel"))
    said = [str(line) for line in comment.lines]
    assert comment.span == Span(0, 10)
    assert [line for line in said if line.endswith("zonder signaalwoord")] == [
        "M · marktgericht, zonder signaalwoord",
        "R · relationeel, zonder signaalwoord",
    ]
    assert sum(line.startswith("Vraag: ") for line in said) == 1


def test_comments_are_in_the_order_of_the_text_and_the_whole_goes_before_its_parts() -> None:
    scan = scan_of("{M3-001:De wijken} groeien.\n\nDe {M3-001:klant}.")
    spans = [own.span for own in told(frame_only(scan, "relationeel"))]
    assert spans == [Span(0, 18), Span(0, 9), Span(23, 28)]


class Nowhere:
    """A place that is not where its words are."""

    moved = "note"


def test_the_summary_comes_first_and_a_comment_elsewhere_says_so_first() -> None:
    scan = scan_of("De {M3-001:klant}.")
    (_, summary), (_, comment) = placed(scan, lambda *_: Nowhere(), Asked("nl"))
    assert summary[0] == Line("Taalscan van dit document", "")
    assert comment[:2] == (moved("note", voice("nl")), Line("M · marktgericht", ""))


@pytest.mark.parametrize("kind", ["note", "box", "margin", "other"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comment_elsewhere_says_where_its_words_are(kind: str, language: str) -> None:
    line = moved(kind, voice(language))
    assert line.label
    assert line.text.endswith(".")
