"""`salient numbers`: strengths, losses and troops encircled as they were claimed, with who said them."""

import json
from itertools import groupby
from typing import Any

import typer

from salient.cli.context import DB_HELP, NOW_HELP
from salient.cli.days import read_day, read_two_times
from salient.cli.opened import open_library
from salient.domain.errors import UsageError
from salient.domain.theatre import Theatre
from salient.export.public import is_quotation, public_words
from salient.pipeline.numbers import KINDS, ClaimedNumber, ClaimedNumbers, claimed_numbers


def numbers(
    place: str | None = typer.Option(None, "--place", help="Only figures given for this place, in any spelling."),
    kind: str | None = typer.Option(None, "--kind", help=f"One of {', '.join(sorted(KINDS))}."),
    since: str | None = typer.Option(None, "--since", help="Only what was published from this day on, YYYY-MM-DD."),
    on: str | None = typer.Option(None, "--on", help="What was published up to this day (default: today)."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """List the strengths, losses and troops encircled that were claimed, with who said them; nothing is summed."""
    if kind is not None and kind not in KINDS:
        raise UsageError(f"--kind: {kind!r} is none of {', '.join(sorted(KINDS))}")
    opened = open_library(db, now)
    library, pack = opened.library, opened.pack
    day, _ = read_two_times(on, None, opened.today)
    claims = library.claims(day, None if since is None else read_day(since, "--since"))
    if place is not None:
        wanted = opened.place(place).id
        here = {claim.id for claim in library.place_claims(wanted, day)}
        claims = [claim for claim in claims if claim.id in here or claim.place.place_id == wanted]
    if kind is not None:
        claims = [claim for claim in claims if claim.content.kind == kind]
    found = claimed_numbers(claims, pack, opened.today)
    if as_json:
        typer.echo(json.dumps(_record(found), ensure_ascii=False, indent=1))
    else:
        _print(found, pack)


def _record(found: ClaimedNumbers) -> dict[str, Any]:
    return {
        "figures": [
            {
                "day": number.day.isoformat(),
                "place": number.place,
                "of": number.actor,
                "kind": number.kind.value,
                "value": number.value,
                "max": number.maximum,
                "unit": number.unit,
                "stance": number.claim.attribution.stance.value,
                "speaker": number.claim.attribution.speaker,
                "side": number.claim.attribution.side,
                "outlet": number.claim.citation.outlet,
                "published": number.claim.citation.published and number.claim.citation.published.isoformat(),
                "url": number.claim.citation.url,
                "quote": public_words(number.claim) if is_quotation(number.claim) else None,
                "text": public_words(number.claim),
                "claim": number.claim.id,
            }
            for number in found.shown
        ],
        "withheld": [{"claim": claim.id, **kept.record()} for claim, kept in found.withheld],
    }


def _print(found: ClaimedNumbers, pack: Theatre) -> None:
    names = {side.id: side.name for side in pack.belligerents}

    def subject(number: ClaimedNumber) -> tuple[str, str, str]:
        return number.place or "whole front", names.get(number.actor or "", "nobody named"), number.kind.value

    for (where, whose, what), group in groupby(found.shown, subject):
        typer.echo(f"{where}: {what} of {whose}")
        for number in group:
            typer.echo(f"  {_line(number)}")
    if not found.shown:
        typer.echo("No strength, loss or encirclement with a figure was claimed.")
    if found.withheld:
        last = max((kept.until for _, kept in found.withheld if kept.until), default=None)
        until = f", the last until {last}" if last else ""
        some = "1 claim is" if len(found.withheld) == 1 else f"{len(found.withheld)} claims are"
        typer.echo(f"{some} withheld for {pack.publish_delay_days} days{until}.")


def _line(number: ClaimedNumber) -> str:
    claim = number.claim
    who = claim.attribution.speaker or claim.citation.outlet or claim.citation.report
    where = f" in {claim.citation.outlet}" if claim.citation.outlet and claim.attribution.speaker else ""
    stance = "" if claim.attribution.stance.value == "asserts" else f"{claim.attribution.stance.value}: "
    return f"{number.day} {stance}{figure(number)} — {who} ({claim.attribution.side}){where}"


def figure(number: ClaimedNumber) -> str:
    """The figure as it was given, a range as one."""
    top = "" if number.maximum is None else f" to {number.maximum:,.10g}"
    return f"{number.value:,.10g}{top} {number.unit}"
