"""Points from relations: "8 km southwest of X", on the WGS 84 ellipsoid."""

from pyproj import Geod

from salient.domain.place import Bearing

_WGS84 = Geod(ellps="WGS84")


def offset_point(lon: float, lat: float, distance_km: float, bearing: Bearing) -> tuple[float, float]:
    """The point (lon, lat) that lies a distance from another in a compass direction."""
    east, north, _ = _WGS84.fwd(lon, lat, bearing.degrees, distance_km * 1000)
    return float(east), float(north)


def distance_and_azimuth(lon: float, lat: float, other_lon: float, other_lat: float) -> tuple[float, float]:
    """How far (km) and in which direction (degrees clockwise from north, 0–360) the other point lies."""
    azimuth, _, metres = _WGS84.inv(lon, lat, other_lon, other_lat)
    return float(metres) / 1000, float(azimuth) % 360


def turn_between(azimuth: float, other: float) -> float:
    """The smaller angle between two directions, 0–180 degrees."""
    turn = abs(azimuth - other) % 360
    return min(turn, 360 - turn)
