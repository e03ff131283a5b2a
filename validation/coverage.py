"""Measure how often the intervals of documents hold the truth, on documents where it is known.

    python -m validation.coverage --page docs/validation.md

Needs validation/scratch/passages.npz (validation.passages) and judged-document.npz
(validation.outoffold).
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log
from pathlib import Path

import numpy as np

from taalscan.classify import shipped_classifier
from taalscan.classify.spread import Miscalibration, miscalibration
from taalscan.lexicon import compile_lexicons, load_lexicon, resolve_lexicon
from taalscan.model import Axis, AxisScore, Interval
from taalscan.scoring import DocumentScore, Frame, score_document
from taalscan.scoring.formulas import ALPHA, PER
from training.report import write_between
from validation import outoffold
from validation.clumping import LAGS, Clumping, clumping, long_documents
from validation.outoffold import Answers
from validation.synthetic import Made, Maker, Setting
from validation.table import Table, load

SCRATCH = Path(__file__).parent / "scratch"
DOCUMENTS = 500

FEW, MANY = 25.0, 3.0
"""Mean passages of a section in documents of few long, and of many short sections."""

SETTINGS = tuple(
    Setting(f"{density} density, {shape} sections", quantile, section)
    for density, quantile in (("low", 0.25), ("median", 0.5), ("high", 0.9))
    for shape, section in (("long", FEW), ("short", MANY))
)

SIDE = "side of B, coders"

Covered = Mapping[tuple[str, str], "Coverage"]


@dataclass(slots=True)
class Coverage:
    """How often an interval held the truth, was too high or too low; and how wide it was."""

    count: int = 0
    held: int = 0
    over: int = 0
    under: int = 0
    width: float = 0.0

    def add(self, interval: Interval, truth: float) -> None:
        """Count one interval."""
        self.count += 1
        self.over += truth < interval.low
        self.under += truth > interval.high
        self.held += interval.low <= truth <= interval.high
        self.width += interval.high - interval.low

    @property
    def share(self) -> float:
        """Share of the intervals that held the truth."""
        return self.held / self.count if self.count else float("nan")


def shipped_frame() -> Frame:
    """Return what the shipped lexicon scores documents on."""
    matcher = compile_lexicons([load_lexicon(resolve_lexicon("beleid-nl"))])
    return Frame(matcher.axes, matcher.balances, shipped_classifier().spreads())


def maker(table: Table, frame: Frame, error: Sequence[float]) -> Maker:
    """Return what makes documents like the long ones of a table.

    Args:
        table: the passages.
        frame: what they were scored on.
        error: standard deviation of the calibration error of a document, one an axis.
    """
    documents = long_documents(table)
    clumped = [clumping(table, axis, documents) for axis in range(len(frame.axes))]
    return Maker(table, frame.axes, clumped, error)


def measured(
    own: Maker, frame: Frame, setting: Setting, count: int = DOCUMENTS
) -> dict[tuple[str, str], Coverage]:
    """Return the coverage of each figure and axis in one setting; the balance has no axis.

    Args:
        own: what makes the documents.
        frame: what they are scored on.
        setting: what documents it makes.
        count: how many.
    """
    levels = own.levels(setting)
    found: dict[tuple[str, str], Coverage] = defaultdict(Coverage)
    for number in range(count):
        rng = np.random.default_rng([number, *setting.name.encode()])
        made = own.document(setting, levels, rng)
        score = score_document(frame, made.passages, f"{number:016x}" * 4)
        for name, axis, interval, truth in compared(made, score, frame, own.words):
            found[name, axis].add(interval, truth)
    return found


def compared(
    made: Made, score: DocumentScore, frame: Frame, words: float
) -> Iterator[tuple[str, str, Interval, float]]:
    """Yield figure, code of the axis, interval and truth of everything with an interval."""
    for number, (axis, own) in enumerate(zip(frame.axes, score.axes, strict=True)):
        truth = {name: values[number] for name, values in made.truth.items()}
        yield from _of_axis(axis.code, own, truth, words)
    if score.balance is None:
        return
    size = len(made.passages)
    codes = [axis.id for axis in frame.axes]
    above, below = (
        codes.index(side.members[0]) for side in (frame.indices[0].above, frame.indices[0].below)
    )
    main = score.balance.main
    found = main.reading or main.log_ratio
    for name, key in (("q", "q"), ("coders", "coded"), ("coders here", "here")):
        truth_of = _log_ratio(made.truth[key], above, below, size)
        yield f"B, {name}", "", main.log_ratio, truth_of
        yield f"B with wider bounds, {name}", "", found, truth_of
    if not found.low <= 0 <= found.high:
        # the verdict holds if the truth is on the same side of 0, however far
        side = Interval(found.value, 0.0, inf) if found.low > 0 else Interval(0.0, -inf, 0.0)
        yield SIDE, "", side, _log_ratio(made.truth["coded"], above, below, size)
    for other in score.balance.others:
        if other.index == frame.indices[0].id:
            truth_lexical = _log_ratio(made.truth["weight"], above, below, size)
            yield "B of hits", "", other.log_ratio, truth_lexical


def _log_ratio(expected: Sequence[float], above: int, below: int, size: int) -> float:
    return log((size * expected[above] + ALPHA) / (size * expected[below] + ALPHA))


def _of_axis(
    code: str, own: AxisScore, truth: Mapping[str, float], words: float
) -> Iterator[tuple[str, str, Interval, float]]:
    pairs: tuple[tuple[str, Interval | None, float], ...] = (
        ("density", own.density, PER * truth["hits"] / words),
        ("weighted density", own.weighted_density, PER * truth["weight"] / words),
        ("share of labels", own.share, truth["label"]),
        ("share of words", own.word_share, truth["label_words"] / words),
        ("expected share, q", own.expected_share, truth["q"]),
        ("expected share, coders", own.expected_share, truth["coded"]),
        ("expected share, coders here", own.expected_share, truth["here"]),
    )
    for name, interval, value in pairs:
        if interval is not None:
            yield name, code, interval, value


def spreads(answers: Answers) -> list[Miscalibration]:
    """Return how far whole documents are off, one an axis."""
    return [
        miscalibration(answers.chance[:, axis], answers.truth[:, axis], answers.documents)
        for axis in range(answers.chance.shape[1])
    ]


def coverage_table(found: Mapping[str, Covered]) -> str:
    """Return the coverage by figure and axis, a column a setting, in per cent."""
    keys = list(dict.fromkeys(key for covered in found.values() for key in covered))
    lines = [
        "| figure | axis | " + " | ".join(found) + " |",
        "|---|---|" + "---|" * len(found),
    ]
    for name in dict.fromkeys(name for name, _ in keys):
        for axis in dict.fromkeys(axis for other, axis in keys if other == name):
            cells = (_cell(covered.get((name, axis))) for covered in found.values())
            lines.append(f"| {name} | {axis} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(covered: Coverage | None) -> str:
    if covered is None or not covered.count:
        return "–"
    few = "" if covered.count == DOCUMENTS else f" ({covered.count})"
    return f"{100 * covered.share:.1f}{few}"


def process_table(clumped: Sequence[Clumping], axes: Sequence[Axis], words: float) -> str:
    """Return how hits clump, a line an axis."""
    heads = ["hits a passage at 25, 50, 90 %", "k", *(f"lag {lag}" for lag in LAGS)]
    heads += ["place of q: neighbours", "between documents"]
    lines = ["| axis | " + " | ".join(heads) + " |", "|---|" + "---|" * len(heads)]
    for axis, own in zip(axes, clumped, strict=True):
        rates = ", ".join(f"{words * own.rate_at(q):.3f}" for q in (0.25, 0.5, 0.9))
        lags = " | ".join(f"{value:.2f}" for value in own.lagged)
        tail = f"{own.near:.2f} | {own.level:.2f}"
        lines.append(f"| {axis.code} | {rates} | {own.k:.2f} | {lags} | {tail} |")
    return "\n".join(lines)


def spread_table(found: Mapping[str, Sequence[Miscalibration]], axes: Sequence[Axis]) -> str:
    """Return how far whole documents are off, a line a set of passages and axis."""
    lines = [
        "| folds | axis | σ (95 %) | slope | offset | documents | with several passages |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, own in found.items():
        for axis, one in zip(axes, own, strict=True):
            spread = f"{one.spread:.2f} ({one.low:.2f}–{one.high:.2f})"
            tail = f"{one.slope:.2f} | {one.offset:+.2f} | {one.groups} | {one.several}"
            lines.append(f"| {name} | {axis.code} | {spread} | {tail} |")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Measure in all settings and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", type=Path, required=True)
    options = parser.parse_args(arguments)
    frame, table = shipped_frame(), load(SCRATCH / "passages.npz")
    off = {
        name: spreads(outoffold.load(SCRATCH / f"judged-{name}.npz"))
        for name in ("document", "source")
    }
    own = maker(table, frame, [one.spread for one in off["document"]])
    found = {setting.name: measured(own, frame, setting) for setting in SETTINGS}
    for name, text in (
        ("clumping", process_table(own.clumped, frame.axes, own.words)),
        ("calibration", spread_table(off, frame.axes)),
        ("coverage", coverage_table(found)),
    ):
        write_between(options.page, name, text)
        print(text, end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
