"""Where what the user added lies, and where what can be computed again is kept."""

import os
import sys
from pathlib import Path


def data_home(home: Path | None = None) -> Path:
    """The folder of the user's own data: `home`, else `$SALIENT_HOME`, else the platform's data directory."""
    if home is not None:
        return home
    if stated := os.environ.get("SALIENT_HOME"):
        return Path(stated).expanduser()
    return _user_folder("XDG_DATA_HOME", ".local/share", "Library/Application Support", "LOCALAPPDATA")


def cache_folder(home: Path | None = None) -> Path:
    """The folder for indexes that can be compiled again: in the stated home, else the platform's cache directory."""
    if home is not None or os.environ.get("SALIENT_HOME"):
        return data_home(home) / "cache"
    return _user_folder("XDG_CACHE_HOME", ".cache", "Library/Caches", "LOCALAPPDATA")


def _user_folder(xdg: str, linux: str, mac: str, windows: str) -> Path:
    if stated := os.environ.get(xdg):
        return Path(stated) / "salient"
    if sys.platform == "darwin":
        return Path.home() / mac / "salient"
    if sys.platform == "win32" and (local := os.environ.get(windows)):
        return Path(local) / "salient"
    return Path.home() / linux / "salient"
