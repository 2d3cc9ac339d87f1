"""MkDocs' events turned into a build of the archive, whose pages and files MkDocs then writes."""

from __future__ import annotations

import datetime as dt
import logging
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from kallelse import report
from kallelse.build import Built, Request, build, collect, own_template
from kallelse.day import NoDayError, day_of, epoch_of
from kallelse.engine import (
    THEME,
    FinishedPage,
    asset_of,
    check_book,
    check_moves,
    file_of,
    in_sitemap,
    is_alone,
    keep_compiled,
    leave_out,
    led_to,
    open_book,
    page_of,
    section_of,
    source_of,
    taken,
)
from kallelse.foreign.kept import folder_of, forget
from kallelse.hosting import add_host_files, beside
from kallelse.locale import report as labels
from kallelse.model.finding import errors
from kallelse.model.memory import Memory
from kallelse.model.settings import Language
from kallelse.model.zone import local_day
from kallelse.places import Places, refusal
from kallelse.preview import LateIndex, Shown, Warned, bring_up_to_date, problem_page, shown, stamps, told_instead
from kallelse.publish.book import bound, chapters, is_printed, unlisted
from kallelse.publish.expedition import EXPEDITION
from kallelse.publish.files import HANDBOOK_STYLES
from kallelse.publish.handbook import completed
from kallelse.publish.page import PageKind
from kallelse.publish.policy import Inline
from kallelse.publish.search import FOLDER, Indexing, SearchError
from kallelse.publish.shell import shell_of, whole
from kallelse.publish.site import Page, unsearched
from kallelse.publish.templates import TemplateError, environment
from kallelse.read.settings import SETTINGS, settings_ahead
from kallelse.run import Answer, answer_of, from_environment, write_answer
from kallelse.swap import place_aside, put_files, put_in_place, remove
from kallelse.written import Writer

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.plugins.kallelse")

# A packet of a thousand pages takes 1.5 GB while it is set.
_MOST_PROCESSES = 4
_SITEMAP = "sitemap.xml"


class KallelseConfig(base.Config):  # type: ignore[no-untyped-call]
    """Where things are; everything about the municipality stands in its own settings."""

    meetings = options.Type(str, default="meetings")
    as_of = options.Type(str, default="")
    drafts = options.Type(bool, default=False)
    packets = options.Type(bool, default=True)
    processes = options.Type(int, default=0)
    yearbook = options.Type(bool, default=False)
    private = options.Type(str, default="private")


class KallelsePlugin(BasePlugin[KallelseConfig]):  # type: ignore[no-untyped-call]
    """One build at a time: what was asked, what was built, and the folder aside where the site grows."""

    def __init__(self) -> None:
        self.run = from_environment(os.environ)
        self.preview = False
        self.epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        self.search: Indexing | None = None
        self.problem = b""
        self.late: LateIndex | None = None
        self.memory: Memory | None = None
        self.shown: Shown | None = None
        self.warned = Warned()
        self.aside: Path | None = None

    def on_startup(self, *, command: str, **_: object) -> None:
        self.preview = command == "serve"
        self.memory = Memory() if self.preview else None
        # A command that waits for an answer tells the steps itself; the engine's warnings are still counted and shown.
        if self.run.answer is not None:
            logging.getLogger("mkdocs").setLevel(logging.WARNING)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.built: Built | None = None
        self.inline: dict[str, Inline] = {}
        self.stopped = False
        self._drop_search()
        folder = Path(config.config_file_path).parent if config.config_file_path else Path()
        self.root = folder / self.config.meetings
        settings = settings_ahead(self.root)
        self.language = settings.language
        self.day = self._day()
        os.environ["SOURCE_DATE_EPOCH"] = epoch_of(self.day)
        # A link to a folder stays one: what it leads to is what is exchanged.
        self.site = Path(config.site_dir).resolve()
        self.private = folder / self.config.private
        places = Places(self.root, Path(config.docs_dir), self.site, self.private)
        # A yearbook leaves site and private files as they are.
        if told := refusal(places, None if self.config.yearbook else (EXPEDITION,), self.language):
            raise PluginError(told)
        self.aside = place_aside(self.site, time.time())
        config.site_dir = str(self.aside)
        self.is_alone = is_alone(config)
        self.writer = Writer(self.aside, self.site if self.is_alone else None)
        self.own = own_template(self.root, settings)
        config.theme.dirs[:0] = [str(folder) for folder in (self.own, THEME) if folder is not None]
        config.theme.static_templates.discard("404.html")
        config.extra_css.extend(HANDBOOK_STYLES)
        if self.preview:
            collect()
            self.shown = None
            self.warned.lines.clear()
            # All that a site is made of but the texts of meetings.
            logo = self.root / settings.logo if settings.logo else None
            others = (config.config_file_path, config.docs_dir, self.own, self.root / SETTINGS, logo)
            self.others = tuple(Path(each) for each in others if each is not None)
            self.stamps = stamps(self.others), stamps([self.root])
        if self.config.yearbook:
            self.unlisted, self.binding = list[str](), tempfile.TemporaryDirectory()
            self.book = open_book(config, settings, Path(self.binding.name), self.unlisted)
        return config

    def _day(self) -> dt.date:
        today = local_day(dt.datetime.now(dt.UTC))
        try:
            day, found = day_of(self.run.as_of or self.config.as_of, self.epoch, self.root, today)
        except NoDayError as error:
            raise PluginError(labels.NO_DAY[self.language].format(day=error)) from error
        if day is None:
            tell = partial(print, file=sys.stderr) if found else log.info
            tell(report.todays(today, found, self.language))
        return day or today

    @contextmanager
    def _told(self, kind: type[Exception], words: Mapping[Language, str]) -> Iterator[None]:
        """An error of `kind` as one that the engine tells and stops at, in the language of the settings."""
        try:
            yield
        except kind as error:
            raise PluginError(words[self.language].format(told=error)) from error

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        try:
            return self._with_ours(files, config)
        except (MkDocsException, OSError) as error:
            if not self.preview:
                raise
            # An error that the engine heard of would end the preview, or leave every browser waiting, and so would a
            # warning of a page that there is not.
            self._show(report.disturbed(error, self.language) if isinstance(error, OSError) else str(error))
            config.nav = []
            return Files([])

    def _show(self, told: str) -> None:
        """Has the preview say what is wrong, until a site is put in place."""
        found = errors(self.built.findings) if self.built is not None else ()
        lines = (*report.finding_lines(found, self.config.meetings, self.language), *self.warned.lines, told)
        self.problem, self.stopped = problem_page(lines, self.language), True
        print(told, file=sys.stderr)

    def _with_ours(self, files: Files, config: MkDocsConfig) -> Files:
        leave_out(files, self.own)
        self.taken = taken(files, config)
        self.built = self._build()
        pages = self.built.pages
        # A shell that does not work is told now, while what is wrong can still be shown.
        self.more: list[tuple[str, str]] = []
        self.templates = environment(self.language, self.own)
        self._whole(pages[0])
        if self.config.yearbook:
            addresses = frozenset(page.address for page in pages if is_printed(page))
            url = self.built.archive.settings.url
            pages = tuple(bound(page, addresses, url) for page in pages)
        self.named = {source_of(page) for page in pages} if self.config.yearbook else {*led_to(config.nav)}
        for page in pages:
            is_led_to = source_of(page) in self.named
            files.append(page_of(page, config) if is_led_to else file_of(page, config, self._whole, self.writer))
        for asset in self.built.assets:
            files.append(asset_of(asset, config, self.writer))
        if self.config.yearbook:
            self.chapters = chapters(self.built.archive, pages, self.language)
            self.unlisted += unlisted(self.chapters)
        return files

    def _build(self) -> Built:
        """The site as the sources are now; raises where something is wrong with them."""
        processes = self.config.processes or min(os.cpu_count() or 1, _MOST_PROCESSES)
        request = Request(self.root, self.day, self.config.drafts or self.run.drafts, self.config.packets, processes)
        self.search = None if self.config.yearbook or self.preview else Indexing(self.language, folder_of(self.root))
        progress = report.progress(sys.stderr, self.language)
        with self._told(TemplateError, labels.BAD_TEMPLATE), self._told(SearchError, labels.NO_SEARCH):
            self.built = built = build(request, progress, self.search or unsearched, self.memory)
        for line in report.finding_lines(built.findings, self.config.meetings, self.language):
            print(line, file=sys.stderr)
        if found := errors(built.findings):
            # The engine would say ERROR before what an error of a plugin says.
            raise Abort(labels.STOPPED[self.language].format(errors=len(found)))
        check_moves(built.archive, built.pages, built.assets, self.taken.values(), self.config.meetings)
        for address in (*(page.address for page in built.pages), *(asset.address for asset in built.assets)):
            if address.casefold() in self.taken:
                raise PluginError(labels.TAKEN[self.language].format(address=address))
        return built

    def on_nav(self, nav: Navigation, files: Files, **_: object) -> Navigation:
        if self.config.yearbook:
            # A book has what stands here, and nothing else.
            nav.items[:] = [section_of(chapter, files) for chapter in self.chapters]
        self.nav = nav
        return nav

    def on_env(self, env: Environment, **_: object) -> Environment:
        if self.is_alone:
            keep_compiled(env)
        # The pages of the navigation have their titles now.
        own = [each for each in self.nav.items if isinstance(each, MkDocsPage) and not isinstance(each, FinishedPage)]
        assert self.built is not None
        checked = [(page.title, page.address) for page in self.built.pages if page.kind is PageKind.VERIFY]
        self.more = [*checked, *((str(each.title), each.file.dest_uri) for each in own)]
        return env

    def on_page_context(self, context: TemplateContext, *, page: MkDocsPage, **_: object) -> TemplateContext:
        if isinstance(page, FinishedPage):
            page.content = self._whole(page.ours)
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: MkDocsPage, **_: object) -> str:
        if self.preview or self.config.yearbook or isinstance(page, FinishedPage):
            return output
        assert self.built is not None
        html, self.inline[page.file.dest_uri] = completed(output, page.file.dest_uri, self.built.archive.settings)
        return html

    def _whole(self, page: Page) -> str:
        """A page in the shell, whose foot leads to those of the engine's own pages that its navigation does."""
        assert self.built is not None
        shell = shell_of(page, self.built.archive.settings, self.preview, self.more)
        with self._told(TemplateError, labels.BAD_TEMPLATE):
            return whole(page, shell, self.templates)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        if template_name == _SITEMAP and self.built is not None:
            url = self.built.archive.settings.url or config.site_url or ""
            context["pages"] = [*in_sitemap(context["pages"], self.built.pages, url)]  # type: ignore[list-item]
        return context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        counters = [each for each in logging.getLogger("mkdocs").handlers if isinstance(each, CountHandler)]
        if self.stopped or (config.strict and any(each.get_counts() for each in counters)):
            self._abandon()
            return
        assert self.built is not None
        assert self.aside is not None
        if self.config.yearbook:
            self._close_book(self.built, self.aside)
            config.site_dir = str(self.site)
            return
        if self.preview:
            put_in_place(self.aside, self.site)
            self._show_site(self.built)
        else:
            assert self.search is not None
            report.progress(sys.stderr, self.language)("search", 0, 1)
            search, self.search = self.search, None
            with self._told(SearchError, labels.NO_SEARCH):
                self.writer.put_all(search.files(), f"{FOLDER}/")
            built = self.built
            there, now = beside(built.pages, self.aside), time.time()
            check_moves(built.archive, built.pages, built.assets, there, self.config.meetings)
            add_host_files(built.archive, built.pages, built.assets, self.inline, self.aside, self.day)
            own = {asset.address: asset.content for asset in built.private}
            left = put_in_place(self.aside, self.site, lambda: put_files(own, self.private.resolve(), now))
            for line in report.left_lines(left, self.language):
                print(line, file=sys.stderr)
            forget(folder_of(self.root), now)
        config.site_dir = str(self.site)
        if self.run.answer is not None:
            private = tuple(str(self.private / asset.address) for asset in self.built.private)
            write_answer(replace(self._answer(self.built), private=private), self.run.answer)

    def _close_book(self, built: Built, aside: Path) -> None:
        """Puts the PDF where it is asked for, if it lacks nothing, and takes the site around it away."""
        made = aside / self.book.name
        check_book(self.chapters, made, self.language)
        self.book.parent.mkdir(parents=True, exist_ok=True)
        made.replace(self.book)
        remove(aside)
        if self.run.answer is not None:
            write_answer(replace(self._answer(built), book=str(self.book)), self.run.answer)

    def _answer(self, built: Built) -> Answer:
        counts = {"pages": len(built.pages), "findings": len(built.findings)}
        return answer_of(self.site, self.day, built.archive, built.everything, built.packets, counts)

    def on_shutdown(self) -> None:
        if self.preview:
            self._drop_search()

    def on_build_error(self, *, error: Exception, **_: object) -> None:
        self._abandon()
        if isinstance(error, OSError):
            raise PluginError(report.disturbed(error, self.language)) from error

    def _drop_search(self) -> None:
        search, self.search = self.search, None
        if search is not None:
            search.drop()
        late, self.late = self.late, None
        if late is not None:
            late.drop()

    def _show_site(self, built: Built) -> None:
        """Remembers what stands in the preview's folder, which has its search index a little later."""
        self.shown, self.problem = shown(built.pages, built.assets), b""
        self.late = LateIndex(built.pages, self.site, self.language, folder_of(self.root), log.warning)

    def _refresh(self) -> bool:
        """Brings the preview up to date without the engine; not where more was changed than texts of meetings."""
        others, own = self.stamps
        self.stamps = stamps(self.others), stamps([self.root])
        # Where no text was changed, something that only the engine knows was.
        is_ours = self.is_alone and self.stamps[0] == others and self.stamps[1] != own
        if self.shown is None or not is_ours or self._day() != self.day:
            return False
        self._drop_search()
        built = self._build()
        now = shown(built.pages, built.assets)
        # The engine checks what its texts lead to, lists all pages for search engines, and names those of its menu.
        menu = {address for address in now.pages if source_of(now.pages[address]) in self.named}
        if now.addresses != self.shown.addresses or any(now.pages[each] != self.shown.pages[each] for each in menu):
            return False
        bring_up_to_date(self.site, self.shown, now, self._whole)
        self._show_site(built)
        return True

    def _abandon(self) -> None:
        self._drop_search()
        if self.aside is not None:
            remove(self.aside)

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        # Who is asked to end takes away what it made, as one who is interrupted does.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        server.watch(str(self.root))
        logging.getLogger("mkdocs").addHandler(self.warned)
        app, rebuild = server.get_app(), server.builder
        assert app is not None
        server.set_app(told_instead(app, lambda: self.problem))

        def rebuilt() -> None:
            try:
                if not self._refresh():
                    rebuild()
            except (MkDocsException, OSError) as error:
                self._show(report.disturbed(error, self.language) if isinstance(error, OSError) else str(error))

        server.builder = rebuilt
        print(labels.PREVIEW[self.language].format(url=server.url), file=sys.stderr)
        return server
