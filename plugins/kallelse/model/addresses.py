"""The archive turned into every address that its pages and files take, so that no two of them share one."""

from __future__ import annotations

from collections.abc import Iterator

from kallelse.model import fold
from kallelse.model.address import csv_address, file_target
from kallelse.model.archive import APPEALS, Archive
from kallelse.model.finance import FinanceTable
from kallelse.model.meeting import Access, Case, Document, Meeting
from kallelse.model.memory import Itself, Memory
from kallelse.model.moved import former, moves
from kallelse.model.record import Minutes
from kallelse.model.text import Body, Image, Link

Taken = tuple[str, str]
"""An address, and the path of the source that takes it."""


def addresses(archive: Archive, memory: Memory) -> Iterator[Taken]:
    """Everything that stands below the folder of a committee, or that a text leads to: pages first, then files, and
    last the addresses that these had before, which lead on to them.

    A page or a file is there once for each source that wants the address. The site's own pages and those of years stand
    where `model.address.RESERVED` and the reading of committees let nothing else be.
    """
    now = tuple(present(archive, memory))
    yield from now
    known = moves(archive)
    yield from ((old, path) for address, path in (now if known else ()) for old in former(address, known))


def present(archive: Archive, memory: Memory) -> Iterator[Taken]:
    """The same without those that lead on."""
    yield from _pages(archive)
    for _, meeting in archive.meetings():
        yield from ((address, meeting.path) for address in _packets(meeting))
        if meeting.minutes is not None:
            yield from ((address, meeting.minutes.path) for address in record_pdfs(meeting.minutes))
        for case in meeting.cases:
            if archive.settings.case_pdfs and _is_printed(case):
                yield case.pdf, case.path
            for document in case.documents:
                for number, _ in enumerate(tables_of(document, memory), start=1):
                    yield csv_address(document.address, number), document.path
    yield from files(archive, memory)


def files(archive: Archive, memory: Memory) -> Iterator[Taken]:
    """Each file that is published as it is, or made of one: foreign attachments, pictures, what a text leads to."""
    foreign = [each for _, _, each in archive.documents() if each.foreign is not None and each.has_pages]
    yield from ((document.file, document.path) for document in foreign)
    # What an attachment was made of may hold what its pages do not show.
    known = {document.path for document in foreign} | {""}
    led_to = {path for body, source in _bodies(archive) for path in _led_to(body, source, memory)}
    for path in sorted(led_to - known):
        yield path, path


def _pages(archive: Archive) -> Iterator[Taken]:
    for committee in archive.committees:
        yield committee.address, committee.path
        for meeting in committee.meetings:
            yield meeting.address, meeting.path
            if meeting.minutes is not None:
                yield from ((address, meeting.minutes.path) for address in _record_pages(meeting.minutes))
            for case in meeting.cases:
                yield case.address, case.path
                yield from ((each.address, each.path) for each in case.attachments if each.address)


def _packets(meeting: Meeting) -> Iterator[str]:
    yield from (meeting.packet, meeting.page_map, meeting.supplement, meeting.calendar)
    for number, _ in enumerate(meeting.issues, start=1):
        yield meeting.issue_address(number)


def _record_pages(minutes: Minutes) -> Iterator[str]:
    yield minutes.address
    # Notes beside minutes have no numbers, and so no pages for each.
    if not minutes.is_notes:
        yield from map(minutes.paragraph_address, minutes.paragraphs)


def record_pdfs(minutes: Minutes) -> tuple[str, ...]:
    """The addresses of all PDFs of a record, each once: the whole, its sets with their proofs, its extracts."""
    if minutes.is_notes:
        return (minutes.pdf,)
    sets = (address for one in minutes.sets for address in (minutes.set_pdf(one), minutes.proof_pdf(one)))
    return tuple(dict.fromkeys((minutes.pdf, *sets, *map(minutes.extract_pdf, minutes.paragraphs))))


def _is_printed(case: Case) -> bool:
    return case.access is Access.PUBLIC and any(document.has_pages for document in case.documents)


def tables_of(document: Document, memory: Memory) -> tuple[FinanceTable, ...]:
    """The finance tables of a document in order, each of which is a file too."""
    body = document.body
    return memory.of(("tables", document.path), (Itself(body),), lambda: tuple(fold.finance_tables(body)))


def _led_to(body: Body, source: str, memory: Memory) -> frozenset[str]:
    return memory.of(("led to", source), (Itself(body),), lambda: frozenset(_targets(body, source)))


def _targets(body: Body, source: str) -> Iterator[str]:
    for node in fold.walk_body(body):
        if isinstance(node, Image):
            yield file_target(node.source, source)
        elif isinstance(node, Link):
            yield file_target(node.target, source)


def _bodies(archive: Archive) -> Iterator[tuple[Body, str]]:
    yield from ((body, APPEALS) for body in archive.appeals.values())
    for committee in archive.committees:
        yield committee.about, committee.path
        for meeting in committee.meetings:
            yield from meeting.texts
