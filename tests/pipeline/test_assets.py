"""Claims about assets find the asset of the pack that they name."""

from dataclasses import replace
from datetime import date

import pytest

from salient.domain.claim import Claim, Content
from salient.domain.kind import Kind, Stance, Status
from salient.pipeline.assets import asset_statuses
from salient.theatre.load import load_theatre
from tests.pipeline.builders import claim, report

DAY = date(2025, 1, 13)


def about(words: str, stance: Stance = Stance.ASSERTS) -> Claim:
    one = claim(report("r", DAY, "text"), "independent", "RU", stance)
    return replace(one, content=Content(Kind.ASSET, Status.SUSPENDED, None, words))


@pytest.mark.parametrize("words", ["Pokrovsk coking coal mine", "the Pokrovske mine of Metinvest"])
def test_an_asset_is_found_by_its_names(words: str) -> None:
    (found,) = asset_statuses(load_theatre("ukraine"), [about(words)])
    assert (found.asset.startswith("pokrovsk"), found.day, found.status) == (True, DAY, Status.SUSPENDED)


def test_other_things_and_denials_tell_nothing_of_it() -> None:
    denied, other = about("Pokrovsk coking coal mine", Stance.DENIES), about("a wheat field")
    control = claim(report("r", DAY, "text"), "RU", "RU")
    assert list(asset_statuses(load_theatre("ukraine"), [denied, other, control])) == []
