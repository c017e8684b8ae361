"""A month of a theatre, worked out from a store."""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from salient.domain.assessment import CONTESTED, Control
from salient.domain.claim import Claim
from salient.domain.errors import UsageError
from salient.domain.interval import Interval
from salient.export.corrected import mark
from salient.export.front_plot import front_map
from salient.export.month import Month, Table
from salient.export.scope import Scope
from salient.export.svg import signed
from salient.export.terms import about
from salient.front.area import change
from salient.front.held import area_km2
from salient.front.metrics import line_km
from salient.pipeline.asset_board import asset_board
from salient.pipeline.comparing import compare_front, dated_maps
from salient.pipeline.library import Library
from salient.pipeline.numbers import claimed_numbers
from salient.pipeline.place_metrics import ground_on

ROWS = 40


def month_report(library: Library, year: int, month: int, today: date, references: Path | None) -> Month:
    """Work out a month, every day as it could be known on it. Raises UsageError where the month is not assessed."""
    theatre = library.theatre
    side = theatre.measured_side
    name = next(b.name for b in theatre.belligerents if b.id == side)
    first = date(year, month, 1)
    days = [first + timedelta(n) for n in range(calendar.monthrange(year, month)[1])]
    start, net = library.shares(side, first, None), []
    if start is None:
        raise UsageError(f"{first}: no day that is assessed")
    for day in days:
        moved = change(start, library.shares(side, day, None) or start).net_km2
        net.append((moved.value or 0.0, moved.low or 0.0, moved.high or 0.0))
    last = days[-1]
    claims = library.claims(last, first)
    names = {b.id: b.name for b in theatre.belligerents}
    sides = list(dict.fromkeys([*theatre.sides, *sorted({c.attribution.side for c in claims})]))
    counts = {
        voice: [float(sum(c.citation.published == day and c.attribution.side == voice for c in claims)) for day in days]
        for voice in sides
    }
    value, low, high = net[-1]
    title = f"{calendar.month_name[month]} {year}"
    scope = Scope(theatre, last, last, today, tuple(claim.citation for claim in claims))
    headline = f"{name}'s ground grew by {signed(value)} km² ({signed(low)} to {signed(high)})"
    if value < 0:
        headline = f"{name}'s ground shrank by {signed(-value)} km² ({signed(-high)} to {signed(-low)})"
    tables = [
        _front(library, days),
        _salients(library, last),
        _changes(library, days),
        _disputed(library, last),
        *(_references(library, references, first, last) if references else []),
        _assets(library, first, last, today),
        _numbers(library, first, last, today),
    ]
    return Month(
        f"{theatre.name}: the front in {title}",
        f"{headline} in {title}, as far as {len(claims)} claims tell.",
        days,
        net,
        f"Ground gained by {name} since {first}",
        _map(library, first, last, title),
        {names.get(voice, voice): values for voice, values in counts.items()},
        tables,
        about(scope, f"The front in {title}"),
        ("Definitions: docs/method-front.md.",),
    )


def _map(library: Library, first: date, last: date, title: str) -> str | None:
    before, after = library.front(first, None), library.front(last, None)
    return None if before is None or after is None else front_map(before, after, library.places(), title)


def _front(library: Library, days: Sequence[date]) -> Table:
    """The sides' areas on the first and the last day, and what was gained and lost between."""
    theatre = library.theatre
    rows: list[tuple[str, str]] = []
    first, last = (ground_on(library, theatre.measured_side, day, None) for day in (days[0], days[-1]))
    for belligerent in theatre.belligerents:
        side = belligerent.id
        begin, end = (g if g.side == side else g.other(side) for g in (first, last))
        moved = change(begin.shares, end.shares)
        for what, number in (
            (f"ground of {belligerent.name} on {days[-1]}", area_km2(end)),
            (f"gained by {belligerent.name}", moved.gained_km2),
        ):
            rows.append((what, _interval(number, "km²")))
    rows.append((f"length of the line on {days[-1]}", _interval(line_km(last), "km")))
    note = "What to expect, and in brackets the range that holds 80 % of what the assessment leaves possible."
    return Table("The front in numbers", note, ("number", "value"), rows)


def _interval(number: Interval, unit: str) -> str:
    value, low, high = ("–" if v is None else signed(v) for v in (number.value, number.low, number.high))
    return f"{value} {unit} ({low} to {high})"


def _salients(library: Library, day: date) -> Table:
    front = library.front(day, None)
    rows: list[tuple[str | float | None, ...]] = [
        ("salient", s.name, s.side, s.base_km, s.depth_km, s.area_km2, s.since.isoformat() if s.since else None)
        for s in library.salients(day, None)
    ]
    rows += [("pocket", p.name, p.side, None, None, p.area_km2, None) for p in (front.pockets if front else ())]
    columns = ("what", "name", "of", "base, km", "depth, km", "area, km²", "there since, or before")
    return Table("Salients and pockets", f"On {day}.", columns, rows)


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
    note = f"{len(rows)} settlement{'s' * (len(rows) != 1)} changed their likeliest state" + (
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


def _references(library: Library, folder: Path, first: date, last: date) -> list[Table]:
    """Agreement with each map of the month, and how many days our changes of side trail the other map's."""
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
    note = "Our front against the other map of the same day."
    return [Table(f"Agreement with {folder.name}", note, columns, rows), _lags(library, folder, first, last)]


def _lags(library: Library, folder: Path, first: date, last: date) -> Table:
    compared, side = compare_front(library, folder, last, None), library.theatre.measured_side
    named = {place.id: place for place in library.places()}
    found = [(lag, named[lag.change.place_id]) for lag in compared.lags if first <= lag.change.day <= last]
    rows = [
        (
            place.name,
            place.region,
            side if lag.change.held else library.theatre.opponent(side),
            lag.change.not_before.isoformat(),
            lag.change.day.isoformat(),
            lag.days,
        )
        for lag, place in sorted(found, key=lambda one: (one[0].change.day, one[1].name))
    ]
    middle = compared.median_lag_days
    told = "none" if middle is None else f"{signed(middle)} days"
    note = f"Settlements that changed side on the other map, and how much later on ours. Median up to {last}: {told}."
    columns = ("place", "region", "to", "on its map after", "and by", "ours later by days")
    return Table(f"Days behind {folder.name}", note, columns, rows)


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
    note = "Strengths, losses, troops encircled as they were claimed, side by side. They are never averaged into one."
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
