"""The names of the offices that records of speakers are kept under."""

from collections.abc import Mapping

from salient.domain.theatre import Speaker, Theatre

MOST_NAMED = 2
"""Of an office that no speaker has the id of."""


def office_names(theatre: Theatre) -> Mapping[str, str]:
    """By the id of an office, its name for readers.

    An office is named by the speaker of its own id, else by those who speak for it.
    """
    members: dict[str, list[Speaker]] = {}
    for speaker in theatre.speakers:
        members.setdefault(speaker.office or speaker.id, []).append(speaker)
    names = {}
    for office, speakers in members.items():
        own = next((speaker.name for speaker in speakers if speaker.id == office), None)
        named = ", ".join(speaker.name for speaker in speakers[:MOST_NAMED])
        names[office] = own or named + (" and others" if len(speakers) > MOST_NAMED else "")
    return names
