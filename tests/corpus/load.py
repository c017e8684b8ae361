"""Read the corpus: cases in a short YAML form (README.md) -> reports with their claims as in the claim contract.

python -m tests.corpus.load OUT_DIR     one JSON file per report, for a scorer of the contract
"""

import json
import math
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import Bearing

HERE = Path(__file__).parent
LANGUAGES = ("en", "uk", "ru")
SIDES = ("UA", "RU", "independent", "unknown")
ACTORS = ("UA", "RU")
STATUS_WORDS = frozenset(status.value for status in Status)
CASE_KEYS = {"id", "published", "outlet", "title", "text", "claims"}
CLAIM_KEYS = {"is", "at", "by", "via", "rel", "days", "asset", "quantity", "quote", "optional"}
BY = re.compile(r"(?P<speaker>.*?) ?\((?P<side>UA|RU|independent|unknown)\)")
REL = re.compile(r"(?:(?P<km>[\d.]+) km ?)?(?P<bearing>[NESW]{1,3})? ?(?:of|from) (?P<anchor>.+)")
QUANTITY = re.compile(r"(?P<value>[\d.]+)(?:-(?P<max>[\d.]+))? (?P<unit>.+)")
KM_PER_DEGREE = 111.195
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same safe loader, in C where the library has it."""

Record = dict[str, Any]


def reports(lang: str) -> Iterator[Record]:
    """Give every case of a language as a report record that holds its gold `claims`. ValueError names a bad case."""
    for path in sorted((HERE / lang).glob("*.yaml")):
        page = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
        for case in page["cases"]:
            try:
                yield {**_report(case, page["lang"]), "phenomenon": page["phenomenon"], "claims": claims(case)}
            except (KeyError, ValueError, TypeError) as error:
                raise ValueError(f"{path.name}: {case.get('id')}: {error}") from error


def claims(case: Record) -> list[Record]:
    """Expand the claims of one case. ValueError or KeyError says what is wrong with one."""
    return [_claim(short, case) for short in case["claims"]]


@cache
def places() -> dict[str, tuple[float, float] | None]:
    """Latitude and longitude of every place the corpus names; None for regions, which have no point."""
    table = yaml.safe_load((HERE / "places.yaml").read_text(encoding="utf-8"))
    return {name: None if point is None else (point[0], point[1]) for name, point in table.items()}


def plain_name(place: str) -> str:
    """The place without the hint in brackets that tells homonyms apart."""
    return re.sub(r" \(.+\)$", "", place)


def write(folder: Path) -> int:
    """Write one JSON file per report into the folder and return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for lang in LANGUAGES:
        for report in reports(lang):
            text = json.dumps(report, ensure_ascii=False, indent=1)
            (folder / f"{report['id']}.json").write_text(text, encoding="utf-8")
            count += 1
    return count


def _report(case: Record, lang: str) -> Record:
    if unknown := set(case) - CASE_KEYS:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    return {
        "id": case["id"],
        "lang": lang,
        "outlet": case["outlet"],
        "published": case["published"].isoformat(),
        "url": None,
        "title": case.get("title"),
        "wording": "retold",
        "text": case["text"],
    }


def _claim(short: Record, case: Record) -> Record:
    if unknown := set(short) - CLAIM_KEYS:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    kind, status, actor, stance = _content(short["is"])
    speaker, side = _speaker(short.get("by"))
    relation = _relation(short.get("rel"))
    lat, lon = _point(short.get("at"), relation)
    start, end = _days(short.get("days"), case["published"].isoformat(), kind)
    via = short.get("via", [])
    claim = {
        "report": case["id"],
        "quote": short["quote"],
        "kind": kind,
        "status": status,
        "actor": actor,
        "stance": stance,
        "speaker": speaker,
        "side": side,
        "via": [via] if isinstance(via, str) else via,
        "place": None if "at" not in short else plain_name(short["at"]),
        "lat": lat,
        "lon": lon,
        "relation": relation,
        "start": start,
        "end": end,
        "asset": short.get("asset"),
        "quantity": _quantity(short.get("quantity")),
    }
    return {**claim, "optional": True} if short.get("optional") else claim


def _content(words: str) -> tuple[str, str | None, str | None, str]:
    """Read "kind [status] [actor] [stance]"; the stance is `asserts` where none stands."""
    kind, *rest = words.split()
    status = rest.pop(0) if rest and rest[0] in STATUS_WORDS else None
    actor = rest.pop(0) if rest and rest[0] in ACTORS else None
    stance = rest.pop(0) if rest else Stance.ASSERTS.value
    if rest:
        raise ValueError(f"not a content: {words!r}")
    return Kind(kind).value, status, actor, Stance(stance).value


def _speaker(by: str | None) -> tuple[str | None, str]:
    if by is None:
        return None, "independent"
    if not (match := BY.fullmatch(by)):
        raise ValueError(f"not a speaker with a side: {by!r}")
    return match["speaker"] or None, match["side"]


def _relation(words: str | None) -> Record | None:
    if words is None:
        return None
    if not (match := REL.fullmatch(words)):
        raise ValueError(f"not a relation: {words!r}")
    bearing = match["bearing"] and Bearing(match["bearing"]).value
    return {"anchor": match["anchor"], "distance_km": match["km"] and float(match["km"]), "bearing": bearing}


def _point(place: str | None, relation: Record | None) -> tuple[float | None, float | None]:
    """Give the place's own point, or the point that the relation gives where only the anchor is named."""
    point = None if place is None else places()[place]
    if place is None or point is None:
        return None, None
    if relation is None or relation["anchor"] != plain_name(place) or not relation["distance_km"]:
        return point
    if relation["bearing"] is None:
        return point
    turn = math.radians(Bearing(relation["bearing"]).degrees)
    north, east = relation["distance_km"] * math.cos(turn), relation["distance_km"] * math.sin(turn)
    lat, lon = point
    lon_degree = KM_PER_DEGREE * math.cos(math.radians(lat))
    return round(lat + north / KM_PER_DEGREE, 3), round(lon + east / lon_degree, 3)


def _days(words: Any, published: str, kind: str) -> tuple[str | None, str | None]:
    """Read a day, "from..to" with either end open, or "none"; the report's day (none for an outlook) by default."""
    if words is None:
        words = "none" if kind == Kind.OUTLOOK else published
    if words == "none":
        return None, None
    start, dots, end = str(words).partition("..")
    return start or None, (end or None) if dots else start


def _quantity(words: str | None) -> Record | None:
    if words is None:
        return None
    if not (match := QUANTITY.fullmatch(words)):
        raise ValueError(f"not a quantity: {words!r}")
    most = {"max": _number(match["max"])} if match["max"] else {}
    return {"value": _number(match["value"]), **most, "unit": match["unit"]}


def _number(digits: str) -> float | int:
    return float(digits) if "." in digits else int(digits)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.corpus.load OUT_DIR")
    sys.stdout.write(f"{write(Path(sys.argv[1]))} reports written to {sys.argv[1]}\n")
