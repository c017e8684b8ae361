"""Which places are asked for a name that no gazetteer has."""

from collections.abc import Sequence

import pytest

from salient.domain.mention import PlaceMention
from salient.domain.place import Place, PlaceClass
from salient.locate.misspelt import PLACES_ASKED, Placed
from salient.locate.slot import Option, Slot


def slot(name: str, starts: Sequence[int], score: float = 9.0, sort: PlaceClass = PlaceClass.SETTLEMENT) -> Slot:
    place = Place(name, name, 37.0, 48.0, sort)
    mention = PlaceMention(starts[0], starts[0] + 3, name)
    return Slot(mention, (name,), starts=list(starts), options=[Option(place, ((score, "known"),))])


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ([0], ["A", "B", "C"]),
        ([100], ["D", "C", "B"]),
        ([26], ["B", "C", "A"]),
        ([0, 100], ["D", "A", "B"]),
    ],
)
def test_the_places_whose_names_stand_nearest_are_asked_first(asked: list[int], nearest: list[str]) -> None:
    placed = Placed([slot("A", [10, 400]), slot("B", [20]), slot("C", [40]), slot("D", [90, 95, 97])])
    assert [place.name for place in placed.nearest(asked)] == nearest
    assert len(nearest) == PLACES_ASKED


def test_regions_and_names_without_a_place_are_not_asked() -> None:
    placed = Placed([slot("A", [1], sort=PlaceClass.REGION), slot("B", [2], score=0.0), slot("C", [90])])
    assert [place.name for place in placed.nearest([1])] == ["C"]


def test_names_far_on_are_asked_past_many_mentions_of_others() -> None:
    placed = Placed([slot("A", range(0, 900, 2)), slot("B", range(1, 900, 2)), slot("C", [950]), slot("D", [990])])
    assert [place.name for place in placed.nearest([500])] == ["A", "B", "C"]
