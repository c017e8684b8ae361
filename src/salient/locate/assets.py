"""Which of a theatre's assets a claim speaks of, and whether of all of it.

By name, or by class and place; a statement about one site is about that site, one about an unnamed part is about a
part. Nothing is attached by the operator alone: what a company says of one plant says nothing of its others.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from salient.domain.asset import Asset, AssetScope
from salient.domain.claim import Claim
from salient.gazetteer.distance import distance_km
from salient.theatre.asset_words import AssetWords

SAME_PLACE_KM = 12.0
"""A claim placed this near to an asset can mean it: settlements are points, mines lie outside of them."""
ELSEWHERE_KM = 60.0
"""A claim placed farther from an asset than this does not mean it, whatever the name."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """The asset spoken of, and how much of it."""

    asset: Asset
    scope: AssetScope


class AssetFinder:
    """Attaches claims of kind asset to a theatre's assets."""

    def __init__(self, assets: Sequence[Asset], words: AssetWords) -> None:
        self._assets = assets
        self._names = {asset.id: [_words(name) for name in (asset.name, *asset.aliases)] for asset in assets}
        self._classes = [(_words(phrase), name) for name, phrases in words.classes.items() for phrase in phrases]
        self._parts = [_words(word) for word in words.parts]
        self._several = [_words(word) for word in words.several]
        self._limits = [_words(word) for word in words.limits]
        # "Part of its work at the mine", "the other shafts of the mine": outside the asset's own words.
        limited = [limit + part for limit in self._limits for part in (*self._several, *self._parts)]
        self._beside = [*map(_words, words.beside), *limited]

    def find(self, claim: Claim) -> Attachment | None:
        """None where the claim means no asset of the theatre, or could mean several."""
        if claim.content.asset is None:
            return None
        found = self.mentioned(claim.content.asset, claim)
        return None if found is None else Attachment(found, self._scope(found, _words(claim.content.asset), claim))

    def mentioned(self, text: str, claim: Claim) -> Asset | None:
        """The asset that some words of a claim name, or whose class they name at its place."""
        said = _words(text)
        if self._is_named(said):
            return self._by_name(said, claim)
        longest = max(self._classes_in(said), default=None)
        return self._by_class(said, claim, frozenset() if longest is None else {longest[1]})

    def spoken_of(self, sentence: str, claim: Claim) -> Asset | None:
        """The asset that a sentence speaks of among others: by name, or as all there is of the classes named."""
        said = _words(sentence)
        if self._is_named(said):
            return self._by_name(said, claim)
        return self._by_class(said, claim, frozenset(name for _, name in self._classes_in(said)))

    def _by_name(self, said: Words, claim: Claim) -> Asset | None:
        lengths = {
            asset.id: max((len(name) for name in self._names[asset.id] if _contains(said, name)), default=0)
            for asset in self._assets
            if _away_km(asset, claim) <= ELSEWHERE_KM
        }
        longest = max(lengths.values(), default=0)
        best = [asset for asset in self._assets if longest and lengths.get(asset.id) == longest]
        return self._narrowed(best, said, claim)

    def _is_named(self, said: Words) -> bool:
        return any(_contains(said, name) for names in self._names.values() for name in names)

    def _by_class(self, said: Words, claim: Claim, spoken: Set[str]) -> Asset | None:
        """An asset of the classes spoken of at the place spoken of; "the site in X" is the site at X of any class.

        One that stands near by is meant only where none has that place for its own."""
        is_part = _any(said, self._parts)
        at_place = [
            asset
            for asset in self._assets
            if not asset.course  # a line passes many places, and is meant by name only
            and self._is_there(asset, said, claim)
            and (
                asset.asset_class in spoken or (asset.part_of and (is_part or (spoken and _is_at(asset, said, claim))))
            )
        ]
        own = [asset for asset in at_place if _is_at(asset, said, claim)]
        return self._narrowed(own or at_place, said, claim)

    def _narrowed(self, found: Sequence[Asset], said: Words, claim: Claim) -> Asset | None:
        """One asset, or the whole to which all belong, or None; a site only where its own place is spoken of."""
        sites = [a for a in found if a.part_of and _is_at(a, said, claim)]
        if len(sites) == 1:
            return sites[0]
        wholes = {asset.part_of or asset.id for asset in found}
        if len(wholes) != 1:
            return None
        return next((asset for asset in self._assets if asset.id in wholes), None)

    def _classes_in(self, said: Words) -> list[tuple[int, str]]:
        """The classes named in the words, each with how many words name it: the longest counts, a power plant is no
        plant."""
        return [(len(phrase), name) for phrase, name in self._classes if _contains(said, phrase)]

    def _is_there(self, asset: Asset, said: Words, claim: Claim) -> bool:
        if _is_at(asset, said, claim):
            return _away_km(asset, claim) <= ELSEWHERE_KM
        return claim.place.lon is not None and _away_km(asset, claim) <= SAME_PLACE_KM

    def _scope(self, asset: Asset, said: Words, claim: Claim) -> AssetScope:
        if asset.part_of is not None:
            return AssetScope.WHOLE
        limited = _any(said, self._limits)
        if _any(said, self._parts) or (limited and _any(said, self._several)):
            return AssetScope.PART
        quote = _words(claim.quote.text) if claim.quote else ()
        return AssetScope.PART if _any(quote, self._beside) else AssetScope.WHOLE


def _words(text: str | None) -> Words:
    return tuple(re.findall(r"[\w№']+|no\.", (text or "").casefold().replace("’", "'")))


def _contains(said: Words, phrase: Words) -> bool:
    """Whether the phrase stands in the words, one after the other, endings aside."""
    width = len(phrase)
    return width > 0 and any(
        all(_alike(word, other) for word, other in zip(said[i : i + width], phrase, strict=True))
        for i in range(len(said) - width + 1)
    )


def _any(said: Words, phrases: Sequence[Words]) -> bool:
    return any(phrase == said[i : i + len(phrase)] for phrase in phrases for i in range(len(said) - len(phrase) + 1))


def _alike(word: str, other: str) -> bool:
    """The same word but for its ending: inflected, or spelt by another table."""
    longer = max(len(word), len(other))
    stem = longer - (1 if longer < 6 else 2)
    return word == other or (stem >= 4 and word[:stem] == other[:stem])


def _is_at(asset: Asset, said: Words, claim: Claim) -> bool:
    """Whether the asset's own place is the claim's, or stands in the words."""
    return asset.place is not None and (claim.place.name == asset.place or _contains(said, _words(asset.place)))


def _away_km(asset: Asset, claim: Claim) -> float:
    if claim.place.lon is None or claim.place.lat is None:
        return 0.0
    corners = asset.course or ((asset.lon, asset.lat),)
    return min(distance_km(lon, lat, claim.place.lon, claim.place.lat) for lon, lat in corners)
