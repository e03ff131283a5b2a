"""Measure how well genres are guessed, and write the tables into a page.

python -m validation.genre --corpus reference.jsonl.gz --page docs/reference.md
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from taalscan.reference import load_genres
from training.genre import Examples, examples_of, fit, outcomes, probabilities
from training.genre_corpus import Labelled, read_corpus
from training.report import write_between

Ints = npt.NDArray[np.int64]
UNDECIDED = -1
PARTS = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """What came out for documents that were kept apart.

    Attributes:
        truth: (n,), the row of the right genre; the last row is "none".
        likeliest: (n,), the row of the likeliest outcome.
        named: (n,), the row of the genre that is named, or `UNDECIDED`.
    """

    truth: Ints
    likeliest: Ints
    named: Ints


def judged(examples: Examples, folds: Sequence[tuple[Ints, Ints]]) -> Judged:
    """Return what weights of the first rows of each fold make of its other rows."""
    truth, likeliest, named = [], [], []
    for learn, judge in folds:
        weights = fit(examples.take(learn))
        values = np.array([*weights.places, weights.other])
        chances = probabilities(examples.shown[judge], values)
        best = chances.argmax(axis=1)
        sure = (chances.max(axis=1) >= weights.threshold) & (best < chances.shape[1] - 1)
        truth.append(examples.truth[judge])
        likeliest.append(best)
        named.append(np.where(sure, best, UNDECIDED))
    return Judged(np.concatenate(truth), np.concatenate(likeliest), np.concatenate(named))


def apart(groups: Sequence[str]) -> list[tuple[Ints, Ints]]:
    """Return a fold for each group with a name: the rows of all others, and its own."""
    names = np.array(groups)
    return [
        (np.flatnonzero(names != one), np.flatnonzero(names == one))
        for one in sorted(set(groups) - {""})
    ]


def by_source(labelled: Sequence[Labelled]) -> list[str]:
    """Return groups: the source where its genre has more than one, else a fifth of it."""
    sources = {(one.genre, one.source) for one in labelled}
    several = {genre for genre, _ in sources if sum(genre == other for other, _ in sources) > 1}
    return [
        one.source if one.genre in several else f"{one.source} {int(one.id, 16) % PARTS}"
        for one in labelled
    ]


def by_genre(labelled: Sequence[Labelled]) -> list[str]:
    """Return groups: whole genres. Weights then come from the other genres and "none"."""
    return [one.genre or "" for one in labelled]


def halves(labelled: Sequence[Labelled]) -> list[tuple[Ints, Ints]]:
    """Return one fold: the half that was looked at while cues were chosen, and the other."""
    unread = np.array([one.unread for one in labelled])
    return [(np.flatnonzero(~unread), np.flatnonzero(unread))]


def rows_of(found: Judged, names: Sequence[str | None]) -> Iterator[tuple[str, ...]]:
    """Yield a line for each genre that has documents, one for all of them, and one for none."""
    other = len(names) - 1
    for row, name in enumerate(names[:-1]):
        own = found.truth == row
        if own.any():
            yield (str(name), *_cells(found, own, found.named == row))
    own = found.truth != other
    yield ("**all genres**", *_cells(found, own, found.named != UNDECIDED))
    none = found.truth == other
    if none.any():
        wrong = _share(found.named[none] != UNDECIDED)
        yield ("none", str(none.sum()), "", f"named all the same: {wrong}", "", "")


def _cells(
    found: Judged, own: npt.NDArray[np.bool_], named: npt.NDArray[np.bool_]
) -> tuple[str, ...]:
    right = found.truth == found.named
    return (
        str(own.sum()),
        _share((found.likeliest == found.truth)[own]),
        _share(right[named]),
        _share(right[own]),
        _share(found.named[own] == UNDECIDED),
    )


def _share(told: npt.NDArray[np.bool_]) -> str:
    return f"{told.mean():.2f}" if len(told) else "–"


HEADINGS = ("documents", "likeliest is right", "precision", "recall", "undecided")


def table(found: Judged, names: Sequence[str | None]) -> str:
    """Return what came out as a Markdown table."""
    lines = ["| genre | " + " | ".join(HEADINGS) + " |", "|---|" + "---|" * len(HEADINGS)]
    lines += ["| " + " | ".join(row) + " |" for row in rows_of(found, names)]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure in three ways and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--page", type=Path, required=True)
    arguments = parser.parse_args()
    genres = load_genres()
    labelled = list(read_corpus(arguments.corpus, genres))
    examples = examples_of(labelled, genres)
    ways = {
        "genre-unread": halves(labelled),
        "genre-source": apart(by_source(labelled)),
        "genre-genre": apart(by_genre(labelled)),
    }
    for name, folds in ways.items():
        text = table(judged(examples, folds), outcomes(genres))
        write_between(arguments.page, name, text)
        print(f"{name}\n{text}")


if __name__ == "__main__":
    main()
