"""Which names tell a place by themselves, in running text: the case rule is not enough where persons share them."""

from salient.domain.place import Place
from salient.domain.theatre import Theatre
from salient.gazetteer.naming import Standing, StandingName
from salient.text.transliteration import NameKeys

TOWN = 10_000
CITY = 100_000
"""From these populations on, a place is meant by a name that looks like a surname, or that is a given name."""
SHORTEST = 3


class Telling:
    """Knows the names that persons bear, and the pack's words that are no places."""

    def __init__(self, theatre: Theatre, keys: NameKeys) -> None:
        self._keys = keys
        self._words = frozenset(theatre.not_places)
        self._given = keys.keys(name for spelling in theatre.spellings for name in spelling.given_names)
        self._endings = tuple(ending for spelling in theatre.spellings for ending in spelling.surname_endings)
        self._own = frozenset(named.place.id for named in theatre.places)

    def tells(self, name: StandingName, place: Place) -> bool:
        """Whether a text is to be searched for the name. One that is not can still be looked up."""
        if name.standing is Standing.STRAY or name.text in self._words or len(name.text) < SHORTEST:
            return False
        if place.id in self._own or " " in name.text:
            return True
        if place.population < CITY and self._keys.key(name.text) in self._given:
            return False
        return place.population >= TOWN or not name.text.endswith(self._endings)
