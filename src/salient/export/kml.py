"""Write a layer as KML 2.2."""

import json
from xml.etree import ElementTree as Xml

import shapely
from shapely.geometry.base import BaseGeometry

from salient.export.layer import Layer

NAMESPACE = "http://www.opengis.net/kml/2.2"


def to_kml(layer: Layer) -> bytes:
    """One placemark per row, its values as extended data; what the layer is as the document's description."""
    root = Xml.Element("kml", xmlns=NAMESPACE)
    document = Xml.SubElement(root, "Document")
    _text(document, "name", str(layer.about["title"]))
    _text(document, "description", json.dumps(dict(layer.about), ensure_ascii=False))
    for row, shape in zip(layer.rows, layer.geometries, strict=True):
        values = {column.name: value for column, value in zip(layer.columns, row, strict=True)}
        mark = Xml.SubElement(document, "Placemark")
        title = values.get("name") or values.get("place") or values.get("title") or values.get("layer") or "–"
        _text(mark, "name", str(title))
        data = Xml.SubElement(mark, "ExtendedData")
        for name, value in values.items():
            if value is not None:
                _text(Xml.SubElement(data, "Data", name=name), "value", _printable(str(value)))
        if shape is not None:
            _geometry(mark, shape)
    Xml.indent(root, " ")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + bytes(Xml.tostring(root, encoding="utf-8"))


def _geometry(parent: Xml.Element, shape: BaseGeometry) -> None:
    if isinstance(shape, shapely.Point | shapely.LineString):
        _text(Xml.SubElement(parent, shape.geom_type), "coordinates", _coordinates(shape))
    elif isinstance(shape, shapely.Polygon):
        polygon = Xml.SubElement(parent, "Polygon")
        for boundary, ring in [("outerBoundaryIs", shape.exterior), *(("innerBoundaryIs", r) for r in shape.interiors)]:
            _text(Xml.SubElement(Xml.SubElement(polygon, boundary), "LinearRing"), "coordinates", _coordinates(ring))
    else:
        several = Xml.SubElement(parent, "MultiGeometry")
        for part in shapely.get_parts(shape):
            _geometry(several, part)


def _coordinates(shape: BaseGeometry) -> str:
    return " ".join(f"{lon:.5f},{lat:.5f}" for lon, lat in shapely.get_coordinates(shape))


def _printable(text: str) -> str:
    """XML 1.0 has no way to write most control characters, not even escaped."""
    return "".join(letter for letter in text if letter in "\t\n\r" or letter >= " ")


def _text(parent: Xml.Element, tag: str, text: str) -> None:
    Xml.SubElement(parent, tag).text = text
