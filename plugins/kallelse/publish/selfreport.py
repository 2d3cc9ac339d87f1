"""The published archive and a day turned into what is missing in it, what came late and what is not shown."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from kallelse.law.deadlines import latest_announcement
from kallelse.locale.data import data_words
from kallelse.locale.selfreport import Words, report_words
from kallelse.locale.sorting import key
from kallelse.locale.spreadsheets import csv_file
from kallelse.model.address import relative
from kallelse.model.meeting import Access, Committee, Document, Meeting
from kallelse.model.record import Minutes, ParagraphSet, Publication
from kallelse.publish import lists, when
from kallelse.publish.page import Asset, Crumb, Page, PageKind
from kallelse.publish.parts import Value
from kallelse.publish.plan import DATA, REPORT, Plan, meeting_name
from kallelse.publish.status import Status, last_day

REPORT_CSV = "data/rapport.csv"
REPORT_JSON = "data/rapport.json"

_PATIENCE = dt.timedelta(days=21)
"""How long after a meeting all of its minutes may be wanting before that is told."""

# Of a paragraph that is not shown in full.
_IN_PART = (Publication.ANONYMISED, Publication.HEADING, Publication.NUMBER)

_VERSION = 1
# As many meetings of a kind, and whole years before the current one, as the page names; its files have all.
_NAMED, _YEARS = 20, 5


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of the meetings of a committee in a year, in the order of the report's columns."""

    held: int = 0
    without_papers: int = 0
    without_minutes: int = 0
    cancelled: int = 0
    postponed: int = 0
    late_notices: int = 0
    cases: int = 0
    decisions: int = 0
    withheld_cases: int = 0
    withheld_attachments: int = 0
    withheld_paragraphs: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        """All of them in order."""
        return tuple(getattr(self, each.name) for each in fields(self))

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(one + two for one, two in zip(self.numbers, other.numbers, strict=True)))


@dataclass(frozen=True, slots=True)
class YearCounts:
    """The counts of a committee's year."""

    committee: Committee
    year: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Report:
    """What the site says of itself: meetings of each kind in order of time, counts by committee and year.

    `unreadable` are foreign attachments with pages without text, `publications` the paragraphs that are not shown in
    full, by how much of them is, `withheld_issues` packets that are no longer shown as they went out; `grounds` are the
    provisions by which cases and attachments are confidential (`26:1`, empty for none told), with their numbers.
    """

    without_papers: tuple[lists.Pair, ...]
    without_minutes: tuple[lists.Pair, ...]
    cancelled: tuple[lists.Pair, ...]
    postponed: tuple[lists.Pair, ...]
    late_notices: tuple[lists.Pair, ...]
    unreadable: tuple[Document, ...]
    publications: Mapping[Publication, int]
    withheld_issues: int
    grounds: tuple[tuple[str, int], ...]
    years: tuple[YearCounts, ...]

    @property
    def total(self) -> Counts:
        """The counts of all committees and years."""
        return sum((each.counts for each in self.years), Counts())


@dataclass(frozen=True, slots=True)
class Counted:
    """Something counted, why it is, where each of it is found, and how many more there are."""

    term: str
    count: int
    why: str = ""
    links: tuple[Value, ...] = ()
    more: str = ""


def report_of(plan: Plan) -> Report:
    """What is counted from the published archive alone; what is withheld is a number."""
    pairs = lists.by_time(plan.archive.meetings())

    def those(is_so: Callable[[Plan, Meeting], bool]) -> tuple[lists.Pair, ...]:
        return tuple(pair for pair in pairs if is_so(plan, pair[1]))

    meetings = [meeting for _, meeting in pairs]
    withheld = [
        paragraph.publication
        for meeting in meetings
        if (minutes := plan.minutes(meeting)) is not None
        for paragraph in minutes.paragraphs
        if paragraph.publication is not Publication.FULL
    ]
    documents = (document for meeting in meetings for case in meeting.cases for document in case.documents)
    return Report(
        without_papers=those(_is_without_papers),
        without_minutes=those(_is_without_minutes),
        cancelled=those(lambda plan, meeting: plan.status(meeting) is Status.CANCELLED),
        postponed=those(lambda plan, meeting: plan.status(meeting) is Status.POSTPONED),
        late_notices=those(_is_announced_late),
        unreadable=tuple(document for document in documents if _is_unreadable(document)),
        publications=Counter(withheld),
        withheld_issues=sum(issue.withheld for meeting in meetings for issue in meeting.issues),
        grounds=_grounds(meetings),
        years=tuple(_years(plan)),
    )


def report_page(plan: Plan, report: Report) -> Page:
    """The page that says all of it."""
    said = report_words(plan.language)
    total, first = report.total, plan.as_of.year - _YEARS
    recent = [each for each in report.years if each.year >= first]
    html = plan.render(
        "report.html",
        r=said,
        built=said.built.format(day=when.day(plan.as_of, plan.language)),
        counted=[
            Counted(said.held, total.held),
            Counted(said.decisions, total.decisions),
            _meetings(plan, said.without_papers, report.without_papers, said.without_papers_why),
            _meetings(plan, said.without_minutes, report.without_minutes, said.without_minutes_why),
            _meetings(plan, said.cancelled, report.cancelled),
            _meetings(plan, said.postponed, report.postponed),
            _meetings(plan, said.late, report.late_notices, said.late_why),
            _named(
                said,
                said.unreadable,
                [Value(each.title, relative(each.address, REPORT)) for each in report.unreadable],
                said.unreadable_why,
            ),
        ],
        withheld=[
            Counted(said.withheld_cases, total.withheld_cases),
            Counted(said.withheld_attachments, total.withheld_attachments),
            Counted(said.withheld_issues, report.withheld_issues),
            *(Counted(said.withheld_paragraphs[each], report.publications[each]) for each in _IN_PART),
        ],
        grounds=[Counted(_ground(said, ground), count) for ground, count in report.grounds],
        years=[(each.committee.name, each.year, each.counts.numbers) for each in recent],
        older=said.older.format(year=first) if len(recent) < len(report.years) else "",
        csv=relative(REPORT_CSV, REPORT),
        json=relative(REPORT_JSON, REPORT),
    )
    return Page(
        address=REPORT,
        title=said.title,
        description=said.lead,
        html=html,
        kind=PageKind.REPORT,
        crumbs=(Crumb(data_words(plan.language).data, DATA),),
        here=said.title,
    )


def report_files(plan: Plan, report: Report) -> Iterator[Asset]:
    """The counts as a CSV file, and the whole report as JSON (RFC 8259), addresses from the site's root.

    version     1
    built       the day that the site was built for
    meetings    without_papers, without_minutes, cancelled, postponed, late_notices: lists of
                {committee, date, page}
    unreadable  title and page of foreign attachments with pages without text
    withheld    cases, attachments, issues, paragraphs {anonymised, heading, number}: how many of each
    years       committee, year and the counts of the CSV file's columns
    """
    said = report_words(plan.language)
    rows = [
        (each.committee.name, str(each.year), *(str(number) for number in each.counts.numbers)) for each in report.years
    ]
    yield Asset(REPORT_CSV, csv_file((said.columns, *rows), plan.language).encode())
    total = report.total
    found = {
        "version": _VERSION,
        "built": plan.as_of.isoformat(),
        "meetings": {
            name: [
                {"committee": committee.name, "date": meeting.date.isoformat(), "page": meeting.address}
                for committee, meeting in pairs
            ]
            for name, pairs in (
                ("without_papers", report.without_papers),
                ("without_minutes", report.without_minutes),
                ("cancelled", report.cancelled),
                ("postponed", report.postponed),
                ("late_notices", report.late_notices),
            )
        },
        "unreadable": [{"title": each.title, "page": each.address} for each in report.unreadable],
        "withheld": {
            "cases": total.withheld_cases,
            "attachments": total.withheld_attachments,
            "issues": report.withheld_issues,
            "grounds": dict(report.grounds),
            "paragraphs": {each.value: report.publications[each] for each in _IN_PART},
        },
        "years": [
            {
                "committee": each.committee.name,
                "year": each.year,
                **dict(zip((one.name for one in fields(Counts)), each.counts.numbers, strict=True)),
            }
            for each in report.years
        ],
    }
    yield Asset(REPORT_JSON, (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode())


def _grounds(meetings: Iterable[Meeting]) -> tuple[tuple[str, int], ...]:
    """The provisions by which cases, and attachments of others, are confidential: how often, by number of provision."""
    cases = [case for meeting in meetings for case in meeting.cases]
    found = Counter(case.ground for case in cases if case.access is not Access.PUBLIC)
    found.update(
        document.ground
        for case in cases
        if case.access is Access.PUBLIC
        for document in case.documents
        if document.access is not Access.PUBLIC
    )
    return tuple(sorted(found.items(), key=lambda each: (not each[0], key(each[0], "sv"))))


def _ground(said: Words, ground: str) -> str:
    chapter, _, section = ground.partition(":")
    return said.ground.format(chapter=chapter, section=section) if ground else said.no_ground


def _years(plan: Plan) -> Iterator[YearCounts]:
    for committee in sorted(plan.archive.committees, key=lambda each: key(each.name, plan.language)):
        of_year = lists.grouped(committee.meetings, lambda meeting: meeting.date.year)
        for year in lists.years_of(of_year):
            yield YearCounts(committee, year, sum((_counts(plan, each) for each in of_year[year]), Counts()))


def _counts(plan: Plan, meeting: Meeting) -> Counts:
    state, minutes, cases = plan.status(meeting), plan.minutes(meeting), meeting.cases
    paragraphs = () if minutes is None else minutes.paragraphs
    attachments = (document for case in cases if case.access is Access.PUBLIC for document in case.documents)
    return Counts(
        held=_is_held(plan, meeting),
        without_papers=_is_without_papers(plan, meeting),
        without_minutes=_is_without_minutes(plan, meeting),
        cancelled=state is Status.CANCELLED,
        postponed=state is Status.POSTPONED,
        late_notices=_is_announced_late(plan, meeting),
        cases=len(cases),
        decisions=sum(bool(each.decisions and each.number) for each in paragraphs),
        withheld_cases=sum(case.access is not Access.PUBLIC for case in cases),
        withheld_attachments=sum(each.access is not Access.PUBLIC for each in attachments),
        withheld_paragraphs=sum(each.publication is not Publication.FULL for each in paragraphs),
    )


def _is_held(plan: Plan, meeting: Meeting) -> bool:
    return plan.status(meeting) in (Status.HELD, Status.ADJUSTED)


def _is_without_papers(plan: Plan, meeting: Meeting) -> bool:
    return _is_held(plan, meeting) and not meeting.agenda


def _is_without_minutes(plan: Plan, meeting: Meeting) -> bool:
    if not _is_held(plan, meeting) or last_day(meeting) + _PATIENCE >= plan.as_of:
        return False
    minutes = plan.minutes(meeting)
    return minutes is None or not _is_whole(minutes, plan.as_of)


def _is_whole(minutes: Minutes, as_of: dt.date) -> bool:
    return minutes.is_notes or all(one.is_adjusted(as_of) for one in minutes.sets)


def _is_announced_late(plan: Plan, meeting: Meeting) -> bool:
    minutes = plan.minutes(meeting)
    return minutes is not None and any(_is_late(one, plan.as_of) for one in minutes.sets)


def _is_late(one: ParagraphSet, as_of: dt.date) -> bool:
    day = one.adjustment.date
    last = latest_announcement(day) if day is not None and one.is_adjusted(as_of) else None
    if last is None:
        return False
    up = {posting.board: posting.date for posting in one.postings if posting.date <= as_of}
    is_missing = as_of > last.day and (not up or any(board not in up for board in one.boards))
    return is_missing or any(each > last.day for each in up.values())


def _is_unreadable(document: Document) -> bool:
    foreign = document.foreign
    return document.has_pages and foreign is not None and any(not page.text.strip() for page in foreign.pages)


def _meetings(plan: Plan, term: str, pairs: Sequence[lists.Pair], why: str = "") -> Counted:
    """Meetings counted, and the latest of them with the link to its page."""
    links = [
        Value(
            f"{meeting_name(committee, meeting)} {when.days(meeting, plan.language)}",
            relative(meeting.address, REPORT),
        )
        for committee, meeting in pairs
    ]
    return _named(report_words(plan.language), term, links, why)


def _named(said: Words, term: str, links: Sequence[Value], why: str) -> Counted:
    """What is counted, of which the last ones are named, the latest first."""
    left = len(links) - _NAMED
    return Counted(
        term, len(links), why, tuple(links[: -_NAMED - 1 : -1]), said.more.format(count=left) if left > 0 else ""
    )
