"""Read and assessed: ground that a report names only by the towns that it lies between, or so far from."""

from datetime import date

from salient.assess.run import Run, assess
from salient.domain.place import Place
from salient.domain.report import Report, Wording
from salient.domain.theatre import Bounds
from salient.gazetteer import load_gazetteer
from salient.pipeline.reading import Reader
from salient.theatre.load import load_theatre

THEATRE = load_theatre("ukraine")
GAZETTEER = load_gazetteer(THEATRE)
FALL_2022 = (
    "The General Staff of Ukraine said on 8 September that its troops had liberated the area between Balakliia and "
    "Shevchenkove."
)
POKROVSK_2024 = "In mid-September 2024 Russian forces stood 8 km from Pokrovsk, according to DeepState."


def assessed(text: str, day: date, bounds: Bounds, line_lon: float) -> tuple[Run, Run, list[Place]]:
    """With the report and without it; on the day before, all east of a meridian is held by the measured side."""
    report = Report("r", text, "en", "Retold", day, None, None, Wording.RETOLD)
    claims = Reader(THEATRE, GAZETTEER).read(report).claims
    places = GAZETTEER.settlements(bounds)
    baseline = {place.id: float(place.lon > line_lon) for place in places}
    first, last = day.replace(day=day.day - 1), day.replace(day=day.day + 7)
    said, silent = (assess(places, told, THEATRE, first, last, baseline=baseline) for told in (claims, []))
    return said, silent, list(places)


def moved(text: str, day: date, bounds: Bounds, line_lon: float) -> dict[str, float]:
    """By how much the report raises the measured side's chance within a week, by place."""
    said, silent, places = assessed(text, day, bounds, line_lon)
    change = said.p(said.days[-1]) - silent.p(silent.days[-1])
    return {place.name: float(by) for place, by in zip(places, change.tolist(), strict=True)}


def test_what_lies_between_two_towns_changes_hands_and_what_lies_past_them_does_not() -> None:
    change = moved(FALL_2022, date(2022, 9, 8), Bounds(36.3, 49.2, 38.2, 50.0), 36.7)
    assert max(change[name] for name in ("Volokhiv Yar", "Verbivka")) < -0.05
    assert abs(change["Kupiansk"]) < 0.005


def test_who_stands_eight_km_off_is_not_in_town_and_may_be_that_far_off_on_his_own_side() -> None:
    change = moved(POKROVSK_2024, date(2024, 9, 15), Bounds(36.6, 47.9, 37.9, 48.6), 37.3)
    assert change["Pokrovsk"] <= 0.0
    assert change["Myrnohrad"] > 0.001
    assert min(change.values()) > -0.01
