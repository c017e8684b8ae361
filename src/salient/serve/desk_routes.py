"""The addresses where people add and correct. They change the store, and take a token for it; the list is public."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from salient.domain.claim import Claim
from salient.domain.record import claim_to_record
from salient.export.corrected import relation_words
from salient.export.corrections import Corrected, correction_record
from salient.export.public import public_point, withholding
from salient.pipeline.correcting import Wrong
from salient.pipeline.desk import Asked, Desk, Previewed
from salient.serve import desk_schema as schema
from salient.serve.claim_view import claim_views, summarise, web_address
from salient.serve.errors import ForbiddenError, NotFoundError
from salient.serve.reader import Reader
from salient.serve.schema import ClaimView, ErrorView
from salient.serve.tokens import Tokens

_BEARER = HTTPBearer(auto_error=False, description="A token that the server was configured with.")
Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]
NOT_HERE = "nothing can be added or corrected here: this server has no tokens"
NO_TOKEN = "adding and correcting need a token of this server"


@dataclass(frozen=True, slots=True)
class Adding:
    """Who may add and correct, and where it is done."""

    tokens: Tokens
    desk: Desk | None

    @property
    def is_open(self) -> bool:
        return self.desk is not None and bool(self.tokens)


NOBODY = Adding(Tokens({}), None)


def desk_routes(reader: Reader, adding: Adding, today: Callable[[], date]) -> APIRouter:
    """Make the router. Where nobody may add or correct, all but the public list answers 404."""
    errors = {status: {"model": ErrorView} for status in (400, 403, 404, 413, 422)}
    api = APIRouter(responses=errors, dependencies=[Depends(reader.refresh)])  # type: ignore[arg-type]

    def signed(bearer: Bearer, response: Response) -> str:
        if not adding.is_open:
            raise NotFoundError(NOT_HERE)
        name = adding.tokens.name_of(f"{bearer.scheme} {bearer.credentials}" if bearer else None)
        if name is None:
            raise ForbiddenError(NO_TOKEN)
        response.headers["cache-control"] = "no-store"
        return name

    Signed = Annotated[str, Depends(signed)]  # noqa: N806 - a type

    def open_desk(_: Signed) -> Desk:
        if adding.desk is None:
            raise NotFoundError(NOT_HERE)
        return adding.desk

    AtDesk = Annotated[Desk, Depends(open_desk)]  # noqa: N806 - a type

    def told(corrected: Corrected) -> schema.CorrectionView:
        record = correction_record(corrected, today(), reader.theatre)
        summaries = {claim.id: summarise(reader.theatre, claim) for claim in corrected.claims}
        claims = [{**claim, "summary": summaries[claim["id"]]} for claim in record["claims"]]
        return schema.CorrectionView(**record | {"claims": claims})

    @api.get("/token")
    def token(name: Signed) -> schema.SomebodyView:
        """Tell whose token it is."""
        return schema.SomebodyView(name=name)

    @api.post("/preview")
    def preview(asked: schema.PreviewAsked, at: AtDesk) -> schema.PreviewView:
        """Read a text or a page, and tell the claims it yields. Nothing is stored."""
        return _preview(reader, at.preview(Asked(**asked.model_dump())), today())

    @api.post("/reports")
    def store(asked: schema.StoreAsked, name: Signed, at: AtDesk) -> schema.StoredView:
        """Store what was previewed, as it was previewed and with who brought it, and assess anew."""
        done = at.store(asked.preview, name)
        return schema.StoredView(report=done.name, fate=done.fate.value, claims=done.claims)

    @api.get("/corrections")
    def corrections(as_of: Annotated[date | None, Query()] = None) -> list[schema.CorrectionView]:
        """All corrections, the last made first."""
        return [told(one) for one in reader.corrections(as_of)]

    @api.post("/corrections")
    def correct(asked: schema.CorrectionAsked, name: Signed, at: AtDesk) -> schema.CorrectionView:
        """Say what is wrong with a reading, and assess anew."""
        wrong = Wrong(asked.subject, asked.fault, asked.passage, asked.given)
        return told(at.correct(wrong, name, asked.reason))

    @api.post("/corrections/{correction_id}/reversal")
    def reverse(correction_id: str, asked: schema.ReversalAsked, name: Signed, at: AtDesk) -> schema.CorrectionView:
        """Take a correction back, and assess anew."""
        return told(at.reverse(correction_id, name, asked.reason))

    return api


def _preview(reader: Reader, previewed: Previewed, today: date) -> schema.PreviewView:
    report = previewed.report
    views = claim_views(reader, previewed.claims, today)
    return schema.PreviewView(
        preview=report.digest,
        report=report.id,
        known=previewed.known,
        text=report.text,
        title=report.title,
        outlet=report.outlet,
        published=report.published,
        lang=report.lang,
        url=web_address(report.url),
        wording=report.wording.value,
        flags=list(report.flags),
        claims=[_claim(reader, claim, view, today) for claim, view in zip(previewed.claims, views, strict=True)],
        dropped=[
            schema.DroppedView(stage=one.stage.value, reason=one.reason, quote=one.quote)
            for one in previewed.rejections
        ],
    )


def _claim(reader: Reader, claim: Claim, view: ClaimView, today: date) -> schema.PreviewedClaimView:
    lon, lat = public_point(claim) or (None, None)
    kept, relation = withholding(claim, today, reader.theatre), claim_to_record(claim)["relation"]
    return schema.PreviewedClaimView(
        claim=view,
        start=claim.quote.start if claim.quote else None,
        end=claim.quote.end if claim.quote else None,
        place_id=claim.place.place_id,
        precision=claim.place.precision.value,
        relation=relation and relation_words(relation),
        lon=lon,
        lat=lat,
        withheld_until=kept.until if kept else None,
    )
