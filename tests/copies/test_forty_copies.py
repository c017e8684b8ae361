"""One bulletin as forty edited copies over twelve outlets and three languages is one origin."""

import random
import sys
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from copy_builders import LABELLED, sketcher

from salient.copies.origins import find_copies, origins
from salient.domain.report import Report

sys.path.insert(0, str(LABELLED))
from edits import EDITS

STORIES = {
    story["id"]: story for story in yaml.safe_load(Path(LABELLED / "stories.yaml").read_text("utf-8"))["stories"]
}
OUTLETS = [f"Outlet {number}" for number in range(12)]


def forty(story_id: str, seed: int) -> list[Report]:
    """The bulletin, and 39 copies of it and of its translations."""
    story, dice = STORIES[story_id], random.Random(seed)
    tellings = {story["lang"]: story["text"], **story["tellings"]}
    reports = [Report("bulletin", story["text"], story["lang"], story["outlet"], story["published"])]
    for number in range(39):
        lang = sorted(tellings)[number % len(tellings)]
        text = EDITS[dice.choice(sorted(EDITS))](tellings[lang].strip(), lang, dice)
        day = story["published"] + timedelta(days=dice.choice((0, 0, 1, 2)))
        url = f"https://outlet-{number % 12}.example/{number}"
        reports.append(Report(f"copy-{number}", text, lang, OUTLETS[number % 12], day, url))
    return reports


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("story", ["gs-morning-1", "bridge-oskil", "kostyantynivka-strike-wire"])
def test_forty_copies_have_one_origin(story: str, seed: int) -> None:
    found = origins(find_copies(sketcher().sketch(report) for report in forty(story, seed)))
    assert len(found) == 40
    assert len(set(found.values())) == 1
