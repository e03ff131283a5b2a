"""Compare ways to tell the axes of a passage, on folds nobody of them has seen.

    python -m validation.compare --labels LABELS.jsonl [--written data/written.jsonl]

Prints two tables in Markdown. The first has for each contender the F1 of each axis at the
threshold that is best for it, and their mean. The second has the difference in macro-F1 of the
shipped stack and simple ways, with thresholds chosen inside the training folds. What came out
stands in docs/validation.md.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from taalscan.classify.evaluation import Judged, best_threshold
from taalscan.learning import cross_validated
from validation.contenders import (
    Contender,
    Inputs,
    bayes,
    inputs_of,
    on_numbers,
    on_text,
    on_text_and,
    on_trees,
    support,
)
from validation.data import SCHEMES, Data, Floats, Ints, load
from validation.differences import difference_rows
from validation.sentence_vectors import ENCODERS, sentence_vectors
from validation.stacks import (
    KINDS,
    First,
    first_of,
    measured_alone,
    measured_strengths,
    stack,
)

PLAIN = ("words", "letters")

Named = tuple[str, Contender]


def main(arguments: Sequence[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--written", type=Path, help="written passages, for two more contenders")
    options = parser.parse_args(arguments)
    if os.environ.get("OMP_NUM_THREADS") != "1":
        print("set OMP_NUM_THREADS=1 for figures that repeat", file=sys.stderr)
    everything = load(options.labels, options.written)
    inputs = inputs_of(everything)
    words = first_of(everything, lambda rows: inputs.text(rows, KINDS))
    print(heading(everything))
    for name, contender in contenders(inputs, words):
        print(row(name, everything, [pooled(everything, s, contender) for s in SCHEMES]))
    shipped = {scheme: shipped_judged(everything, scheme) for scheme in SCHEMES}
    figures = [figures_of(judged, everything.codes) for judged in shipped.values()]
    print(row("**the shipped stack**", everything, figures), end="\n\n")
    print("\n".join(difference_rows(inputs, words, shipped)))
    return 0


def contenders(inputs: Inputs, words: First) -> Iterator[Named]:
    """Yield every contender but the shipped one, with its name."""
    data = inputs.data
    yield "lexicon alone", lambda _: inputs.alone
    yield "lexicon alone, weights measured in the fold", measured_alone(data)
    yield "words", on_text(inputs, ("words",))
    yield "lemmas and parts of compounds", on_text(inputs, ("lemmas",))
    yield "letters", on_text(inputs, ("letters",))
    yield "words and letters (the baseline)", on_text(inputs, PLAIN)
    yield "the same, linear support vectors", on_text(inputs, PLAIN, support)
    yield "the same, complement naive Bayes", on_text(inputs, PLAIN, bayes)
    yield "the same, boosted trees on 60 directions", on_trees(inputs, PLAIN)
    yield "lemmas, parts and letters (first step)", lambda rows: words(rows).whole
    yield "the same and structure", on_text_and(inputs, KINDS, inputs.structure)
    numbers = inputs.strengths.reshape(len(inputs.strengths), -1)
    yield "strengths only", on_numbers(data, numbers, scaled=False)
    yield "text and strengths in one step", on_text_and(inputs, KINDS, numbers)
    yield "stack, level of probabilities not set", stack(inputs, (words,))
    yield (
        "stack, weights measured in the fold",
        stack(inputs, (words,), strengths=measured_strengths(data)),
    )
    yield "stack, second step on unread passages", stack(inputs, (words,), unread_only=True)
    yield from _with_written(inputs)
    yield from _with_vectors(inputs, words)


def _with_written(inputs: Inputs) -> Iterator[Named]:
    """Yield the stacks that learn from written passages too, if there are any."""
    count, real = len(inputs.data.examples), inputs.data.real
    extra: Ints = np.arange(real, count)
    if not len(extra):
        return
    for weight in (1.0, 0.5):
        weights = np.where(np.arange(count) < real, 1.0, weight)
        first = first_of(inputs.data, lambda rows: inputs.text(rows, KINDS), weights)
        yield f"stack, written passages at weight {weight:g}", stack(inputs, (first,), extra=extra)


def _with_vectors(inputs: Inputs, words: First) -> Iterator[Named]:
    """Yield what uses sentence vectors, for the encoders that are installed."""
    data = inputs.data
    for package in ENCODERS:
        texts = [one.labelled.text for one in data.examples[: data.real]]
        found = sentence_vectors(texts, package)
        if found is None:
            print(f"{package} is not installed: left out", file=sys.stderr)
            continue
        padding = np.zeros((len(data.examples) - data.real, found.shape[1]))
        dense = np.concatenate([found, padding])  # written passages have none and are not asked
        yield f"vectors of {package}", _vectors(data, dense)
        vectors = _vectors_first(data, dense)
        yield f"stack with vectors of {package}", stack(inputs, (words, vectors))


def _vectors(data: Data, dense: Floats) -> Contender:
    first = _vectors_first(data, dense)
    return lambda rows: first(rows).whole


def _vectors_first(data: Data, dense: Floats) -> First:
    return first_of(data, lambda rows: _centred(dense, rows))


def _centred(dense: Floats, rows: Ints) -> Floats:
    """Return vectors around their mean, of length 2 on average; raw ones lie close together."""
    middle = dense[rows].mean(axis=0)
    length = np.sqrt(np.square(dense[rows] - middle).sum(axis=1).mean())
    return np.asarray(2 * (dense - middle) / length)


def pooled(data: Data, scheme: str, contender: Contender) -> Floats:
    """Return the figures of the real passages, each by what was taught on the other folds."""
    found = np.zeros((data.real, len(data.codes)))
    for learn, judge in data.folds(scheme):
        found[judge] = contender(learn)[judge]
    return found


def shipped_judged(data: Data, scheme: str) -> list[Judged]:
    """Return what the shipped code makes of the real passages."""
    return cross_validated(data.examples[: data.real], data.lexicon.axes, SCHEMES[scheme])


def figures_of(judged: Sequence[Judged], codes: Sequence[str]) -> Floats:
    """Return the probabilities: (n, A)."""
    return np.array([[one.probabilities[code] for code in codes] for one in judged])


def heading(data: Data) -> str:
    """Return the first lines of the table."""
    groups = [f"{s}, {part}" for s in SCHEMES for part in ("all", "unread")]
    cells = [f"{group}: {c}" for group in groups for c in (*data.codes, "macro")]
    return f"| contender | {' | '.join(cells)} |\n|---|{'---|' * len(cells)}"


def row(name: str, data: Data, figures: Sequence[Floats]) -> str:
    """Return a line: best F1 an axis and their mean, by scheme, on all and on unread passages.

    Args:
        name: of the contender.
        data: the passages.
        figures: by scheme, what it said of the real passages.
    """
    labels, unread = data.labels[: data.real], data.unread[: data.real]
    cells: list[str] = []
    for found in figures:
        for part in (np.ones(len(labels), dtype=np.bool_), unread):
            f1 = [
                best_threshold(labels[part, a].tolist(), found[part, a].tolist(), 0.0).f1
                for a in range(len(data.codes))
            ]
            cells += [f"{value:.2f}" for value in f1] + [f"{np.mean(f1):.3f}"]
    return f"| {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
