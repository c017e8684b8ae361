"""A frame of speech: who does what with which words of a sentence."""

from dataclasses import dataclass

from salient.domain.kind import Stance
from salient.extract.draft import Voice


@dataclass(frozen=True, slots=True)
class Frame:
    """`voice` (None: the outlet itself) does `stance` with tokens `first:after`; tokens `cue` are the words of speech.

    Frames may stand inside one another.
    """

    voice: Voice | None
    stance: Stance
    first: int
    after: int
    cue: tuple[int, int]
    about_before: bool = False
    """Nothing of its own is said: it is about what was said before."""
    cited: bool = False
    """Named as the source of somebody else who speaks: "…, citing X"."""
