"""Adding and correcting on the page: only with a token, looked at before it is stored, told to everybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from salient.serve.page import built_page
from salient.theatre.packs import pack_folder
from tests.browser.chromium import Serving
from tests.browser.conftest import AT_THE_DESK, SIZES, Visit, visiting
from tests.serve.desk import NAME, SAID, TOKEN, desk_app

pytestmark = pytest.mark.browser
MARKUP = '<img src=x onerror="document.title=1">'
TEXT = f"""The General Staff said on 7 December that its troops hold Pokrovsk. {MARKUP}

Two soldiers were killed and 40 wounded near Pokrovsk, the ministry said."""


@pytest.fixture(params=list(SIZES))
def visit(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    """A server with a store of its own, to be written to."""
    basemap = pack_folder("theatres", "ukraine") / "basemap.geojson"
    with Serving(desk_app(tmp_path, built_page(), basemap)) as url, visiting(browser, url, str(request.param)) as found:
        yield found


def sign_in(visit: Visit, state: str = "") -> None:
    visit.open(state)
    visit.page.get_by_role("button", name="Add", exact=True).click()
    visit.page.get_by_label("Token").fill(TOKEN)
    visit.page.get_by_role("button", name="Go on").click()
    expect(visit.page.get_by_role("complementary")).to_contain_text(f"Signed in as {NAME}")


def open_place(visit: Visit) -> None:
    visit.page.get_by_role("combobox", name="Search").fill("Myrnohrad")
    visit.page.get_by_role("option", name="Myrnohrad").first.click()
    expect(visit.page.get_by_role("heading", level=2)).to_have_text("Myrnohrad")


def test_a_text_is_looked_at_and_then_stored(visit: Visit) -> None:
    sign_in(visit)
    panel = visit.page.get_by_role("complementary")
    panel.get_by_label("The text, as it was published").fill(TEXT)
    panel.get_by_label("Outlet", exact=True).fill("The Herald")
    panel.get_by_label("Day published").fill("2025-12-07")
    panel.get_by_role("button", name="See what it yields").click()
    text = panel.get_by_role("region", name="The text with the quotes marked")
    expect(text).to_contain_text(MARKUP)
    expect(text.locator("mark").first).to_contain_text("its troops hold Pokrovsk")
    assert text.locator("img").count() == 0
    first = panel.locator(".yields li").first
    expect(first).to_contain_text("PlacePokrovsk")
    expect(first).to_contain_text("asserts")
    first.get_by_role("button").click()
    expect(text.locator("mark.on").first).to_be_in_viewport()
    expect(panel).to_contain_text("Stored, and shown from 10 December 2025 on.")
    assert visit.serious() == []
    visit.shoot("add")
    panel.get_by_role("button", name="Store").click()
    expect(panel).to_contain_text("Stored with")
    panel.get_by_role("button", name="Show it on the map").click()
    visit.page.locator(".surface").wait_for()
    expect(visit.page.get_by_test_id("day")).to_have_text("7 December 2025")
    assert visit.page.title() == "Salient"


def test_a_claim_is_found_wrong_and_that_is_taken_back(visit: Visit) -> None:
    sign_in(visit, "#day=2025-12-05")
    open_place(visit)
    panel = visit.page.get_by_role("complementary")
    panel.get_by_role("button", name="this is wrong").first.click()
    panel.get_by_label("What is wrong").select_option("place")
    panel.get_by_role("textbox", name="Place").fill("Pokrovsk")
    panel.get_by_label("Why (public").fill(f"misread {MARKUP}")
    assert visit.serious() == []
    visit.shoot("this-is-wrong")
    panel.get_by_role("button", name="Correct it").click()
    expect(panel).to_contain_text("Corrected, as from 8 December 2025.")
    panel.get_by_role("button", name="Show the map as corrected").click()
    visit.page.locator(".surface").wait_for()
    expect(visit.page.get_by_test_id("known")).to_have_text("8 December 2025")
    gone = visit.page.get_by_role("region", name="Found wrong")
    expect(gone.locator("del")).to_contain_text(SAID)
    expect(gone.locator(".note")).to_contain_text(
        f"Corrected on 8 December 2025 by {NAME} (place: Myrnohrad → Pokrovsk)"
    )
    assert visit.serious() == []
    gone.scroll_into_view_if_needed()
    visit.shoot("found-wrong")
    visit.page.get_by_role("button", name="tie").click()
    expect(gone).to_have_count(0)
    expect(panel).to_contain_text(SAID)
    expect(panel.locator(".note")).to_contain_text(f"Corrected since, on 8 December 2025 by {NAME}")
    expect(panel.locator(".note")).to_contain_text("place: Myrnohrad → Pokrovsk")
    visit.page.get_by_role("button", name="Corrections").click()
    entry = panel.locator(".correction")
    expect(entry).to_contain_text(SAID)
    expect(entry).to_contain_text(f"misread {MARKUP}")
    assert entry.locator("img").count() == 0
    entry.get_by_role("button", name="take it back").click()
    entry.get_by_label("Why (public").fill("it is Myrnohrad")
    assert visit.serious() == []
    visit.shoot("corrections")
    entry.get_by_role("button", name="Take it back", exact=True).click()
    expect(entry).to_contain_text(f"Taken back by {NAME}, 8 December 2025: it is Myrnohrad")


def test_without_a_token_corrections_can_be_read_and_nothing_done(visit: Visit) -> None:
    visit.open("#day=2025-12-05")
    open_place(visit)
    expect(visit.page.get_by_role("complementary")).to_contain_text(SAID)
    assert visit.page.get_by_role("button", name="this is wrong").count() == 0
    visit.page.get_by_role("button", name="Corrections").click()
    expect(visit.page.get_by_role("complementary")).to_contain_text("Nothing has been corrected yet.")
    visit.page.get_by_role("button", name="Add", exact=True).click()
    visit.page.get_by_label("Token").fill("not-the-right-token-at-all")
    visit.page.get_by_role("button", name="Go on").click()
    expect(visit.page.get_by_role("alert")).to_have_text("adding and correcting need a token of this server")
    assert visit.serious() == []
    visit.shoot("token")
    visit.errors = [error for error in visit.errors if "403" not in error]


@AT_THE_DESK
def test_the_token_stays_in_the_tab(visit: Visit) -> None:
    sign_in(visit)
    kept = visit.page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]")
    assert kept == [1, 0, ""]
    visit.page.reload()
    expect(visit.page.get_by_role("complementary")).to_contain_text(f"Signed in as {NAME}")
    visit.page.get_by_role("button", name="Forget the token").click()
    expect(visit.page.get_by_label("Token")).to_be_visible()
    assert visit.page.evaluate("sessionStorage.length") == 0


@AT_THE_DESK
def test_an_address_that_is_refused_says_why(visit: Visit) -> None:
    sign_in(visit)
    panel = visit.page.get_by_role("complementary")
    panel.get_by_label("An address", exact=True).check()
    panel.get_by_label("The address of the page").fill("http://inside.example/report")
    panel.get_by_role("button", name="See what it yields").click()
    expect(panel.get_by_role("alert")).to_contain_text("refused: inside.example is 10.0.0.7")
    visit.errors = [error for error in visit.errors if "422" not in error]
