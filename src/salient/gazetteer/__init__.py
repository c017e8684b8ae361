"""Names to candidate places."""

from salient.gazetteer.index import Gazetteer, NameHit, NameSpan
from salient.gazetteer.load import load_gazetteer

__all__ = ["Gazetteer", "NameHit", "NameSpan", "load_gazetteer"]
