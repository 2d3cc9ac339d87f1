"""The folder `issues` of a meeting, which `kallelse issue` writes, turned into what went out to the members."""

from __future__ import annotations

import datetime as dt
import hashlib
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kallelse.model.cover import is_cover_as_issued
from kallelse.model.digest import document_digest
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.issue import Change, Issue, IssuedCase, IssuedDocument, IssuedRow
from kallelse.model.label import expand, number_of
from kallelse.model.meeting import Meeting
from kallelse.model.renumbered import is_recorded
from kallelse.read.frontmatter import FrontMatter, read_front_matter, read_yaml
from kallelse.read.meeting.confidential import confidential_rows, says_confidential
from kallelse.read.meeting.names import Names, names_in
from kallelse.read.schema import (
    ChangeFields,
    IssuedCaseFields,
    IssuedRowFields,
    IssueFields,
    IssuesFields,
    read_fields,
)
from kallelse.read.sources import Sources, SourceText
from kallelse.read.unreadable import conflict_of, is_conflict

ISSUES = "issues"
_DIGEST = re.compile(r"[0-9a-f]{16}")


def record_path(folder: str) -> str:
    """Where the issues of the meeting in `folder` are recorded."""
    return posixpath.join(folder, ISSUES, "issues.yml")


def pdf_path(folder: str, number: int) -> str:
    """Where the PDF of an issue, counted from 1, is kept."""
    return posixpath.join(folder, ISSUES, f"{number}.pdf")


@dataclass(frozen=True, slots=True)
class Record:
    """What went out, in order; not `is_whole` where the file that says so is damaged, so that nothing follows of it."""

    issues: tuple[Issue, ...] = ()
    is_whole: bool = True


def read_issues(folder: str, sources: Sources, changes: Sequence[Change]) -> tuple[Record, tuple[Finding, ...]]:
    """The issues of the meeting in `folder`, in order; none where nothing went out yet.

    An issue is withheld where a document in it is confidential today, where one of the `changes` since says so, and
    where it was withheld before: a file that is moved or deleted does not bring it back.
    """
    path = record_path(folder)
    source = sources.texts.get(path)
    if source is None:
        stray = sources.below(posixpath.join(folder, ISSUES))
        told = [Finding("issues-stray", Place(stray[0]))] if stray and path not in sources.files else []
        return Record(is_whole=not stray), tuple(told)
    if conflict := _conflict(source):
        return Record(is_whole=False), (conflict,)
    matter, findings = read_yaml(source)
    if matter is not None and not matter.values and not findings:
        return Record(is_whole=False), (*findings, Finding("issues-stray", Place(path)))
    if matter is None:
        return Record(is_whole=False), findings
    fields, wrong = read_fields(IssuesFields, matter)
    if fields is None:
        return Record(is_whole=False), (*findings, *wrong)
    if not fields.issues:
        return Record(is_whole=False), (*findings, Finding("issues-stray", Place(path)))
    names = names_in(folder, sources)
    hidden = [_hidden(fields.issues, index, names, sources, changes) for index in range(len(fields.issues))]
    secret = frozenset(_secret(fields.issues, hidden, names))
    issues: list[Issue] = []
    damage = list(findings)
    lost: list[Finding] = []
    tabled: frozenset[str] = frozenset()
    for index, fields_of_one in enumerate(fields.issues):
        if fields_of_one.renumbered and index:
            # From then on covers tell the new numbers of all that had pages, by its title.
            tabled |= {each.title for each in fields.issues[index - 1].documents}
        issue, wrong = _issue(fields_of_one, index, names, matter, sources, changes, hidden[index], secret)
        issue = replace(issue, withheld=issue.withheld or not tabled.isdisjoint(secret))
        # Nothing was counted before the first; what begins elsewhere than it did was counted anew.
        if not wrong and not (is_recorded(issues[-1], issue) if issues else not issue.renumbered):
            wrong = (Finding("issue-record", Place(path, issue.line)),)
        issues.append(issue)
        damage += wrong
        if code := _pdf_code(issue, sources):
            lost.append(Finding(code, Place(path, issue.line), {"pdf": issue.pdf}))
    return Record(tuple(issues), is_whole=not damage), (*damage, *lost)


def went_out(record: Record) -> tuple[IssuedCase, ...]:
    """What has a number: the cases and rows of the last issue, then those that only issues before it had.

    Of what was confidential and is gone, `#3` stands for the path. Nothing from before the pages were counted anew has
    a number any more.
    """
    if not record.issues:
        return ()
    counted = max((place for place, one in enumerate(record.issues) if one.renumbered), default=0)
    *earlier, last = record.issues[counted:]
    found = list(last.cases)
    # A row without a number has none to keep.
    numbers = {"", *(case.number for case in last.cases)}
    for issue in reversed(earlier):
        gone = [case for case in issue.cases if case.number not in numbers]
        found += (replace(case, path=case.path or f"#{case.number}", title="") for case in gone)
        numbers.update(case.number for case in gone)
    return tuple(found)


def _hidden(
    issues: Sequence[IssueFields], index: int, names: Names, sources: Sources, changes: Sequence[Change]
) -> frozenset[str]:
    """What was in an issue and may not be shown as it was.

    What was changed on the day of an issue went out with it, but for the first; not if it then said what it had said
    in the one before, nor if it is gone though that issue has it. What lay in the folder of a case that is confidential
    today may not be shown whether or not it is still there, nor whether the case still has a folder. What has no pages
    is named in the letter.
    """
    issue = issues[index]
    held, before = (_digests(each, names) for each in (issue, issues[index - 1]))
    said = {
        change.path
        for change in changes
        if change.withhold
        and (
            not index
            or issue.date < change.date
            or (
                issue.date == change.date
                and (held.get(change.path) == before.get(change.path) or change.path not in sources.files)
            )
        )
    }
    named = [*(each.document for each in issue.documents), *(each.case for each in issue.cases)]
    paths = {names.now(name): posixpath.join(posixpath.dirname(name), "index.md") for name in named if name}
    listed = (path for each in issue.cases if each.case for path in _listed(each, names.now(each.case), held, sources))
    return frozenset(listed).union(
        path
        for path, letter in paths.items()
        if path in said
        or path in sources.withheld
        or (path not in sources.files and names.now(letter) in sources.withheld)
    )


def _listed(case: IssuedCaseFields, path: str, held: Collection[str], sources: Sources) -> Iterator[str]:
    """What is confidential today of all that the letter of a case, which is at `path` now, listed as attachments."""
    papers = [name for number, name in enumerate(case.attachments, start=1) if name and number not in case.left]
    source = sources.texts.get(path)
    if not papers or path not in held or source is None:
        return
    matter, _ = read_front_matter(source) if says_confidential(source) else (None, ())
    titles = () if matter is None else tuple(confidential_rows(matter, "title"))
    for name in papers:
        file = posixpath.join(posixpath.dirname(path), name)
        if file in sources.withheld or name in titles:
            yield file


def _digests(issue: IssueFields, names: Names) -> Mapping[str, tuple[str, ...]]:
    """What tells of each document in an issue what it said; the cover says the rows of the agenda, too."""
    cover = posixpath.join(names.folder, "index.md")
    held = {names.now(each.document): (each.digest,) for each in issue.documents if each.document}
    return {**held, cover: (*held.get(cover, ()), *(row.digest for row in issue.agenda))}


def withheld_since(meeting: Meeting) -> tuple[Issue, ...]:
    """The issues of a meeting, the last withheld where what was to be withheld on its day was changed after it."""
    if not meeting.issues:
        return meeting.issues
    *before, last = meeting.issues
    said = {change.path for change in meeting.changes if change.withhold and change.date == last.date}
    out = {document.path: document.digest for document in last.documents if document.path in said}
    changed = any(
        document.path in out and document_digest(case, document) != out[document.path]
        for _, case, document in (meeting.printed() if out else ())
    ) or (meeting.path in out and not is_cover_as_issued(meeting, last))
    return (*before, replace(last, withheld=last.withheld or changed))


def _secret(issues: Sequence[IssueFields], hidden: Sequence[Collection[str]], names: Names) -> Iterator[str]:
    """The titles of what is `hidden` in each issue: pages that such documents left bear them in others."""
    for issue, paths in zip(issues, hidden, strict=True):
        for each in issue.documents:
            if each.title and each.document and names.now(each.document) in paths:
                yield each.title


def _issue(
    issue: IssueFields,
    index: int,
    names: Names,
    matter: FrontMatter,
    sources: Sources,
    changes: Sequence[Change],
    hidden: Collection[str],
    secret: Collection[str],
) -> tuple[Issue, tuple[Finding, ...]]:
    """One issue as recorded, the first with `index` 0, and what of the record cannot be what was written.

    Of what is `hidden` no title is told, and of pages that are nobody's any more none that is `secret`.
    """
    folder = names.folder
    line = matter.line(("issues", index))
    documents: list[IssuedDocument] = []
    found: list[Finding] = []
    for place, each in enumerate(issue.documents):
        labels = expand(each.pages)
        if labels is None:
            told = Place(matter.path, matter.line(("issues", index, "documents", place, "pages")))
            found.append(Finding("issue-pages", told, {"pages": each.pages}))
            continue
        document = names.now(each.document) if each.document else ""
        gone = document not in sources.files and any(change.withhold and change.path == document for change in changes)
        is_secret = each.title in secret if not document else gone or document in hidden
        title = "" if is_secret else each.title
        documents.append(IssuedDocument(document, title, each.number, labels, each.digest, each.vacant))
    cases = tuple(
        IssuedCase(
            names.now(each.case) if each.case else "",
            each.number if _are_numbers([each.number]) else "",
            tuple(each.attachments),
            each.row,
            tuple(each.left),
        )
        for each in issue.cases
    )
    rows = tuple(_row(each, names) for each in issue.agenda)
    numbers = [case.number for case in issue.cases if case.number]
    paths = [path for path in (*(one.path for one in documents), *(case.path for case in cases)) if path]
    is_whole = (
        _is_whole(documents, posixpath.join(folder, "index.md"))
        and _are_numbers(numbers)
        and all(_DIGEST.fullmatch(row.digest) for row in rows)
    )
    # What could not be read is told already.
    if not found and not (is_whole and all(path.startswith(f"{folder}/") for path in paths)):
        found.append(Finding("issue-record", Place(matter.path, line)))
    bears_secret = any(not each.document and each.title in secret for each in issue.documents)
    # A case that had no documents had its title on the agenda.
    withheld = issue.withheld or bears_secret or bool(hidden)
    pdf = pdf_path(folder, index + 1)
    # A case that has become confidential is no row of the agenda that anybody has to explain.
    known = tuple(row for row in rows if row.key not in sources.withheld)
    made = Issue(
        issue.date,
        tuple(documents),
        cases,
        pdf,
        withheld,
        meeting=issue.meeting,
        sha256=issue.sha256,
        rows=known,
        renumbered=issue.renumbered,
        line=line,
    )
    return made, tuple(found)


def _row(each: IssuedRowFields, names: Names) -> IssuedRow:
    key = names.now(each.case) if each.case else f"#{each.number}" if each.number else ""
    return IssuedRow(key, each.digest, each.titled)


def _conflict(source: SourceText) -> Finding | None:
    """What Git left where two people issued at once; one of the two has still to win."""
    for number, line in enumerate(source.text.split("\n"), start=1):
        if is_conflict(line):
            return conflict_of(line, Place(source.path, number))
    return None


def issue_days(record: Record, path: str, issued: dt.date | None, meeting: dt.date) -> tuple[Finding, ...]:
    """Findings about days of the record at `path` that no packet goes out on, by those that the meeting says."""
    found: list[Finding] = []
    days = [issue.date for issue in record.issues]
    for place, issue in enumerate(record.issues):
        told = {"date": issue.date.isoformat(), "meeting": meeting.isoformat()}
        if issue.date > meeting:
            found.append(Finding("issue-late", Place(path, issue.line), told))
        elif place and issue.date < days[place - 1]:
            before = days[place - 1].isoformat()
            found.append(Finding("issue-order", Place(path, issue.line), {**told, "before": before}))
    if days and issued is not None and issued != days[0] and not found:
        told = {"date": days[0].isoformat(), "issued": issued.isoformat()}
        found.append(Finding("issue-day", Place(path, record.issues[0].line), told))
    return tuple(found)


def _is_whole(documents: Sequence[IssuedDocument], cover: str) -> bool:
    """Whether the pages of an issue begin with the cover, are each there once, and none is left out."""
    labels = [label for document in documents for label in document.labels]
    known = set(labels)
    numbers = {number_of(label) for label in labels}
    opens = bool(documents) and documents[0].path == cover and labels[:1] == ["1"]
    paths = [document.path for document in documents if document.path]
    # What has pages has a digest; which it is cannot be told, but one of another form is none that was written.
    digests = all(_DIGEST.fullmatch(document.digest) for document in documents if document.path)
    return (
        opens
        and digests
        and len(paths) == len(set(paths))
        and len(labels) == len(known)
        and numbers == set(range(1, len(numbers) + 1))
        and all(label.isdecimal() or _before(label) in known for label in labels)
    )


def _before(label: str) -> str:
    """The label that `label` goes on from: `8` of `8a`, `8z` of `8aa`."""
    number = str(number_of(label))
    letters = label.removeprefix(number)
    last = letters.rstrip("a")
    wrapped = "z" * (len(letters) - len(last))
    # Where all are a the one before is one letter shorter.
    return number + (last[:-1] + chr(ord(last[-1]) - 1) + wrapped if last else wrapped[1:])


def _are_numbers(numbers: Sequence[str]) -> bool:
    """Whether each is a number of its own on an agenda."""
    return len(numbers) == len(set(numbers)) and all(re.fullmatch("[1-9][0-9]{0,3}", number) for number in numbers)


def _pdf_code(issue: Issue, sources: Sources) -> str:
    """What is wrong with the file that went out, as the code of a finding; empty where it is what it was."""
    if issue.pdf in sources.unread:
        # That it cannot be opened is told of itself.
        return ""
    if issue.pdf not in sources.files:
        return "issue-no-pdf"
    with (sources.root / issue.pdf).open("rb") as opened:
        if opened.read(5) != b"%PDF-":
            return "issue-no-pdf"
        opened.seek(0)
        return "" if hashlib.file_digest(opened, "sha256").hexdigest() == issue.sha256 else "issue-other-pdf"


def read_changes(fields: list[ChangeFields], matter: FrontMatter, sources: Sources) -> tuple[Change, ...]:
    """What the front matter of a meeting says was changed after the issue."""
    names = names_in(posixpath.dirname(matter.path), sources)
    return tuple(
        Change(
            names.now(each.document),
            each.date,
            each.reason,
            matter.line(("changes", place)),
            each.withhold,
        )
        for place, each in enumerate(fields)
    )


def known_changes(
    folder: str, changes: tuple[Change, ...], record: Record, sources: Sources
) -> tuple[tuple[Change, ...], tuple[Finding, ...]]:
    """The changes of the meeting in `folder` without those of what was never issued and is confidential today.

    Nobody is to know of it.
    """
    if not record.issues:
        return changes, ()
    issued = {each.path for issue in record.issues for each in issue.documents}
    issued |= {each.path for issue in record.issues for each in issue.cases}
    hidden = [each for each in changes if each.path not in issued and _is_confidential(each.path, sources)]
    date = record.issues[-1].date.isoformat()
    told = (
        Finding(
            "change-withheld",
            Place(posixpath.join(folder, "index.md"), each.line),
            {"document": posixpath.relpath(each.path, folder), "issued": date},
            Severity.REMARK,
        )
        for each in hidden
    )
    return tuple(each for each in changes if each not in hidden), tuple(told)


def _is_confidential(path: str, sources: Sources) -> bool:
    """Whether that is confidential, or is gone with the folder of a case that is."""
    case = posixpath.dirname(path)
    around = () if path in sources.files else (posixpath.join(case, "index.md"), f"{case}.md")
    return not sources.withheld.isdisjoint((path, *around))
