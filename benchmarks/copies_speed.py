"""How long 100,000 short reports take on one core: `python benchmarks/copies_speed.py [COUNT]`.

The reports are made: words by Zipf's law, common openings, names and figures, three in ten an edited copy of one of the
week before. Beside our method runs the usual one, MinHash with locality-sensitive hashing (rensa: Rust) on the same
triples. Prints one JSON object; the stored one is benchmarks/results/copies_speed.json.
"""

import json
import random
import resource
import sys
import time
from datetime import date, timedelta

from salient.copies.origins import find_copies, origins
from salient.copies.sketch import Sketcher
from salient.domain.report import Report
from salient.text.transliteration import NameKeys
from salient.theatre.spelling import read_spelling

SEED = 20251122
COPIES = 0.3
OPENINGS = (
    "the general staff reported over the past day that",
    "according to the press service of the group of forces",
    "the head of the regional administration wrote this morning",
)


def make(count: int) -> tuple[list[Report], list[int]]:
    """Reports and, for each, the number of the first telling it was made from."""
    dice = random.Random(SEED)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "os")]
    words = ["".join(dice.choices(syllables, k=dice.choice((1, 2, 2, 3)))) for _ in range(30_000)]
    weights = [1.0 / (rank + 10) for rank in range(len(words))]
    names = ["".join(dice.choices(syllables, k=3)).capitalize() for _ in range(3_000)]
    stream = iter(dice.choices(words, weights, k=count * 70))
    reports: list[Report] = []
    truth: list[int] = []
    week = max(1, count // 60)
    for number in range(count):
        day = date(2025, 1, 1) + timedelta(days=number * 60 // count)
        if number > week and dice.random() < COPIES:
            source = dice.randrange(number - week, number)
            parts = reports[source].text.split(". ")
            dropped = dice.randrange(len(parts))
            text = ". ".join(part for i, part in enumerate(parts) if i != dropped or len(parts) < 3)
            truth.append(truth[source])
        else:
            parts = [dice.choice(OPENINGS)] if dice.random() < 0.5 else []
            for _ in range(dice.choice((3, 4, 5))):
                body = [next(stream) for _ in range(dice.randint(8, 14))]
                body[dice.randrange(8)] = dice.choice(names)
                body[dice.randrange(8)] = str(dice.randint(2, 6000))
                parts.append(" ".join(body))
            text = ". ".join(parts)
            truth.append(number)
        reports.append(Report(id=str(number), text=f"{text} ", outlet=str(number), published=day, lang="en"))
    return reports, truth


def b_cubed(found: list[str], truth: list[int]) -> dict[str, float]:
    """Precision, recall and F1 averaged over reports (Bagga and Baldwin 1998)."""
    sizes: dict[object, int] = {}
    both: dict[object, int] = {}
    for pair in zip(found, truth, strict=True):
        for key in (("found", pair[0]), ("true", pair[1])):
            sizes[key] = sizes.get(key, 0) + 1
        both[pair] = both.get(pair, 0) + 1
    n = len(truth)
    precision = sum(both[f, t] / sizes["found", f] for f, t in zip(found, truth, strict=True)) / n
    recall = sum(both[f, t] / sizes["true", t] for f, t in zip(found, truth, strict=True)) / n
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4),
    }


def ours(reports: list[Report]) -> list[str]:
    sketcher = Sketcher(NameKeys([read_spelling("uk"), read_spelling("ru")]))
    found = origins(find_copies(sketcher.sketch(report) for report in reports))
    return [found[report.digest] for report in reports]


def yardstick(reports: list[Report]) -> list[str]:
    """rensa: 128 permutations, Jaccard 0.5, connected components."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 - only the yardstick needs it

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    parent = list(range(len(reports)))
    for number, report in enumerate(reports):
        words = report.text.split()
        sketch = RMinHash(num_perm=128, seed=1)
        sketch.update([" ".join(words[i : i + 3]) for i in range(len(words) - 2)])
        for other in index.query(sketch):
            parent[number] = min(parent[number], parent[other])
        index.insert(number, sketch)
    return [str(number) for number in parent]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    reports, truth = make(count)
    result: dict[str, object] = {"reports": count}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, method in (("salient", ours), ("rensa", yardstick)):
        started = time.process_time()
        found = method(reports)
        seconds = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        result[name] = {"cpu_seconds": round(seconds, 1), "b_cubed": b_cubed(found, truth)}
        if name == "salient":
            result["made_mib"], result["peak_mib"] = before // 1024, peak // 1024
    json.dump(result, sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
