"""`salient assess`: claims and places in, steps of probability out; no database."""

from datetime import date
from pathlib import Path

import typer

from salient.assess.run import DEFAULT, METHODS, assess
from salient.cli.console import REJECTED, errors
from salient.cli.days import read_day
from salient.cli.options import DEFAULT_THEATRE, THEATRE_HELP
from salient.evaluate.tables import read_claims, read_places, read_steps, value_on, write_steps
from salient.theatre.load import load_theatre


def assess_files(
    places: Path = typer.Option(..., "--places", help="CSV: place_id,name,lat,lon."),
    claims: Path = typer.Option(..., "--claims", help="Claims, one JSON object a line."),
    out: Path = typer.Option(..., "--out", help="CSV to write: place_id,date,p_SIDE, one row per change."),
    first: str = typer.Option(..., "--from", help="First day, YYYY-MM-DD."),
    last: str = typer.Option(..., "--to", help="Last day, YYYY-MM-DD."),
    baseline: Path | None = typer.Option(None, "--baseline", help="CSV like --out: control on the first day."),
    as_of: str = typer.Option("each", "--as-of", help="A day, or 'each': every day sees what was published by then."),
    method: str = typer.Option(DEFAULT, "--method", help=f"One of {', '.join(METHODS)}."),
    theatre: str = typer.Option(DEFAULT_THEATRE, "--theatre", help=THEATRE_HELP),
) -> None:
    """Compute who controls each place on each day, from a claims file."""
    pack = load_theatre(theatre)
    column = f"p_{pack.measured_side.lower()}"
    begin, end = read_day(first, "--from"), read_day(last, "--to")
    known: date | None = None if as_of == "each" else read_day(as_of, "--as-of")
    ground = read_places(places)
    said, refused = read_claims(claims)
    for error in refused:
        errors.print(f"salient: {error}", style="yellow", markup=False)
    start = None if baseline is None else value_on(read_steps(baseline, column), begin)
    run = assess(ground, said, pack, begin, end, as_of=known, baseline=start, method=method)
    rows = write_steps(out, column, ((s.place_id, s.day, s.p_measured_side) for s in run.steps()))
    errors.print(f"{len(said)} claims, {len(ground)} places, {len(run.days)} days: {rows} steps in {out}", markup=False)
    if refused:
        raise typer.Exit(REJECTED)
