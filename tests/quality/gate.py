"""Measure extraction over the corpora and compare with the floors, which only rise.

python -m tests.quality.gate            print what is measured beside the floors; exit code 1 below one of them
python -m tests.quality.gate --raise    write floors that have become too low; none is ever lowered
"""

import argparse
import json
import math
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from salient.domain.record import claim_to_record, report_from_record
from salient.gazetteer import load_gazetteer
from salient.pipeline.reading import Reader
from salient.theatre.load import load_theatre
from tests.corpus.load import LANGUAGES, reports
from tests.quality.scoring import Record, score

FLOORS = Path(__file__).parent / "floors.yaml"
SLACK = 0.01
"""A floor lies this far under what was measured: a changed gazetteer must not fail the gate."""
GOLD_VARIABLE = "SALIENT_GOLD"
"""Names a folder of gold reports that are not ours to ship; without it only the bundled corpora are measured."""

Floors = Mapping[str, Mapping[str, float]]


def measure(cases: Iterable[Record], reader: Reader) -> dict[str, float]:
    """Read all cases and score their claims."""
    cases = list(cases)
    claims = {}
    for case in cases:
        report = report_from_record({key: value for key, value in case.items() if key != "claims"}, case["id"])
        claims[case["id"]] = [claim_to_record(claim) for claim in reader.read(report).claims]
    return score(cases, claims)


def outside_gold() -> dict[str, list[Record]]:
    """Gold reports of the folder named by the variable, by the beginning of their names; empty where there is none."""
    folder = os.environ.get(GOLD_VARIABLE)
    groups: dict[str, list[Record]] = {}
    for path in sorted(Path(folder).glob("*.json")) if folder else ():
        record = json.loads(path.read_text(encoding="utf-8"))
        groups.setdefault(f"gold {path.stem.split('-')[0]}", []).append(record)
    return groups


def shortfalls(floors: Mapping[str, float], measured: Mapping[str, float]) -> list[str]:
    """What lies below its floor, in words."""
    return [f"{name}: {measured[name]:.3f} < {floor:.3f}" for name, floor in floors.items() if measured[name] < floor]


def raised(floors: Mapping[str, float], measured: Mapping[str, float]) -> dict[str, float]:
    """Floors that follow the measurement upward, in hundredths, and never downward."""
    return {
        name: max(floors.get(name, 0.0), math.floor((value - SLACK) * 100) / 100) for name, value in measured.items()
    }


def read_floors() -> dict[str, dict[str, float]]:
    return yaml.safe_load(FLOORS.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--raise", dest="lift", action="store_true")
    lift = options.parse_args().lift
    theatre = load_theatre("ukraine")
    reader = Reader(theatre, load_gazetteer(theatre))
    floors, failed = read_floors(), False
    corpora = {f"corpus {lang}": list(reports(lang)) for lang in LANGUAGES}
    for name, cases in {**corpora, **outside_gold()}.items():
        measured = measure(cases, reader)
        low = shortfalls(floors.get(name, {}), measured)
        failed |= bool(low)
        sys.stdout.write(f"{name} ({len(cases)} reports): " + ", ".join(f"{k} {v:.3f}" for k, v in measured.items()))
        sys.stdout.write("".join(f"\n  below the floor: {line}" for line in low) + "\n")
        if lift and name.startswith("corpus"):
            floors[name] = raised(floors.get(name, {}), measured)
    if lift:
        head = FLOORS.read_text(encoding="utf-8").split("\n", 1)[0]
        FLOORS.write_text(f"{head}\n{yaml.safe_dump(floors, sort_keys=False)}", encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
