"""`salient export`: the state of a day as a file for other programs."""

import sys
from pathlib import Path

import typer

from salient.cli.console import errors
from salient.cli.context import DB_HELP, NOW_HELP, telling
from salient.cli.days import read_two_times
from salient.cli.opened import open_library
from salient.domain.errors import UsageError
from salient.export.csv import to_csv, to_csv_metadata
from salient.export.formats import FORMATS
from salient.export.layer import Layer
from salient.pipeline.exports import SUBJECTS, export_layer


def export(
    subject: str = typer.Argument(..., metavar="|".join(SUBJECTS), help="What to export."),
    on: str | None = typer.Option(None, "--on", help="The day, YYYY-MM-DD (default: today)."),
    form: str = typer.Option("geojson", "--format", help=f"One of {', '.join(FORMATS)}."),
    as_of: str | None = typer.Option(None, "--as-of", help="Use only what was published by this day (default: --on)."),
    out: Path | None = typer.Option(None, "--out", help="The file to write (default: standard output)."),
    hxl: bool = typer.Option(False, "--hxl", help="CSV: a second row with HXL tags."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    now: str | None = typer.Option(None, "--now", help=NOW_HELP),
) -> None:
    """Export control, front, claims, reports or assets; claims and reports: all published up to the day."""
    if form not in FORMATS:
        raise UsageError(f"--format: {form!r} is none of {', '.join(FORMATS)}")
    opened = open_library(db, now)
    day, known = read_two_times(on, as_of, opened.today)
    with telling("Exporting"):
        layer = export_layer(subject, opened.library, day, known, opened.today)
    data = to_csv(layer, hxl=hxl) if form == "csv" else FORMATS[form](layer)
    if out is None:
        sys.stdout.buffer.write(data)
    else:
        _write(out, data)
        if form == "csv":
            _write(out.with_name(f"{out.name}-metadata.json"), to_csv_metadata(layer, out.name))
    _tell_sources(layer)


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{file}: cannot be written: {error.strerror}") from error


def _tell_sources(layer: Layer) -> None:
    """CSV on standard output has no room for its sources and terms."""
    names = [source["name"] for source in layer.about["sources"]]
    shown = ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")
    errors.print(f"{len(layer.rows)} rows. Sources: {shown}. {layer.about['terms']}", markup=False)
