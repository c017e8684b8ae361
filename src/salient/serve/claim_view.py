"""A claim as the API shows it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from salient.domain.claim import Claim
from salient.domain.correction import Correction
from salient.domain.kind import Kind, Stance, Status
from salient.domain.theatre import Theatre
from salient.export.corrected import correction_of
from salient.export.public import is_quotation, public_words, withholding
from salient.serve.pairing import Against, pair_up
from salient.serve.reader import Reader
from salient.serve.schema import ClaimView, CorrectionNote

SAYINGS: Mapping[tuple[Kind, Status | None], str] = {
    (Kind.CONTROL, Status.HOLDS): "{actor} holds {place}",
    (Kind.CONTROL, Status.TOOK): "{actor} took {place}",
    (Kind.CONTROL, Status.LOST): "{actor} lost {place}",
    (Kind.CONTROL, Status.CONTESTED): "{place} is contested",
    (Kind.ADVANCE, None): "{actor} advanced at {place}",
    (Kind.CLASH, None): "fighting at {place}",
    (Kind.STRIKE, None): "strike on {place}",
    (Kind.ENCIRCLEMENT, Status.COMPLETE): "{actor} surrounded at {place}",
    (Kind.ENCIRCLEMENT, Status.PARTIAL): "{actor} partly surrounded at {place}",
    (Kind.ENCIRCLEMENT, Status.THREATENED): "{actor} threatened with encirclement at {place}",
    (Kind.WITHDRAWAL, None): "{actor} withdraws from {place}",
    (Kind.STRENGTH, None): "strength of {actor} at {place}",
    (Kind.LOSS, None): "losses of {actor} at {place}",
    (Kind.OUTLOOK, None): "outlook for {place}",
}
STANCES: Mapping[Stance, str] = {Stance.ASSERTS: "", Stance.DENIES: "denies: ", Stance.DOUBTS: "doubts: "}


def claim_views(reader: Reader, claims: Sequence[Claim], known: date) -> list[ClaimView]:
    """Show claims about one place or asset as known on a day, tied to those they speak against, in the order given.

    They are those that may leave (see `showable`); words and their marking follow the rules of `export.public`.
    """
    pairs = pair_up(claims)
    return [_view(reader.theatre, claim, pairs, reader.corrected_later(claim, known)) for claim in claims]


def showable(theatre: Theatre, claims: Sequence[Claim], today: date) -> list[Claim]:
    """Leave out what the theatre's delay withholds on `today`."""
    return [claim for claim in claims if withholding(claim, today, theatre) is None]


def _view(theatre: Theatre, claim: Claim, pairs: Iterable[Against], later: Sequence[Correction]) -> ClaimView:
    words = public_words(claim)
    speaker = next((known for known in theatre.speakers if known.id == claim.attribution.speaker_id), None)
    return ClaimView(
        id=claim.id,
        report=claim.citation.report,
        wording=claim.citation.wording.value,
        quote=words if is_quotation(claim) else None,
        text=words,
        kind=claim.content.kind.value,
        status=claim.content.status.value if claim.content.status else None,
        actor=claim.content.actor,
        stance=claim.attribution.stance.value,
        summary=summarise(theatre, claim),
        speaker=claim.attribution.speaker,
        office=speaker.name if speaker else None,
        side=claim.attribution.side,
        via=list(claim.attribution.via),
        outlet=claim.citation.outlet,
        url=web_address(claim.citation.url),
        published=claim.citation.published,
        start=claim.days.start,
        end=claim.days.end,
        place=claim.place.name,
        asset=claim.content.asset,
        against=[pair.target for pair in pairs if pair.claim == claim.id],
        answered_by=[pair.claim for pair in pairs if pair.target == claim.id],
        corrections=[CorrectionNote(**correction_of(claim, made)) for made in claim.corrections],
        corrected_later=[CorrectionNote(**correction_of(claim, made)) for made in later],
    )


def summarise(theatre: Theatre, claim: Claim) -> str:
    """Say in our own words what a claim says, for columns where no quote may stand."""
    content = claim.content
    names = {belligerent.id: belligerent.name for belligerent in theatre.belligerents}
    actor = names.get(content.actor or "", "a party")
    if content.kind is Kind.ASSET:
        said = f"{content.asset or 'an asset'}: {content.status}"
    else:
        said = SAYINGS[(content.kind, content.status)].format(actor=actor, place=claim.place.name or "the front")
    said = STANCES[claim.attribution.stance] + said
    return said[0].upper() + said[1:]


def web_address(url: str | None) -> str | None:
    """Only addresses a browser may follow: a report can carry anything in that field."""
    return url if url and url.startswith(("https://", "http://")) else None
