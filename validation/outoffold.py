"""Keep, as numbers, what classifiers say of labelled passages that they did not learn from.

    python -m validation.outoffold --labels LABELS.jsonl

Writes validation/scratch/judged-document.npz and judged-source.npz.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from taalscan.classify.evaluation import Judged
from taalscan.labels import read_labels
from taalscan.language import load_analyser
from taalscan.learning import cross_validated, examples_of
from taalscan.lexicon import compile_lexicons, load_lexicon, resolve_lexicon
from taalscan.lexicon.evidence import in_reading_part
from validation.data import SCHEMES
from validation.table import Bools, Floats, Texts

SCRATCH = Path(__file__).parent / "scratch"


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What was said of n labelled passages on A axes, and what coders say.

    Attributes:
        documents: (n,) the document of each passage.
        sources: (n,) where it came from; `genres` what kind of text that is.
        random: (n,) whether it was drawn at random, not because of its words.
        unread: (n,) whether no writer of lexicon entries read it.
        chance: (n, A) combined probability q.
        label: (n, A) whether q was over its threshold.
        truth: (n, A) whether coders gave the axis.
    """

    documents: Texts
    sources: Texts
    genres: Texts
    random: Bools
    unread: Bools
    chance: Floats
    label: Bools
    truth: Bools


def answers_of(judged: Sequence[Judged], codes: Sequence[str]) -> Answers:
    """Return judgements as numbers, the axes in the order of their codes."""
    passages = [one.passage for one in judged]
    return Answers(
        documents=np.array([passage.group for passage in passages]),
        sources=np.array([passage.source for passage in passages]),
        genres=np.array([passage.genre for passage in passages]),
        random=np.array([passage.stratum == "random" for passage in passages]),
        unread=np.array([not in_reading_part(passage) for passage in passages]),
        chance=np.array([[one.probabilities[code] for code in codes] for one in judged]),
        label=np.array([[one.labels[code] for code in codes] for one in judged]),
        truth=np.array([[passage.has(code) for code in codes] for passage in passages]),
    )


def save(answers: Answers, path: Path) -> None:
    """Write answers."""
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(path, **{one.name: getattr(answers, one.name) for one in fields(Answers)})


def load(path: Path) -> Answers:
    """Read answers."""
    with np.load(path, allow_pickle=False) as kept:
        return Answers(**{one.name: kept[one.name] for one in fields(Answers)})


def main(arguments: Sequence[str]) -> int:
    """Ask classifiers of other folds, by document and by source, and write what they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=SCRATCH)
    options = parser.parse_args(arguments)
    lexicon = load_lexicon(resolve_lexicon("beleid-nl"))
    examples = examples_of(
        read_labels(options.labels),
        load_analyser(),
        compile_lexicons([lexicon]),
        unread_judge=True,
    )
    for name, fold_of in SCHEMES.items():
        judged = cross_validated(examples, lexicon.axes, fold_of)
        answers = answers_of(judged, [axis.code for axis in lexicon.axes])
        save(answers, options.out / f"judged-{name}.npz")
        print(f"{name}: {len(judged)} passages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
