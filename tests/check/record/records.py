"""A small committee with the record of one meeting that is right in everything, to be broken in one thing by a test."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kallelse.check.record.held import roll_of
from kallelse.check.record.minutes import check_record
from kallelse.model.board import Board
from kallelse.model.decision import Decision, Point
from kallelse.model.finding import Finding
from kallelse.model.meeting import AgendaRow, Case, Committee, Meeting, RowKind, Sitting
from kallelse.model.person import Person
from kallelse.model.presence import Bound, Presence, Stretch
from kallelse.model.record import Adjustment, Attendance, Attendee, Minutes, Paragraph, ParagraphSet, Posting
from kallelse.model.section import Section, SectionKind
from kallelse.model.text import Body, Para, Recorded, Text
from kallelse.model.vote import Ballot, Outcome, Proposition, RecordNoun, Side, Stand, Vote

DAY = dt.date(2022, 9, 26)
PATH = "nn/2022-09-26/minutes.md"
MEMBERS = ("Karin Ahlström", "Anders Holmgren", "Leila Haddad", "Per Nyberg", "Eva Lindroth", "Mats Öberg")
CHAIR, VICE, ABSENT = MEMBERS[0], MEMBERS[1], MEMBERS[5]
DEPUTIES = ("Erik Dahl", "Gunnel Åström")
SERVING, IDLE = DEPUTIES
BOARDS = ("Norrsala", "Ekvik")


def from_to(first: int, last: int, *, is_part: bool = False) -> Presence:
    """All of those paragraphs, or a part of the first and of the last."""
    return Presence("", (Stretch(Bound(first, is_part=is_part), Bound(last, is_part=is_part)),))


def without(*numbers: int) -> Presence:
    return Presence("", (), tuple(Stretch(Bound(number), Bound(number)) for number in numbers))


def attendee(name: str, presence: Presence | None = None, seat: str = "", line: int = 5) -> Attendee:
    return Attendee(Person(name), presence or Presence(), seat, line=line)


def people(names: Iterable[str]) -> tuple[Attendee, ...]:
    return tuple(attendee(name, line=10 + place) for place, name in enumerate(names))


ATTENDANCE = Attendance(
    members=(*people(MEMBERS[:5]), attendee(ABSENT, from_to(23, 23), line=15)),
    serving=(attendee(SERVING, from_to(21, 22), ABSENT, line=16),),
    deputies=(attendee(IDLE, line=17),),
)


def ballots(yes: Iterable[str], no: Iterable[str], abstaining: Iterable[str] = ()) -> tuple[Ballot, ...]:
    stands = {Stand.YES: yes, Stand.NO: no, Stand.ABSTAINS: abstaining}
    names = [(name, stand) for stand, several in stands.items() for name in several]
    return tuple(Ballot(Person(name), stand, line=60 + place) for place, (name, stand) in enumerate(names))


YES, NO = (CHAIR, "Leila Haddad", SERVING), (VICE, "Per Nyberg", "Eva Lindroth")
VOTE = Vote(
    Side("förslaget", Outcome.APPROVED),
    Side("yrkandet", Outcome.AMENDED),
    ballots(YES, NO),
    casting=Stand.YES,
    line=55,
)


def case(number: int, **facts: Any) -> Case:
    path = f"nn/2022-09-26/{number}.md"
    return replace(Case(path, path.replace(".md", ".html"), f"Ärende {number}"), **facts)


def section(*nouns: RecordNoun, kind: SectionKind = SectionKind.VOTES) -> Section:
    return Section(kind, (Text("Omröstning"),), "omrostning", tuple(Recorded(noun, ()) for noun in nouns))


def decided(text: str = "Förslaget bifalls.", outcome: Outcome | None = None, to: str = "") -> Decision:
    return Decision(0, (Point(0, (Para((Text(text, 58),), 58),), outcome, line=58),), to, line=57)


def paragraph(number: int, *nouns: RecordNoun, **facts: Any) -> Paragraph:
    item = str(number - 20)
    made = Paragraph(
        f"Ärende {item}",
        number,
        item=item,
        case=f"nn/2022-09-26/{item}.md",
        sections=(section(*nouns),) if nouns else (),
        decisions=(decided(),),
        line=(number - 17) * 10,
    )
    return replace(made, **facts)


def body(*texts: str) -> Body:
    """Texts on the lines from 41, those of § 21."""
    return Body(tuple(Para((Text(text, 41 + place),), 41 + place) for place, text in enumerate(texts)))


def adjusted(*numbers: int, **facts: Any) -> ParagraphSet:
    made = ParagraphSet(
        numbers,
        adjustment=Adjustment(dt.date(2022, 10, 3), adjusters=(Person(VICE),)),
        postings=tuple(Posting(board, dt.date(2022, 10, 4), line=82) for board in BOARDS),
        boards=BOARDS,
        kept="Kommunkansliet",
        line=80,
    )
    return replace(made, **facts)


def minutes(*paragraphs: Paragraph, **facts: Any) -> Minutes:
    """The minutes of §§ 21–23, of which § 22 has a vote, or of those given."""
    given = paragraphs or (paragraph(21), paragraph(22, VOTE), paragraph(23))
    made = Minutes(
        PATH,
        "nn/2022-09-26",
        dt.datetime(2022, 9, 26, 13, 15),
        dt.datetime(2022, 9, 26, 14, 40),
        place="Stadshuset",
        chairs=(attendee(CHAIR, line=3),),
        secretaries=(attendee("Sofia Berglund", line=4),),
        attendance=ATTENDANCE,
        sets=(adjusted(*(each.number for each in given)),),
        paragraphs=given,
    )
    return replace(made, **facts)


def meeting(record: Minutes | None = None, day: dt.date = DAY, folder: str = "nn", **facts: Any) -> Meeting:
    rows = tuple(AgendaRow(RowKind.CASE, f"Ärende {n}", str(n), case(n)) for n in (1, 2, 3))
    made = Meeting(
        f"{folder}/{day}/index.md",
        str(day),
        f"{folder}/{day}/index.html",
        f"{folder}/{day}/kallelse.pdf",
        folder,
        (Sitting(dt.datetime.combine(day, dt.time(13, 15))),),
        agenda=rows,
        minutes=record,
    )
    return replace(made, **facts)


def committee(*meetings: Meeting, **facts: Any) -> Committee:
    made = Committee(
        "nn/index.md",
        "nn",
        "nn/index.html",
        "Nämnden",
        "NN",
        boards=tuple(map(Board, BOARDS)),
        members=tuple(map(Person, MEMBERS)),
        deputies=tuple(map(Person, DEPUTIES)),
        meetings=meetings,
    )
    return replace(made, **facts)


def found(record: Minutes, called: Meeting | None = None, as_of: dt.date | None = None, **facts: Any) -> list[Finding]:
    """The findings about the minutes, of a committee with those facts."""
    held = replace(called or meeting(), minutes=record)
    told = check_record(roll_of(committee(held, **facts)), held, record, as_of)
    # Nothing is locked here, which is told of all of them; tests of what is adjusted and kept are their own.
    return [each for each in told if each.code != "lock-missing"]


def codes(record: Minutes, called: Meeting | None = None, as_of: dt.date | None = None, **facts: Any) -> list[str]:
    return [finding.code for finding in found(record, called, as_of, **facts)]


def carried(outcome: Outcome | None = None, **facts: Any) -> Proposition:
    """A proposition that was carried."""
    return replace(Proposition(("förslaget",), 0, outcome=outcome, line=56), **facts)
