"""What is told of one place of a list is told of them all, and of no place beside it."""

from datetime import date

import pytest

from salient.domain.report import Report
from salient.pipeline.reading import Reader


def places(reader: Reader, text: str, lang: str) -> set[str | None]:
    told = Report(id="x", text=text, lang=lang, outlet="X", published=date(2024, 11, 4), url=None, title=None)
    return {claim.place and claim.place.name for claim in reader.read(told).claims}


@pytest.mark.parametrize(
    "member",
    [
        "Selydove",
        "the village of Selydove",
        "the small mining town of Selydove",
        "neighbouring Selydove",
        "the outskirts of Selydove",
        "parts of Selydove",
        "much of Selydove",
        "Selydove (Donetsk region)",
        "Selydove on Friday",
        "Selydove, which lies on the main road,",
        "Selydove, a town of 20,000 before the war,",
    ],
)
@pytest.mark.parametrize(
    "told", ["Russian forces captured {}.", "{} were captured by Russian forces.", "Ukrainian troops withdrew from {}."]
)
def test_a_member_may_be_told_more_of(reader: Reader, told: str, member: str) -> None:
    assert places(reader, told.format(f"Hrodivka, {member} and Kurakhove"), "en") == {
        "Hrodivka",
        "Selydove",
        "Kurakhove",
    }


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "Гродівка, сусідня Новогродівка та більша частина Курахового захоплені російськими військами."),
        ("ru", "Гродовка, соседняя Новогродовка и большая часть Курахово заняты российскими войсками."),
    ],
)
def test_where_endings_tell_cases(reader: Reader, lang: str, text: str) -> None:
    assert places(reader, text, lang) == {"Hrodivka", "Novohrodivka", "Kurakhove"}


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Russian forces took Hrodivka, and Kurakhove is quiet.", {"Hrodivka"}),
        ("Russian forces took Hrodivka, a town in the shadow of Kurakhove.", {"Hrodivka"}),
        ("Russian forces took Hrodivka, the last village before Kurakhove.", {"Hrodivka"}),
    ],
)
def test_what_only_stands_near_is_no_member(reader: Reader, text: str, taken: set[str]) -> None:
    assert places(reader, text, "en") - {None} == taken


@pytest.mark.parametrize(("name", "lat"), [("Kamianka", 48.18), ("Uspenivka", 48.20), ("Malynivka", 48.34)])
def test_a_region_behind_towns_called_so_together_is_that_of_all(reader: Reader, name: str, lat: float) -> None:
    text = (
        "Ukrainian troops hold Orikhiv in the Zaporizhzhia region. "
        f"Russian forces took the villages of {name} and Yampil in the Donetsk region."
    )
    told = Report(id="x", text=text, lang="en", outlet="X", published=date(2025, 11, 20), url=None, title=None)
    found = next(claim.place for claim in reader.read(told).claims if claim.place and claim.place.name == name)
    assert found.lat == pytest.approx(lat, abs=0.01)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Among the villages seized in January were Hrodivka, Selydove and Kurakhove."),
        ("en", "The towns lost since May are Hrodivka, Selydove and Kurakhove."),
        ("uk", "Серед сіл, захоплених у січні, — Гродівка, Селидове та Курахове."),
        ("ru", "Среди сёл, взятых в январе, — Гродовка, Селидово и Курахово."),
    ],
)
def test_towns_that_a_participle_counts_are_named_behind_it(reader: Reader, lang: str, text: str) -> None:
    assert places(reader, text, lang) == {"Hrodivka", "Selydove", "Kurakhove"}
