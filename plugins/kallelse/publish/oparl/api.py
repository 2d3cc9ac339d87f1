"""All objects by OParl 1.1, and the lists of them, as files of the site."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from kallelse.law.terms import terms_between
from kallelse.locale.data import data_words
from kallelse.model.history import committed
from kallelse.model.memory import Itself, Memory
from kallelse.publish import lists
from kallelse.publish.days import Days, meeting_days
from kallelse.publish.oparl.meetings import MeetingThings, location, meeting_key, meeting_things
from kallelse.publish.oparl.papers import paper_files, paper_of, paper_thing, papers
from kallelse.publish.oparl.people import people, shared_names
from kallelse.publish.oparl.thing import Ground, Json, Kind, Object, Thing, list_address, several, together
from kallelse.publish.page import Asset
from kallelse.publish.plan import DATA, START, Plan

_VERSION = "https://schema.oparl.org/1.1/"
_SETTINGS = "kallelse.yml"
# As many objects as a page of a list holds; the specification asks for pages from 100 on (2.5). A meeting holds all its
# items.
_PAGE = 100
_MEETINGS = 25

_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def is_published(plan: Plan) -> bool:
    """Whether the site has objects: their ids need its address."""
    return bool(plan.settings.url) and plan.settings.open_data.oparl


def oparl_files(plan: Plan, files: Mapping[str, bytes], memory: Memory) -> Iterator[Asset]:
    """Every object and every page of a list; `files` are those of the site by address.

    A list begins with what came first, so that what is new stands on its last page and those before stay as they are.
    What was deleted is in none (2.5).
    """
    if not is_published(plan):
        return
    ground = Ground(plan, files, plan.settings.url.rstrip("/") + "/", shared_names(plan.archive))
    made = _things(ground, memory)
    for things in made.values():
        yield from (Asset(thing.address, _file(thing.alone)) for thing in things)
    live = {kind: [thing for thing in things if not thing.deleted] for kind, things in made.items()}
    for kind, things in live.items():
        if kind is not Kind.SYSTEM:
            yield from _pages(ground, (kind.value,), things)
    for committee in plan.archive.committees:
        own = ground.id(Kind.ORGANIZATION, committee.first_folder)
        for kind in (Kind.MEETING, Kind.CONSULTATION):
            mine = [thing for thing in live[kind] if own in several(thing.inner.get("organization"))]
            yield from _pages(ground, (kind.value, committee.first_folder), mine)


def _things(ground: Ground, memory: Memory) -> dict[Kind, list[Thing]]:
    plan = ground.plan
    known = papers(ground)
    of_case = paper_of(ground, known)
    pairs = lists.by_time(plan.archive.meetings())
    days = {meeting.path: meeting_days(plan, meeting) for _, meeting in pairs}
    of_place = {
        place: together(days[meeting.path] for _, meeting in found)
        for place, found in lists.grouped(pairs, lambda pair: pair[1].place).items()
    }
    # What is told of a place is its name, which makes it another when it changes.
    first_of = {place: Days(found.first, found.first) for place, found in of_place.items()}
    meetings: dict[str, MeetingThings] = {}
    for committee, meeting in pairs:
        told = (
            *(plan.settings, plan.as_of, Itself(plan.archive.history), ground.shared),
            *(committee.folder, committee.moved_from, committee.name),
            *(first_of[meeting.place], tuple(of_case.get(case.path, "") for case in meeting.cases)),
            *(Itself(meeting), Itself(plan.packet(meeting)), Itself(plan.record(meeting))),
        )
        make = partial(meeting_things, ground, committee, meeting, of_case, first_of[meeting.place])
        meetings[meeting.path] = memory.of(("oparl", meeting.path), told, make)
    of_folder = {
        committee.folder: together(days[meeting.path] for meeting in committee.meetings)
        for committee in plan.archive.committees
    }
    found = people(ground, of_folder)
    every = together(of_folder.values())
    terms = _terms(ground, every)
    return {
        Kind.SYSTEM: [_system(ground, every)],
        Kind.BODY: [_body(ground, every, terms)],
        Kind.TERM: [each.within(body=ground.id(Kind.BODY, "")) for each in terms],
        Kind.ORGANIZATION: list(found.organizations),
        Kind.PERSON: list(found.persons),
        Kind.MEMBERSHIP: list(found.memberships),
        Kind.MEETING: [each.meeting for each in meetings.values()],
        Kind.ITEM: _of_meetings(meetings, Kind.ITEM, lambda each: each.items),
        Kind.PAPER: [paper_thing(ground, each, meetings) for each in known],
        Kind.CONSULTATION: _of_meetings(meetings, Kind.CONSULTATION, lambda each: each.consultations.values()),
        Kind.FILE: [
            *_of_meetings(meetings, Kind.FILE, lambda each: each.files),
            *(thing for each in known for thing in paper_files(ground, each, meetings)),
        ],
        Kind.LOCATION: [*_locations(ground, pairs, first_of)],
    }


def _of_meetings(
    meetings: Mapping[str, MeetingThings], kind: Kind, those: Callable[[MeetingThings], Iterable[Thing]]
) -> list[Thing]:
    """The objects of one kind of all meetings, what is gone last."""
    live = [thing for each in meetings.values() for thing in those(each)]
    return [*live, *(thing for each in meetings.values() for thing in each.gone if thing.kind is kind)]


def _system(ground: Ground, known: Days) -> Thing:
    settings = ground.plan.settings
    said = data_words(ground.plan.language)
    return ground.thing(
        Kind.SYSTEM,
        "",
        _told_days(ground.plan, known),
        oparlVersion=_VERSION,
        license=_licence(ground),
        body=ground.list(Kind.BODY.value),
        name=said.system.format(site=settings.site_title, name=settings.name),
        contactEmail=settings.open_data.email or settings.email,
        contactName=settings.open_data.contact or settings.name,
        website=ground.url(START),
        web=ground.url(DATA),
    )


def _body(ground: Ground, known: Days, terms: Sequence[Thing]) -> Thing:
    settings, organization = ground.plan.settings, Kind.ORGANIZATION
    council = next((each for each in ground.plan.archive.committees if each.is_council), None)
    return ground.thing(
        Kind.BODY,
        "",
        _told_days(ground.plan, known),
        system=ground.id(Kind.SYSTEM, ""),
        name=settings.name,
        license=_licence(ground),
        equivalent=[settings.open_data.publisher] if settings.open_data.publisher else [],
        contactEmail=settings.open_data.email or settings.email,
        contactName=settings.open_data.contact or settings.name,
        organization=ground.list(organization.value),
        person=ground.list(Kind.PERSON.value),
        meeting=ground.list(Kind.MEETING.value),
        paper=ground.list(Kind.PAPER.value),
        agendaItem=ground.list(Kind.ITEM.value),
        consultation=ground.list(Kind.CONSULTATION.value),
        file=ground.list(Kind.FILE.value),
        locationList=ground.list(Kind.LOCATION.value),
        legislativeTermList=ground.list(Kind.TERM.value),
        membership=ground.list(Kind.MEMBERSHIP.value),
        classification=data_words(ground.plan.language).municipality,
        mainOrganization=ground.id(organization, council.first_folder) if council is not None else None,
        web=ground.url(START),
    ).holding("legislativeTerm", [each.inner for each in terms])


def _licence(ground: Ground) -> str:
    licence = ground.plan.settings.open_data.licence
    return "" if licence is None else licence.value


def _told_days(plan: Plan, known: Days) -> Days:
    """When the settings were written; where that is not known, it may have been today."""
    written = committed(plan.archive.history, (_SETTINGS,), plan.as_of)
    if not written:
        return Days(known.first, None)
    return together((Days(known.first, None), Days(written[0], written[-1])))


def _terms(ground: Ground, known: Days) -> tuple[Thing, ...]:
    """The terms of the council in which there were meetings, and that of today."""
    plan = ground.plan
    first = min((meeting.date for _, meeting in plan.archive.meetings()), default=plan.as_of)
    said = data_words(plan.language)
    return tuple(
        ground.thing(
            Kind.TERM,
            str(term.first.year),
            Days(max(term.first, known.first or term.first), max(term.first, known.first or term.first)),
            name=said.term.format(first=term.first.year, last=term.last.year),
            startDate=term.first.isoformat(),
            endDate=term.last.isoformat(),
        )
        for term in terms_between(min(first, plan.as_of), plan.as_of)
    )


def _locations(ground: Ground, pairs: Sequence[lists.Pair], days: Mapping[str, Days]) -> Iterator[Thing]:
    for place, found in lists.grouped(pairs, lambda pair: pair[1].place).items():
        if place:
            own: list[Json] = [ground.id(Kind.MEETING, meeting_key(*pair)) for pair in found]
            yield location(ground, place, days[place]).within(meetings=own)


def _pages(ground: Ground, path: Sequence[str], things: Sequence[Thing]) -> Iterator[Asset]:
    """A list of objects as pages; how many there are in all stands on the first alone, so that no other changes."""
    size = _MEETINGS if path[0] == Kind.MEETING.value else _PAGE
    count = max(1, -(-len(things) // size))
    for number in range(1, count + 1):
        links: Object = {"first": ground.list(*path)}
        if number > 1:
            links["prev"] = ground.url(list_address(path, number - 1))
        links["self"] = ground.url(list_address(path, number))
        if number < count:
            links["next"] = ground.url(list_address(path, number + 1))
        pagination: Object = {"elementsPerPage": size, "currentPage": number}
        if number == 1:
            links["last"] = ground.url(list_address(path, count))
            pagination |= {"totalElements": len(things), "totalPages": count}
        shown: list[Json] = [thing.alone for thing in things[(number - 1) * size : number * size]]
        yield Asset(list_address(path, number), _file({"data": shown, "pagination": pagination, "links": links}))


def _file(value: Object) -> bytes:
    return f"{_WRITER.encode(value)}\n".encode()
