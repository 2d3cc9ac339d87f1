"""The folder `issues` of a meeting, which `kallelse issue` writes, turned into what went out to the members."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from kallelse.model.finding import Finding, Place
from kallelse.model.issue import Change, Issue, IssuedCase, IssuedDocument
from kallelse.model.label import expand, number_of
from kallelse.read.frontmatter import FrontMatter, read_yaml
from kallelse.read.schema import ChangeFields, IssuesFields, read_fields
from kallelse.read.sources import Sources

ISSUES = "issues"


def record_path(folder: str) -> str:
    """Where the issues of the meeting in `folder` are recorded."""
    return posixpath.join(folder, ISSUES, "issues.yml")


def pdf_path(folder: str, number: int) -> str:
    """Where the PDF of an issue, counted from 1, is kept."""
    return posixpath.join(folder, ISSUES, f"{number}.pdf")


def read_issues(
    folder: str, sources: Sources, changes: Sequence[Change]
) -> tuple[tuple[Issue, ...], tuple[Finding, ...]]:
    """The issues of the meeting in `folder`, in order; none where nothing went out yet.

    An issue is withheld where a document in it is confidential today, where one of the `changes` since says so, and
    where it was withheld before: a file that is moved or deleted does not bring it back.
    """
    path = record_path(folder)
    source = sources.texts.get(path)
    if source is None:
        stray = sources.below(posixpath.join(folder, ISSUES))
        return (), (Finding("issues-stray", Place(stray[0])),) if stray and path not in sources.on_disk else ()
    matter, findings = read_yaml(source)
    fields, wrong = (None, ()) if matter is None else read_fields(IssuesFields, matter)
    if matter is None or fields is None:
        return (), (*findings, *wrong)
    if not fields.issues:
        return (), (*findings, Finding("issues-stray", Place(path)))
    issues: list[Issue] = []
    found = list(findings)
    for index, issue in enumerate(fields.issues):
        documents: list[IssuedDocument] = []
        for place, each in enumerate(issue.documents):
            labels = expand(each.pages)
            if labels is None:
                line = matter.line(("issues", index, "documents", place, "pages"))
                found.append(Finding("issue-pages", Place(path, line), {"pages": each.pages}))
                continue
            document = _now(posixpath.join(folder, each.document), sources) if each.document else ""
            gone = document not in sources.on_disk and any(
                change.withhold and change.path == document for change in changes
            )
            title = "" if gone or document in sources.withheld else each.title
            documents.append(IssuedDocument(document, title, each.number, labels, each.digest))
        numbers = [case.number for case in issue.cases if case.number]
        if not _is_whole(documents, posixpath.join(folder, "index.md")) or not _are_numbers(numbers):
            found.append(Finding("issue-record", Place(path, matter.line(("issues", index)))))
        pdf = pdf_path(folder, index + 1)
        if not _is_pdf(pdf, sources):
            found.append(Finding("issue-no-pdf", Place(path, matter.line(("issues", index))), {"pdf": pdf}))
        hidden = {
            change.path for change in changes if change.withhold and (issue.date < change.date or not index)
        } | sources.withheld
        withheld = issue.withheld or any(document.path in hidden for document in documents)
        cases = tuple(
            IssuedCase(
                _now(posixpath.join(folder, each.case), sources) if each.case else "",
                each.number if _are_numbers([each.number]) else "",
                tuple(each.attachments),
            )
            for each in issue.cases
        )
        issues.append(Issue(issue.date, tuple(documents), cases, pdf, withheld))
    return tuple(issues), tuple(found)


def _is_whole(documents: Sequence[IssuedDocument], cover: str) -> bool:
    """Whether the pages of an issue begin with the cover, and are each there once."""
    labels = [label for document in documents for label in document.labels]
    numbers = {number_of(label) for label in labels}
    opens = bool(documents) and documents[0].path == cover and labels[:1] == ["1"]
    return opens and len(labels) == len(set(labels)) and numbers == set(range(1, len(numbers) + 1))


def _are_numbers(numbers: Sequence[str]) -> bool:
    """Whether each is a number of its own on an agenda."""
    return len(numbers) == len(set(numbers)) and all(re.fullmatch("[1-9][0-9]{0,3}", number) for number in numbers)


def _is_pdf(path: str, sources: Sources) -> bool:
    if path not in sources.on_disk:
        return False
    with (sources.root / sources.on_disk[path]).open("rb") as opened:
        return opened.read(5) == b"%PDF-"


def _now(path: str, sources: Sources) -> str:
    """Where a document stands today: a case that got a folder for its attachments is still the same case."""
    path = posixpath.normpath(path)
    in_folder = path.endswith("/index.md")
    other = path.removesuffix("/index.md") + ".md" if in_folder else path.removesuffix(".md") + "/index.md"
    return other if path not in sources.on_disk and other in sources.on_disk else path


def read_changes(fields: list[ChangeFields], matter: FrontMatter, sources: Sources) -> tuple[Change, ...]:
    """What the front matter of a meeting says was changed after the issue."""
    folder = posixpath.dirname(matter.path)
    return tuple(
        Change(
            _now(posixpath.join(folder, each.document), sources),
            each.date,
            each.reason,
            matter.line(("changes", place)),
            each.withhold,
        )
        for place, each in enumerate(fields)
    )
