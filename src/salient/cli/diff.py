"""`salient diff`: what was edited or removed between the versions of a report."""

import json
from typing import Any

import typer

from salient.cli.context import open_store
from salient.cli.options import DB_HELP
from salient.pipeline.versions import Version, report_versions


def diff(
    report: str = typer.Argument(..., metavar="REPORT", help="The id or digest of a report."),
    db: str | None = typer.Option(None, "--db", help=DB_HELP),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
) -> None:
    """Show what was edited or removed at a report's address, from one version to the next."""
    store, _ = open_store(db)
    versions = report_versions(store, report)
    if as_json:
        typer.echo(json.dumps({"report": report, "versions": [_record(one) for one in versions]}, ensure_ascii=False))
        return
    for number, version in enumerate(versions, start=1):
        typer.echo("\n".join(_lines(version, number)))
    if len(versions) == 1:
        typer.echo("One version: nothing was edited.")


def _lines(version: Version, number: int) -> list[str]:
    report = version.report
    lines = [f"version {number}  {report.digest}  {report.published or 'no day'}  {report.url or report.id}"]
    for fetch in version.fetches:
        lines.append(f"  fetched {fetch.fetched_at.isoformat()}Z  {fetch.address}  sha256 {fetch.sha256}")
    lines.extend(f"  {name}: {old or 'none'} → {new or 'none'}" for name, old, new in version.fields)
    for edit in version.edits:
        lines.extend(f"- {sentence}" for sentence in edit.before)
        lines.extend(f"+ {sentence}" for sentence in edit.after)
    return lines


def _record(version: Version) -> dict[str, Any]:
    report = version.report
    return {
        "digest": report.digest,
        "id": report.id,
        "url": report.url,
        "published": report.published and report.published.isoformat(),
        "fetches": [
            {
                "address": fetch.address,
                "fetched_at": f"{fetch.fetched_at.isoformat()}Z",
                "status": fetch.status,
                "sha256": fetch.sha256,
                "headers": dict(fetch.headers),
            }
            for fetch in version.fetches
        ],
        "fields": [{"name": name, "before": old, "after": new} for name, old, new in version.fields],
        "edits": [{"removed": list(edit.before), "added": list(edit.after)} for edit in version.edits],
    }
