"""Reports in questions and answers, each on a line of its own behind a dash: whoever answers says what the answers
tell, though only one of them names him."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from salient.extract.draft import Voice
from salient.extract.memory import Memory
from salient.extract.speech.frame import Frame
from salient.text.sentences import Stretch

_DASHES = ("— ", "– ", "- ")


@dataclass(slots=True)
class Interview:
    """`answers` are the numbers of the lines that answer a question, `lines` those of the whole talk; `guest` is who
    answers, once he is known."""

    answers: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()
    guest: Voice | None = None
    lead: Voice | None = None
    begun: bool = False

    @classmethod
    def of(cls, text: str, lines: Sequence[Stretch]) -> "Interview":
        spoken = [number for number, line in enumerate(lines) if text.startswith(_DASHES, line.start)]
        asked = {number for number in spoken if text[lines[number].end - 1] == "?"}
        answers = frozenset(number for number in spoken if number - 1 in asked and number not in asked)
        return cls(answers, frozenset(spoken)) if answers else cls()

    def teller(self, line: int, memory: Memory, frames: Iterable[Frame]) -> Voice | None:
        """Who tells what a line says of itself: in the talk nobody but its guest, elsewhere the lead of the report. The
        guest is whoever spoke last before the talk began, else who is named in an answer."""
        if not self.begun:
            self.lead, self.begun = memory.lead, line in self.lines
            self.guest = memory.voice
        if line not in self.lines:
            return self.lead
        if line not in self.answers:
            return None
        named = (frame.voice for frame in frames if frame.voice is not None and not frame.voice.again)
        self.guest = self.guest or next(named, None)
        return self.guest
