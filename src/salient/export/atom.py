"""Write alarms as an Atom feed (RFC 4287)."""

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as Xml

from salient.domain.theatre import Theatre
from salient.export.alerts import Alert

NAMESPACE = "http://www.w3.org/2005/Atom"


def to_atom(alerts: Sequence[Alert], theatre: Theatre, day: date) -> bytes:
    """One entry per alarm; the same alarm has the same id in every feed of a theatre, and the feed always its own.

    Instants are the days' beginnings in UTC.
    """
    feed = Xml.Element("feed", xmlns=NAMESPACE)
    _text(feed, "id", f"urn:salient:alerts:{theatre.id}")
    _text(feed, "title", f"Salient · {theatre.name}")
    _text(feed, "updated", _instant(day))
    _text(Xml.SubElement(feed, "author"), "name", "Salient")
    for alert in alerts:
        entry = Xml.SubElement(feed, "entry")
        _text(entry, "id", f"urn:salient:{alert.id}")
        _text(entry, "title", f"{alert.subject}: {alert.kind.value.replace('_', ' ')}")
        _text(entry, "updated", _instant(alert.day))
        _text(entry, "summary", alert.text)
        Xml.SubElement(entry, "category", term=alert.kind.value)
    Xml.indent(feed, " ")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + bytes(Xml.tostring(feed, encoding="utf-8"))


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: Xml.Element, tag: str, text: str) -> None:
    Xml.SubElement(parent, tag).text = text
