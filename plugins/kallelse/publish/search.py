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
from collections.abc import Iterable
from pathlib import Path

from pagefind.service import get_executable

from kallelse.foreign.kept import found, keep_if_possible, programs
from kallelse.model.settings import Language
from kallelse.publish.page import Page
from kallelse.publish.plan import START
from kallelse.publish.searchable import TEMPLATE, searchable
from kallelse.publish.searchnumbers import number_files
from kallelse.publish.searchorder import set_in_order
from kallelse.publish.templates import source_of

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
    """Pagefind is not there or gave up; the message is its own."""


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
        self._key = _key(indexed, language)
        self._numbers = number_files(indexed)
        self._process: subprocess.Popen[bytes] | None = None
        if store is not None and _take(store, self._key, self._found):
            return
        source = Path(self._aside.name, "pages")
        _write(indexed, source, language)
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
                set_in_order(self._found)
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


def _write(pages: Iterable[Page], folder: Path, language: Language) -> None:
    made = set()
    for page in pages:
        parent = Path(folder, posixpath.dirname(page.address))
        if parent not in made:
            parent.mkdir(parents=True, exist_ok=True)
            made.add(parent)
        html = searchable(page, language)
        Path(folder, page.address).write_text(html, encoding="utf-8", newline="\n")


def _key(pages: Iterable[Page], language: Language) -> str:
    """A key for the index of `pages`, made of what their texts are made of."""
    digest = hashlib.sha256(f"{language} {programs('pagefind', 'pagefind_bin')}\0".encode())
    digest.update(source_of(TEMPLATE).encode())
    for page in pages:
        told = (page.address, page.title, page.filters, page.meta, page.numbers, page.day, len(page.html))
        digest.update(f"\0{told}\0{page.html}".encode())
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
