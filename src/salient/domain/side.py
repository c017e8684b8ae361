"""Sides: belligerent camps named by the theatre pack, and the two voices that belong to none."""

SideId = str
"""A belligerent's id from the pack, or one of the two below."""

INDEPENDENT: SideId = "independent"
UNKNOWN: SideId = "unknown"
