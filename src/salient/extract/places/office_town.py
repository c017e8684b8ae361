"""The town of whoever speaks, which "the city" then means."""

from salient.extract.places.goals import only_houses
from salient.extract.places.mention import LARGE, Mention
from salient.extract.turn import Turn
from salient.extract.words.scene import Found


def office_town(turn: Turn, event: Found) -> int | None:
    """The town of whose office somebody speaks, which "the city" then means: "the mayor of X said the city …"."""
    sentence = turn.scene.sentence
    for n, m in enumerate(turn.scene.mentions):
        named = m.aside and m.mention.place_class not in LARGE
        if sentence.cased and named and sentence.is_(m.first - 1, "official"):
            return turn.offset + n
        named = named and m.first < event.first
        if named and sentence.is_(m.first - 1, "of") and sentence.is_(m.first - 2, "official"):
            return turn.offset + n
    return _speakers_town(turn, event)


def _speakers_town(turn: Turn, event: Found) -> int | None:
    """The town that the words for who speaks have named: "soldiers in X said the town was lost"."""
    mentions = list(enumerate(turn.scene.mentions))
    for frame in turn.frames:
        if frame.first <= event.first < frame.after and frame.cue[1] <= event.first and not frame.about_before:
            said = [n for n, m in mentions if frame.cue[0] <= m.first < frame.cue[1]]
            said = [n for n in said if not only_houses(turn.scene.sentence, mentions[n][1])]
            said = [n for n in said if not (_is_seat(turn, mentions[n][1]) or _names_a_region(turn, mentions[n][1]))]
            named = [n for n in said if turn.scene.mentions[n].mention.place_class not in LARGE]
            if named:
                return turn.offset + named[-1]
    return None


def _names_a_region(turn: Turn, mention: Mention) -> bool:
    """Whether an office is a region's that is called after the town: "who heads the X REGIONAL administration"."""
    sentence = turn.scene.sentence
    return not sentence.cased and sentence.lowers[mention.after : mention.after + 1] == ["regional"]


def _is_seat(turn: Turn, mention: Mention) -> bool:
    """Whether a place is only where an office sits: "the ministry in the capital said …"."""
    sentence = turn.scene.sentence
    return mention.first in sentence.capitals
