"""A theatre pack's folder as one checked Theatre."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import field_validator

from salient.domain.asset import Asset
from salient.domain.errors import PackError
from salient.domain.side import INDEPENDENT, UNKNOWN
from salient.domain.theatre import Belligerent, Bounds, Outlet, Speaker, Theatre
from salient.theatre.directions import read_directions
from salient.theatre.ground import read_areas, read_barriers, read_held, read_homes
from salient.theatre.land import read_land
from salient.theatre.maps import read_legends
from salient.theatre.outlines import read_outlines
from salient.theatre.packs import pack_folder
from salient.theatre.places import read_places, read_villages
from salient.theatre.spelling import read_spelling
from salient.theatre.withheld import read_withheld
from salient.theatre.yaml_file import Shape, read_yaml


class _Side(Shape):
    id: str
    name: str
    adjective: str
    actor_terms: dict[str, tuple[str, ...]]
    adjectives: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    groups: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    offices: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    given_names: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    countries: tuple[str, ...] = ()
    capital: str | None = None


class _Bounds(Shape):
    west: float
    south: float
    east: float
    north: float


class _TheatreFile(Shape):
    id: str
    name: str
    time_zone: str
    countries: tuple[str, ...]
    bounds: _Bounds
    measured_side: str
    home_side: str | None = None
    name_languages: dict[str, str]
    publish_delay_days: int
    epochs: Mapping[str, date] = MappingProxyType({})
    sides: tuple[_Side, ...]

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"no such time zone: {zone}") from error
        return zone


class _Speaker(Shape):
    id: str
    name: str
    side: str
    aliases: tuple[str, ...] = ()
    office: str | None = None
    home: str | None = None
    body: bool = False


class _SpeakersFile(Shape):
    speakers: tuple[_Speaker, ...]
    grounds: Mapping[str, str] = MappingProxyType({})


class _Outlet(Shape):
    name: str
    side: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    home: str | None = None


class _OutletsFile(Shape):
    outlets: tuple[_Outlet, ...]


def load_theatre(name: str) -> Theatre:
    """Read and check the pack `name`. Raises UsageError for an unknown pack, PackError for a broken one."""
    folder = pack_folder("theatres", name)
    main = read_yaml(folder / "theatre.yaml", _TheatreFile)
    offices = read_yaml(folder / "speakers.yaml", _SpeakersFile)
    speakers, grounds = offices.speakers, offices.grounds
    outlets = read_yaml(folder / "outlets.yaml", _OutletsFile).outlets
    sides = {side.id for side in main.sides}
    if main.measured_side not in sides:
        raise PackError(str(folder / "theatre.yaml"), f"measured_side: {main.measured_side} is no side of this pack")
    if main.home_side is not None and main.home_side not in sides:
        raise PackError(str(folder / "theatre.yaml"), f"home_side: {main.home_side} is no side of this pack")
    voices = sides | {INDEPENDENT, UNKNOWN}
    for file, items in (("speakers.yaml", speakers), ("outlets.yaml", outlets)):
        for item in items:
            if item.side not in voices:
                raise PackError(str(folder / file), f"{item.name}: {item.side} is no side of this pack")
            if item.home is not None and item.home not in sides:
                raise PackError(str(folder / file), f"{item.name}: {item.home} is no side of this pack")
    _refuse_twins(folder / "speakers.yaml", [speaker.id for speaker in speakers])
    for office in grounds.keys() - {speaker.office for speaker in speakers}:
        raise PackError(str(folder / "speakers.yaml"), f"grounds: nobody speaks for {office}")
    places, not_places = read_places(folder / "places.yaml")
    _refuse_twins(folder / "places.yaml", [named.place.id for named in places])
    villages = read_villages(folder / "villages.yaml", places, main.name_languages)
    _refuse_twins(folder / "villages.yaml", [named.place.id for named in villages])
    return Theatre(
        id=main.id,
        name=main.name,
        time_zone=main.time_zone,
        countries=main.countries,
        bounds=Bounds(**main.bounds.model_dump()),
        belligerents=tuple(Belligerent(**s.model_dump()) for s in main.sides),
        measured_side=main.measured_side,
        publish_delay_days=main.publish_delay_days,
        epochs=main.epochs,
        speakers=tuple(
            Speaker(
                s.id,
                s.name,
                s.side,
                s.aliases,
                s.office,
                s.home,
                grounds.get(s.office or ""),
                body=s.body or s.id == s.office,
            )
            for s in speakers
        ),
        outlets=tuple(Outlet(o.name, o.side, o.aliases, o.domains, o.home) for o in outlets),
        assets=_assets(folder / "assets.geojson"),
        places=places,
        villages=villages,
        directions=read_directions(folder / "directions.yaml"),
        home_side=main.home_side,
        not_places=not_places,
        spellings=tuple(read_spelling(lang) for lang in dict.fromkeys(main.name_languages.values())),
        name_languages=main.name_languages,
        barriers=read_barriers(folder / "barriers.geojson"),
        areas=read_areas(folder / "areas.geojson"),
        homes=read_homes(folder / "homes.geojson", sides),
        held=read_held(folder / "held.geojson", sides),
        land=read_land(folder / "land.geojson"),
        map_legends=read_legends(folder / "maps.yaml", sides),
        outlines=read_outlines(folder / "outlines.geojson") if (folder / "outlines.geojson").exists() else (),
        withheld_areas=read_withheld(folder / "withheld.geojson"),
    )


def _assets(path: Path) -> tuple[Asset, ...]:
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(str(path), f"cannot be read: {error}") from error
    except json.JSONDecodeError as error:
        raise PackError(str(path), f"not JSON: {error.msg}", error.lineno) from error
    except (KeyError, TypeError) as error:
        raise PackError(str(path), "not a GeoJSON feature collection") from error
    assets = []
    for number, feature in enumerate(features):
        try:
            properties = feature["properties"]
            lon, lat, course = _spot(feature["geometry"])
            assets.append(
                Asset(
                    id=properties["id"],
                    name=properties["name"],
                    asset_class=properties["class"],
                    lon=lon,
                    lat=lat,
                    aliases=tuple(properties.get("aliases", ())),
                    place=properties.get("place"),
                    part_of=properties.get("part_of"),
                    operator=properties.get("operator"),
                    course=course,
                )
            )
        except (KeyError, TypeError, ValueError) as error:
            raise PackError(
                str(path), f"feature {number}: needs a point or line, id, name and class ({error!r})"
            ) from error
    _refuse_twins(path, [asset.id for asset in assets])
    wholes = {asset.part_of for asset in assets}
    return tuple(replace(asset, spread=asset.id in wholes) for asset in assets)


def _spot(geometry: Any) -> tuple[float, float, tuple[tuple[float, float], ...]]:
    """A point, or the middle corner of a line and the line."""
    if geometry["type"] == "Point":
        lon, lat = geometry["coordinates"]
        return float(lon), float(lat), ()
    if geometry["type"] != "LineString":
        raise ValueError(geometry["type"])
    course = tuple((float(lon), float(lat)) for lon, lat in geometry["coordinates"])
    return *course[len(course) // 2], course


def _refuse_twins(path: Path, ids: list[str]) -> None:
    twins = sorted({name for name in ids if ids.count(name) > 1})
    if twins:
        raise PackError(str(path), f"{twins[0]} stands twice")
