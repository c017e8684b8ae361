"""Which of the places of a sentence an event is told of."""

from datetime import date

import pytest

from salient.domain.report import Report
from salient.pipeline.reading import Reader


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Selydove is almost encircled in the Donetsk region.", {("encirclement", "Selydove")}),
        ("Selydove is encircled in the Pokrovsk direction.", {("encirclement", "Selydove")}),
        ("In the Pokrovsk direction, a guided bomb fell on Hrodivka.", {("strike", "Hrodivka")}),
        ("Despite heavy losses, heavy fighting continues in Kurakhove.", {("clash", "Kurakhove")}),
        ("After weeks of fighting, heavy fighting continues in Kurakhove.", {("clash", "Kurakhove")}),
        ("The brigade said Kurakhove has been captured by Russian forces.", {("control", "Kurakhove")}),
        ("Soldiers from Kurakhove were captured by Russian forces.", {("loss", "Kurakhove")}),
        ("Russian forces took Hrodivka before entering Selydove.", {("control", "Hrodivka"), ("advance", "Selydove")}),
        ("Russian forces were halted before entering Selydove.", {("outlook", "Selydove")}),
        (
            "After shelling Kurakhove, Russian forces entered Selydove.",
            {("strike", "Kurakhove"), ("advance", "Selydove")},
        ),
        ("Russian forces took Hrodivka, and Kurakhove is quiet.", {("control", "Hrodivka")}),
    ],
)
def test_the_nearest_place_is_not_always_meant(reader: Reader, text: str, told: set[tuple[str, str]]) -> None:
    report = Report(id="x", text=text, lang="en", outlet="X", published=date(2024, 11, 4), url=None, title=None)
    claims = reader.read(report).claims
    assert {(str(claim.content.kind), claim.place and claim.place.name) for claim in claims} == told
