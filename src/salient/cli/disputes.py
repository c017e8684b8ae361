"""`salient disputes`: who claims a place, who denies it, and what settled it."""

import json
from collections.abc import Mapping
from pathlib import Path

import typer

from salient.assess.disputes import Dispute, disputes
from salient.assess.observation import Observation
from salient.cli.days import read_day
from salient.cli.heard import heard, last_day
from salient.cli.options import DB_HELP
from salient.domain.side import SideId
from salient.export.corrected import mark


def list_disputes(
    on: str | None = typer.Option(None, "--on", help="As known on this day, YYYY-MM-DD (default: the last report's)."),
    only_open: bool = typer.Option(False, "--open", help="Only those that nothing has settled."),
    claims: Path | None = typer.Option(None, "--claims", help="A claims file instead of the database."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    theatre: str | None = typer.Option(None, "--theatre", help="Theatre pack."),
    as_json: bool = typer.Option(False, "--json", help="Print JSON, one object a line."),
) -> None:
    """List places that one side says it took and the other says it holds, the latest first."""
    known = None if on is None else read_day(on, "--on")
    told = heard(claims, db, theatre, known)
    day = known or last_day(told)
    found = [one for one in disputes(told.seen, told.names, told.theatre, day) if one.is_open or not only_open]
    if as_json:
        for one in found:
            typer.echo(json.dumps(_record(one), ensure_ascii=False))
        return
    sides = {side.id: side.name for side in told.theatre.belligerents}
    for one in found:
        typer.echo(_line(one, sides))
    typer.echo(f"{len(found)} disputes as known on {day}, {sum(one.is_open for one in found)} open")


def _line(one: Dispute, sides: Mapping[SideId, str]) -> str:
    claim, denial = one.claims[0], one.denials[0]
    state = "open" if one.settled_by is None else f"settled by {_said(one.settled_by)}: {_outcome(one, sides)}"
    return f"{one.place}: claimed by {_said(claim)}; denied by {_said(denial)}; last word {one.last}; {state}"


def _outcome(one: Dispute, sides: Mapping[SideId, str]) -> str:
    """Which side the settling word gives the place to."""
    has_it = one.holder == one.claims[0].toward
    return f"{sides[one.claimant]} {'has it' if has_it else 'does not have it'}"


def _said(one: Observation) -> str:
    who = one.claim.attribution.speaker or one.claim.citation.outlet or one.claim.attribution.side
    return f"{who}{mark(one.claim)} on {one.known}"


def _record(one: Dispute) -> dict[str, object]:
    return {
        "id": one.id,
        "place_id": one.place_id,
        "place": one.place,
        "claimant": one.claimant,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "open": one.is_open,
        "claims": [told.claim.id for told in one.claims],
        "denials": [told.claim.id for told in one.denials],
        "settled_by": one.settled_by and one.settled_by.claim.id,
    }
