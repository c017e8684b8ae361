from salient.domain.offices import office_names
from salient.theatre.load import load_theatre

THEATRE = load_theatre("ukraine")


def test_offices_are_told_by_names_and_never_by_ids() -> None:
    names = office_names(THEATRE)
    assert names["ru-mod"] == "Russian Defence Ministry"
    assert not set(names.values()) & {speaker.office for speaker in THEATRE.speakers}


def test_an_office_without_a_speaker_of_its_own_is_named_by_those_who_speak_for_it() -> None:
    office = next(speaker.office for speaker in THEATRE.speakers if speaker.id == "sladkov")
    assert office_names(THEATRE)[office or ""] == "Yevgeny Poddubny, Alexander Sladkov and others"
