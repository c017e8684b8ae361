"""One sentence first: what most probably holds at a place, who says otherwise, since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from salient.domain.assessment import CONTESTED, Control
from salient.domain.claim import Claim
from salient.domain.kind import Kind, Stance, Status
from salient.domain.theatre import Theatre
from salient.domain.timeline import Step
from salient.serve.pairing import pair_up

SURE = 0.9
LIKELY = 0.65
ANSWERS = {Stance.DENIES: "denied", Stance.DOUBTS: "doubted"}


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
    """Word the state of a place on `day`. `claims` are those known, oldest first; `steps` those of the place."""
    state = state_of(control)
    since = _since(state, steps, day)
    dispute = _dispute(theatre, claims, day)
    if state == "unknown":
        headline = "No assessment"
    elif state == CONTESTED:
        headline = "Contested"
    else:
        headline = f"Held by {_name(theatre, state)}"
        if control and control.of(state) < SURE:
            headline = f"Probably held by {_name(theatre, state)}"
    return Verdict(state, headline, dispute or _silence(claims, day), since)


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


def _dispute(theatre: Theatre, claims: Sequence[Claim], day: date) -> str | None:
    """ "Claimed by A on 1 December, denied by B since 2 December", of the last contradiction of the last 45 days."""
    by_id = {claim.id: claim for claim in claims}
    for pair in reversed(pair_up(claims)):
        target, against = by_id[pair.target], by_id[pair.claim]
        said = against.citation.published
        if target.content.kind is not Kind.CONTROL or said is None or (day - said).days > 45:
            continue
        if target.content.actor is None or target.attribution.side not in theatre.sides:
            continue
        verb = ANSWERS[against.attribution.stance] if pair.direct else "contradicted"
        what = "taken" if target.content.status is Status.TOOK else "held"
        whose = "" if target.content.actor == target.attribution.side else f" by {_name(theatre, target.content.actor)}"
        claimant, since = _name(theatre, target.attribution.side), long_day(target.citation.published)
        answerer = _name(theatre, against.attribution.side)
        return f"Claimed {what}{whose} by {claimant} on {since}, {verb} by {answerer} on {long_day(said)}."
    return None


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
