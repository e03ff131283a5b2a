"""What every shipped entry must hold, whatever its words."""

import pytest

from taalscan.lexicon import Entry
from taalscan.lexicon.proof import axis_counts, repeated_forms
from taalscan.model import Axis
from tests.unit.lexicon.builders import shipped

FACETS = {"marktgericht": 7, "relationeel": 6, "divergerend": 6, "convergerend": 4}


def _ids(entry: Entry) -> str:
    return entry.id


def test_the_axes_have_their_facets_and_every_facet_has_entries() -> None:
    lexicon = shipped()
    assert {axis.id: len(axis.facets) for axis in lexicon.axes} == FACETS
    assert {facet.id for axis in lexicon.axes for facet in axis.facets} == {
        entry.facet for entry in lexicon.entries
    }


def _luminance(colour: str) -> float:
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("axis", shipped().axes, ids=[axis.id for axis in shipped().axes])
def test_axis_colours_stand_out_on_light_and_dark(axis: Axis) -> None:
    light, dark = _luminance(axis.colour), _luminance(axis.colour_dark)
    assert 1.05 / (light + 0.05) >= 4.5
    assert (dark + 0.05) / (_luminance("#1c1c1c") + 0.05) >= 4.5


def test_axes_differ_in_colour_and_line_and_are_of_equal_strength() -> None:
    axes = shipped().axes
    assert len({axis.pattern for axis in axes}) == len({axis.colour for axis in axes}) == 4
    light = [_luminance(axis.colour) for axis in axes]
    assert (max(light) + 0.05) / (min(light) + 0.05) < 1.6


@pytest.mark.parametrize("entry", shipped().entries, ids=_ids)
def test_an_entry_is_complete(entry: Entry) -> None:
    assert len(entry.example.split()) > 2
    assert len(entry.counter_example.split()) > 2
    assert entry.note
    assert entry.axis != "marktgericht" or entry.question.endswith("?")
    assert all(alternative.only_if for alternative in entry.alternatives)


def test_no_form_stands_in_two_entries() -> None:
    assert list(repeated_forms(shipped())) == []


def test_the_axes_are_filled() -> None:
    counts = {count.axis: count for count in axis_counts(shipped())}
    entries = {axis: count.entries for axis, count in counts.items()}
    assert entries["marktgericht"] >= 250
    assert entries["relationeel"] >= 150
    assert entries["divergerend"] >= 120
    assert entries["convergerend"] >= 100
    assert dict(counts["convergerend"].facets)["C4"] >= 40
    market = counts["marktgericht"]
    assert market.questions == market.entries
    assert market.alternatives >= 0.7 * market.entries


def test_no_two_entries_ask_the_same_question() -> None:
    questions = [entry.question for entry in shipped().entries if entry.question]
    assert len(questions) - len(set(questions)) <= 0.02 * len(questions)


def test_helper_lists_are_of_a_size_to_work_with() -> None:
    helpers = shipped().helpers
    assert len(helpers.negators) >= 40
    assert len(helpers.critique) >= 40
    assert len(helpers.speech_verbs) >= 50
    assert len(helpers.legal) >= 60
    assert len(helpers.actors) == 8
    assert all(len(words) >= 80 for _, words in helpers.actors)
    assert len(helpers.false_friends) >= 100
