"""From a draft to a place match."""

from salient.locate.company import Pull
from salient.locate.locator import Locator

__all__ = ["Locator", "Pull"]
