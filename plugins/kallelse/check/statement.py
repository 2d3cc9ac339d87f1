"""An accessibility statement turned into findings: its days, its status beside what it lists, whom one reaches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.statement import Conformance, Statement

_LEAP_DAY = (2, 29)


def check_statement(statement: Statement | None) -> Iterator[Finding]:
    """Findings about what the statement says: an error where it contradicts itself to its readers, else remarks."""
    if statement is None:
        return
    if statement.assessed > statement.updated:
        yield _remark("statement-order", statement)
    if statement.status is Conformance.FULL:
        if statement.lacks or statement.burden:
            yield replace(_remark("statement-full", statement), severity=Severity.ERROR)
    elif not statement.lacks and not statement.burden:
        yield _remark("statement-nothing", statement)
    if not (statement.form or statement.email or statement.phone):
        yield _remark("statement-unreachable", statement)


def check_days(statement: Statement | None, as_of: dt.date | None) -> Iterator[Finding]:
    """Findings about the statement on a site of the day `as_of`, none without one: it is to be reviewed each year."""
    if statement is None or as_of is None:
        return
    days = {"assessed": statement.assessed, "updated": statement.updated, "published": statement.published}
    for key, day in days.items():
        if day is not None and day > as_of:
            yield _remark("statement-ahead", statement, key=key, day=day.isoformat())
    if statement.updated < as_of and _a_year_after(statement.updated) < as_of:
        yield _remark("statement-old", statement)
    if statement.mended is not None and statement.mended < as_of and statement.lacks:
        yield _remark("statement-mended", statement, day=statement.mended.isoformat())


def _remark(code: str, statement: Statement, **more: str) -> Finding:
    days = {"assessed": statement.assessed.isoformat(), "updated": statement.updated.isoformat()}
    return Finding(code, Place(statement.path, statement.line), {**days, **more}, Severity.REMARK)


def _a_year_after(day: dt.date) -> dt.date:
    if (day.month, day.day) == _LEAP_DAY:
        return dt.date(day.year + 1, 3, 1)
    return day.replace(year=day.year + 1)
