"""Who most probably controls a place on a day, and the evidence that says so."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

CONTESTED = "contested"
"""The outcome that neither side controls: what is said of the ground, not a lack of knowledge."""


@dataclass(frozen=True)
class Control:
    """Probabilities of the outcomes: one per belligerent side, and CONTESTED. They sum to one.

    Raises ValueError when they do not.
    """

    probabilities: Mapping[str, float]

    def __post_init__(self) -> None:
        values = self.probabilities.values()
        if any(not 0.0 <= p <= 1.0 for p in values) or not math.isclose(sum(values), 1.0, abs_tol=1e-6):
            raise ValueError(f"control must sum to one: {dict(self.probabilities)}")
        object.__setattr__(self, "probabilities", MappingProxyType(dict(self.probabilities)))

    @classmethod
    def from_weights(cls, weights_nats: Mapping[str, float]) -> "Control":
        """Normalise log weights, in nats, into probabilities."""
        top = max(weights_nats.values())
        mass = {outcome: math.exp(weight - top) for outcome, weight in weights_nats.items()}
        total = sum(mass.values())
        return cls({outcome: m / total for outcome, m in mass.items()})

    def of(self, outcome: str) -> float:
        return self.probabilities[outcome]


@dataclass(frozen=True)
class Evidence:
    """One additive row: how far one independent piece of evidence moves the log weight of each outcome.

    `origin` is the first speaker behind reprints, or the name of the part of the method that made the row
    ("neighbours", "baseline"); `claim` is the claim's id where there is one. `age_days` is how old it was on the day
    assessed; `weight_nats` is after ageing. `reliability`, 0 to 1, is the share of such claims of its speaker that were
    taken to hold when it was heard, None where none is learned.
    """

    origin: str
    weight_nats: Mapping[str, float]
    claim: str | None = None
    age_days: int = 0
    note: str = ""
    reliability: float | None = None


@dataclass(frozen=True)
class Assessment:
    """A place on a day as it could be known on `as_of`. The prior and the rows add up to the posterior.

    `prior_nats` and the rows are log weights per outcome; only differences between outcomes mean anything.
    """

    place_id: str
    day: date
    as_of: date
    prior_nats: Mapping[str, float]
    evidence: tuple[Evidence, ...]

    @property
    def posterior(self) -> Control:
        weights = dict(self.prior_nats)
        for row in self.evidence:
            for outcome, weight in row.weight_nats.items():
                weights[outcome] += weight
        return Control.from_weights(weights)
