"""A PDF comes back with notes on exactly the words that were found, and else as it was."""

import shutil
import subprocess
import zlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from taalscan.batch.marked import marked_pdf
from taalscan.batch.outputs import Made, write_outputs
from taalscan.errors import OutputError
from taalscan.model import Scan, Verdict
from taalscan.readers import Limits
from tests.builders import scan_of
from tests.pdf_files import Sheet, Text, column, pdf, wrapped
from tests.pdf_looks import (
    SCALE,
    Note,
    around,
    letters,
    mask,
    notes_of,
    pictures,
    scan_with,
    texts,
    words_in,
)

QPDF = shutil.which("qpdf")

LEFT = wrapped(
    "De gemeente helpt bewoners die hulp nodig hebben bij het wonen. Wij kopen deze zorg elk jaar "
    "opnieuw in bij partijen uit de stad. Wie zich meldt als klant krijgt een gesprek met iemand "
    "uit de buurt over wat er nodig is.",
    36,
)
RIGHT = wrapped(
    "Bewoners maken samen een plan voor het plein en de straat. Zij weten het best wat er speelt "
    "en wie er woont. De gemeente luistert en schrijft op wat er is gezegd in de wijk.",
    36,
)
BROKEN = [
    "De gemeente zoekt met bewoners naar samen-",
    "werking in de wijk en luistert naar wat zij",
    "daar zelf over te zeggen hebben.",
]


def turned(lines: Sequence[str], turn: int, x: float, y: float) -> list[Text]:
    """Return lines that are read when the page is turned by quarters, clockwise."""
    steps = {0: (0, -12), 1: (12, 0), 2: (0, 12), 3: (-12, 0)}[turn]
    return [
        Text(x + steps[0] * at, y + steps[1] * at, line, turn=turn)
        for at, line in enumerate(lines)
    ]


COLUMNS = [Sheet([*column(LEFT, 60, 760), *column(RIGHT, 320, 760)])]
CASES = {
    "one line": ([Sheet(column(LEFT, 72, 700))], ["gemeente", "klant"]),
    "more lines": ([Sheet(column(LEFT, 72, 700))], ["hulp nodig hebben bij het wonen. Wij kopen"]),
    "pieces": ([Sheet(column(LEFT, 72, 700))], ["kopen … in"]),
    "columns": (COLUMNS, ["partijen uit de stad", "samen een plan", "luistert en schrijft op"]),
    "broken word": ([Sheet(column(BROKEN, 72, 700))], ["samenwerking", "daar zelf"]),
    "page turned": (
        [Sheet(turned(LEFT, 1, 100, 72), rotate=90)],
        ["hulp nodig", "klant krijgt een gesprek"],
    ),
    "page upside down": ([Sheet(turned(LEFT, 2, 500, 300), rotate=180)], ["hulp nodig", "klant"]),
    "page turned back": ([Sheet(turned(LEFT, 3, 400, 700), rotate=270)], ["hulp nodig", "klant"]),
    "page on its side": ([Sheet(column(LEFT, 72, 700), rotate=90)], ["hulp nodig", "klant"]),
    "text turned": ([Sheet(turned(LEFT, 1, 100, 72))], ["hulp nodig", "klant"]),
    "cropped": (
        [Sheet(column(LEFT, 172, 500), crop=(100, 100, 500, 700))],
        ["hulp nodig", "klant"],
    ),
    "cropped and turned": (
        [Sheet(turned(LEFT, 1, 200, 172), crop=(100, 150, 500, 700), rotate=90)],
        ["hulp nodig", "klant"],
    ),
    "words drawn apart": (
        [Sheet([Text(72, 700, "De"), Text(87, 700, "gemeente"), Text(136, 700, "helpt mensen")])],
        ["gemeente helpt"],
    ),
    "large type": ([Sheet(column(LEFT[:1], 40, 700, size=24))], ["gemeente"]),
    "more pages": (
        [Sheet(column(LEFT, 72, 700)), Sheet(column(RIGHT, 72, 700))],
        ["klant", "plan"],
    ),
}
cases = pytest.mark.parametrize("case", CASES)


@cache
def before_and_after(case: str) -> tuple[bytes, bytes]:
    """Return a file, and the file with notes; each is made once for all tests."""
    sheets, words = CASES[case]
    data = pdf(sheets)
    return data, marked_pdf(data, scan_with(data, *words), "nl")


def shown(notes: Sequence[Note], page: int) -> list[tuple[float, ...]]:
    return [note.rect for note in notes if note.page == page]


@cases
def test_the_words_in_the_boxes_are_those_of_the_hit(
    case: str,
) -> None:
    _, made = before_and_after(case)
    notes = [note for note in notes_of(made) if note.kind == "/Highlight"]
    found = [words_in(made, note.page, map(around, note.quads)) for note in notes]
    assert sorted(map(letters, found)) == sorted(map(letters, CASES[case][1]))


@cases
def test_pages_differ_inside_the_boxes_only_and_are_nowhere_lighter(
    case: str,
) -> None:
    data, made = before_and_after(case)
    notes = notes_of(made)
    for number, (old, new) in enumerate(zip(pictures(data), pictures(made), strict=True), start=1):
        changed = (old != new).any(axis=2)
        allowed = mask(made, number, shown(notes, number))[: changed.shape[0], : changed.shape[1]]
        assert not (changed & ~allowed).any()
        words_here = [note for note in notes if note.page == number and note.kind != "/Text"]
        for note in words_here:
            inside = mask(made, number, [note.rect])[: changed.shape[0], : changed.shape[1]]
            assert (changed & inside).sum() > 20 * SCALE
            # colours are multiplied: letters stay as dark as they are
            assert (new[inside].astype(int) <= old[inside].astype(int) + 1).all()


@cases
def test_the_text_stays(case: str) -> None:
    data, made = before_and_after(case)
    assert texts(made) == texts(data)


@pytest.mark.parametrize("case", ["columns", "cropped and turned"])
def test_a_second_run_gives_the_same_bytes(case: str) -> None:
    data, made = before_and_after(case)
    assert marked_pdf(data, scan_with(data, *CASES[case][1]), "nl") == made


@cases
@pytest.mark.skipif(QPDF is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(case: str, tmp_path: Path) -> None:
    file = tmp_path / "nota.pdf"
    file.write_bytes(before_and_after(case)[1])
    checked = subprocess.run(
        [QPDF or "", "--check", str(file)], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_ligature_is_taken_whole() -> None:
    lines = ["De gemeente werkt eAciënt en helpt bewoners die", "hulp nodig hebben bij het wonen."]
    data = with_ligature(pdf([Sheet(column(lines, 72, 700))]))
    made = marked_pdf(data, scan_with(data, "efficiënt"), "nl")
    (note,) = (note for note in notes_of(made) if note.kind == "/Highlight")
    (quad,) = note.quads
    assert letters(words_in(made, 1, [around(quad)])) == "efficiënt"


def with_ligature(data: bytes) -> bytes:
    """Return the PDF with "A" of the first font mapped to the ligature of ffi."""
    table = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        b"1 begincodespacerange <00> <ff> endcodespacerange "
        b"1 beginbfchar <41> <FB03> endbfchar endcmap end end"
    )
    data = data.replace(b"/Helvetica/Encoding", b"/Helvetica/ToUnicode 90 0 R/Encoding", 1)
    stream = b"90 0 obj\n<</Length %d>>stream\n%s\nendstream\nendobj\n" % (len(table), table)
    return data[: data.index(b"xref")] + stream + b"trailer<</Root 1 0 R/Size 91>>\n%%EOF"


def with_frame(scan: Scan, *axes: int) -> Scan:
    """Return the scan with axes that only a classifier sees in its first passage."""
    (passage, *rest) = scan.passages
    scores = tuple(
        replace(own, verdict=Verdict.FRAME_ONLY, classifier=0.8, combined=0.8, label=True)
        if number in axes
        else own
        for number, own in enumerate(passage.axes)
    )
    return replace(scan, passages=(replace(passage, axes=scores), *rest))


@pytest.mark.parametrize("turn", range(4))
def test_a_passage_without_a_signal_word_has_a_line_beside_it(turn: int) -> None:
    x, y = [(72, 700), (100, 72), (500, 300), (400, 700)][turn]
    data = pdf([Sheet(turned(LEFT, turn, x, y), rotate=90 * turn)])
    made = marked_pdf(data, with_frame(scan_with(data), 1, 2), "nl")
    one, two = (note for note in notes_of(made) if note.kind == "/Square")
    assert (one.title, two.title) == (
        "R · relationeel, zonder signaalwoord",
        "D · divergerend, zonder signaalwoord",
    )
    assert words_in(made, 1, [one.rect, two.rect]) == ""
    length = 12 * (len(LEFT) - 1)
    for note in (one, two):
        left, bottom, right, top = note.rect
        sides = sorted((right - left, top - bottom))
        assert sides[0] < 6
        assert length < sides[1] < length + 20
    changed = (pictures(data)[0] != pictures(made)[0]).any(axis=2)
    allowed = mask(made, 1, shown(notes_of(made), 1))[: changed.shape[0], : changed.shape[1]]
    assert not (changed & ~allowed).any()


def test_a_passage_over_two_columns_has_a_line_beside_each() -> None:
    data = pdf(COLUMNS)
    made = marked_pdf(data, with_frame(scan_with(data), 0), "nl")
    (note,) = (note for note in notes_of(made) if note.kind == "/Square")
    changed = (pictures(data)[0] != pictures(made)[0]).any(axis=2)
    at = np.flatnonzero(changed.any(axis=0)) / SCALE
    beside = at[at < 400]
    assert {round(x / 10) for x in beside} <= {5, 6, 31, 32}
    assert beside.min() < 60
    assert 310 < beside.max() < 320
    assert note.rect[0] < 60


def test_a_word_beside_what_the_classifier_sees_has_a_note_and_no_line() -> None:
    data = pdf([Sheet(column(LEFT, 72, 700))])
    made = marked_pdf(data, with_frame(scan_with(data, "klant"), 0), "nl")
    assert [note.kind for note in notes_of(made)] == ["/Text", "/Highlight"]


def test_words_that_do_not_count_are_marked_when_asked_only() -> None:
    data = pdf([Sheet(column(LEFT, 72, 700))])
    scan = scan_with(data, "klant", "hulp nodig")
    (passage,) = scan.passages
    hits = (passage.hits[0], replace(passage.hits[1], factor=0.0))
    scan = replace(scan, passages=(replace(passage, hits=hits),))
    some, all_of_them = (
        notes_of(marked_pdf(data, scan, "nl", all_hits=all_hits)) for all_hits in (False, True)
    )
    assert [note.title for note in some[1:]] == ["M · marktgericht"]
    assert [note.title for note in all_of_them[1:]] == [
        "M · marktgericht",
        "(R) · relationeel, telt niet mee",
    ]
    assert "heeft geen opmerking" in some[0].text
    assert "grijs" in all_of_them[0].text


def test_a_word_over_two_pages_has_a_note_on_each() -> None:
    data = pdf([Sheet(column(LEFT[:-1], 72, 700)), Sheet(column(LEFT[-1:], 72, 700))])
    scan = scan_with(data)
    whole = scan_with(data, " ".join(scan.document.text.split(" ")[-14:]))
    notes = [note for note in notes_of(marked_pdf(data, whole, "nl")) if note.kind != "/Text"]
    assert [note.page for note in notes] == [1, 2]
    assert notes[1].text.endswith(notes[0].text)
    assert "vorige bladzijde" in notes[1].text


def test_the_first_page_tells_of_the_whole_document_in_the_language_that_was_asked() -> None:
    data = pdf([Sheet(column(LEFT, 72, 700)), Sheet(column(RIGHT, 72, 700))])
    scan = scan_with(data, "klant")
    dutch, english = (notes_of(marked_pdf(data, scan, language))[0] for language in ("nl", "en"))
    assert (dutch.page, dutch.kind) == (1, "/Text")
    assert "M · marktgericht: 1 gevonden woord." in dutch.text
    assert "hetzelfde als de kleur: M gewone lijn, R dubbele lijn," in dutch.text
    assert "M · marktgericht: 1 word found." in english.text
    assert "the same as the colour: M plain line, R double line," in english.text


def test_a_document_without_words_still_tells_so() -> None:
    data = pdf([Sheet(column(LEFT, 72, 700))])
    (note,) = notes_of(marked_pdf(data, scan_with(data), "nl"))
    assert "geen signaalwoorden" in note.text


def test_what_is_no_pdf_is_refused() -> None:
    scan = scan_of("De {M3-001:klant}.", name="nota.txt")
    with pytest.raises(OutputError) as caught:
        marked_pdf(b"De klant.", scan, "nl")
    assert caught.value.values == {"flaw": "no-pdf", "format": "pdf"}


def test_a_file_that_breaks_on_the_way_is_refused() -> None:
    data = pdf([Sheet(column(LEFT, 72, 700))])
    scan = scan_with(data, "klant")
    with pytest.raises(OutputError) as caught:
        marked_pdf(b"%PDF-1.7\nno pages", scan, "nl")
    assert caught.value.values == {"flaw": "damaged", "format": "pdf"}


@pytest.mark.slow
def test_a_file_that_unpacks_without_end_is_refused() -> None:
    """The bytes are not those that were read: what was safe to read is not trusted again."""
    data = pdf([Sheet(column(LEFT, 72, 700))])
    scan = scan_with(data, "klant")
    bomb = zlib.compress(zlib.compress(bytes(400_000_000), 9), 9)
    start = data.index(b"<</Length", data.index(b"/DeviceGray") + 40)
    hostile = (
        data[:start]
        + b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\n" % (len(bomb), bomb)
        + data[data.index(b"endstream", start) :]
    )
    with pytest.raises(OutputError) as caught:
        marked_pdf(hostile, scan, "nl", limits=Limits(memory=300_000_000))
    assert caught.value.values["flaw"] in {"damaged", "too-large"}


def test_the_pdf_is_written_beside_the_report(tmp_path: Path) -> None:
    data = pdf([Sheet(column(LEFT, 72, 700))])
    made = Made(scan_with(data, "klant"), data, None, "nl")
    written, refused = write_outputs(made, tmp_path / "nota", frozenset({"pdf"}))
    assert (written, refused) == (("pdf",), ())
    assert (tmp_path / "nota.pdf").read_bytes() == marked_pdf(data, made.scan, "nl")
    assert write_outputs(made, tmp_path / "nota", frozenset({"pdf"})) == (("pdf",), ())


def test_the_pdf_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    data = pdf([Sheet(column(LEFT, 72, 700))])
    (tmp_path / "nota.pdf").write_bytes(data)
    made = Made(scan_with(data, "klant"), data, None, "nl")
    written, (failure,) = write_outputs(made, tmp_path / "nota", frozenset({"pdf"}))
    assert written == ()
    assert failure.values == (("flaw", "other-file"), ("format", "pdf"))
    assert (tmp_path / "nota.pdf").read_bytes() == data
