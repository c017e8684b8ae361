"""A real Chromium before a real server; where either is missing the tests say so instead of passing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, Page, ViewportSize, expect, sync_playwright

from salient.serve.app import create_app
from salient.serve.page import built_page
from salient.theatre.packs import pack_folder
from tests.browser.chromium import ARGUMENTS, Serving, chromium
from tests.serve.memory import TODAY, pokrovsk_reader

SIZES = {"desktop": ViewportSize(width=1440, height=900), "phone": ViewportSize(width=390, height=844)}
ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "artefacts" / "browser"
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
expect.set_options(timeout=20_000)
"""A machine that does much else beside may take long over a page; how fast it is, benchmarks/page_speed.py measures."""

AT_THE_DESK = pytest.mark.parametrize("visit", ["desktop"], indirect=True)
"""For what is the same code at every size."""


def lacking() -> str | None:
    """What of the machine these tests need and do not find."""
    if chromium() is None:
        return "no Chromium"
    return None if built_page() else "the page is not built (make web)"


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    basemap = pack_folder("theatres", "ukraine") / "basemap.geojson"
    with Serving(create_app(pokrovsk_reader(), lambda: TODAY, built_page(), basemap)) as url:
        yield url


@pytest.fixture(scope="session")
def chromium_of_this_machine() -> Iterator[BrowserType]:
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(chromium_of_this_machine: BrowserType) -> Iterator[Browser]:
    started = chromium_of_this_machine.launch(executable_path=chromium(), args=ARGUMENTS)
    yield started
    started.close()


@pytest.fixture
def browser_without_webgl(chromium_of_this_machine: BrowserType) -> Iterator[Browser]:
    started = chromium_of_this_machine.launch(executable_path=chromium(), args=[*ARGUMENTS, "--disable-3d-apis"])
    yield started
    started.close()


@dataclass
class Visit:
    """A page whose errors are collected; every one fails the test."""

    page: Page
    address: str
    size: str
    errors: list[str] = field(default_factory=list)

    def open(self, state: str = "") -> None:
        self.page.goto(f"{self.address}/{state}")
        self.page.locator(".surface").wait_for()
        self.settle()

    def settle(self) -> None:
        self.page.wait_for_load_state("networkidle")
        self.page.evaluate("window.salientMap?.settled()")

    def shoot(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(SHOTS / f"{name}-{self.size}.png"))

    def serious(self) -> list[tuple[str, list[str]]]:
        """What stands in a reader's way on the page as it is: rules of axe-core, and where they are broken."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            (rule["id"], [node["html"][:120] for node in rule["nodes"]])
            for rule in found["violations"]
            if rule["impact"] in {"serious", "critical"}
        ]


@pytest.fixture(params=list(SIZES))
def visit(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    with visiting(browser, address, str(request.param)) as found:
        yield found


@contextmanager
def visiting(browser: Browser, address: str, size: str) -> Iterator[Visit]:
    """One visit with a browser of its own; errors on the page fail it at its end."""
    context = browser.new_context(viewport=SIZES[size], has_touch=size == "phone", locale="en-GB")
    found = Visit(context.new_page(), address, size)
    found.page.on("console", lambda message: message.type == "error" and found.errors.append(message.text))
    found.page.on("pageerror", lambda error: found.errors.append(str(error)))
    found.page.on(
        "requestfailed", lambda request: "ERR_ABORTED" in (request.failure or "") or found.errors.append(request.url)
    )
    yield found
    context.close()
    assert found.errors == []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where the machine lacks something, say so; it is counted, and under CI it is a failure (tests/conftest.py)."""
    missing = lacking()
    if missing:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason=f"NOT RUN: {missing}"))
