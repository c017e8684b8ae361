"""The map in a real browser, at desktop and phone size."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_the_map_opens_on_the_last_day(visit: Visit) -> None:
    visit.open()
    expect(visit.page.get_by_test_id("day")).to_have_text("10 December 2025")
    assert visit.page.locator(".surface").count() == 1
    visit.shoot("first")


def test_the_slider_moves_the_day_and_the_place_tells_its_quotes(visit: Visit) -> None:
    visit.open()
    slider = visit.page.get_by_label("Day shown")
    slider.fill("32")
    expect(visit.page.get_by_test_id("day")).to_have_text("3 December 2025")
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("Покровс")
    visit.page.get_by_role("option").first.click()
    panel = visit.page.get_by_role("complementary")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Pokrovsk")
    expect(panel.locator("blockquote").first).to_contain_text("“The town has been taken completely.”")
    expect(panel.locator(".thread .tie").first).to_have_text("denied")
    expect(panel.locator(".retold").first).to_contain_text("The mapper shows a grey zone.")
    assert "“" not in (panel.locator(".retold").first.text_content() or "")
    visit.settle()
    visit.shoot("pokrovsk")
    expect(visit.page).to_have_url(re.compile(r"day=2025-12-03&place=p-pokrovsk"))


@pytest.mark.parametrize("typed", ["Pokrovks", "Покровськ", "Красноармейск", "Красноармийск"])
def test_a_place_is_found_in_any_language_and_misspelt(visit: Visit, typed: str) -> None:
    visit.open()
    visit.page.keyboard.press("/")
    visit.page.keyboard.type(typed)
    expect(visit.page.get_by_role("option").first).to_contain_text("Pokrovsk")
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_role("complementary").get_by_role("heading", level=2)).to_have_text("Pokrovsk")


def test_the_days_play_until_stopped(visit: Visit) -> None:
    visit.open("#day=2025-11-01")
    day = visit.page.get_by_test_id("day")
    visit.page.get_by_role("button", name="Play").click()
    expect(day).not_to_have_text("1 November 2025")
    visit.page.get_by_role("button", name="Stop").click()
    expect(visit.page.get_by_role("button", name="Play")).to_be_visible()
    stood = day.text_content()
    visit.page.wait_for_timeout(1_000)
    assert day.text_content() == stood != "10 December 2025"


def test_the_days_play_to_the_last_and_stop_there(visit: Visit) -> None:
    visit.open("#day=2025-12-08")
    visit.page.get_by_role("button", name="Play").click()
    expect(visit.page.get_by_test_id("day")).to_have_text("10 December 2025")
    expect(visit.page.get_by_role("button", name="Play")).to_be_visible()
