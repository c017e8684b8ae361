"""Everything that can be named on the command line, each through its own reader."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from salient.domain.errors import ReportError
from salient.domain.page import RawPage
from salient.gather.bodies import Body, pages_of
from salient.gather.fetch import Limits
from salient.gather.files import STANDARD_INPUT, SUFFIXES, read_file
from salient.gather.maps import read_map_body
from salient.gather.naming import address_stem, is_address
from salient.gather.sniff import Form, sniff
from salient.gather.tables import Columns
from salient.gather.visit import Visitor

Pages = Iterator[RawPage | ReportError]

_ARCHIVES = (".warc", ".warc.gz")
_LISTS = frozenset({".txt", ".list", ".urls"})
_LONGEST_LIST = 1 << 20


@dataclass(frozen=True)
class Inputs:
    """Reads inputs. `visitor` None: addresses are refused. `columns` say how tables name their fields."""

    visitor: Visitor | None = None
    columns: Columns = field(default_factory=Columns)
    limits: Limits = field(default_factory=Limits)

    def pages(self, inputs: Iterable[str]) -> Pages:
        """Yield the raw pages of addresses, list files, archives, exports, tables, feeds, files, folders and `-`.

        In the order given, folders sorted by name; an input that cannot be read is given as the error it caused.
        """
        for one in inputs:
            try:
                yield from self._of(one)
            except ReportError as error:
                yield error
            except OSError as error:
                yield ReportError(one, f"cannot be read: {error.strerror or error}")

    def _of(self, one: str) -> Pages:
        if is_address(one):
            yield from self._address(one)
        elif one != STANDARD_INPUT and Path(one).is_dir():
            yield from self._folder(Path(one), one)
        else:
            yield from self._file(one)

    def _address(self, url: str) -> Pages:
        if self.visitor is None:
            raise ReportError(url, "addresses are not visited here")
        yield from self.visitor.pages(url)

    def _folder(self, folder: Path, name: str) -> Pages:
        files = sorted(file for file in folder.rglob("*") if _is_read(file) and not _is_passed_over(file, folder))
        if not files:
            raise ReportError(name, "holds no files that can be read")
        for file in files:
            yield from self.pages([str(file)])

    def _file(self, name: str) -> Pages:
        path = Path(name)
        if path.name.lower().endswith(_ARCHIVES) and path.is_file():
            yield from self._archive(path, name)
        elif path.suffix.lower() in _LISTS and (addresses := _addresses(path)):
            yield from self.pages(addresses)
        else:
            body, form = read_file(path, name, self.columns)
            yield from read_map_body(body) if form is Form.MAP else pages_of(body, form)

    def _archive(self, path: Path, name: str) -> Pages:
        from salient.gather.warc import read_warc  # noqa: PLC0415 - few need it, and its import takes a while

        for capture in read_warc(path, name, self.limits):
            if isinstance(capture, ReportError):
                yield capture
                continue
            form = sniff(capture.body, "text/html") or Form.HTML
            where = f"{name}#{capture.address}"
            body = Body(where, address_stem(capture.address), capture.body, capture.address, capture)
            try:
                yield from pages_of(body, form)
            except ReportError as error:
                yield error


def _is_read(file: Path) -> bool:
    if not file.is_file():
        return False
    return file.suffix.lower() in SUFFIXES or file.name.lower().endswith(_ARCHIVES)


def _is_passed_over(file: Path, root: Path) -> bool:
    """Hidden files, and a README, which tells about the folder."""
    hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
    return hidden or file.stem.upper() == "README"


def _addresses(path: Path) -> list[str]:
    """The addresses of a list file: one a line, `#` begins a comment. Empty for a file that holds anything else."""
    if not path.is_file() or path.stat().st_size > _LONGEST_LIST:
        return []
    lines = (line.strip() for line in path.read_text(encoding="utf-8", errors="replace").splitlines())
    stated = [line for line in lines if line and not line.startswith("#")]
    return stated if stated and all(is_address(line) and " " not in line for line in stated) else []
