"""What the page does beside the map: two times, boards, addresses, files, keys, and what goes wrong."""

import json
import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import AT_THE_DESK, SIZES, Visit

pytestmark = pytest.mark.browser
TOWN = "#day=2025-12-03&place=p-pokrovsk"


def test_the_second_time_hides_what_was_published_later(visit: Visit) -> None:
    visit.open(TOWN)
    panel = visit.page.get_by_role("complementary")
    expect(panel.locator(".says")).to_contain_text("Reports of its capture are not true.")
    visit.page.get_by_label("Known as of", exact=True).fill("30")
    expect(visit.page.get_by_test_id("known")).to_have_text("1 December 2025")
    expect(panel.locator(".says")).not_to_contain_text("Reports of its capture are not true.")
    expect(panel).to_contain_text("As it could be known on 1 December 2025")
    visit.settle()
    visit.shoot("known-as-of")
    expect(visit.page).to_have_url(re.compile("known=2025-12-01"))
    visit.page.get_by_role("button", name="tie").click()
    expect(visit.page.get_by_test_id("known")).to_have_text("the same day")


def test_an_address_brings_back_what_was_shared(visit: Visit) -> None:
    visit.open("#day=2025-12-02&place=p-pokrovsk&map=37.2,48.3,9.5")
    expect(visit.page.get_by_test_id("day")).to_have_text("2 December 2025")
    expect(visit.page.get_by_role("heading", level=2)).to_have_text("Pokrovsk")
    visit.page.keyboard.press("Escape")
    expect(visit.page.get_by_role("complementary")).to_have_count(0)
    visit.page.keyboard.press("ArrowRight")
    expect(visit.page.get_by_test_id("day")).to_have_text("3 December 2025")
    expect(visit.page).to_have_url(re.compile(r"#day=2025-12-03&map="))


@AT_THE_DESK
def test_an_address_of_a_day_that_is_not_known_becomes_that_of_the_day_shown(visit: Visit) -> None:
    visit.open("#day=2030-01-01")
    expect(visit.page.get_by_test_id("day")).to_have_text("10 December 2025")
    expect(visit.page).to_have_url(re.compile("#day=2025-12-10"))


@AT_THE_DESK
def test_what_is_chosen_stands_in_the_address_at_once(visit: Visit) -> None:
    """Or a page that is read anew right after a click would forget it."""
    visit.open("#day=2025-12-03")
    sources = visit.page.get_by_role("button", name="Sources")
    address = sources.evaluate("button => (button.click(), location.hash)")
    assert address.startswith("#day=2025-12-03&board=sources")
    visit.page.reload()
    expect(visit.page.get_by_role("complementary").get_by_role("heading", level=2)).to_have_text("Sources")


BOARDS = [
    ("Disputes", "Open disputes", "The town has been taken completely."),
    ("This week", "What changed this week", "Pokrovsk"),
    ("Sources", "Sources", "6 of 10"),
    ("Assets", "Assets", "The mine has stopped."),
    ("Table", "The map as a table", "Pokrovsk"),
    ("Corrections", "Corrections", "Nothing has been corrected yet."),
]


def test_the_boards_can_be_read(visit: Visit) -> None:
    visit.open("#day=2025-12-05")
    panel = visit.page.get_by_role("complementary")
    for board, heading, words in BOARDS:
        visit.page.get_by_role("button", name=board).click()
        expect(panel.get_by_role("heading", level=2)).to_have_text(heading)
        expect(panel).to_contain_text(words)
        visit.shoot(f"board-{board.split()[0].lower()}")


def test_disputes_can_be_narrowed(visit: Visit) -> None:
    visit.open("#day=2025-12-05&board=disputes")
    panel = visit.page.get_by_role("complementary")
    expect(panel.get_by_role("status").first).to_have_text("1 of 1 dispute")
    panel.get_by_label(re.compile("^Open")).select_option("-30")
    expect(panel.get_by_role("status").first).to_have_text("0 of 1 dispute")
    expect(panel.locator(".dispute")).to_have_count(0)
    panel.get_by_label(re.compile("^Open")).select_option("7")
    panel.get_by_label("Region").select_option("Donetsk Oblast")
    panel.get_by_label("Claimed by").select_option("RU")
    expect(panel.locator(".dispute")).to_have_count(1)


def test_an_asset_leads_from_map_and_place_to_what_was_said_of_it(visit: Visit) -> None:
    visit.open("#day=2025-12-08&map=37.04,48.26,11")
    box = visit.page.locator(".surface").bounding_box()
    assert box
    visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    panel = visit.page.get_by_role("complementary")
    expect(panel.locator(".dispute.chosen")).to_contain_text("Said to be suspended")
    expect(panel.locator(".dispute.chosen")).to_contain_text("The mine has stopped.")
    visit.shoot("asset")
    panel.locator(".dispute.chosen").get_by_role("button", name="Village").click()
    near = panel.get_by_label("Assets nearby")
    near.get_by_role("button", name="Pokrovsk coking coal mine", exact=True).click()
    expect(panel.get_by_role("heading", level=2)).to_have_text("Assets")
    expect(visit.page).to_have_url(re.compile("board=assets&asset=pokrovsk-coking-coal"))


def test_evidence_and_time_line_open(visit: Visit) -> None:
    visit.open(TOWN)
    panel = visit.page.get_by_role("complementary")
    panel.locator("summary", has_text="Why").click()
    expect(panel.locator(".why tbody tr")).to_have_count(3)
    expect(panel.locator(".line .mark")).to_have_count(4)
    panel.locator(".why[open]").scroll_into_view_if_needed()
    visit.shoot("evidence")


@AT_THE_DESK
def test_a_citation_names_quote_source_and_verdict(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.open(TOWN)
    visit.page.get_by_role("button", name="cite Ministry of RU").click()
    expect(visit.page.get_by_role("status").first).to_have_text(" copied")
    cited = visit.page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith(
        "“The town has been taken completely.”\n— Ministry of RU; Daily Ledger, 1 December 2025, https://"
    )
    assert "Salient on Pokrovsk, 3 December 2025, as known on 3 December 2025: Contested (" in cited
    assert "Data memory-1, gazetteer register 1, index g-1, Salient " in cited
    visit.page.get_by_role("button", name="cite Ministry of independent").first.click()
    retold = visit.page.evaluate("navigator.clipboard.readText()")
    assert "“" not in retold
    assert "retold by Salient" in retold


@AT_THE_DESK
def test_files_hold_what_is_on_screen(visit: Visit) -> None:
    visit.open("#day=2025-12-03")
    with visit.page.expect_download() as caught:
        visit.page.get_by_role("button", name="CSV").click()
    rows = caught.value.path().read_text(encoding="utf-8").splitlines()
    assert rows[0] == "place_id,name,region,lon,lat,day,p_ru,p_ua,p_contested"
    assert len(rows) == 42
    with visit.page.expect_download() as caught:
        visit.page.get_by_role("button", name="GeoJSON").click()
    assert json.loads(caught.value.path().read_text(encoding="utf-8"))["day"] == "2025-12-03"
    with visit.page.expect_download() as caught:
        visit.page.get_by_role("button", name="PNG").click()
    assert caught.value.path().read_bytes().startswith(b"\x89PNG")


@AT_THE_DESK
def test_markup_in_a_report_is_text(visit: Visit) -> None:
    visit.open(TOWN)
    expect(visit.page.locator(".says")).to_contain_text('<img src=x onerror="document.title=1">')
    assert visit.page.locator(".says img, .says b b").count() == 0
    assert visit.page.title() == "Salient"


@AT_THE_DESK
def test_an_unknown_place_is_told(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}/#place=atlantis")
    expect(visit.page.get_by_role("complementary")).to_contain_text("no place 'atlantis' in this theatre")
    visit.errors = [error for error in visit.errors if "404" not in error]


def test_nothing_serious_stands_in_a_readers_way(visit: Visit) -> None:
    """Light at the desk, dark on the phone."""
    visit.page.emulate_media(color_scheme="dark" if visit.size == "phone" else "light")
    visit.open("#day=2025-12-03")
    for state in ("", "&place=p-pokrovsk", "&board=disputes", "&board=changes", "&board=sources"):
        visit.page.evaluate("state => location.hash = state", f"#day=2025-12-03{state}")
        visit.settle()
        assert visit.serious() == [], state


def test_without_a_map_engine_there_is_a_table(browser_without_webgl: Browser, address: str) -> None:
    page = browser_without_webgl.new_page(viewport=SIZES["desktop"])
    page.goto(f"{address}/#day=2025-12-03")
    panel = page.get_by_role("complementary")
    expect(panel).to_contain_text("This browser cannot draw the map")
    expect(panel.get_by_role("row").nth(1)).to_contain_text("Pokrovsk")
