"""The small map of a report stands alone, and draws what there is."""

import re
from dataclasses import replace
from xml.etree import ElementTree as Xml

from tests.front.grounds import DAY, control, lattice, split, theatre

from salient.export.front_plot import front_map
from salient.export.svg import WIDTH, signed
from salient.front.build import build_front

PLACES = tuple(replace(p, name=f"P<{i}>", population=1000 * i) for i, p in enumerate(lattice()))
TORN = {place.id: control(0.2, contested=0.6) for place in PLACES if 30.5 < place.lon < 30.6}
BEFORE, AFTER = (build_front(DAY, DAY, PLACES, split(PLACES, lon) | TORN, theatre()) for lon in (30.4, 30.5))


def test_the_map_holds_both_lines_the_grounds_and_the_largest_towns() -> None:
    drawn = front_map(BEFORE, AFTER, PLACES, "The front & more")
    assert drawn is not None
    root = Xml.fromstring(drawn)
    paths = [path.attrib for path in root.iter("{http://www.w3.org/2000/svg}path")]
    assert sum("stroke-dasharray" in path for path in paths) == 1
    assert all(path["d"] for path in paths)
    names = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    shown = [int(name.strip("P<>")) for name in names if name]
    assert len(shown) > 5
    assert shown == sorted(shown, reverse=True)
    height = float(root.attrib["viewBox"].split()[3])
    spots = [tuple(map(float, spot)) for path in paths for spot in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path["d"])]
    assert all(-0.1 <= x <= WIDTH + 0.1 and -0.1 <= y <= height + 0.1 for x, y in spots)


def test_without_a_line_there_is_no_map() -> None:
    assert front_map(BEFORE, replace(AFTER, line=()), PLACES, "No front") is None


def test_a_minus_is_a_minus() -> None:
    assert (signed(-1234.4), signed(1234.4), signed(0.0)) == ("−1,234", "1,234", "0")
