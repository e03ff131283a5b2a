"""Tell by how much shares of passages shift where whole documents are read too high or too low."""

import numpy as np
from scipy.special import expit, logit

from validation.table import Floats


def share_error(chance: Floats, spread: float) -> float:
    """Return by how much a mean of probabilities shifts with one standard deviation of δ."""
    logits = logit(np.clip(chance, 1e-6, 1 - 1e-6))
    return float((expit(logits + spread) - expit(logits - spread)).mean() / 2)
