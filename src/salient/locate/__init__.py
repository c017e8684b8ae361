"""From a draft to a place match."""

from salient.locate.locator import Locator
from salient.locate.score import Pull

__all__ = ["Locator", "Pull"]
