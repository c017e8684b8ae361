"""Who controls each settlement, as a layer of points."""

from collections.abc import Mapping, Sequence

import shapely

from salient.domain.assessment import CONTESTED, Control
from salient.domain.place import Place
from salient.export.layer import Column, ColumnType, Layer
from salient.export.scope import Scope
from salient.export.terms import about
from salient.export.withheld import withheld_areas, withheld_at


def control_layer(places: Sequence[Place], control: Mapping[str, Control], scope: Scope) -> Layer:
    """One row per assessed settlement: the probability of each outcome and the likeliest.

    Of a settlement in a withheld area there is nothing but its name, why, and until when.
    """
    hidden = withheld_areas(scope.theatre, scope.today)
    outcomes = (*scope.theatre.sides, CONTESTED)
    days = scope.day.isoformat(), scope.as_of.isoformat()
    assessed = [place for place in places if place.id in control]
    rows: list[tuple[object, ...]] = []
    for place in assessed:
        kept = withheld_at(hidden, place.lon, place.lat)
        if kept is not None:
            row = kept.record()
            rows.append((place.id, place.name, place.region, *days, *[None] * (len(outcomes) + 1), *row.values()))
            continue
        chances = [round(control[place.id].probabilities.get(outcome, 0.0), 4) for outcome in outcomes]
        likeliest = outcomes[max(range(len(outcomes)), key=chances.__getitem__)]
        rows.append((place.id, place.name, place.region, *days, *chances, likeliest, None, None))
    columns = (
        Column("place_id", "#loc+code"),
        Column("name", "#loc+name"),
        Column("region", "#adm1+name"),
        Column("day", "#date", ColumnType.DAY),
        Column("as_of", "#date+known", ColumnType.DAY),
        *(
            Column(f"p_{outcome.lower()}", f"#indicator+probability+{outcome.lower()}", ColumnType.NUMBER)
            for outcome in outcomes
        ),
        Column("likeliest", "#status"),
        Column("withheld", "#meta+withheld"),
        Column("withheld_until", "#date+withheld", ColumnType.DAY),
    )
    title = f"Control of settlements on {scope.day}, as known on {scope.as_of}"
    points = [None if place.is_computed else shapely.Point(place.lon, place.lat) for place in assessed]
    return Layer("control", columns, rows, points, about(scope, title))
