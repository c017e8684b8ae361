"""What is told of a place only in passing, so that what follows does not speak of it."""

from salient.extract.words.scene import Found, Scene


def is_told_in_a_remark(scene: Scene, event: Found) -> bool:
    """Whether a relative clause adds it to a name that is not what the sentence is about: "X lies west of Y, WHICH THE
    NORTH TOOK IN MAY"; not "X, which the North has besieged for a year, held out"."""
    sentence = scene.sentence
    if len(event.places) != 1 or event.places[0] == 0:
        return False
    after = scene.mentions[event.places[0]].after
    return sentence.sign(after) == "," and sentence.is_(after + 1, "relative") and after + 1 >= event.clause[0] - 1
