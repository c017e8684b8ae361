"""What may leave the system, and in which words: the one rule for exports, pages, feeds and the API.

- Claims of strikes, losses, strength and damage to assets are withheld for the theatre's `publish_delay_days`.
- Nothing leaves of the areas that the theatre's pack withholds, until their day has come.
- A point is a settlement's or an anchor's, never one computed from "8 km southwest of".
- Words that are not the outlet's own are labelled and never offered as a quotation; quotes are limited in length.
"""

import math
from datetime import date, timedelta

from salient.domain.claim import Claim
from salient.domain.kind import Kind, Status
from salient.domain.place import REGIONS
from salient.domain.record import Record, claim_to_record
from salient.domain.report import Wording
from salient.domain.theatre import Theatre
from salient.export.corrected import corrections_of
from salient.export.withheld import Withheld, withheld_areas, withheld_at

QUOTE_CHARACTERS = 400
DELAYED_KINDS = frozenset({Kind.STRIKE, Kind.LOSS, Kind.STRENGTH})
DELAYED_STATUSES = frozenset({Status.DAMAGED, Status.DESTROYED})
_KM_PER_DEGREE = 111.195


def withholding(claim: Claim, today: date, theatre: Theatre) -> Withheld | None:
    """Tell whether a claim must not be shown on `today` (a local day), and why; None where it may."""
    content, place = claim.content, claim.place
    if place.lon is not None and place.lat is not None and theatre.withheld_areas:
        hidden = withheld_at(withheld_areas(theatre, today), place.lon, place.lat)
        if hidden is not None:
            return hidden
    if content.kind not in DELAYED_KINDS and content.status not in DELAYED_STATUSES:
        return None
    said = claim.citation.published or claim.days.end
    until = said and said + timedelta(days=theatre.publish_delay_days)
    if until is not None and today >= until:
        return None
    what = "damage to an asset" if content.kind is Kind.ASSET else content.kind.value
    return Withheld(f"claims of {what} are shown {theatre.publish_delay_days} days after they were made", until)


def public_point(claim: Claim) -> tuple[float, float] | None:
    """The (lon, lat) of the settlement a claim names, or of the anchor it is placed by; None where it has no place.

    What a relation moved is moved back: the anchor's point is where the relation began.
    """
    place = claim.place
    if place.lon is None or place.lat is None or place.precision in REGIONS:
        return None
    relation = place.relation
    if relation is None or relation.distance_km is None or relation.bearing is None:
        return place.lon, place.lat
    azimuth = math.radians(relation.bearing.degrees)
    north, east = relation.distance_km * math.cos(azimuth), relation.distance_km * math.sin(azimuth)
    lat = place.lat - north / _KM_PER_DEGREE
    lon = place.lon - east / (_KM_PER_DEGREE * math.cos(math.radians((lat + place.lat) / 2)))
    return round(lon, 3), round(lat, 3)


def is_quotation(claim: Claim) -> bool:
    """Whether the claim's words are the outlet's own, to be set in quotation marks and cited."""
    return claim.quote is not None and claim.citation.wording is Wording.VERBATIM


def public_words(claim: Claim) -> str | None:
    """The words of a claim, cut at a word where they are long; None where it has none."""
    if claim.quote is None:
        return None
    text = claim.quote.text
    if len(text) <= QUOTE_CHARACTERS:
        return text
    return text[: text.rfind(" ", 0, QUOTE_CHARACTERS)].rstrip(" ,;:–—-") + " …"


def public_record(claim: Claim, today: date, theatre: Theatre) -> Record:
    """The claim as an object that may leave: the contract's fields, `quote` only for the outlet's own words.

    `text` holds what may be shown and `wording` whose words they are; `corrections` tells what was corrected in it,
    from what and by whom; `withheld` is null, or stands there in place of everything but the claim's id, kind, report,
    outlet and day.
    """
    record = claim_to_record(claim)
    kept = withholding(claim, today, theatre)
    if kept is not None:
        open_fields = {"id", "report", "published", "outlet", "url", "wording", "kind"}
        hidden: Record = {name: (value if name in open_fields else None) for name, value in record.items()}
        return hidden | {"text": None, "via": [], "corrections": [], "withheld": kept.record()}
    point, words = public_point(claim), public_words(claim)
    lon, lat = point or (None, None)
    quote = words if is_quotation(claim) else None
    shown = {"quote": quote, "text": words, "lon": lon, "lat": lat, "corrections": corrections_of(claim)}
    return record | shown | {"withheld": None}
