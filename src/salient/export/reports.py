"""Reports as a table without geometry: what was read, not its text, which belongs to its publishers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from salient.domain.claim import Citation, Claim
from salient.domain.report import Report
from salient.export.layer import Column, ColumnType, Layer
from salient.export.public import withholding
from salient.export.scope import Scope
from salient.export.terms import about

COLUMNS = (
    Column("id", "#meta+id"),
    Column("digest", "#meta+digest"),
    Column("published", "#date+published", ColumnType.DAY),
    Column("outlet", "#meta+source"),
    Column("url", "#meta+url"),
    Column("title", "#description+title"),
    Column("lang", "#meta+lang"),
    Column("wording", "#meta+wording"),
    Column("added_by", "#contact+added"),
    Column("claims", "#indicator+claims", ColumnType.NUMBER),
    Column("withheld", "#indicator+withheld", ColumnType.NUMBER),
)


def reports_layer(
    reports: Sequence[Report], claims: Sequence[Claim], signatures: Mapping[str, Sequence[str]], scope: Scope
) -> Layer:
    """One row per report published up to the day. A title is left out while claims of its report are withheld.

    `signatures` are the names of those who brought a report by hand, by its digest.
    """
    made = Counter(claim.citation.report for claim in claims)
    kept = Counter(claim.citation.report for claim in claims if withholding(claim, scope.today, scope.theatre))
    rows = [
        (
            report.id,
            report.digest,
            report.published and report.published.isoformat(),
            report.outlet,
            report.url,
            None if kept[report.id] else report.title,
            report.lang,
            report.wording.value,
            "; ".join(signatures.get(report.digest, ())) or None,
            made[report.id],
            kept[report.id],
        )
        for report in reports
    ]
    cited = replace(scope, citations=tuple(Citation.of(report) for report in reports))
    notes = about(cited, f"Reports published up to {scope.day}")
    return Layer("reports", COLUMNS, rows, [None] * len(rows), notes)
