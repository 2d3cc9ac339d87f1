"""A whole archive turned into the findings of every check, each document against all the others."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from kallelse.check.delegated import check_delegated
from kallelse.check.equality import check_equality
from kallelse.check.finance import check_table
from kallelse.check.meeting import check_meetings
from kallelse.check.moved import check_moved
from kallelse.check.record.extensions import check_extensions
from kallelse.check.record.held import Roll, roll_of
from kallelse.check.record.locks import check_kept
from kallelse.check.record.minority import check_minority
from kallelse.check.record.minutes import check_record
from kallelse.check.record.numbering import check_numbering
from kallelse.check.record.proposals import check_proposals
from kallelse.check.statement import check_days, check_statement
from kallelse.check.targets import Surroundings
from kallelse.check.text import check_body
from kallelse.model import fold
from kallelse.model.address import meeting_folder, resolve
from kallelse.model.addresses import addresses
from kallelse.model.archive import APPEALS, Archive
from kallelse.model.filekinds import BESIDE
from kallelse.model.finance import FinanceTable
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.meeting import Access, Case, Meeting
from kallelse.model.memory import Itself, Memory
from kallelse.model.record import Minutes, Publication
from kallelse.model.rewritten import rewrite_blocks
from kallelse.model.text import Body, Cite, FinanceBlock, Heading, Image, Inline, Text


def check_archive(
    archive: Archive, files: Collection[str], as_of: dt.date | None = None, memory: Memory | None = None
) -> tuple[Finding, ...]:
    """All findings about `archive`, whose sources' folder holds `files`, none of them withheld.

    A text that is public on the day `as_of` may not point into a meeting whose summons is not out. What the `memory`
    has of a text that is the same among the same others is not checked again.
    """
    memory = memory or Memory(lasts=False)
    findings = [
        *check_meetings(archive),
        *check_moved(archive, memory),
        *_records(archive, as_of, memory),
        *check_proposals(archive),
        *check_minority(archive),
        *check_kept(archive),
        *check_statement(archive.statement),
        *check_days(archive.statement, as_of),
    ]
    for committee in archive.committees:
        findings += check_delegated(committee)
    texts = tuple(_texts(archive, memory))
    unissued = (*_unissued(archive, as_of), *_drafts(archive, as_of))
    unread = _unread(archive, files)
    parts = (frozenset(files), _anchors(archive, texts), unread, unissued)
    everything = memory.of("known", parts, lambda: _Known(*parts[:3]))
    public = memory.of("public", (Itself(everything),), lambda: everything.outside(unissued))
    for text in texts:
        known = everything if text.path.startswith(unissued) else public
        findings += memory.of(("checked", text.path), (Itself(text), Itself(known)), partial(_checked, text, known))
    tables = {text.path: text.tables for text in texts}
    for _, _, case in archive.cases():
        findings += memory.of(("equal", case.path), (Itself(case),), partial(_equal, case, tables))
    return (*findings, *_taken(archive, memory), *_unused(archive, files, texts, unread))


def _records(archive: Archive, as_of: dt.date | None, memory: Memory) -> Iterator[Finding]:
    """What is wrong with minutes, in each and from one to the next."""
    for committee in archive.committees:
        yield from check_numbering(committee)
        yield from check_extensions(committee)
        roll = roll_of(committee)
        for meeting in committee.meetings:
            if meeting.minutes is not None:
                make = partial(_record, roll, meeting, meeting.minutes, as_of)
                yield from memory.of(("record", meeting.path), (Itself(meeting), roll, as_of), make)


def _record(roll: Roll, meeting: Meeting, minutes: Minutes, as_of: dt.date | None) -> tuple[Finding, ...]:
    return tuple(check_record(roll, meeting, minutes, as_of))


def _checked(text: _Text, known: _Known) -> tuple[Finding, ...]:
    tables = (finding for table in text.tables for finding in check_table(table))
    around = Surroundings(text.path, known.files, known.anchors, known.unread)
    return (*check_body(around, text.body, text.heading), *tables)


def _equal(case: Case, tables: Mapping[str, tuple[FinanceTable, ...]]) -> tuple[Finding, ...]:
    """What is wrong with the cells of a case that are to be equal."""
    unread = frozenset(each.id for document in case.documents for each in document.body.unread)
    return check_equality([table for document in case.documents for table in tables[document.path]], unread)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with the path of its file and its own title, and what stands anywhere in it."""

    path: str
    body: Body
    heading: tuple[Inline, ...]
    anchors: frozenset[str]
    tables: tuple[FinanceTable, ...]
    pictures: tuple[Image, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What a text may point at: files, and anchors by the path of each text; which texts could not be read."""

    files: frozenset[str]
    anchors: Mapping[str, frozenset[str]]
    unread: frozenset[str]

    def outside(self, folders: tuple[str, ...]) -> _Known:
        files = frozenset(path for path in self.files if not path.startswith(folders))
        pages = {path: found for path, found in self.anchors.items() if not path.startswith(folders)}
        # The page of a meeting exists before its summons is out.
        meetings = {folder + "index.md": frozenset[str]() for folder in folders if folder.endswith("/")}
        return _Known(files, {**pages, **meetings}, self.unread)


def _unissued(archive: Archive, as_of: dt.date | None) -> tuple[str, ...]:
    return tuple(
        posixpath.dirname(meeting.path) + "/" for _, meeting in archive.meetings() if not meeting.is_issued(as_of)
    )


def _unread(archive: Archive, files: Collection[str]) -> frozenset[str]:
    """The texts of cases and meetings in which something is wrong, so that the archive has none of their pages."""
    read = {posixpath.dirname(meeting.path) for _, meeting in archive.meetings()}
    folders = {path: meeting_folder(path) for path in files if path.endswith(".md") and path.count("/") > 1}
    whole = (path for path, folder in folders.items() if folder not in read)
    return frozenset(whole).union(*(meeting.unread for _, meeting in archive.meetings()))


def _drafts(archive: Archive, as_of: dt.date | None) -> tuple[str, ...]:
    """The paths of minutes of which nothing is public yet."""
    records = (meeting.minutes for _, meeting in archive.meetings() if meeting.minutes is not None)
    return tuple(each.path for each in records if not each.is_public(as_of))


def _texts(archive: Archive, memory: Memory) -> Iterator[_Text]:
    """Every text of the archive."""

    def known(path: str, body: Body, heading: tuple[Inline, ...] = ()) -> _Text:
        return memory.of(("text", path), (Itself(body), heading), partial(_text, path, body, heading))

    appeals = archive.appeals.values()
    if appeals:
        blocks = tuple(block for body in appeals for block in body.blocks)
        yield known(APPEALS, Body(blocks, tuple(note for body in appeals for note in body.notes)))
    for committee in archive.committees:
        yield known(committee.path, committee.about)
    for _, meeting in archive.meetings():
        yield known(meeting.path, meeting.note)
        if meeting.minutes is not None:
            make = partial(_unmarked, meeting.minutes)
            yield known(meeting.minutes.path, memory.of(("minutes", meeting.path), (Itself(meeting.minutes),), make))
    for _, _, document in archive.documents():
        yield known(document.path, document.body, document.heading)


def _unmarked(minutes: Minutes) -> Body:
    """The text of minutes without its marks, which look like citations and which no paragraph prints."""
    bodies = (minutes.preamble, *(paragraph.body for paragraph in minutes.paragraphs))
    printed = {node for body in bodies for node in fold.of_kind(body, Cite)}

    def change(node: Inline) -> Inline:
        if isinstance(node, Cite) and not node.printed and node not in printed:
            return Text("", node.line)
        return node

    return replace(minutes.body, blocks=rewrite_blocks(minutes.body.blocks, change))


def _text(path: str, body: Body, heading: tuple[Inline, ...] = ()) -> _Text:
    anchors: list[str] = []
    tables: list[FinanceTable] = []
    pictures: list[Image] = []
    for node in fold.walk_body(body):
        if isinstance(node, Heading):
            anchors.append(node.anchor)
        elif isinstance(node, FinanceBlock):
            tables.append(node.table)
        elif isinstance(node, Image):
            pictures.append(node)
    return _Text(path, body, heading, frozenset(anchors), tuple(tables), tuple(pictures))


def _anchors(archive: Archive, texts: Iterable[_Text]) -> Mapping[str, frozenset[str]]:
    """The anchors of each page of the site, by the path of its source: none where it has no text."""
    pages = dict.fromkeys(archive.addresses(), frozenset[str]())
    return {**pages, **{text.path: text.anchors for text in texts}}


def _taken(archive: Archive, memory: Memory) -> Iterator[Finding]:
    """What would take an address that is taken, as systems that know no capitals have it."""
    taken: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    for address, path in addresses(archive, memory):
        other = taken.setdefault(address.casefold(), path)
        if other != path and (other, path) not in told:
            told.add((other, path))
            yield Finding("address-twice", Place(path), {"other": other, "address": address})


def _unused(
    archive: Archive, files: Collection[str], texts: Iterable[_Text], unread: frozenset[str]
) -> Iterator[Finding]:
    """Files that may stand beside a text and that none shows, nor takes a table from.

    What only an `unread` text may show is not known to be unused, nor what stands beside a text that is withheld: to
    point at it from another would publish it.
    """
    used = {archive.settings.logo, *unread} | {document.path for _, _, document in archive.documents()}
    for text in texts:
        used |= {resolve(image.source, text.path)[0] for image in text.pictures}
        used |= {table.grid_path for table in text.tables}
        used |= {each.file for each in text.body.unread}
    unknown = {meeting_folder(path) for path in unread if path.endswith(".md")}
    # A picture beside the meetings may be shown in any of them.
    known = (path for path in files if meeting_folder(path) not in unknown and (path.count("/") > 1 or not unknown))
    withheld = frozenset(_beside_withheld(archive))
    template = archive.settings.template
    for path in sorted(known):
        if not path.lower().endswith(BESIDE) or posixpath.dirname(path) in withheld:
            continue
        if path not in used and not (template and path.startswith(template + "/")):
            yield Finding("file-unused", Place(path), severity=Severity.REMARK)


def _beside_withheld(archive: Archive) -> Iterator[str]:
    """The folders of texts that are withheld, wholly or where a paragraph is."""
    for _, _, case in archive.cases():
        stubs = (case.access, *(each.access for each in case.attachments))
        if Access.CONFIDENTIAL in stubs:
            yield posixpath.dirname(case.path)
    for _, meeting in archive.meetings():
        if meeting.minutes is not None:
            shown = {paragraph.publication for paragraph in meeting.minutes.paragraphs}
            if shown & {Publication.NUMBER, Publication.HEADING}:
                yield posixpath.dirname(meeting.path)
