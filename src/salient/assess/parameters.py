"""The numbers of the method: a table with a version and a digest, fitted by benchmarks/assess_fit.py."""

import json
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path

from salient.domain.errors import InputError
from salient.domain.identity import content_id

TABLE = Path(__file__).with_name("parameters.json")


@dataclass(frozen=True, slots=True)
class Parameters:
    """Rates are per day, weights in nats (log-odds), distances in km. docs/method.md says what each one does."""

    version: str
    sure: float
    """How sure the baseline, and all that the method ever says, is at most."""
    true_when_said: float
    """Share of a side's capture claims that hold on the day they are made, before anything is learned of the side."""
    prior_claims: float
    """How many claims that share is worth against what is learned."""
    response_weight: float
    """What one confirmation or contradiction counts, in claims."""
    unborne: float
    """What a capture that nobody else has borne out within a month counts as, in contradictions."""
    own_word: float
    """How far a side's own words can carry a place: to 1 - (1 - its share) to this power."""
    maturing_days: float
    """A capture that stands undenied for so long counts as one announcement more in that power."""
    onward: float
    """What a later capture close by counts there, in announcements."""
    colleagues: float
    """What a claim by another speaker of its side counts in a speaker's record, 0 to 1, its own counting as one."""
    surge: float
    """How much less is believed of a side that announces more than it used to: the power of that ratio, of the odds."""
    beyond_line: float
    """How much less is believed of a capture where few neighbours are the claimant's: the power of their share."""
    learned_fade_days: float
    usual_agreement: float
    """How often two voices agree on who holds a place; those that agree less weigh less."""
    agreement_claims: float
    """How many claims that is worth against what is counted."""
    ripening: float
    """Rate at which a claimed place passes to the claimant after the claim."""
    ripening_exponent: float
    """How much that rate follows the learned share."""
    claim_fade_days: float
    reach_km: float
    rearward: float
    """How many times as far a claim reaches toward the claimant's own ground as to the sides."""
    ahead: float
    """What a claim says of places beyond it, away from the claimant's own ground, against those behind."""
    neighbour_share: float
    """What a claim says of its neighbours, against its own place."""
    path_exponent: float
    """How much a passing needs the neighbours to be the claimant's already."""
    coupling: float
    coupling_from: float
    """Neighbours pull a place over once they are more than this share of the other side."""
    withstanding: float
    """What of the neighbours that a place has among the other side's from the first it withstands, 0 to 1."""
    coupling_km: float
    drift: float
    """Rate of passing at the line itself, either way, without any claim."""
    ageing: float
    """Rate at which everything becomes less certain."""
    admission: float
    independent: float
    own_voice: float
    """What an outlet's own voice weighs: nobody is named who saw it."""
    hold: float
    hold_stops: float
    """Share of the ripening claims of the other side that a hold or denial stops."""
    contest_unsettles: float
    """Fighting at a place: the probability, each way, that it passes today."""
    disputed: float
    """A voice of neither side says that neither controls a place: likewise."""
    advance: float
    """Rate at which ground passes after an advance was told."""
    withdrawal: float
    """Rate at which ground passes after a side was said to leave."""
    encirclement: float
    """Rate at which ground passes to the other side after a side was said to be surrounded there."""
    event_ripening: float
    """Rate at which the ground about a place passes once a loss there is admitted or told by neither side."""
    event_true: float
    """How probably a place has passed once a loss there is admitted or told by neither side, all of them sound."""
    area_true: float
    """Likewise of a whole area."""
    left_km: float
    """How far around a place a withdrawal from it reaches."""
    area_share: float
    """What a claim about a whole area says of each place in it."""
    deepest_km: float
    """A lone claim this far beyond the claimant's own ground is doubted by a factor of e, rising with the square."""
    company: float
    """How much another claim thereabouts, to the same effect, takes from that doubt."""
    assault: float
    """Rate at which ground passes to the attacker where an assault is told."""
    line: float
    """What fighting at a place says, either way, of the ground behind it."""
    repelled: float
    """What an assault on a place says for its defender, who holds it still."""
    depth_reach: float
    """How far a deep claim reaches, as a share of its depth."""
    depth_haste_km: float
    """Deep claims ripen faster: twice as fast at this depth, three times at twice it."""
    ignorant_reach_km: float
    """How far evidence reaches over ground of which nothing is known yet."""
    ignorant_weight: float
    """What a side's own words weigh there, more than elsewhere."""

    @property
    def digest(self) -> str:
        return content_id("parameters", asdict(self))


@cache
def load_parameters(path: Path = TABLE) -> Parameters:
    """Read a table. Raises InputError where it is not complete or its digest does not fit its numbers."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        found = Parameters(**{field.name: table["numbers"][field.name] for field in fields(Parameters)})
        digest = table["digest"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), f"not a table of parameters: {error}") from error
    if digest != found.digest:
        raise InputError(str(path), f"its digest is {found.digest}, not {digest}: refit, do not edit")
    return found


def write_parameters(numbers: Parameters, path: Path, fitted_on: str) -> None:
    """Write the table, with what it was fitted on."""
    table = {"digest": numbers.digest, "fitted_on": fitted_on, "numbers": asdict(numbers)}
    path.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
