"""Fit the assessment's parameters on windows with a reference (benchmarks/assess_windows.json).

    python benchmarks/assess_fit.py --data DIR… --on WINDOW… [--rounds 100] [--out TABLE --version V]

DIR holds what the windows name: `reference/`, `ledger/`, and the claims read from reports (`isw.jsonl`, by `salient
extract`). A window costs its Brier score over that of "nothing changes", plus penalties for miscalibration, months
worse than "nothing changes", flips missed, false flips, and places gained in all, more or fewer than were. Search:
random steps in a few parameters at a time, ever smaller, kept when they cost less; the same seed finds the same table.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
from assess_windows import Library, Window

from salient.assess.parameters import Parameters, load_parameters, write_parameters
from salient.evaluate.control import Scores
from salient.theatre.load import load_theatre

WINDOWS = Path(__file__).with_name("assess_windows.json")
UNPUNISHED = 0.05
"""Share of a window's flips that may be false, or of the places gained that may be off, before the fit minds."""
HOPE = 0.02
"""A step that costs so much more on the first windows is not tried on the others."""
FIRST_STEP, LAST_STEP = 0.5, 0.15
"""Standard deviation of a step, on a logarithmic scale."""
LONGER = 1.5
"""How much longer a step is taken again."""
RANGES = {
    "true_when_said": (0.05, 0.6),
    "prior_claims": (2.0, 20.0),
    "old_confirmation_fade_days": (20.0, 400.0),
    "response_weight": (0.3, 5.0),
    "unborne": (0.03, 1.0),
    "own_word": (1.5, 12.0),
    "maturing_days": (20.0, 400.0),
    "onward": (0.05, 3.0),
    "learned_fade_days": (40.0, 300.0),
    "ripening": (0.005, 0.08),
    "ripening_exponent": (0.2, 2.0),
    "claim_fade_days": (20.0, 150.0),
    "reach_km": (3.0, 7.0),
    "rearward": (1.0, 3.0),
    "ahead": (0.1, 0.8),
    "neighbour_share": (0.2, 0.9),
    "path_exponent": (0.1, 1.5),
    "coupling": (0.003, 0.1),
    "coupling_from": (0.4, 0.7),
    "coupling_km": (3.0, 9.0),
    "withstanding": (0.2, 1.0),
    "drift": (0.00003, 0.002),
    "ageing": (0.00001, 0.0002),
    "admission": (3.2, 5.0),
    "independent": (3.0, 5.0),
    "own_voice": (2.2, 4.5),
    "hold": (0.2, 2.5),
    "hold_stops": (0.1, 0.95),
    "contest_unsettles": (0.001, 0.06),
    "advance": (0.001, 0.02),
    "event_ripening": (0.005, 0.08),
    "withdrawal": (0.001, 0.05),
    "assault": (0.0005, 0.03),
    "line": (0.1, 1.5),
    "repelled": (0.05, 1.0),
    "deepest_km": (10.0, 40.0),
    "company": (0.2, 3.0),
    "area_share": (0.8, 0.98),
    "depth_reach": (0.4, 2.0),
    "depth_haste_km": (2.0, 20.0),
}


def unfitted() -> Parameters:
    """A start that no window has shaped: the middle of every range, on a logarithmic scale."""
    middle = {name: float(np.sqrt(low * high)) for name, (low, high) in RANGES.items()}
    return replace(load_parameters(), **middle)


def cost(one: Window, told: Parameters) -> float:
    p = one.p(told)
    found = one.comparison.score(p)
    worse = sum(found.months[month] > one.frozen.months[month] for month in found.months)
    return one.weight * (
        found.brier / one.frozen.brier
        + 0.5 * max(0.0, found.ece - 0.03)
        + 0.04 * worse
        + 0.4 * (1.0 - found.flips_seen / one.frozen.flips)
        + 1.0 * max(0.0, found.false_flips / one.frozen.flips - UNPUNISHED)
        + 1.0 * max(0.0, abs(gain_off(one, p)) - UNPUNISHED)
    )


def gain_off(one: Window, p: np.ndarray) -> float:
    """By how much the places gained on balance, by their probabilities, are off on the last day: as a share."""
    first, last = one.comparison.states[0].astype(float), one.comparison.states[-1].astype(float)
    return float((p[-1] - last).sum() / max(abs((last - first).sum()), 1.0))


def search(windows: Sequence[Window], told: Parameters, rounds: int, seed: int) -> Parameters:
    random = np.random.default_rng(seed)
    costs = [cost(one, told) for one in windows]
    factors: dict[str, float] = {}
    for number in range(rounds):
        if not factors:
            names = random.choice(list(RANGES), size=random.integers(1, 5), replace=False).tolist()
            size = FIRST_STEP * (LAST_STEP / FIRST_STEP) ** (number / rounds)
            factors = {name: float(np.exp(size * random.normal())) for name in names}
        tried = replace(
            told, **{name: float(np.clip(getattr(told, name) * by, *RANGES[name])) for name, by in factors.items()}
        )
        found = _costs_if_less(windows, tried, costs)
        if found is None:
            factors = {}
            continue
        costs, told = found, tried
        factors = {name: by**LONGER for name, by in factors.items()}  # a step that helped is taken again
        sys.stderr.write(f"{number:4d} {sum(costs):.4f} {', '.join(factors)}\n")
    rounded = {k: v if isinstance(v, str) else float(f"{v:.3g}") for k, v in asdict(told).items()}
    return Parameters(**rounded)


def _costs_if_less(windows: Sequence[Window], told: Parameters, best: Sequence[float]) -> list[float] | None:
    """The cost of each window where the sum is less than the best; given up early where it will hardly be."""
    found: list[float] = []
    for one in windows:
        found.append(cost(one, told))
        if sum(found) > sum(best[: len(found)]) + HOPE:
            return None
    return found if sum(found) < sum(best) else None


def figures(one: Window, found: Scores) -> dict[str, Any]:
    """What is told of a window."""
    worse = [month for month in found.months if found.months[month] > one.frozen.months[month]]
    return {
        "window": one.name,
        "nothing_changes": round(one.frozen.brier, 4),
        "brier": round(found.brier, 4),
        "ece": round(found.ece, 3),
        "flips_seen": found.flips_seen,
        "flips": found.flips,
        "false_flips": found.false_flips,
        "months_worse": worse,
    }


def line(told: dict[str, Any]) -> str:
    return (
        f"{told['window']:32s} brier {told['brier']:.4f} of {told['nothing_changes']:.4f}  ece {told['ece']:.3f}  "
        f"seen {told['flips_seen']}/{told['flips']}  false {told['false_flips']}  "
        f"worse {' '.join(told['months_worse'])}"
    )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, nargs="+", required=True)
    ask.add_argument("--on", nargs="*", default=[])
    ask.add_argument("--judge", nargs="*", default=[])
    ask.add_argument("--theatre", default="ukraine")
    ask.add_argument("--rounds", type=int, default=100)
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--start", type=Path, help="a table; without one, the middle of every range")
    ask.add_argument("--out", type=Path)
    ask.add_argument("--version", default="draft")
    told = ask.parse_args()
    specs = json.loads(WINDOWS.read_text(encoding="utf-8"))["windows"]
    library = Library.of(told.data, load_theatre(told.theatre))
    windows = [library.window(name, specs[name]) for name in told.on]
    start = load_parameters(told.start) if told.start else unfitted()
    found = replace(search(windows, start, told.rounds, told.seed), version=told.version)
    for one in [*windows, *(library.window(name, specs[name]) for name in told.judge)]:
        sys.stdout.write(line(figures(one, one.score(found))) + "\n")
    if told.out:
        write_parameters(found, told.out, ", ".join(told.on))


if __name__ == "__main__":
    main()
