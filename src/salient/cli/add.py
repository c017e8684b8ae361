"""`salient add`: reports into the store, the whole way to the assessment."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any
from zoneinfo import ZoneInfo

import typer

from salient.clean.page import Given
from salient.cli.console import REJECTED, counted, errors
from salient.cli.context import open_store, read_now, telling
from salient.cli.days import read_day
from salient.cli.inputs import (
    ALLOW_PRIVATE_HELP,
    COLUMNS_HELP,
    INPUTS_HELP,
    LANG_HELP,
    LEGEND_HELP,
    OUTLET_HELP,
    PUBLISHED_HELP,
    all_inputs,
)
from salient.cli.options import DB_HELP, NOW_HELP, THEATRE_HELP
from salient.gather.tables import Columns
from salient.gazetteer import load_gazetteer
from salient.pipeline.assessing import keep_assessment
from salient.pipeline.ingest import Fate, Ingested, ingest
from salient.pipeline.maps import MapReader, parse_legend
from salient.pipeline.reading import Reader
from salient.pipeline.reports import reports_from


def add(
    paths: list[str] = typer.Argument(..., metavar="PATH|URL…", help=INPUTS_HELP),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    published: str | None = typer.Option(None, "--published", help=PUBLISHED_HELP),
    lang: str | None = typer.Option(None, "--lang", help=LANG_HELP),
    outlet: str | None = typer.Option(None, "--outlet", help=OUTLET_HELP),
    theatre: str | None = typer.Option(None, "--theatre", help=THEATRE_HELP),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
    columns: str = typer.Option("", "--columns", help=COLUMNS_HELP),
    legend: str = typer.Option("", "--legend", help=LEGEND_HELP),
    allow_private: bool = typer.Option(False, "--allow-private", help=ALLOW_PRIVATE_HELP),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Read reports, store them with their claims, and assess. Adding the same again changes nothing."""
    day = None if published is None else read_day(published, "--published")
    store, pack = open_store(db, theatre, create=True)
    moment = read_now(now, pack)
    given = Given(moment.date(), day, lang, outlet, ZoneInfo(pack.time_zone))
    wanted = parse_legend(legend, pack)
    inputs = all_inputs(Columns.parse(columns), allow_private)
    gazetteer = load_gazetteer(pack)
    done: list[Ingested] = []
    with telling("Reading") as tell:
        found = reports_from(paths, given, inputs, MapReader(pack, gazetteer, wanted))
        for one in ingest(found, Reader(pack, gazetteer), store, moment.astimezone(UTC)):
            done.append(one)
            if one.fate is Fate.REJECTED:
                errors.print(f"salient: {one.name}: {one.reason}", style="red", markup=False)
            if not as_json:
                typer.echo(_line(one))
            tell(f"{len(done)} reports, {sum(item.claims for item in done)} claims")
    with telling("Assessing") as tell:
        keep_assessment(store, pack, gazetteer, tell)
    if as_json:
        origins = store.origins.of([one.report.digest for one in done if one.report])
        typer.echo(json.dumps(_record(done, store.name, origins), ensure_ascii=False))
    else:
        typer.echo(_summary(done, store.name))
        undated = sum(_is_undated(one) for one in done)
        if undated:
            told = f"no assessment sees the {counted(undated, 'report')} without a day; --published names it"
            errors.print(f"salient: {told}", style="yellow", markup=False)
    if any(one.fate is Fate.REJECTED for one in done):
        raise typer.Exit(REJECTED)


def _is_undated(one: Ingested) -> bool:
    return one.fate is Fate.NEW and one.report is not None and one.report.published is None


def _line(one: Ingested) -> str:
    if one.fate is Fate.REJECTED:
        return f"rejected   {one.name}: {one.reason}"
    if one.fate is Fate.DUPLICATE:
        return f"duplicate  {one.name}"
    day = one.report.published if one.report else None
    dropped = Counter(draft.reason for draft in one.dropped)
    drafts = "".join(f"; dropped {count} × {reason}" for reason, count in sorted(dropped.items()))
    flags = "".join(f"; {flag}" for flag in one.report.flags) if one.report else ""
    return f"new        {one.name} ({day or 'no day'}{flags}): {counted(one.claims, 'claim')}{drafts}"


def _summary(done: Sequence[Ingested], database: str) -> str:
    fates = Counter(one.fate for one in done)
    return (
        f"{counted(len(done), 'report')} read: {fates[Fate.NEW]} new, {fates[Fate.DUPLICATE]} duplicate, "
        f"{fates[Fate.REJECTED]} rejected; {counted(sum(one.claims for one in done), 'new claim')} in {database}"
    )


def _record(done: Sequence[Ingested], database: str, origins: Mapping[str, str]) -> dict[str, Any]:
    fates = Counter(one.fate for one in done)
    return {
        "database": database,
        "read": len(done),
        **{fate.value: fates[fate] for fate in Fate},
        "claims": sum(one.claims for one in done),
        "reports": [
            {
                "name": one.name,
                "fate": one.fate.value,
                "digest": one.report and one.report.digest,
                "origin": one.report and origins.get(one.report.digest),
                "published": one.report and one.report.published and one.report.published.isoformat(),
                "flags": list(one.report.flags) if one.report else [],
                "claims": one.claims,
                "dropped": [{"stage": d.stage.value, "reason": d.reason, "quote": d.quote} for d in one.dropped],
                "reason": one.reason or None,
            }
            for one in done
        ],
    }
