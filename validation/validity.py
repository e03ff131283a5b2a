"""Check what can be checked of validity without people (METRICS §9.4), and write it into a page.

    python -m validation.validity --page docs/validation.md

Needs the tables of validation.passages and validation.outoffold under validation/scratch.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from taalscan.classify.calibration import calibration_error
from taalscan.model import Axis
from taalscan.scoring import Frame, score_document
from training.report import write_between
from validation import outoffold
from validation.association import strongest, table_of, told, within
from validation.coverage import SCRATCH, shipped_frame
from validation.figures import CODES, C, D, Figures, M, R, facet_density, figures_of
from validation.known import claim_rows, residents_rows
from validation.outoffold import Answers
from validation.passages import OTHER_LENGTHS
from validation.stability import (
    Row,
    cut_otherwise,
    half_factors,
    sign_changes,
    without_heaviest,
)
from validation.table import Bools, Floats, Ints, Table, Texts, load, scores_of
from validation.verdicts import floor_table, outcome_table, outcomes, rate_table

RESIDENTS = "VughtParticipeert/vught"
VERBAL = ("C1", "C2", "C3")
"""The facets of C that look for what is shared; C4 makes people conform."""
CLAIMED = (
    "axis", "claim", "figure", "documents", "AUC", "pairs of one length", "their AUC", "≥ .80"
)  # fmt: skip
COMPARED = ("axis", "what is compared", "passages", "AUC")
ALPHA = ("α", "sign changes", "of those whose interval leaves out 0", "rank correlation")
MOST_SHARED = 0.30
"""Correlation with something else that METRICS §9.4 allows."""
_ENOUGH = 40
"""Labelled passages of a genre from which its calibration is told."""


def named_figures(figures: Figures, rows: Ints) -> Iterator[tuple[str, Floats]]:
    """Yield every headline figure of some documents, by name."""
    for number, code in enumerate(CODES):
        yield f"density {code}", figures.density[rows, number]
        yield f"expected share {code}", figures.expected[rows, number]
    yield "B", figures.balance[rows]


def discriminant_table(figures: Figures, rows: Ints, genres: Texts) -> str:
    """Return how figures correlate inside genres with what they should not measure."""
    others = {
        "length": np.log(figures.words[rows]),
        "reading ease": figures.ease[rows],
        "figures in digits": figures.digits[rows],
    }
    lines = []
    for name, values in named_figures(figures, rows):
        cells, small = [], True
        for other in others.values():
            most = strongest(values, other, genres[rows])
            found = within(values, other, genres[rows])
            small &= abs(found.value) <= MOST_SHARED
            cells.append(told(found))
            cells.append("–" if most is None else f"{most[1]:.2f} ({most[0]})")
        lines.append((name, *cells, "met" if small else "not met"))
    heads = [cell for name in others for cell in (name, "the strongest in a genre")]
    return table_of(("figure", *heads, "≤ .30"), lines)


def structure_table(table: Table, figures: Figures, rows: Ints) -> str:
    """Return how axes correlate with each other, inside genres and at all."""
    verbal = facet_density(table, VERBAL)
    pairs = {
        "M, R: densities": (figures.density[:, M], figures.density[:, R]),
        "M, R: expected shares": (figures.expected[:, M], figures.expected[:, R]),
        "D, C1–C3: densities": (figures.density[:, D], verbal),
        "D, C: expected shares": (figures.expected[:, D], figures.expected[:, C]),
        "R, D: densities": (figures.density[:, R], figures.density[:, D]),
        "R, C: expected shares": (figures.expected[:, R], figures.expected[:, C]),
        "M, C: expected shares": (figures.expected[:, M], figures.expected[:, C]),
    }
    alone = np.full(len(rows), "all")
    lines = [
        (
            name,
            told(within(a[rows], b[rows], table.genres[rows])),
            told(within(a[rows], b[rows], alone)),
        )
        for name, (a, b) in pairs.items()
    ]
    return table_of(("pair", "inside genres", "over genres"), lines)


def robust_table(rows: Iterator[Row]) -> str:
    """Return correlations of ranks; below .90 is not robust by METRICS."""
    lines = [
        (change, figure, str(count), told(found), "met" if found.value >= 0.90 else "not met")
        for change, figure, found, count in rows
    ]
    return table_of(
        ("what is done otherwise", "figure", "documents", "rank correlation", "≥ .90"), lines
    )


def balanced(table: Table, frame: Frame, rows: Ints) -> tuple[Ints, Bools]:
    """Return the documents that get a balance, and whether its interval leaves out 0."""
    kept, sure = [], []
    for number in rows:
        name = f"{table.names[number]:0<64}"
        score = score_document(frame, scores_of(table, int(number), frame.axes), name)
        if score.balance is not None:
            found = score.balance.main.log_ratio
            kept.append(int(number))
            sure.append(not found.low <= 0 <= found.high)
    return np.array(kept, dtype=np.int64), np.array(sure, dtype=np.bool_)


def fairness_table(answers: Answers, axes: Sequence[Axis]) -> str:
    """Return how right probabilities and labels are in each genre."""
    lines = []
    for genre in np.unique(answers.genres):
        own = answers.genres == genre
        if own.sum() < _ENOUGH:
            continue
        for number, axis in enumerate(axes):
            chance, truth = answers.chance[own, number], answers.truth[own, number]
            label = answers.label[own, number]
            error = calibration_error(chance, truth.astype(np.float64), np.ones(len(chance)))
            right = f"{truth[label].mean():.2f} ({label.sum()})" if label.any() else "–"
            lines.append(
                (str(genre), axis.code, str(own.sum()), f"{truth.mean():.3f}",
                 f"{chance.mean():.3f}", f"{chance.mean() - truth.mean():+.3f}",
                 f"{error:.3f}", right)
            )  # fmt: skip
    heads = ("genre", "axis", "passages", "coders", "mean q", "difference", "calibration error",
             "precision (labels)")  # fmt: skip
    return table_of(heads, lines)


def sections(table: Table, frame: Frame) -> Iterator[tuple[str, str]]:
    """Yield the name of each table of the page, and the table."""
    axes, figures = frame.axes, figures_of(table)
    long = np.flatnonzero(figures.passages >= 50)
    answers = outoffold.load(SCRATCH / "judged-document.npz")
    unseen = outoffold.load(SCRATCH / "judged-source.npz")
    yield "known", table_of(CLAIMED, claim_rows(table, figures))
    yield "residents", table_of(COMPARED, residents_rows(unseen, RESIDENTS))
    yield "discriminant", discriminant_table(figures, long, table.genres)
    yield "structure", structure_table(table, figures, long)
    yield "robust", robust_table(changes(table, axes, np.flatnonzero(figures.passages >= 20)))
    yield "alpha", table_of(ALPHA, sign_changes(table, *balanced(table, frame, long)))
    yield "fair", fairness_table(answers, axes)
    yield "fair-source", fairness_table(unseen, axes)
    yield "disagreement", rate_table(table, axes, long)
    yield "floor", floor_table(table, axes)
    yield "verdicts", outcome_table(outcomes(table, frame, long))


def changes(table: Table, axes: Sequence[Axis], documents: Ints) -> Iterator[Row]:
    """Yield what comes of everything that is done otherwise."""
    yield from without_heaviest(table, axes, documents)
    yield from half_factors(table, axes, documents)
    for name, length in OTHER_LENGTHS.items():
        other = load(SCRATCH / f"{name}.npz")
        yield from cut_otherwise(table, other, axes, f"passages of {length} sentences")


def main(arguments: Sequence[str]) -> int:
    """Check everything and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", type=Path, required=True)
    options = parser.parse_args(arguments)
    for name, text in sections(load(SCRATCH / "passages.npz"), shipped_frame()):
        write_between(options.page, name, text)
        print(f"{name}\n{text}", end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
