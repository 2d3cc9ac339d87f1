"""Pages turned into a search index by Pagefind in a process of its own, the list of registry numbers beside it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import posixpath
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from pagefind.service import get_executable

from kallelse.foreign.kept import found, keep_if_possible, programs
from kallelse.model.settings import Language
from kallelse.publish.page import Page
from kallelse.publish.plan import START
from kallelse.publish.searchable import searchable
from kallelse.publish.searchnumbers import number_files
from kallelse.publish.searchorder import SearchIndexError, set_in_order

FOLDER = "pagefind"
ENDING = ".index"

# Files that Pagefind writes for interfaces of its own, for a worker, and for languages without stems.
_UNUSED = (
    *("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight"),
    *("pagefind-worker", "wasm.unknown"),
)


# Each word asked for costs one part of the index or two, and the list of parts is fetched each time: so many places of
# words in a part make the least of both for ten thousand pages. Pagefind's own 20,000 made 20 kB more of one word.
_PARTS = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "5000"}


class SearchError(Exception):
    """Pagefind is not there, gave up, or wrote an index of another shape; the message is its own or says what."""


class Indexing:
    """Pagefind at work on those of some pages that are indexed, from its making until `finish` or `drop`.

    It needs nothing of the shell, so an engine may render meanwhile. The same pages give the same bytes, which are kept
    in the folder `store`, where one is given, and taken from there.
    """

    def __init__(self, pages: Iterable[Page], place: Path, language: Language, store: Path | None = None) -> None:
        """Begins, aside in the folder `place`; raises SearchError where there is no Pagefind."""
        program = get_executable()
        if program is None:
            raise SearchError("pagefind")
        place.mkdir(parents=True, exist_ok=True)
        self._aside = tempfile.TemporaryDirectory(dir=place, prefix=FOLDER)
        self._found = Path(self._aside.name, FOLDER)
        self._store = store
        indexed = _indexed(pages)
        self._numbers = number_files(indexed)
        source = Path(self._aside.name, "pages")
        self._key = _key(_write(indexed, source, language), self._numbers)
        self._process: subprocess.Popen[bytes] | None = None
        if store is not None and _take(store, self._key, self._found):
            return
        # Hits name their files, so that a copy of the site works on a host that opens no index of a folder.
        command: list[str | Path] = [program, "--site", source, "--output-path", self._found]
        # Pagefind takes settings from its folder and from variables of its own, which are not this site's.
        own = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")} | _PARTS
        self._process = subprocess.Popen(  # noqa: S603
            [*command, "--force-language", language, "--keep-index-url", "--silent"],
            cwd=self._aside.name,
            env=own,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def finish(self, site: Path) -> None:
        """Waits, and puts the index into its folder of `site`; raises SearchError where Pagefind gave up."""
        with self._aside:
            if self._process is not None:
                _, told = self._process.communicate()
                if self._process.returncode or not self._found.is_dir():
                    raise SearchError(told.decode(errors="replace").strip())
                try:
                    set_in_order(self._found)
                except SearchIndexError as error:
                    raise SearchError(str(error)) from error
                for path in self._found.iterdir():
                    if path.name.startswith(_UNUSED):
                        path.unlink()
                for name, content in self._numbers.items():
                    (self._found / name).write_bytes(content)
                if self._store is not None:
                    _keep(self._store, self._key, self._found)
            target = site / FOLDER
            if target.exists():
                shutil.rmtree(target)
            shutil.move(self._found, target)

    def stop(self) -> None:
        """Lets who waits in `finish` meet a SearchError instead of the end of the work."""
        if self._process is not None:
            self._process.terminate()

    def drop(self) -> None:
        """Ends the work that nobody waits for; nothing of it is left."""
        self.stop()
        with self._aside:
            if self._process is not None:
                self._process.communicate()


def _indexed(pages: Iterable[Page]) -> list[Page]:
    """The pages that Pagefind reads, in order of address."""
    everything = sorted(pages, key=lambda page: page.address)
    # Pagefind makes no index of nothing.
    return [page for page in everything if page.indexed] or [page for page in everything if page.address == START]


def _write(pages: Iterable[Page], folder: Path, language: Language) -> str:
    """Writes the pages as Pagefind reads them; the digest of their addresses and all that was written."""
    made, digest = set(), hashlib.sha256()
    for page in pages:
        parent = Path(folder, posixpath.dirname(page.address))
        if parent not in made:
            parent.mkdir(parents=True, exist_ok=True)
            made.add(parent)
        html = searchable(page, language).encode()
        Path(folder, page.address).write_bytes(html)
        digest.update(f"{page.address}\0{len(html)}\0".encode() + html)
    return digest.hexdigest()


def _key(written: str, numbers: Mapping[str, bytes]) -> str:
    """A key for the index of pages by the digest of what was `written` of them, and for the numbers beside it."""
    digest = hashlib.sha256(f"{programs('pagefind', 'pagefind_bin')} {written}".encode())
    for name, content in sorted(numbers.items()):
        digest.update(f"\0{name}\0".encode() + content)
    return digest.hexdigest()


def _take(store: Path, key: str, folder: Path) -> bool:
    """Puts the index that is kept in `store` into `folder`, if there is one."""
    with contextlib.suppress(OSError, zipfile.BadZipFile):
        file = found(store, key, ENDING)
        if file is not None:
            with zipfile.ZipFile(file) as kept:
                kept.extractall(folder)
            return True
    return False


def _keep(store: Path, key: str, folder: Path) -> None:
    def write(file: Path) -> None:
        with zipfile.ZipFile(file, "w") as kept:
            for path in sorted(each for each in folder.rglob("*") if each.is_file()):
                kept.writestr(zipfile.ZipInfo(path.relative_to(folder).as_posix()), path.read_bytes())

    keep_if_possible(store, key, ENDING, write)
