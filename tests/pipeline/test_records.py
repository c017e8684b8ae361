"""What became of announcements, by what independent voices said later."""

from datetime import date

from salient.domain.claim import Claim
from salient.domain.kind import Stance
from salient.pipeline.records import office_names, speaker_records
from salient.theatre.load import load_theatre
from tests.pipeline.builders import claim, report

THEATRE = load_theatre("ukraine")


def said(day: int, side: str, actor: str, stance: Stance = Stance.ASSERTS, month: int = 3) -> Claim:
    return claim(report(f"r{month}-{day}-{side}", date(2025, month, day), "took it"), side, actor, stance)


def test_the_last_independent_voice_settles_an_announcement() -> None:
    places = {
        "upheld": [said(1, "RU", "RU"), said(9, "independent", "UA"), said(21, "independent", "RU")],
        "refuted": [said(2, "RU", "RU"), said(20, "independent", "RU", Stance.DENIES)],
        "open": [said(3, "RU", "RU"), said(4, "UA", "RU", Stance.DENIES), said(30, "independent", "RU", month=8)],
    }
    (record,) = speaker_records(THEATRE, places)
    assert (record.speaker, record.side) == ("the Kremlin", "RU")
    assert (record.claims, record.settled, record.upheld, record.median_lead_days) == (3, 2, 1, 20.0)
    assert 0 < record.low < 0.5 < record.high < 1


def test_repeating_oneself_is_one_announcement() -> None:
    (record,) = speaker_records(THEATRE, {"p": [said(1, "UA", "UA"), said(8, "UA", "UA"), said(9, "UA", "RU")]})
    assert (record.claims, record.settled, record.low, record.high) == (1, 0, 0.0, 1.0)


def test_records_are_kept_under_names_and_never_under_ids() -> None:
    names = office_names(THEATRE)
    assert names["ru-general-staff"] == names["ru-mod"] == "Russian Defence Ministry"
    assert names["sladkov"] == "Yevgeny Poddubny, Alexander Sladkov and others"
    assert not set(names.values()) & {speaker.office for speaker in THEATRE.speakers}
