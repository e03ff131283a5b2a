"""Labelled passages become a classifier, the same one every time; folds see only others."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from taalscan.classify.artifact import about, classifier_of
from taalscan.classify.evaluation import Judged
from taalscan.classify.examples import Example
from taalscan.classify.training import Fitted, Recipe, fit
from taalscan.errors import FewLabelsError, MissingLibraryError
from taalscan.labels import LabelledPassage
from taalscan.learning import cross_validated, judged_by, labels_digest, train
from taalscan.messages import LANGUAGES, catalogue
from taalscan.model import Axis, Status
from tests.unit.classify.labelled import (
    SIGNALS,
    analysed,
    example,
    examples,
    relabelled,
    with_hits,
)
from tests.unit.classify.models import MARKET, hit
from tests.unit.lexicon.builders import AXES

MADE_WITH = {"name": "proef", "lexicon": "beleid-test 0.1"}


@cache
def _file() -> bytes:
    return train(examples(), AXES, MADE_WITH)


def _source(passage: LabelledPassage) -> str:
    return passage.source


def test_the_same_labels_give_the_same_bytes_in_any_order() -> None:
    assert train(examples(), AXES, MADE_WITH) == _file()
    shuffled = list(examples())
    Random(5).shuffle(shuffled)  # noqa: S311  # not for secrets
    assert train(shuffled, AXES, dict(reversed(MADE_WITH.items()))) == _file()
    assert train(examples(seed=2), AXES, MADE_WITH) != _file()


def test_examples_are_learnt_in_one_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Doubles add up to other last digits in another order; few of them survive the rounding."""
    seen: list[list[str]] = []

    def noting(made: Sequence[Example], axes: Sequence[Axis], recipe: Recipe) -> Fitted:
        seen.append([own.labelled.id for own in made])
        return fit(made, axes, recipe)

    monkeypatch.setattr("taalscan.classify.training.fit", noting)
    train(examples()[::-1], AXES, {})
    assert seen == [sorted(own.labelled.id for own in examples())]


def test_the_file_tells_how_it_was_made() -> None:
    told = about(_file(), "proef.npz")
    assert told["made_with"] == MADE_WITH
    assert (told["name"], told["passages"], told["documents"]) == ("proef", 120, 12)
    assert told["labels_sha256"] == labels_digest([own.labelled for own in examples()])
    assert told["precise"] == {"M": True, "R": True}
    assert classifier_of(_file(), "x").axes == tuple(axis.id for axis in AXES)
    assert about(train(examples(), AXES, {}), "x")["name"] == "eigen"


def test_the_digest_of_labels_depends_on_labels_and_not_on_order() -> None:
    labelled = [own.labelled for own in examples(20)]
    assert labels_digest(labelled[::-1]) == labels_digest(labelled)
    changed = [relabelled(examples(20)[0], "M", value=True).labelled, *labelled[1:]]
    other = [relabelled(examples(20)[0], "M", value=False).labelled, *labelled[1:]]
    assert labels_digest(changed) != labels_digest(other)


def test_too_few_labels_name_the_axis() -> None:
    with pytest.raises(FewLabelsError) as caught:
        train(examples(12), AXES, {})
    assert caught.value.values["axis"] == "Markt"


def test_without_the_training_library_the_install_line_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "taalscan.classify.training", raising=False)
    for name in ("sklearn", "sklearn.linear_model"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingLibraryError) as caught:
        train(examples(), AXES, {})
    for language in LANGUAGES:
        said = catalogue(language).error(caught.value.code, caught.value.values)
        assert 'pip install "taalscan[research]"' in said
        assert "scikit-learn" in said


# --- judging --------------------------------------------------------------------------------


def _one(words: str, code: str = "M", *, hits: bool = False) -> Judged:
    own = example(1, words, code)
    classifier = classifier_of(_file(), "proef.npz")
    (judged,) = judged_by(classifier, with_hits([own], "M") if hits else [own], AXES)
    return judged


def test_a_passage_is_judged_by_the_codes_of_the_axes() -> None:
    judged = _one(f"de/DET {SIGNALS['M']} plan/NOUN")
    assert judged.probabilities.keys() == judged.labels.keys() == {"M", "R"}
    assert judged.labels == {"M": True, "R": False}
    assert judged.highlights.keys() == {"M"}


def test_counted_hits_are_what_is_highlighted() -> None:
    judged = _one(f"de/DET {SIGNALS['M']} plan/NOUN", hits=True)
    (span,) = judged.highlights["M"]
    assert span.cut(judged.passage.text) == "aanbesteding"


def test_without_a_counted_hit_the_words_that_moved_most_are_highlighted() -> None:
    made = example(1, f"de/DET gemeente/NOUN {SIGNALS['M']} plan/NOUN nota/NOUN jaar/NOUN", "M")
    tokens = made.analysed.sentences[0].tokens
    negated = replace(made, hits=(hit(tokens[0].span, Status.NEGATED, axis=MARKET),))
    (judged,) = judged_by(classifier_of(_file(), "proef.npz"), [negated], AXES)
    words = [span.cut(judged.passage.text) for span in judged.highlights["M"]]
    assert words[0] == "aanbesteding"
    assert len(words) <= 5


# --- folds ----------------------------------------------------------------------------------


def test_labels_of_a_fold_do_not_reach_its_own_judgement() -> None:
    made = examples()
    flipped = [
        relabelled(own, "M", value=not own.labelled.has("M"))
        if own.labelled.source == "bron0"
        else own
        for own in made
    ]
    before = cross_validated(made, AXES, _source)
    after = cross_validated(flipped, AXES, _source)
    assert [own.passage.id for own in before] == [own.labelled.id for own in made]
    for one, other in zip(before, after, strict=True):
        same = one.probabilities["M"] == other.probabilities["M"]
        assert same is (one.passage.source == "bron0")


def test_a_word_of_one_fold_is_not_known_in_it() -> None:
    """Half of one source has a word of its own, which goes with M there and nowhere else."""
    plain = "de/DET plan/NOUN jaar/NOUN"

    def own_word(own: Example, number: int) -> Example:
        has = number % 2 == 0
        words = f"zeldzaam/ADJ {plain}" if has else plain
        return relabelled(replace(own, analysed=analysed(words)), "M", value=has)

    made = [
        own_word(own, number // 3) if own.labelled.source == "bron1" else own
        for number, own in enumerate(examples())
    ]
    seen = judged_by(classifier_of(train(made, AXES, {}), "x"), made, AXES)
    unseen = cross_validated(made, AXES, _source)
    own = [n for n, one in enumerate(made) if one.labelled.source == "bron1"]
    with_word = [n for n in own if made[n].labelled.has("M")]
    without = [n for n in own if not made[n].labelled.has("M")]
    assert min(seen[n].probabilities["M"] for n in with_word) > 0.5
    assert max(seen[n].probabilities["M"] for n in without) < 0.5
    assert len({unseen[n].probabilities["M"] for n in own}) == 1


def test_one_fold_leaves_nothing_to_learn_from() -> None:
    with pytest.raises(FewLabelsError):
        cross_validated(examples(), AXES, lambda _: "alles")
