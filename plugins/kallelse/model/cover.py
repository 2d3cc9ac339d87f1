"""A meeting's cover and agenda turned into what is kept of them when they go out, and held against it afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kallelse.model.digest import cover_digest, row_digest
from kallelse.model.issue import Issue, IssuedRow
from kallelse.model.meeting import Access, AgendaRow, Case, Meeting


def cover_rows(meeting: Meeting) -> tuple[IssuedRow, ...]:
    """The rows of the agenda as they go out."""
    return tuple(
        IssuedRow(key, row_digest(row, is_titled=titled), titled)
        for key, row in _rows(meeting)
        for titled in (_is_titled(row),)
    )


def is_cover_as_issued(meeting: Meeting, issue: Issue) -> bool:
    """Whether the cover is what it was, but for what follows from documents that came, went or were changed."""
    if issue.documents[0].digest != cover_digest(meeting):
        return False
    today = _rows(meeting)
    then, here = {row.key for row in issue.rows}, {key for key, _ in today}
    papers = [one.path for one in issue.documents]
    before = [row for row in issue.rows if row.key in here or _stands_alone(row.key, papers)]
    now = [(key, row) for key, row in today if key in then or not _has_pages(row.case)]
    return [row.key for row in before] == [key for key, _ in now] and all(
        row_digest(row, is_titled=one.is_titled) == one.digest for one, (_, row) in zip(before, now, strict=True)
    )


def _rows(meeting: Meeting) -> list[tuple[str, AgendaRow]]:
    """The rows that can be told again: a case by its path, one that is confidential by its number."""
    return [(key, row) for row in meeting.agenda for key in _keys(row)]


def _keys(row: AgendaRow) -> Iterator[str]:
    if row.case is None:
        yield ""
    elif row.case.access is Access.PUBLIC:
        yield row.case.path
    elif row.number:
        yield f"#{row.number}"


def _is_titled(row: AgendaRow) -> bool:
    """Whether the cover alone says what the row is called: a letter that is changed tells it itself."""
    if row.case is None:
        return True
    letter = row.case.letter
    # What stands for a title of what is confidential is the settings' phrase as a rule.
    return row.case.access is Access.PUBLIC and (letter is None or not letter.has_pages)


def _has_pages(case: Case | None) -> bool:
    """Whether a case that came is declared with its documents, or is no more than a stub of one."""
    return case is not None and (case.access is not Access.PUBLIC or any(one.has_pages for one in case.documents))


def _stands_alone(key: str, papers: Collection[str]) -> bool:
    """Whether what is gone from the agenda had no document to declare in its stead."""
    if key.startswith("#"):
        return False
    folder = key.removesuffix("index.md") if key.endswith("/index.md") else key
    return not key or not any(path.startswith(folder) for path in papers)
