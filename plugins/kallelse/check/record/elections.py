"""The secret elections of a paragraph turned into findings: more votes or names than there can be, and ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kallelse.check.record.held import Attended, Held
from kallelse.model.finding import Finding, Place, Severity, listed
from kallelse.model.vote import Election, elected_of

_MOST = 5


def check_elections(held: Held, at: Attended) -> Iterator[Finding]:
    """Findings about the elections, each at its own line."""
    for step in at.paragraph.steps:
        if isinstance(step, Election):
            place = Place(held.minutes.path, step.line)
            if held.minutes.attendance.deciding:
                yield from _votes(at, step, place)
            yield from _names(step, place)


def _votes(at: Attended, election: Election, place: Place) -> Iterator[Finding]:
    """Each who is entitled has one ballot, which is blank or has at most as many names as there are seats."""
    entitled = len({each.seat for each in at.entitled})
    total = sum(each.votes for each in election.candidates)
    most = max((each.votes for each in election.candidates), default=0)
    if most + election.blank > entitled or total > election.seats * (entitled - election.blank):
        told = {"total": str(total), "blank": str(election.blank), "entitled": str(entitled)}
        yield Finding("election-many", place, told)


def _names(election: Election, place: Place) -> Iterator[Finding]:
    """Names beyond the seats, equals for the last seats, and a lot that was drawn among others (KL 5:56)."""
    seats = str(election.seats)
    elected, undrawn = elected_of(election), elected_of(replace(election, lot=()))
    if not any(each.votes for each in election.candidates):
        if len(election.candidates) > election.seats:
            yield Finding("election-names", place, {"names": str(len(election.candidates)), "seats": seats})
        return
    voted = [each.name for each in election.candidates if each.votes]
    if voted and len(voted) < election.seats:
        yield Finding("election-seats", place, {"names": listed(voted, _MOST), "seats": seats}, Severity.REMARK)
    if not undrawn.open_seats and election.lot:
        yield Finding("election-lot-needless", place, {"names": listed(election.lot, _MOST)})
    elif not set(election.lot) <= set(undrawn.tied):
        strange = [name for name in election.lot if name not in undrawn.tied]
        told = {"names": listed(strange, _MOST), "tied": listed(undrawn.tied, _MOST)}
        yield Finding("election-lot-strange", place, told)
    elif elected.open_seats:
        told = {"tied": listed(elected.tied, _MOST), "open": str(elected.open_seats)}
        yield Finding("election-tie", place, told)
