"""The archive and a day turned into the notice board, which shows what the law lets it show and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from kallelse.law.deadlines import Deadline, PersonalTime, latest_council_announcement, time_to_appeal
from kallelse.locale.appeal import appeal_text
from kallelse.locale.board import Words, board_words
from kallelse.locale.figures import SPACE
from kallelse.locale.law import citation
from kallelse.locale.paragraphs import numbered
from kallelse.model.address import relative
from kallelse.model.archive import APPEALS, BOARD
from kallelse.model.delegated import DelegatedDecision
from kallelse.model.hashed import hashed
from kallelse.model.lasting import lasting
from kallelse.model.law import Appeal, Provision
from kallelse.model.meeting import Committee, Meeting, MeetingStatus
from kallelse.model.record import Paragraph
from kallelse.model.text import Body
from kallelse.publish import parts, when
from kallelse.publish.feeds import feed_of_board
from kallelse.publish.follow import alternates, box_of_board
from kallelse.publish.news import key_of
from kallelse.publish.notices import Announced, Notice, announced_decisions, announced_sets
from kallelse.publish.page import Page, PageKind
from kallelse.publish.parts import Fact, Tag, Value, fact
from kallelse.publish.plan import Plan
from kallelse.publish.status import is_to_come, last_day
from kallelse.publish.text import Writer

# As much of a digest as tells apart what one committee's delegates decide on a day.
_DIGEST = 12


@dataclass(frozen=True, slots=True)
class AppealLine:
    """How some of a notice's decisions are appealed: what is said, the day or what stands for it, where it is told."""

    label: str
    said: str
    is_day: bool
    href: str
    link: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A computed day, and the provisions it comes from."""

    term: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A notice as it hangs on the board, at `anchor` on any day; `name` tells it from the others."""

    anchor: str
    heading: str
    about: str
    name: str
    lines: tuple[AppealLine, ...]
    facts: tuple[Fact, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class CouncilSheet:
    """A meeting of the council that is announced, at `anchor`, with its cases in the order of the agenda."""

    anchor: str
    heading: str
    about: str
    lead: str
    href: str
    tag: Tag | None
    cases: tuple[tuple[str, str], ...]
    grounds: tuple[Ground, ...]


def board_page(plan: Plan) -> Page:
    """The notice board as it is on the day of the build, with what KL 8 kap. 10–11 §§ let it show."""
    said = board_words(plan.language)
    appeals = tuple((each.value, appeal_text(each, plan.archive.appeals, plan.language)) for each in Appeal)
    bodies = tuple(body for _, body in appeals)
    # One writer, so that no two texts have a note of the same number.
    whole = Body(notes=tuple(note for body in bodies for note in body.notes))
    writer = Writer(whole, APPEALS, BOARD, plan.addresses, plan.words)
    html = plan.render(
        "notices.html",
        b=said,
        day=when.day(plan.as_of, plan.language).replace(" ", SPACE),
        sheets=tuple(sheet_of_set(plan, each, said) for each in announced_sets(plan)),
        has_council=any(committee.is_council for committee in plan.archive.committees),
        council=tuple(council_sheet(plan, *pair, said) for pair in council_meetings(plan)),
        decisions=tuple(sheet_of_decision(plan, *each, said) for each in announced_decisions(plan)),
        appeals=tuple((name, writer.blocks(body.blocks, 2)) for name, body in appeals),
        notes=writer.notes(3),
        follow=box_of_board(plan),
        grounds_of_board=_cited(plan, (Provision.KL_8_10, Provision.KL_8_11)),
    )
    return Page(
        address=BOARD,
        title=said.board,
        description=said.board_description,
        html=html,
        kind=PageKind.BOARD,
        indexed=True,
        meta=(("kind", said.board),),
        alternates=alternates(plan, feed_of_board(plan.settings)),
    )


def sheet_of_set(plan: Plan, each: Announced, said: Words) -> Sheet:
    """A set of paragraphs as the board announces it, its links as from there."""
    one, minutes = each.one, each.minutes
    numbers = numbered(one.numbers)
    listed = minutes.within(one)
    href = minutes.address if len(listed) != 1 else minutes.paragraph_address(listed[0])
    immediately = said.immediately_all if len(one.numbers) > 1 else said.immediately
    pdf = minutes.proof_pdf(one)
    proof = Value(said.proof_link, relative(pdf, BOARD)) if plan.record_file(each.meeting, pdf) is not None else None
    lines = tuple(_lines(plan, each.notice, listed, said))
    adjusted = parts.day_of(one.adjustment.date, plan)
    return Sheet(
        anchor=f"{lasting(each.committee, each.meeting)}/{key_of(one)}",
        heading=each.committee.name,
        about=said.meeting_of.format(day=when.days(each.meeting, plan.language)),
        name=numbers,
        lines=lines,
        facts=(
            *fact(said.paragraphs, Value(numbers, relative(href, BOARD)), immediately if one.is_immediate else None),
            *fact(said.adjusted, adjusted),
            *_posted(plan, each.notice, said),
            *fact(said.kept, one.kept),
            *fact(said.proof, proof),
        ),
        grounds=_grounds(plan, each.notice, {paragraph.appeal for paragraph in listed}, said),
    )


def sheet_of_decision(plan: Plan, committee: Committee, one: DelegatedDecision, notice: Notice, said: Words) -> Sheet:
    """A delegated decision as the board announces it, its links as from there."""
    return Sheet(
        anchor=_anchor(committee, one),
        heading=one.decision,
        about=committee.name,
        name="",
        lines=(_line(plan, notice, one.appeal, "", said),),
        facts=(
            *fact(said.decided, when.day(one.date, plan.language)),
            *fact(said.decided_by, one.by),
            *fact(plan.words.dnr, one.dnr.value if one.dnr is not None else ""),
            *_posted(plan, notice, said),
            *fact(said.kept, one.kept),
        ),
        grounds=_grounds(plan, notice, {one.appeal}, said),
    )


def _anchor(committee: Committee, one: DelegatedDecision) -> str:
    """Where a decision stands on the board; of several that say the same, the one that was announced first alone."""

    def own(each: DelegatedDecision) -> str:
        told = hashed((each.decision, "" if each.dnr is None else each.dnr.identity))[:_DIGEST]
        return f"{committee.first_folder}/{each.date.isoformat()}-{told}"

    of_day = (each for each in committee.delegated if each.date == one.date and each.postings)
    alike = [each for each in of_day if own(each) == own(one)]
    alike.sort(key=lambda each: min(posting.date for posting in each.postings))
    place = next(number for number, each in enumerate(alike, start=1) if each is one)
    return f"{own(one)}-{place}" if place > 1 else own(one)


def _posted(plan: Plan, notice: Notice, said: Words) -> Iterator[Fact]:
    """Each board's day, and the day on which the notice comes down, once where it is the same for all."""

    def line(board: str, day: dt.date) -> str:
        words = when.day(day, plan.language)
        return said.board_day.format(board=board, day=words) if board else words

    yield from fact(
        said.posted,
        *(line(posting.board, posting.date) for posting in notice.postings),
        *(said.not_posted.format(board=board) for board in notice.missing),
    )
    removed = [(posting.board, day) for posting in notice.postings if (day := notice.removed(posting)) is not None]
    # A board that has the notice not yet takes it down on no such day.
    if not notice.missing and len({day for _, day in removed}) == 1:
        removed = [("", removed[0][1])]
    yield from fact(said.down, *(line(*each) for each in removed))


def _lines(plan: Plan, notice: Notice, listed: Iterable[Paragraph], said: Words) -> Iterator[AppealLine]:
    """A line for each way to appeal among the paragraphs, naming its own where there are several."""
    by_way: dict[Appeal, list[int]] = {}
    for paragraph in listed:
        by_way.setdefault(paragraph.appeal, []).append(paragraph.number)
    for way in Appeal:
        if way in by_way:
            yield _line(plan, notice, way, numbered(by_way[way]) if len(by_way) > 1 else "", said)


def _line(plan: Plan, notice: Notice, way: Appeal, numbers: str, said: Words) -> AppealLine:
    href = relative(f"{BOARD}#k_{way.value}", BOARD)

    def line(label: str, day: str, *, is_day: bool = False, link: str = said.appeal_when) -> AppealLine:
        return AppealLine(f"{label}, {numbers}" if numbers else label, day, is_day, href, link)

    match way:
        case Appeal.MUNICIPAL if notice.appeal is not None:
            return line(said.last_day, when.day(notice.appeal.day, plan.language), is_day=True)
        case Appeal.MUNICIPAL:
            return line(said.last_day, said.no_day_yet)
        case Appeal.ADMINISTRATIVE:
            return line(said.appeal, said.personal_time)
        case Appeal.NONE:
            return line(said.appeal, said.no_appeal, link=said.appeal_none_why)
        case never:
            assert_never(never)


def _grounds(plan: Plan, notice: Notice, ways: Iterable[Appeal], said: Words) -> tuple[Ground, ...]:
    """The provisions of each computed day that the sheet prints."""
    found: list[tuple[str, tuple[Provision, ...]]] = []
    if Appeal.MUNICIPAL in ways and notice.appeal is not None:
        found.append((said.last_day, notice.appeal.provisions))
    if Appeal.ADMINISTRATIVE in ways and isinstance(time := time_to_appeal(Appeal.ADMINISTRATIVE, ()), PersonalTime):
        found.append((said.personal_time, time.provisions))
    if notice.down is not None and any(posting.removed is None for posting in notice.postings):
        found.append((said.down, notice.down.provisions))
    return tuple(Ground(term, _cited(plan, provisions)) for term, provisions in found)


def _cited(plan: Plan, provisions: Iterable[Provision]) -> tuple[str, ...]:
    return tuple(citation(provision, plan.language) for provision in provisions)


def council_meetings(plan: Plan) -> Iterator[tuple[Committee, Meeting]]:
    """The meetings of the council that are announced and not over; one that was called off says so till its day."""
    for committee, meeting in plan.archive.meetings():
        if committee.is_council and meeting.is_issued(plan.as_of) and last_day(meeting) >= plan.as_of:
            yield committee, meeting


def council_sheet(plan: Plan, committee: Committee, meeting: Meeting, said: Words) -> CouncilSheet:
    """A meeting of the council as the board announces it."""
    latest = latest_council_announcement(meeting.date)
    lead = ", ".join(each for each in (when.day_and_times(meeting, plan.words), meeting.place) if each)
    return CouncilSheet(
        anchor=f"{lasting(committee, meeting)}/sammantrade",
        heading=f"{committee.name}, {meeting.title}" if meeting.title else committee.name,
        about=said.announced.format(day=parts.day_of(meeting.issued, plan)),
        lead=lead,
        href=relative(meeting.address, BOARD),
        tag=None if is_to_come(meeting, plan.as_of) else parts.status_tag(plan, meeting),
        cases=tuple((row.number, row.title) for row in meeting.agenda if row.case is not None)
        if meeting.status is MeetingStatus.CALLED
        else (),
        grounds=() if latest is None else (_council_ground(plan, latest, said),),
    )


def _council_ground(plan: Plan, latest: Deadline, said: Words) -> Ground:
    day = when.day(latest.day, plan.language)
    return Ground(f"{said.latest_announced}: {day}", _cited(plan, latest.provisions))
