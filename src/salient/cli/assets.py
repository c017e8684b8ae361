"""`salient assets`: what has been said of mines, plants, bridges and railways, with who said it."""

import json
from collections.abc import Sequence
from typing import Any

import typer

from salient.cli.context import DB_HELP, NOW_HELP, telling
from salient.cli.days import read_two_times
from salient.cli.opened import open_library
from salient.domain.assessment import CONTESTED
from salient.domain.claim import Claim
from salient.domain.errors import UsageError
from salient.export.assets import DIVIDED, AssetEntry
from salient.export.corrected import mark
from salient.export.public import public_record, public_words
from salient.pipeline.asset_board import asset_board


def assets(
    name: str | None = typer.Argument(None, metavar="[NAME]", help="Part of an asset's name, alias, place or id."),
    on: str | None = typer.Option(None, "--on", help="The day, YYYY-MM-DD (default: today)."),
    as_of: str | None = typer.Option(None, "--as-of", help="Use only what was published by this day (default: --on)."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
    every: bool = typer.Option(False, "--all", help="Also assets of which nothing has been said."),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Tell what has been said of each asset up to a day, who holds the ground, and how far the line is."""
    opened = open_library(db, now)
    pack, today = opened.pack, opened.today
    day, known = read_two_times(on, as_of, today)
    with telling("Assessing"):
        entries = asset_board(opened.library, day, known, today)
    shown = _chosen(entries, name, every=every)
    if as_json:
        records = [_record(entry, lambda claim: public_record(claim, today, pack)) for entry in shown]
        typer.echo(json.dumps(records, ensure_ascii=False, indent=1))
        return
    for entry in shown:
        _print(entry)


def _chosen(entries: Sequence[AssetEntry], name: str | None, *, every: bool) -> list[AssetEntry]:
    if name is None:
        return [entry for entry in entries if every or entry.said or entry.beside]
    wanted = name.casefold()
    found = [
        entry
        for entry in entries
        if any(
            wanted in (text or "").casefold()
            for text in (entry.asset.id, entry.asset.name, entry.asset.place, *entry.asset.aliases)
        )
    ]
    if not found:
        raise UsageError(f"no asset is called {name!r}")
    return found


def _record(entry: AssetEntry, shown: Any) -> dict[str, Any]:
    asset, state = entry.asset, entry.state
    return {
        "id": asset.id,
        "name": asset.name,
        "class": asset.asset_class,
        "place": asset.place,
        "operator": asset.operator,
        "part_of": asset.part_of,
        "lon": asset.lon,
        "lat": asset.lat,
        "status": state.status and state.status.value,
        "since": state.since and state.since.isoformat(),
        "evacuating_since": state.evacuating_since and state.evacuating_since.isoformat(),
        "by": list(state.claims),
        "held_by": entry.held_by,
        "line_km": entry.line_km,
        "said": [
            {
                "day": status.day.isoformat(),
                "status": status.status.value,
                "scope": status.scope.value,
                "stance": status.stance.value,
                "claim": shown(claim),
            }
            for status, claim in entry.said
        ],
        "beside": [shown(claim) for claim in entry.beside],
    }


_GROUND = {
    None: "nothing known of the ground",
    CONTESTED: "contested ground",
    DIVIDED: "on the ground of more than one",
}


def _print(entry: AssetEntry) -> None:
    asset, state = entry.asset, entry.state
    what = f"said to be {state.status} since {state.since}" if state.status else "nothing said of all of it"
    leaving = f", evacuation under way since {state.evacuating_since}" if state.evacuating_since else ""
    typer.echo(f"{asset.name} ({asset.asset_class}, {asset.place}): {what}{leaving}")
    ground = _GROUND.get(entry.held_by, f"ground held by {entry.held_by}")
    typer.echo(f"  {ground}" + ("" if entry.line_km is None else f", front line {entry.line_km:g} km away"))
    for status, claim in entry.said:
        part = " (a part of it)" if status.scope.value == "part" else ""
        stance = "" if status.stance.value == "asserts" else f"{status.stance.value}: "
        typer.echo(f"  {status.day} {stance}{status.status}{part} — {_cited(claim)}")
    for claim in entry.beside:
        typer.echo(f"  what would follow, they say — {_cited(claim)}")


def _cited(claim: Claim) -> str:
    who = (claim.attribution.speaker or "in its own voice") + mark(claim)
    where = f" in {claim.citation.outlet or claim.citation.report}, {claim.citation.published}"
    words = public_words(claim)
    if words is None:
        return f"{who}{where}"
    return f"{who}{where}: " + (f"“{words}”" if claim.citation.wording == "verbatim" else f"[retold] {words}")
