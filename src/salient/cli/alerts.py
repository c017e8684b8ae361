"""`salient alerts`: what changed that you want to be told of."""

import json
import sys
from datetime import timedelta
from pathlib import Path

import typer

from salient.cli.context import DB_HELP, NOW_HELP, telling
from salient.cli.days import read_two_times
from salient.cli.opened import Opened, open_library
from salient.domain.errors import UsageError
from salient.export.atom import to_atom
from salient.pipeline.alarms import Period, Watched
from salient.pipeline.alarms import alerts as find_alerts

FORMS = ("text", "json", "atom")
NEAR_KM = 10.0


def alerts(
    watch: list[str] = typer.Option([], "--watch", metavar="NAME[:KM]", help="A place, and how near; repeatable."),
    on: str | None = typer.Option(None, "--on", help="The day, YYYY-MM-DD (default: today)."),
    days: int = typer.Option(1, "--days", min=1, help="What changed within so many days before it."),
    as_of: str | None = typer.Option(None, "--as-of", help="Use only what was published by this day (default: --on)."),
    reference: Path | None = typer.Option(None, "--reference", help="A folder of maps named by day, to see it freeze."),
    form: str = typer.Option("text", "--format", help=f"One of {', '.join(FORMS)}."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Tell of lines coming near, places newly disputed, encirclements rising, assets changing, maps standing still."""
    if form not in FORMS:
        raise UsageError(f"--format: {form!r} is none of {', '.join(FORMS)}")
    opened = open_library(db, now)
    day, known = read_two_times(on, as_of, opened.today)
    period = Period(day - timedelta(days=days), day, known, opened.today)
    with telling("Looking"):
        found = find_alerts(opened.library, period, [_watched(text, opened) for text in watch], reference)
    if form == "atom":
        sys.stdout.buffer.write(to_atom(found, opened.pack, day))
    elif form == "json":
        typer.echo(json.dumps([alert.record() for alert in found], ensure_ascii=False, indent=1))
    else:
        for alert in found:
            typer.echo(alert.text)
        if not found:
            typer.echo(
                f"Nothing to tell since {day - timedelta(days=days)}: --days looks further back, --watch near places."
            )


def _watched(text: str, opened: Opened) -> Watched:
    is_id = opened.gazetteer.place(text) is not None
    name, _, distance = (text, "", "") if is_id or ":" not in text else text.rpartition(":")
    try:
        within_km = float(distance) if distance else NEAR_KM
    except ValueError as error:
        raise UsageError(f"--watch: {distance!r} is no distance in km") from error
    return Watched(opened.place(name), within_km)
