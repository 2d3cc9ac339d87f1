"""Committees and those elected to them turned into objects of type Organization, Person and Membership."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kallelse.locale.data import Words, data_words
from kallelse.model.archive import Archive
from kallelse.model.history import committed
from kallelse.model.meeting import Committee
from kallelse.model.person import Person
from kallelse.publish.days import Days, paragraph_days
from kallelse.publish.oparl.thing import Apart, Ground, Kind, Thing, name_key, together
from kallelse.publish.plan import Plan

# Rough kinds that the specification names (Organization.organizationType), and what it calls a council.
_COMMITTEE, _PARTY, _COUNCIL = "Gremium", "Partei", "Parlament"


@dataclass(frozen=True, slots=True)
class People:
    """Committees and parties, those elected, and what they are elected to."""

    organizations: tuple[Thing, ...]
    persons: tuple[Thing, ...]
    memberships: tuple[Thing, ...]


def person_key(ground: Ground, person: Person) -> str:
    """The key of a person: the name, and of one that several have what tells them apart."""
    key = name_key(person.name)
    if (key, Apart.PARTY_AND_PLACE) in ground.shared:
        return name_key(" ".join(part for part in (person.name, person.party, person.place) if part))
    if (key, Apart.PARTY) in ground.shared:
        return name_key(" ".join(part for part in (person.name, person.party) if part))
    return key


def shared_names(archive: Archive) -> frozenset[tuple[str, Apart]]:
    """The names that several have of those elected: two of one committee, or two who sit for different parties."""
    parties: dict[str, set[str]] = {}
    found: dict[str, Apart] = {}
    for committee in archive.committees:
        of_name: dict[str, set[tuple[str, str]]] = {}
        for person in (*committee.members, *committee.deputies):
            key = name_key(person.name)
            of_name.setdefault(key, set()).add((person.party, person.place))
            parties.setdefault(key, set()).update({person.party} - {""})
        for key, several in of_name.items():
            if len(several) > len({party for party, _ in several}):
                found[key] = Apart.PARTY_AND_PLACE
            elif len(several) > 1:
                found.setdefault(key, Apart.PARTY)
    for key, different in parties.items():
        if len(different) > 1:
            found.setdefault(key, Apart.PARTY)
    return frozenset(found.items())


def people(ground: Ground, days: Mapping[str, Days]) -> People:
    """All of them; `days` are those of each committee with its meetings, by its folder.

    Of persons nothing is told but what the pages of committees and minutes show of those elected: not officers, nor
    others present.
    """
    memberships: dict[str, list[Thing]] = {}
    names: dict[str, str] = {}
    seen: dict[str, list[Days]] = {}
    parties: dict[str, list[Days]] = {}
    of_committee: dict[str, list[Thing]] = {}
    for committee in ground.plan.archive.committees:
        its = _listed_days(ground.plan, committee, days[committee.folder])
        for person, membership in _memberships(ground, committee, its):
            key = person_key(ground, person)
            names[key] = person.name
            seen.setdefault(key, []).append(its)
            if person.party:
                parties.setdefault(person.party, []).append(its)
            mine = memberships.setdefault(key, [])
            if all(each.id != membership.id for each in mine):
                mine.append(membership.within(person=ground.id(Kind.PERSON, key)))
                of_committee.setdefault(committee.folder, []).append(membership)
        for person, when in _recorded(ground.plan, committee):
            key = person_key(ground, person)
            names.setdefault(key, person.name)
            seen.setdefault(key, []).append(when)
    body = ground.id(Kind.BODY, "")
    persons = (
        ground.thing(
            Kind.PERSON,
            key,
            together(seen[key]),
            body=body,
            name=names[key],
            membership=[each.inner for each in memberships.get(key, ())],
        )
        for key in sorted(names)
    )
    committees = (
        _organization(ground, committee, days[committee.folder], of_committee.get(committee.folder, ()))
        for committee in ground.plan.archive.committees
    )
    return People(
        (*committees, *(_party(ground, name, together(parties[name])) for name in sorted(parties))),
        tuple(persons),
        tuple(each for key in sorted(memberships) for each in memberships[key]),
    )


def party_key(name: str) -> str:
    """The key of a party; no committee has one like it."""
    return f"parti/{name_key(name)}"


def _listed_days(plan: Plan, committee: Committee, known: Days) -> Days:
    """When the committee's page was written; where that is not known, it may have been today."""
    written = committed(plan.archive.history, committee.files, plan.as_of)
    if not written:
        return Days(known.first, None)
    return together((Days(known.first, None), Days(written[0], written[-1])))


def _organization(ground: Ground, committee: Committee, days: Days, members: Iterable[Thing]) -> Thing:
    return ground.thing(
        Kind.ORGANIZATION,
        committee.first_folder,
        _listed_days(ground.plan, committee, days),
        body=ground.id(Kind.BODY, ""),
        name=committee.name,
        shortName=committee.short,
        membership=[each.id for each in members],
        meeting=ground.list(Kind.MEETING.value, committee.first_folder),
        consultation=ground.list(Kind.CONSULTATION.value, committee.first_folder),
        organizationType=_COMMITTEE,
        classification=_COUNCIL if committee.is_council else None,
        web=ground.url(committee.address),
    )


def _party(ground: Ground, name: str, days: Days) -> Thing:
    return ground.thing(
        Kind.ORGANIZATION,
        party_key(name),
        days,
        body=ground.id(Kind.BODY, ""),
        name=name,
        organizationType=_PARTY,
        classification=data_words(ground.plan.language).party,
    )


def _memberships(ground: Ground, committee: Committee, days: Days) -> Iterator[tuple[Person, Thing]]:
    said = data_words(ground.plan.language)
    for person in committee.members:
        yield person, _membership(ground, said, committee, person, days, deputy=False)
    for person in committee.deputies:
        yield person, _membership(ground, said, committee, person, days, deputy=True)


def _membership(
    ground: Ground, said: Words, committee: Committee, person: Person, days: Days, *, deputy: bool
) -> Thing:
    key = f"{committee.first_folder}/{person_key(ground, person)}{'-ersattare' if deputy else ''}"
    return ground.thing(
        Kind.MEMBERSHIP,
        key,
        days,
        organization=ground.id(Kind.ORGANIZATION, committee.first_folder),
        role=person.title or (said.deputy if deputy else said.member),
        votingRight=not deputy,
        onBehalfOf=ground.id(Kind.ORGANIZATION, party_key(person.party)) if person.party else None,
    )


def _recorded(plan: Plan, committee: Committee) -> Iterator[tuple[Person, Days]]:
    """Those elected who attended, as adjusted minutes tell it."""
    for meeting in committee.meetings:
        minutes = plan.minutes(meeting)
        if minutes is not None:
            days = paragraph_days(plan, meeting, minutes.paragraphs)
            attendance = minutes.attendance
            for each in (*minutes.chairs, *attendance.members, *attendance.serving, *attendance.deputies):
                yield each.person, days
