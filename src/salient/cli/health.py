"""`salient health`: what fails, what has gone silent, what repeats itself."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import typer

from salient.cli.console import REJECTED
from salient.cli.context import DB_HELP, NOW_HELP, open_store, read_now
from salient.gather.watchlist import read_watchlist
from salient.pipeline.health import Health, State, feed_health, outlet_health

_WELL = frozenset({State.OK, State.UNKNOWN})


def health(
    feeds: Path | None = typer.Argument(None, metavar="[FEEDS.toml]", help="States how often feeds bring news."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Tell of every watched feed and every outlet when it last brought something, its habit, and what is wrong.

    Leaves with 1 if a feed fails, has frozen or gone silent; outlets are told and do not count.
    """
    store, pack = open_store(db)
    zone = ZoneInfo(pack.time_zone)
    moment = read_now(now, pack).astimezone(UTC)
    stated = read_watchlist(feeds).feed if feeds else ()
    expected = {feed.url: timedelta(hours=feed.expected_hours) for feed in stated if feed.expected_hours is not None}
    names = {feed.url: feed.title for feed in stated}
    watched = [replace(one, name=names.get(one.name, one.name)) for one in feed_health(store, moment, expected)]
    found = [*watched, *outlet_health(store, moment, zone)]
    if as_json:
        typer.echo(json.dumps({"now": moment.isoformat(), "sources": [_record(one) for one in found]}))
    else:
        typer.echo("\n".join(_lines(found)) if found else "No source was watched, and no report is stored.")
    if any(one.state not in _WELL for one in watched):
        raise typer.Exit(REJECTED)


def _lines(found: Sequence[Health]) -> list[str]:
    rows = [("STATE", "SOURCE", "LAST NEW", "HABIT", "LONGEST GAP", "")]
    for one in found:
        rows.append(
            (
                one.state.value,
                one.name,
                f"{one.last_new:%Y-%m-%d %H:%M}" if one.kind == "feed" and one.last_new else _day(one.last_new),
                _span(one.habit),
                _span(one.longest_gap),
                one.reason or "",
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    padded = ([cell.ljust(width) for cell, width in zip(row, widths, strict=False)] for row in rows)
    return ["  ".join([*cells, row[5]]).rstrip() for cells, row in zip(padded, rows, strict=True)]


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment else "never"


def _span(span: timedelta | None) -> str:
    if span is None:
        return "?"
    hours = span.total_seconds() / 3600
    return f"{hours:.1f} h" if hours < 48 else f"{hours / 24:.1f} d"


def _record(one: Health) -> dict[str, Any]:
    return {
        "name": one.name,
        "kind": one.kind,
        "state": one.state.value,
        "last_success": one.last_success and one.last_success.isoformat(),
        "last_new": one.last_new and one.last_new.isoformat(),
        "habit_hours": one.habit and round(one.habit.total_seconds() / 3600, 2),
        "longest_gap_hours": one.longest_gap and round(one.longest_gap.total_seconds() / 3600, 2),
        "reason": one.reason,
    }
