"""How fast the page is in a real Chromium, with 11,754 settlements and 450 days.

    python -m benchmarks.page_speed [--out benchmarks/results/page_speed.json]

Measured: first meaningful map (navigation until the settlements' states are painted); change of day (input until the
graphics process has finished the new day's pixels and the next frame has begun; 60 days each, far apart and one after
another); long tasks while the slider is dragged; and the compressed bytes of all that is loaded, worker included and
base map not. Software rendering, so a graphics card only helps. The yardstick is the same wait on an empty page whose
canvas of the same size is cleared: what this machine takes for any frame at all while it is as busy as it is.
Targets: 1,500 ms, 100 ms at the 95th percentile, no task over 200 ms, 1.2 MB.
"""

import argparse
import json
import os
import platform
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.large_theatre import LargeTheatre
from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser.chromium import ARGUMENTS, Serving, chromium

from salient.serve.app import create_app
from salient.serve.page import built_page
from salient.theatre.load import load_theatre

SETTLEMENTS, DAYS, SEED, VISITS, CHANGES = 11_754, 450, 20260110, 5, 60
FINISHED = """
  const next = () => new Promise(done => requestAnimationFrame(done));
  const finish = gl => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
"""
CHANGE_DAY = f"""async index => {{ {FINISHED}
  const slider = document.querySelector('input.day');
  const gl = document.querySelector('.surface').getContext('webgl2');
  const begin = performance.now();
  slider.value = index;
  slider.dispatchEvent(new Event('input', {{bubbles: true}}));
  await next();
  finish(gl);
  await next();
  return performance.now() - begin;
}}"""
BLANK = """<body style="margin: 0"><canvas width="1440" height="745"></canvas></body>"""
BLANK_FRAME = f"""async shade => {{ {FINISHED}
  const gl = document.querySelector('canvas').getContext('webgl2');
  const begin = performance.now();
  await next();
  gl.clearColor(shade / 60, 0, 0, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  finish(gl);
  await next();
  return performance.now() - begin;
}}"""
WATCH_TASKS = """() => {
  window.tasks = [];
  new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(task => task.duration)))
    .observe({type: 'longtask'});
}"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--out", type=Path)
    wanted = options.parse_args()
    reader = LargeTheatre(load_theatre("ukraine"), SETTLEMENTS, DAYS, SEED)
    app = create_app(reader, date.today, built_page())
    with Serving(app) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        first = [_first_map(browser, address) for _ in range(VISITS + 1)][1:]
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        sizes = _count_bytes(page, address)
        page.wait_for_timeout(3000)
        result = {
            "settlements": SETTLEMENTS,
            "days": DAYS,
            "first_map_ms": {"median": round(median(first)), "worst": round(max(first))},
            "change_day_ms": _change_days(page),
            "yardstick_blank_frame_ms": _blank_frames(browser),
            "longest_task_while_dragging_ms": _drag(page),
            "compressed_kb": sizes,
            "cpus": os.cpu_count(),
            "load": round(os.getloadavg()[0], 1),
            "machine": platform.machine(),
        }
        browser.close()
    text = json.dumps(result, indent=1)
    print(text)  # noqa: T201
    if wanted.out:
        wanted.out.write_text(text + "\n", encoding="utf-8")


def _first_map(browser: Browser, address: str) -> float:
    """A new context each time: nothing is cached."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.locator(".stage[data-painted]").wait_for(timeout=60_000)
    painted = float(page.evaluate("performance.getEntriesByName('salient-map')[0].startTime"))
    context.close()
    return painted


def _count_bytes(page: Page, address: str) -> dict[str, float]:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    names: dict[str, str] = {}
    sizes: dict[str, float] = {}

    def answered(event: dict[str, Any]) -> None:
        names[event["requestId"]] = event["response"]["url"].removeprefix(address)

    def loaded(event: dict[str, Any]) -> None:
        name = names.get(event["requestId"], "")
        if "basemap" not in name:
            sizes[name] = sizes.get(name, 0) + event["encodedDataLength"] / 1000

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", loaded)
    page.goto(address)
    page.locator(".stage[data-painted]").wait_for(timeout=60_000)
    page.wait_for_load_state("networkidle")
    largest = dict(sorted(sizes.items(), key=lambda item: -item[1])[:6])
    return {"all": round(sum(sizes.values()), 1), **{name: round(size, 1) for name, size in largest.items()}}


def _change_days(page: Page) -> dict[str, float]:
    jumps = [(i * 137) % DAYS for i in range(1, CHANGES + 1)]
    steps = [DAYS - 2 - i for i in range(CHANGES)]
    return {
        f"{at}_{name}": value
        for name, days in (("any_day", jumps), ("next_day", steps))
        for at, value in _told([float(page.evaluate(CHANGE_DAY, day)) for day in days]).items()
    }


def _blank_frames(browser: Browser) -> dict[str, float]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_content(BLANK)
    told = _told([float(page.evaluate(BLANK_FRAME, i)) for i in range(CHANGES)])
    page.close()
    return told


def _told(times: list[float]) -> dict[str, float]:
    return {"median": round(median(times), 1), "p95": round(quantiles(times, n=20)[-1], 1)}


def _drag(page: Page) -> float:
    page.evaluate(WATCH_TASKS)
    box = page.locator("input.day").bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.2, y)
    page.mouse.down()
    for step in range(40):
        page.mouse.move(box["x"] + box["width"] * (0.2 + 0.015 * step), y)
    page.mouse.up()
    page.wait_for_timeout(500)
    return float(page.evaluate("Math.max(0, ...window.tasks)"))


if __name__ == "__main__":
    main()
