"""The rules by themselves, on words and tokens made by hand: no model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.language.chunks import LONGEST_CHUNK, LONGEST_RUN, cut_chunks, runs
from taalscan.language.compounds import compound_parts
from taalscan.language.lemmas import choose_lemma, settle_pos
from taalscan.language.sentences import Boundaries, SentenceWords, quotes
from taalscan.language.separable import join_particles
from taalscan.language.tables import SortedTable, decode, encode, make_table
from taalscan.language.vocabulary import Vocabulary
from taalscan.model import Span, Token

LISTS = SentenceWords(
    frozenset({"art.", "dhr."}), frozenset({"enz."}), frozenset({"de"}), ("nota",)
)

VOCABULARY = Vocabulary(
    make_table(
        {
            "zorg": "N0 h0 m0",
            "jeugd": "N0 m0",
            "inkoop": "N0 h0",
            "aanbieder": "N0 h0",
            "aanbieders": "N1",
            "verzekerings": "m1",
            "gericht": "A0 g0",
            "klant": "N0 m0",
            "zorginkoop": "w0",
            "inkopen": "V0 s0",
            "meedoen": "V0",
            "meedenken": "V0",
            "ontwikkeld": "V1en",
            "handhaafden": "V5ven",
            "belangstelling": "N0 x0",
            "belang": "N0 m0",
            "stelling": "N0 h0",
        }
    )
)


def tokens(*rows: tuple[str, str, str, str, int, str]) -> list[Token]:
    """Return tokens from text, lemma, part of speech, features, head and relation."""
    made, place = [], 0
    for text, lemma, pos, morph, head, dep in rows:
        made.append(Token(Span(place, place + len(text)), text, lemma, pos, morph, head, dep))
        place += len(text) + 1
    return made


def starts(text: str) -> list[bool | None]:
    """Return the boundaries in a text whose words stand apart, "_" for no space."""
    words, gaps = [], []
    for chunk in text.split(" "):
        for number, word in enumerate(chunk.split("_")):
            words.append(word)
            gaps.append("" if number else " ")
    return Boundaries(words, gaps, LISTS).starts()


def test_a_full_stop_and_a_capital_make_a_sentence() -> None:
    assert starts("Wij leren_. Wij doen_.") == [True, False, False, True, False, False]


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    assert starts("Volgens art._2 lid")[1:] == [False, False, False]
    assert starts("Volgens art_. Twee")[-1] is False


def test_an_abbreviation_that_can_end_a_sentence_leaves_it_open() -> None:
    assert starts("Stoelen enz_. De raad")[3] is None
    assert starts("Stoelen enz_. en tafels")[3] is False


def test_a_capital_without_a_final_sign_leaves_it_open() -> None:
    assert starts("Bureau Noord werkt")[1] is None


def test_an_opening_word_needs_no_final_sign_before_it() -> None:
    assert starts("Aanleiding De raad wil")[1] is True
    assert starts("nota De raad wil")[1] is None


def test_quotes_take_turns_where_spacing_does_not_tell() -> None:
    words = ['"', "ja", '"']
    assert quotes(words, ["", " ", " "]) == ({0}, {2})


def too_long(word: str) -> str:
    """Return a run that is no word, made of a word."""
    return (word * LONGEST_RUN)[: LONGEST_RUN + len(word)]


words = st.text(min_size=1, max_size=9).filter(str.strip)


@given(st.lists(words | words.map(too_long)), st.sampled_from([" ", "\n", " \t "]))
def test_runs_lose_only_white_space_and_what_is_too_long(parts: list[str], gap: str) -> None:
    text = gap.join(parts)
    found = list(runs(text))
    assert all(text[start : start + len(run)] == run for start, run in found)
    kept = [word for word in text.split() if len(word) <= LONGEST_RUN]
    assert [word for _, run in found for word in run.split()] == kept


def test_a_long_stretch_without_spaces_holds_no_words() -> None:
    assert list(runs("a" * 1_000_000)) == []
    assert list(runs(f"Zie {'a' * (LONGEST_RUN + 1)} voor meer.")) == [
        (0, "Zie"),
        (206, "voor meer."),
    ]


def test_long_texts_are_cut_before_sentences() -> None:
    text = "Wij leren. " * 300
    places = [
        Span(m, m + n)
        for i in range(300)
        for m, n in ((11 * i, 3), (11 * i + 4, 5), (11 * i + 9, 1))
    ]
    chunks = list(cut_chunks(7, 0, text, places, LISTS))
    assert sum(len(chunk.words) for chunk in chunks) == 900
    assert all(len(chunk.words) <= LONGEST_CHUNK for chunk in chunks)
    assert all(chunk.words[0] == "Wij" and chunk.piece == 7 for chunk in chunks)


def test_a_text_without_words_is_one_empty_chunk() -> None:
    assert [chunk.words for chunk in cut_chunks(0, 0, " ", [], LISTS)] == [()]


def test_a_particle_at_the_end_is_joined() -> None:
    sentence = tokens(
        ("Wij", "wij", "PRON", "", 1, "nsubj"),
        ("kopen", "kopen", "VERB", "VerbForm=Fin", 1, "root"),
        ("zorg", "zorg", "NOUN", "", 1, "obj"),
        ("in", "in", "ADP", "", 1, "compound:prt"),
    )
    joined = join_particles(VOCABULARY, sentence)
    assert (joined[1].lemma, joined[1].particle) == ("inkopen", 3)


def test_a_known_verb_is_joined_without_the_parser() -> None:
    sentence = tokens(
        ("Wij", "wij", "PRON", "", 1, "nsubj"),
        ("kopen", "kopen", "VERB", "VerbForm=Fin", 1, "root"),
        ("in", "in", "ADP", "", 1, "case"),
        (".", ".", "PUNCT", "", 1, "punct"),
    )
    assert join_particles(VOCABULARY, sentence)[1].lemma == "inkopen"


def test_a_preposition_is_not_a_particle() -> None:
    sentence = tokens(
        ("Wij", "wij", "PRON", "", 1, "nsubj"),
        ("kopen", "kopen", "VERB", "VerbForm=Fin", 1, "root"),
        ("in", "in", "ADP", "", 3, "case"),
        ("Zandwijk", "zandwijk", "PROPN", "", 1, "obl"),
    )
    assert join_particles(VOCABULARY, sentence)[1].lemma == "kopen"


def test_a_particle_is_shared_by_two_verbs() -> None:
    sentence = tokens(
        ("denken", "denken", "VERB", "VerbForm=Fin", 0, "root"),
        ("en", "en", "CCONJ", "", 2, "cc"),
        ("doen", "doen", "VERB", "VerbForm=Fin", 0, "conj"),
        ("mee", "mee", "ADP", "", 2, "compound:prt"),
    )
    joined = join_particles(VOCABULARY, sentence)
    assert [token.lemma for token in joined] == ["meedenken", "en", "meedoen", "mee"]
    assert joined[0].particle == joined[2].particle == 3


def test_an_unknown_pair_stays_apart() -> None:
    sentence = tokens(
        ("laten", "laten", "VERB", "VerbForm=Fin", 0, "root"),
        ("zien", "zien", "VERB", "VerbForm=Inf", 0, "compound:prt"),
    )
    assert join_particles(VOCABULARY, sentence)[0].particle is None


@pytest.mark.parametrize(
    ("lemma", "pos", "parts"),
    [
        ("zorginkoop", "NOUN", ("zorg", "inkoop")),
        ("jeugdzorgaanbieder", "NOUN", ("jeugd", "zorg", "aanbieder")),
        ("wmo-inkoop", "NOUN", ("wmo", "inkoop")),
        ("klantgericht", "ADJ", ("klant", "gericht")),
        ("klantgericht", "NOUN", ()),
        ("belangstelling", "NOUN", ()),
        ("inkoop", "NOUN", ()),
        ("zorginkoop", "VERB", ()),
        ("", "NOUN", ()),
    ],
)
def test_compounds_have_known_parts(lemma: str, pos: str, parts: tuple[str, ...]) -> None:
    assert compound_parts(VOCABULARY, lemma, pos) == parts


@pytest.mark.parametrize(
    ("form", "pos", "proposed", "lemma"),
    [
        ("aanbieders", "NOUN", "x", "aanbieder"),
        ("zorgaanbieders", "NOUN", "x", "zorgaanbieder"),
        ("doorontwikkeld", "VERB", "x", "doorontwikkelen"),
        ("onbekends", "NOUN", "onbekend", "onbekend"),
    ],
)
def test_lemmas_come_from_table_parts_or_network(
    form: str, pos: str, proposed: str, lemma: str
) -> None:
    assert choose_lemma(VOCABULARY, form, pos, proposed) == lemma


@pytest.mark.parametrize(
    ("form", "pos", "settled"),
    [
        ("handhaafden", "NOUN", "VERB"),
        ("klantgerichte", "NOUN", "ADJ"),
        ("zorg", "NOUN", "NOUN"),
        ("Zorg", "PROPN", "PROPN"),
        ("onbekend", "VERB", "VERB"),
    ],
)
def test_impossible_parts_of_speech_are_settled(form: str, pos: str, settled: str) -> None:
    assert settle_pos(VOCABULARY, form, pos) == settled


def test_facts_tell_words_from_pieces() -> None:
    assert VOCABULARY.is_word("zorginkoop")
    assert not VOCABULARY.is_word("verzekerings")
    assert not VOCABULARY.is_word("onzin")


@given(st.text(max_size=12), st.text(max_size=12).filter(lambda s: not s[:1].isdigit()))
def test_codes_give_the_lemma_back(form: str, lemma: str) -> None:
    code = encode(form, lemma)
    if not code.lstrip("0123456789")[:1].isdigit() and not any(c.isdigit() for c in lemma):
        assert decode(form, code) == lemma


@given(st.dictionaries(st.text("abcé-'", min_size=1, max_size=6), st.text("0N", max_size=3)))
def test_every_row_of_a_table_is_found(entries: dict[str, str]) -> None:
    table = make_table(entries)
    assert all(table.get(word) == note for word, note in entries.items())
    assert all(table.get(word) is None for word in ("", "zz", "a\t", *(w + "q" for w in entries)))
    assert SortedTable(b"").get("a") is None
