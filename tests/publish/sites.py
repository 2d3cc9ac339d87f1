"""Archives turned into sites in a folder, by plain Jinja as MkDocs would lay them out, and pages into what is read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

from kallelse.model.archive import Archive
from kallelse.model.meeting import Meeting
from kallelse.model.memory import Memory
from kallelse.model.pages import Packet, RecordPdfs
from kallelse.model.published import published
from kallelse.model.settings import Language, Settings
from kallelse.publish import shell, site
from kallelse.publish.data import data_files
from kallelse.publish.followed import followed_files
from kallelse.publish.page import Asset, Page
from kallelse.publish.search import Indexing
from kallelse.publish.templates import environment

from tests.publish import archives


def read_bytes(path: str) -> bytes:
    """Every file of the made-up sources is the same picture."""
    return archives.LOGO


def whole(page: Page, settings: Settings = archives.SETTINGS) -> str:
    """The page in its shell."""
    return shell.whole(page, shell.shell_of(page, settings), environment(settings.language))


def sample_pages(as_of: dt.date = archives.AS_OF) -> dict[str, Page]:
    """The pages of the sample by address."""
    return by_address(archives.archive(), archives.packets(), as_of)


def by_address(
    archive: Archive,
    packets: Mapping[str, Packet] | None = None,
    as_of: dt.date = archives.AS_OF,
    records: Mapping[str, RecordPdfs] | None = None,
) -> dict[str, Page]:
    """The pages of what an archive has in public, by address, each of which is there once."""
    found = pages(published(archive, as_of), packets or {}, as_of, records=records)
    assert len({page.address for page in found}) == len(found)
    return {page.address: page for page in found}


def files(
    archive: Archive,
    packets: Mapping[str, Packet] | None = None,
    as_of: dt.date = archives.AS_OF,
    records: Mapping[str, RecordPdfs] | None = None,
) -> tuple[Asset, ...]:
    """Every file beside the pages of what an archive has in public."""
    return assets(published(archive, as_of), packets or {}, read_bytes, records=records, as_of=as_of)


def index_of(pages: Iterable[Page], language: Language = "sv", store: Path | None = None) -> dict[str, bytes]:
    """The files of the search index of some pages, by name."""
    search = Indexing(language, store)
    search(pages)
    return dict(search.files())


def pages(
    archive: Archive,
    packets: Mapping[str, Packet],
    as_of: dt.date,
    overrides: Path | None = None,
    search: Callable[[Iterable[Page]], tuple[Page, ...]] = site.unsearched,
    memory: Memory | None = None,
    records: Mapping[str, RecordPdfs] | None = None,
) -> tuple[Page, ...]:
    """The pages of an archive, all of which is public."""
    return site.pages(site.whole_site(archive, packets, as_of, overrides, memory, records), search)


def assets(
    archive: Archive,
    packets: Mapping[str, Packet],
    read_bytes: Callable[[str], bytes],
    overrides: Path | None = None,
    memory: Memory | None = None,
    records: Mapping[str, RecordPdfs] | None = None,
    as_of: dt.date = archives.AS_OF,
) -> tuple[Asset, ...]:
    """The files beside the pages of an archive, all of which is public."""
    return site.assets(site.whole_site(archive, packets, as_of, overrides, memory, records), read_bytes, overrides)


def followed(
    archive: Archive, packets: Mapping[str, Packet], as_of: dt.date, memory: Memory | None = None, **more: object
) -> tuple[Asset, ...]:
    """The feeds and calendars of an archive, all of which is public, in order of address."""
    found = followed_files(site.whole_site(archive, packets, as_of, memory=memory, **more))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda asset: asset.address))


def open_data(
    archive: Archive,
    packets: Mapping[str, Packet],
    as_of: dt.date,
    others: Iterable[Asset],
    memory: Memory | None = None,
    records: Mapping[str, RecordPdfs] | None = None,
) -> tuple[Asset, ...]:
    """The files for programs that tell of an archive, all of which is public, and of `others`, in order of address."""
    known = site.whole_site(archive, packets, as_of, memory=memory, records=records)
    return tuple(sorted(data_files(known.plan, known.report, others, known.memory), key=lambda asset: asset.address))


def addresses(pages: Iterable[Page], assets: Iterable[Asset]) -> set[str]:
    """The addresses of all that a site has."""
    return {page.address for page in pages} | {asset.address for asset in assets}


def of_meetings(*meetings: Meeting, as_of: dt.date = archives.AS_OF) -> dict[str, Page]:
    """The pages of one committee with the meetings."""
    return by_address(archives.with_meeting(*meetings), as_of=as_of)


def write(
    folder: Path,
    archive: Archive,
    packets: Mapping[str, Packet] | None = None,
    as_of: dt.date = archives.AS_OF,
    records: Mapping[str, RecordPdfs] | None = None,
) -> Path:
    """The whole site in `folder`, without its search index."""
    for page in pages(archive, packets or {}, as_of, records=records):
        _put(folder / page.address, whole(page, archive.settings).encode())
    for asset in files(archive, packets, as_of, records):
        _put(folder / asset.address, asset.content)
    return folder


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


class _Reader(HTMLParser):
    """Pages as lines: what an aid reads, with a mark for what it is. Hidden words are read, decoration is not."""

    _VOID = frozenset({"br", "hr", "img", "input", "col"})
    _MARKS = {f"h{level}": "#" * level + " " for level in range(1, 7)} | {"li": "- ", "dt": ": ", "figcaption": "= "}
    _LINES = frozenset(
        {*_MARKS, "p", "div", "section", "tr", "dd", "figure", "nav", "table", "ol", "ul", "form", "label"}
    )

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._line = ""
        self._open: list[bool] = []
        self._href: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in self._LINES:
            self._end()
            self._line = self._MARKS.get(tag, "")
        if tag in ("td", "th"):
            self._line += "| "
        if tag == "br":
            self._line += " "
        if tag == "img":
            self._line += f"[{given.get('alt')}]"
        if tag == "a":
            self._href.append(given.get("href") or "")
        if tag not in self._VOID:
            unseen = given.get("aria-hidden") == "true" or tag == "template"
            self._open.append(unseen or "hidden" in given or "popover" in given)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._VOID:
            return
        self._open.pop()
        if tag == "a":
            href = self._href.pop()
            self._line += "" if any(self._open) else f" <{href}>"
        if tag in ("td", "th"):
            self._line += " "
        if tag in self._LINES:
            self._end()

    def handle_data(self, data: str) -> None:
        if not any(self._open):
            self._line += data

    def _end(self) -> None:
        line = re.sub(r"\s+", " ", self._line.replace("\N{NO-BREAK SPACE}", "~")).strip()
        if line.strip("#-:= "):
            self.lines.append(line)
        self._line = ""


def reading(html: str) -> str:
    """What is read of a page's content, line by line; a blank that does not break is shown as `~`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.handle_starttag("p", [])
    return "\n".join(reader.lines) + "\n"


def read(page: Page) -> str:
    """The same of a page, with every blank a plain one."""
    return reading(page.html).replace("~", " ")


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def elements(html: str) -> list[tuple[str, dict[str, str]]]:
    """Each element's name and attributes in order."""
    parser = _Elements()
    parser.feed(html)
    return parser.found


def attributes(html: str, name: str) -> Iterator[str]:
    """Every value of an attribute."""
    return (given[name] for _, given in elements(html) if name in given)
