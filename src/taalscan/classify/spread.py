"""Estimate how far the probabilities of whole documents are off, beyond what chance explains.

Model: coders give passage i of document j an axis with log odds b₀ + b₁·logit q + δ_j, δ_j normal
with standard deviation σ. With σ = 0 passages err on their own and a long document averages that
out; the part that σ stands for does not average out.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import log_expit, logit, logsumexp

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.str_]

_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(25)
_LOG_WEIGHTS = np.log(_WEIGHTS / _WEIGHTS.sum())
_SPREADS = np.arange(0, 2.51, 0.05)
"""Values of σ that are tried."""
_DROP = 1.920729
"""Half the 95 % point of chi-squared with one degree: how far the log likelihood may fall."""


@dataclass(frozen=True, slots=True)
class Miscalibration:
    """What a group of passages, such as a document, has in common beyond its probabilities.

    Attributes:
        offset: b₀; `slope` b₁, 1 where probabilities are neither too bold nor too timid.
        spread: σ, with `low` and `high` the bounds of its 95 % interval (profile likelihood).
        groups: how many groups; `several` those of more than one passage, which tell of σ.
    """

    offset: float
    slope: float
    spread: float
    low: float
    high: float
    groups: int
    several: int


def miscalibration(chance: Floats, truth: Bools, group: Texts) -> Miscalibration:
    """Return the model fitted by maximum likelihood, integrating δ by Gauss–Hermite quadrature.

    Args:
        chance: (n,) probabilities q of models that did not learn from the passage.
        truth: (n,) whether coders gave the axis.
        group: (n,) what tells the groups.
    """
    logits = logit(np.clip(chance, 1e-6, 1 - 1e-6))
    _, place, sizes = np.unique(group, return_inverse=True, return_counts=True)
    signs = np.where(truth, 1.0, -1.0)

    def loss(values: Floats, spread: float) -> float:
        rows = log_expit(
            signs[:, None] * (values[0] + values[1] * logits[:, None] + spread * _NODES)
        )
        summed = np.zeros((len(sizes), len(_NODES)))
        np.add.at(summed, place, rows)
        return -float(logsumexp(summed + _LOG_WEIGHTS, axis=1).sum())

    losses, values = [], [np.array([0.0, 1.0])]
    for spread in _SPREADS:
        # starting from what fitted the spread before
        found = minimize(loss, values[-1], args=(float(spread),), method="BFGS")
        losses.append(float(found.fun))
        values.append(found.x)
    best = int(np.argmin(losses))
    inside = _SPREADS[np.array(losses) <= losses[best] + _DROP]
    offset, slope = values[best + 1]
    return Miscalibration(
        offset=float(offset),
        slope=float(slope),
        spread=float(_SPREADS[best]),
        low=float(inside.min()),
        high=float(inside.max()),
        groups=len(sizes),
        several=int((sizes > 1).sum()),
    )
