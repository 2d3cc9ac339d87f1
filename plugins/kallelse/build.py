"""The stages in order: a folder of sources turned into findings, or into the pages and files of a site."""

from __future__ import annotations

import datetime as dt
import gc
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from kallelse.check.archive import check_archive
from kallelse.foreign.kept import folder_of, stamp_of
from kallelse.foreign.made import pdf_file
from kallelse.look import look_findings
from kallelse.model.archive import Archive
from kallelse.model.finding import Finding, Place, Severity, errors, in_order, listed
from kallelse.model.manifest import MANIFEST
from kallelse.model.memory import Itself, Memory
from kallelse.model.pages import Packet, RecordPdfs
from kallelse.model.published import published
from kallelse.model.renamed import by_present, former_names
from kallelse.model.settings import Settings
from kallelse.model.sizes import file_findings, site_findings
from kallelse.publish.expedition import expedition_files
from kallelse.publish.files import unlisted_records
from kallelse.publish.site import Asset, Page, Search, assets, pages, unsearched, whole_site
from kallelse.read.archive import Read, read_archive
from kallelse.read.history import read_history, state_of
from kallelse.read.meeting.task import MeetingTask, meeting_of
from kallelse.read.settings import SETTINGS
from kallelse.read.sources import Sources
from kallelse.spread import Progress, mapped
from kallelse.typeset.store import Kept, pictures_of
from kallelse.typeset.task import Product, Task

# From that many packets on it is worth while to begin further processes, each of which loads Typst and its faces.
_MANY = 8
# The same for texts to be read, of which each takes about a millisecond; and in how many shares each process gets them.
_MANY_TEXTS = 2000
_SHARES = 4
_MOST_NAMED = 3


@dataclass(slots=True)
class _Anew:
    """Whether texts were read anew, and what is still to be done to keep them: that may wait."""

    is_any: bool = False
    keep: list[Callable[[], None]] = field(default_factory=list)


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: the sources' folder, the day, whether unissued meetings and packets are wanted, and how many
    processes may set packets."""

    root: Path
    as_of: dt.date
    drafts: bool = False
    packets: bool = True
    processes: int = 1


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read, with all findings; `archive` holds unissued meetings too."""

    archive: Archive
    sources: Sources
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site, or, where there are errors, nothing but the findings. Packets by the path of their meeting.

    `everything` is the archive with what is not public yet, `private` are files for the secretary, not on the site.
    """

    archive: Archive
    findings: tuple[Finding, ...]
    packets: Mapping[str, Packet] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    assets: tuple[Asset, ...] = ()
    everything: Archive = field(default_factory=Archive)
    private: tuple[Asset, ...] = ()


def check(
    root: Path,
    progress: Progress = silent,
    as_of: dt.date | None = None,
    processes: int = 1,
    memory: Memory | None = None,
) -> Checked:
    """Reads and checks everything below `root`, for a site of the day `as_of` if one is asked for.

    It is read in that many `processes`, where there is much to read and the `memory` does not have it.
    """
    with _kept_later() as anew:
        return _checked(root, progress, as_of, processes, memory or Memory(lasts=False), anew)


def _checked(
    root: Path,
    progress: Progress,
    as_of: dt.date | None,
    processes: int,
    memory: Memory,
    anew: _Anew,
) -> Checked:
    if not root.is_dir():
        empty = Sources(root, frozenset(), (), {})
        return Checked(Archive(), empty, (Finding("sources-missing", Place(root.name)),))
    progress("read", 0, 1)
    if not memory.lasts:
        # Who remembers what was made has little to collect, and does it when there is time.
        collect()
    with _uncollected():
        read_all = partial(_read_all, processes=processes, progress=progress, memory=memory, anew=anew)
        archive, sources, findings = read_archive(root, folder_of(root), read_all, memory)
        progress("check", 0, 1)
        found = check_archive(archive, sources.public, as_of, memory)
        return Checked(archive, sources, in_order((*findings, *found)))


def _with_history(checked: Checked, root: Path, memory: Memory) -> Checked:
    """The same with the days of all commits; read for a site alone, since no check needs them."""
    history, unread = memory.of(("history",), (state_of(root),), partial(read_history, root))
    committees = checked.archive.committees
    parts = (Itself(history), former_names(committees))
    history = memory.of(("history", "now"), parts, partial(by_present, history, committees))
    archive = replace(checked.archive, history=history)
    return replace(checked, archive=archive, findings=in_order((*checked.findings, *unread)))


@contextmanager
def _kept_later() -> Iterator[_Anew]:
    """Has what was read anew kept in the end."""
    anew = _Anew()
    try:
        yield anew
    finally:
        for keep in anew.keep:
            keep()


def collect() -> None:
    """Has the garbage collector look at what earlier builds spared."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spares the garbage collector the trees made inside: without circles, they have nothing for it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def build(
    request: Request,
    progress: Progress = silent,
    search: Search = unsearched,
    memory: Memory | None = None,
) -> Built:
    """The whole site; with an error anywhere nothing is made.

    `search` is handed the pages that search finds one by one as they are made, and told before which are to come.
    What the `memory` has is not made again.
    """
    # Search is at work on the pages in the end, or there is an error to be mended and all the rest to be found again.
    with _kept_later() as anew:
        return _built(request, progress, search, memory or Memory(lasts=False), anew)


def _built(
    request: Request,
    progress: Progress,
    search: Search,
    memory: Memory,
    anew: _Anew,
) -> Built:
    checked = _checked(request.root, progress, request.as_of, request.processes, memory, anew)
    checked = _with_history(checked, request.root, memory)
    archive = checked.archive if request.drafts else published(checked.archive, request.as_of)
    if errors(checked.findings):
        return Built(archive, checked.findings)
    search.expect(archive.addresses().values(), is_new=anew.is_any)
    packets, records, findings = _packets(archive, checked.sources, request, progress, memory)
    findings = in_order((*checked.findings, *findings))
    if errors(findings):
        return Built(archive, findings)
    progress("publish", 0, 1)
    own = own_template(request.root, archive.settings)

    def read_bytes(path: str) -> bytes:
        root = checked.sources.root
        return memory.of(("bytes", path), (stamp_of(root / path),), partial(_bytes_of, path, root))

    site = whole_site(archive, packets, request.as_of, own, memory, records, folder_of(request.root))
    made = pages(site, search)
    files = assets(site, read_bytes, own)
    memory.settle()
    unread = () if own is None else look_findings(own, request.root)
    findings = in_order((*findings, *_large(packets, made, files), *_unlisted(archive, files, request), *unread))
    private = expedition_files(archive, request.as_of, frozenset(file.address for file in files))
    return Built(archive, findings, packets, made, files, checked.archive, private)


def _bytes_of(path: str, root: Path) -> bytes:
    return pdf_file(path, root).read_bytes()


def _large(packets: Mapping[str, Packet], made: tuple[Page, ...], files: tuple[Asset, ...]) -> Iterator[Finding]:
    """What of a finished site a host would soon refuse."""
    for path, packet in packets.items():
        yield from file_findings(path, len(packet.pdf), "packet-large")
    size = sum(len(file.content) for file in files) + sum(len(page.html) for page in made)
    yield from site_findings(SETTINGS, size)


def _unlisted(archive: Archive, files: Iterable[Asset], request: Request) -> Iterator[Finding]:
    """PDFs of records that a later build will not know again when it makes them otherwise."""
    if request.drafts:
        return
    folders = dict.fromkeys(posixpath.dirname(address) for _, address in unlisted_records(archive, files))
    if folders:
        words = {"meetings": listed(folders, _MOST_NAMED), "some": next(iter(folders))}
        yield Finding("manifest-behind", Place(MANIFEST), words, Severity.REMARK)


def own_template(root: Path, settings: Settings) -> Path | None:
    """The folder of the municipality's own templates, if it has one."""
    return root / settings.template if settings.template else None


def _packets(
    archive: Archive, sources: Sources, request: Request, progress: Progress, memory: Memory
) -> tuple[dict[str, Packet], dict[str, RecordPdfs], tuple[Finding, ...]]:
    """The packets and records of all meetings, by path: those in memory or kept, and the others set anew."""
    store, addresses = folder_of(sources.root), archive.addresses()
    tasks = [
        Task(product, committee, meeting, archive.settings, sources.root, addresses, store)
        for committee, meeting in (archive.meetings() if request.packets else ())
        for product, is_there in ((Product.PACKET, bool(meeting.agenda)), (Product.RECORD, meeting.minutes is not None))
        if is_there
    ]
    parts = {task.name: task.parts(memory) if memory.lasts else () for task in tasks}
    found: dict[tuple[str, str], Kept] = {}
    for task in tasks:
        there: Kept | None = memory.get(task.name, parts[task.name]) or task.kept()
        if there is not None:
            found[task.name] = there
    missing = [task for task in tasks if task.name not in found]
    findings = [finding for _, told in found.values() for finding in told]
    # A task that goes elsewhere is handed what it needs and no more.
    alone = [task.alone() for task in missing]
    made = mapped(Task.typeset, alone, request.processes if len(missing) >= _MANY else 1, progress)
    for done, (task, (pdfs, wrong)) in enumerate(zip(missing, made, strict=True)):
        progress("typeset", done + 1, len(missing))
        findings += wrong
        if pdfs is not None:
            found[task.name] = pdfs, wrong
    for name, made_or_kept in found.items():
        memory.put(name, parts[name], made_or_kept)
    ordered = [(task.meeting.path, found[task.name][0]) for task in tasks if task.name in found]
    packets = {path: each for path, each in ordered if isinstance(each, Packet)}
    records = {path: each for path, each in ordered if isinstance(each, RecordPdfs)}
    return packets, records, tuple(findings)


def _read_all(
    tasks: Sequence[MeetingTask],
    processes: int,
    progress: Progress,
    memory: Memory,
    anew: _Anew,
) -> Iterable[Read]:
    """The meetings in the order of their tasks, those that the memory does not have read anew."""
    if not memory.lasts:
        return _read_anew(tasks, processes, progress, anew)
    parts = {task.folder: (task, task.stamps) for task in tasks}
    known: dict[str, Read] = {}
    for task in tasks:
        read, stamps = memory.get(("meeting", task.folder), parts[task.folder]) or (None, ())
        if read is not None and all(stamp_of(task.sources.root / path) == stamp for path, stamp in stamps):
            known[task.folder] = read
    new = [task for task in tasks if task.folder not in known]
    for task, read in zip(new, _read_anew(new, processes, progress, anew), strict=True):
        # Pictures that it shows may lie in the folder of another meeting.
        shown = pictures_of(read[0]) if read[0] is not None else ()
        stamps = tuple((path, stamp_of(task.sources.root / path)) for path in shown)
        memory.put(("meeting", task.folder), parts[task.folder], (read, stamps))
        known[task.folder] = read
    return [known[task.folder] for task in tasks]


def _read_here(task: MeetingTask, anew: _Anew) -> Read:
    reading = task.reading()
    if reading.kept.cases:
        anew.is_any = True
        anew.keep.append(partial(task.keep, reading))
    return reading.meeting, reading.findings


def _read_anew(tasks: Sequence[MeetingTask], processes: int, progress: Progress, anew: _Anew) -> Iterable[Read]:
    """The meetings in the order of their tasks, read elsewhere where those that nothing is kept of are many."""
    # What is kept is asked for only where there might be enough to read.
    much = processes > 1 and sum(len(task.sources.texts) for task in tasks) >= _MANY_TEXTS
    texts = {task.folder: task.texts for task in tasks} if much else {}
    new = [task for task in tasks if texts.get(task.folder)]
    if sum(texts.values()) < _MANY_TEXTS:
        return [_read_here(task, anew) for task in tasks]
    # There, it is kept at once.
    anew.is_any = True
    read = mapped(MeetingTask.read_as_bytes, new, processes, progress, max(1, len(new) // (processes * _SHARES)))
    return [meeting_of(next(read)) if texts[task.folder] else _read_here(task, anew) for task in tasks]
