"""The verdict names the contradiction; a place that is claimed and denied is contested unless the figure is sure."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from salient.domain.assessment import CONTESTED, Control
from salient.domain.claim import Attribution, Citation, Claim, Content
from salient.domain.days import DayRange
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import PlaceMatch, PlacePrecision
from salient.serve.dispute import find_dispute
from salient.serve.pairing import pair_up
from salient.serve.verdict import give_verdict
from salient.theatre.load import load_theatre

THEATRE = load_theatre("ukraine")
DAY = date(2025, 12, 3)


def said(
    who: str, side: str, status: Status, actor: str | None, stance: Stance = Stance.ASSERTS, day: date = DAY
) -> Claim:
    return Claim(
        Citation("r", day),
        None,
        Content(Kind.CONTROL, status, actor),
        Attribution(who, side, stance),
        PlaceMatch("Town", 37.0, 48.0, PlacePrecision.SETTLEMENT, "p"),
        DayRange.single(day),
    )


TOOK = said("the Kremlin", "RU", Status.TOOK, "RU")
DENIAL = said("the military", "UA", Status.TOOK, "RU", Stance.DENIES)
IN_DOUBT = said("an analyst", "independent", Status.HOLDS, "RU", Stance.DOUBTS)
CONTEST = said("the General Staff", "UA", Status.CONTESTED, None)
COUNTER = said("the brigade", "UA", Status.HOLDS, "UA")


def control(first: float) -> Control:
    return Control({"RU": first, "UA": 0.0, CONTESTED: 1.0 - first})


@pytest.mark.parametrize("claims", list(permutations([TOOK, DENIAL])))
def test_a_denial_finds_what_it_denies_whichever_is_told_first(claims: tuple[Claim, ...]) -> None:
    assert [(pair.claim, pair.target, pair.direct) for pair in pair_up(claims)] == [(DENIAL.id, TOOK.id, True)]


@pytest.mark.parametrize(
    ("answers", "verb"),
    [
        ([DENIAL, CONTEST], "denied"),
        ([COUNTER], "contradicted"),
        ([CONTEST], "contradicted"),
        ([IN_DOUBT], "doubted"),
    ],
)
def test_all_that_speak_against_a_claim_are_in_the_dispute(answers: list[Claim], verb: str) -> None:
    dispute = find_dispute(THEATRE, [TOOK, *answers], DAY)
    assert dispute is not None
    assert (dispute.claimed, set(dispute.against), dispute.verb) == ((TOOK,), set(answers), verb)


def test_what_is_denied_may_tell_that_a_place_is_said_to_be_taken() -> None:
    held = replace(TOOK, content=Content(Kind.CONTROL, Status.HOLDS, "RU"))
    for answer, taken in ((DENIAL, True), (COUNTER, False)):
        dispute = find_dispute(THEATRE, [held, answer], DAY)
        assert dispute is not None
        assert dispute.is_taking is taken


def test_a_dispute_is_forgotten_in_the_verdict_after_a_while() -> None:
    assert find_dispute(THEATRE, [TOOK, DENIAL], DAY + timedelta(days=45)) is not None
    assert find_dispute(THEATRE, [TOOK, DENIAL], DAY + timedelta(days=46)) is None
    assert find_dispute(THEATRE, [TOOK], DAY) is None


@pytest.mark.parametrize(
    ("p", "claims", "state", "headline"),
    [
        (0.8, [TOOK, DENIAL], CONTESTED, "Contested"),
        (0.96, [TOOK, DENIAL], CONTESTED, "Contested"),
        (0.98, [TOOK, DENIAL], "RU", "Held by Russia"),
        (0.8, [TOOK], "RU", "Probably held by Russia"),
        (0.4, [TOOK], CONTESTED, "Contested"),
    ],
)
def test_claimed_and_denied_is_contested_unless_the_figure_is_sure(
    p: float, claims: list[Claim], state: str, headline: str
) -> None:
    verdict = give_verdict(THEATRE, control(p), claims, [], DAY)
    assert (verdict.state, verdict.headline) == (state, headline)


def test_without_an_assessment_nothing_is_said_to_hold() -> None:
    verdict = give_verdict(THEATRE, None, [], [], DAY)
    assert (verdict.state, verdict.headline, verdict.since) == ("unknown", "No assessment", None)


def test_a_claim_about_the_other_side_names_it() -> None:
    admission = replace(TOOK, content=Content(Kind.CONTROL, Status.HOLDS, "UA"))
    answer = replace(DENIAL, content=Content(Kind.CONTROL, Status.HOLDS, "UA"))
    sentence = give_verdict(THEATRE, control(0.4), [admission, answer], [], DAY).sentence
    assert sentence.startswith("Claimed held by Ukraine by Russia on 3 December 2025, denied by Ukraine")
