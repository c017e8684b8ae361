"""What words that point back may mean."""

import pytest

from salient.domain.place import PlaceClass
from salient.extract.places.spoken import Attention, Part, Spoken, Wanted


def spoken(people: int = 0, sort: PlaceClass | None = None, *called: Wanted) -> Spoken:
    return Spoken(0, (frozenset({"x"}),), sort, people, set(called))


@pytest.mark.parametrize(
    ("wanted", "better", "worse"),
    [
        (Wanted.TOWN, spoken(60_000), spoken(900)),
        (Wanted.VILLAGE, spoken(900), spoken(60_000)),
        (Wanted.VILLAGE, spoken(60_000, None, Wanted.VILLAGE), spoken(900, None, Wanted.TOWN)),
        (Wanted.REGION, spoken(0, PlaceClass.REGION), spoken(60_000)),
        (Wanted.TOWN, spoken(), spoken(0, PlaceClass.REGION)),
        (Wanted.PLACE, spoken(900), spoken(0, PlaceClass.RIVER)),
    ],
)
def test_fits_what_the_words_ask_for(wanted: Wanted, better: Spoken, worse: Spoken) -> None:
    assert better.fits(wanted) > worse.fits(wanted)


def test_size_alone_excludes_nothing() -> None:
    assert spoken(900).fits(Wanted.TOWN) > 0


def test_what_was_spoken_of_long_ago_is_forgotten() -> None:
    attention = Attention(sentence=10)
    place = spoken(900)
    attention.places.append(place)
    attention._gain(place, Part.TARGET)
    for _ in range(10):
        attention.next_sentence()
    assert attention.best() is place
    for _ in range(60):
        attention.next_sentence(opens_paragraph=True)
    assert attention.best() is None


def test_a_stretch_of_the_front_is_called_after_towns() -> None:
    assert Spoken(0, (), None, 900, sector_at=3).fits(Wanted.SECTOR) > spoken(60_000).fits(Wanted.SECTOR)
    assert spoken(60_000).fits(Wanted.SECTOR) > spoken(900).fits(Wanted.SECTOR) > 0


def test_the_stretch_named_last_is_meant() -> None:
    attention = Attention(sentence=4)
    earlier, later = (Spoken(n, (), None, 900, sector_at=at, number=n) for n, at in enumerate((1, 3)))
    attention.places.extend([earlier, later])
    attention._gain(later, Part.NAMED)
    attention._gain(earlier, Part.TARGET)
    assert attention.best() is earlier
    assert attention.best(Wanted.SECTOR) is later
