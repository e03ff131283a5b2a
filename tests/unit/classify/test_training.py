"""Training learns what is there, keeps documents apart, and says how sure it is."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.classify.artifact import Artifact
from taalscan.classify.calibration import calibration_error
from taalscan.classify.examples import Example
from taalscan.classify.training import (
    Fitted,
    Recipe,
    fit,
    fold_of,
    level_shift,
    platt,
    vocabulary_of,
)
from taalscan.errors import ClassifierError, FewLabelsError
from tests.unit.classify.labelled import (
    CHANCES,
    SIGNALS,
    analysed,
    drawn_at_random,
    example,
    examples,
    relabelled,
    with_hits,
)
from tests.unit.classify.models import exact
from tests.unit.lexicon.builders import AXES


@cache
def _fitted() -> Fitted:
    return fit(examples(), AXES, Recipe())


def _probability(logits: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-logits)))


def _labels(made: Sequence[Example], code: str) -> np.ndarray:
    return np.array([own.labelled.has(code) for own in made])


def _read(fitted: Fitted, words: str) -> dict[str, float]:
    """Return q by the code of the axis."""
    ids = tuple(axis.id for axis in AXES)
    model = exact(Artifact(ids, fitted.vocabulary, fitted.idf, fitted.weights, {}))
    readings = model.classify(analysed(words), ()).readings
    return {axis.code: own.combined for axis, own in zip(AXES, readings, strict=True)}


# --- what is learnt -------------------------------------------------------------------------


def test_an_obvious_word_is_learnt_for_its_own_axis() -> None:
    for code, word in SIGNALS.items():
        other = "R" if code == "M" else "M"
        found = _read(_fitted(), f"de/DET gemeente/NOUN {word} nota/NOUN")
        threshold = dict(zip(SIGNALS, _fitted().weights.thresholds, strict=True))
        assert found[code] > max(0.7, threshold[code])
        assert found[other] < min(0.3, threshold[other])


def test_probabilities_are_as_often_right_as_they_say() -> None:
    fitted = fit(examples(400, seed=3), AXES, Recipe())
    unseen = examples(400, seed=4)
    for a, code in enumerate(SIGNALS):
        words = SIGNALS[code].partition("/")[0]
        truth = np.array([CHANCES[words in own.labelled.text] for own in unseen])
        known = np.array(
            [_read(fitted, " ".join(f"{w}/NOUN" for w in own.labelled.text.split()))[code]
             for own in unseen]
        )  # fmt: skip
        assert calibration_error(known, truth, np.ones(len(known)), bins=5) < 0.06
        assert fitted.combined[:, a].mean() == pytest.approx(
            _labels(examples(400, seed=3), code).mean(), abs=1e-3
        )


def test_rare_features_are_left_out() -> None:
    made = [example(n, "zorg/NOUN" if n < 3 else "plan/NOUN", "") for n in range(6)]
    made += [example(6, "uniek/ADJ tweeling/NOUN", ""), example(7, "tweeling/NOUN", "")]
    vocabulary, idf = vocabulary_of(made, Recipe())
    assert {"w zorg", "w plan", "w tweeling", "c zor"} <= vocabulary.keys()
    assert not {"w uniek", "b uniek tweeling", "c twe"} & vocabulary.keys()
    assert list(vocabulary) == sorted(vocabulary)
    expected = np.log(9 / np.array([4, 4, 3])) + 1
    columns = [vocabulary[name] for name in ("w zorg", "w plan", "w tweeling")]
    assert idf[columns] == pytest.approx(expected)


def test_a_lexicon_that_is_right_raises_what_its_hits_are_worth() -> None:
    hits = fit(with_hits(examples(), "M"), AXES, Recipe()).weights.stack
    assert hits[0, 1] > 0.5
    assert not hits[1, 1:].any()
    assert not _fitted().weights.stack[:, 1:].any()


def test_an_example_of_little_weight_teaches_the_first_step_little() -> None:
    made = examples()
    lies = [
        replace(relabelled(own, "M", value=not own.labelled.has("M")), judges=False, weight=1e-6)
        for own in made
    ]
    fitted = fit([*made, *lies], AXES, Recipe())
    weights = {
        name: float(fitted.weights.words[0, column])
        for column, name in enumerate(fitted.vocabulary)
        if name.startswith("w ")
    }
    most = weights.pop("w aanbesteding")
    assert most > 2 * max(map(abs, weights.values()))


# --- what has a say in calibration ----------------------------------------------------------


def _half_judging(made: Sequence[Example]) -> tuple[Example, ...]:
    """Return examples of which every other document may judge."""
    return tuple(replace(own, judges=int(own.labelled.document[1:]) % 2 == 0) for own in made)


def test_only_judges_fit_calibration_and_threshold() -> None:
    made = _half_judging(examples(240))
    # among the others the axis is more common, as where the lexicon was made from them
    more = [own if own.judges else relabelled(own, "M", value=True) for own in made[:180]]
    made = (*more, *made[180:])
    fitted = fit(made, AXES, Recipe())
    judges = np.array([own.judges for own in made])
    labels = _labels(made, "M")
    assert labels[~judges].mean() > labels[judges].mean() + 0.2
    assert fitted.combined[judges, 0].mean() == pytest.approx(labels[judges].mean(), abs=1e-3)
    assert fitted.weights.thresholds[0] in fitted.combined[judges, 0]


def test_all_examples_teach_words_also_those_that_do_not_judge() -> None:
    made = _half_judging(examples(240))
    rich = tuple(
        own if own.judges or own.labelled.has("M")
        else replace(own, analysed=analysed("zeldzaam/ADJ de/DET"))
        for own in made
    )  # fmt: skip
    assert "w zeldzaam" in fit(rich, AXES, Recipe()).vocabulary


def test_passages_drawn_at_random_tell_how_common_an_axis_is() -> None:
    enriched = examples(240)
    common = [
        drawn_at_random(own)
        for own in examples(900, seed=9)
        if "aanbesteding" not in own.labelled.text
    ][:120]
    common = [
        replace(own, labelled=replace(own.labelled, id=f"r{own.labelled.id}")) for own in common
    ]
    made = (*enriched, *common)
    fitted = fit(made, AXES, Recipe())
    drawn = np.array([own.labelled.stratum == "random" for own in made])
    share = (_labels(made, "M")[drawn].sum() + 0.5) / (drawn.sum() + 1)
    assert fitted.combined[drawn, 0].mean() == pytest.approx(share, abs=1e-6)


def test_folds_keep_documents_together() -> None:
    made = examples()
    folds: dict[str, set[int]] = {}
    for own in made:
        folds.setdefault(own.labelled.group, set()).add(fold_of(own.labelled, 5))
    assert all(len(own) == 1 for own in folds.values())
    assert set.union(*folds.values()) <= set(range(5))
    assert len(set.union(*folds.values())) > 2


def test_no_example_is_judged_by_a_model_that_saw_its_document() -> None:
    fold = fold_of(examples()[0].labelled, 5)
    told: list[Example] = []
    for number, own in enumerate(examples()):
        if fold_of(own.labelled, 5) != fold:
            told.append(own)
            continue
        # in this fold one word goes with M and another goes without, which no other fold knows
        word = ("zeldzaam/ADJ", "vreemd/ADJ")[number // 12 % 2]
        new = replace(own, analysed=analysed(f"{word} de/DET plan/NOUN"))
        told.append(relabelled(new, "M", value=word.startswith("zeldzaam")))
    inside = np.array([fold_of(own.labelled, 5) == fold for own in told])
    labels = _labels(told, "M")
    fitted = fit(told, AXES, Recipe())
    final = [_read(fitted, f"{word}/ADJ de/DET plan/NOUN")["M"] for word in ("zeldzaam", "vreemd")]
    assert final[0] > final[1] + 0.4
    outside = fitted.combined[inside, 0]
    assert outside[labels[inside]].mean() == pytest.approx(
        outside[~labels[inside]].mean(), abs=0.02
    )


# --- too few labels -------------------------------------------------------------------------


def _few(positives: int, negatives: int) -> list[Example]:
    made = [own for own in examples(400) if own.labelled.has("M")][:positives]
    return made + [own for own in examples(400) if not own.labelled.has("M")][:negatives]


@pytest.mark.parametrize(("positives", "negatives"), [(9, 60), (60, 9), (0, 60), (60, 0), (0, 0)])
def test_too_few_labels_are_told(positives: int, negatives: int) -> None:
    with pytest.raises(ClassifierError) as caught:
        fit(_few(positives, negatives), AXES[:1], Recipe())
    assert type(caught.value) is FewLabelsError
    total = positives + negatives
    assert caught.value.values == {
        "axis": "Markt",
        "found": positives,
        "total": total,
        "least": 10,
    }


def test_ten_with_and_ten_without_are_enough() -> None:
    fitted = fit(_few(10, 10), AXES[:1], Recipe())
    assert fitted.weights.thresholds.shape == (1,)


def test_labels_that_do_not_judge_do_not_count_as_enough() -> None:
    made = [replace(own, judges=n % 5 == 0) for n, own in enumerate(_few(40, 40))]
    with pytest.raises(FewLabelsError) as caught:
        fit(made, AXES[:1], Recipe())
    assert caught.value.values["total"] == 16


def test_an_axis_of_one_document_cannot_be_learnt() -> None:
    made = [
        example(n, "zorg/NOUN plan/NOUN", "M" if n < 20 else "", f"d{n < 20}") for n in range(60)
    ]
    with pytest.raises(FewLabelsError):
        fit(made, AXES[:1], Recipe())
    with pytest.raises(FewLabelsError):
        fit([replace(own, labelled=replace(own.labelled, document="d")) for own in made], AXES[:1],
            Recipe())  # fmt: skip


# --- calibration ----------------------------------------------------------------------------


@given(
    st.lists(st.tuples(st.floats(-2, 2), st.booleans()), min_size=100, max_size=160),
)
@settings(max_examples=60, deadline=None)
def test_after_the_shift_the_mean_is_the_share(drawn: list[tuple[float, bool]]) -> None:
    logits = np.array([logit for logit, _ in drawn])
    labels = np.array([label for _, label in drawn])
    share = (labels.sum() + 0.5) / (len(labels) + 1)
    shifted = _probability(logits + level_shift(logits, labels))
    assert shifted.mean() == pytest.approx(share, abs=1e-9)


def test_the_shift_is_that_of_the_logit_where_all_logits_are_equal() -> None:
    labels = np.arange(199) < 50  # (50 + .5) / 200
    expected = float(np.log(50.5 / 149.5))
    assert level_shift(np.zeros(199), labels) == pytest.approx(expected, abs=1e-9)
    assert level_shift(np.full(199, 1.5), labels) == pytest.approx(expected - 1.5, abs=1e-9)


def test_under_a_hundred_passages_tell_no_level() -> None:
    assert level_shift(np.zeros(99), np.ones(99, dtype=np.bool_)) == 0.0
    assert level_shift(np.zeros(0), np.zeros(0, dtype=np.bool_)) == 0.0


def test_platt_finds_the_slope_and_shift_that_labels_were_drawn_with() -> None:
    generator = np.random.Generator(np.random.PCG64(1))
    logits = generator.normal(0, 2, 20_000)
    labels = generator.random(20_000) < _probability(0.5 * logits - 1)
    slope, shift = platt(logits, labels)
    assert slope == pytest.approx(0.5, abs=0.05)
    assert shift == pytest.approx(-1, abs=0.05)
    known = _probability(slope * logits + shift)
    assert known.mean() == pytest.approx(labels.mean(), abs=1e-4)
    assert calibration_error(known, labels.astype(np.float64), np.ones(len(known))) < 0.02


def test_platt_of_logits_that_tell_nothing_is_the_share() -> None:
    labels = np.arange(400) % 4 == 0
    slope, shift = platt(np.tile([1.0, 1.0, 1.0, 1.0], 100), labels)
    assert slope + shift == pytest.approx(float(np.log(1 / 3)), abs=1e-3)
