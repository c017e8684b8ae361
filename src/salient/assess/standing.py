"""How far a side's own words carry each place: the farther, the longer they stand undenied and the more follows."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from salient.assess.credit import SIDES
from salient.assess.ground import Floats, Ints
from salient.assess.observation import Sort
from salient.assess.parameters import Parameters
from salient.assess.said import Today
from salient.assess.spread import Entries


@dataclass(frozen=True)
class Standing:
    """Per side and place: `claimed`, 0 to 1, how plainly the side says it took it and nobody since has said no;
    `borne`, what that has grown to since, counted in announcements; and `lift`, by how much, in log-odds, those who
    say so are more to be believed than their side at large.
    """

    claimed: Mapping[int, Floats]
    borne: Mapping[int, Floats]
    lift: Mapping[int, Floats]

    @classmethod
    def at_first(cls, places: int) -> "Standing":
        return cls(*({side: np.zeros(places) for side in SIDES} for _ in range(3)))

    def copy(self) -> "Standing":
        return Standing(
            *({side: one.copy() for side, one in each.items()} for each in (self.claimed, self.borne, self.lift))
        )

    def pass_day(self, told: Parameters) -> None:
        """Let what stands undenied grow, in place."""
        for side in SIDES:
            self.borne[side][:] += self.claimed[side] / told.maturing_days

    def hear(self, today: Today, entries: Entries, lifts: Floats, told: Parameters) -> None:
        """Take up, in place, what the day's claims say to what was claimed; `lifts` are those of their speakers.

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
            self._lift(side, entries.place[yes], entries.share[yes], lifts[entries.which[yes]])
            np.maximum.at(claimed, entries.place[yes], entries.share[yes])

    def _lift(self, side: int, place: Ints, share: Floats, lifts: Floats) -> None:
        """Take the mean of the standing of those who claimed a place, by how plainly each did."""
        named, at = np.unique(place, return_inverse=True)
        before = self.claimed[side][named]
        said, lifted = np.bincount(at, share, len(named)), np.bincount(at, share * lifts, len(named))
        self.lift[side][named] = (before * self.lift[side][named] + lifted) / (before + said)

    def ceilings(self, shares: Mapping[int, float], told: Parameters) -> dict[int, Floats]:
        """How probable a side's own words can make each place, `shares` of its captures being true when said.

        However many, they err together, as a side that runs ahead of the ground does so everywhere at once.
        """
        odds = {side: min(shares[side], 0.98) / (1.0 - min(shares[side], 0.98)) for side in SIDES}
        return {
            side: -np.expm1(-told.own_word * (1.0 + self.borne[side]) * np.log1p(odds[side] * np.exp(self.lift[side])))
            for side in SIDES
        }
