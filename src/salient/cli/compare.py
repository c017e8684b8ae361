"""`salient compare`: how far our front, or any map, agrees with another map of the day."""

import json
from pathlib import Path
from typing import Any

import typer

from salient.cli.context import DB_HELP, NOW_HELP, telling
from salient.cli.days import read_two_times
from salient.cli.opened import open_library
from salient.domain.errors import UsageError
from salient.front.compare import Agreement, LineDistance
from salient.pipeline.comparing import Comparison, compare_front


def compare(
    reference: Path = typer.Argument(..., metavar="REFERENCE", help="A map file, or a folder of maps named by day."),
    on: str | None = typer.Option(None, "--on", help="The day, YYYY-MM-DD (default: today)."),
    as_of: str | None = typer.Option(None, "--as-of", help="Use only what was published by this day (default: --on)."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Tell how far our front of a day agrees with another map: settlements, areas, distance of the lines, lag."""
    if not reference.exists():
        raise UsageError(f"{reference}: no such file or folder")
    opened = open_library(db, now)
    day, known = read_two_times(on, as_of, opened.today)
    with telling("Comparing"):
        found = compare_front(opened.library, reference, day, known)
    if as_json:
        typer.echo(json.dumps(comparison_record(found), ensure_ascii=False))
    else:
        _print(found, opened.pack.measured_side)


def comparison_record(found: Comparison) -> dict[str, Any]:
    agreement = found.agreement
    settlements = agreement.settlements
    return {
        "day": found.day.isoformat(),
        "reference": str(found.reference),
        "reference_day": found.reference_day and found.reference_day.isoformat(),
        "settlements": {
            "both": settlements.both,
            "only_ours": settlements.only_ours,
            "only_theirs": settlements.only_theirs,
            "neither": settlements.neither,
            "accuracy": _rounded(settlements.accuracy),
            "kappa": _rounded(settlements.kappa),
            "disputed": list(agreement.disputed),
        },
        "iou_near": _rounded(agreement.iou_near),
        "only_ours_km2": round(agreement.only_ours_km2, 1),
        "only_theirs_km2": round(agreement.only_theirs_km2, 1),
        "line": _line(agreement.line),
        "line_moved": _line(agreement.line_moved),
        "lag": {
            "changes": len(found.lags),
            "seen": sum(lag.days is not None for lag in found.lags),
            "median_days": found.median_lag_days,
            "places": [{"place_id": lag.change.place_id, "days": lag.days} for lag in found.lags],
        },
    }


def _line(line: LineDistance | None) -> dict[str, float] | None:
    return (
        None
        if line is None
        else {"mean_km": round(line.mean_km, 2), "p95_km": round(line.p95_km, 2), "samples": line.samples}
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _print(found: Comparison, side: str) -> None:
    agreement: Agreement = found.agreement
    counted = agreement.settlements
    typer.echo(f"{found.day} against {found.reference}")
    if counted.accuracy is not None:
        kappa = "" if counted.kappa is None else f", kappa {counted.kappa:.2f}"
        total = counted.both + counted.only_ours + counted.only_theirs + counted.neither
        typer.echo(f"settlements near the line: {counted.accuracy:.1%} of {total} agree{kappa}")
    if agreement.iou_near is not None:
        typer.echo(f"overlap of the ground of {side} near the line: {agreement.iou_near:.1%}")
    typer.echo(f"only ours {agreement.only_ours_km2:,.0f} km², only theirs {agreement.only_theirs_km2:,.0f} km²")
    for name, line in (("the lines", agreement.line), ("where it has moved", agreement.line_moved)):
        if line is not None:
            typer.echo(f"{name}: {line.mean_km:.1f} km apart on average, 95 % within {line.p95_km:.1f} km")
    if found.lags:
        seen = [lag for lag in found.lags if lag.days is not None]
        middle = "" if found.median_lag_days is None else f", ours {found.median_lag_days:+.0f} days (median)"
        typer.echo(f"changes of side: {len(seen)} of {len(found.lags)} seen{middle}")
