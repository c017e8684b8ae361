"""What was computed from the claims: kept to be read fast, thrown away whenever claims are added."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, Engine, delete, exists, select

from salient.domain.front import Front
from salient.domain.place import Place, PlaceClass
from salient.store import schema
from salient.store.engine import WRITES

EACH = "each"
"""Instead of a day: every day as it could be known on it."""
_SCALE = 10_000
_FRONT = TypeAdapter(Front)
_VERSION = "derived"

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class States:
    """One assessment run. `p` has shape (days, places, outcomes), places in the order of `Derived.places`."""

    first: date
    last: date
    outcomes: tuple[str, ...]
    p: Floats


class Derived:
    """Places, states and fronts. `as_of` is a day, or None for every day as it could be known on it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def version(self) -> str | None:
        """The name of what this was computed from; None when there is nothing."""
        with self._engine.connect() as connection:
            query = select(schema.about.c.value).where(schema.about.c.key == _VERSION)
            return connection.execute(query).scalar_one_or_none()

    def replace(
        self,
        version: str,
        places: Sequence[Place],
        names: Mapping[str, Sequence[str]],
        states: Iterable[tuple[date | None, States]],
    ) -> None:
        """Throw away what is there and keep this instead, in one transaction."""
        with self._engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            for table in schema.DERIVED:
                connection.execute(delete(table))
            connection.execute(delete(schema.about).where(schema.about.c.key == _VERSION))
            if places:
                rows = [_place_row(i, place, names.get(place.id, ())) for i, place in enumerate(places)]
                connection.execute(schema.places.insert(), rows)
            for as_of, run in states:
                _put_states(connection, as_of, run)
            connection.execute(schema.about.insert(), {"key": _VERSION, "value": version})

    def keep_front(self, version: str, front: Front, as_of: date | None) -> None:
        """Keep one front beside the rest; nothing is kept where the rest was computed from something else."""
        with self._engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            if self.version != version or self.front(version, front.day, as_of) is not None:
                return
            row = {"as_of": _key(as_of), "day": front.day, "geometry": zlib.compress(_FRONT.dump_json(front))}
            connection.execute(schema.fronts.insert(), row)

    def places(self) -> Sequence[Place]:
        """The settlements assessed, in a fixed order."""
        with self._engine.connect() as connection:
            query = select(schema.places).order_by(schema.places.c.position)
            return [_place(row) for row in connection.execute(query)]

    def names(self) -> Mapping[str, Sequence[str]]:
        """Other spellings, by place id."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(schema.places.c.id, schema.places.c.names))
            return {row.id: row.names for row in rows}

    def states(self, version: str, as_of: date | None) -> States | None:
        """The run as of a day, None where none is kept that was computed from just that version."""
        kept = schema.states
        with self._engine.connect() as connection:
            row = connection.execute(select(kept).where(kept.c.as_of == _key(as_of), _is(version))).first()
        if row is None:
            return None
        shape = ((row.last - row.first).days + 1, -1, len(row.outcomes))
        whole = np.frombuffer(zlib.decompress(row.percent), dtype="<u2").reshape(shape)
        return States(row.first, row.last, tuple(row.outcomes), whole.astype(np.float64) / _SCALE)

    def front(self, version: str, day: date, as_of: date | None) -> Front | None:
        kept = schema.fronts
        with self._engine.connect() as connection:
            query = select(kept.c.geometry).where(kept.c.as_of == _key(as_of), kept.c.day == day, _is(version))
            packed = connection.execute(query).scalar_one_or_none()
        return None if packed is None else _FRONT.validate_json(zlib.decompress(packed))


def _is(version: str) -> ColumnElement[bool]:
    """Looked at in the same query, as others may replace everything between two."""
    return exists().where(schema.about.c.key == _VERSION, schema.about.c.value == version)


def _put_states(connection: Connection, as_of: date | None, run: States) -> None:
    row = {
        "as_of": _key(as_of),
        "first": run.first,
        "last": run.last,
        "outcomes": list(run.outcomes),
        "percent": zlib.compress(np.round(run.p * _SCALE).astype("<u2").tobytes()),
    }
    connection.execute(schema.states.insert(), row)


def _place_row(position: int, place: Place, names: Sequence[str]) -> dict[str, Any]:
    return {
        "position": position,
        "id": place.id,
        "name": place.name,
        "lon": place.lon,
        "lat": place.lat,
        "place_class": place.place_class.value,
        "population": place.population,
        "region": place.region,
        "names": list(names),
    }


def _place(row: Any) -> Place:
    return Place(row.id, row.name, row.lon, row.lat, PlaceClass(row.place_class), row.population, row.region)


def _key(as_of: date | None) -> str:
    return EACH if as_of is None else as_of.isoformat()
