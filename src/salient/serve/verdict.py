"""One sentence first: what most probably holds at a place, who says otherwise, since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from salient.domain.assessment import CONTESTED, Control
from salient.domain.claim import Claim
from salient.domain.theatre import Theatre
from salient.domain.timeline import Step
from salient.serve.dispute import Dispute, find_dispute

SURE = 0.9
SETTLED = 0.97
"""From here on a figure stands above a live contradiction."""
LIKELY = 0.65


@dataclass(frozen=True, slots=True)
class Verdict:
    """`state` is an outcome or "unknown"; `sentence` is for the eye, `since` the first day of that state."""

    state: str
    headline: str
    sentence: str
    since: date | None


def state_of(control: Control | None) -> str:
    """The outcome to name: a side from LIKELY on, else contested; "unknown" without an assessment."""
    if control is None:
        return "unknown"
    best = max(control.probabilities, key=control.of)
    return best if control.of(best) >= LIKELY else CONTESTED


def give_verdict(
    theatre: Theatre, control: Control | None, claims: Sequence[Claim], steps: Sequence[Step], day: date
) -> Verdict:
    """Word the state of a place on `day`. `claims` are those known, oldest first; `steps` those of the place.

    What one side claims and another denies is contested as long as the figure is not SETTLED.
    """
    state, dispute = state_of(control), find_dispute(theatre, claims, day)
    since = _since(state, steps, day)
    if control and dispute and state != CONTESTED and control.of(state) < SETTLED:
        state, since = CONTESTED, dispute.claimed[0].citation.published
    if state == "unknown":
        return Verdict(state, "No assessment", "No report names this place or its neighbourhood by this day.", None)
    if state == CONTESTED:
        headline = "Contested"
    else:
        headline = f"Held by {_name(theatre, state)}"
        if control and control.of(state) < SURE:
            headline = f"Probably held by {_name(theatre, state)}"
    return Verdict(state, headline, _dispute_sentence(theatre, dispute) if dispute else _silence(claims, day), since)


def _since(state: str, steps: Sequence[Step], day: date) -> date | None:
    since = None
    for step in steps:
        if step.day > day:
            break
        if state_of(step.control) != state:
            since = None
        elif since is None:
            since = step.day
    return since


def _dispute_sentence(theatre: Theatre, dispute: Dispute) -> str:
    """ "Claimed taken by A since 1 December 2025, denied by B on 2 December 2025." """
    last, answer = dispute.claimed[-1], dispute.answers[-1]
    what = "taken" if dispute.is_taking else "held"
    whose = "" if last.content.actor == last.attribution.side else f" by {_name(theatre, last.content.actor or '')}"
    claimant, answerer = _name(theatre, last.attribution.side), _name(theatre, answer.attribution.side)
    said, answered = _said(dispute.claimed), _said(dispute.answers)
    return f"Claimed {what}{whose} by {claimant} {said}, {dispute.verb} by {answerer} {answered}."


def _said(claims: Sequence[Claim]) -> str:
    """ "on 1 December 2025", or "since" that day where it was said on several."""
    days = {claim.citation.published for claim in claims if claim.citation.published}
    return f"{'since' if len(days) > 1 else 'on'} {long_day(min(days, default=None))}"


def _silence(claims: Sequence[Claim], day: date) -> str:
    days = [claim.citation.published for claim in claims if claim.citation.published]
    if not days:
        return "No report names this place; the figure comes from what is said of the places around it."
    quiet = (day - max(days)).days
    if quiet > 14:
        return f"No report for {quiet} days."
    return f"Last named in a report of {long_day(max(days))}."


def _name(theatre: Theatre, side: str) -> str:
    named = {belligerent.id: belligerent.name for belligerent in theatre.belligerents}
    return named.get(side, "independent observers" if side == "independent" else "an unnamed source")


def long_day(day: date | None) -> str:
    """ "2 December 2025"."""
    return "an unknown day" if day is None else f"{day.day} {day:%B} {day.year}"
