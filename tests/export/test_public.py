"""What may leave, when, and in whose words."""

from datetime import date, timedelta

import pytest
from tests.export.samples import DAY, NEAR_TOWN, claim
from tests.front.grounds import theatre

from salient.domain.kind import Kind, Status
from salient.domain.report import Wording
from salient.export.public import QUOTE_CHARACTERS, public_point, public_record, withholding

PACK = theatre()


@pytest.mark.parametrize(
    ("kind", "status", "delayed"),
    [
        (Kind.STRIKE, None, True),
        (Kind.LOSS, None, True),
        (Kind.STRENGTH, None, True),
        (Kind.ASSET, Status.DAMAGED, True),
        (Kind.ASSET, Status.DESTROYED, True),
        (Kind.ASSET, Status.SUSPENDED, False),
        (Kind.CONTROL, Status.TOOK, False),
        (Kind.CLASH, None, False),
        (Kind.ENCIRCLEMENT, Status.PARTIAL, False),
    ],
)
def test_what_could_serve_for_aiming_leaves_after_the_delay(kind: Kind, status: Status | None, delayed: bool) -> None:
    said = claim(kind, status)
    last = DAY + timedelta(days=PACK.publish_delay_days - 1)
    assert (withholding(said, DAY, PACK) is not None) is delayed
    assert (withholding(said, last, PACK) is not None) is delayed
    assert withholding(said, last + timedelta(days=1), PACK) is None


def test_a_withheld_claim_says_why_and_until_when_and_nothing_else() -> None:
    record = public_record(claim(Kind.STRIKE, None, "A strike on the depot."), DAY, PACK)
    assert record["withheld"] == {
        "reason": "claims of strike are shown 3 days after they were made",
        "until": "2025-03-04",
    }
    told = {name for name, value in record.items() if value not in (None, [])}
    assert told == {"id", "report", "published", "outlet", "url", "wording", "kind", "withheld"}


def test_a_strike_of_no_known_day_is_never_shown() -> None:
    assert withholding(claim(Kind.STRIKE, None, published=None), date(2030, 1, 1), PACK) is None
    undated = claim(Kind.STRIKE, None, published=None)
    object.__setattr__(undated, "days", type(undated.days)(None, None, undated.days.precision))
    kept = withholding(undated, date(2030, 1, 1), PACK)
    assert kept is not None
    assert kept.until is None


def test_a_relation_shows_its_anchor_not_the_computed_point() -> None:
    point = public_point(claim(place=NEAR_TOWN))
    assert point == pytest.approx((30.5, 47.3), abs=0.002)
    record = public_record(claim(place=NEAR_TOWN), DAY, PACK)
    assert (record["lon"], record["lat"]) == point


def test_retold_words_are_no_quotation() -> None:
    record = public_record(claim(wording=Wording.RETOLD), DAY, PACK)
    assert record["quote"] is None
    assert (record["text"], record["wording"]) == ("We hold Town.", "retold")


def test_long_quotes_are_cut_at_a_word() -> None:
    text = "word " * 200
    quote = public_record(claim(text=text), DAY, PACK)["quote"]
    assert len(quote) <= QUOTE_CHARACTERS + 2
    assert quote.endswith("word …")
