"""Spelling, forms, clauses, particles, ellipsis and compounds, each by itself."""

from dataclasses import replace

import pytest

from taalscan.lexicon.clauses import ClauseRules, clause_numbers
from taalscan.lexicon.compounds import head_names, modifier_names
from taalscan.lexicon.ellipsis import completions
from taalscan.lexicon.fold import fold, key
from taalscan.lexicon.morphology import adjective_forms, noun_forms, verb_forms
from taalscan.lexicon.separable import SeparableVerb, SeparableVerbs
from taalscan.lexicon.view import ViewRules, Word, build_view
from tests.unit.lexicon.builders import passage

RULES = ClauseRules(frozenset({"maar", "omdat"}), frozenset({";"}), frozenset({",", "en"}))
NO_VERBS = SeparableVerbs({}, {})
VERBS = SeparableVerbs(
    {"kopen": ("kopen",), "koopt": ("kopen",)},
    {("kopen", "in"): SeparableVerb("inkopen", 15, same_clause=True)},
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("co-creatie", "Cocreatie"),
        ("co‑creatie", "co-creatie"),
        ("KPI’s", "kpi's"),
        ("efficiënt", "efficient"),
        ("coördinatie", "coo\u0308rdinatie"),
    ],
)
def test_spellings_of_one_word_have_one_key(left: str, right: str) -> None:
    assert key(left) == key(right)


def test_the_numeral_keeps_its_accent() -> None:
    assert fold("Één") != fold("een")


@pytest.mark.parametrize(
    ("verb", "particle", "forms"),
    [
        ("kopen", "in", {"inkopen", "inkoop", "inkoopt", "ingekocht"}),
        ("besteden", "aan", {"aanbesteed", "aanbestede", "aanbesteedt"}),
        ("rollen", "uit", {"uitrolt", "uitgerold", "uitgerolde"}),
        ("activeren", "", {"activeert", "geactiveerd", "activeerde"}),
        ("beheersen", "", {"beheerst", "beheerste"}),
    ],
)
def test_verbs_are_known_by_their_forms(verb: str, particle: str, forms: set[str]) -> None:
    strong = {"kopen": ("kocht", "kochten", "gekocht")}
    assert forms <= verb_forms(verb, particle, strong)


def test_plurals_and_inflected_adjectives() -> None:
    assert {"aannames"} <= noun_forms("aanname")
    assert {"raakvlakken"} <= noun_forms("raakvlak")
    assert {"gezinnen"} <= noun_forms("gezin")
    assert {"zorgzame", "zorgzamer"} <= adjective_forms("zorgzaam")


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Wij/PRON kopen/VERB zorg/NOUN ,/PUNCT hulp/NOUN en/CCONJ rust/NOUN in/ADP", [0] * 8),
        ("Wij/PRON kopen/VERB en/CCONJ wij/PRON betalen/VERB", [0, 0, 1, 1, 1]),
        ("Geen/DET markt/NOUN maar/CCONJ zorg/NOUN", [0, 0, 1, 1]),
        ("Markt/NOUN ;/PUNCT zorg/NOUN", [0, 0, 1]),
    ],
)
def test_clauses_end_where_another_verb_or_a_hard_mark_begins_one(
    sentence: str, numbers: list[int]
) -> None:
    assert clause_numbers(passage(sentence).sentences[0].tokens, RULES) == numbers


def test_a_main_clause_begins_with_its_verb_after_the_verbs_of_a_clause_before_it() -> None:
    tokens = (
        passage("Als/SCONJ regels/NOUN niet/ADV gelden/VERB kunnen/AUX partijen/NOUN klagen/VERB")
        .sentences[0]
        .tokens
    )
    finite = [replace(t, morph="VerbForm=Fin") if t.pos != "NOUN" else t for t in tokens[:-1]]
    tagged = [*finite, replace(tokens[-1], morph="VerbForm=Inf")]
    assert clause_numbers(tagged, RULES) == [0, 0, 0, 0, 1, 1, 1]


@pytest.mark.parametrize(
    ("sentence", "joined"),
    [
        ("Wij/PRON kopen/VERB zorg/NOUN in/ADP ./PUNCT", {1: ("inkopen", 3)}),
        ("Wij/PRON kopen/VERB in/ADP bij/ADP twee/NUM", {1: ("inkopen", 2)}),
        ("zorg/NOUN in/ADP te/ADP kopen/VERB ./PUNCT", {3: ("inkopen", 1)}),
        ("Wij/PRON kopen/VERB in/ADP de/DET stad/NOUN brood/NOUN", {}),
        ("Wij/PRON kopen/VERB maar/CCONJ zij/PRON gaan/VERB in/ADP", {}),
    ],
)
def test_a_particle_at_the_end_of_the_clause_joins_its_verb(
    sentence: str, joined: dict[int, tuple[str, int]]
) -> None:
    tokens = passage(sentence).sentences[0].tokens
    assert VERBS.joined(tokens, clause_numbers(tokens, RULES)) == joined


@pytest.mark.parametrize(
    ("sentence", "at", "whole"),
    [
        ("klant-/X en/CCONJ procesgericht/ADJ", 0, "klantgericht"),
        ("in-/X en/CCONJ uitstroom/NOUN", 0, "instroom"),
        ("zorg-/X en/CCONJ ondersteuningsaanbod/NOUN", 0, "zorgaanbod"),
        ("zorginkoop/NOUN en/CCONJ -verkoop/X", 2, "zorgverkoop"),
    ],
)
def test_an_elliptic_word_is_completed_by_its_partner(sentence: str, at: int, whole: str) -> None:
    assert whole in completions(passage(sentence).sentences[0].tokens, at)


@pytest.mark.parametrize("sentence", ["klant-/X", "de/DET klant/NOUN en/CCONJ proces/NOUN", "-/X"])
def test_without_partner_or_hyphen_nothing_is_completed(sentence: str) -> None:
    tokens = passage(sentence).sentences[0].tokens
    assert [completions(tokens, i) for i in range(len(tokens))] == [()] * len(tokens)


def _word(item: str) -> Word:
    return build_view(passage(item), ViewRules(RULES, NO_VERBS, {})).words[0]


@pytest.mark.parametrize(
    ("item", "heads"),
    [
        ("zorginkoop/NOUN", ["inkoop"]),
        ("JGZ-aanbieder/NOUN", ["aanbieder"]),
        ("verregie/NOUN", []),
        ("inkoop/NOUN", []),
    ],
)
def test_heads_of_compounds(item: str, heads: list[str]) -> None:
    names = head_names(_word(item), {"inkoop", "aanbieder", "regie"}, frozenset({"ver"}))
    assert list(dict.fromkeys(names)) == heads


@pytest.mark.parametrize(
    ("item", "modifiers"),
    [
        ("klantreis/NOUN", ["klant"]),
        ("klantentevredenheid/NOUN", ["klant"]),
        ("klanten/NOUN", []),
        ("productief/ADJ", []),
    ],
)
def test_modifiers_of_compounds(item: str, modifiers: list[str]) -> None:
    names = modifier_names(_word(item), {"klant", "product"}, frozenset({"ief"}))
    assert list(dict.fromkeys(names)) == modifiers
