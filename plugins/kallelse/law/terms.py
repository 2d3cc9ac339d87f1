"""A day turned into the term for which the council sits on it (mandatperiod)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

# Kommunallagen (2017:725) 5 kap. 9 §: four years from 15 October of the year of election. The first election under it
# was that of 2018.
_FIRST = dt.date(2018, 10, 15)
_YEARS = 4


@dataclass(frozen=True, slots=True)
class Term:
    """A term by its first and its last day."""

    first: dt.date
    last: dt.date


def term_of(day: dt.date) -> Term | None:
    """The term that a day is in; None before the first under the law of today."""
    if day < _FIRST:
        return None
    year = _FIRST.year + (day.year - _FIRST.year) // _YEARS * _YEARS
    if day < _FIRST.replace(year=year):
        year -= _YEARS
    last = _FIRST.replace(year=year + _YEARS) - dt.timedelta(days=1)
    return Term(_FIRST.replace(year=year), last)


def terms_between(first: dt.date, last: dt.date) -> tuple[Term, ...]:
    """The terms that any of those days is in, in order."""
    found: list[Term] = []
    day = max(first, _FIRST)
    while day <= last and (term := term_of(day)) is not None:
        found.append(term)
        day = term.last + dt.timedelta(days=1)
    return tuple(found)
