"""Whose ground a place lies on, on a day."""

from datetime import date

import shapely

from salient.domain.place import PlaceClass, PlaceMatch
from salient.domain.side import SideId
from salient.domain.theatre import Theatre


class HeldGrounds:
    """Knows what each side has of the theatre: its own country, and what it has held behind the lines for long."""

    def __init__(self, theatre: Theatre) -> None:
        self._home_side = theatre.home_side
        self._held = [(held, shapely.Polygon(held.polygon[0], held.polygon[1:])) for held in theatre.held]
        for _, outline in self._held:
            shapely.prepare(outline)
        self._regions = {
            named.place.name: side.id
            for named in theatre.places
            if named.place.place_class is PlaceClass.REGION
            for side in theatre.belligerents
            if named.country in side.countries
        }

    def side_of(self, place: PlaceMatch, day: date | None) -> SideId | None:
        """The side that a place belongs to on a day: who has held it, else whose country it is, else the home side."""
        region = place.candidates[0].place if place.candidates else None
        lon, lat = place.lon, place.lat
        if lon is None and region is not None and region.place_class is not PlaceClass.REGION:
            lon, lat = region.lon, region.lat  # a district has a middle, though no claim is drawn there
        wide = region is not None and region.place_class is PlaceClass.AREA  # the middle of "the south" is anywhere
        if lon is not None and lat is not None and day is not None and not wide:
            point = shapely.Point(lon, lat)
            for held, outline in self._held:
                if held.since <= day and (held.until is None or day <= held.until) and outline.contains(point):
                    return held.side
        name = None if region is None else region.name if region.place_class is PlaceClass.REGION else region.region
        return self._regions.get(name or "", self._home_side)
