"""Take the picture of the README: the map of a contested town, with who says what beside it.

    python -m scripts.screenshot build/demo/salient.db docs/images/map.png --place Pokrovsk --day 2025-12-03

Needs the built page (make web) and a Chromium. `make demo` makes the database.
"""

import argparse
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.browser.chromium import ARGUMENTS, Serving, chromium

from salient.cli.context import open_store
from salient.gazetteer import load_gazetteer
from salient.pipeline.library import Library
from salient.serve.app import create_app
from salient.serve.find import find
from salient.serve.page import built_page
from salient.theatre.packs import pack_folder

PATIENCE_MS = 180_000
"""The first front of a large theatre takes its time on a busy machine."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("database")
    options.add_argument("picture", type=Path)
    options.add_argument("--place", default="")
    options.add_argument("--day", type=date.fromisoformat, required=True)
    options.add_argument("--zoom", type=float, default=8.3)
    options.add_argument("--width", type=int, default=1440)
    options.add_argument("--height", type=int, default=900)
    options.add_argument("--dark", action="store_true")
    wanted = options.parse_args()
    store, theatre = open_store(wanted.database)
    library = Library(store, theatre, load_gazetteer(theatre))
    found = next(iter(find(library, wanted.place)), None)
    place = next((place for place in library.places() if found and place.id == found.id), None)
    state = f"#day={wanted.day}"
    if place:
        state += f"&place={place.id}&map={place.lon:.3f},{place.lat:.3f},{wanted.zoom}"
    basemap = pack_folder("theatres", theatre.id) / "basemap.geojson"
    app = create_app(library, lambda: wanted.day.replace(year=wanted.day.year + 1), built_page(), basemap)
    with Serving(app) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(
            viewport={"width": wanted.width, "height": wanted.height},
            color_scheme="dark" if wanted.dark else "light",
        )
        page.goto(f"{address}/{state}")
        page.locator(".surface").wait_for()
        page.wait_for_load_state("networkidle", timeout=PATIENCE_MS)
        page.evaluate("window.salientMap.settled()")
        wanted.picture.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(wanted.picture))
        browser.close()


if __name__ == "__main__":
    main()
