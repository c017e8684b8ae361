"""Fit the assessment's parameters on windows with a reference, and say what they score on windows held out.

    python benchmarks/assess_fit.py WINDOWS.json --places PLACES.csv [--rounds 300] [--hold-out NAME]… [--out TABLE]

WINDOWS.json is a list of {"name", "claims", "reference", "from", "to"} and, where wanted, "column" (of the reference,
"ru"), "weight" (1) and "false_flips" (what goes unpunished, 10). The reference's state on the first day is the
baseline. A window costs its Brier score over that of the frozen baseline, plus penalties for miscalibration, months
worse than frozen, and false flips. Search: random steps in a few parameters at a time, kept when they cost less.
"""

import argparse
import json
import sys
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree

from salient.assess.fields import Problem
from salient.assess.filter import Filter
from salient.assess.ground import Ground
from salient.assess.observation import observations
from salient.assess.odds import probability
from salient.assess.parameters import TABLE, Parameters, load_parameters, write_parameters
from salient.domain.place import Place
from salient.evaluate.control import Comparison, Scores
from salient.evaluate.tables import read_claims, read_places, read_steps, value_on
from salient.theatre.load import load_theatre

AROUND_KM = 60.0
"""Places farther from the zone than this are left out of a fit."""
RANGES = {
    "true_when_said": (0.05, 0.6),
    "prior_claims": (2.0, 20.0),
    "response_weight": (0.3, 5.0),
    "learned_fade_days": (40.0, 300.0),
    "old_confirmation_fade_days": (20.0, 200.0),
    "agreement_claims": (3.0, 40.0),
    "ripening": (0.005, 0.1),
    "ripening_exponent": (0.2, 2.0),
    "claim_fade_days": (20.0, 150.0),
    "reach_km": (2.0, 8.0),
    "ahead": (0.1, 0.8),
    "neighbour_share": (0.2, 0.9),
    "path_exponent": (0.1, 1.5),
    "coupling": (0.003, 0.1),
    "coupling_from": (0.5, 0.85),
    "coupling_km": (1.5, 9.0),
    "drift": (0.00003, 0.002),
    "admission": (2.5, 5.0),
    "independent": (2.0, 5.0),
    "own_voice": (1.0, 4.0),
    "hold": (0.2, 2.5),
    "hold_stops": (0.1, 0.95),
    "contest_unsettles": (0.001, 0.06),
    "advance": (0.001, 0.02),
    "withdrawal": (0.003, 0.06),
    "event_ripening": (0.005, 0.08),
    "area_share": (0.5, 0.9),
    "deepest_km": (8.0, 35.0),
    "company": (0.2, 2.0),
    "depth_reach": (0.4, 1.4),
    "depth_haste_km": (2.0, 15.0),
    "assault": (0.0005, 0.03),
    "repelled": (0.05, 1.0),
}


@dataclass(frozen=True)
class Window:
    """One stretch of time, ready to be run again and again."""

    name: str
    problem: Problem
    comparison: Comparison
    columns: np.ndarray
    weight: float
    false_flips: int
    frozen: Scores

    def score(self, told: Parameters) -> Scores:
        log_odds = Filter(self.problem, told).log_odds[:, self.columns]
        return self.comparison.score(probability(log_odds.astype(np.float64)))

    def cost(self, told: Parameters) -> float:
        found = self.score(told)
        worse = sum(found.months[month] > self.frozen.months[month] for month in found.months)
        return self.weight * (
            found.brier / self.frozen.brier
            + 0.5 * max(0.0, found.ece - 0.03)
            + 0.04 * worse
            + 0.003 * max(0, found.false_flips - self.false_flips)
        )


def window(spec: dict, places: list[Place], theatre) -> Window:  # type: ignore[no-untyped-def,type-arg]
    first, last = date.fromisoformat(spec["from"]), date.fromisoformat(spec["to"])
    reference = read_steps(Path(spec["reference"]), spec.get("column", "ru"))
    comparison = Comparison.of(reference, places, first, last)
    whole = Ground.of(places)
    chosen = [whole.index[place] for place in comparison.zone]
    away = cKDTree(whole.xy_km[chosen]).query(whole.xy_km)[0]
    ground = Ground.of([place for place, km in zip(places, away, strict=True) if km <= AROUND_KM])
    start = value_on(reference, first)
    p = np.clip([start.get(place.id, 0.5) for place in ground.places], 0.005, 0.995)
    claims, _ = read_claims(Path(spec["claims"]))
    seen = tuple(observations(ground, claims, theatre))
    problem = Problem(ground, seen, np.log(p / (1 - p)), first, (last - first).days + 1, True, None, theatre)
    columns = np.array([ground.index[place] for place in comparison.zone])
    frozen = comparison.score(comparison.frozen)
    weight, false_flips = spec.get("weight", 1.0), spec.get("false_flips", 10)
    return Window(spec["name"], problem, comparison, columns, weight, false_flips, frozen)


def search(windows: list[Window], told: Parameters, rounds: int, seed: int) -> Parameters:
    random = np.random.default_rng(seed)
    best = sum(one.cost(told) for one in windows)
    for number in range(rounds):
        names = random.choice(list(RANGES), size=random.integers(1, 5), replace=False)
        stepped = {
            name: float(np.clip(getattr(told, name) * np.exp(0.4 * random.normal()), *RANGES[name])) for name in names
        }
        tried = replace(told, **stepped)
        cost = 0.0
        for one in windows:
            cost += one.cost(tried)
            if cost >= best:
                break
        else:
            best, told = cost, tried
            sys.stderr.write(f"{number:4d} {best:.4f} {', '.join(stepped)}\n")
    return told


def report(one: Window, told: Parameters, label: str) -> None:
    found = one.score(told)
    worse = sum(found.months[month] > one.frozen.months[month] for month in found.months)
    sys.stdout.write(
        f"{label:8s} {one.name:12s} brier {found.brier:.4f} frozen {one.frozen.brier:.4f} ece {found.ece:.3f} "
        f"seen {found.flips_seen}/{found.flips} false {found.false_flips} months worse {worse}/{len(found.months)}\n"
    )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("windows", type=Path)
    ask.add_argument("--places", type=Path, required=True)
    ask.add_argument("--theatre", default="ukraine")
    ask.add_argument("--rounds", type=int, default=300)
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--hold-out", action="append", default=[])
    ask.add_argument("--start", type=Path, default=TABLE)
    ask.add_argument("--out", type=Path)
    ask.add_argument("--version", default="draft")
    told = ask.parse_args()
    theatre, places = load_theatre(told.theatre), read_places(told.places)
    windows = [window(spec, places, theatre) for spec in json.loads(told.windows.read_text(encoding="utf-8"))]
    fitted_on = [one for one in windows if one.name not in told.hold_out]
    found = search(fitted_on, load_parameters(told.start), told.rounds, told.seed)
    rounded = {k: v if isinstance(v, str) else float(f"{v:.3g}") for k, v in asdict(found).items()}
    found = replace(Parameters(**rounded), version=told.version)
    for one in windows:
        report(one, found, "fitted" if one in fitted_on else "held out")
    if told.out:
        write_parameters(found, told.out, ", ".join(one.name for one in fitted_on))


if __name__ == "__main__":
    main()
