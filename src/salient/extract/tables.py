"""Tables in a text: rows of cells between bars, read by what their header says of each column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from salient.domain.kind import Kind, Stance, Status
from salient.domain.mention import PlaceMention
from salient.extract.draft import Draft, Ref, Voice, What, When, Whose
from salient.extract.places.mentions import find_mentions
from salient.extract.speech.speakers import HEADS, names_voice, voice_of
from salient.extract.words.numbers import find_quantities
from salient.extract.words.sentence import Sentence, events_of, speech_of
from salient.text.sentences import Stretch
from salient.theatre.cues import EventCue

_BAR = "|"
_TOLD = (Kind.CONTROL, Kind.ADVANCE)
"""What the columns of a table tell of the ground."""
_AREAS = frozenset({"km2", "settlements", "percent"})
_WHO: Mapping[str, tuple[Ref, ...]] = {
    "foe": (Whose.FOE,),
    "home": (Whose.HOME,),
    "speaker": (Whose.SPEAKER, Whose.HOME),
}


@dataclass(frozen=True, slots=True)
class Row:
    """What one row yields. `mentions` are those that its drafts point at, from the offset given."""

    drafts: tuple[Draft, ...]
    mentions: tuple[PlaceMention, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A content that a header or a cell tells, and the side it names."""

    cue: EventCue
    actor: tuple[Ref, ...]


def find_tables(text: str, lines: Sequence[Stretch]) -> dict[int, tuple[tuple[Stretch, ...], ...]]:
    """First line of a table -> its rows as cells: at least two lines, one after the other, with as many bars, of which
    there are at least two, or three lines with one."""
    tables = {}
    first = 0
    while first < len(lines):
        bars = _bars(text, lines[first])
        after = first + 1
        while bars and after < len(lines) and _bars(text, lines[after]) == bars:
            after += 1
        if bars and after - first >= (2 if bars > 1 else 3):
            tables[first] = tuple(_cells(text, line) for line in lines[first:after])
        first = after
    return tables


def _bars(text: str, line: Stretch) -> int:
    first, after = _inner(text, line)
    return text.count(_BAR, first, after)


def _inner(text: str, line: Stretch) -> tuple[int, int]:
    """A line without the bars at its ends."""
    return line.start + (text[line.start] == _BAR), line.end - (
        line.end - 1 > line.start and text[line.end - 1] == _BAR
    )


def _cells(text: str, line: Stretch) -> tuple[Stretch, ...]:
    cells = []
    start, end = _inner(text, line)
    while start <= end:
        bar = text.find(_BAR, start, end)
        stop = end if bar < 0 else bar
        cells.append(_bare(text, start, stop))
        start = stop + 1
    return tuple(cells)


def _bare(text: str, start: int, end: int) -> Stretch:
    """A cell without spaces and marks of emphasis around it."""
    while start < end and (text[start].isspace() or text[start] in "*_"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    return Stretch(start, end)


def tells_columns(heads: Sequence[Sentence]) -> bool:
    """Whether a first row says what the columns below hold: what is told of the ground, and short words only."""
    return any(_told(head) is not None or _names_status(head) for head in heads) and not any(
        head.tokens and head.tokens[-1].text == "." for head in heads
    )


def _names_status(head: Sentence) -> bool:
    return head.has("settlement", "region")


def read_row(heads: Sequence[Sentence], cells: Sequence[Sentence], offset: int) -> Row:
    """The claims of one row; without any where its cells tell nothing of the ground, or neither where nor how much."""
    none = Row((), (), ())
    filled = [(head, cell) for head, cell in zip(heads, cells, strict=True) if cell.tokens]
    told = next(_contents(filled), None)
    if told is None or len(filled) < 2:
        return none
    spoken = next((cell for head, cell in filled if _is_of_voices(head) and _names(cell)), None)
    others = [cell for _, cell in filled if cell is not spoken]
    places = tuple(mention for head, cell in filled if cell is not spoken for mention in _places(head, cell))
    amount = next((q for cell in others for *_, q, kind in find_quantities(cell) if kind in _AREAS), None)
    if not places and amount is None:
        return none
    actor = told.actor if told.cue.status is Status.CONTESTED else _side_of_amount(others) or told.actor
    gained = told.cue.kind is Kind.ADVANCE and amount is not None
    kind, status = (Kind.CONTROL, Status.TOOK) if gained else (told.cue.kind, told.cue.status)
    what = What(kind, status, actor, quantity=amount)
    quote = (filled[0][1].spans[0][0], filled[-1][1].spans[-1][1])
    voice = None if spoken is None else voice_of(spoken, 0, len(spoken.tokens))
    when = When(content=tuple(cell.lowers for cell in others))
    said: list[tuple[Voice | None, Stance]] = [(voice, Stance.ASSERTS)]
    if spoken is not None and (judged := next(filter(None, map(_verdict, others)), None)) is not None:
        said.append((None, judged))
    spots: list[int | None] = [offset + n for n in range(len(places))] or [None]
    drafts = tuple(
        Draft(
            quote,
            what,
            stance,
            who,
            (),
            spot,
            when,
            teller=voice,
            framed=True,
        )
        for who, stance in said
        for spot in spots
    )
    return Row(drafts, places, () if voice is None else (voice,))


def _contents(filled: Sequence[tuple[Sentence, Sentence]]) -> Iterator[_Told]:
    """What a row tells: what a cell says itself, else what the header of a filled column says."""
    general = next((told for head, _ in filled if (told := _told(head)) is not None), None)
    for head, cell in filled:
        own = None if _is_of_voices(head) else _told(cell)
        if own is not None:
            contested = own.cue.status is Status.CONTESTED
            yield own if own.actor or general is None or contested else _Told(own.cue, general.actor)
    if general is not None:
        yield general


def _told(cell: Sentence) -> _Told | None:
    for unit in cell.units:
        cue = next((event.cue for event in events_of(unit) if event.cue.kind in _TOLD), None)
        if cue is None:
            continue
        if cue.status is Status.CONTESTED:
            return _Told(cue, ())
        sides = tuple(word.side for _, (_, word) in sorted(cell.sides.items()))
        return _Told(cue, sides[:1] or _WHO.get(cue.unnamed, ()))
    return None


def _is_of_voices(head: Sentence) -> bool:
    """Whether a column holds who says it: "Source", "Claimed by"."""
    return head.has(*HEADS) or (head.has("speech") and _told(head) is None)


def _names(cell: Sentence) -> bool:
    return names_voice(cell, 0, len(cell.tokens))


def _side_of_amount(cells: Sequence[Sentence]) -> tuple[Ref, ...]:
    """The one side that stands beside a figure: "+40 sq km (North)"."""
    for cell in cells:
        sides = {word.side for _, word in cell.sides.values()}
        if len(sides) == 1 and any(kind in _AREAS for *_, kind in find_quantities(cell)):
            return tuple(sides)
    return ()


def _places(head: Sentence, cell: Sentence) -> list[PlaceMention]:
    """The places of a cell that is a name, or that stands in a column of them."""
    own = [item for item in find_mentions(cell) if not item.aside and item.mention.name is not None]
    words = sum(token.is_word for token in cell.tokens)
    alone = len(own) == 1 and 2 * (own[0].after - own[0].first) >= words
    return [item.mention for item in own] if alone or _names_status(head) else []


def _verdict(cell: Sentence) -> Stance | None:
    """What a cell says of the claim beside it: "unverified", "exaggerated"."""
    for unit in cell.units:
        if "verdict" in unit.names:
            return unit.value("verdict")  # type: ignore[no-any-return]
        cue = speech_of(unit)
        if cue is not None and cue.stance is not Stance.ASSERTS:
            return cue.stance
    return None
