"""The front matter of a confidential case or attachment turned into its stub: nothing but what it says may be shown."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace

from kallelse.locale.meeting import WITHHELD, WITHHELD_DOCUMENT
from kallelse.model.address import page_address
from kallelse.model.dnr import Dnr
from kallelse.model.filekinds import FOREIGN
from kallelse.model.meeting import Access, Case, CaseKind, Document
from kallelse.model.settings import Language, Settings
from kallelse.read.frontmatter import read_front_matter
from kallelse.read.meeting.confidential import confidential_rows, says_confidential
from kallelse.read.meeting.issues import ISSUES
from kallelse.read.record.locks import ADJUSTED
from kallelse.read.schema import AttachmentFields, CaseFields, DocumentFields
from kallelse.read.sources import Sources


def withheld_case(fields: CaseFields, path: str, settings: Settings) -> Case:
    """The stub of a case; its place in the agenda gives it a neutral path by `neutral`."""
    return Case(
        path=path,
        address=page_address(path),
        title=_shown_title(fields, settings, WITHHELD),
        kind=CaseKind(fields.kind),
        dnr=Dnr(fields.dnr) if fields.dnr is not None and fields.public_dnr else None,
        linkable=fields.linkable and fields.public_dnr,
        access=Access.CONFIDENTIAL,
        ground=fields.ground,
    )


def withheld_document(
    fields: DocumentFields | AttachmentFields, folder: str, number: int, sources: Sources, settings: Settings
) -> Document:
    """The stub of an attachment: its number, and its title as far as that may be shown."""
    path = _free(posixpath.join(folder, f"bilaga-{number}"), sources)
    title = _shown_title(fields, settings, WITHHELD_DOCUMENT)
    return Document(path, page_address(path), title, number, access=Access.CONFIDENTIAL, ground=fields.ground)


def neutral(case: Case, folder: str, name: str, sources: Sources) -> Case:
    """A confidential case under a path and an address that tell nothing of it; any other case as it is."""
    if case.access is Access.PUBLIC:
        return case
    path = _free(posixpath.join(folder, name), sources)
    return replace(case, path=path, address=page_address(path))


def _free(stem: str, sources: Sources) -> str:
    """A path that begins with `stem` and is that of no source, nor of a folder of sources."""
    while f"{stem}.md" in sources.files or sources.below(stem):
        stem += "-x"
    return f"{stem}.md"


def withheld_files(sources: Sources) -> frozenset[str]:
    """The files of confidential cases, with all that lies in their folders, and of confidential attachments.

    What was issued or adjusted is among them: it may hold what has become confidential since.
    """
    files = {path for path in sources.paths if path.split("/")[2:3] in ([ISSUES], [ADJUSTED])}
    for path, source in sources.texts.items():
        if not path.endswith(".md") or not says_confidential(source):
            continue
        matter, _ = read_front_matter(source)
        if matter is None:
            continue
        if matter.values.get("access") == "confidential":
            is_folder = posixpath.basename(path) == "index.md"
            files.update(sources.below(posixpath.dirname(path)) if is_folder else (path,))
        files.update(posixpath.join(posixpath.dirname(path), name) for name in confidential_rows(matter, "file"))
    # The same document in another form: a PDF, and what it was written in, which may be a text.
    stems = {_stem(path) for path in files if path.lower().endswith((".md", *FOREIGN))}
    twins = (path for path in sources.paths if path.lower().endswith(FOREIGN) and _stem(path) in stems)
    return frozenset((*files, *twins))


def _stem(path: str) -> str:
    return posixpath.splitext(path)[0].casefold()


def _shown_title(fields: DocumentFields | AttachmentFields, settings: Settings, phrase: Mapping[Language, str]) -> str:
    if fields.publish == "heading" and (shown := fields.public_title or fields.title):
        return shown
    return settings.withheld or phrase[settings.language]
