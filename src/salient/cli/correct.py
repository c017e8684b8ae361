"""`salient correct`: say what is wrong with a claim, or take that back."""

import json

import typer

from salient.cli.context import open_store, read_now, telling
from salient.cli.corrections import correction_lines
from salient.cli.options import DB_HELP, NOW_HELP
from salient.domain.correction import Fault
from salient.domain.errors import UsageError
from salient.export.corrections import correction_record
from salient.gazetteer import load_gazetteer
from salient.pipeline.assessing import keep_assessment
from salient.pipeline.correcting import Corrector, Signed, Wrong
from salient.pipeline.corrections import with_claims

_SUBJECT_HELP = "A claim by its id, or a report with --passage; with --reverse, a correction by its id."


def correct(
    subject: str = typer.Argument(..., metavar="CLAIM|REPORT|CORRECTION", help=_SUBJECT_HELP),
    by: str = typer.Option(..., "--by", help="Who says so: stands with the correction, in public."),
    reason: str = typer.Option(..., "--reason", help="Why: stands with the correction, in public."),
    wrong: Fault | None = typer.Option(None, "--wrong", help="What is wrong."),
    reverse: bool = typer.Option(False, "--reverse", help="Take a correction back."),
    passage: str | None = typer.Option(None, "--passage", help="Words of the report: every claim in them is meant."),
    place: str | None = typer.Option(None, "--place", help="The right place, by name or by its gazetteer id."),
    kind: str | None = typer.Option(None, "--kind", help="The right kind."),
    status: str | None = typer.Option(None, "--status", help="The right status, or none."),
    actor: str | None = typer.Option(None, "--actor", help="The side it is about, or none."),
    speaker: str | None = typer.Option(None, "--speaker", help='Who says it; "" for the outlet itself.'),
    side: str | None = typer.Option(None, "--side", help="The side that the speaker belongs to."),
    stance: str | None = typer.Option(None, "--stance", help="asserts, denies or doubts."),
    start: str | None = typer.Option(None, "--start", help="The first day that is meant, YYYY-MM-DD."),
    end: str | None = typer.Option(None, "--end", help="The last day that is meant, YYYY-MM-DD."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Correct a reading, and assess anew. Nothing is deleted: the correction is a record of its own, as is --reverse.

    Without a right value the wrong part becomes unknown (place, days), or the claim is withdrawn.
    """
    if reverse == (wrong is not None):
        raise UsageError("say what is --wrong, or --reverse a correction")
    fields = {
        "place": place,
        "kind": kind,
        "status": status,
        "actor": actor,
        "speaker": speaker,
        "side": side,
        "stance": stance,
        "start": start,
        "end": end,
    }
    given = {name: value for name, value in fields.items() if value is not None}
    store, pack = open_store(db)
    moment = read_now(now, pack)
    gazetteer = load_gazetteer(pack)
    corrector, signed = Corrector(store, pack, gazetteer), Signed(by, reason, moment)
    if wrong is None:
        entry = corrector.reverse(subject, signed)
    else:
        entry = corrector.correct(Wrong(subject, wrong, passage, given), signed)
    with telling("Assessing") as tell:
        keep_assessment(store, pack, gazetteer, tell)
    record = correction_record(with_claims(store, entry), moment.date(), pack)
    typer.echo(json.dumps(record, ensure_ascii=False) if as_json else "\n".join(correction_lines(record)))
