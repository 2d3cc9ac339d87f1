"""The folder `issues` of a meeting, which `kallelse issue` writes, turned into what went out to the members."""

from __future__ import annotations

import posixpath

from kallelse.model.finding import Finding, Place
from kallelse.model.issue import Change, Issue, IssuedCase, IssuedDocument
from kallelse.model.label import expand
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


def read_issues(folder: str, sources: Sources) -> tuple[tuple[Issue, ...], tuple[Finding, ...]]:
    """The issues of the meeting in `folder`, in order; none where nothing went out yet."""
    path = record_path(folder)
    source = sources.texts.get(path)
    if source is None:
        stray = sources.below(posixpath.join(folder, ISSUES))
        return (), (Finding("issues-stray", Place(stray[0])),) if stray and path not in sources.on_disk else ()
    matter, findings = read_yaml(source)
    fields, wrong = (None, ()) if matter is None else read_fields(IssuesFields, matter)
    if matter is None or fields is None:
        return (), (*findings, *wrong)
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
            title = "" if document in sources.withheld else each.title
            documents.append(IssuedDocument(document, title, each.number, labels, each.digest))
        pdf = pdf_path(folder, index + 1)
        if pdf not in sources.on_disk:
            found.append(Finding("issue-no-pdf", Place(path, matter.line(("issues", index))), {"pdf": pdf}))
        withheld = any(document.path in sources.withheld for document in documents)
        cases = tuple(
            IssuedCase(
                _now(posixpath.join(folder, each.case), sources) if each.case else "",
                each.number,
                tuple(each.attachments),
            )
            for each in issue.cases
        )
        issues.append(Issue(issue.date, tuple(documents), cases, pdf, withheld))
    return tuple(issues), tuple(found)


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
        )
        for place, each in enumerate(fields)
    )
