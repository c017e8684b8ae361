"""Fit how a settlement's chance is read for the ground to expect (src/salient/front/expected.py), and judge that.

python benchmarks/front_expectation.py --data DIR… [--out RESULT.json]

DIR holds what benchmarks/assess_windows.json names. Truth is the reference's settlements with their cells, every 14
days. Fitted is by log loss per km² of ground of which the assessment is not certain, every stretch alike. Folds are
judged on stretches they were not fitted on; the assessment's own numbers are the bundled ones throughout.
"""

import argparse
import json
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from assess_windows import Library
from scipy.optimize import minimize

from salient.assess.parameters import load_parameters
from salient.evaluate.control import daily
from salient.front.area import Shares, change
from salient.front.chance import settled
from salient.front.expected import FITTED, TREND_DAYS, Reading, expected_share
from salient.front.ground import Ground, ground_of
from salient.front.plane import land_of
from salient.theatre.load import load_theatre

WINDOWS = Path(__file__).with_name("assess_windows.json")
EVERY_DAYS = 14
LEDGER = ("2024 second half", "2025 first half", "July to September 2025")
TEXT = ("2022 May to August", "autumn 2022, retold")
WHOLE = "2024-25"
OVERCLAIMED = ("2024 second half, overclaimed", "winter 2024-25, overclaimed", "summer 2025, overclaimed")
FOLDS = (
    ((LEDGER[0], *TEXT), LEDGER[1:]),
    ((*LEDGER[1:], *TEXT), (LEDGER[0],)),
    (TEXT, (*LEDGER, WHOLE)),
    (LEDGER, TEXT),
)
FIRST_GUESSES = ((1.0, 0.0, 0.0), (0.3, 0.05, 2.0))
"""The chance as it is, and one that is read by depth and trend: from one start alone the search may stop on the way."""


@dataclass(frozen=True)
class Stretch:
    """A window on its ground: chances on some days, by how much they rose, and who held what; shape (days, places)."""

    side: str
    ground: Ground
    share: np.ndarray
    rise: np.ndarray
    truth: np.ndarray

    @classmethod
    def of(cls, library: Library, name: str, spec: dict[str, Any]) -> "Stretch":
        window, first = library.window(name, spec), date.fromisoformat(spec["from"])
        places = window.problem.ground.places
        ground = ground_of(tuple(places), land_of(library.theatre))
        among = {place.id: i for i, place in enumerate(places)}
        columns = np.array([among[name] for name in ground.ids])
        p = settled(window.replayed(load_parameters())[:, columns])
        rows = np.unique([*range(0, len(p), EVERY_DAYS), len(p) - 1])
        days = [first + timedelta(n) for n in range(len(p))]
        truth = daily(library.reference(spec), list(ground.ids), days, np.zeros(len(columns)))[rows]
        rise = p[rows] - p[np.maximum(rows - TREND_DAYS, 0)]
        return cls(library.theatre.measured_side, ground, p[rows], rise, truth)

    def expected(self, reading: Reading) -> np.ndarray:
        return expected_share(self.share, self.rise, self.ground.around, reading)

    def loss(self, reading: Reading) -> float:
        open_ = (self.share > 0.0) & (self.share < 1.0)
        cells = np.broadcast_to(self.ground.cell_km2, self.share.shape)[open_]
        p, held = np.clip(self.expected(reading)[open_], 1e-6, 1 - 1e-6), self.truth[open_] >= 0.5
        return float(-(cells @ np.log(np.where(held, p, 1.0 - p))) / cells.sum())

    def judged(self, reading: Reading) -> dict[str, Any]:
        """Gains over the true one of the last day, by the chances as they are and as they are read."""
        cells, start = self.ground.cell_km2, self.share[0]
        true = (self.truth - self.truth[0]) @ cells
        plain, read = (self.share - start) @ cells, (self.expected(reading) - start) @ cells
        day = (Shares(self.side, shares, cells) for shares in (start, self.expected(reading)[-1]))
        net = change(*day).net_km2
        return {
            "gain_km2": round(float(true[-1])),
            "by_chance": round(float(plain[-1] / true[-1]), 2),
            "expected": round(float(read[-1] / true[-1]), 2),
            "interval_km2": [round(net.low or 0.0), round(net.high or 0.0)],
            "off_by_chance_km2": round(float(np.sqrt(np.mean((plain - true) ** 2)))),
            "off_expected_km2": round(float(np.sqrt(np.mean((read - true) ** 2)))),
        }


def fitted(stretches: list[Stretch]) -> Reading:
    def loss(x: np.ndarray) -> float:
        return sum(one.loss(Reading(*x)) for one in stretches)

    found = min((minimize(loss, start, method="Nelder-Mead") for start in FIRST_GUESSES), key=lambda one: one.fun)
    return Reading(*(round(float(value), 3) for value in found.x))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, nargs="+", required=True)
    asked.add_argument("--out", type=Path)
    given = asked.parse_args()
    library, specs = Library.of(given.data, load_theatre("ukraine")), json.loads(WINDOWS.read_text())["windows"]
    names = (*LEDGER, *TEXT, WHOLE, *OVERCLAIMED)
    stretches = {name: Stretch.of(library, name, specs[name]) for name in names}
    result = {
        "fitted": asdict(fitted([stretches[name] for name in (*LEDGER, *TEXT)])),
        "bundled": {name: one.judged(FITTED) for name, one in stretches.items()},
        "folds": [_fold(stretches, fit, judge) for fit, judge in FOLDS],
    }
    text = json.dumps(result, indent=1)
    if given.out:
        given.out.write_text(text + "\n", encoding="utf-8")
    print(text)  # noqa: T201


def _fold(stretches: dict[str, Stretch], fit: tuple[str, ...], judge: tuple[str, ...]) -> dict[str, Any]:
    reading = fitted([stretches[name] for name in fit])
    judged = {name: stretches[name].judged(reading) for name in judge}
    return {"fitted_on": list(fit), "fitted": asdict(reading), "judged": judged}


if __name__ == "__main__":
    main()
