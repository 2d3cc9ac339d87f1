"""Pages turned into a search index by Pagefind in a process of its own, and the page that asks the index."""

from __future__ import annotations

import os
import posixpath
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pagefind.service import get_executable

from kallelse.model.address import relative
from kallelse.model.settings import Language
from kallelse.publish.page import Page, PageKind, Section
from kallelse.publish.plan import MATTERS, MEETINGS, SEARCH, START, Plan
from kallelse.publish.searchorder import set_in_order
from kallelse.publish.templates import environment

FOLDER = "pagefind"

# Files that Pagefind writes for interfaces of its own, which this site does not use.
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")


class SearchError(Exception):
    """Pagefind is not there or gave up; the message is its own."""


def search_page(plan: Plan) -> Page:
    """The page with the field, the filters and the hits; without scripts it leads to the lists."""
    words = plan.words
    html = plan.render(
        "search.html",
        here=relative(SEARCH, SEARCH),
        bundle=f"{FOLDER}/pagefind.js",
        lists=((words.all_meetings, MEETINGS), (words.matters, MATTERS), (words.committees, START)),
    )
    return Page(
        address=SEARCH,
        title=words.search,
        description=words.search_label,
        html=html,
        kind=PageKind.SEARCH,
        language=plan.language,
        section=Section.SEARCH,
        here=words.search,
        robots="noindex",
    )


class Indexing:
    """Pagefind at work on those of some pages that are indexed, from its making until `finish` or `drop`.

    It needs nothing of the shell, so an engine may render meanwhile. The same pages give the same bytes.
    """

    def __init__(self, pages: Iterable[Page], site: Path, language: Language) -> None:
        """Begins, aside in the folder `site`; raises SearchError where there is no Pagefind."""
        program = get_executable()
        if program is None:
            raise SearchError("pagefind")
        site.mkdir(parents=True, exist_ok=True)
        self._target = site / FOLDER
        self._aside = tempfile.TemporaryDirectory(dir=site, prefix=FOLDER)
        self._found = Path(self._aside.name, FOLDER)
        source = Path(self._aside.name, "pages")
        source.mkdir()
        _write(pages, source, language)
        # Hits name their files, so that a copy of the site works on a host that opens no index of a folder.
        command: list[str | Path] = [program, "--site", source, "--output-path", self._found]
        # Pagefind takes settings from its folder and from variables of its own, which are not this site's.
        own = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
        self._process = subprocess.Popen(  # noqa: S603
            [*command, "--force-language", language, "--keep-index-url", "--silent"],
            cwd=self._aside.name,
            env=own,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def finish(self) -> None:
        """Waits, and puts the index into its folder of the site; raises SearchError where Pagefind gave up."""
        with self._aside:
            _, told = self._process.communicate()
            if self._process.returncode or not self._found.is_dir():
                raise SearchError(told.decode(errors="replace").strip())
            set_in_order(self._found)
            for path in self._found.iterdir():
                if path.name.startswith(_UNUSED):
                    path.unlink()
            if self._target.exists():
                shutil.rmtree(self._target)
            self._found.rename(self._target)

    def drop(self) -> None:
        """Ends the work; nothing of it is left."""
        with self._aside:
            self._process.terminate()
            self._process.communicate()


def _write(pages: Iterable[Page], folder: Path, language: Language) -> None:
    template = environment(language).get_template("indexed.html")
    everything = list(pages)
    # Pagefind makes no index of nothing.
    found = [page for page in everything if page.indexed] or [page for page in everything if page.address == START]
    for parent in {posixpath.dirname(page.address) for page in found}:
        Path(folder, parent).mkdir(parents=True, exist_ok=True)
    for page in found:
        Path(folder, page.address).write_text(template.render(page=page), encoding="utf-8", newline="\n")
