"""Everything that can be named on the command line, each through its own reader."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from salient.domain.errors import ReportError
from salient.domain.page import RawPage
from salient.gather.bodies import Body, pages_of
from salient.gather.fetch import Limits
from salient.gather.files import DOCUMENTS, STANDARD_INPUT, SUFFIXES, read_file
from salient.gather.maps import read_map_body
from salient.gather.naming import address_stem, is_address
from salient.gather.sniff import Form, sniff
from salient.gather.tables import Columns
from salient.gather.visit import Visitor

Pages = Iterator[RawPage | ReportError]

_ARCHIVES = (".warc", ".warc.gz")
_LISTS = frozenset({".txt", ".list", ".urls"})
_LONGEST_LIST = 1 << 20
_FEW_WORDS = 3
_COMMENT = re.compile(r"(?:^|\s)#")
_LIKE_ADDRESS = re.compile(r"\w[./:]/?\w|://")
_NO_ADDRESS = "is no address (one begins with https:// or http://)"


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
        files = [file for file in sorted(folder.rglob("*")) if not _is_passed_over(file, folder)]
        files = [file for file in files if _is_read(file) or _is_refused(file)]
        if not files:
            raise ReportError(name, "holds no files that can be read")
        for file in files:
            yield from self.pages([str(file)])

    def _file(self, name: str) -> Pages:
        path = Path(name)
        if path.name.lower().endswith(_ARCHIVES) and path.is_file():
            yield from self._archive(path, name)
        elif path.suffix.lower() in _LISTS and (listed := _listed(path, name)):
            for one in listed:
                if isinstance(one, ReportError):
                    yield one
                else:
                    yield from self.pages([one])
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


def _is_refused(file: Path) -> bool:
    return file.is_file() and file.suffix.lower() in DOCUMENTS


def _is_passed_over(file: Path, root: Path) -> bool:
    """Hidden files, and a README, which tells about the folder."""
    hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
    return hidden or file.stem.upper() == "README"


def _listed(path: Path, name: str) -> Sequence[str | ReportError]:
    """The addresses of a list file, one a line; `#` begins a comment. Empty for a file that is no such list.

    Lines that are none ("www.x.example") are errors of their own where the file can be nothing but a list: it begins
    with an address, most lines are addresses or nearly so, and none has more than three words.
    """
    if not path.is_file() or path.stat().st_size > _LONGEST_LIST:
        return ()
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    stated = [(n, words) for n, line in enumerate(lines, 1) if (words := _COMMENT.split(line, maxsplit=1)[0].split())]
    alike = [len(words) == 1 and _LIKE_ADDRESS.search(words[0]) is not None for _, words in stated]
    short = all(len(words) <= _FEW_WORDS for _, words in stated)
    if not (stated and short and alike[0] and sum(alike) * 2 > len(alike)):
        return ()
    if not any(_is_one_address(words) for _, words in stated):
        return ()
    return [
        words[0] if _is_one_address(words) else ReportError(f"{name}:{n}", f"{' '.join(words)!r} {_NO_ADDRESS}")
        for n, words in stated
    ]


def _is_one_address(words: Sequence[str]) -> bool:
    return len(words) == 1 and is_address(words[0])
