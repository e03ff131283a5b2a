"""The genre of a document is told by its cues, and not told where they are too few."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.classify import genre
from taalscan.classify.genre import GenreGuess, guess_genre, strengths
from taalscan.model import Block, BlockKind, Document, Source, Span
from taalscan.reference import Cue, Genres, Place, load_genres
from tests.builders import scan_of
from tests.unit.classify.genre_documents import DOCUMENTS, NO_GENRE

GENRES = load_genres()
KINDS = st.sampled_from(list(BlockKind))


def document_of(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    """Return a document of one block."""
    block = Block(kind, Span(0, len(text)))
    return Document(Source("x.txt", "ab" * 32, "text/plain"), text, (block,))


def with_cues(*cues: Cue) -> Genres:
    """Return the shipped genres, the first of them with these cues and the others with none."""
    first, *others = (replace(own, cues=()) for own in GENRES.genres)
    return replace(GENRES, genres=(replace(first, cues=cues), *others), other=())


def shown(text: str, cue: Cue, kind: BlockKind = BlockKind.PARAGRAPH) -> float:
    """Return how strongly a text shows one cue."""
    return float(strengths(document_of(text, kind), with_cues(cue))[0].max())


@pytest.mark.parametrize(("expected", "markup"), DOCUMENTS)
def test_a_document_of_each_genre_is_told(expected: str, markup: str) -> None:
    guess = guess_genre(scan_of(markup).document, GENRES)
    assert guess.genre_id == expected
    assert guess.probability >= GENRES.weights.threshold
    assert guess.cues


def test_there_is_a_document_of_every_genre() -> None:
    assert {genre_id for genre_id, _ in DOCUMENTS} == {own.id for own in GENRES.genres}


@pytest.mark.parametrize("markup", NO_GENRE)
def test_a_document_of_no_genre_gets_none(markup: str) -> None:
    assert guess_genre(scan_of(markup).document, GENRES).genre_id is None


def test_a_document_between_two_genres_gets_none() -> None:
    letter = next(markup for own, markup in DOCUMENTS if own == "brief")
    rules = next(markup for own, markup in DOCUMENTS if own == "verordening")
    guess = guess_genre(scan_of(f"{letter}\n\n{rules}").document, GENRES)
    likeliest = {own for own, _ in guess.probabilities[:2]}
    assert likeliest == {"brief", "verordening"}
    assert (guess.genre_id is None) == (guess.probability < GENRES.weights.threshold)


def test_a_guess_under_the_threshold_keeps_its_probability_and_names_nothing() -> None:
    document = scan_of(DOCUMENTS[0][1]).document
    sure = guess_genre(document, GENRES)
    strict = replace(GENRES, weights=replace(GENRES.weights, threshold=1.0))
    unsure = guess_genre(document, strict)
    assert sure.genre_id == "beleidsnota"
    assert unsure == replace(sure, genre_id=None)


def test_cues_come_strongest_first_and_belong_to_the_genre() -> None:
    guess = guess_genre(scan_of(DOCUMENTS[2][1]).document, GENRES)
    values = [found.strength for found in guess.cues]
    assert values == sorted(values, reverse=True)
    assert {found.cue for found in guess.cues} <= set(GENRES.by_id("verordening").cues)
    assert Cue(Place.BLOCK_START, "artikel 1") in {found.cue for found in guess.cues}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=80), KINDS), max_size=12), st.none() | st.text())
def test_any_document_gives_probabilities_that_sum_to_one(
    parts: list[tuple[str, BlockKind]], title: str | None
) -> None:
    text, blocks = "", []
    for part, kind in parts:
        blocks.append(Block(kind, Span(len(text), len(text) + len(part))))
        text += f"{part}\n\n"
    source = Source("x.txt", "ab" * 32, "text/plain")
    guess = guess_genre(Document(source, text, tuple(blocks), title), GENRES)
    values = [value for _, value in guess.probabilities]
    assert math.isclose(sum(values), 1.0)
    assert values == sorted(values, reverse=True)
    assert values[0] == guess.probability
    assert {own for own, _ in guess.probabilities} == {None, *(own.id for own in GENRES.genres)}


@pytest.mark.parametrize(
    ("cue", "text", "there"),
    [
        ("nota", "De nota is klaar", True),
        ("nota", "De notaris is klaar", False),
        ("*nota", "De beleidsnota is klaar", True),
        ("begroting*", "Een begrotingswijziging", True),
        ("begroting*", "Een schijnbegrotinkje", False),
        ("gelet op", "Gelet, op artikel 1", True),
        ("gelet op", "Gelet\n\nop artikel 1", False),
        ("€", "Het kost €12", True),
    ],
)
def test_cues_are_whole_words_but_for_a_star(cue: str, text: str, *, there: bool) -> None:
    assert (shown(text, Cue(Place.ANYWHERE, cue)) > 0) is there


def test_a_cue_counts_in_its_place_only() -> None:
    heading, start = Cue(Place.HEADINGS, "ambitie"), Cue(Place.BLOCK_START, "artikel 1")
    assert shown("Onze ambitie", heading) == 0
    assert shown("Onze ambitie", heading, BlockKind.HEADING) > 0
    assert shown("Zie artikel 1", start) == 0
    assert shown("Artikel 1. Naam", start) > 0
    assert shown("woord " * 500 + "ambitie", Cue(Place.START, "ambitie")) == 0
    assert shown("Onze ambitie", Cue(Place.ANYWHERE, "ambitie"), BlockKind.BOILERPLATE) == 0


def test_more_of_a_cue_tells_more_and_less_each_time() -> None:
    cue = Cue(Place.ANYWHERE, "plangebied")
    once, twice, often = (
        shown("plangebied " * times + "woord " * (600 - times), cue) for times in (1, 2, 40)
    )
    assert 0 < twice - once < once < often < 1


def test_a_number_table_and_questions_as_headings_are_forms() -> None:
    table = "\n\n".join(f"| {number}.000" for number in range(30))
    words = "\n\n".join("| woorden" for _ in range(30))
    questions = "# Wat is dit?\n\n# Voor wie?\n\n# Hoe dan?"
    numbers = with_cues(Cue(Place.FORM, "cijfertabel"))
    asked = with_cues(Cue(Place.FORM, "vraagkoppen"))
    assert strengths(scan_of(table).document, numbers)[0].max() > 0
    assert strengths(scan_of(words).document, numbers)[0].max() == 0
    assert strengths(scan_of(questions).document, asked)[0].max() > 0
    assert strengths(scan_of("# Inleiding").document, asked)[0].max() == 0


def _long(blocks: int, size: int) -> Document:
    text = "artikel 1 plangebied € 3 " * (blocks * size // 25 + 1)
    spans = (Span(number * size, (number + 1) * size) for number in range(blocks))
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH)
    made = tuple(Block(kinds[number % 2], span) for number, span in enumerate(spans))
    return Document(Source("x.txt", "ab" * 32, "text/plain"), text, made)


@pytest.mark.parametrize(("blocks", "size"), [(1, 3_000_000), (40_000, 75), (400, 7_500)])
def test_what_is_read_of_a_long_document_is_bounded(blocks: int, size: int) -> None:
    """Three million characters give no more text to search than forty thousand do."""
    look = genre._look(_long(blocks, size))
    assert all(len(text.lines) <= 100_000 for text in look.texts.values())
    assert sum(map(len, genre._sample("", []))) == 0


def test_the_end_of_a_long_document_is_looked_at_too() -> None:
    parts = ["woord " * 20 for _ in range(900)] + ["plangebied " * 12 for _ in range(900)]
    text = "\n\n".join(parts)
    spans, start = [], 0
    for part in parts:
        spans.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(part))))
        start += len(part) + 2
    document = Document(Source("x.txt", "ab" * 32, "text/plain"), text, tuple(spans))
    assert strengths(document, with_cues(Cue(Place.ANYWHERE, "plangebied")))[0].max() > 0


def test_the_same_document_gives_the_same_guess() -> None:
    document = scan_of(DOCUMENTS[3][1]).document
    first: GenreGuess = guess_genre(document, GENRES)
    assert first == guess_genre(document, load_genres())


def test_a_document_without_words_shows_nothing() -> None:
    empty = replace(document_of(""), blocks=())
    assert np.all(strengths(empty, GENRES) == 0)
    assert guess_genre(empty, GENRES).genre_id is None
