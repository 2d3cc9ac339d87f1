"""Pages turned into a search index, and the page that asks it."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

from kallelse.model.address import relative
from kallelse.model.settings import Language
from kallelse.publish.page import Page, PageKind, Section
from kallelse.publish.plan import MATTERS, MEETINGS, SEARCH, START, Plan
from kallelse.publish.searchorder import set_in_order
from kallelse.publish.templates import environment

FOLDER = "pagefind"

# Files that Pagefind writes for interfaces of its own, which this site does not use.
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")


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


def index_pages(pages: Iterable[Page], site: Path, language: Language) -> int:
    """Writes the search index of those `pages` that are indexed into a folder of `site`; returns their number.

    It needs nothing of the shell, so it can be made while an engine still renders. The same pages give the same bytes.
    """
    target = site / FOLDER
    if target.exists():
        shutil.rmtree(target)
    template = environment(language).get_template("indexed.html")
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            if page.indexed:
                file = Path(folder) / page.address
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(template.render(page=page), encoding="utf-8", newline="\n")
        # A thread of its own, since whoever asks may have an event loop running in this one.
        with ThreadPoolExecutor(max_workers=1) as thread:
            found = thread.submit(lambda: asyncio.run(_index(Path(folder), target, language))).result()
    set_in_order(target)
    for path in sorted(target.iterdir()):
        if path.name.startswith(_UNUSED):
            path.unlink()
    return found


async def _index(folder: Path, target: Path, language: Language) -> int:
    # Hits name their files, so that a copy of the site works on a host that opens no index of a folder.
    config = IndexConfig(output_path=str(target.resolve()), force_language=language, keep_index_url=True)
    async with PagefindIndex(config=config) as found:
        answer = await found.add_directory(str(folder.resolve()))
    return answer["page_count"]
