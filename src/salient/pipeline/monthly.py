"""A month of a theatre, worked out from a store."""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from salient.domain.assessment import CONTESTED, Control
from salient.domain.claim import Claim
from salient.domain.errors import UsageError
from salient.export.corrected import mark
from salient.export.month import Month, Table
from salient.export.scope import Scope
from salient.export.terms import about
from salient.front.area import change, shares
from salient.pipeline.asset_board import asset_board
from salient.pipeline.comparing import compare_front, dated_maps
from salient.pipeline.library import Library
from salient.pipeline.numbers import claimed_numbers

ROWS = 40


def month_report(library: Library, year: int, month: int, today: date, references: Path | None) -> Month:
    """Work out a month, every day as it could be known on it. Raises UsageError where the month is not assessed."""
    theatre = library.theatre
    side = theatre.measured_side
    name = next(b.name for b in theatre.belligerents if b.id == side)
    first = date(year, month, 1)
    days = [first + timedelta(n) for n in range(calendar.monthrange(year, month)[1])]
    before = library.controls(first, None)
    if not before:
        raise UsageError(f"{first}: no day that is assessed")
    start, net = shares(library.places(), before, theatre, side), []
    for day in days:
        moved = change(start, shares(library.places(), library.controls(day, None), theatre, side)).net_km2
        net.append((moved.value or 0.0, moved.low or 0.0, moved.high or 0.0))
    last = days[-1]
    claims = library.claims(last, first)
    sides = list(dict.fromkeys([*theatre.sides, *sorted({c.attribution.side for c in claims})]))
    counts = {
        voice: [float(sum(c.citation.published == day and c.attribution.side == voice for c in claims)) for day in days]
        for voice in sides
    }
    value, low, high = net[-1]
    title = f"{calendar.month_name[month]} {year}"
    scope = Scope(theatre, last, last, today, tuple(claim.citation for claim in claims))
    headline = f"{name}'s ground grew by {value:,.0f} km² ({low:,.0f} to {high:,.0f})"
    if value < 0:
        headline = f"{name}'s ground shrank by {-value:,.0f} km² ({-high:,.0f} to {-low:,.0f})"
    tables = [
        _changes(library, days),
        _disputed(library, last),
        *([_references(library, references, first, last)] if references else []),
        _assets(library, first, last, today),
        _numbers(library, first, last, today),
    ]
    return Month(
        f"{theatre.name}: the front in {title}",
        f"{headline} in {title}, as far as {len(claims)} claims tell.",
        days,
        net,
        f"Ground gained by {name} since {first}",
        counts,
        tables,
        about(scope, f"The front in {title}"),
        ("Definitions: docs/method-front.md.",),
    )


def _likeliest(control: Control) -> str:
    return max(control.probabilities, key=lambda outcome: control.probabilities[outcome])


def _changes(library: Library, days: Sequence[date]) -> Table:
    """Settlements likeliest held by another at the end than at the beginning, with the day of the last change."""
    states = [library.controls(day, None) for day in days]
    rows = []
    for place in library.places():
        held_by = [_likeliest(state[place.id]) for state in states]
        if held_by[0] != held_by[-1]:
            turn = max(i for i in range(1, len(days)) if held_by[i] != held_by[i - 1])
            p = states[-1][place.id].probabilities[held_by[-1]]
            rows.append((place.name, place.region, held_by[0], held_by[-1], days[turn].isoformat(), round(p, 2)))
    rows.sort(key=lambda row: (row[4], row[0]))
    note = f"{len(rows)} settlements changed their likeliest state" + (
        f"; the first {ROWS}." if len(rows) > ROWS else "."
    )
    return Table("Changes", note, ("place", "region", "from", "to", "day", "probability"), rows[:ROWS])


def _disputed(library: Library, day: date) -> Table:
    control = library.controls(day, None)
    found = [(place, control[place.id].probabilities) for place in library.places()]
    torn = sorted((f for f in found if f[1].get(CONTESTED, 0.0) >= 0.5), key=lambda f: -f[1][CONTESTED])
    sides = library.theatre.sides
    rows = [(p.name, p.region, *(round(c[s], 2) for s in (*sides, CONTESTED))) for p, c in torn[:ROWS]]
    note = f"Settlements more likely contested than held, on {day}."
    return Table("Contested", note, ("place", "region", *sides, CONTESTED), rows)


def _references(library: Library, folder: Path, first: date, last: date) -> Table:
    rows = []
    for day, file in dated_maps(folder, last):
        if day < first:
            continue
        found = compare_front(library, file, day, None).agreement
        line = found.line
        rows.append(
            (
                day.isoformat(),
                _round(found.settlements.accuracy),
                _round(found.settlements.kappa),
                _round(found.iou_near),
                _round(line.mean_km if line else None),
                _round(line.p95_km if line else None),
            )
        )
    columns = (
        "map of",
        "settlements that agree",
        "kappa",
        "overlap near the line",
        "lines apart, mean km",
        "95 % within km",
    )
    return Table(f"Agreement with {folder.name}", "Our front against the other map of the same day.", columns, rows)


def _assets(library: Library, first: date, last: date, today: date) -> Table:
    rows = [
        (
            entry.asset.name,
            status.day.isoformat(),
            status.scope.value,
            status.status.value,
            _who(claim),
            claim.citation.outlet,
        )
        for entry in asset_board(library, last, None, today)
        for status, claim in entry.said
        if first <= status.day <= last
    ]
    columns = ("asset", "day", "of", "said to be", "by", "in")
    return Table("Assets", "What was said of mines, plants, bridges and railways. Nothing is ranked.", columns, rows)


def _numbers(library: Library, first: date, last: date, today: date) -> Table:
    rows = list(_number_rows(library, first, last, today))
    note = "Strengths and losses as they were claimed, side by side. They are never averaged into one."
    columns = ("day", "place", "of", "kind", "figure", "unit", "by", "side", "in")
    return Table("Numbers claimed", note, columns, rows[: 2 * ROWS])


def _number_rows(library: Library, first: date, last: date, today: date) -> Iterator[tuple[str | float | None, ...]]:
    for number in claimed_numbers(library.claims(last, first), library.theatre, today).shown:
        figure = number.value if number.maximum is None else f"{number.value:,.0f} to {number.maximum:,.0f}"
        yield (
            number.day.isoformat(),
            number.place,
            number.actor,
            number.kind.value,
            figure,
            number.unit,
            _who(number.claim),
            number.claim.attribution.side,
            number.claim.citation.outlet,
        )


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _who(claim: Claim) -> str:
    return (claim.attribution.speaker or claim.citation.outlet or "?") + mark(claim)
