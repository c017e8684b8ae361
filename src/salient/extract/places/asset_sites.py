"""Where the works stand that an event is about."""

from salient.extract.turn import Turn
from salient.extract.words.scene import Found


def assets_of_event(turn: Turn, event: Found, places: list[int | None]) -> list[tuple[str, int | None]]:
    """The assets that an event is about, each with the place where it stands."""
    memory = turn.memory
    out: list[tuple[str, int | None]] = []
    for asset in event.assets:
        own: list[int | None] = [turn.offset + n for n in asset.places]
        if not own and not event.places and memory.site is not None and places == [memory.place]:
            own = [memory.site]
        words = turn.scene.sentence.words(asset.first, asset.after)
        if asset.resumed and memory.asset is not None:
            words = memory.asset
        if asset.resumed and memory.asset_at is not None and not event.places:
            own = [memory.asset_at]
        memory.asset = words
        # "trains will not go TO X AND Y", "there is no power IN X AND Y"
        goes = len(event.places) > 1 and not _lies_between(turn, event)
        out.extend((words, place) for place in own or (places if goes else places[:1]))
    if out:
        memory.asset_at = out[-1][1]
        if any(asset.resumed for asset in event.assets):
            turn.sites[event.first] = list(dict.fromkeys(place for _, place in out))
    return out


def _lies_between(turn: Turn, event: Found) -> bool:
    """Whether one thing stands between two places: "the bridge BETWEEN X and Y"."""
    first = turn.scene.mentions[event.places[0]].first
    return turn.scene.sentence.is_(first - 1, "between")
