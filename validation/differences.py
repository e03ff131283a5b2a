"""Tell how much better the shipped stack is than simple ways, each with thresholds of its own.

All choose their thresholds by the same rule, on passages of the training folds that no writer of
lexicon entries read: the highest F1 that is precise enough (METRICS §7.3).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from taalscan.classify.evaluation import Judged, best_threshold, paired_difference
from taalscan.classify.training import Recipe
from taalscan.lexicon.evidence import in_reading_part
from taalscan.model import Interval
from validation.contenders import Inputs
from validation.data import Bools, Data, Floats, Ints
from validation.inputs import lexicon_strength
from validation.stacks import First, measured_hits, sigmoid

Outside = Callable[[Ints], tuple[Floats, Floats]]
"""From rows to learn from to two (n, A): probabilities for thresholds, and those to judge by."""


def difference_rows(
    inputs: Inputs, words: First, shipped: Mapping[str, Sequence[Judged]]
) -> Iterator[str]:
    """Yield the lines of the table of differences, by scheme and part.

    Args:
        inputs: the passages.
        words: the first step of the stack, which alone is tf-idf with logistic regression.
        shipped: by scheme, what the shipped stack said.
    """
    data = inputs.data

    def lexicon(_: Ints) -> tuple[Floats, Floats]:
        return inputs.alone, inputs.alone

    def measured(learn: Ints) -> tuple[Floats, Floats]:
        alone = lexicon_strength(data, measured_hits(data, learn))
        return alone, alone

    def text(learn: Ints) -> tuple[Floats, Floats]:
        step = words(learn)
        return sigmoid(step.outside), sigmoid(step.whole)

    others = {
        "lexicon alone": lexicon,
        "lexicon alone, weights measured in the fold": measured,
        "lemmas, parts and letters (first step)": text,
    }
    yield "| compared with | folds | passages | macro-F1 | difference | documents | sources |"
    yield "|---|---|---|---|---|---|---|"
    for name, outside in others.items():
        for scheme, stacked in shipped.items():
            simple = judged_by(data, scheme, outside)
            yield _line((name, scheme, "all"), stacked, simple, data.codes)
            kept = [_unread(judged) for judged in (stacked, simple)]
            yield _line((name, scheme, "unread"), kept[0], kept[1], data.codes)


def judged_by(data: Data, scheme: str, outside: Outside) -> list[Judged]:
    """Return what a simple way makes of the real passages, thresholds chosen in each fold."""
    probabilities = np.zeros((data.real, len(data.codes)))
    labels: Bools = np.zeros(probabilities.shape, dtype=np.bool_)
    for learn, judge in data.folds(scheme):
        inside, found = outside(learn)
        thresholds = thresholds_of(data, learn, inside)
        probabilities[judge] = found[judge]
        labels[judge] = found[judge] >= thresholds
    return [
        Judged(
            one.labelled,
            dict(zip(data.codes, probabilities[n].tolist(), strict=True)),
            dict(zip(data.codes, labels[n].tolist(), strict=True)),
        )
        for n, one in enumerate(data.examples[: data.real])
    ]


def thresholds_of(data: Data, learn: Ints, probabilities: Floats) -> Floats:
    """Return the threshold of each axis by the rule of the shipped recipe: (A,)."""
    recipe, judges = Recipe(), learn[data.unread[learn]]
    return np.array(
        [
            best_threshold(
                data.labels[judges, a].tolist(),
                probabilities[judges, a].tolist(),
                recipe.precision.get(code, recipe.precision_other),
            ).threshold
            for a, code in enumerate(data.codes)
        ]
    )


def _unread(judged: Sequence[Judged]) -> list[Judged]:
    return [one for one in judged if not in_reading_part(one.passage)]


def _line(
    names: tuple[str, str, str],
    stacked: Sequence[Judged],
    simple: Sequence[Judged],
    codes: Sequence[str],
) -> str:
    found = paired_difference(stacked, simple, codes)
    by_document, by_source = found.by_document, found.by_source
    difference = "–" if by_document is None else f"{by_document.value:+.3f}"
    cells = (*names, f"{_macro_f1(simple, codes):.3f}", difference, _range(by_document))
    return f"| {' | '.join(cells)} | {_range(by_source)} |"


def _macro_f1(judged: Sequence[Judged], codes: Sequence[str]) -> float:
    return float(np.mean([_f1(judged, code) for code in codes]))


def _f1(judged: Sequence[Judged], code: str) -> float:
    given = sum(one.labels[code] for one in judged)
    truth = sum(one.passage.has(code) for one in judged)
    return 2 * sum(one.labels[code] and one.passage.has(code) for one in judged) / (given + truth)


def _range(interval: Interval | None) -> str:
    return "–" if interval is None else f"{interval.low:+.3f} to {interval.high:+.3f}"
