"""The attendance of a meeting turned into findings: who sat on which seat, in the chair, and too many or too few."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from kallelse.check.record.held import Attended, Held, ambiguous, listed_as, marked
from kallelse.check.record.lines import place_in, place_naming, place_of
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.namesakes import typed_person
from kallelse.model.presence import Share
from kallelse.model.record import Attendee
from kallelse.model.section import SectionKind


def check_attendance(held: Held) -> Iterator[Finding]:
    """Findings about those who attended, each at the line that names them."""
    minutes = held.minutes
    top = place_of(minutes, "members", "serving")
    if not minutes.attendance.deciding:
        yield Finding("attendance-missing", top, severity=held.unfinished())
        return
    yield from _seats(held)
    yield from _unknown(held)
    yield from _nowhere(held)
    yield from _twice(held)
    yield from _shared(held)
    yield from _numbers(held, top)
    yield from _chairs(held)
    if not minutes.secretaries:
        yield Finding("record-no-secretary", place_of(minutes, "chair", "members"), severity=Severity.REMARK)
    for at in held.paragraphs:
        yield from _aside(held, at)
        yield from _reservations(held, at)


def _seats(held: Held) -> Iterator[Finding]:
    """Deputies for nobody; who sits on a vacant seat has no name for it."""
    if not held.roll.members:
        return
    for each in held.minutes.attendance.serving:
        if each.seat and typed_person(each.seat).name not in held.roll.seats:
            near = get_close_matches(each.seat, sorted(held.roll.seats), 1, 0.7)
            told = {"name": each.person.name, "seat": each.seat, "near": near[0] if near else ""}
            yield Finding("seat-misspelt" if near else "seat-unknown", Place(held.minutes.path, each.line), told)


def _unknown(held: Held) -> Iterator[Finding]:
    """Members and deputies whom the lists of the committee lack: misspelt, or, today, not of it."""
    attendance = held.minutes.attendance
    members, deputies = ({each.name for each in several} for several in (held.roll.members, held.roll.deputies))
    listed: tuple[tuple[set[str], Iterable[Attendee], str], ...] = (
        (members, attendance.members, "member-unknown"),
        (deputies, (*attendance.serving, *attendance.deputies), "deputy-unknown"),
    )
    for names, attended, code in listed:
        unknown = {each.person.name: each for each in attended if names and each.person.name not in names}
        for name, each in unknown.items():
            near = get_close_matches(name, sorted(members | deputies), 1, 0.85)
            place = Place(held.minutes.path, each.line)
            if near and near[0] != name:
                told = {"name": name, "near": near[0]}
                yield Finding("attendee-misspelt", place, told, Severity.REMARK)
            elif held.minutes.path == held.roll.latest:
                yield Finding(code, place, {"name": name}, Severity.REMARK)


def _nowhere(held: Held) -> Iterator[Finding]:
    """Those who attended paragraphs or items that the minutes lack."""
    attendance, minutes = held.minutes.attendance, held.minutes
    numbers = {paragraph.number for paragraph in minutes.paragraphs}
    items = {paragraph.item for paragraph in minutes.paragraphs}
    everyone = (*minutes.chairs, *minutes.secretaries, *attendance.deciding, *attendance.deputies, *attendance.others)
    for each in everyone:
        stretches = each.presence.here + each.presence.away
        ends = [end for stretch in stretches for end in (stretch.first, stretch.last) if end is not None]
        if any(end.paragraph not in numbers | {0} or end.item not in items | {""} for end in ends):
            told = {"name": each.person.name, "typed": each.presence.typed, "known": marked(sorted(numbers))}
            yield Finding("presence-outside", Place(minutes.path, each.line), told, Severity.REMARK)


def _twice(held: Held) -> Iterator[Finding]:
    """Two who sat on one seat all through a paragraph, and one who sat on two."""
    lines = {held.who(each.person): each.line for each in held.minutes.attendance.deciding}
    on_one: dict[tuple[str, str, str], list[int]] = {}
    on_two: dict[tuple[str, str, str], list[int]] = {}
    for at in held.paragraphs:
        whole = [each for each in at.servers if each.share is Share.WHOLE]
        for first, second in itertools.combinations(whole, 2):
            if first.seat == second.seat and first.who != second.who:
                on_one.setdefault((first.who, second.who, first.seat), []).append(at.paragraph.number)
            elif first.who == second.who and first.seat != second.seat:
                on_two.setdefault((first.who, first.seat, second.seat), []).append(at.paragraph.number)
    for (name, other, seat), numbers in on_one.items():
        told = {"name": name, "other": other, "seat": seat, "paragraphs": marked(numbers)}
        yield Finding("seat-twice", Place(held.minutes.path, lines[other]), told)
    for (name, seat, other), numbers in on_two.items():
        told = {"name": name, "seat": seat, "other": other, "paragraphs": marked(numbers)}
        yield Finding("seat-both", Place(held.minutes.path, lines[name]), told)


def _numbers(held: Held, place: Place) -> Iterator[Finding]:
    """More than the committee has, and no more than half of it, which may handle no case (KL 5:45–46, 6:27)."""
    members = len(held.roll.members)
    if not members:
        return
    many: dict[int, list[int]] = {}
    few: dict[int, list[int]] = {}
    for at in held.paragraphs:
        seats = {each.seat for each in at.present}
        if len(seats) > members:
            many.setdefault(len(seats), []).append(at.paragraph.number)
        if not held.roll.is_council:
            seats = {each.seat for each in at.present if each.who not in at.disqualified}
        if 2 * len(seats) <= members:
            few.setdefault(len(seats), []).append(at.paragraph.number)
    for code, found in (("attendance-many", many), ("attendance-few", few)):
        for count, numbers in found.items():
            told = {"paragraphs": marked(numbers), "count": str(count), "members": str(members)}
            yield Finding(code, place, told, Severity.REMARK)


def _chairs(held: Held) -> Iterator[Finding]:
    """Paragraphs without anybody in the chair, or with one who did not serve (KL 5:65, 6:35)."""
    none: list[int] = []
    away: dict[str, list[int]] = {}
    shared = {each.person.name for each in held.minutes.chairs if held.shared.meant(each.person) is None}
    for at in held.paragraphs:
        serving = {each.who for each in at.present}
        if not at.led:
            none.append(at.paragraph.number)
        elif serving.isdisjoint(at.led) and at.led[0] not in shared:
            away.setdefault(at.led[0], []).append(at.paragraph.number)
    place = place_of(held.minutes, "chair", "members")
    for each in held.minutes.chairs:
        if held.shared.meant(each.person) is None:
            yield ambiguous(held, each.person, Place(held.minutes.path, each.line or place.line))
    if none:
        yield Finding("record-no-chair", place, {"paragraphs": marked(none)}, held.unfinished())
    for name, numbers in away.items():
        line = next(each.line for each in held.minutes.chairs if held.who(each.person) == name)
        where = Place(held.minutes.path, line or place.line)
        if (other := held.misspelt_in_list(name)) is not None:
            yield listed_as(name, other, where)
        else:
            yield Finding("chair-away", where, {"name": name, "paragraphs": marked(numbers)})


def _aside(held: Held, at: Attended) -> Iterator[Finding]:
    """Disqualified members of a committee who stayed (KL 6:28–30), and names of nobody who attended."""
    paragraph, minutes = at.paragraph, held.minutes
    # Whoever attended a part of it went out for the rest.
    stayed = {each.who for each in at.servers if each.share is Share.WHOLE}
    lines = {held.who(each.person): each.line for each in minutes.attendance.deciding}
    aside = {SectionKind.DISQUALIFIED: at.disqualified, SectionKind.NOT_TAKING_PART: at.not_taking_part}
    for kind, name in ((kind, name) for kind, names in aside.items() for name in names):
        told = {"name": name, "paragraph": str(paragraph.number)}
        place = place_naming(minutes, paragraph, kind, typed_person(name).name)
        if name not in held.names:
            yield Finding("aside-unknown", place, told)
        elif held.shared.meant(typed_person(name)) is None:
            yield ambiguous(held, typed_person(name), place)
        elif kind is SectionKind.DISQUALIFIED and name in stayed and not held.roll.is_council:
            yield Finding("disqualified-present", Place(minutes.path, lines[name]), told)


def _reservations(held: Held, at: Attended) -> Iterator[Finding]:
    """Reservations of those who took no part in the decision (KL 4:27)."""
    entitled = {each.who for each in at.entitled}
    for name in at.paragraph.reserved:
        person = typed_person(name)
        place = place_naming(held.minutes, at.paragraph, SectionKind.RESERVATION, person.name)
        if held.shared.meant(person) is None:
            yield ambiguous(held, person, place)
        elif held.who(person) not in entitled:
            told = {"name": name, "paragraph": str(at.paragraph.number)}
            yield Finding("reservation-aside", place, told)


def _shared(held: Held) -> Iterator[Finding]:
    """Adjusters, and members whose seats deputies serve, of several of one name, or otherwise spelt in the list."""
    path = held.minutes.path
    for one in held.minutes.sets:
        named = {"adjusters": one.adjustment.adjusters, "reserve": one.adjustment.reserve}
        for key, n, person in ((key, n, each) for key, several in named.items() for n, each in enumerate(several)):
            place = place_in(held.minutes, one, f"{key}.{n}", key)
            if held.shared.meant(person) is None:
                yield ambiguous(held, person, place)
            elif (other := held.misspelt_in_list(person.name)) is not None:
                yield listed_as(person.name, other, place)
    for each in held.minutes.attendance.serving:
        if each.seat and held.shared.meant(typed_person(each.seat)) is None:
            yield ambiguous(held, typed_person(each.seat), Place(path, each.line))
