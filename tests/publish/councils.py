"""The record of a council of many members as model values: three votes in one paragraph, an election, a secret."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kallelse.model.archive import Archive
from kallelse.model.board import Board
from kallelse.model.dnr import Dnr
from kallelse.model.meeting import CaseKind, Committee
from kallelse.model.person import Person
from kallelse.model.record import Attendance, Attendee, Paragraph, Publication
from kallelse.model.section import SectionKind
from kallelse.model.vote import Ballot, Candidate, Election, Outcome, Side, Stand, StepKind, Tally, Vote

from tests.publish import archives
from tests.publish.archives import plain_case
from tests.publish.records import decided, one_set, section, told

COUNCIL = "kommunfullmaktige"
PARTIES = (*("S",) * 21, *("M",) * 14, *("SD",) * 9, *("C",) * 6, *("V",) * 5, *("KD",) * 3, *("L",) * 3)
"""The parties of a council of 61."""

_FIRST = ("Anna", "Bo", "Cecilia", "David", "Elsa", "Fredrik", "Gunilla", "Hassan", "Inga", "Jonas", "Karin")
_LAST = ("Alm", "Berg", "Cederström", "Dahlqvist", "Ek", "Fors")


def seats() -> tuple[Person, ...]:
    """The 61 members of the council."""
    names = [f"{first} {last}" for last in _LAST for first in _FIRST]
    return tuple(Person(name, party=party) for name, party in zip(names, PARTIES, strict=False))


def council() -> Archive:
    """A council: three votes in one paragraph whose points differ, an election taken up at the meeting, a secret."""
    folder = f"{COUNCIL}/2022-09-19"
    members = seats()
    stands = {"S": Stand.YES, "V": Stand.YES, "C": Stand.YES, "KD": Stand.ABSTAINS}
    open_vote = tuple(Ballot(each, stands.get(each.party, Stand.NO)) for each in members)
    budget = plain_case(folder, "01-budget", "Budget 2023", CaseKind.DECISION, dnr=Dnr("KS 2022/100"))
    vote = decided(
        101,
        "Budget 2023",
        ("Budgeten antas.", Outcome.APPROVED),
        ("Motionen om lägre skatt avslås.", Outcome.REJECTED),
        ("Motionen om skolskjuts anses besvarad.", Outcome.ANSWERED),
        sections=(
            section(
                SectionKind.VOTES,
                "Omröstningar",
                told(
                    Vote(Side("ärendet avgörs i dag"), Side("ärendet återremitteras"), stated=Tally(41, 20),
                         step=StepKind.DECIDE_NOW),
                    "41–20",
                ),
                told(
                    Vote(Side("Moderaternas budget"), Side("Sverigedemokraternas budget"), stated=Tally(14, 9, 38),
                         step=StepKind.COUNTER),
                    "14–9",
                ),
                told(Vote(Side("kommunstyrelsens förslag"), Side("Moderaternas budget"), open_vote), "Se tabellen."),
            ),
        ),
        case=budget.path,
        dnr=Dnr("KS 2022/100"),
    )  # fmt: skip
    votes = (("Anna Alm", 31), ("Bo Alm", 20), ("Cecilia Alm", 20))
    elected = decided(
        102,
        "Val av revisorer",
        ("Anna Alm (S) och Cecilia Alm (S) väljs till revisorer.", Outcome.ELECTED),
        sections=(
            section(
                SectionKind.VOTES,
                "Val med slutna sedlar",
                told(Election(tuple(Candidate(*each) for each in votes), 2, blank=3, lot=("Cecilia Alm",)), "Lotten."),
            ),
        ),
        is_added=True,
    )
    secret = Paragraph("Ärendet omfattas av sekretess", 103, publication=Publication.HEADING)
    meeting = archives.meeting(COUNCIL, "2022-09-19", *archives.numbered(budget), time="18:00")
    made = one_set(
        folder,
        dt.datetime(2022, 9, 19, 18, 0),
        dt.date(2022, 9, 28),
        vote,
        elected,
        secret,
        attendance=Attendance(members=tuple(Attendee(each) for each in members)),
        chairs=(Attendee(members[0]),),
    )
    body = Committee(
        path=f"{COUNCIL}/index.md",
        folder=COUNCIL,
        address=f"{COUNCIL}/index.html",
        name="Kommunfullmäktige",
        short="KF",
        boards=(Board("Norrsala"),),
        is_council=True,
        members=members,
        meetings=(replace(meeting, minutes=made),),
    )
    return Archive(archives.SETTINGS, (body,))
