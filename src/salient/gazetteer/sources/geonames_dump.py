"""A GeoNames country dump: tab-separated, 19 columns, no header (https://download.geonames.org/export/dump/)."""

from collections.abc import Iterable

from salient.domain.errors import GazetteerError
from salient.domain.naming import NamedPlace, PlaceName
from salient.domain.place import Place, PlaceClass
from salient.gazetteer.sources.reading import Format, Register, read_point

COLUMNS = 19
_CLASSES = {"P": PlaceClass.SETTLEMENT, "STM": PlaceClass.RIVER, "STMI": PlaceClass.RIVER, "ADM2": PlaceClass.DISTRICT}
_PART_OF_A_CITY = "PPLX"


def _recognises(first: str) -> bool:
    cells = first.split("\t")
    return len(cells) == COLUMNS and cells[0].isdigit()


def _read(name: str, lines: Iterable[str]) -> Register:
    register = Register()
    for number, line in enumerate(lines, start=1):
        cells = line.rstrip("\n").split("\t")
        if len(cells) != COLUMNS or not cells[0].isdigit():
            raise GazetteerError(name, f"not {COLUMNS} tab-separated cells that begin with a number", number)
        place_class = _CLASSES.get(cells[6]) or _CLASSES.get(cells[7])
        if place_class and cells[7] != _PART_OF_A_CITY:
            register.places.append(_named(name, number, cells, place_class))
    return register


def _named(name: str, number: int, cells: list[str], place_class: PlaceClass) -> NamedPlace:
    lon, lat = read_point(name, number, cells[5], cells[4])
    place = Place(
        id=f"geonames:{cells[0]}",
        name=cells[1],
        lon=lon,
        lat=lat,
        place_class=place_class,
        population=int(cells[14]) if cells[14].isdigit() else 0,
        region=f"{cells[8]}.{cells[10]}",
    )
    names = dict.fromkeys([cells[1], *cells[3].split(",")])
    return NamedPlace(place, tuple(PlaceName(text) for text in names if text), {"geonames": cells[0]}, cells[8])


FORMAT = Format("geonames", "GeoNames country dump", "CC BY 4.0, GeoNames", _recognises, _read)
