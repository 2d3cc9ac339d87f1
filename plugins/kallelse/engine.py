"""Finished pages turned into what MkDocs writes: files, and pages of its own where its navigation leads to one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import mkdocs
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page as MkDocsPage

from kallelse.fonts.coverage import visible
from kallelse.locale import report as labels
from kallelse.locale.moved import COVERED
from kallelse.model.address import absolute
from kallelse.model.archive import Archive
from kallelse.model.finding import listed
from kallelse.model.moved import led_away
from kallelse.model.settings import Language, Settings
from kallelse.publish.book import Chapter, lost_words, style
from kallelse.publish.page import Asset, Page
from kallelse.publish.serving import moved_of
from kallelse.publish.templates import compiled
from kallelse.written import Writer

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

THEME = Path(__file__).parent / "theme"
"""The folder of templates that a theme lays over its own."""

_TEMPLATE = "kallelse/page.html"
# Plugins that are known to do nothing to pages and files.
_HARMLESS = ("kallelse.plugin", "mkdocs.contrib.search", "material.plugins.search")
# How many of the words that a yearbook lacks are told.
_TOLD = 8

Whole = Callable[[Page], str]
"""A page with the shell around it."""


class FinishedPage(MkDocsPage):
    """A page of the site as a page of the engine's: there is no Markdown in it to read and none to render."""

    def __init__(self, ours: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(ours.title, file, config)
        self.ours = ours

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        self.markdown = ""
        self.meta = {"template": _TEMPLATE, "title": self.ours.title, "description": self.ours.description}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        self.content = self.ours.html


class FinishedFile(File):
    """A file of the site's own, which is made whole when it is written."""

    make: Callable[[], bytes]
    writer: Writer

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002
        self.writer.put(self.dest_uri, self.make())


class FinishedText(FinishedFile):
    """A page of the site as a file of the engine's.

    Texts of the engine's own lead to it as to any page, by its address with `.md`.
    """

    def is_documentation_page(self) -> bool:
        return False


def file_of(page: Page, config: MkDocsConfig, whole: Whole, writer: Writer) -> File:
    """A page that no navigation leads to."""
    return _placed(_finished(FinishedText, source_of(page), lambda: whole(page).encode(), config, writer), page)


def asset_of(asset: Asset, config: MkDocsConfig, writer: Writer) -> File:
    """A file of the site that is no page."""
    return _finished(FinishedFile, asset.address, lambda: asset.content, config, writer)


def _finished(
    kind: type[FinishedFile], name: str, make: Callable[[], bytes], config: MkDocsConfig, writer: Writer
) -> File:
    file = kind.generated(config, name, content="", inclusion=InclusionLevel.INCLUDED)
    assert isinstance(file, FinishedFile)
    file.make, file.writer = make, writer
    return file


def page_of(page: Page, config: MkDocsConfig) -> File:
    """A page that the engine's navigation leads to, by its address with `.md`."""
    file = File.generated(config, source_of(page), content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.page = FinishedPage(page, _placed(file, page), config)
    return file


def _placed(file: File, page: Page) -> File:
    # Whatever the engine makes of names and folders, a page stands where links lead.
    file.dest_uri = file.url = page.address
    return file


def open_book(config: MkDocsConfig, settings: Settings, folder: Path, unlisted: list[str]) -> Path:
    """Tells mkdocs-with-pdf, which comes after this plugin, how the yearbook is set, and says where it is to stand.

    Its style goes to `folder`; `unlisted` are pages whose headings it is not to list, filled when these are known.
    """
    language = settings.language
    binder = config.plugins.get("with-pdf")
    if binder is None:
        raise PluginError(labels.NO_BOOK[language])
    (folder / "styles.scss").write_text(style(settings), encoding="utf-8")
    binder.config.update(
        custom_template_path=str(folder),
        cover_title=labels.YEARBOOK_TITLE[language],
        cover_subtitle=settings.site_title,
        author=settings.name,
        copyright="",
        toc_title=labels.YEARBOOK_CONTENTS[language],
        # Pages of a meeting stand on the third level; so do headings within other pages, named when they are known.
        toc_level=3,
        ordered_chapter_level=2,
        excludes_children=unlisted,
    )
    return Path(config.config_file_path).parent / str(binder.config["output_path"])


def check_book(chapters: Iterable[Chapter], made: Path, language: Language) -> None:
    """Raises where the yearbook that was made of the chapters lacks a word of theirs."""
    pages = [page for chapter in chapters for page in chapter.everything()]
    if lost := lost_words(pages, made):
        address, words = next(iter(lost.items()))
        raise PluginError(labels.LOST_WORDS[language].format(page=address, words=listed(words, _TOLD)))


def check_moves(
    archive: Archive, pages: Iterable[Page], assets: Iterable[Asset], there: Iterable[str], sources: str
) -> None:
    """Raises where what leads on to these pages and files would lead away from an address that is `there` beside them.

    `sources` is the folder of the meetings as it is told.
    """
    moved = moved_of(archive, pages, (asset.address for asset in assets))
    for move, address in led_away(moved, there):
        told = COVERED[archive.settings.language]
        place = f"{sources}/{move.claim.path}"
        raise PluginError(visible(told.format(address=address, old=move.old, new=move.new, path=place)))


def is_alone(config: MkDocsConfig) -> bool:
    """Whether there is no other plugin and no hook that may do something to every page, or to files in their place."""
    return all(type(plugin).__module__.startswith(_HARMLESS) for plugin in config.plugins.values())


def keep_compiled(env: Environment) -> None:
    """Has the theme's templates compiled once for all builds: that takes as long as to write a thousand pages.

    Only where nobody else changes how they are compiled.
    """
    env.bytecode_cache = env.bytecode_cache or compiled(f"theme-{mkdocs.__version__}")


def leave_out(files: Files, folder: Path | None) -> None:
    """Takes away the files of the municipality's own templates, which the engine would publish as those of a theme."""
    for file in list(files):
        if folder is not None and file.abs_src_path and Path(file.abs_src_path).is_relative_to(folder):
            files.remove(file)


def taken(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """The addresses that the engine writes to by itself, by what systems that know no capitals take them for."""
    theirs = (*(file.dest_uri for file in files), *config.theme.static_templates, *config.extra_templates)
    return {address.casefold(): address for address in theirs}


def led_to(nav: object) -> Iterator[str]:
    """All that a navigation leads to, as it is typed in the engine's configuration."""
    match nav:
        case str():
            yield nav
        case list():
            for each in nav:
                yield from led_to(each)
        case dict():
            yield from led_to(list(nav.values()))
        case _:
            return


def source_of(page: Page) -> str:
    """The name by which the engine knows a page."""
    return page.address.removesuffix(".html") + ".md"


def section_of(chapter: Chapter, files: Files) -> Section:
    """A chapter as the engine's navigation has it."""
    pages = [files.src_uris[source_of(page)].page for page in chapter.pages]
    inner = [section_of(each, files) for each in chapter.chapters]
    return Section(chapter.title, [*(page for page in pages if page is not None), *inner])


def in_sitemap(files: Iterable[File], pages: Iterable[Page], url: str) -> Iterator[SimpleNamespace]:
    """What the engine's template of a sitemap asks of each page: of its own `files`, and of those at `url`.

    A page that no search engine may show is not among them. Of an engine's own page it is not known when it was
    changed, whatever the engine says.
    """
    listed = set()
    for file in files:
        page = file.page
        assert page is not None
        listed.add(file.dest_uri)
        yield _in_sitemap(page.canonical_url, page.ours.changed if isinstance(page, FinishedPage) else None)
    for one in pages:
        if url and not one.robots and one.address not in listed:
            yield _in_sitemap(absolute(url, one.address), one.changed)


def _in_sitemap(address: str | None, changed: dt.date | None) -> SimpleNamespace:
    day = "" if changed is None else changed.isoformat()
    return SimpleNamespace(page=SimpleNamespace(is_link=False, canonical_url=address, abs_url=None, update_date=day))
