"""Decisions, meetings, cases and finance tables turned into one CSV file each, and one of decisions for each year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kallelse.law.deadlines import Deadline
from kallelse.locale.data import Words, data_words
from kallelse.locale.spreadsheets import csv_file
from kallelse.model.address import absolute, csv_address
from kallelse.model.addresses import tables_of
from kallelse.model.meeting import Committee, Meeting
from kallelse.model.memory import Itself, Memory
from kallelse.model.settings import Language
from kallelse.model.vote import Stand, tally_of
from kallelse.publish import lists, parts
from kallelse.publish.appeal import appeal_time
from kallelse.publish.decision import MinutedParagraph, decision_text
from kallelse.publish.decisions import decided
from kallelse.publish.notices import notice_of
from kallelse.publish.outcome import is_told, outcome_tags
from kallelse.publish.page import Asset
from kallelse.publish.plan import Plan, end_of
from kallelse.publish.vote import vote_in_short

FOLDER = "data"

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table as a file: its name in the folder, title, what is in it, how many rows, the file itself."""

    name: str
    title: str
    about: str
    rows: int
    content: bytes

    @property
    def address(self) -> str:
        """Where the file stands on the site."""
        return f"{FOLDER}/{self.name}.csv"


@dataclass(frozen=True, slots=True)
class DataTables:
    """All tables, and those of the decisions of one year, the latest year first."""

    decisions: DataTable
    meetings: DataTable
    cases: DataTable
    finance: DataTable
    years: tuple[tuple[int, DataTable], ...]

    @property
    def whole(self) -> tuple[DataTable, ...]:
        """The tables of all years."""
        return self.decisions, self.meetings, self.cases, self.finance

    def assets(self) -> Iterator[Asset]:
        """Each as a file of the site."""
        for table in (*self.whole, *(table for _, table in self.years)):
            yield Asset(table.address, table.content)


def data_tables(plan: Plan, memory: Memory) -> DataTables:
    """The tables as they are on the day of the build; rows of what comes first stand first.

    The files are as `locale.spreadsheets` writes them in the language of the site. Days are ISO 8601,
    addresses whole where the site's own is known and else from its root. Their columns are those of `locale.data`.
    """
    told = [
        (Itself(meeting), Itself(plan.packet(meeting)), Itself(plan.record(meeting)), committee.path, committee.name)
        for committee, meeting in plan.archive.meetings()
    ]
    parts_of = (plan.settings, plan.as_of, *told)
    return memory.of("data tables", parts_of, lambda: _data_tables(plan, memory))


def _data_tables(plan: Plan, memory: Memory) -> DataTables:
    said = data_words(plan.language)
    table = partial(_table, language=plan.language)
    found = decided(plan, plan.archive.committees)[::-1]
    rows = [_decision(plan, each) for each in found]
    pairs = lists.by_time(plan.archive.meetings())
    of_year = lists.grouped(zip(found, rows, strict=True), lambda pair: pair[0].meeting.date.year)
    return DataTables(
        decisions=table("beslut", said.decisions, said.decision_columns, rows),
        meetings=table("moten", said.meetings, said.meeting_columns, [_meeting(plan, *pair) for pair in pairs]),
        cases=table("arenden", said.cases, said.case_columns, _cases(plan, said, pairs)),
        finance=table("tabeller", said.finance, said.finance_columns, _finance(plan, said, pairs, memory)),
        years=tuple(
            (
                year,
                table(f"beslut-{year}", said.decisions, said.decision_columns, [row for _, row in of_year[year]]),
            )
            for year in lists.years_of(of_year)
        ),
    )


def _table(name: str, told: tuple[str, str], columns: Row, rows: Iterable[Row], language: Language) -> DataTable:
    found = list(rows)
    return DataTable(name, *told, len(found), csv_file((columns, *found), language).encode())


def _decision(plan: Plan, each: MinutedParagraph) -> Row:
    paragraph = each.paragraph
    one = each.minutes.set_of(paragraph)
    notice = None if one is None else notice_of(one)
    appeal = appeal_time(one, paragraph)
    # The reader cuts what is not published; whatever is left of it is no data either.
    may_tell = is_told(paragraph)
    tallies = [tally_of(vote) for vote in paragraph.votes] if may_tell else []
    tags = outcome_tags(paragraph.outcomes, plan.words) if may_tell else ()
    extract = each.minutes.extract_pdf(paragraph)
    return (
        each.committee.name,
        each.meeting.date.isoformat(),
        str(paragraph.number),
        paragraph.title,
        paragraph.dnr.value if paragraph.dnr is not None else "",
        ", ".join(tag.text for tag in tags),
        decision_text(each) if may_tell else "",
        *(", ".join(str(tally.of(stand)) for tally in tallies) for stand in (Stand.YES, Stand.NO, Stand.ABSTAINS)),
        vote_in_short(paragraph, plan) if may_tell else "",
        _iso(None if one is None else one.adjustment.date),
        _iso(None if notice is None else notice.first),
        _iso(None if notice is None else notice.everywhere),
        appeal.day.isoformat() if isinstance(appeal, Deadline) else "",
        absolute(plan.settings.url, each.address),
        absolute(plan.settings.url, extract) if plan.record_file(each.meeting, extract) is not None else "",
    )


def _meeting(plan: Plan, committee: Committee, meeting: Meeting) -> Row:
    first, end = meeting.sittings[0], end_of(plan, meeting, meeting.sittings[-1])
    minutes, packet = plan.minutes(meeting), plan.packet(meeting)
    return (
        committee.name,
        meeting.title,
        meeting.date.isoformat(),
        first.start.isoformat(" ", "minutes"),
        end.isoformat(" ", "minutes") if end is not None else "",
        meeting.place,
        parts.status_tag(plan, meeting).text,
        _iso(meeting.issued if meeting.is_issued(plan.as_of) else None),
        str(len(meeting.cases)),
        absolute(plan.settings.url, meeting.address),
        absolute(plan.settings.url, meeting.packet) if packet is not None else "",
        absolute(plan.settings.url, minutes.address) if minutes is not None else "",
    )


def _cases(plan: Plan, said: Words, pairs: Sequence[lists.Pair]) -> Iterator[Row]:
    for committee, meeting in pairs:
        packet, minutes = plan.packet(meeting), plan.minutes(meeting)
        for row in meeting.agenda:
            case = row.case
            if case is None:
                continue
            found = () if minutes is None else minutes.of_case(case.path)
            numbers = [str(each.number) for each in found if each.number] or [case.paragraph]
            yield (
                committee.name,
                meeting.date.isoformat(),
                row.number,
                case.title,
                case.dnr.value if case.dnr is not None else "",
                said.kinds[case.kind],
                ", ".join(numbers),
                str(len(case.attachments)),
                absolute(plan.settings.url, case.address),
                absolute(plan.settings.url, case.pdf) if packet is not None and case.path in packet.cases else "",
            )


def _finance(plan: Plan, said: Words, pairs: Sequence[lists.Pair], memory: Memory) -> Iterator[Row]:
    for committee, meeting in pairs:
        for case in meeting.cases:
            for document in case.documents:
                for number, table in enumerate(tables_of(document, memory), start=1):
                    yield (
                        committee.name,
                        meeting.date.isoformat(),
                        case.title,
                        document.title or case.title,
                        table.caption or said.table.format(number=number),
                        table.unit,
                        absolute(plan.settings.url, document.address),
                        absolute(plan.settings.url, csv_address(document.address, number)),
                    )


def _iso(day: dt.date | None) -> str:
    return "" if day is None else day.isoformat()
