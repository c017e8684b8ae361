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
    remark: tuple[int, int] | None = None
    """Those of the cue that only say something else of who speaks: "the North, WHICH TOOK X IN MAY, says"."""
    cited: bool = False
    """Named as the source of somebody else who speaks: "…, citing X"."""

    def names(self, k: int) -> bool:
        """Whether a token says who speaks and that he does."""
        aside = self.remark is not None and self.remark[0] <= k < self.remark[1]
        return self.cue[0] <= k < self.cue[1] and not aside
