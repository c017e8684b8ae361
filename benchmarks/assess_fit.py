"""Fit the assessment's parameters on windows with a reference (benchmarks/assess_windows.json).

    python benchmarks/assess_fit.py --data DIR… --on WINDOW… [--stages 0.2:9 0.1:4] [--out TABLE --version V]

DIR holds what the windows name: `reference/`, `ledger/`, and the claims read from reports (`isw.jsonl` and
`autumn.jsonl`, by `salient extract`). The search starts in the middle of every range, where no window has been seen,
and is held there by a prior: a number that the windows say nothing of stays in the middle. Each step is one of
Levenberg and Marquardt (SIAM J. Appl. Math. 11, 1963, 431-441) on the residuals of benchmarks/assess_cost.py; between
steps what each number does is brought up to date as Broyden does it (Math. Comp. 19, 1965, 577-593), and measured anew
where that gains little. Nothing is random.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from assess_cost import figures, line, residuals
from assess_windows import Library, Window

from salient.assess.parameters import Parameters, load_parameters, write_parameters
from salient.theatre.load import load_theatre

WINDOWS = Path(__file__).with_name("assess_windows.json")
STAGES = ((0.2, 9),)
"""Strength of the prior, and steps: on a scale where a range reaches from -1 to 1, a number's square times that of the
strength is added to the cost."""
APART = 0.08
"""How far numbers are moved on that scale to see what they do."""
DAMPING = (1.0, 0.1, 0.01)
"""Tried at each step, times the mean curvature; the best is taken."""
WORTH_IT = 0.01
"""What numbers do is measured anew after a step that lessens the cost by less than this share."""
ENOUGH = 0.002
"""A step that lessens the cost by no more than this share is the last, where that was just done."""
RANGES = {
    "true_when_said": (0.05, 0.6),
    "prior_claims": (2.0, 20.0),
    "response_weight": (0.3, 5.0),
    "unborne": (0.03, 1.0),
    "own_word": (1.5, 12.0),
    "maturing_days": (20.0, 400.0),
    "onward": (0.05, 3.0),
    "colleagues": (0.1, 0.6),
    "surge": (0.3, 4.0),
    "beyond_line": (0.05, 1.0),
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
    "coupling_km": (3.0, 9.0),
    "withstanding": (0.2, 1.0),
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
    "encirclement": (0.001, 0.05),
    "assault": (0.0005, 0.03),
    "line": (0.1, 1.5),
    "repelled": (0.05, 1.0),
    "deepest_km": (10.0, 40.0),
    "company": (0.2, 3.0),
    "event_true": (0.05, 0.8),
    "area_true": (0.3, 0.95),
    "left_km": (8.0, 40.0),
    "area_share": (0.8, 0.98),
    "depth_reach": (0.4, 2.0),
    "depth_haste_km": (2.0, 20.0),
}
NAMES = tuple(RANGES)
LOW, HIGH = (np.log([RANGES[name][end] for name in NAMES]) for end in (0, 1))


def at(where: np.ndarray) -> Parameters:
    """The numbers at a point: 0 is the middle of a range on a logarithmic scale, -1 and 1 are its ends."""
    values = np.exp((LOW + HIGH) / 2.0 + where * (HIGH - LOW) / 2.0)
    return replace(load_parameters(), **dict(zip(NAMES, values.tolist(), strict=True)))


def search(windows: Sequence[Window], stages: Sequence[tuple[float, int]]) -> Parameters:
    """The numbers that cost least, each to three digits. Each stage has the strength of its prior and its steps."""
    where = np.zeros(len(NAMES))
    for prior, steps in stages:
        where = _stage(windows, where, prior, steps)
    rounded = {k: v if isinstance(v, str) else float(f"{v:.3g}") for k, v in asdict(at(where)).items()}
    return Parameters(**rounded)


def _stage(windows: Sequence[Window], where: np.ndarray, prior: float, steps: int) -> np.ndarray:
    found = _residuals(windows, where)
    cost, slopes = _cost(found, where, prior), None
    sys.stderr.write(f"prior {prior}, start {cost:.4f}\n")
    for number in range(steps):
        anew = slopes is None
        slopes = _slopes(windows, where, found) if slopes is None else slopes
        slope = (slopes @ found).astype(np.float64) + prior**2 * where
        curvature = (slopes @ slopes.T).astype(np.float64) + prior**2 * np.eye(len(where))
        tried = [_moved(where, slope, curvature, damping) for damping in DAMPING]
        outcomes = [_residuals(windows, there) for there in tried]
        costs = [_cost(*pair, prior) for pair in zip(outcomes, tried, strict=True)]
        best = int(np.argmin(costs))
        gained = 1.0 - costs[best] / cost
        sys.stderr.write(f"{number:4d} {costs[best]:.4f} with {DAMPING[best]}{' anew' if anew else ''}\n")
        if gained > 0.0:
            way = (tried[best] - where).astype(np.float32)
            slopes += np.outer(way / (way @ way), outcomes[best] - found - way @ slopes)
            where, found, cost = tried[best], outcomes[best], costs[best]
        if gained < ENOUGH and anew:
            break
        if gained < WORTH_IT:
            slopes = None
    return where


def _residuals(windows: Sequence[Window], where: np.ndarray) -> np.ndarray:
    return np.concatenate([residuals(one, at(where)) for one in windows]).astype(np.float32)


def _cost(found: np.ndarray, where: np.ndarray, prior: float) -> float:
    return float((found.astype(np.float64) ** 2).sum() + prior**2 * (where**2).sum())


def _slopes(windows: Sequence[Window], where: np.ndarray, found: np.ndarray) -> np.ndarray:
    """How each residual follows each number, by moving one at a time: shape (numbers, residuals)."""
    slopes = np.empty((len(where), len(found)), dtype=np.float32)
    for k in range(len(where)):
        apart = np.zeros(len(where))
        apart[k] = APART if where[k] < 0.0 else -APART
        slopes[k] = (_residuals(windows, where + apart) - found) / apart[k]
    return slopes


def _moved(where: np.ndarray, slope: np.ndarray, curvature: np.ndarray, damping: float) -> np.ndarray:
    """One damped step within the ranges; numbers that would leave them stay at the end, and the others step anew."""
    damped = curvature + damping * float(np.trace(curvature)) / len(where) * np.eye(len(where))
    free, there = np.ones(len(where), dtype=bool), where.copy()
    for _ in range(len(where)):
        rest = slope[free] + damped[np.ix_(free, ~free)] @ (there - where)[~free]
        there[free] = where[free] - np.linalg.solve(damped[np.ix_(free, free)], rest)
        out = free & (np.abs(there) > 1.0)
        if not out.any():
            break
        there[out] = np.sign(there[out])
        free &= ~out
    return there


def stage(told: str) -> tuple[float, int]:
    prior, steps = told.split(":")
    return float(prior), int(steps)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, nargs="+", required=True)
    ask.add_argument("--on", nargs="*", default=[])
    ask.add_argument("--judge", nargs="*", default=[])
    ask.add_argument("--theatre", default="ukraine")
    ask.add_argument("--stages", nargs="*", type=stage, default=STAGES, help="PRIOR:STEPS, the strongest prior first")
    ask.add_argument("--out", type=Path)
    ask.add_argument("--version", default="draft")
    told = ask.parse_args()
    specs = json.loads(WINDOWS.read_text(encoding="utf-8"))["windows"]
    library = Library.of(told.data, load_theatre(told.theatre))
    windows = [library.window(name, specs[name]) for name in told.on]
    found = replace(search(windows, told.stages) if told.stages else load_parameters(), version=told.version)
    for one in [*windows, *(library.window(name, specs[name]) for name in told.judge)]:
        sys.stdout.write(line(figures(one, one.score(found))) + "\n")
    if told.out:
        write_parameters(found, told.out, ", ".join(told.on))


if __name__ == "__main__":
    main()
