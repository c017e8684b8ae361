"""The plain spatial method: every claim pushes the log-odds around its place, and fades."""

from datetime import date

import numpy as np

from salient.assess.fields import Fields, Problem, Row
from salient.assess.ground import Floats
from salient.assess.observation import Observation, Sort

WEIGHT_NATS = {
    Sort.CAPTURE: 2.5,
    Sort.HOLD: 1.0,
    Sort.ADMISSION: 5.0,
    Sort.INDEPENDENT: 4.0,
    Sort.ADVANCE: 0.7,
    Sort.CONTEST: 0.0,
}
CONTEST_NATS = {Sort.CONTEST: 1.5, Sort.ADVANCE: 0.7, Sort.HOLD: 0.3}
CONTEST_PRIOR = -3.0
REACH_KM = 4.0
WIDE_REACH_KM = 20.0
"""Without a baseline few claims have to speak for all of the ground."""
FADE_DAYS = 150.0


class _Fields(Fields):
    def __init__(self, prior: Floats, pushes: list[tuple[int, Observation, Floats, Floats, Floats]], days: int) -> None:
        self._prior, self._pushes = prior, pushes
        n = len(prior)
        self.log_odds = np.zeros((days, n), dtype=np.float32)
        self.contest = np.zeros((days, n), dtype=np.float32)
        moved, stirred = np.zeros(n), np.zeros(n)
        fade = np.exp(-1.0 / FADE_DAYS)
        waiting = sorted(pushes, key=lambda push: push[0])
        k = 0
        for day in range(days):
            moved *= fade
            stirred *= np.exp(-1.0 / 14.0)
            while k < len(waiting) and waiting[k][0] <= day:
                since = day - waiting[k][0]
                places = waiting[k][2].astype(np.int64)
                moved[places] += waiting[k][3] * fade**since
                stirred[places] += waiting[k][4] * np.exp(-since / 14.0)
                k += 1
            self.log_odds[day] = prior * fade**day + moved
            self.contest[day] = CONTEST_PRIOR + stirred

    def rows(self, place: int, day: int) -> tuple[tuple[float, float], list[Row]]:
        prior = float(self._prior[place])
        aged = prior * (np.exp(-day / FADE_DAYS) - 1.0)
        rows = [Row("ageing", float(aged), age_days=day)] if aged else []
        for start, seen, places, odds, contest in self._pushes:
            hit = np.nonzero(places == place)[0]
            if start > day or not len(hit):
                continue
            age = day - start
            rows.append(
                Row(
                    seen.voice,
                    float(odds[hit[0]] * np.exp(-age / FADE_DAYS)),
                    float(contest[hit[0]] * np.exp(-age / 14.0)),
                    seen.claim.id,
                    age,
                    seen.sort.value,
                )
            )
        return (prior, CONTEST_PRIOR), rows


def filter_kernel(problem: Problem) -> Fields:
    """Sum the pushes of all claims known by each day. Claims before a baseline are left out."""
    ground = problem.ground
    reach = REACH_KM if problem.has_baseline else WIDE_REACH_KM
    pushes = []
    last_said: dict[tuple[int, Sort, int, str], date] = {}
    for one in problem.seen:
        key = (one.place, one.sort, one.toward, one.voice)
        if key in last_said and (one.known - last_said[key]).days < 10:
            continue
        last_said[key] = one.known
        start = ((one.known if problem.as_of is None else one.day) - problem.first).days
        if problem.has_baseline and (one.known < problem.first or start < 0):
            continue
        here = ground.xy_km[one.place]
        near = np.array(sorted(ground.tree.query_ball_point(here, 3 * reach)), dtype=np.float64)
        away = np.linalg.norm(ground.xy_km[near.astype(np.int64)] - here, axis=1)
        shape = np.exp(-0.5 * (away / reach) ** 2)
        own = (away < 0.01).astype(float)
        push = one.toward * WEIGHT_NATS[one.sort] * shape
        pushes.append((start, one, near, push, CONTEST_NATS.get(one.sort, 0.0) * own))
    return _Fields(problem.prior, pushes, problem.days)
