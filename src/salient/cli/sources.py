"""`salient sources`: what came of what each speaker said, and which side announces more than comes true."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import typer

from salient.assess.intervals import Share
from salient.assess.overclaim import Week, overclaim
from salient.assess.track import LEAST_CLAIMS, Record
from salient.cli.days import read_day
from salient.cli.heard import heard, last_day
from salient.cli.options import DB_HELP


def sources(
    over: bool = typer.Option(False, "--overclaim", help="Per side and week: captures announced and not borne out."),
    as_of: str | None = typer.Option(None, "--as-of", help="Judge by what was published by this day, YYYY-MM-DD."),
    least: int = typer.Option(LEAST_CLAIMS, "--least", help="Leave out speakers with fewer claims."),
    claims: Path | None = typer.Option(None, "--claims", help="A claims file instead of the database."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    theatre: str | None = typer.Option(None, "--theatre", help="Theatre pack."),
    as_json: bool = typer.Option(False, "--json", help="Print JSON, one object a line."),
) -> None:
    """Track records: how many claims others bore out later, within how many days, with 95 % intervals."""
    known = None if as_of is None else read_day(as_of, "--as-of")
    told = heard(claims, db, theatre, known)
    until = known or last_day(told)
    if over:
        weeks = overclaim(told.seen, until)
        typer.echo(_lines(map(_week_record, weeks)) if as_json else _weeks_table(weeks))
        return
    records = told.records(until, least)
    typer.echo(_lines(map(_record, records)) if as_json else _records_table(records, until))


def _records_table(records: list[Record], until: date) -> str:
    head = (
        f"{'speaker':<40}{'side':<13}{'sort':<12}{'claims':>7}{'borne out':>22}{'against':>9}{'unanswered':>12}"
        f"{'days':>16}{'trusted':>9}"
    )
    rows = [
        f"{record.speaker[:39]:<40}{record.side:<13}{record.sort:<12}{record.claims:>7}"
        f"{_share(record.confirmed):>22}{record.contradicted:>9}{record.unanswered:>12}"
        f"{_days(record):>16}{_percent(record.trusted):>9}"
        for record in records
    ]
    note = (
        f"By what was published by {until}. Borne out: by a voice that does not share the speaker's side, within "
        "90 days, of the claims that are older; unanswered: no such voice spoke of the place; days: median from the "
        "claim to that, negative where the speaker came later; (95 % intervals). "
        "Trusted: the share of such claims that the assessment takes to hold when they are made, learned from what "
        "came of earlier ones of this speaker and, less, of its side."
    )
    return "\n".join([head, *rows, "", note])


def _weeks_table(weeks: list[Week]) -> str:
    head = f"{'week of':<12}{'side':<13}{'captures':>9}{'not borne out':>22}{'habit':>8}"
    rows = []
    for week in weeks:
        habit = "-" if week.habit is None else f"{week.habit:.1f}"
        share = "too early" if week.unconfirmed is None else _share(week.unconfirmed)
        rows.append(
            f"{week.monday!s:<12}{week.side:<13}{week.claims:>9}{share:>22}{habit:>8}{'  surge' if week.surge else ''}"
        )
    return "\n".join([head, *rows])


def _share(share: Share) -> str:
    if share.value is None:
        return "-"
    return f"{share.part}/{share.whole} ({share.low:.0%}-{share.high:.0%})"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.0%}"


def _days(record: Record) -> str:
    days = record.delay_days
    return "-" if days.value is None else f"{days.value:+g} ({days.low:+g}..{days.high:+g})"


def _record(record: Record) -> dict[str, object]:
    return {
        **asdict(record),
        "unanswered": record.unanswered,
        "low": record.confirmed.low,
        "high": record.confirmed.high,
    }


def _week_record(week: Week) -> dict[str, object]:
    interval = None if week.unconfirmed is None else [week.unconfirmed.low, week.unconfirmed.high]
    return {**asdict(week), "monday": week.monday.isoformat(), "interval": interval}


def _lines(records: Iterable[dict[str, object]]) -> str:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
