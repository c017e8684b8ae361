"""How far a side's own words carry each place: the farther, the longer they stand undenied and the more follows."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from salient.assess.credit import SIDES
from salient.assess.ground import Floats
from salient.assess.observation import Sort
from salient.assess.parameters import Parameters
from salient.assess.said import Today
from salient.assess.spread import Entries


@dataclass(frozen=True)
class Standing:
    """Per side and place: `claimed`, 0 to 1, how plainly the side says it took it and nobody since has said no; and
    `borne`, what that has grown to since, counted in announcements.
    """

    claimed: Mapping[int, Floats]
    borne: Mapping[int, Floats]

    @classmethod
    def at_first(cls, places: int) -> "Standing":
        return cls(*({side: np.zeros(places) for side in SIDES} for _ in range(2)))

    def copy(self) -> "Standing":
        return Standing(*({side: one.copy() for side, one in each.items()} for each in (self.claimed, self.borne)))

    def pass_day(self, told: Parameters) -> None:
        """Let what stands undenied grow, in place."""
        for side in SIDES:
            self.borne[side][:] += self.claimed[side] / told.maturing_days

    def hear(self, today: Today, entries: Entries, told: Parameters) -> None:
        """Take up, in place, what the day's claims say to what was claimed.

        Another capture about a place that is claimed already says that the claimant has moved on; the other side's
        holds, denials and fighting there undo what had grown.
        """
        toward, speaks = today.toward[entries.which], today.speaks[entries.which]
        capture, fresh = (flags[entries.which] for flags in (today.of(Sort.CAPTURE), today.fresh))
        holds = today.of(Sort.HOLD)[entries.which]
        fights = today.of(Sort.CONTEST, Sort.ASSAULT)[entries.which] & entries.own
        for side in SIDES:
            claimed, borne = self.claimed[side], self.borne[side]
            undone = np.zeros(len(claimed))
            no = (holds & (toward == -side)) | (fights & (speaks == -side))
            np.add.at(undone, entries.place[no], np.log1p(-told.hold_stops * entries.share[no]))
            left = np.exp(undone)
            claimed *= left
            borne *= left
            yes = capture & (toward == side)
            onward = yes & fresh & ~entries.own
            np.add.at(borne, entries.place[onward], (told.onward * claimed[entries.place] * entries.share)[onward])
            np.maximum.at(claimed, entries.place[yes], entries.share[yes])

    def ceilings(self, shares: Mapping[int, float], told: Parameters) -> dict[int, Floats]:
        """How probable a side's own words can make each place, `shares` of its captures being true when said.

        However many, they err together, as a side that runs ahead of the ground does so everywhere at once.
        """
        return {
            side: -np.expm1(told.own_word * (1.0 + self.borne[side]) * np.log1p(-min(shares[side], 0.98)))
            for side in SIDES
        }
