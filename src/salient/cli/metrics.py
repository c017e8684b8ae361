"""`salient metrics`: the front in numbers, each with its interval."""

import json
from pathlib import Path
from typing import Any

import typer

from salient.cli.context import DB_HELP, NOW_HELP, telling
from salient.cli.days import read_two_times
from salient.cli.opened import open_library
from salient.cli.options import OUTLINES_HELP
from salient.domain.errors import UsageError
from salient.pipeline.place_metrics import Asked, front_metrics
from salient.theatre.outlines import known_outlines


def metrics(
    place: list[str] = typer.Option([], "--place", help="A place, in any spelling; repeatable."),
    on: str | None = typer.Option(None, "--on", help="The day, YYYY-MM-DD (default: today)."),
    days: int = typer.Option(30, "--days", min=1, help="Changes and rates over so many days before it."),
    side: str | None = typer.Option(None, "--side", help="Whose ground, by the pack's id."),
    as_of: str | None = typer.Option(None, "--as-of", help="Use only what was published by this day (default: --on)."),
    outlines: Path | None = typer.Option(None, "--outlines", help=OUTLINES_HELP),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Tell a side's area, gains, line, and its way to places, with the interval that the assessment's doubt gives."""
    opened = open_library(db, now)
    pack = opened.pack
    holder = side or pack.measured_side
    if holder not in pack.sides:
        raise UsageError(f"--side: {holder!r} is none of {', '.join(pack.sides)}")
    day, known = read_two_times(on, as_of, opened.today)
    edges = known_outlines(outlines, pack)
    with telling("Measuring"):
        places = [opened.place(name) for name in place]
        found = front_metrics(opened.library, Asked(holder, day, known, days), places, edges)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False))
        return
    typer.echo(f"{holder} on {found['day']}, changes over {days} days")
    for name, unit in (("area_km2", "km²"), ("net_km2", "km²"), ("net_km2_per_day", "km² a day"), ("line_km", "km")):
        typer.echo(f"  {name.split('_km')[0]}: {_told(found[name], unit)}")
    for salient in found["salients"]:
        size = f"base {salient['base_km']:g} km, {salient['depth_km']:g} km deep, {salient['area_km2']:,.0f} km²"
        typer.echo(f"  salient of {salient['side']}: {salient['name']}, {size}, since {salient['since']} or before")
    for pocket in found["pockets"]:
        typer.echo(f"  pocket of {pocket['side']}: {pocket['name']}, {pocket['area_km2']:,.0f} km²")
    for name, numbers in found["places"].items():
        typer.echo(name)
        for what in ("salient", "pocket"):
            if numbers[what]:
                typer.echo(f"  in the {what} {numbers[what]}")
        for key, unit in _PLACE_UNITS.items():
            what = key.split("_km")[0].replace("_", " ")
            if numbers[key] is None:
                typer.echo(f"  {what}: unknown, no outline of it is known")
            else:
                rough = ", by a rough outline" if key == "edge_distance_km" and numbers["edge_is_rough"] else ""
                typer.echo(f"  {what}: {_told(numbers[key], unit)}{rough}")


_PLACE_UNITS = {
    "distance_km": "km",
    "edge_distance_km": "km",
    "advance_km_per_day": "km a day",
    "encirclement": "of the horizon",
    "days_until": "days at the pace so far",
}


def _told(number: dict[str, Any], unit: str) -> str:
    value, low, high = (_figure(number[key]) for key in ("value", "low", "high"))
    return f"{value} ({low} to {high}) {unit}"


def _figure(value: float | None) -> str:
    return "never" if value is None else f"{value:,.2f}" if abs(value) < 10 else f"{value:,.0f}"
