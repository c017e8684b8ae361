"""`salient ask`: has it fallen, says who?"""

import json
from datetime import date

import typer

from salient.cli.answer import Answer, print_answer
from salient.cli.answer_record import answer_record
from salient.cli.context import telling
from salient.cli.days import read_two_times
from salient.cli.opened import Opened, open_library
from salient.cli.options import DB_HELP, NOW_HELP
from salient.export.public import withholding
from salient.serve.pairing import pair_up
from salient.serve.verdict import give_verdict


def ask(
    place: str = typer.Argument(..., metavar="PLACE", help="A place, in any spelling or language."),
    on: str | None = typer.Option(None, "--on", help="The day asked about, YYYY-MM-DD (default: today)."),
    as_of: str | None = typer.Option(None, "--as-of", help="Use only what was published by this day (default: --on)."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
    every: bool = typer.Option(False, "--all", help="Print all claims and all evidence, not the weightiest."),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Tell who most probably controls a place on a day, who says so, who denies it, and what the figure is made of."""
    opened = open_library(db, now)
    day, known = read_two_times(on, as_of, opened.today)
    with telling("Assessing"):
        answer = find_answer(place, opened, day, known)
    if as_json:
        typer.echo(json.dumps(answer_record(answer), ensure_ascii=False, indent=1))
    else:
        print_answer(answer, every=every)


def find_answer(name: str, opened: Opened, day: date, as_of: date | None) -> Answer:
    """Collect all that is told of a place. Raises UsageError for a name that no place has."""
    found, library, today = opened.find(name), opened.library, opened.today
    place, theatre = found.place, library.theatre
    known = library.place_claims(place.id, as_of or day)
    claims = [claim for claim in known if withholding(claim, today, theatre) is None]
    assessment = library.assessment(place.id, day, as_of)
    control = assessment.posterior if assessment else None
    steps = library.place_steps(place.id, as_of)
    return Answer(
        place=place,
        where=opened.where(place) if found.others or name == place.id else None,
        guessed=found.guessed,
        others=found.others,
        day=day,
        as_of=as_of or day,
        today=today,
        theatre=theatre,
        assessment=assessment,
        verdict=give_verdict(theatre, control, claims, steps, day),
        claims=tuple(claims),
        pairs=pair_up(claims),
        withheld=len(known) - len(claims),
        corrected_later={claim.id: library.corrected_later(claim, as_of or day) for claim in claims},
    )
