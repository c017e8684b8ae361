"""What leaves the page: the week on paper, the picture with its legend; and the curve of distances."""

import base64
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SHOTS, Visit

pytestmark = pytest.mark.browser
DOTS = """async ({picture, spots}) => {
  const image = new Image();
  image.src = picture;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const dot = ([x, y]) => [...pen.getImageData(x, y, 1, 1).data].slice(0, 3);
  return {size: [image.width, image.height], dots: spots.map(dot)};
}"""
LEAST_FOOT = 74
SURE, PAPER = [35, 34], [5, 5]
"""Where the swatch of a sure first side is, from the left and from the map's lower edge, and where bare paper is."""


def test_the_week_is_printed_whole_and_light(visit: Visit) -> None:
    visit.page.emulate_media(color_scheme="dark")
    visit.open("#day=2025-12-05&board=changes")
    panel = visit.page.get_by_role("complementary")
    expect(panel.locator("tbody tr").first).to_be_visible()
    visit.page.emulate_media(media="print", color_scheme="dark")
    for left_out in (".time", ".stage", ".close", ".head nav", ".span >> nth=0"):
        expect(visit.page.locator(left_out)).to_be_hidden()
    expect(panel.get_by_role("heading", level=2)).to_have_text("What changed this week")
    expect(panel.locator(".printed")).to_contain_text(
        re.compile(r"data memory-1, gazetteer .*#day=2025-12-05&board=changes")
    )
    light = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light == "rgb(251, 249, 243)"
    clipped = visit.page.evaluate(
        "(() => { const p = document.querySelector('.panel'); return p.scrollHeight - p.clientHeight })()"
    )
    assert clipped <= 1
    SHOTS.mkdir(parents=True, exist_ok=True)
    visit.page.screenshot(path=str(SHOTS / f"print-week-{visit.size}.png"), full_page=True)
    sheet = visit.page.pdf(path=str(SHOTS / f"print-week-{visit.size}.pdf"), format="A4")
    assert sheet.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1


def test_the_picture_carries_title_and_legend(visit: Visit) -> None:
    visit.open("#day=2025-12-03")
    if visit.size == "phone":
        visit.page.locator(".tools summary").click()
    with visit.page.expect_download() as caught:
        visit.page.get_by_role("button", name="PNG").click()
    data = caught.value.path().read_bytes()
    SHOTS.mkdir(parents=True, exist_ok=True)
    (SHOTS / f"download-{visit.size}.png").write_bytes(data)
    width, height = visit.page.evaluate("(c => [c.width, c.height])(document.querySelector('.maplibregl-canvas'))")
    picture = "data:image/png;base64," + base64.b64encode(data).decode()
    spots = [[SURE[0], height + SURE[1] + 7], [PAPER[0], height + PAPER[1]]]
    found = visit.page.evaluate(DOTS, {"picture": picture, "spots": spots})
    assert found["size"][0] == width
    foot = found["size"][1] - height
    assert foot >= LEAST_FOOT + (50 if visit.size == "phone" else 0), "on a phone the legend takes more rows"
    side, paper = found["dots"]
    assert paper == [245, 241, 232]
    aubergine, opacity = (0x6A, 0x4C, 0x6D), 0.54
    mixed = [opacity * a + (1 - opacity) * b for a, b in zip(aubergine, paper, strict=True)]
    assert side == pytest.approx(mixed, abs=2)


def test_the_distance_to_the_line_is_a_curve(visit: Visit) -> None:
    visit.open("#day=2025-12-03&place=p-pokrovsk")
    part = visit.page.locator(".distance")
    part.locator("summary").click()
    expect(part).to_contain_text(re.compile(r"[\d.]+ km to the nearest stretch of line on \d+ (Nov|Dec)ember 2025"))
    curve = part.locator("path.away")
    assert (curve.get_attribute("d") or "").count("L") > 10
    assert "1 November 2025" in (part.get_by_role("img").get_attribute("aria-label") or "")
    part.scroll_into_view_if_needed()
    assert visit.serious() == []
    visit.shoot("distance")
