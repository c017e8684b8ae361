"""Put the built page into what is installed. Where it has not been built, the package serves its API only."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PageHook(BuildHookInterface):  # type: ignore[type-arg]
    """Finds web/dist (make web): in a wheel it is the package's own folder `page`, in a source archive it stays."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        page = Path(self.root, "web", "dist")
        if version != "editable" and (page / "index.html").is_file():
            build_data["force_include"][str(page)] = "salient/page" if self.target_name == "wheel" else "web/dist"
