"""Passages of two versions are paired by their words: kept, changed, moved, removed or new."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.model import Scan
from taalscan.model.comparison import Alignment, HeadingChange, Stretch, Unit, UnitKind
from taalscan.scoring.comparison import align
from tests.builders import scan_of
from tests.versions import document, paragraph, regrouped, word

NUMBERS = st.lists(st.integers(0, 12), min_size=1, max_size=8)
COMMON = ["de", "wijk", "een", "brug", "wij", "zien", "en", "tuin"]
WORDS = st.lists(st.sampled_from(COMMON), min_size=1, max_size=9)
LOOSE = st.lists(WORDS, min_size=1, max_size=6)


def kinds(found: Alignment) -> Counter[str]:
    return Counter(unit.kind.value for unit in found.units)


def loose(paragraphs: list[list[str]]) -> Scan:
    return scan_of("\n\n".join(" ".join(words) for words in paragraphs))


def told(scan: Scan, other: Scan, unit: Unit) -> list[tuple[str, str]]:
    return [
        (own.old.cut(scan.document.text), own.new.cut(other.document.text))
        for own in unit.stretches
    ]


@settings(max_examples=60, deadline=None)
@given(st.one_of(NUMBERS.map(document).map(scan_of), LOOSE.map(loose)))
def test_a_text_is_unchanged_beside_itself(scan: Scan) -> None:
    found = align(scan, scan)
    assert set(kinds(found)) <= {"unchanged"}
    assert (found.headings, found.old_apart, found.new_apart) == ((), (), ())
    assert [unit.old for unit in found.units] == [unit.new for unit in found.units]


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(
        st.tuples(NUMBERS.map(document).map(scan_of), NUMBERS.map(document).map(scan_of)),
        st.tuples(LOOSE.map(loose), LOOSE.map(loose)),
    )
)
def test_the_other_way_round_is_the_same_turned_round(scans: tuple[Scan, Scan]) -> None:
    old, new = scans
    turned = {UnitKind.NEW: UnitKind.REMOVED, UnitKind.REMOVED: UnitKind.NEW}
    there, back = align(old, new), align(new, old)
    assert {
        replace(
            unit,
            kind=turned.get(unit.kind, unit.kind),
            old=unit.new,
            new=unit.old,
            stretches=tuple(Stretch(own.new, own.old) for own in unit.stretches),
        )
        for unit in there.units
    } == set(back.units)
    assert (there.old_apart, there.new_apart) == (back.new_apart, back.old_apart)


@settings(max_examples=60, deadline=None)
@given(st.tuples(LOOSE.map(loose), LOOSE.map(loose)))
def test_every_passage_is_in_one_place(scans: tuple[Scan, Scan]) -> None:
    old, new = scans
    found = align(old, new)
    olds = [own for unit in found.units for own in unit.old] + list(found.old_apart)
    news = [own for unit in found.units for own in unit.new] + list(found.new_apart)
    assert sorted(olds) == list(range(len(old.passages)))
    assert sorted(news) == list(range(len(new.passages)))
    for unit in found.units:
        for own in unit.stretches:
            assert own.old or own.new
            assert own.old.end <= len(old.document.text)
            assert own.new.end <= len(new.document.text)


def test_a_word_that_changed_is_the_stretch_that_differs() -> None:
    changed = document(range(6)).replace(word(40), "nieuwe woorden")
    old, new = scan_of(document(range(6))), scan_of(changed)
    (unit,) = [unit for unit in align(old, new).units if unit.kind is UnitKind.CHANGED]
    assert (unit.old, unit.new) == ((2,), (2,))
    assert told(old, new, unit) == [(word(40), "nieuwe woorden")]


def test_paragraphs_come_and_go() -> None:
    old, new = scan_of(document([1, 2, 3, 4])), scan_of(document([1, 3, 5, 4]))
    found = align(old, new)
    assert kinds(found) == {"unchanged": 3, "removed": 1, "new": 1}
    assert [unit.kind.value for unit in found.units] == [
        "unchanged",
        "removed",
        "unchanged",
        "new",
        "unchanged",
    ]


def test_a_paragraph_elsewhere_is_moved() -> None:
    old, new = scan_of(document([1, 2, 3, 4, 5])), scan_of(document([5, 1, 2, 3, 4]))
    assert kinds(align(old, new)) == {"unchanged": 4, "moved": 1}


def test_a_paragraph_elsewhere_may_be_changed_too() -> None:
    changed = paragraph(5).replace(word(95), "iets").replace(word(100), "anders")
    new = scan_of(changed + "\n\n" + document([1, 2, 3, 4]))
    found = align(scan_of(document([1, 2, 3, 4, 5])), new)
    assert kinds(found) == {"unchanged": 4, "moved-changed": 1}


def test_another_parting_into_passages_is_no_change() -> None:
    scan = scan_of(document(range(6)))
    found = align(regrouped(scan, [1, 2, 3]), regrouped(scan, [2, 2, 2]))
    assert kinds(found) == {"unchanged": len(found.units)}
    assert [(unit.old, unit.new) for unit in found.units] == [((0, 1, 2), (0, 1, 2))]


def test_a_passage_that_was_split_is_one_unit() -> None:
    scan = scan_of(document(range(4)))
    found = align(regrouped(scan, [1, 3]), scan)
    assert [(unit.old, unit.new) for unit in found.units] == [((0,), (0,)), ((1,), (1, 2, 3))]


def test_text_that_was_read_otherwise_is_left_out() -> None:
    """A cell of a table in one file is a paragraph in another."""
    cell = "De wethouder opent de nieuwe brug op een zonnige dag in mei"
    old = scan_of(f"{document([1, 2])}\n\n{cell}")
    new = scan_of(f"{document([1, 2])}\n\n| {cell}")
    found = align(old, new)
    assert (kinds(found), found.old_apart, found.new_apart) == ({"unchanged": 2}, (2,), ())
    assert align(new, old).new_apart == (2,)


def test_lines_between_pages_do_not_part_a_text() -> None:
    old = scan_of(document([1, 2, 3]))
    new = scan_of(f"{paragraph(1)}\n\n~ Gemeente Veldervoort 4\n\n{document([2, 3])}")
    assert kinds(align(old, new)) == {"unchanged": 3}


def test_a_common_first_word_does_not_link_passages() -> None:
    old = scan_of(f"{paragraph(1)}\n\nDe schipper vaart elke ochtend langs de oude haven.")
    new = scan_of(f"{paragraph(1)}\n\nDe begroting sluit dit jaar met een klein tekort.")
    assert kinds(align(old, new)) == {"unchanged": 1, "removed": 1, "new": 1}


def test_headings_are_told_apart() -> None:
    old = scan_of(f"# Wonen in de wijk\n\n{paragraph(1)}\n\n# Slot\n\n{paragraph(2)}")
    new = scan_of(f"# Leven in de wijk\n\n{paragraph(1)}\n\n# 2 Werk\n\n{paragraph(2)}")
    found = align(old, new)
    assert kinds(found) == {"unchanged": 2}
    assert set(found.headings) == {
        HeadingChange("Wonen in de wijk", "Leven in de wijk"),
        HeadingChange("Slot", None),
        HeadingChange(None, "2 Werk"),
    }


def test_an_empty_document_has_nothing_in_common() -> None:
    empty = replace(scan_of("~ 1"), passages=())
    assert align(empty, empty).units == ()
    assert kinds(align(empty, scan_of(document([1, 2])))) == {"new": 2}
    assert kinds(align(scan_of(document([1, 2])), empty)) == {"removed": 2}


def test_a_text_says_the_same_only_if_all_of_its_words_do() -> None:
    """Headings and tables are in no passage, and a text that moved reads otherwise."""
    body = document(range(4))
    old = scan_of(f"# Over zorg\n\n{body}\n\n| Aantal klanten 120")
    assert align(old, old).same_text
    others = {
        "heading": f"# Over wonen\n\n{body}\n\n| Aantal klanten 120",
        "cell": f"# Over zorg\n\n{body}\n\n| Aantal inwoners 999",
        "order": f"# Over zorg\n\n{document([1, 0, 2, 3])}\n\n| Aantal klanten 120",
        "passage": f"# Over zorg\n\n{document([0, 1, 2, 5])}\n\n| Aantal klanten 120",
    }
    for other in others.values():
        assert not align(old, scan_of(other)).same_text
        assert not align(scan_of(other), old).same_text


def test_words_outside_passages_and_headings_that_differ_are_counted() -> None:
    old = scan_of(f"# Over zorg\n\n{document(range(4))}\n\n| Aantal klanten 120")
    new = scan_of(f"# Over wonen\n\n{document(range(4))}\n\n| Aantal inwoners")
    found, back = align(old, new), align(new, old)
    assert (found.old_outside, found.new_outside) == (2, 1)
    assert (back.old_outside, back.new_outside) == (1, 2)


def test_a_text_that_one_file_holds_for_the_most_part_in_a_table_is_apart() -> None:
    """Half of the words are in no passage there, so the figures of both do not compare."""
    sentence = "De wethouder opent de nieuwe brug met een groot feest voor de hele wijk"
    half = "op een zonnige dag in mei wanneer de bomen langs het water in bloei staan"
    old = scan_of(f"{document(range(3))}\n\n{sentence} {half}.")
    new = scan_of(f"{document(range(3))}\n\n{sentence}.\n\n| {half}")
    found, back = align(old, new), align(new, old)
    assert (found.old_apart, found.new_apart) == ((3,), (3,))
    assert (back.old_apart, back.new_apart) == ((3,), (3,))
    assert kinds(found) == {"unchanged": 3}


def test_passages_that_end_alike_stay_apart_where_a_chapter_moves() -> None:
    """The last words of the chapter before a place are those of the chapter before another one."""

    def text(numbers: list[int]) -> Scan:
        return scan_of("\n\n".join(f"{paragraph(n)[:-1]} staat in de wijk." for n in numbers))

    old, new = text([*range(30)]), text([*range(5), *range(10, 20), *range(5, 10), *range(20, 30)])
    for found in (align(old, new), align(new, old)):
        assert kinds(found) == {"unchanged": 25, "moved": 5}


def test_a_sentence_that_goes_to_the_next_passage_changes_no_word() -> None:
    """The passages share a good part, so they are one unit, however each is linked."""
    parts = [paragraph(number) for number in range(6)]
    old = scan_of(f"{' '.join(parts[:3])}\n\n{' '.join(parts[3:])}")
    new = scan_of(f"{' '.join(parts[:2])}\n\n{' '.join(parts[2:])}")
    assert kinds(align(old, new)) == {"unchanged": 1}
