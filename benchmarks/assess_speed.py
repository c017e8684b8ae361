"""Time the assessment at full size, against crowd-kit's Dawid-Skene on the same votes in the same run.

    python benchmarks/assess_speed.py [--places 11754] [--days 450] [--claims 100000] [--out RESULTS.json]

Times are processor seconds. The war is simulated, so the votes can be scored too. crowd-kit is a yardstick only
(`pip install crowd-kit`); without it the benchmark says so and times the rest.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np

from salient.assess.dawid_skene import dawid_skene
from salient.assess.run import assess
from salient.domain.claim import Claim
from salient.domain.days import DayRange
from salient.evaluate.simulate import FIRST, Simulated, War, simulate


def big_war(places: int, days: int, claims: int) -> tuple[Simulated, list[Claim]]:
    """A war of that size; the simulated claims are told again by many voices until there are enough."""
    rows = max(int((places / 2) ** 0.5), 2)
    war = War(columns=places // rows, rows=rows, days=days, start_column=places // rows // 3, days_per_column=12.0)
    happened = simulate(war, 1)
    random = np.random.default_rng(2)
    told = []
    for k in range(claims):
        one = happened.claims[int(random.integers(len(happened.claims)))]
        day = min(one.citation.published + timedelta(int(random.integers(0, 30))), happened.last)
        voice = f"{one.attribution.speaker} {random.integers(40)}"
        told.append(
            replace(
                one,
                citation=replace(one.citation, report=f"r{k}", published=day),
                attribution=replace(one.attribution, speaker=voice),
                days=DayRange.single(day),
            )
        )
    return happened, told


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def with_less(places: int, days: int, claims: int) -> dict[str, float]:
    """How long it takes with half of the claims, and with half of the places: time is linear in both, or better."""
    found = {}
    for name, size in (
        ("half the claims", (places, days, claims // 2)),
        ("half the places", (places // 2, days, claims)),
    ):
        war, told = big_war(*size)
        seconds, _ = timed(
            lambda war=war, told=told: assess(war.places, told, war.theatre, FIRST, war.last, baseline=war.baseline)
        )
        found[name] = round(seconds, 2)
    return found


def votes(happened: Simulated, told: list[Claim]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Who says the attacker holds a place by the last day: items, voices, labels, and the truth of the items."""
    index = {place.name: k for k, place in enumerate(happened.places)}
    voices: dict[str, int] = {}
    rows = [
        (
            index[one.place.name or ""],
            voices.setdefault(one.attribution.speaker or "", len(voices)),
            int(one.attribution.stance == "asserts"),
        )
        for one in told
    ]
    item, voice, label = (np.array(column) for column in zip(*rows, strict=True))
    seen, item = np.unique(item, return_inverse=True)
    return item, voice, label, happened.truth[-1][seen]


def yardstick(item: np.ndarray, voice: np.ndarray, label: np.ndarray) -> tuple[float, np.ndarray] | None:
    try:
        import pandas  # noqa: PLC0415 - only where the yardstick is installed
        from crowdkit.aggregation import DawidSkene  # noqa: PLC0415
    except ImportError:
        return None
    table = pandas.DataFrame({"task": item, "worker": voice, "label": label})
    seconds, found = timed(lambda: DawidSkene(n_iter=100).fit_predict_proba(table))
    return seconds, found.sort_index()[1].to_numpy()


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--places", type=int, default=11754)
    ask.add_argument("--days", type=int, default=450)
    ask.add_argument("--claims", type=int, default=100_000)
    ask.add_argument("--out", type=Path)
    told = ask.parse_args()
    happened, claims = big_war(told.places, told.days, told.claims)
    results: dict[str, object] = {"places": len(happened.places), "days": told.days, "claims": len(claims)}
    late = [one for one in claims if one.citation.published == happened.last][:20]
    chosen = {one.id for one in late}
    early = [one for one in claims if one.id not in chosen]
    seconds, run = timed(
        lambda: assess(happened.places, early, happened.theatre, FIRST, happened.last, baseline=happened.baseline)
    )
    results["assess_seconds"] = round(seconds, 2)
    results["one_more_report_seconds"] = round(timed(lambda: run.heard(late))[0], 3)
    results["explain_seconds"] = round(timed(lambda: run.explain(happened.places[5000].id, happened.last))[0], 3)
    results["peak_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    results["assess_seconds_with_less"] = with_less(told.places, told.days, told.claims)
    item, voice, label, truth = votes(happened, claims)
    seconds, found = timed(lambda: dawid_skene(item, voice, label, 2))
    results["dawid_skene_seconds"] = round(seconds, 3)
    results["dawid_skene_brier"] = round(float(((found.labels[:, 1] - truth) ** 2).mean()), 4)
    names = {place.name: k for k, place in enumerate(happened.places)}
    voted = np.unique([names[one.place.name or ""] for one in claims])
    results["filter_brier"] = round(float(((run.p(happened.last)[voted] - happened.truth[-1][voted]) ** 2).mean()), 4)
    theirs = yardstick(item, voice, label)
    if theirs is None:
        sys.stderr.write("crowd-kit is not installed: no yardstick\n")
    else:
        results["crowdkit_seconds"] = round(theirs[0], 3)
        results["crowdkit_brier"] = round(float(((theirs[1] - truth) ** 2).mean()), 4)
    text = json.dumps(results, indent=1)
    sys.stdout.write(text + "\n")
    if told.out:
        told.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
