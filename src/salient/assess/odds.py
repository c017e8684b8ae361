"""Probabilities and log-odds, there and back."""

import numpy as np

from salient.assess.ground import Floats


def probability(log_odds: Floats) -> Floats:
    p: Floats = 1.0 / (1.0 + np.exp(-log_odds))
    return p


def logit(p: Floats) -> Floats:
    """Log-odds; 0 and 1 are taken as a millionth off."""
    clipped = np.clip(p, 1e-6, 1.0 - 1e-6)
    odds: Floats = np.log(clipped / (1.0 - clipped))
    return odds
