"""What is found, and what its status is, with tokens made by hand."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.errors import LexiconError
from taalscan.lexicon import Entry, Helpers, compile_lexicons
from taalscan.lexicon.values import (
    Compound,
    CompoundPolicy,
    Context,
    Handling,
    Kind,
    Stage,
    Window,
    WindowUnit,
)
from taalscan.messages import LANGUAGES, catalogue
from taalscan.model import (
    Axis,
    BalanceIndex,
    BalanceSide,
    Facet,
    FacetGroup,
    Reason,
    Status,
)
from tests.unit.lexicon.builders import (
    AXES,
    buying,
    entry,
    found,
    lexicon,
    matcher,
    passage,
    shipped,
    shipped_matcher,
    text_of,
)

MARKET = entry("M1-002", "marktwerking")
CLIENT = replace(
    entry("M1-003", "klant"), compound=Compound(CompoundPolicy.MODIFIER, ("klantenkaart",))
)


def _found(sentence: str, *entries: Entry) -> list[tuple[str, str, str]]:
    made = passage(sentence)
    return found(matcher(*entries).find(made), made)


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Wij/PRON kopen/VERB zorg/NOUN in/ADP ./PUNCT", "kopen … in"),
        ("om/ADP zorg/NOUN in/ADP te/ADP kopen/VERB", "in te kopen"),
        ("zorg/NOUN is|zijn/AUX ingekocht/NOUN", "ingekocht"),
        ("dat/SCONJ zij/PRON zorg/NOUN inkoopt|inkopen/VERB", "inkoopt"),
        ("de/DET zorginkoop/NOUN groeit/VERB", "zorginkoop"),
        ("het/DET inkoopbeleid/NOUN", "inkoopbeleid"),
        ("inkoop-/X en/CCONJ verkoopbeleid/NOUN", "inkoop-"),
    ],
)
def test_a_separable_verb_is_found_in_every_order_and_compound(sentence: str, text: str) -> None:
    assert _found(sentence, buying()) == [("M1-001", text, "counted")]


def test_the_parts_of_a_hit_are_its_pieces() -> None:
    made = passage("Wij/PRON kopen/VERB zorg/NOUN in/ADP ./PUNCT")
    (hit,) = matcher(buying()).find(made)
    assert [part.cut(text_of(made)) for part in hit.parts] == ["kopen", "in"]
    assert hit.span.cut(text_of(made)) == "kopen zorg in"


def test_a_compound_that_is_excluded_is_literal() -> None:
    assert _found("de/DET inkoopprijs/NOUN", buying()) == [("M1-001", "inkoopprijs", "literal")]


def test_part_of_speech_tells_homographs_apart() -> None:
    uniform = entry("R1-001", "uniform", "ADJ")
    assert _found("een/DET uniform/NOUN", uniform) == []
    assert _found("een/DET uniform/ADJ plan/NOUN", uniform) == [("R1-001", "uniform", "counted")]


def test_the_longest_match_of_an_axis_wins() -> None:
    duty = entry("M1-004", "eigen verantwoordelijkheid")
    short = entry("M1-005", "verantwoordelijkheid")
    sentence = "de/DET eigen/ADJ financiële/ADJ verantwoordelijkheid/NOUN"
    assert _found(sentence, duty, short) == [("M1-004", "eigen … verantwoordelijkheid", "counted")]


def test_what_an_axis_finds_does_not_depend_on_the_entries_of_another() -> None:
    duty = entry("M1-004", "eigen verantwoordelijkheid")
    other = entry("R1-001", "verantwoordelijkheid")
    sentence = "de/DET eigen/ADJ verantwoordelijkheid/NOUN"
    apart = {*_found(sentence, duty), *_found(sentence, other)}
    assert set(_found(sentence, duty, other)) == apart


def test_one_form_may_have_two_meanings_on_two_axes() -> None:
    sentence = "marktwerking/NOUN"
    other = entry("R1-001", "marktwerking")
    assert [hit[0] for hit in _found(sentence, MARKET, other)] == ["M1-002", "R1-001"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij/PRON nemen/VERB graag/ADV tijd/NOUN voor/ADP u/PRON",
        "dat/SCONJ wij/PRON tijd/NOUN voor/ADP u/PRON nemen/VERB",
        "Voor/ADP u/PRON nemen/VERB wij/PRON de/DET tijd/NOUN",
    ],
)
def test_a_verb_phrase_is_found_in_any_order(sentence: str) -> None:
    hits = _found(sentence, entry("R1-001", "de tijd nemen voor", "VERB"))
    assert [hit[0] for hit in hits] == ["R1-001"]


def test_of_two_candidates_the_one_beside_the_rest_is_taken() -> None:
    sentence = "voor/ADP elkaar/PRON te/ADP zorgen/VERB is|zijn/AUX voor/ADP ons/PRON"
    hits = _found(sentence, entry("R1-001", "zorgen voor elkaar", "VERB"))
    assert hits == [("R1-001", "voor elkaar … zorgen", "counted")]


def test_a_verb_phrase_stays_inside_its_clause() -> None:
    sentence = "Wij/PRON nemen/VERB tijd/NOUN ;/PUNCT voor/ADP u/PRON"
    assert _found(sentence, entry("R1-001", "tijd nemen voor", "VERB")) == []


def test_a_token_pattern_has_gaps_choices_and_parts_of_speech() -> None:
    pattern = replace(entry("R1-001", "wat ons|mensen … <VERB>", "PRON"), kind=Kind.SEQUENCE)
    sentence = "wat/PRON mensen/NOUN hier/ADV bindt|binden/VERB"
    assert _found(sentence, pattern) == [("R1-001", "wat mensen … bindt", "counted")]
    assert _found("mensen/NOUN wat/PRON bindt|binden/VERB", pattern) == []


def test_a_construction_must_hang_together() -> None:
    pattern = replace(entry("R1-001", "buren helpen", "VERB"), kind=Kind.CONSTRUCTION)
    made = passage("buren/NOUN zien/VERB hoe/ADV zij/PRON helpen/VERB")
    tokens = made.sentences[0].tokens
    apart = [1, 1, 4, 4, 1]
    together = [4, 1, 4, 4, 1]
    for heads, count in ((apart, 0), (together, 1)):
        linked = tuple(replace(t, head=h) for t, h in zip(tokens, heads, strict=True))
        sentence = replace(made.sentences[0], tokens=linked)
        hits = matcher(pattern).find(replace(made, sentences=(sentence,)))
        assert len(hits) == count


def test_disputed_and_retired_entries_are_not_sought() -> None:
    for stage in (Stage.DISPUTED, Stage.RETIRED):
        assert _found("marktwerking/NOUN", replace(MARKET, stage=stage)) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Wij/PRON kiezen/VERB niet/ADV voor/ADP marktwerking/NOUN", "negated"),
        ("Geen/DET marktwerking/NOUN", "negated"),
        ("Geen/DET zorg/NOUN zonder/ADP marktwerking/NOUN", "counted"),
        ("Niet/ADV alleen/ADV marktwerking/NOUN helpt/VERB", "counted"),
        ("Geen/DET brood/NOUN maar/CCONJ marktwerking/NOUN", "counted"),
        ("Wij/PRON stoppen/VERB met/ADP marktwerking/NOUN", "negated"),
        ("Het/DET woord/NOUN marktwerking/NOUN", "rejected"),
        ("zogenaamde|zogenaamd/ADJ marktwerking/NOUN", "rejected"),
        ("Volgens/ADP de/DET provincie/NOUN werkt/VERB marktwerking/NOUN", "reported"),
        ("Volgens/ADP ons/PRON werkt/VERB marktwerking/NOUN", "counted"),
        (
            "De/DET provincie/NOUN zegt|zeggen/VERB dat/SCONJ marktwerking/NOUN helpt/VERB",
            "reported",
        ),
        ("Wij/PRON zeggen/VERB dat/SCONJ marktwerking/NOUN helpt/VERB", "counted"),
        ("“/PUNCT marktwerking/NOUN ”/PUNCT", "reported"),
        ("Marktwerking/NOUN volgt/VERB uit/ADP artikel/NOUN 3/NUM", "legal"),
        ("Marktwerking/NOUN volgt/VERB uit/ADP een/DET artikel/NOUN", "counted"),
    ],
)
def test_negation_quotation_and_law_decide_on_the_status(sentence: str, status: str) -> None:
    assert [hit[2] for hit in _found(sentence, MARKET)] == [status]


def test_niet_behind_a_verb_negates_it_and_behind_a_noun_does_not() -> None:
    assert _found("Wij/PRON kopen/VERB zorg/NOUN niet/ADV in/ADP", buying())[0][2] == "negated"
    assert _found("Marktwerking/NOUN is|zijn/AUX er/ADV niet/ADV", MARKET)[0][2] == "counted"


def test_an_entry_may_keep_or_turn_what_is_negated() -> None:
    sentence = "Geen/DET marktwerking/NOUN"
    kept = replace(MARKET, negation=Handling.KEEP)
    assert _found(sentence, kept)[0][2] == "counted"
    turned = replace(MARKET, negation=Handling.TURN, turned_to="R1")
    (hit,) = matcher(turned).find(passage(sentence))
    assert (hit.axis, hit.facet, hit.status) == ("relationeel", "R1", Status.COUNTED)
    assert hit.reason == Reason("turned", "Geen")


def test_context_asks_and_forbids_within_its_window() -> None:
    near = Context(("gemeente",), ("toneel",), Window(WindowUnit.TOKENS, 2))
    regie = replace(entry("M1-005", "regie"), context=near)
    assert _found("De/DET gemeente/NOUN houdt/VERB regie/NOUN", regie)[0][2] == "counted"
    assert _found("regie/NOUN bij/ADP de/DET grote/ADJ gemeente/NOUN", regie) == []
    assert _found("gemeente/NOUN regie/NOUN toneel/NOUN", regie)[0][2] == "literal"


def test_the_window_of_a_condition_may_be_the_whole_passage() -> None:
    made = passage("De/DET gemeente/NOUN spreekt|spreken/VERB", "regie/NOUN")
    for unit, expected in ((WindowUnit.PASSAGE, ["counted"]), (WindowUnit.SENTENCE, [])):
        near = Context(("gemeente",), (), Window(unit))
        regie = replace(entry("M1-005", "regie"), context=near)
        assert [hit[2] for hit in found(matcher(regie).find(made), made)] == expected


def test_a_compound_that_is_another_word_is_no_hit() -> None:
    named = Compound(CompoundPolicy.HEAD, ("weekmarkt",), ("supermarkt",))
    market = replace(entry("M1-005", "markt"), compound=named)
    assert _found("supermarkt/NOUN", market) == []
    assert _found("weekmarkt/NOUN", market)[0][2] == "literal"
    assert _found("zorgmarkt/NOUN", market)[0][2] == "counted"


def test_a_negator_out_of_reach_does_nothing() -> None:
    sentence = "Geen/DET " + "a/X " * 6 + "marktwerking/NOUN"
    assert _found(sentence, MARKET)[0][2] == "counted"
    assert _found(sentence.replace("a/X ", "", 1), MARKET)[0][2] == "negated"


def test_words_of_a_context_that_stand_in_any_order() -> None:
    spend = replace(
        entry("M1-006", "besteden", "VERB"),
        context=Context((), ("aandacht + besteden",), Window(WindowUnit.SENTENCE)),
    )
    assert _found("Wij/PRON besteden/VERB aandacht/NOUN", spend)[0][2] == "literal"
    assert _found("Wij/PRON besteden/VERB geld/NOUN", spend)[0][2] == "counted"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Wij/PRON zijn/AUX zorgzaam/ADJ", "slogan"),
        ("De/DET school/NOUN en/CCONJ ouders|ouder/NOUN zijn/AUX zorgzaam/ADJ", "counted"),
        ("Buren|buur/NOUN zijn/AUX zorgzaam/ADJ voor/ADP elkaar/PRON", "counted"),
        (
            "De/DET gemeente/NOUN is|zijn/AUX zorgzaam/ADJ en/CCONJ wijzigt|wijzigen/VERB",
            "counted",
        ),
        ("Bewoners|bewoner/NOUN krijgen/VERB veto/NOUN en/CCONJ zijn/AUX zorgzaam/ADJ", "counted"),
    ],
)
def test_a_big_word_needs_an_anchor(sentence: str, status: str) -> None:
    caring = replace(entry("R1-001", "zorgzaam", "ADJ"), needs_anchor=True)
    assert _found(sentence, caring)[0][2] == status


def test_a_hit_counts_by_the_factor_of_its_status() -> None:
    (hit,) = matcher(MARKET).find(passage("“/PUNCT marktwerking/NOUN ”/PUNCT"))
    assert (hit.status, hit.factor) == (Status.REPORTED, 0.5)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words(language: str) -> None:
    codes = {
        "excluded", "compound", "negated", "turned", "rejected", "reported",
        "quoted", "marked", "legal", "slogan",
    }  # fmt: skip
    texts = catalogue(language).area("reasons")
    assert set(texts) == codes
    assert all(text.format(signal="geen") for text in texts.values())


def test_the_reason_names_the_words_of_the_text() -> None:
    (hit,) = matcher(MARKET).find(passage("Geen/DET marktwerking/NOUN"))
    assert hit.reason is not None
    words = catalogue("nl").text(f"reasons.{hit.reason.code}", signal=hit.reason.signal)
    assert words == "niet geteld: ontkend door ‘Geen’"


def test_notes_tell_of_each_entry_once() -> None:
    notes = matcher(MARKET, CLIENT).notes(["M1-003", "M1-002", "M1-003"])
    assert [note.id for note in notes] == ["M1-002", "M1-003"]


def test_axes_of_several_lexicons_merge_and_the_first_definition_stands() -> None:
    other = replace(AXES[0], title="Anders")
    second = replace(lexicon(CLIENT, name="tweede", helpers=Helpers()), axes=(other,))
    merged = compile_lexicons([lexicon(MARKET), second])
    assert [axis.title for axis in merged.axes] == ["Markt", "Relatie"]


def test_a_lexicon_given_twice_is_one_problem() -> None:
    with pytest.raises(LexiconError) as error:
        compile_lexicons([lexicon(MARKET, CLIENT), lexicon(MARKET, CLIENT)])
    assert error.value.values["problems"] == "proef: lexicon given twice; give each name once"


@pytest.mark.parametrize(
    ("axes", "entries", "problem"),
    [
        (AXES, (MARKET,), "M1-002: id stands in another lexicon too"),
        ((replace(AXES[0], facets=(Facet("M9", "x"),)),), (CLIENT,), "has other facets"),
        ((replace(AXES[0], id="tweede"),), (CLIENT,), "belongs to axis 'marktgericht' already"),
    ],
)
def test_lexicons_that_contradict_each_other_are_refused(
    axes: tuple[Axis, ...], entries: tuple[Entry, ...], problem: str
) -> None:
    second = replace(lexicon(*entries, name="tweede"), axes=axes)
    with pytest.raises(LexiconError) as error:
        compile_lexicons([lexicon(MARKET), second])
    assert problem in str(error.value.values["problems"])


WORDS = st.sampled_from(
    ["Wij/PRON", "kopen/VERB", "koopt|kopen/VERB", "in/ADP", "te/ADP", "niet/ADV", "geen/DET",
     "marktwerking/NOUN", "klant-/X", "-/X", "en/CCONJ", "procesgericht/ADJ", ",/PUNCT", "./PUNCT",
     "“/PUNCT", "”/PUNCT", "'/PUNCT", "zorginkoop/NOUN", "elkaar/PRON", "nodig/ADJ", "hebben/VERB",
     "één/NUM", "é/X", "gemeente/NOUN", "dat/SCONJ", "samen/ADV", "ruimte/NOUN", "voor/ADP"]
)  # fmt: skip
ANYTHING = (
    st.text(min_size=1, max_size=6)
    .filter(str.strip)
    .map(lambda text: "".join(text.split()).replace("/", "").replace("|", "") or "x")
)
SENTENCES = st.lists(
    st.lists(st.one_of(WORDS, ANYTHING.map("{}/X".format)), min_size=1, max_size=25), max_size=4
)


@given(SENTENCES)
@settings(deadline=None)
def test_any_words_give_hits_that_lie_in_the_passage(sentences: list[list[str]]) -> None:
    made = passage(*(" ".join(words) for words in sentences))
    hits = shipped_matcher().find(made)
    assert list(hits) == sorted(hits, key=lambda hit: hit.span)
    for hit in hits:
        assert made.passage.span.contains(hit.span)
        assert all(hit.span.contains(part) for part in hit.parts)
        assert (hit.span.start, hit.span.end) == (hit.parts[0].start, hit.parts[-1].end)
        assert all(a.end < b.start for a, b in zip(hit.parts, hit.parts[1:], strict=False))
        assert (hit.status is Status.COUNTED) or hit.reason is not None


@given(SENTENCES, st.permutations(shipped().entries))
@settings(deadline=None, max_examples=25)
def test_the_order_of_entries_does_not_matter(
    sentences: list[list[str]], entries: list[Entry]
) -> None:
    made = passage(*(" ".join(words) for words in sentences))
    shuffled = replace(shipped(), entries=tuple(entries))
    assert compile_lexicons([shuffled]).find(made) == shipped_matcher().find(made)


LISTENING = entry("R1-001", "luisteren naar @inwoner|@nieuwkomer", "VERB")


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Wij/PRON luisteren/VERB naar/ADP bewoners|bewoner/NOUN", "luisteren naar bewoners"),
        ("de/DET raad/NOUN luistert|luisteren/VERB naar/ADP statushouders|statushouder/NOUN",
         "luistert naar statushouders"),
        ("Wij/PRON luisteren/VERB naar/ADP muziek/NOUN", None),
    ],
)  # fmt: skip
def test_a_phrase_may_name_a_class_of_actors(sentence: str, text: str | None) -> None:
    expected = [] if text is None else [("R1-001", text, "counted")]
    assert _found(sentence, LISTENING) == expected


def test_a_context_may_name_a_class_of_actors_and_sees_the_head_of_a_compound() -> None:
    window = Window(WindowUnit.SENTENCE)
    about = replace(entry("R1-001", "aandacht"), context=Context(("@inwoner",), ("@wij",), window))
    made = passage("aandacht/NOUN voor/ADP kinderen|kind/NOUN")
    assert found(matcher(about).find(made), made) == [("R1-001", "aandacht", "counted")]
    assert _found("aandacht/NOUN voor/ADP ons/PRON kind/NOUN", about)[0][2] == "literal"
    assert _found("aandacht/NOUN voor/ADP riolen|riool/NOUN", about) == []


def test_a_lexicon_of_sixty_thousand_entries_finds_what_one_of_few_finds() -> None:
    many = [entry(f"M1-{number:05d}", f"woord{number:05d}en") for number in range(59_998)]
    phrase = entry("R1-002", "tijd nemen voor", "VERB")
    big = matcher(*many, MARKET, phrase)
    made = passage(
        "De/DET marktwerking/NOUN en/CCONJ woord31415en/NOUN",
        "Wij/PRON nemen/VERB de/DET tijd/NOUN voor/ADP u/PRON",
    )
    assert [hit[0] for hit in found(big.find(made), made)] == ["M1-002", "M1-31415", "R1-002"]
    few = matcher(many[31415], MARKET, phrase)
    assert big.find(made) == few.find(made)


def test_groups_and_balances_of_all_lexicons_are_kept() -> None:
    core = FacetGroup("M-kern", "Kern", ("M1",))
    index = BalanceIndex("b", "B", BalanceSide("x", ("M-kern",)), BalanceSide("y", ("M1",)))
    second = replace(
        lexicon(name="tweede"), axes=(replace(AXES[0], groups=(core,)),), balances=(index,)
    )
    merged = compile_lexicons([lexicon(MARKET), second])
    assert merged.axes[0].groups == (core,)
    assert merged.balances == (index,)
    other = replace(
        second,
        name="derde",
        axes=(replace(AXES[0], groups=(replace(core, facets=("M2",)),)),),
        balances=(replace(index, below=BalanceSide("y", ("R1",))),),
    )
    with pytest.raises(LexiconError):
        compile_lexicons([second, other])
