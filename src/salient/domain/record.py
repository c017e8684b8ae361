"""Reports and claims as the JSON objects of the claim contract (docs/codebook.md), both ways."""

from datetime import date
from typing import Any

from salient.domain.choice import one_of
from salient.domain.claim import Attribution, Citation, Claim, Content, Quantity, Quote
from salient.domain.days import DayPrecision, DayRange
from salient.domain.errors import InputError, ReportError
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import Bearing, End, PlaceMatch, PlacePrecision, Relation
from salient.domain.report import Report, Wording

Record = dict[str, Any]


def claim_to_record(claim: Claim) -> Record:
    """Flatten a claim into one object of the contract, its id and offsets beside the fixed fields."""
    quote, place, quantity = claim.quote, claim.place, claim.content.quantity
    relation, end = place.relation, place.other_end
    return {
        "id": claim.id,
        "report": claim.citation.report,
        "published": _iso(claim.citation.published),
        "outlet": claim.citation.outlet,
        "url": claim.citation.url,
        "wording": claim.citation.wording.value,
        "origin": claim.citation.origin,
        "quote": quote and quote.text,
        "quote_start": quote and quote.start,
        "quote_end": quote and quote.end,
        "kind": claim.content.kind.value,
        "status": claim.content.status and claim.content.status.value,
        "actor": claim.content.actor,
        "stance": claim.attribution.stance.value,
        "speaker": claim.attribution.speaker,
        "speaker_id": claim.attribution.speaker_id,
        "side": claim.attribution.side,
        "via": list(claim.attribution.via),
        "place": place.name,
        "place_id": place.place_id,
        "place_precision": place.precision.value,
        "lat": place.lat,
        "lon": place.lon,
        "relation": relation
        and {
            "anchor": relation.anchor,
            "distance_km": relation.distance_km,
            "bearing": relation.bearing and relation.bearing.value,
        },
        "other_end": end and {"place": end.name, "place_id": end.place_id, "lat": end.lat, "lon": end.lon},
        "start": _iso(claim.days.start),
        "end": _iso(claim.days.end),
        "day_precision": claim.days.precision.value,
        "asset": claim.content.asset,
        "quantity": quantity
        and {
            "value": quantity.value,
            "unit": quantity.unit,
            **({} if quantity.maximum is None else {"max": quantity.maximum}),
        },
    }


def claim_from_record(record: Record, source: str) -> Claim:
    """Read one object of the contract. `source` names the input in errors; fields beyond the fixed ones are optional.

    Raises InputError naming the source and what is wrong with it.
    """
    try:
        quote, quantity = record.get("quote"), record.get("quantity")
        start, end = _day(record.get("start")), _day(record.get("end"))
        precision = record.get("day_precision") or _guess_precision(start, end)
        return Claim(
            citation=Citation(
                report=record["report"],
                published=_day(record.get("published")),
                outlet=record.get("outlet"),
                url=record.get("url"),
                wording=_wording(record),
                origin=record.get("origin"),
            ),
            quote=None if quote is None else Quote(quote, record.get("quote_start") or 0, record.get("quote_end") or 0),
            content=Content(
                kind=one_of(Kind, "kind", record["kind"]),
                status=None if record.get("status") is None else one_of(Status, "status", record["status"]),
                actor=record.get("actor"),
                asset=record.get("asset"),
                quantity=quantity and Quantity(quantity["value"], quantity["unit"], quantity.get("max")),
            ),
            attribution=Attribution(
                speaker=record.get("speaker"),
                side=record["side"],
                stance=one_of(Stance, "stance", record["stance"]),
                via=tuple(record.get("via") or ()),
                speaker_id=record.get("speaker_id"),
            ),
            place=_place(record),
            days=DayRange(start, end, one_of(DayPrecision, "day_precision", precision)),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"no field {error}" if isinstance(error, KeyError) else str(error)
        raise InputError(source, f"not a claim: {what}") from error


def report_from_record(record: Record, source: str) -> Report:
    """Read a report object; claims that stand in it are not looked at.

    Raises ReportError naming the source and what is wrong with it.
    """
    try:
        text = record["text"]
        if not isinstance(text, str) or not text.strip():
            raise ValueError("the text is empty")
        return Report(
            id=str(record["id"]),
            text=text,
            lang=record.get("lang"),
            outlet=record.get("outlet"),
            published=_day(record.get("published")),
            url=record.get("url"),
            title=record.get("title"),
            wording=_wording(record),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"no field {error}" if isinstance(error, KeyError) else str(error)
        raise ReportError(source, f"not a report: {what}") from error


def _wording(record: Record) -> Wording:
    """A note may follow the word: "retold: from memory"."""
    return one_of(Wording, "wording", (record.get("wording") or "verbatim").split(":")[0])


def _place(record: Record) -> PlaceMatch:
    relation, end, lat, lon = (record.get(name) for name in ("relation", "other_end", "lat", "lon"))
    precision = record.get("place_precision") or (
        PlacePrecision.NONE
        if record.get("place") is None
        else PlacePrecision.REGION
        if lat is None
        else PlacePrecision.RELATION
        if relation
        else PlacePrecision.SETTLEMENT
    )
    return PlaceMatch(
        name=record.get("place"),
        lon=lon,
        lat=lat,
        precision=one_of(PlacePrecision, "place_precision", precision),
        place_id=record.get("place_id"),
        relation=relation
        and Relation(
            relation["anchor"],
            relation.get("distance_km"),
            None if relation.get("bearing") is None else Bearing(relation["bearing"]),
        ),
        other_end=end and End(end["place"], end["lon"], end["lat"], end.get("place_id")),
    )


def _guess_precision(start: date | None, end: date | None) -> DayPrecision:
    if start is None and end is None:
        return DayPrecision.UNKNOWN
    return DayPrecision.DAY if start == end else DayPrecision.SPAN


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value[:10])


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
