"""`salient measure`: areas, line and distances of any map file."""

import json
from pathlib import Path

import typer

from salient.cli.console import errors
from salient.cli.options import DEFAULT_THEATRE, OUTLINES_HELP, THEATRE_HELP
from salient.cli.points import read_point
from salient.domain.theatre import Theatre
from salient.front.map_file import ControlMap, read_map
from salient.front.measure import Ruler, measured
from salient.front.outline import outline_of
from salient.front.plane import land_of
from salient.theatre.load import load_theatre
from salient.theatre.outlines import known_outlines


def measure(
    file: Path = typer.Argument(..., metavar="MAP", help="GeoJSON, KML, KMZ, GeoPackage or Shapefile of held ground."),
    against: Path | None = typer.Option(None, "--against", metavar="MAP", help="An earlier map: what was gained."),
    place: list[str] = typer.Option([], "--place", metavar="NAME|LON,LAT", help="Distance of a place; repeatable."),
    side: str | None = typer.Option(None, "--side", help="Whose ground to measure, by the pack's id."),
    outlines: Path | None = typer.Option(None, "--outlines", help=OUTLINES_HELP),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
    theatre: str = typer.Option(DEFAULT_THEATRE, "--theatre", help=THEATRE_HELP),
) -> None:
    """Measure the area that a map shows as held, its front line, and how far places are from it."""
    pack = load_theatre(theatre)
    holder = side or pack.measured_side
    places = {name: read_point(name, pack) for name in place}
    now = _read(file, pack)
    before = None if against is None else _read(against, pack).ground(holder)
    known = known_outlines(outlines, pack)
    edges = {name: found for name, spot in places.items() if (found := outline_of([name], *spot, known))}
    answer = measured(Ruler(land_of(pack)), now.ground(holder), before, places, edges)
    if as_json:
        typer.echo(json.dumps(answer, ensure_ascii=False))
        return
    typer.echo(f"held by {holder}: {answer['area_km2']:,.0f} km², front line {answer['line_km']:,.0f} km")
    if against is not None:
        gained, lost = answer["gained_km2"], answer["lost_km2"]
        typer.echo(
            f"since {against.name}: gained {gained:,.1f} km², lost {lost:,.1f} km², net {gained - lost:+,.1f} km²"
        )
    for name, found in answer["places"].items():
        edge = found.get("edge_distance_km")
        told = "" if edge is None else f", its edge {edge:.1f} km{' (by a rough outline)' if edges[name].rough else ''}"
        typer.echo(f"{name}: {'inside' if found['inside'] else '{:.1f} km away'.format(found['distance_km'])}{told}")


def _read(file: Path, pack: Theatre) -> ControlMap:
    shown = read_map(file, pack)
    for what, count in shown.ignored.items():
        errors.print(f"salient: {file}: left out {count} features {what}", style="yellow", markup=False)
    return shown
