"""B³ on the labelled set of copies, beside MinHash as it is usually run: `python benchmarks/copies_labelled.py`.

The yardstick is rensa (`pip install rensa`) on the same word triples, with the threshold that suits it best on the set
itself, which is more than it would get in use. Prints one JSON object: benchmarks/results/copies_labelled.json.
"""

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from copies_speed import b_cubed

from salient.copies.origins import find_copies, origins
from salient.copies.sketch import Sketcher
from salient.domain.record import report_from_record
from salient.text.transliteration import NameKeys
from salient.theatre.spelling import read_spelling

LABELLED = Path(__file__).parents[1] / "tests" / "copies" / "labelled"
Rows = Mapping[str, dict[str, Any]]


def rows() -> Rows:
    lines = (LABELLED / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def ours(reports: Rows) -> dict[str, str]:
    sketcher = Sketcher(NameKeys([read_spelling("uk"), read_spelling("ru")]))
    sketches = {name: sketcher.sketch(report_from_record(row, name)) for name, row in reports.items()}
    found = origins(find_copies(sketches.values()))
    return {name: found[sketch.digest] for name, sketch in sketches.items()}


def minhash(reports: Rows, threshold: float) -> dict[str, str]:
    """Connected components of pairs whose estimated Jaccard reaches the threshold."""
    from rensa import RMinHash  # noqa: PLC0415 - only the yardstick needs it

    sketches = {}
    for name, row in reports.items():
        words = re.findall(r"\w+", row["text"].lower())
        sketches[name] = RMinHash(num_perm=256, seed=1)
        sketches[name].update([" ".join(words[i : i + 3]) for i in range(len(words) - 2)])
    found = {name: name for name in reports}

    def root(name: str) -> str:
        while found[name] != name:
            name = found[name]
        return name

    for one in reports:
        for other in reports:
            if one < other and sketches[one].jaccard(sketches[other]) >= threshold:
                found[root(one)] = root(other)
    return {name: root(name) for name in reports}


def pair_errors(found: Mapping[str, str]) -> dict[str, int]:
    pairs = [json.loads(line) for line in (LABELLED / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    joined = [(pair["same"], found[pair["a"]] == found[pair["b"]]) for pair in pairs]
    return {
        "pairs": len(joined),
        "missed": sum(same and not told for same, told in joined),
        "wrongly_joined": sum(told and not same for same, told in joined),
    }


def score(found: Mapping[str, str], reports: Rows) -> dict[str, object]:
    result: dict[str, object] = {}
    for split in ("dev", "held", "all"):
        names = [name for name, row in reports.items() if split in ("all", row["split"])]
        stories = {story: number for number, story in enumerate({reports[name]["story"] for name in names})}
        result[split] = b_cubed([found[name] for name in names], [stories[reports[name]["story"]] for name in names])
    return result | pair_errors(found)


def main() -> None:
    reports = rows()
    tried = [(threshold, score(minhash(reports, threshold), reports)) for threshold in (0.1, 0.2, 0.3, 0.4, 0.5)]
    best = max(tried, key=lambda one: one[1]["all"]["f1"])  # type: ignore[index]
    result = {"salient": score(ours(reports), reports), "minhash": {"threshold": best[0], **best[1]}}
    json.dump(result, sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
