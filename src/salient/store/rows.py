"""Reports, claims, rejections and corrections as rows, both ways."""

import zlib
from datetime import UTC, datetime
from typing import Any

from salient.domain.claim import Claim
from salient.domain.correction import Correction, Fault, Reversal, Subject
from salient.domain.identity import content_id
from salient.domain.page import Capture
from salient.domain.record import claim_from_record, claim_to_record
from salient.domain.rejection import Rejection, Stage
from salient.domain.report import DayOrigin, Report, Wording

Row = dict[str, Any]


def report_row(report: Report, added_at: datetime) -> Row:
    return {
        "digest": report.digest,
        "id": report.id,
        "published": report.published,
        "outlet": report.outlet,
        "url": report.url,
        "title": report.title,
        "lang": report.lang,
        "wording": report.wording.value,
        "text": report.text,
        "boilerplate": [list(span) for span in report.boilerplate],
        "added_at": added_at.replace(tzinfo=None),
        "day_origin": report.day_origin and report.day_origin.value,
        "flags": list(report.flags),
    }


def report_of(row: Any) -> Report:
    return Report(
        id=row.id,
        text=row.text,
        lang=row.lang,
        outlet=row.outlet,
        published=row.published,
        url=row.url,
        title=row.title,
        wording=Wording(row.wording),
        boilerplate=tuple((start, end) for start, end in row.boilerplate),
        day_origin=None if row.day_origin is None else DayOrigin(row.day_origin),
        flags=tuple(row.flags or ()),
    )


def capture_row(capture: Capture, digest: str) -> Row:
    fetched_at = _utc(capture.fetched_at)
    name = [capture.address, fetched_at.isoformat(), capture.sha256, digest]
    return {
        "id": content_id("capture", name),
        "address": capture.address,
        "fetched_at": fetched_at,
        "status": capture.status,
        "headers": dict(capture.headers),
        "sha256": capture.sha256,
        "report": digest,
    }


def body_row(capture: Capture) -> Row:
    return {"sha256": capture.sha256, "size": len(capture.body), "packed": zlib.compress(capture.body)}


def claim_row(claim: Claim, digest: str) -> Row:
    return {
        "id": claim.id,
        "report": digest,
        "published": claim.citation.published,
        "kind": claim.content.kind.value,
        "place_id": claim.place.place_id,
        "place": claim.place.name,
        "lon": claim.place.lon,
        "lat": claim.place.lat,
        "record": claim_to_record(claim),
    }


def claim_of(row: Any) -> Claim:
    return claim_from_record({**row.record, "origin": row.origin}, row.id)


def rejection_row(rejection: Rejection, digest: str | None) -> Row:
    return {
        "id": rejection.id,
        "report": digest,
        "name": rejection.report,
        "stage": rejection.stage.value,
        "reason": rejection.reason,
        "quote": rejection.quote,
    }


def rejection_of(row: Any) -> Rejection:
    return Rejection(row.name, Stage(row.stage), row.reason, row.quote)


def correction_row(correction: Correction) -> Row:
    subject = correction.subject
    return {
        "id": correction.id,
        "report": subject.report,
        "claim": subject.claim,
        "quote_start": subject.start,
        "quote_end": subject.end,
        "quote": subject.quote,
        "fault": correction.fault.value,
        "fields": dict(correction.values),
        "by": correction.by,
        "made_at": _utc(correction.made_at),
        "day": correction.day,
        "reason": correction.reason,
    }


def correction_of(row: Any) -> Correction:
    return Correction(
        subject=Subject(row.report, row.claim, row.quote_start, row.quote_end, row.quote),
        fault=Fault(row.fault),
        by=row.by,
        made_at=row.made_at.replace(tzinfo=UTC),
        day=row.day,
        reason=row.reason,
        values=row.fields,
    )


def reversal_row(reversal: Reversal) -> Row:
    return {
        "id": reversal.id,
        "correction": reversal.correction,
        "by": reversal.by,
        "made_at": _utc(reversal.made_at),
        "day": reversal.day,
        "reason": reversal.reason,
    }


def reversal_of(row: Any) -> Reversal:
    return Reversal(row.correction, row.by, row.made_at.replace(tzinfo=UTC), row.day, row.reason)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
