"""`salient corrections`: what was found wrong in the readings, by whom, and what of it was taken back."""

import json
from collections.abc import Iterator

import typer

from salient.cli.console import counted
from salient.cli.context import open_store, read_now
from salient.cli.days import read_day
from salient.cli.options import DB_HELP, NOW_HELP
from salient.domain.record import Record
from salient.export.corrected import in_words
from salient.export.corrections import correction_record
from salient.pipeline.corrections import corrections


def list_corrections(
    as_of: str | None = typer.Option(None, "--as-of", help="As known on this day, YYYY-MM-DD (default: all)."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    as_json: bool = typer.Option(False, "--json", help="Print JSON, one object a line."),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """List corrections, the last made first."""
    store, pack = open_store(db)
    known = None if as_of is None else read_day(as_of, "--as-of")
    today = read_now(now, pack).date()
    records = [correction_record(one, today, pack) for one in corrections(store, known)]
    if as_json:
        for record in records:
            typer.echo(json.dumps(record, ensure_ascii=False))
        return
    for record in records:
        typer.echo("\n".join(correction_lines(record)))
    back = sum(record["reversal"] is not None for record in records)
    typer.echo(f"{counted(len(records), 'correction')}, {back} taken back")


def correction_lines(record: Record) -> Iterator[str]:
    """One correction for the eye: what was corrected in which words, and its reversal."""
    what = "withdrawn" if record["withdraws"] else f"wrong {record['fault']}"
    source = ", ".join(part for part in (record["outlet"] or record["report"], record["published"]) if part)
    yield f"{record['id']}  {what}  ({source})"
    if record["withheld"] is not None:
        yield f"  withheld until {record['withheld']['until']}: {record['withheld']['reason']}"
    elif record["text"] is not None:
        yield f"  “{record['quote']}”" if record["quote"] else f"  [retold] {record['text']}"
    for claim in record["claims"]:
        yield f"  {claim['id']}: {in_words({**record, 'changes': claim['changes']})}"
    if record["reversal"]:
        back = record["reversal"]
        yield f"  taken back on {back['day']} by {back['by']}: {back['reason'] or 'reason withheld'}"
