"""Tell what the shipped recipe makes of written passages, and what learning from them changes.

python -m validation.written --labels LABELS.jsonl --written data/written.jsonl
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from taalscan.classify.artifact import classifier_of
from taalscan.classify.evaluation import Judged, evaluate
from taalscan.learning import cross_validated, judged_by, train
from taalscan.lexicon.evidence import in_reading_part
from taalscan.model import Interval
from validation.data import SCHEMES, Data, load


def main(arguments: Sequence[str]) -> int:
    """Print a line for each way of learning and set of passages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--written", type=Path, required=True)
    options = parser.parse_args(arguments)
    data = load(options.labels, options.written)
    print("| learnt from | judged | M | R | D | C | macro-F1 |\n|---|---|---|---|---|---|---|")
    for learnt, part, judged in measured(data):
        found = evaluate(judged, data.codes)
        cells = [_told(f) for f in (*(axis.f1 for axis in found.axes), found.macro_f1)]
        print(f"| {learnt} | {part} | {' | '.join(cells)} |")
    return 0


def measured(data: Data) -> Iterator[tuple[str, str, list[Judged]]]:
    """Yield what was learnt from, what was judged, and the judgements."""
    axes, examples = data.lexicon.axes, data.examples
    real, written = examples[: data.real], examples[data.real :]
    classifier = classifier_of(train(real, axes, {}), "real")
    yield "real", "written", judged_by(classifier, written, axes)
    both = cross_validated(examples, axes, SCHEMES["document"])
    yield "both, five folds by document", "written", both[data.real :]
    unread = [one for one in both[: data.real] if not in_reading_part(one.passage)]
    yield "both, five folds by document", "real, unread", unread


def _told(figure: Interval | None) -> str:
    return "–" if figure is None else f"{figure.value:.3f} ({figure.low:.2f}–{figure.high:.2f})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
