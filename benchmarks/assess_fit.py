"""Fit the assessment's parameters on windows with a reference (benchmarks/assess_windows.json).

    python benchmarks/assess_fit.py --data DIR… --on WINDOW… [--rounds 100] [--out TABLE --version V]

DIR holds what the windows name: `reference/`, `ledger/`, and the claims read from reports (`isw.jsonl`, by `salient
extract`). A window costs its Brier score over that of "nothing changes", plus penalties for miscalibration, months
worse than "nothing changes", flips missed, and false flips. Search: random steps in a few parameters at a time, kept
when they cost less; the same seed finds the same table.
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
"""Share of a window's flips that may be false before the fit minds."""
RANGES = {
    "true_when_said": (0.05, 0.6),
    "prior_claims": (2.0, 20.0),
    "response_weight": (0.3, 5.0),
    "unborne": (0.03, 1.0),
    "own_word": (1.5, 12.0),
    "learned_fade_days": (40.0, 300.0),
    "ripening": (0.005, 0.08),
    "ripening_exponent": (0.2, 2.0),
    "claim_fade_days": (20.0, 150.0),
    "reach_km": (3.0, 7.0),
    "ahead": (0.1, 0.8),
    "neighbour_share": (0.2, 0.9),
    "path_exponent": (0.1, 1.5),
    "coupling": (0.003, 0.1),
    "drift": (0.00003, 0.002),
    "admission": (3.2, 5.0),
    "independent": (3.0, 5.0),
    "own_voice": (2.2, 4.5),
    "hold": (0.2, 2.5),
    "hold_stops": (0.1, 0.95),
    "contest_unsettles": (0.001, 0.06),
    "advance": (0.001, 0.02),
    "event_ripening": (0.005, 0.08),
    "assault": (0.0005, 0.03),
    "repelled": (0.05, 1.0),
    "deepest_km": (10.0, 40.0),
    "company": (0.2, 3.0),
    "area_share": (0.8, 0.98),
}


def unfitted() -> Parameters:
    """A start that no window has shaped: the middle of every range, on a logarithmic scale."""
    middle = {name: float(np.sqrt(low * high)) for name, (low, high) in RANGES.items()}
    return replace(load_parameters(), **middle)


def cost(one: Window, found: Scores) -> float:
    worse = sum(found.months[month] > one.frozen.months[month] for month in found.months)
    return one.weight * (
        found.brier / one.frozen.brier
        + 0.5 * max(0.0, found.ece - 0.03)
        + 0.04 * worse
        + 0.4 * (1.0 - found.flips_seen / one.frozen.flips)
        + 0.5 * max(0.0, found.false_flips / one.frozen.flips - UNPUNISHED)
    )


def search(windows: Sequence[Window], told: Parameters, rounds: int, seed: int) -> Parameters:
    random = np.random.default_rng(seed)
    best = sum(cost(one, one.score(told)) for one in windows)
    for number in range(rounds):
        names = random.choice(list(RANGES), size=random.integers(1, 5), replace=False).tolist()
        stepped = {
            name: float(np.clip(getattr(told, name) * np.exp(0.4 * random.normal()), *RANGES[name])) for name in names
        }
        tried = replace(told, **stepped)
        costs = 0.0
        for one in windows:
            costs += cost(one, one.score(tried))
            if costs >= best:
                break
        else:
            best, told = costs, tried
            sys.stderr.write(f"{number:4d} {best:.4f} {', '.join(stepped)}\n")
    rounded = {k: v if isinstance(v, str) else float(f"{v:.3g}") for k, v in asdict(told).items()}
    return Parameters(**rounded)


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
