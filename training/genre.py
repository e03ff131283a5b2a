"""Fit how much each place tells of the genre of a document, and write the weights.

    python -m training.genre --corpus reference.jsonl.gz --out reference/genre-weights.json

Seven numbers are fitted: a weight for each place, which all genres share, and the score of "none".
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from taalscan.classify.genre import strengths
from taalscan.reference import Genres, Place, Weights, load_genres
from training.genre_corpus import Labelled, read_corpus

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

RIDGE = 0.0003
"""Pulls weights to 1, so that a place of which the corpus says little still counts."""

THRESHOLD = 0.7
"""A wrong genre leads to a wrong comparison, no genre to none; figures in docs/reference.md."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Documents as numbers.

    Attributes:
        shown: (n, G + 1, P), what `strengths` gives; the last row of each is "none".
        truth: (n,), the row of the right genre.
        mass: (n,), how much a document counts; see `masses`.
    """

    shown: Floats
    truth: Ints
    mass: Floats

    def take(self, rows: Ints) -> "Examples":
        """Return some of the documents."""
        return Examples(self.shown[rows], self.truth[rows], self.mass[rows])


def examples_of(labelled: Sequence[Labelled], genres: Genres) -> Examples:
    """Return documents as numbers."""
    names = outcomes(genres)
    return Examples(
        np.stack([strengths(one.document, genres) for one in labelled]),
        np.array([names.index(one.genre) for one in labelled]),
        masses(labelled),
    )


def outcomes(genres: Genres) -> list[str | None]:
    """Return the ids of the genres, and None for "none" last."""
    return [*(genre.id for genre in genres.genres), None]


def masses(labelled: Sequence[Labelled]) -> Floats:
    """Return (n,) masses: every genre counts the same, a source in it by the root of its size."""
    sizes = Counter((one.genre, one.source) for one in labelled)
    totals: Counter[str | None] = Counter()
    for (genre, _), size in sizes.items():
        totals[genre] += size**0.5
    return np.array([sizes[one.genre, one.source] ** -0.5 / totals[one.genre] for one in labelled])


def fit(examples: Examples) -> Weights:
    """Return the weights under which the right genres are likeliest (a convex problem)."""
    mass = examples.mass / examples.mass.sum()
    rows = np.arange(len(mass))
    places = len(Place)

    def loss(values: Floats) -> tuple[float, Floats]:
        chances = probabilities(examples.shown, values)
        told = -float(mass @ np.log(chances[rows, examples.truth] + 1e-300))
        chances[rows, examples.truth] -= 1
        chances *= mass[:, None]
        slope = np.append(np.einsum("ng,ngp->p", chances, examples.shown), chances[:, -1].sum())
        off = np.append(values[:places] - 1, 0)
        return told + RIDGE / 2 * float(off @ off), slope + RIDGE * off

    bounds = [(0, None)] * places + [(None, None)]
    found = minimize(loss, np.ones(places + 1), jac=True, bounds=bounds, method="L-BFGS-B")
    *weights, other = (round(float(value), 2) for value in found.x)
    return Weights(tuple(weights), other, THRESHOLD)


def probabilities(shown: Floats, values: Floats) -> Floats:
    """Return (n, G + 1) probabilities of genres and "none" under weights and score: (P + 1,)."""
    scores = shown @ values[:-1]
    scores[:, -1] += values[-1]
    chances: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    return chances


def to_json(weights: Weights, documents: int, corpus: str) -> str:
    """Return weights as the file that ships."""
    content = {
        "plaatsen": dict(zip(Place, weights.places, strict=True)),
        "geen": weights.other,
        "drempel": weights.threshold,
        "documenten": documents,
        "corpus": corpus,
    }
    return json.dumps(content, indent=1) + "\n"


def main() -> None:
    """Fit on the whole corpus and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    genres = load_genres()
    labelled = list(read_corpus(arguments.corpus, genres))
    weights = fit(examples_of(labelled, genres))
    digest = hashlib.sha256(arguments.corpus.read_bytes()).hexdigest()
    arguments.out.write_text(to_json(weights, len(labelled), digest), encoding="utf-8")
    print(f"{len(labelled)} documents: {weights}")


if __name__ == "__main__":
    main()
