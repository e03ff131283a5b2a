"""Tell how often documents get a balance, and how often disagreement keeps it from speaking."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from taalscan.model import MOST_DISAGREEMENT, Axis
from taalscan.scoring import Frame, score_document
from validation.association import table_of
from validation.table import Floats, Ints, Table, scores_of

_QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9)


def verdict_counts(table: Table, axes: Sequence[Axis]) -> tuple[Floats, Floats, Floats]:
    """Return (D, A) passages of a document that agree, have a word only, and a frame only."""
    strong = table.lexicon >= np.array([axis.threshold for axis in axes])
    label = table.label
    parts = (strong & label, strong & ~label, ~strong & label)
    agreed, word, frame = (table.per_document(part.astype(np.float64)) for part in parts)
    return agreed, word, frame


def disagreement(agreed: Floats, differ: Floats) -> Floats:
    """Return the rate of METRICS §7.2; NaN where nothing was marked."""
    marked = agreed + differ
    return np.where(marked > 0, differ / np.where(marked > 0, marked, 1), np.nan)


def rate_table(table: Table, axes: Sequence[Axis], documents: Ints) -> str:
    """Return the distribution of the rate over documents, a line an axis and one for M and R."""
    agreed, word, frame = (part[documents] for part in verdict_counts(table, axes))
    rows = []
    codes = [(axis.code, [number]) for number, axis in enumerate(axes)]
    for code, own in [*codes, ("M and R together", [0, 1])]:
        a, w, f = (part[:, own].sum(axis=1) for part in (agreed, word, frame))
        rate = disagreement(a, w + f)
        known = rate[~np.isnan(rate)]
        total = a.sum() + w.sum() + f.sum()
        rows.append(
            (
                code,
                str(len(known)),
                *(f"{value:.2f}" for value in np.quantile(known, _QUANTILES)),
                f"{(known > MOST_DISAGREEMENT).mean():.2f}",
                f"{a.sum() / total:.2f}",
                f"{w.sum() / total:.2f}",
                f"{f.sum() / total:.2f}",
            )
        )
    heads = ("axis", "documents", "10 %", "25 %", "median", "75 %", "90 %", "over .30",
             "agreed", "word only", "frame only")  # fmt: skip
    return table_of(heads, rows)


def outcomes(table: Table, frame: Frame, documents: Ints) -> Counter[tuple[str, str]]:
    """Return what the documents get, and what they would get without the rule of 30 %.

    Returns:
        Number of documents by both.
    """
    found: Counter[tuple[str, str]] = Counter()
    for number in documents:
        name = str(table.names[number])
        score = score_document(frame, scores_of(table, int(number), frame.axes), f"{name:0<64}")
        if score.balance is None:
            found[score.withheld or "none", score.withheld or "none"] += 1
            continue
        interval = score.balance.main.reading or score.balance.main.log_ratio
        side = "above" if interval.low > 0 else "below" if interval.high < 0 else "mixed"
        found[score.balance.verdict.value, side] += 1
    return found


def outcome_table(found: Counter[tuple[str, str]]) -> str:
    """Return the outcomes as a table."""
    total = found.total()
    rows = [
        (told, without, str(count), f"{100 * count / total:.1f} %")
        for (told, without), count in found.most_common()
    ]
    return table_of(("outcome", "without the rule of 30 %", "documents", "share"), rows)


def floor_table(table: Table, axes: Sequence[Axis]) -> str:
    """Return how much of the expected passages comes from passages where nothing was found."""
    hits = table.per_passage()
    rows = []
    for number, axis in enumerate(axes):
        chance, none = table.chance[:, number], hits[:, number] == 0
        label = table.label[:, number]
        rows.append(
            (
                axis.code,
                f"{chance.mean():.3f}",
                f"{label.mean():.3f}",
                f"{chance[none].mean():.3f}",
                f"{chance[none].sum() / chance.sum():.2f}",
                f"{chance[~label].sum() / chance.sum():.2f}",
            )
        )
    heads = ("axis", "mean q", "labels", "mean q without hits", "of Σq: without hits",
             "of Σq: without the label")  # fmt: skip
    return table_of(heads, rows)
