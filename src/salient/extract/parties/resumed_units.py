"""Whom "the brigade" means: the unit that has just spoken, whomever its words were about."""

from salient.extract.draft import Ref, Whose
from salient.extract.turn import Turn
from salient.extract.words.scene import Found


def spoken_of_before(turn: Turn, event: Found) -> Ref | None:
    """Whom the sentences before spoke of, as far as it bears on an event: "The 1st Brigade said the enemy had not got
    in. THE BRIGADE holds its positions"."""
    unit, memory, sentence = event.subject, turn.memory, turn.scene.sentence
    named = unit is not None and unit.role == "pronoun" and unit.after > unit.first + 1
    if unit is None or not named or memory.voice is None:
        return memory.subject
    start, end = memory.voice.whole
    spoke = sentence.text[start:end].lower().replace(",", " ").split()
    return Whose.SPEAKER if sentence.lowers[unit.after - 1] in spoke else memory.subject
