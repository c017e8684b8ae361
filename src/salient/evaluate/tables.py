"""The plain CSV files of a back-test: places, and probabilities as steps in time."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

from salient.domain.claim import Claim
from salient.domain.errors import InputError
from salient.domain.place import Place
from salient.domain.record import claim_from_record

Steps = Mapping[str, list[tuple[date, float]]]
"""By place id: from each day on the probability, until the next."""


def read_places(path: Path) -> list[Place]:
    """Read `place_id,name,lat,lon`. Raises InputError naming file and line."""
    places: dict[str, Place] = {}
    for line, row in _rows(path, ("place_id", "name", "lat", "lon")):
        name = f"{path}:{line}"
        lat, lon = _number(row["lat"], name), _number(row["lon"], name)
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise InputError(name, f"{lat}, {lon} lies nowhere on Earth")
        if row["place_id"] in places:
            raise InputError(name, f"place {row['place_id']} stands twice")
        places[row["place_id"]] = Place(row["place_id"], row["name"], lon, lat)
    if not places:
        raise InputError(str(path), "holds no place")
    return list(places.values())


def read_steps(path: Path, column: str) -> Steps:
    """Read `place_id,date,<column>`, each place's days in order. Raises InputError naming file and line."""
    steps: dict[str, list[tuple[date, float]]] = {}
    for line, row in _rows(path, ("place_id", "date", column)):
        name = f"{path}:{line}"
        p = _number(row[column], name)
        if not 0.0 <= p <= 1.0:
            raise InputError(name, f"{row[column]} is no probability")
        try:
            day = date.fromisoformat(row["date"][:10])
        except ValueError as error:
            raise InputError(name, f"{row['date']!r} is no date") from error
        steps.setdefault(row["place_id"], []).append((day, p))
    for place, rows in steps.items():
        rows.sort()
        if any(a[0] == b[0] for a, b in pairwise(rows)):
            raise InputError(str(path), f"{place} has two rows for one day")
    return steps


def value_on(steps: Steps, day: date) -> dict[str, float]:
    """The value of each place on a day; places whose first step lies later are left out."""
    return {place: max(row for row in rows if row[0] <= day)[1] for place, rows in steps.items() if rows[0][0] <= day}


def write_steps(path: Path, column: str, steps: Iterable[tuple[str, date, float]]) -> int:
    """Write the rows and return how many. Raises InputError where the file cannot be written."""
    count = 0
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(f"place_id,date,{column}\n")
            for place, day, p in steps:
                file.write(f"{place},{day.isoformat()},{p:.4f}\n")
                count += 1
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error
    return count


def read_claims(path: Path) -> tuple[list[Claim], list[InputError]]:
    """Read a claims file, one object a line: the claims, and an error for every line that is none."""
    claims: list[Claim] = []
    refused: list[InputError] = []
    for number, line in enumerate(_text(path).splitlines(), 1):
        if not line.strip():
            continue
        name = f"{path}:{number}"
        try:
            claims.append(claim_from_record(json.loads(line), name))
        except json.JSONDecodeError as error:
            refused.append(InputError(name, f"not JSON: {error.msg}"))
        except InputError as error:
            refused.append(error)
    return claims, refused


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(_text(path).splitlines())
    missing = [column for column in needed if column not in (reader.fieldnames or ())]
    if missing:
        raise InputError(str(path), f"no column {missing[0]!r} (needs {', '.join(needed)})")
    for line, row in enumerate(reader, 2):
        if any(row[column] is None for column in needed):
            raise InputError(f"{path}:{line}", "too few columns")
        yield line, row


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"not UTF-8: {error.reason} at byte {error.start}") from error


def _number(text: str, name: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise InputError(name, f"{text!r} is no number") from error
