"""A meeting turned into objects of type Meeting, AgendaItem, Consultation, File and Location."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kallelse.locale.data import data_words
from kallelse.model.address import page_address
from kallelse.model.changed import came, changed
from kallelse.model.filekinds import PICTURES
from kallelse.model.issue import ChangeKind
from kallelse.model.lasting import lasting, lasting_beside, lasting_case
from kallelse.model.meeting import AgendaRow, Case, Committee, Meeting, RowKind
from kallelse.model.record import Minutes, Paragraph
from kallelse.model.zone import instant
from kallelse.publish import when
from kallelse.publish.days import Days, case_days, meeting_days, paragraph_days
from kallelse.publish.decision import MinutedParagraph, decision_text
from kallelse.publish.oparl.documents import CaseFiles, MeetingFiles, case_files, meeting_files
from kallelse.publish.oparl.people import person_key
from kallelse.publish.oparl.thing import Ground, Json, Kind, Thing, name_key, page_key, several, together
from kallelse.publish.outcome import is_told, paragraph_tags
from kallelse.publish.plan import end_of, meeting_name
from kallelse.publish.status import Status

# As the specification recommends (Meeting.meetingState).
_STATES: Mapping[Status, str] = {
    Status.PLANNED: "terminiert",
    Status.CALLED: "eingeladen",
    Status.HELD: "eingeladen",
    Status.ADJUSTED: "durchgeführt",
    Status.CANCELLED: "terminiert",
    Status.POSTPONED: "terminiert",
}
_CALLED_OFF = (Status.CANCELLED, Status.POSTPONED)


@dataclass(frozen=True, slots=True)
class MeetingThings:
    """The objects of one meeting; the files of each case, and its consultation, by the path of the case."""

    meeting: Thing
    items: tuple[Thing, ...]
    consultations: Mapping[str, Thing]
    papers: Mapping[str, CaseFiles]
    files: tuple[Thing, ...]
    gone: tuple[Thing, ...]


def meeting_key(committee: Committee, meeting: Meeting) -> str:
    """The key of a meeting."""
    return lasting(committee, meeting)


def case_key(committee: Committee, meeting: Meeting, case: Case) -> str:
    """The key of what stands for a case."""
    return page_key(lasting_case(committee, meeting, case))


def meeting_things(
    ground: Ground, committee: Committee, meeting: Meeting, paper_of: Mapping[str, str], place: Days
) -> MeetingThings:
    """The objects of a meeting; `paper_of` are ids of papers by the path of a case, `place` the days of its place."""
    of_meeting = meeting_files(ground, committee, meeting)
    papers = {case.path: case_files(ground, committee, meeting, case) for case in meeting.cases}
    own = ground.id(Kind.MEETING, meeting_key(committee, meeting))
    items = list(_items(ground, committee, meeting, of_meeting, paper_of))
    consultations = {
        case.path: _consultation(ground, committee, meeting, case, own).within(paper=paper_of[case.path])
        for case in meeting.cases
        if case.path in paper_of
    }
    found = _meeting(ground, committee, meeting, of_meeting, items, place)
    files = [*(each.within(meeting=[own]) for each in of_meeting.whole), *_extracts(items, of_meeting)]
    live = {each.id for each in (*items, *consultations.values(), *files)}
    live |= {each.id for case in papers.values() for each in case.all}
    return MeetingThings(
        found,
        tuple(item.within(meeting=own) for item in items),
        consultations,
        papers,
        tuple(files),
        tuple(each for each in _gone(ground, committee, meeting) if each.id not in live),
    )


def _extracts(items: Sequence[Thing], files: MeetingFiles) -> Iterator[Thing]:
    """The extracts, each with the items that it belongs to."""
    of_file: dict[str, list[Json]] = {}
    for item in items:
        for file in (item.inner.get("resolutionFile"), *several(item.inner.get("auxiliaryFile"))):
            if isinstance(file, dict):
                of_file.setdefault(str(file["id"]), []).append(item.id)
    for extract in files.extracts.values():
        yield extract.within(agendaItem=of_file.get(extract.id, []))


def _meeting(
    ground: Ground,
    committee: Committee,
    meeting: Meeting,
    files: MeetingFiles,
    items: Sequence[Thing],
    place: Days,
) -> Thing:
    plan = ground.plan
    state, end = plan.status(meeting), end_of(plan, meeting, meeting.sittings[-1])
    minutes = plan.minutes(meeting)
    days = together(
        (
            meeting_days(plan, meeting),
            *(case_days(plan, meeting, case) for case in meeting.cases),
            *(() if minutes is None else (paragraph_days(plan, meeting, minutes.paragraphs),)),
        )
    )
    return ground.thing(
        Kind.MEETING,
        meeting_key(committee, meeting),
        days,
        name=f"{meeting_name(committee, meeting)} {when.days(meeting, plan.language)}",
        meetingState=_STATES[state],
        cancelled=True if state in _CALLED_OFF else None,
        start=instant(meeting.sittings[0].start),
        end=instant(end) if end is not None else None,
        location=location(ground, meeting.place, place).inner if meeting.place else None,
        organization=[ground.id(Kind.ORGANIZATION, committee.first_folder)],
        participant=[*_participants(ground, minutes)],
        invitation=files.invitation.inner if files.invitation is not None else None,
        resultsProtocol=files.minutes.inner if files.minutes is not None else None,
        auxiliaryFile=[each.inner for each in files.others],
        agendaItem=[item.inner for item in items],
        web=ground.url(meeting.address),
    )


def location(ground: Ground, place: str, days: Days) -> Thing:
    """A place as the site tells it."""
    return ground.thing(Kind.LOCATION, name_key(place), days, description=place)


def _participants(ground: Ground, minutes: Minutes | None) -> Iterator[Json]:
    """Those elected who attended, as the adjusted minutes tell it."""
    if minutes is None:
        return
    attendance = minutes.attendance
    people = (*minutes.chairs, *attendance.members, *attendance.serving, *attendance.deputies)
    yield from dict.fromkeys(ground.id(Kind.PERSON, person_key(ground, each.person)) for each in people)


def _items(
    ground: Ground, committee: Committee, meeting: Meeting, files: MeetingFiles, paper_of: Mapping[str, str]
) -> Iterator[Thing]:
    """The cases and formalities of the agenda, then the paragraphs that no case of it has."""
    minutes = ground.plan.minutes(meeting)
    paragraphs = () if minutes is None or minutes.is_notes else minutes.paragraphs
    cases = {case.path for case in meeting.cases}
    rows = [row for row in meeting.agenda if row.kind in (RowKind.CASE, RowKind.FORMALITY)]
    titles: dict[str, int] = {}
    order = 0
    for order, row in enumerate(rows, start=1):
        case = row.case
        if case is None:
            titles[row.title] = titles.get(row.title, 0) + 1
            yield _formality(ground, committee, meeting, row, order, titles[row.title])
        else:
            own = [each for each in paragraphs if each.case == case.path]
            days = case_days(ground.plan, meeting, case)
            consultation = (
                ground.id(Kind.CONSULTATION, case_key(committee, meeting, case)) if case.path in paper_of else None
            )
            yield ground.thing(
                Kind.ITEM,
                case_key(committee, meeting, case),
                days,
                number=row.number,
                order=order,
                name=case.title,
                consultation=consultation,
                **_decided(ground, committee, meeting, own, files),
                web=ground.url(case.address),
            )
    for place, paragraph in enumerate((each for each in paragraphs if each.case not in cases), start=order + 1):
        assert minutes is not None
        address = minutes.paragraph_address(paragraph)
        yield ground.thing(
            Kind.ITEM,
            page_key(lasting(committee, meeting, address)),
            paragraph_days(ground.plan, meeting, (paragraph,)),
            number=paragraph.item,
            order=place,
            name=paragraph.title,
            **_decided(ground, committee, meeting, [paragraph], files),
            web=ground.url(address),
        )


def _formality(ground: Ground, committee: Committee, meeting: Meeting, row: AgendaRow, order: int, count: int) -> Thing:
    key = f"{meeting_key(committee, meeting)}/rad-{name_key(row.title)}{f'-{count}' if count > 1 else ''}"
    return ground.thing(
        Kind.ITEM, key, meeting_days(ground.plan, meeting), number=row.number, order=order, name=row.title
    )


def _decided(
    ground: Ground,
    committee: Committee,
    meeting: Meeting,
    paragraphs: Sequence[Paragraph],
    files: MeetingFiles,
) -> dict[str, Json | None]:
    """What paragraphs of an item came to: outcomes, text, the extract; where it has several, the others beside it."""
    minutes = ground.plan.minutes(meeting)
    if minutes is None or not paragraphs:
        return {}
    told = [MinutedParagraph(committee, meeting, minutes, each) for each in paragraphs if is_told(each)]
    tags = dict.fromkeys(tag.text for each in paragraphs for tag in paragraph_tags(each, ground.plan.words))
    extracts = [files.extracts[key] for each in paragraphs if (key := minutes.key_of(each)) in files.extracts]
    return {
        "result": ", ".join(tags),
        "resolutionText": " ".join(text for each in told if (text := decision_text(each))),
        "resolutionFile": extracts[0].inner if extracts else None,
        "auxiliaryFile": [each.inner for each in extracts[1:]],
    }


def _consultation(ground: Ground, committee: Committee, meeting: Meeting, case: Case, own: str) -> Thing:
    minutes = ground.plan.minutes(meeting)
    found = () if minutes is None else minutes.of_case(case.path)
    decisions = [decision for each in found if is_told(each) for decision in each.decisions]
    return ground.thing(
        Kind.CONSULTATION,
        case_key(committee, meeting, case),
        case_days(ground.plan, meeting, case),
        agendaItem=ground.id(Kind.ITEM, case_key(committee, meeting, case)),
        meeting=own,
        organization=[ground.id(Kind.ORGANIZATION, committee.first_folder)],
        # What is a proposal to another body is no decision.
        authoritative=any(not each.to for each in decisions) if decisions else None,
        role=data_words(ground.plan.language).kinds[case.kind],
        web=ground.url(case.address),
    )


def _gone(ground: Ground, committee: Committee, meeting: Meeting) -> Iterator[Thing]:
    """What went out with the summons and was withdrawn since; nothing of what may no longer be told."""
    for one in changed(meeting):
        issued, change = one.issued, one.change
        if one.kind is not ChangeKind.WITHDRAWN or issued is None or not issued.title or change.withhold:
            continue
        holding = [each for each in meeting.issues if any(doc.path == change.path for doc in each.documents)]
        if change.date > ground.plan.as_of or any(each.withheld for each in holding):
            continue
        first = came(meeting, (change.path,)) or meeting.issued or holding[0].date
        days = Days(first, change.date)
        if any(case.path == change.path for each in holding for case in each.cases):
            key = page_key(lasting(committee, meeting, page_address(change.path)))
            yield ground.gone(Kind.ITEM, key, days)
            yield ground.gone(Kind.CONSULTATION, key, days)
        else:
            address, folder = _published_as(change.path), posixpath.dirname(change.path)
            of = next((each for each in meeting.cases if each.path == f"{folder}/index.md"), None)
            known = (
                lasting(committee, meeting, address) if of is None else lasting_beside(committee, meeting, of, address)
            )
            yield ground.gone(Kind.FILE, known, days)


def _published_as(path: str) -> str:
    """The file that a withdrawn document was published as: its page, itself, or a PDF made of it."""
    stem, end = posixpath.splitext(path)
    if end == ".md":
        return page_address(path)
    return path if path.lower().endswith((".pdf", *PICTURES)) else f"{stem}.pdf"
