"""Another map laid over ours: chosen, dropped, or one that the server has, with figures in words."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from salient.serve.app import create_app
from salient.serve.page import built_page
from salient.theatre.packs import pack_folder
from tests.browser.chromium import Serving
from tests.browser.conftest import SIZES, Visit, visiting
from tests.serve.memory import TODAY, pokrovsk_reader

pytestmark = pytest.mark.browser
EAST = [[37.3, 47.0], [39.0, 47.0], [39.0, 49.5], [37.3, 49.5], [37.3, 47.0]]
THEIRS = json.dumps({"type": "Polygon", "coordinates": [EAST]})
DROP = """({name, text}) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  const event = kind => new DragEvent(kind, {dataTransfer, bubbles: true, cancelable: true});
  for (const kind of ['dragover', 'drop']) document.querySelector('.stage').dispatchEvent(event(kind));
}"""


@pytest.fixture(params=list(SIZES))
def visit(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    """A server that has a map of its own to lay over."""
    folder = tmp_path / "Mapper"
    folder.mkdir()
    (folder / "2025-12-01.geojson").write_text(THEIRS, encoding="utf-8")
    basemap = pack_folder("theatres", "ukraine") / "basemap.geojson"
    app = create_app(pokrovsk_reader(), lambda: TODAY, built_page(), basemap, references={"Mapper": folder})
    with Serving(app) as url, visiting(browser, url, str(request.param)) as found:
        yield found


def opened(visit: Visit, state: str = "#day=2025-12-03") -> Locator:
    visit.open(state)
    if visit.size == "phone":
        visit.page.locator(".tools summary").click()
    return visit.page.locator(".reference")


def test_a_chosen_file_is_compared_and_a_broken_one_refused(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "theirs.geojson").write_text(THEIRS, encoding="utf-8")
    (tmp_path / "broken.geojson").write_text("{", encoding="utf-8")
    part = opened(visit)
    chooser = visit.page.get_by_label("a map of your own")
    chooser.set_input_files(tmp_path / "broken.geojson")
    expect(part.get_by_role("alert")).to_have_text("broken.geojson: broken GeoJSON")
    chooser.set_input_files(tmp_path / "theirs.geojson")
    expect(part).to_contain_text(re.compile(r"They agree on \d+ % of \d+ settlements within 15 km"))
    expect(part).to_contain_text(re.compile(r"both give it \d+ %"))
    expect(part).to_contain_text(re.compile(r"[\d,]+ km² are Russia's only here, [\d,]+ km² only there"))
    expect(part).to_contain_text(re.compile(r"The lines run [\d.]+ km apart on average"))
    expect(part.get_by_role("alert")).to_have_count(0)
    visit.settle()
    visit.shoot("reference")
    part.get_by_role("button", name="Take it away").click()
    expect(part).not_to_contain_text("They agree")
    visit.errors = [error for error in visit.errors if "422" not in error]


def test_a_dropped_map_is_compared_with_the_day_shown(visit: Visit) -> None:
    part = opened(visit)
    visit.page.evaluate(DROP, {"name": "dropped.kml", "text": "<gpx/>"})
    expect(part.get_by_role("alert")).to_contain_text("dropped.kml: XML, but no KML")
    visit.page.evaluate(DROP, {"name": "dropped.json", "text": THEIRS})
    expect(part).to_contain_text("dropped.json, read as what Russia holds, beside this map of 3 December 2025")
    visit.page.get_by_role("button", name="One day on").click()
    expect(part).to_contain_text("beside this map of 4 December 2025")
    expect(visit.page.locator(".drop")).to_have_count(0)
    visit.settle()
    visit.shoot("dropped-map")
    visit.errors = [error for error in visit.errors if "422" not in error]


def test_a_map_of_the_server_is_switched_on_and_shared(visit: Visit) -> None:
    part = opened(visit)
    toggle = part.get_by_role("button", name="Mapper")
    toggle.click()
    expect(part).to_contain_text("Mapper of 1 December 2025, read as what Russia holds")
    expect(visit.page).to_have_url(re.compile("over=Mapper"))
    assert visit.serious() == []
    toggle.click()
    expect(part).not_to_contain_text("read as what")
    part = opened(visit, "#day=2025-12-04&over=Mapper")
    expect(part).to_contain_text("beside this map of 4 December 2025")
