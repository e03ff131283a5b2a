"""A lexicon is tried on its own sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from taalscan.lexicon import Entry, Helpers
from taalscan.lexicon.proof import Lapse, axis_counts, lapses
from taalscan.lexicon.values import FalseFriend, Stage
from taalscan.model import Alternative, AnalysedPassage
from tests.unit.lexicon.builders import entry, lexicon, passage, shipped


def _analyse(texts: Sequence[str]) -> Iterable[AnalysedPassage]:
    return (passage(text) for text in texts)


CLIENT = replace(
    entry("M1-001", "klant"),
    example="de/DET klant/NOUN belt/VERB",
    counter_example="geen/DET klant/NOUN",
)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (replace(CLIENT, example="de/DET inwoner/NOUN belt/VERB"), "example"),
        (replace(CLIENT, counter_example="een/DET klant/NOUN"), "counter-example"),
        (replace(CLIENT, stage=Stage.DISPUTED, example="de/DET inwoner/NOUN"), None),
    ],
)
def test_a_sentence_that_comes_out_otherwise_is_a_lapse(changed: Entry, code: str | None) -> None:
    assert [lapse.code for lapse in lapses(lexicon(changed), _analyse)] == ([code] if code else [])


def test_a_sound_lexicon_has_no_lapse() -> None:
    assert lapses(lexicon(CLIENT), _analyse) == ()


def test_in_a_false_friend_nothing_of_its_axis_counts() -> None:
    friend = FalseFriend("marktgericht", "klantenkaart", "een/DET klant/NOUN")
    helpers = replace(shipped().helpers, false_friends=(friend,))
    (lapse,) = lapses(lexicon(CLIENT, helpers=helpers), _analyse)
    assert lapse == Lapse(
        "false-friend", "klantenkaart", friend.sentence, (("M1-001", "counted"),)
    )
    other = replace(friend, axis="relationeel")
    helpers = replace(helpers, false_friends=(other,))
    assert lapses(lexicon(CLIENT, helpers=helpers), _analyse) == ()


def test_a_form_in_two_entries_is_told_whatever_its_spelling_and_axis() -> None:
    twin = replace(
        entry("R1-001", "Klánt"), example="", counter_example="de/DET inwoner/NOUN",
        stage=Stage.DISPUTED,
    )  # fmt: skip
    (lapse,) = lapses(lexicon(CLIENT, twin), _analyse)
    assert (lapse.code, lapse.subject, lapse.text) == ("repeated-form", "M1-001, R1-001", "klant")


def test_counts_leave_out_retired_entries() -> None:
    asked = replace(
        entry("M1-002", "product"),
        question="Wat?",
        alternatives=(Alternative("hulp", "het zo is"),),
    )
    gone = replace(entry("M1-003", "kpi"), stage=Stage.RETIRED)
    market, relation = axis_counts(lexicon(CLIENT, asked, gone, helpers=Helpers()))
    assert (market.entries, market.facets, market.questions, market.alternatives) == (
        2, (("M1", 2),), 1, 1,
    )  # fmt: skip
    assert relation.entries == 0
