"""Each format holds the same table, and other programs read it."""

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely
from tests.export.samples import DAY, claim, scope
from tests.front.grounds import lattice, split, theatre

from salient.domain.front import Salient
from salient.domain.kind import Kind
from salient.domain.report import Report
from salient.export.claims import claims_layer, edtf
from salient.export.control import control_layer
from salient.export.csv import to_csv, to_csv_metadata
from salient.export.formats import FORMATS
from salient.export.front import DrawnFront, front_layer
from salient.export.layer import Layer
from salient.export.reports import reports_layer
from salient.front.build import build_front
from salient.front.held import area_km2, held

PLACES = lattice()
FRONT = build_front(DAY, DAY, PLACES, split(PLACES), theatre())
GROUND = held(PLACES, split(PLACES), theatre(), "AA")
AREAS = {"AA": area_km2(GROUND), "BB": area_km2(GROUND.other("BB"))}
SALIENT = Salient("AA", "P1–P2", FRONT.areas["AA"][0], 120.0, 8.0, 15.0, DAY)
STRIKE = claim(Kind.STRIKE, None, "A strike on the depot.")
LAYERS = {
    "control": control_layer(PLACES, split(PLACES), scope()),
    "front": front_layer(DrawnFront(FRONT, AREAS, [SALIENT]), scope()),
    "claims": claims_layer([claim(), STRIKE], scope()),
    "reports": reports_layer([Report("r1", "Text.", title="A strike", published=DAY)], [claim(), STRIKE], {}, scope()),
}


@pytest.mark.parametrize("name", ["control", "front", "claims"])
@pytest.mark.parametrize("suffix", ["geojson", "kml"])
def test_gdal_reads_the_rows_and_valid_shapes(name: str, suffix: str, tmp_path: Path) -> None:
    layer = LAYERS[name]
    file = tmp_path / f"{name}.{suffix}"
    file.write_bytes(FORMATS[suffix](layer))
    _, _, wkb, _ = pyogrio.raw.read(file)
    shapes = shapely.from_wkb(wkb)
    expected = [shape for shape in layer.geometries if shape is not None]
    found = [shape for shape in shapes if shape is not None]
    assert len(found) == len(expected)
    assert all(shapely.is_valid(found))
    assert all(shapely.hausdorff_distance(shapely.force_2d(a), b) < 2e-5 for a, b in zip(found, expected, strict=True))


def test_a_sides_area_is_told_as_expected_and_as_drawn() -> None:
    names = [column.name for column in LAYERS["front"].columns]
    rows = [dict(zip(names, row, strict=True)) for row in LAYERS["front"].rows]
    area = next(row for row in rows if row["side"] == "AA")
    assert area["area_low_km2"] < area["area_km2"] < area["area_high_km2"]
    assert area["drawn_km2"] == pytest.approx(area["area_km2"], rel=0.05)
    salient = next(row for row in rows if row["layer"] == "salient")
    assert (salient["name"], salient["base_km"], salient["depth_km"]) == ("P1–P2", 8.0, 15.0)
    assert salient["since"] == DAY.isoformat()


@pytest.mark.parametrize("name", list(LAYERS))
@pytest.mark.parametrize("suffix", list(FORMATS))
def test_every_subject_can_be_written_in_every_format(name: str, suffix: str) -> None:
    data = FORMATS[suffix](LAYERS[name])
    assert data == FORMATS[suffix](LAYERS[name])
    assert b"A strike" not in data


def test_parquet_is_typed_and_names_its_geometry() -> None:
    table = pq.read_table(io.BytesIO(FORMATS["parquet"](LAYERS["control"])))
    assert table.num_rows == len(PLACES)
    assert {"p_aa": "double", "day": "date32[day]"}.items() <= {f.name: str(f.type) for f in table.schema}.items()
    geo = json.loads(table.schema.metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    assert geo["columns"]["geometry"]["geometry_types"] == ["Point"]
    assert shapely.from_wkb(table["geometry"][0].as_py()).x == PLACES[0].lon


def test_csv_has_an_optional_row_of_tags_and_a_companion() -> None:
    plain = list(csv.reader(io.StringIO(to_csv(LAYERS["control"]).decode())))
    tagged = list(csv.reader(io.StringIO(to_csv(LAYERS["control"], hxl=True).decode())))
    assert plain[0] == tagged[0]
    assert all(tag.startswith("#") for tag in tagged[1])
    assert plain[1:] == tagged[2:]
    companion = json.loads(to_csv_metadata(LAYERS["control"], "control.csv"))
    assert [column["name"] for column in companion["tableSchema"]["columns"]] == plain[0]


def test_every_export_names_its_sources_and_terms() -> None:
    for layer in LAYERS.values():
        about = json.loads(FORMATS["geojson"](layer))["about"]
        assert about["terms"]
        assert {"name": "GeoNames", "terms": "CC BY 4.0", "url": "https://www.geonames.org/"} in about["sources"]
    assert "The Outlet" in [source["name"] for source in LAYERS["claims"].about["sources"]]


def test_a_report_never_exports_its_text_and_no_title_while_a_claim_is_withheld() -> None:
    row = dict(zip([c.name for c in LAYERS["reports"].columns], LAYERS["reports"].rows[0], strict=True))
    assert (row["title"], row["claims"], row["withheld"]) == (None, 2, 1)
    assert "text" not in row


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2024-12-01", "2024-12-01", "day", "2024-12-01"),
        ("2024-12-01", "2024-12-31", "month", "2024-12"),
        ("2024-01-01", "2024-12-31", "year", "2024"),
        (None, "2025-02-01", "span", "../2025-02-01"),
        ("2024-06-01", "2024-12-11", "span", "2024-06-01/2024-12-11"),
        (None, None, "unknown", None),
    ],
)
def test_days_as_edtf(start: str | None, end: str | None, precision: str, expected: str | None) -> None:
    assert edtf(start, end, precision) == expected


def test_an_empty_layer_is_written_too() -> None:
    empty = Layer("control", LAYERS["control"].columns, [], [], LAYERS["control"].about)
    for write in FORMATS.values():
        assert write(empty)


def test_control_characters_do_not_break_kml() -> None:
    layer = claims_layer([claim(text="We hold\x0b Town & <more>.")], scope())
    assert b"Town &amp; &lt;more&gt;" in FORMATS["kml"](layer)
