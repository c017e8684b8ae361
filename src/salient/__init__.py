"""Maps a front line from open sources, and shows its working."""

__version__ = "0.1.0"
