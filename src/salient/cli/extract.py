"""`salient extract`: reports in, claims out; no database."""

import json
from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from zoneinfo import ZoneInfo

import typer

from salient.clean.page import Given
from salient.cli.console import REJECTED, counted, errors
from salient.cli.context import read_now, telling
from salient.cli.days import read_day
from salient.cli.inputs import (
    COLUMNS_HELP,
    LANG_HELP,
    LEGEND_HELP,
    OUTLET_HELP,
    PUBLISHED_HELP,
)
from salient.cli.options import DEFAULT_THEATRE, NOW_HELP, THEATRE_HELP
from salient.domain.claim import Claim
from salient.domain.errors import ReportError
from salient.domain.record import claim_to_record
from salient.domain.rejection import Rejection
from salient.gather.inputs import Inputs
from salient.gather.tables import Columns
from salient.gazetteer import load_gazetteer
from salient.pipeline.maps import MapReader, parse_legend
from salient.pipeline.reading import Reader
from salient.pipeline.reports import reports_from
from salient.theatre.load import load_theatre


class Format(StrEnum):
    """How claims are printed."""

    JSONL = "jsonl"


_WRITERS: dict[Format, Callable[[Claim], str]] = {
    Format.JSONL: lambda claim: json.dumps(claim_to_record(claim), ensure_ascii=False)
}


def extract(
    paths: list[str] = typer.Argument(
        ..., metavar="PATH…", help="Report files, folders, tables, exports, archives, maps, or - ."
    ),
    published: str | None = typer.Option(None, "--published", help=PUBLISHED_HELP),
    lang: str | None = typer.Option(None, "--lang", help=LANG_HELP),
    outlet: str | None = typer.Option(None, "--outlet", help=OUTLET_HELP),
    theatre: str = typer.Option(DEFAULT_THEATRE, "--theatre", help=THEATRE_HELP),
    form: Format = typer.Option(Format.JSONL, "--format", help="One JSON object a line."),
    columns: str = typer.Option("", "--columns", help=COLUMNS_HELP),
    legend: str = typer.Option("", "--legend", help=LEGEND_HELP),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Print the claims of reports, one JSON object a line, in the order in which they are found."""
    pack = load_theatre(theatre)
    day = None if published is None else read_day(published, "--published")
    moment = read_now(now, pack)
    given = Given(moment.date(), day, lang, outlet, ZoneInfo(pack.time_zone))
    gazetteer = load_gazetteer(pack)
    reader, maps = Reader(pack, gazetteer), MapReader(pack, gazetteer, parse_legend(legend, pack))
    read = found = refused = 0
    dropped: list[Rejection] = []
    with telling("Reading") as tell:
        for item in reports_from(paths, given, Inputs(columns=Columns.parse(columns)), maps):
            if isinstance(item, ReportError):
                refused += 1
                errors.print(f"salient: {item}", style="red", markup=False)
                continue
            for flag in item.report.flags:
                errors.print(f"salient: {item.report.id}: {flag}", style="yellow", markup=False)
            claims = item.claims
            if claims is None:
                reading = reader.read(item.report)
                claims = reading.claims
                dropped.extend(reading.rejections)
            for claim in claims:
                typer.echo(_WRITERS[form](claim))
            read, found = read + 1, found + len(claims)
            tell(f"{read} reports, {found} claims")
    told = f"{counted(read, 'report')}: {counted(found, 'claim')}; {counted(len(dropped), 'draft')} dropped"
    errors.print(told + _why(dropped), markup=False)
    if refused:
        raise typer.Exit(REJECTED)


def _why(dropped: list[Rejection]) -> str:
    reasons = Counter(f"{one.stage.value}, {one.reason}" for one in dropped)
    return "".join(f"\n  {count} × {reason}" for reason, count in reasons.most_common())
