"""What the sentences of a report so far have left for those that follow."""

from dataclasses import dataclass, field

from salient.extract.draft import Draft, Ref, Voice
from salient.extract.places.spoken import Attention, Wanted
from salient.extract.speech.floor import Floor
from salient.extract.speech.told import Told


@dataclass(slots=True)
class Memory:
    """Grows from sentence to sentence. `place` is an index into the report's mentions."""

    spoken: Attention = field(default_factory=Attention)
    """The places of the report so far, with how much each is spoken of."""
    site: int | None = None
    """Where the asset stands that was spoken of last: an index into the report's mentions."""
    places: tuple[int, ...] = ()
    """All places of the last sentence that named some."""
    group: tuple[int, ...] = ()
    """What "these villages" are: the last of which one thing was told together, and those named one by one right
    after them."""
    group_at: int = 0
    """After how many sentences the last of them was named."""
    named: set[str] = field(default_factory=set)
    """Base forms of the names of places so far."""
    opens_ground: bool = False
    """Whether the sentence under work names a place that was not named before."""
    headed: bool = False
    """Whether the paragraph has begun with nothing but the names of places: "1. X. The salient is shrinking."."""
    bulletin: bool = False
    """Whether attacks have been counted by stretches of the front."""
    home: int | None = None
    """The region whose office the report's outlet is."""
    asset: str | None = None
    """What the asset was called of which something was said last."""
    asset_at: int | None = None
    """Where that asset stands: an index into the report's mentions."""
    asset_sentence: bool = False
    """Whether the sentence before spoke of an asset."""
    subject: Ref | None = None
    voice: Voice | None = None
    inside: Voice | None = None
    """Who is quoted, where the sentence under work is a quotation in another language."""
    next_voice: Voice | None = None
    """Who is named next in the paragraph."""
    opens_paragraph: bool = True
    floor: Floor = field(default_factory=Floor)
    """Who has the floor, where what nobody is named for turns out to be his."""
    goes_on: Voice | None = None
    """Who spoke in the sentence before in this paragraph and may go on."""
    left_off: Voice | None = None
    """Who spoke last in the paragraph before."""
    fights: bool = False
    """Whether the outlet has told in its own voice what "we" do in the war."""
    retold: bool = False
    """Whether who goes on was only resumed ("…, HE SAYS, …"): the report then is retelling him at length."""
    heard: set[str] = field(default_factory=set)
    """Base forms of the names that the only voice of the report so far goes by; empty where there is none."""
    knows_voice: bool = False
    """Whether anybody has been named whom a pronoun that speaks could mean."""
    hears_office: bool = False
    """Whether an office without a name has spoken: "the police", "the town's administration"."""
    several: bool = False
    """Whether more than one voice has been named."""
    long: bool = False
    lead: Voice | None = None
    """Who speaks in the whole report unless somebody else is named."""
    named_after: Voice | None = None
    """Who is named in a sentence of its own as the one who said what stands before."""
    named_here: bool = False
    """Whether he is named in the sentence that tells it: "X is taken, this was confirmed by Y as well"."""
    speaking: bool = False
    """Whether somebody was quoted in the sentence before, so that a bare quotation is his too."""
    introduced: Voice | None = None
    """Whom the sentence before was about, where it told nothing else: a bare quotation after it is his."""
    taken: set[str] = field(default_factory=set)
    """Base forms of places that somebody was said to have taken, or to hold."""
    recent: list[Draft] = field(default_factory=list)
    """The drafts of the last sentence that had any."""
    told: Told = field(default_factory=Told)
    """What a reaction may be to."""

    def outlet_tells(self) -> None:
        """Nobody goes on: the outlet reminds of what was before."""
        self.goes_on = None
        self.floor = Floor()

    @property
    def sentences(self) -> int:
        """How many have been read."""
        return self.spoken.sentence

    @property
    def place(self) -> int | None:
        """The settlement that is spoken of most."""
        best = self.spoken.best()
        return None if best is None else best.at

    @property
    def listed(self) -> tuple[int, ...]:
        """What "both" and "these villages" mean: those of the last sentence that named some, else those told of one by
        one in the last two."""
        return self.places if len(self.places) > 1 else self.group

    @property
    def settled(self) -> int:
        """After how many sentences that settlement was named."""
        best = self.spoken.best()
        return 0 if best is None else best.sentence

    @property
    def region(self) -> int | None:
        """The region that is spoken of most."""
        best = self.spoken.best(Wanted.REGION)
        return None if best is None else best.at

    @property
    def region_at(self) -> int:
        """After how many sentences that region was named."""
        best = self.spoken.best(Wanted.REGION)
        return 0 if best is None else best.sentence

    def hear(self, names: set[str]) -> None:
        """Note the base forms of a voice that was named; one that shares none with the voice before is another."""
        self.several |= bool(self.heard) and not names & self.heard
        self.heard |= names

    @property
    def ground(self) -> int | None:
        """The region spoken of: the one named last, else the outlet's own."""
        named = self.region
        return self.home if named is None else named
