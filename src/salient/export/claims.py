"""Claims as a layer of points: those that may be shown, and a mark for those withheld."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import shapely

from salient.domain.claim import Claim
from salient.domain.record import Record
from salient.export.corrected import in_words, relation_words
from salient.export.layer import Column, ColumnType, Layer
from salient.export.public import public_record
from salient.export.scope import Scope
from salient.export.terms import about

COLUMNS = (
    Column("id", "#meta+id"),
    Column("report", "#meta+report"),
    Column("published", "#date+published", ColumnType.DAY),
    Column("outlet", "#meta+source"),
    Column("url", "#meta+url"),
    Column("wording", "#meta+wording"),
    Column("quote", "#description+quote"),
    Column("text", "#description"),
    Column("kind", "#event+type"),
    Column("status", "#status"),
    Column("actor", "#group+actor"),
    Column("stance", "#meta+stance"),
    Column("speaker", "#contact+speaker"),
    Column("side", "#group+speaker"),
    Column("via", "#meta+via"),
    Column("place", "#loc+name"),
    Column("place_id", "#loc+code"),
    Column("place_precision", "#loc+precision"),
    Column("relation", "#loc+relation"),
    Column("start", "#date+start", ColumnType.DAY),
    Column("end", "#date+end", ColumnType.DAY),
    Column("days", "#date+edtf"),
    Column("asset", "#sector+asset"),
    Column("quantity", "#indicator+value", ColumnType.NUMBER),
    Column("quantity_max", "#indicator+value+max", ColumnType.NUMBER),
    Column("unit", "#indicator+unit"),
    Column("corrections", "#meta+corrections"),
    Column("withheld", "#meta+withheld"),
    Column("withheld_until", "#date+withheld", ColumnType.DAY),
)


def claims_layer(claims: Sequence[Claim], scope: Scope) -> Layer:
    """One row per claim published up to the day, as it may be shown today."""
    records = [public_record(claim, scope.today, scope.theatre) for claim in claims]
    points = [None if r["lon"] is None else shapely.Point(r["lon"], r["lat"]) for r in records]
    cited = replace(scope, citations=tuple(claim.citation for claim in claims))
    notes = about(cited, f"Claims published up to {scope.day}")
    return Layer("claims", COLUMNS, [_row(record) for record in records], points, notes)


def _row(record: Record) -> tuple[Any, ...]:
    relation, quantity, withheld = record["relation"], record["quantity"] or {}, record["withheld"] or {}
    flat = record | {
        "via": "; ".join(record["via"]) or None,
        "corrections": "; ".join(map(in_words, record["corrections"])) or None,
        "relation": relation and relation_words(relation),
        "days": edtf(record["start"], record["end"], record["day_precision"]),
        "quantity": quantity.get("value"),
        "quantity_max": quantity.get("max"),
        "unit": quantity.get("unit"),
        "withheld": withheld.get("reason"),
        "withheld_until": withheld.get("until"),
    }
    return tuple(flat[column.name] for column in COLUMNS)


def edtf(start: str | None, end: str | None, precision: str | None) -> str | None:
    """Write a range of days in the Extended Date/Time Format: a month as 2024-06, an open end as "..", else a/b."""
    if start is None and end is None:
        return None
    if start and end and precision == "month":
        return start[:7]
    if start and end and precision == "year":
        return start[:4]
    return start if start == end else f"{start or '..'}/{end or '..'}"
