"""`salient report`: a month of the front as a page."""

import re
from pathlib import Path

import typer

from salient.cli.console import errors
from salient.cli.context import DB_HELP, NOW_HELP, telling
from salient.cli.opened import open_library
from salient.domain.errors import UsageError
from salient.export.month import to_html, to_markdown
from salient.pipeline.monthly import month_report

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help="Write a report of the front.")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@app.callback()
def _reports() -> None:
    """Keep `month` a command of its own: there will be reports of other kinds."""


@app.command()
def month(
    which: str = typer.Argument(..., metavar="YYYY-MM", help="The month."),
    reference: Path | None = typer.Option(None, "--reference", help="A folder of maps named by day, to compare with."),
    out: Path = typer.Option(Path(), "--out", help="The folder to write into."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Write front-YYYY-MM.html and .md: gains, changes, contested places, other maps, assets, numbers claimed."""
    match = _MONTH.fullmatch(which)
    if match is None:
        raise UsageError(f"{which!r} is no month (YYYY-MM)")
    opened = open_library(db, now)
    with telling("Working out"):
        found = month_report(opened.library, int(match[1]), int(match[2]), opened.today, reference)
    for suffix, data in (("html", to_html(found)), ("md", to_markdown(found))):
        file = out / f"front-{which}.{suffix}"
        try:
            out.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        except OSError as error:
            raise UsageError(f"{file}: cannot be written: {error.strerror}") from error
        errors.print(f"{file}", markup=False)
    typer.echo(found.headline)
