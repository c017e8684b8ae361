"""Big answers, encoded once per version of the data."""

import gzip
import json
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

from fastapi import Request, Response

KEPT = 64


class Cache:
    """Keeps the last answers as compressed JSON, and spares a browser what it already has (ETag)."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._lock = Lock()

    def answer(self, request: Request, version: str, name: str, make: Callable[[], Any]) -> Response:
        """Answer with what `make` gives, or with what it gave before for the same version and name."""
        headers = {"etag": f'"{version}"', "cache-control": "no-cache", "vary": "accept-encoding"}
        if request.headers.get("if-none-match") == headers["etag"]:
            return Response(status_code=304, headers=headers)
        body = self._body((version, name), make)
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["content-encoding"] = "gzip"
        else:
            body = gzip.decompress(body)
        return Response(body, media_type="application/json", headers=headers)

    def _body(self, key: tuple[str, str], make: Callable[[], Any]) -> bytes:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        body = gzip.compress(json.dumps(make(), ensure_ascii=False, separators=(",", ":")).encode(), 6, mtime=0)
        with self._lock:
            self._kept[key] = body
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return body
