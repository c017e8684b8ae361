"""Score claims against gold claims of the same report, both as records of the claim contract (docs/codebook.md).

found   the quote stands in the text, covers at least 30 % of the gold quote and is no longer than 350 characters or
        three gold quotes; kind and place agree. One to one, by the best assignment.
full    found, and actor, status, stance and side agree too.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

Record = dict[str, Any]
CORE = ("actor", "status", "stance", "side")
REGION_WORDS = re.compile(r"\b(oblast|region|direction|sector|axis|raion|district)\b")


def score(reports: Iterable[Record], claims: dict[str, list[Record]]) -> dict[str, float]:
    """Shares and F1 over all reports: `reports` hold their gold `claims`; `claims` are by report id."""
    n: Counter[str] = Counter()
    for report in reports:
        n += _count(report, claims.get(report["id"], []))
    found = n["found"] or 1
    return {
        "found": _f1(n["found"], n["given"], n["gold"]),
        "full": _f1(n["full"], n["given"], n["gold"]),
        **{field: n[field] / found for field in CORE},
        "dates": n["dated"] / found,
        "location": n["near"] / (n["placed"] or 1),
        "grounded": 1 - n["ungrounded"] / (n["all"] or 1),
    }


def _count(report: Record, given: list[Record]) -> Counter[str]:
    text = _plain(report["text"])
    gold = report["claims"]
    weight = np.zeros((len(gold), len(given)))
    for i, wanted in enumerate(gold):
        for j, claim in enumerate(given):
            weight[i, j] = _agreement(text, wanted, claim)
    rows, columns = linear_sum_assignment(weight, maximize=True) if weight.size else ((), ())
    pairs = [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if weight[i, j] > 0]
    spared = {j for i, j in pairs if gold[i].get("optional")}
    taken = {j for _, j in pairs}
    spared |= {
        j
        for j in range(len(given))
        if j not in taken and any(weight[i, j] > 0 for i, wanted in enumerate(gold) if wanted.get("optional"))
    }
    n: Counter[str] = Counter(
        gold=sum(not wanted.get("optional") for wanted in gold),
        given=len(given) - len(spared),
        all=len(given),
        ungrounded=sum(_plain(claim["quote"]) not in text for claim in given),
    )
    for i, j in pairs:
        if not gold[i].get("optional"):
            n += _fields(gold[i], given[j])
    return n


def _fields(wanted: Record, claim: Record) -> Counter[str]:
    n: Counter[str] = Counter(found=1)
    for field in CORE:
        n[field] += wanted[field] == claim[field]
    n["full"] += all(wanted[field] == claim[field] for field in CORE)
    n["dated"] += all(_days_apart(wanted[end], claim[end]) <= 1 for end in ("start", "end"))
    if wanted.get("lat") is not None:
        distance = _km(wanted, claim)
        n["placed"] += 1
        n["near"] += distance is not None and distance <= 5
    return n


def _agreement(text: str, wanted: Record, claim: Record) -> float:
    if wanted["kind"] != claim["kind"] or not _same_place(wanted, claim):
        return 0.0
    share = _covered(text, _plain(wanted["quote"]), _plain(claim["quote"]))
    if share < 0.3:
        return 0.0
    asked = 0 if wanted.get("optional") else 1000
    return asked + 1 + share + sum(wanted[field] == claim[field] for field in CORE)


def _covered(text: str, wanted: str, quote: str) -> float:
    """The best share of the gold quote's stretch that a stretch of the claim's quote covers."""
    if not quote or len(quote) > max(350, 3 * len(wanted)):
        return 0.0
    return max(
        (
            (min(a + len(wanted), b + len(quote)) - max(a, b)) / len(wanted)
            for a in _stands(text, wanted)
            for b in _stands(text, quote)
        ),
        default=0.0,
    )


def _stands(text: str, words: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(words), text)]


def _same_place(wanted: Record, claim: Record) -> bool:
    ours, theirs = _name(wanted), _name(claim)
    distance = _km(wanted, claim)
    if ours == theirs:
        return distance is None or distance <= 25
    return distance is not None and distance <= 5


def _name(record: Record) -> str:
    return re.sub(r"[^a-z]", "", REGION_WORDS.sub("", (record.get("place") or "").lower()))


def _km(a: Record, b: Record) -> float | None:
    if None in (a.get("lat"), a.get("lon"), b.get("lat"), b.get("lon")):
        return None
    lat1, lat2 = math.radians(a["lat"]), math.radians(b["lat"])
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b["lon"] - a["lon"]) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def _days_apart(a: str | None, b: str | None) -> int:
    if a is None or b is None:
        return 0 if a == b else 9999
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def _f1(hits: int, given: int, wanted: int) -> float:
    return 2 * hits / (given + wanted) if given + wanted else 1.0
