"""A document's front matter and body turned into the document: first its text, then its cited cells."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from kallelse.model import fold
from kallelse.model.address import page_address
from kallelse.model.finance import FinanceTable
from kallelse.model.finding import Finding, Place
from kallelse.model.meeting import Document
from kallelse.model.rewritten import rewrite
from kallelse.model.settings import Settings
from kallelse.model.text import Body, Cite, Inline, Text
from kallelse.read.finance.citation import cite
from kallelse.read.frontmatter import FrontMatter
from kallelse.read.meeting.people import revisions
from kallelse.read.schema import AttachmentDocumentFields, DocumentFields
from kallelse.read.sources import Sources
from kallelse.read.text.body import body_of
from kallelse.read.text.sections import misspelt_headings, split_sections

_BRACE = re.compile(r"\{([\w-]+)[^{}]{0,40}")


@dataclass(frozen=True, slots=True)
class Draft:
    """A document whose text is read but whose cited cells are still to be found in the tables of its case."""

    fields: DocumentFields
    matter: FrontMatter
    number: int | None
    body: Body


def read_draft(
    fields: DocumentFields, matter: FrontMatter, number: int | None, sources: Sources, settings: Settings
) -> tuple[Draft, tuple[Finding, ...]]:
    """The text of a public document; `number` is that of an attachment, None for a letter."""
    body, findings = body_of(matter, sources, settings.language)
    return Draft(fields, matter, number, body), findings


def tables_of(drafts: Iterable[Draft]) -> tuple[dict[str, FinanceTable], tuple[Finding, ...]]:
    """The named finance tables of a case by their names, which are each given once."""
    tables: dict[str, FinanceTable] = {}
    findings: list[Finding] = []
    for draft in drafts:
        for table in fold.finance_tables(draft.body):
            if table.id in tables:
                other = tables[table.id]
                told = {"id": table.id, "other": f"{other.path}:{other.line}"}
                findings.append(Finding("table-id-twice", Place(table.path, table.line), told))
            elif table.id:
                tables[table.id] = table
    return tables, tuple(findings)


def unread_ids(drafts: Iterable[Draft]) -> frozenset[str]:
    """The names of the finance tables of a case that could not be read, an empty one where nothing tells it."""
    return frozenset(each.id for draft in drafts for each in draft.body.unread)


def finish(
    draft: Draft, tables: dict[str, FinanceTable], unread: Collection[str], settings: Settings
) -> tuple[Document, tuple[Finding, ...]]:
    """The document with each cited cell in its place, cut into sections.

    Of tables that could not be read, `unread` by their names, a finding has told; one without name may be any.
    """
    findings: list[Finding] = []
    path = draft.matter.path

    def printed(inline: Inline) -> Inline:
        if not isinstance(inline, Cite):
            return inline
        if inline.table not in tables and (inline.table in unread or "" in unread):
            return replace(inline, printed="?")
        found, wrong = cite(tables, inline, settings.language)
        findings.extend(replace(finding, place=Place(path, finding.place.line)) for finding in wrong)
        return replace(found, printed="?") if wrong else found

    whole = draft.body
    # A citation is typed in braces, of which most texts have none.
    if "{" in draft.matter.body:
        findings += _half_cited(draft, tables)
        cited = fold.of_kind(whole, Cite)
        if cited:
            carriers = (_file_of(tables[each.table]) for each in cited if each.table in tables)
            others = (file for file in carriers if file != path)
            whole = replace(rewrite(whole, printed), files=tuple(dict.fromkeys((*whole.files, *others))))
    heading, preamble, sections = split_sections(whole, settings.headings, settings.language)
    findings += misspelt_headings(sections, path, settings.headings, settings.language)
    fields = draft.fields
    document = Document(
        path=path,
        address=document_address(path, fields.slug),
        title=fields.title,
        number=draft.number,
        date=fields.date,
        version=fields.version,
        owner=fields.owner if isinstance(fields, AttachmentDocumentFields) else "",
        language=_language(fields, settings),
        heading=heading,
        body=replace(whole, blocks=whole.blocks[1:]) if heading else whole,
        preamble=preamble,
        sections=sections,
        revisions=revisions(fields.revisions, draft.matter),
        toc=fields.toc,
        heading_numbers=fields.heading_numbers,
        landscape=fields.landscape,
    )
    return document, tuple(findings)


def _language(fields: DocumentFields, settings: Settings) -> str:
    own = fields.language if isinstance(fields, AttachmentDocumentFields) else None
    return language_of(own, settings)


def language_of(stated: str | None, settings: Settings) -> str:
    """The language of a document's text; empty where it is the site's."""
    return "" if stated is None or stated == settings.language else stated


def _file_of(table: FinanceTable) -> str:
    """The file that the figures of a table stand in."""
    return table.grid_path or table.path


def _half_cited(draft: Draft, tables: dict[str, FinanceTable]) -> Iterator[Finding]:
    """Texts that begin as the citation of a table does and are none."""
    for text in fold.of_kind(draft.body, Text) if tables else ():
        for found in _BRACE.finditer(text.value) if "{" in text.value else ():
            if found[1] in tables:
                words = {"text": found[0], "id": found[1]}
                yield Finding("cite-broken", Place(draft.matter.path, text.line), words)


def document_address(path: str, slug: str | None) -> str:
    """The page of a source file, its last part replaced by `slug` where one is set."""
    if slug is None:
        return page_address(path)
    folder, name = posixpath.split(path)
    if name == "index.md":
        return posixpath.join(posixpath.dirname(folder), slug, "index.html")
    return posixpath.join(folder, slug + ".html")
