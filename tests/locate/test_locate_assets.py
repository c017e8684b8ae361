"""A statement about an asset is attached to what it speaks of: no more and nothing else."""

import pytest

from salient.domain.asset import Asset, AssetScope
from salient.domain.claim import Attribution, Citation, Claim, Content, Quote
from salient.domain.days import UNKNOWN_DAYS
from salient.domain.kind import Kind, Stance, Status
from salient.domain.place import PlaceMatch, PlacePrecision
from salient.locate.assets import AssetFinder
from salient.theatre.asset_words import AssetWords, load_asset_words

WORDS = AssetWords(
    {
        "mine": ("mine", "coal mine", "colliery", "mine shafts"),
        "plant": ("plant", "site"),
        "power": ("power plant",),
        "rail": ("railway",),
    },
    ("shaft", "site", "unit"),
    ("shafts", "units"),
    ("other", "two", "no."),
    ("part of",),
)
ASSETS = (
    Asset(
        "hill",
        "Hillside coal mine",
        "mine",
        30.0,
        48.0,
        ("Hillside colliery", "шахта Горбова"),
        "Hilltown",
        None,
        "Coalco",
    ),
    Asset(
        "hill-north", "North site of Hillside", "mine", 30.05, 48.05, ("Northby shaft",), "Northby", "hill", "Coalco"
    ),
    Asset("hill-south", "South site of Hillside", "mine", 30.0, 47.95, (), "Southby", "hill", "Coalco"),
    Asset("forge", "Hilltown steelworks", "plant", 30.01, 48.0, (), "Hilltown", None, "Coalco"),
    Asset("far", "Faraway mine", "mine", 33.0, 48.0, (), "Faraway", None, "Coalco"),
    Asset("line", "Hilltown–Faraway railway", "rail", 31.5, 48.0, course=((30.0, 48.0), (31.5, 48.0), (33.0, 48.0))),
    Asset("power", "Faraway power plant", "power", 33.0, 48.0, (), "Faraway"),
)
PLACES = {
    "Hilltown": (30.0, 48.0),
    "Northby": (30.05, 48.05),
    "Faraway": (33.0, 48.0),
    "Field": (30.06, 48.0),
    "Nowhere": (31.0, 49.5),
}


def about(words: str | None, place: str | None, quote: str = "") -> Claim:
    spot = PLACES.get(place or "")
    match = PlaceMatch(place, *(spot or (None, None)), PlacePrecision.SETTLEMENT if spot else PlacePrecision.NONE)
    return Claim(
        Citation("r", None),
        Quote(quote, 0, len(quote)) if quote else None,
        Content(Kind.ASSET, Status.SUSPENDED, None, words),
        Attribution(None, "independent", Stance.ASSERTS),
        match,
        UNKNOWN_DAYS,
    )


def find(words: str, place: str | None, quote: str = "") -> tuple[str, str] | None:
    found = AssetFinder(ASSETS, WORDS).find(about(words, place, quote))
    return None if found is None else (found.asset.id, found.scope.value)


@pytest.mark.parametrize(
    ("words", "place", "expected"),
    [
        ("Hillside coal mine", None, ("hill", "whole")),
        ("its Hillside colliery", "Hilltown", ("hill", "whole")),
        ("шахті Горбовій", "Hilltown", ("hill", "whole")),
        ("The coal mine", "Hilltown", ("hill", "whole")),
        ("the mine", "Field", ("hill", "whole")),
        ("mine shafts", "Hilltown", ("hill", "whole")),
        ("its site in Northby", "Northby", ("hill-north", "whole")),
        ("the shaft in Northby", "Hilltown", ("hill-north", "whole")),
        ("Shaft No. 3 of the mine", "Hilltown", ("hill", "part")),
        ("the two other shafts of the mine", "Hilltown", ("hill", "part")),
        ("power plant", "Faraway", ("power", "whole")),
        ("the Hilltown-Faraway railway", "Faraway", ("line", "whole")),
        ("the railway", "Hilltown", None),
        ("the mine", "Nowhere", None),
        ("Hillside coal mine", "Faraway", None),
        ("the brickworks", "Hilltown", None),
        ("Coalco's facilities", "Hilltown", None),
    ],
)
def test_words_and_place_find_the_asset(words: str, place: str | None, expected: tuple[str, str] | None) -> None:
    assert find(words, place) == expected


@pytest.mark.parametrize(
    ("sentence", "place", "expected"),
    [
        ("If the mine closed, every plant would run short of coal.", "Faraway", "far"),
        ("If the mine closed, every plant would run short of coal.", "Hilltown", None),
        ("If Faraway mine closed, every plant would run short of coal.", "Faraway", "far"),
    ],
)
def test_a_sentence_speaks_of_the_one_asset_there_is_of_its_classes(
    sentence: str, place: str, expected: str | None
) -> None:
    found = AssetFinder(ASSETS, WORDS).spoken_of(sentence, about(None, place))
    assert (found and found.id) == expected


def test_a_limit_beside_the_assets_words_limits_what_is_said() -> None:
    quote = "Coalco stopped part of its work at the Hillside coal mine."
    assert find("the Hillside coal mine", "Hilltown", quote) == ("hill", AssetScope.PART.value)
    others = "The other shafts of the Hillside coal mine kept working."
    assert find("the Hillside coal mine", "Hilltown", others) == ("hill", AssetScope.PART.value)


def test_the_languages_know_words_for_assets_and_their_parts() -> None:
    words = load_asset_words()
    assert "coal mine" in words.classes["mine"]
    assert {"shaft", "ствол"} <= set(words.parts)
