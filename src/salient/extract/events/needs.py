"""Whether an event has what its cue needs to mean anything."""

from collections.abc import Callable, Mapping

from salient.extract.events.every_part import told_of_every_part
from salient.extract.events.needs_of_distance import distance_named
from salient.extract.events.needs_of_people import (
    amount_or_people,
    dead_named,
    leaver_named,
    left_place,
    massed_troops,
    moved_troops,
    patient_named,
    prisoners_taken,
    side_beaten,
    troops_counted,
)
from salient.extract.events.needs_of_place import (
    adjacent_place,
    area_named,
    closes_on_place,
    described_place,
    ground_named,
    inside_settlement,
    object_place,
    place_named,
    subject_line,
    subject_place,
    told_of_place,
)
from salient.extract.events.needs_of_things import (
    arms_did_it,
    asset_named,
    craft_sunk,
    equipment_named,
    made_thing,
    passive_asset,
    way_named,
)
from salient.extract.events.needs_of_ways import goal_named, source_named
from salient.extract.words.scene import Reading

_CHECKS: Mapping[str, Callable[[Reading], bool]] = {
    "asset": asset_named,
    "place": place_named,
    "area": area_named,
    "object_place": object_place,
    "subject_place": subject_place,
    "ground": ground_named,
    "adjacent_place": adjacent_place,
    "passive_asset": passive_asset,
    "left_place": left_place,
    "leaver": leaver_named,
    "massed": massed_troops,
    "moved": moved_troops,
    "prisoners": prisoners_taken,
    "patient": patient_named,
    "inside_settlement": inside_settlement,
    "told": told_of_place,
    "beaten": side_beaten,
    "dead": dead_named,
    "amount_troops": troops_counted,
    "distance": distance_named,
    "way": way_named,
    "closing": closes_on_place,
    "subject_line": subject_line,
    "goal": goal_named,
    "source": source_named,
    "amount_or_people": amount_or_people,
    "equipment": equipment_named,
    "craft": craft_sunk,
    "by_arms": arms_did_it,
    "made": made_thing,
    "described": described_place,
}
"""The checks by the names that the tables use."""
_OF_GROUND = ("place", "object_place", "ground")
"""What a town is too that is told of by all its parts."""


def has_what_it_needs(reading: Reading) -> bool:
    """A cue without needs always has it."""
    needs = reading.event.cue.needs
    return needs is None or _CHECKS[needs](reading) or (needs in _OF_GROUND and told_of_every_part(reading))
