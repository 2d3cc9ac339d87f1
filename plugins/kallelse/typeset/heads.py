"""What a packet prints around the texts of its documents, as plain values: heads, fields, lists of a letter's end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.locale import dates
from kallelse.locale.meeting import decision
from kallelse.model.digest import document_digest
from kallelse.model.fold import heading_numbers, headings, plain
from kallelse.model.meeting import Access, Case, Document, Meeting
from kallelse.model.person import Person
from kallelse.typeset.plan import Plan, Sheet
from kallelse.typeset.running import Running

# What fits on the one line of a running head beside the document's name.
_HEAD_LETTERS = 66
# What fits on the two lines over a head, or on the one over a stamp.
_NOTICE_LETTERS = 180
_STAMP_LETTERS = 92


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a document: `kicker` and `case_title` stand over `title`, fields below as pairs of name and value.

    `case_entry` and `entry` are the bookmarks of the case and of the document.
    """

    kicker: str
    case_title: str
    title: str
    case_entry: str
    entry: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One line in the list of attachments; `sheet` is None where it has no pages, `number` empty for the only one."""

    number: str
    text: str
    sheet: Sheet | None


@dataclass(frozen=True, slots=True)
class TocLine:
    """One line of a table of contents; `depth` counts from 1, `block` is the heading's number in the body."""

    depth: int
    number: str
    text: str
    anchor: str
    block: int


def with_title(person: Person) -> str:
    """`Karin Ekholm, IT-chef`."""
    return f"{person.name}, {person.title}" if person.title else person.name


def head_of(sheet: Sheet, plan: Plan) -> Head:
    """What stands over a document."""
    words, case, document = plan.words, sheet.case, sheet.document
    kicker = words.case.format(number=sheet.row.number) if sheet.row.number else words.item
    title = plain(document.heading) or (case.title if sheet.is_letter else document.title)
    same = sheet.is_letter and title == case.title
    entry = sheet.name if sheet.is_letter else f"{sheet.name} {document.title}"
    return Head(
        kicker=kicker,
        case_title="" if same else case.title,
        title=title,
        case_entry=case_entry(sheet),
        entry=entry,
        fields=tuple(_letter_fields(case, document, plan) if sheet.is_letter else _attachment_fields(document, plan)),
    )


def case_entry(sheet: Sheet) -> str:
    """`3 Rapportering`: how bookmarks and titles of files name a case."""
    return f"{sheet.row.number} {sheet.case.title}".strip()


def _letter_fields(case: Case, document: Document, plan: Plan) -> Iterator[tuple[str, str]]:
    words, language = plan.words, plan.settings.language
    if document.date is not None:
        yield words.date, dates.day(document.date, language)
    numbers = ([case.dnr] if case.dnr else []) + list(case.other_dnr)
    if numbers:
        yield words.dnr, ", ".join(number.value for number in numbers)
    if case.officer is not None:
        yield words.officer, with_title(case.officer)
    if case.unit:
        yield words.unit, case.unit
    for one in case.follows:
        yield words.earlier, decision(one.body, one.date, one.paragraph, language)
    yield from _version_fields(document, plan)


def _attachment_fields(document: Document, plan: Plan) -> Iterator[tuple[str, str]]:
    if document.date is not None:
        yield plan.words.date, dates.day(document.date, plan.settings.language)
    yield from _version_fields(document, plan)


def _version_fields(document: Document, plan: Plan) -> Iterator[tuple[str, str]]:
    if document.version:
        yield plan.words.version, document.version
    if document.owner:
        yield plan.words.owner, document.owner


def running_title(sheet: Sheet) -> str:
    """The case's title as it fits into a running head: cut after a word, with an ellipsis."""
    return shortened(sheet.case.title)


def shortened(title: str) -> str:
    """`title` cut after a word where it is longer than a running head takes."""
    return _cut(title, _HEAD_LETTERS)


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rsplit(" ", 1)[0].rstrip(" ,–-") + "…"


def notice_of(sheet: Sheet, plan: Plan) -> str:
    """What stands over the head of a document; empty in a packet of its own."""
    foreign = sheet.document.foreign is not None
    return _cut(plan.notices.get(sheet.document.path, ""), _STAMP_LETTERS if foreign else _NOTICE_LETTERS)


def occasion(plan: Plan) -> str:
    """`Kallelse 26 september 2022`: what the foot of every page says."""
    return f"{plan.words.summons} {dates.day(plan.meeting.date, plan.settings.language)}"


def running_of(plan: Plan) -> Running:
    """What stands on every page of a packet."""
    return Running(plan.committee.name, occasion(plan), plan.words, plan.labels, plan.last)


def listed_attachments(case: Case, plan: Plan) -> tuple[Listed, ...]:
    """The attachments of a case as its letter lists them; one that is as it was issued lists those of the issue."""
    last = _last_listed(case, plan.meeting)
    listed = [document for document in case.attachments if last is None or (document.number or 0) <= last]
    alone = [document.number for document in listed] == [1]
    return tuple(
        Listed("" if alone else f"{document.number}.", _listed(document, plan), plan.by_path.get(document.path))
        for document in listed
    )


def _last_listed(case: Case, meeting: Meeting) -> int | None:
    """The last number in the list that a letter went out with and still has; None where it is to go out anew."""
    changed = max((change.date for change in meeting.changes if change.path == case.path), default=dt.date.min)
    for issue in meeting.issues:
        listed = next((one.attachments for one in issue.cases if one.path == case.path), None)
        if listed is not None and issue.date >= changed:
            digests = {one.path: one.digest for one in issue.documents}
            # On the day of an issue a letter may have been changed before it or after.
            is_out = case.letter is not None and digests.get(case.path) == document_digest(case, case.letter)
            return len(listed) if is_out else None
    return None


def _listed(document: Document, plan: Plan) -> str:
    parts = [document.title]
    if document.date is not None and document.access is Access.PUBLIC:
        parts.append(plan.words.dated.format(date=dates.day(document.date, plan.settings.language)))
    if document.separate:
        parts.append(plan.words.separate[:1].lower() + plan.words.separate[1:])
    return ", ".join(parts)


def recipient_lines(case: Case) -> tuple[str, ...]:
    """To whom the decision is sent, a line each: `Kommunstyrelsen (för kännedom)`."""
    return tuple(one.line for one in case.recipients)


def toc_lines(document: Document) -> tuple[TocLine, ...]:
    """The table of contents: headings of the second and third level that stand in no other block."""
    numbers = heading_numbers(document.body) if document.heading_numbers else {}
    blocks = {id(block): index for index, block in enumerate(document.body.blocks)}
    return tuple(
        TocLine(
            max(heading.level - 1, 1),
            numbers.get(heading.anchor, ""),
            plain((heading,)),
            heading.anchor,
            blocks[id(heading)],
        )
        for heading in headings(document.body)
        if heading.level <= 3
    )


def revision_rows(document: Document, plan: Plan) -> tuple[tuple[str, ...], ...]:
    """The change history, a row for each revision."""
    return tuple(
        (dates.day(one.date, plan.settings.language), one.version, one.name, one.role, one.comment)
        for one in document.revisions
    )


def signers(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Chair and secretary as pairs of name and title."""
    meeting, words = plan.meeting, plan.words
    people = ((meeting.chair, words.chair), (meeting.secretary, words.secretary))
    return tuple((person.name, person.title or role) for person, role in people if person is not None)
