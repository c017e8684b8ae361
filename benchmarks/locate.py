"""Give the places of annotated reports to the locator, and count how many come out within 5 km.

python benchmarks/locate.py GOLD_DIR [--without-relations]     reports in the claim contract's form, one JSON file each
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from salient.domain.mention import PlaceMention
from salient.domain.place import Bearing
from salient.gazetteer import load_gazetteer
from salient.gazetteer.distance import distance_km
from salient.locate import Locator
from salient.theatre.load import load_theatre

NEAR_KM, FALSE_KM = 5.0, 10.0

Claim = dict[str, Any]


def mention(report: Claim, claim: Claim, *, relations: bool) -> PlaceMention:
    """The mention of a claim's place, as an extractor would hand it over."""
    at = report["text"].find(claim["quote"][:60])
    at = max(report["text"].find(claim["place"], max(at, 0)), at, 0)
    relation = claim["relation"] if relations else None
    if relation is None:
        return PlaceMention(at, at + 1, claim["place"])
    return PlaceMention(
        at,
        at + 1,
        None if relation["anchor"] == claim["place"] else claim["place"],
        anchor=relation["anchor"],
        distance_km=relation["distance_km"],
        bearing=Bearing(relation["bearing"]) if relation["bearing"] else None,
    )


def main() -> None:
    relations = "--without-relations" not in sys.argv
    theatre = load_theatre("ukraine")
    locator = Locator(load_gazetteer(theatre), theatre)
    placed = near = false = 0
    for path in sorted(Path(sys.argv[1]).glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        claims = {(c["place"], c["lat"], str(c["relation"])): c for c in report["claims"] if c["place"]}.values()
        mentions = [mention(report, claim, relations=relations) for claim in claims]
        day = date.fromisoformat(report["published"]) if report["published"] else None
        for claim, match in zip(claims, locator.locate(mentions, day), strict=True):
            if claim["lat"] is None:
                continue
            placed += 1
            off = None
            if match.lon is not None and match.lat is not None:
                off = distance_km(claim["lon"], claim["lat"], match.lon, match.lat)
            near += off is not None and off <= NEAR_KM
            false += off is not None and off > FALSE_KM
    print(f"{placed} places: {near / placed:.3f} within {NEAR_KM:.0f} km, {false} placed over {FALSE_KM:.0f} km off")  # noqa: T201


if __name__ == "__main__":
    main()
