"""Stretches of a war with a reference, ready to be run again and again: what a fit is made on and judged by.

A window is described by `claims` and `reference` (files under the folders given), `from`, `to`, and where wanted
`column` of the reference ("ru"; "status" for words), `weight` in a fit (1), `reports_kept` (the share of all reports
that is kept, as a small collection has few), `overclaim` (how one side's captures of the
window are made to run ahead of the ground: `side`, `other`, `lead_days`, `invented`, `denied`, `feasts`), `rumours` (a
list of what is told of ground that a side leaves and never does: `side`, `every_days`, `places`, `denied`, `areas`) and
`baseline_from` (another reference, which gives the state of the first day).
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from scipy.spatial import cKDTree

from salient.assess.fields import Problem
from salient.assess.filter import Filter
from salient.assess.ground import Ground
from salient.assess.observation import observations
from salient.assess.odds import probability
from salient.assess.origin import with_one_voice
from salient.assess.parameters import Parameters
from salient.domain.claim import Claim
from salient.domain.place import Place
from salient.domain.theatre import Theatre
from salient.evaluate.control import Comparison, Scores
from salient.evaluate.rumours import Rumours, with_rumours
from salient.evaluate.stress import Overclaiming, overclaimed
from salient.evaluate.tables import Steps, read_claims, read_places, read_steps, value_on

AROUND_KM = 15.0
"""Places farther from the zone than this are left out."""
STATUS = {"RU": 1.0, "UA": 0.0, "LIBERATED": 0.0}
"""Words of a reference; any other leaves what was."""
LASTS_DAYS = 9
"""A reference in words flips back and forth from day to day: what lasts less is left out."""
SEED = 7


@dataclass(frozen=True)
class Window:
    name: str
    problem: Problem
    comparison: Comparison
    columns: np.ndarray
    rear: np.ndarray
    """Places around the zone, which stay what they were."""
    weight: float
    frozen: Scores

    def replayed(self, told: Parameters) -> np.ndarray:
        """The measured side's probability, shape (days, places): the zone and what lies around it."""
        return probability(Filter(self.problem, told).log_odds.astype(np.float64))

    def p(self, told: Parameters) -> np.ndarray:
        """The measured side's probability, shape (days, zone)."""
        return self.replayed(told)[:, self.columns]

    def score(self, told: Parameters) -> Scores:
        return self.comparison.score(self.p(told))


@dataclass(frozen=True)
class Library:
    """Where the files of windows are, and the places they are scored at."""

    roots: tuple[Path, ...]
    places: Sequence[Place]
    theatre: Theatre

    @classmethod
    def of(cls, roots: Sequence[Path], theatre: Theatre) -> "Library":
        found = next(root / "reference/places.csv" for root in roots if (root / "reference/places.csv").exists())
        return cls(tuple(roots), read_places(found), theatre)

    def window(self, name: str, spec: dict[str, Any]) -> Window:
        first, last = date.fromisoformat(spec["from"]), date.fromisoformat(spec["to"])
        reference = self.reference(spec)
        comparison = Comparison.of(reference, self.places, first, last)
        claims, _ = read_claims(self._file(spec["claims"]))
        if "overclaim" in spec:
            feasts = tuple(map(date.fromisoformat, spec["overclaim"].get("feasts", ())))
            how = Overclaiming(**{**spec["overclaim"], "first": first, "last": last, "feasts": feasts})
            claims = overclaimed(claims, how, self.places, reference, SEED)
        for told in spec.get("rumours", ()):
            areas = tuple(told.get("areas", ()))
            rumours = Rumours(**{**told, "first": first, "last": last, "seed": SEED, "areas": areas})
            claims = with_rumours(claims, rumours, self.places, self.theatre, reference)
        claims = _of_few_reports(claims, spec.get("reports_kept", 1.0))
        whole = Ground.of(self.places)
        chosen = [whole.index[place] for place in comparison.zone]
        away = cKDTree(whole.xy_km[chosen]).query(whole.xy_km)[0]
        ground = Ground.of([place for place, km in zip(self.places, away, strict=True) if km <= AROUND_KM])
        start = value_on(self._reference(spec["baseline_from"], "ru") if "baseline_from" in spec else reference, first)
        p = np.clip([start.get(place.id, 0.5) for place in ground.places], 0.005, 0.995)
        seen = tuple(with_one_voice(observations(ground, claims, self.theatre)))
        days = (last - first).days + 1
        problem = Problem(ground, seen, np.log(p / (1 - p)), first, days, True, None, self.theatre)
        columns = np.array([ground.index[place] for place in comparison.zone])
        rear = np.setdiff1d(np.arange(len(ground)), columns)
        weight, frozen = spec.get("weight", 1.0), comparison.score(comparison.frozen)
        return Window(name, problem, comparison, columns, rear, weight, frozen)

    def reference(self, spec: dict[str, Any]) -> Steps:
        """Who held what, as the window's reference tells it."""
        return self._reference(spec["reference"], spec.get("column", "ru"))

    def _file(self, name: str) -> Path:
        return next((root / name for root in self.roots if (root / name).exists()), Path(name))

    def _reference(self, name: str, column: str) -> Steps:
        path = self._file(name)
        if column != "status":
            return read_steps(path, column)
        said = _steps_of_words(path)
        return {place.id: [(date.min, 0.0), *said.get(place.id, [])] for place in self.places}


def _of_few_reports(claims: Sequence[Claim], share: float) -> list[Claim]:
    """The claims of a share of all reports, always the same."""
    reports = sorted({claim.citation.report for claim in claims})
    chosen = np.random.default_rng(SEED).random(len(reports)) < share
    kept = {report for report, keep in zip(reports, chosen, strict=True) if keep}
    return [claim for claim in claims if claim.citation.report in kept]


@cache
def _steps_of_words(path: Path) -> Steps:
    """Steps of 0 and 1 from a reference in words, short changes left out."""
    said: dict[str, list[tuple[date, float]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["status"] in STATUS:
                said.setdefault(row["place_id"], []).append((date.fromisoformat(row["date"]), STATUS[row["status"]]))
    return {place: _lasting(sorted(steps)) for place, steps in said.items()}


def _lasting(steps: list[tuple[date, float]]) -> list[tuple[date, float]]:
    kept: list[tuple[date, float]] = []
    for k, (day, value) in enumerate(steps):
        if k + 1 < len(steps) and steps[k + 1][0] - day < timedelta(LASTS_DAYS) and kept:
            continue
        if not kept or kept[-1][1] != value:
            kept.append((day, value))
    return kept
