"""The file or folder of one case turned into the case with its documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.model import fold
from kallelse.model.dnr import Dnr
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.meeting import Case, CaseKind, Document, Follows, Recipient
from kallelse.model.settings import Settings
from kallelse.read.frontmatter import FrontMatter, front_matter_of
from kallelse.read.meeting.attachments import read_attachments
from kallelse.read.meeting.document import Draft, finish, read_draft, tables_of, unread_ids
from kallelse.read.meeting.people import people, person
from kallelse.read.meeting.withheld import withheld_case
from kallelse.read.schema import CaseFields, read_fields
from kallelse.read.sources import Sources


@dataclass(frozen=True, slots=True)
class CaseSource:
    """Where a case stands: its name in the meeting's folder, its own file, and its folder (empty for one file)."""

    name: str
    path: str
    folder: str


def read_case(
    source: CaseSource, sources: Sources, settings: Settings, issued: tuple[str, ...] = ()
) -> tuple[Case | None, tuple[Finding, ...]]:
    """The case; None where its front matter cannot be read. Of a confidential case the text is never looked at.

    Its attachments keep the numbers that they were `issued` with.
    """
    matter, findings = front_matter_of(source.path, sources)
    if matter is None:
        return None, findings
    fields, wrong = read_fields(CaseFields, matter)
    findings += wrong
    if fields is None:
        return None, findings
    if fields.access == "confidential":
        return withheld_case(fields, source.path, settings), findings
    letter, wrong = read_draft(fields, matter, None, sources, settings)
    findings += wrong
    attachments, wrong = read_attachments(fields.attachments, matter, source.folder, sources, settings, issued)
    findings += wrong
    drafts = [each for each in (letter, *attachments) if isinstance(each, Draft)]
    tables, wrong = tables_of(drafts)
    findings += wrong
    unread = unread_ids(drafts)

    documents: list[Document] = []
    for each in (letter, *attachments):
        if isinstance(each, Draft):
            document, wrong = finish(each, tables, unread, settings)
            findings += wrong
            documents.append(document)
        else:
            documents.append(each)
    if not documents[0].has_pages:
        findings += tuple(_textless(fields, documents[0], matter))
    return _case(fields, matter, documents), findings


def _textless(fields: CaseFields, letter: Document, matter: FrontMatter) -> Iterator[Finding]:
    """What only the text of a case shows, of a case that has none."""
    if letter.heading:
        line = fold.line_of(letter.heading[0]) or matter.body_line
        told = {"text": fold.plain(letter.heading)}
        yield Finding("case-only-heading", Place(matter.path, line), told, Severity.REMARK)
    for key, said in (("date", fields.date), ("version", fields.version), ("revisions", fields.revisions)):
        if said:
            yield Finding("case-no-letter", Place(matter.path, matter.line((key,))), {"key": key}, Severity.REMARK)


def _case(fields: CaseFields, matter: FrontMatter, documents: list[Document]) -> Case:
    letter, *attachments = documents
    return Case(
        path=matter.path,
        address=letter.address,
        title=fields.title,
        kind=CaseKind(fields.kind),
        dnr=None if fields.dnr is None else Dnr(fields.dnr),
        other_dnr=tuple(Dnr(number) for number in fields.other_dnr),
        follows=tuple(
            Follows(each.body, each.date, each.paragraph, each.reports, matter.line(("follows", n)))
            for n, each in enumerate(fields.follows)
        ),
        linkable=fields.linkable,
        paragraph=fields.paragraph,
        officer=None if fields.officer is None else person(fields.officer),
        unit=fields.unit,
        presenters=people(fields.presenters),
        minutes=fields.minutes,
        short_proposal=fields.proposal,
        signed=people(fields.signed),
        letter=letter if letter.has_pages else None,
        attachments=tuple(attachments),
        recipients=tuple(Recipient(each.name, each.purpose) for each in fields.recipients),
        moved_from=tuple(fields.moved_from),
        lines=matter.key_lines,
    )
