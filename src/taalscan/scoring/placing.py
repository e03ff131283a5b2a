"""Place the figures of a document among those of the documents it compares with."""

from dataclasses import replace

import numpy as np

from taalscan.model import AxisScore, BalanceIndex, DocumentBalance
from taalscan.reference import Comparable
from taalscan.scoring.balance import Amounts, replications
from taalscan.scoring.bootstrap import generator_of
from taalscan.scoring.formulas import PER
from taalscan.scoring.percentile import percentile
from taalscan.scoring.sample import PASSAGES, WORDS


def placed_score(
    score: AxisScore, amounts: Amounts, comparable: Comparable, sha256: str
) -> AxisScore:
    """Return the figures of an axis with their percentiles, where the reference has the axis.

    Args:
        score: the figures.
        amounts: the same of resampled documents.
        comparable: the documents to compare with.
        sha256: digest of the document, the seed.
    """
    sample, axis = amounts.sample, score.axis
    share = score.expected_share or score.share
    if score.density is None or share is None or axis not in comparable.densities:
        return score
    density = sample.replicated(sample.drawn["hits", axis], WORDS) * PER
    carried = sample.replicated(amounts.labelled[axis].read, PASSAGES)
    generator = generator_of(sha256, f"percentile {axis}")
    return replace(
        score,
        percentile=percentile(comparable.densities[axis], score.density.value, density, generator),
        share_percentile=percentile(comparable.shares[axis], share.value, carried, generator),
    )


def placed_balance(
    balance: DocumentBalance,
    index: BalanceIndex,
    amounts: Amounts,
    comparable: Comparable,
    sha256: str,
) -> DocumentBalance:
    """Return a balance with its percentile, and with B minus the median of the reference.

    Args:
        balance: the balances of the document.
        index: the main one.
        amounts: what they are made of.
        comparable: the documents to compare with.
        sha256: digest of the document, the seed.
    """
    if not len(comparable.balances):
        return balance
    value = balance.main.log_ratio.value
    return replace(
        balance,
        percentile=percentile(
            comparable.balances,
            value,
            replications(index, amounts),
            generator_of(sha256, "percentile balance"),
        ),
        relative=value - float(np.median(comparable.balances)),
    )
