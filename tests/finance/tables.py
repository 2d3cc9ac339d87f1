"""Finance fences read into tables, for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hypothesis import settings
from kallelse.check.finance import check_table
from kallelse.locale.findings import remedy, wrong
from kallelse.model.finance import FinanceTable
from kallelse.model.finding import Finding
from kallelse.model.settings import Language
from kallelse.read.finance.carrier import Load
from kallelse.read.finance.fence import read_fence
from kallelse.read.finance.sheet import TypedTable, csv_sheet

# How long an example takes says nothing on a machine that does other work.
UNHURRIED = settings(deadline=None)
PATH = "gsn/2022-09-26/03-rapport/bilaga-1.md"
FOLDER = "gsn/2022-09-26/03-rapport/"


def opened(files: Mapping[str, str]) -> Load:
    """What opens CSV files, given as texts by path."""

    def load(path: str) -> tuple[TypedTable | None, tuple[Finding, ...]]:
        text = files.get(path, "\ufffd")
        return (None, ()) if "\ufffd" in text else csv_sheet(text, path)

    return load


def read(
    source: str, language: Language = "sv", files: Mapping[str, str] | None = None, line: int = 1
) -> tuple[FinanceTable | None, tuple[Finding, ...]]:
    """The table of a fence whose inside begins at `line`, and what was found; `files` by path."""
    return read_fence(source, PATH, line, language, opened(files or {}))


def table_of(
    source: str, language: Language = "sv", files: Mapping[str, str] | None = None, line: int = 1
) -> FinanceTable:
    """The table of a fence in which nothing is wrong."""
    table, findings = read(source, language, files, line)
    assert findings == ()
    assert table is not None
    return table


def all_findings(source: str, language: Language = "sv") -> tuple[Finding, ...]:
    """What reading and checking find in a fence."""
    table, findings = read(source, language)
    return findings if table is None else (*findings, *check_table(table))


def codes(findings: Iterable[Finding]) -> list[str]:
    """The codes, in order."""
    return [finding.code for finding in findings]


def said(finding: Finding, language: Language = "sv") -> str:
    """The whole of what a secretary reads."""
    return f"{finding.place.path}:{finding.place.line} {wrong(finding, language)} {remedy(finding, language)}"


def grid(table: FinanceTable) -> list[list[str]]:
    """The body as printed, with ordinary blanks."""
    return [[cell.printed.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def column(table: FinanceTable, index: int) -> list[str]:
    """One column of the body as printed."""
    return [row[index] for row in grid(table)]
