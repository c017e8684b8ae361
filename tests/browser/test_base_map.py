"""Another base map under the surface, from a folder with a style and a PMTiles archive."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from salient.serve.app import create_app
from salient.serve.map_style import read_map_style
from salient.serve.page import built_page
from tests.browser.chromium import Serving
from tests.browser.conftest import SIZES, Visit
from tests.browser.pmtiles import one_colour
from tests.serve.memory import TODAY, pokrovsk_reader

pytestmark = pytest.mark.browser
STYLE = {
    "version": 8,
    "sources": {
        "tiles": {
            "type": "raster",
            "url": "pmtiles:///ground/world.pmtiles",
            "tileSize": 256,
            "attribution": "<b>Those who drew it</b>",
        }
    },
    "layers": [{"id": "tiles", "type": "raster", "source": "tiles"}],
}
CORNER = """async () => {
  const map = await salientMap.picture();
  return [...map.getContext('2d').getImageData(map.width - 3, map.height - 3, 1, 1).data];
}"""


def test_a_style_of_ones_own_lies_under_the_map(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "style.json").write_text(json.dumps(STYLE), encoding="utf-8")
    (tmp_path / "world.pmtiles").write_bytes(one_colour(20, 160, 40))
    app = create_app(pokrovsk_reader(), lambda: TODAY, built_page(), style=read_map_style(str(tmp_path)))
    errors: list[str] = []
    with Serving(app) as address:
        page = browser.new_page(viewport=SIZES["desktop"])
        page.on("console", lambda message: message.type == "error" and errors.append(message.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        visit = Visit(page, address, "desktop")
        visit.open("#day=2025-12-03&map=34,47,7")
        expect(page.locator(".credit")).to_have_text("Those who drew it")
        visit.settle()
        assert page.evaluate(CORNER) == [20, 160, 40, 255]
        visit.shoot("base-map")
        page.close()
    assert errors == []
