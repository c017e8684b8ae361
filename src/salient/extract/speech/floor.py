"""Who has the floor: opened by who is named as speaking, resumed where he is named again, closed by anybody else.

What is told in between, with nobody named for it, is then his too: only who speaks next tells whether the outlet had
spoken, so that it is given to him afterwards.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

from salient.domain.kind import Kind
from salient.extract.draft import Draft, Voice
from salient.extract.speech.frame import Frame
from salient.extract.speech.outlets_own import is_outlets_own
from salient.extract.words.sentence import Sentence

Names = frozenset[str]
_SORTS = ("official", "blogger", "analyst")
"""Words that tell one speaker from another; "the report", "the source" go on with whoever spoke."""


@dataclass(slots=True)
class Floor:
    """`holder` spoke last, known by the base forms of the words that name him and of those that tell what he is."""

    holder: Voice | None = None
    names: Names = frozenset()
    described: Names = frozenset()
    private: bool = False
    """Whether he holds no office that is told: what is told beside the words of a resident is the outlet's."""
    unsaid: list[int] = field(default_factory=list)
    """The drafts told since that nobody was named for, by their number."""
    last: list[int] = field(default_factory=list)
    """Those of the sentence before."""
    met: bool = False
    """Whether somebody else was told of since, whom a pronoun means: "The army has moved. On Monday IT claimed …"."""

    def pass_on(
        self, sentence: Sentence, frames: Sequence[Frame], drafts: list[Draft], first: int, *, met: bool = False
    ) -> None:
        """Take in a sentence, whose drafts are those from `first` on; `met`: whether it begins with somebody else."""
        speaking = [frame for frame in frames if not frame.about_before]
        if sentence.noted or any(frame.voice is None for frame in speaking):
            self.holder, self.unsaid = None, []
            return
        voices = [frame.voice for frame in speaking if frame.voice is not None and frame.voice.goes_on]
        if not voices:
            self.met |= met
            if is_outlets_own(sentence):
                return
            self.last = [n for n in range(first, len(drafts)) if drafts[n].voice is None and not drafts[n].framed]
            self.unsaid += self.last
            return
        if _gives_reasons(sentence, speaking[0]):
            for n in self.last:
                told = drafts[n].what.kind is Kind.WITHDRAWAL
                drafts[n] = replace(drafts[n], voice=voices[0]) if told else drafts[n]
        self.last = []
        if self.holder is not None and not self.private and self._resumes(sentence, voices[0]):
            for n in self.unsaid:
                drafts[n] = replace(drafts[n], voice=self.holder)
        self.unsaid = []
        if not self._resumes(sentence, voices[-1]):
            self.holder = voices[-1]
            self.names, self.described = _words(sentence, self.holder)
            self.private = _is_private(sentence, self.holder, described=bool(self.described))
        self.met = False

    def leave_to_outlet(self) -> None:
        """After a paragraph of several sentences in which nobody speaks: it is nobody's who speaks around it."""
        self.unsaid = []

    def _resumes(self, sentence: Sentence, voice: Voice) -> bool:
        """Whether a voice is the holder's: a pronoun, his name, or, without another name, what he is or has issued."""
        if self.holder is None or voice.again:
            return self.holder is not None and not self.met
        names, described = _words(sentence, voice)
        if names or described:
            return bool(names & self.names) or (not names and bool(described & (self.described | self.names)))
        return not _is_new(sentence, voice)


def _is_private(sentence: Sentence, voice: Voice, *, described: bool) -> bool:
    """Whether only a person's name tells who is quoted; endings tell more of what is said and by whom."""
    start, end = voice.whole
    known = any(start <= sentence.spans[k][0] < end for k in (*sentence.voices, *sentence.sides))
    return not (sentence.cased or described or known or voice.again) and bool(sentence.quoted)


def _gives_reasons(sentence: Sentence, frame: Frame) -> bool:
    """Whether who speaks explains what was told before, which he has told then: "The troops have left X. The ministry
    EXPLAINED THIS by its plans", "In the ministry they CALLED IT a gesture"."""
    first = max(0, frame.cue[0] - 1)
    named = sentence.some(*frame.cue, "calling") and sentence.some(first, frame.cue[1] + 1, "told_before")
    return named or sentence.some(*frame.cue, "explaining")


def _words(sentence: Sentence, voice: Voice) -> tuple[Names, Names]:
    """The base forms of the names in the words for a voice, sides aside, and of the words that tell what he is."""
    names: set[str] = set()
    described: set[str] = set()
    sided = {first for first, (after, _) in sentence.sides.items() if after == first + 1}
    first, after = (bisect_left(sentence.spans, at, key=itemgetter(0)) for at in voice.whole)
    for k in range(first, after):
        if k in sided:
            continue
        token = sentence.tokens[k]
        if sentence.is_(k, *_SORTS):
            described.update(token.forms)
        elif token.is_word and token.capitalised and not sentence.is_(k, "determiner"):
            names.update(token.forms)
    return frozenset(names), frozenset(described)


def _is_new(sentence: Sentence, voice: Voice) -> bool:
    """Whether somebody without a name is told of for the first time: "a soldier"; an inflected language has no sign."""
    first = next((k for k, span in enumerate(sentence.spans) if span[0] >= voice.whole[0]), 0)
    return sentence.cased or not sentence.is_(first, "determiner") or sentence.sign(first) in {"a", "an"}
