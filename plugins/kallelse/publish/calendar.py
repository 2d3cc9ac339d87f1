"""Meetings turned into calendars (RFC 5545, 7986): all of them, those of a committee, and one alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from kallelse.locale.dates import day
from kallelse.locale.follow import follow_words
from kallelse.model.address import absolute, slug
from kallelse.model.history import committed
from kallelse.model.lasting import lasting
from kallelse.model.meeting import Committee, Meeting, MeetingStatus, RowKind
from kallelse.model.moveddays import former_days
from kallelse.model.record import RecordForm
from kallelse.model.zone import midnight, moment
from kallelse.publish.days import meeting_days
from kallelse.publish.plan import Plan, end_of, meeting_name
from kallelse.publish.status import last_day

ALL = "kalender/allt.ics"
# As many whole years before the current one as a calendar goes back.
_BACK = 2
# The most octets of a line, its end not counted (RFC 5545, 3.1).
_LONGEST = 75
_ASKED_AGAIN = "PT6H"

Pair = tuple[Committee, Meeting]


def calendar_of_committee(committee: Committee) -> str:
    """The address of a committee's calendar, by the first name that its folder had, so that it stays."""
    return f"kalender/namnd-{committee.first_folder}.ics"


def is_shown(meeting: Meeting, as_of: dt.date) -> bool:
    """Whether calendars have the meeting: all that are to come, and those of this year and the two before."""
    return last_day(meeting).year >= as_of.year - _BACK


def calendar(plan: Plan, address: str, name: str, pairs: Iterable[Pair]) -> str:
    """A calendar to subscribe to, as it stands at that address.

    It has no METHOD: PUBLISH asks for an ORGANIZER that mail reaches (RFC 5546, 3.2.1), and nothing is sent. Whoever
    subscribes is not busy while a committee meets.
    """
    about = follow_words(plan.language).calendar_about.format(site=plan.settings.site_title)
    head = [
        *_opening(plan),
        _text("NAME", name),
        _text("X-WR-CALNAME", name),
        _text("DESCRIPTION", about),
        _text("X-WR-CALDESC", about),
        f"REFRESH-INTERVAL;VALUE=DURATION:{_ASKED_AGAIN}",
        f"X-PUBLISHED-TTL:{_ASKED_AGAIN}",
    ]
    if plan.settings.url:
        head.append(f"SOURCE;VALUE=URI:{absolute(plan.settings.url, address)}")
    events = (line for pair in pairs for line in _events(plan, *pair, is_busy=False))
    return _written((*head, *events, "END:VCALENDAR"))


def meeting_calendar(plan: Plan, committee: Committee, meeting: Meeting) -> str:
    """One meeting, for whoever attends it to put into a calendar of their own."""
    return _written((*_opening(plan), *_events(plan, committee, meeting, is_busy=True), "END:VCALENDAR"))


def _opening(plan: Plan) -> tuple[str, ...]:
    return (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Kallelse//Kallelse//{plan.language.upper()}",
        "CALSCALE:GREGORIAN",
    )


def _events(plan: Plan, committee: Committee, meeting: Meeting, *, is_busy: bool) -> Iterator[str]:
    """An event for each sitting; one that was called off stays, and says so."""
    said, settings = follow_words(plan.language), plan.settings
    name, is_off = meeting_name(committee, meeting), meeting.status is not MeetingStatus.CALLED
    match meeting.status:
        case MeetingStatus.CANCELLED:
            name = said.event_cancelled.format(meeting=name)
        case MeetingStatus.POSTPONED:
            name = said.event_postponed.format(meeting=name)
        case MeetingStatus.CALLED:
            pass
    stamp = _utc(midnight(_last(plan, meeting)))
    owner = slug(settings.name) or "kommunen"
    minutes = plan.minutes(meeting)
    place = "" if minutes is not None and minutes.form is RecordForm.CIRCULATION else meeting.place
    for number, sitting in enumerate(meeting.sittings, start=1):
        end = end_of(plan, meeting, sitting)
        yield "BEGIN:VEVENT"
        yield _text("UID", f"{lasting(committee, meeting)}{f'/{number}' if number > 1 else ''}@{owner}")
        yield f"SEQUENCE:{_sequence(plan, committee, meeting)}"
        yield f"DTSTAMP:{stamp}"
        yield f"LAST-MODIFIED:{stamp}"
        yield f"DTSTART:{_utc(moment(sitting.start))}"
        if end is not None:
            yield f"DTEND:{_utc(moment(end))}"
        yield _text("SUMMARY", name)
        if place:
            yield _text("LOCATION", place)
        if settings.url:
            yield f"URL:{absolute(settings.url, meeting.address)}"
        if told := _description(plan, meeting, has_end=end is not None or is_off):
            yield _text("DESCRIPTION", told)
        yield _text("CATEGORIES", committee.name)
        yield f"STATUS:{'CANCELLED' if is_off else 'CONFIRMED'}"
        yield f"TRANSP:{'OPAQUE' if is_busy and not is_off else 'TRANSPARENT'}"
        yield "END:VEVENT"


def _last(plan: Plan, meeting: Meeting) -> dt.date:
    """The day on which something of the meeting was changed last; of one never dated, that of the build or its own."""
    return meeting_days(plan, meeting).last or min(plan.as_of, meeting.date)


def _sequence(plan: Plan, committee: Committee, meeting: Meeting) -> int:
    """How often the meeting was changed: commits of its file, or what it declares, and moves.

    It only grows (RFC 5545, 3.8.7.4) as long as every build knows all commits; reading them tells where one does not.
    """
    declared = int(meeting.is_issued(plan.as_of)) + int(meeting.status is not MeetingStatus.CALLED)
    return (
        max(len(committed(plan.archive.history, (meeting.path,), plan.as_of)), declared)
        + len(committee.moved_from)
        + len(meeting.moved_from)
    )


def _description(plan: Plan, meeting: Meeting, *, has_end: bool) -> str:
    said, settings = follow_words(plan.language), plan.settings
    lines = [meeting.status_note] if meeting.status_note else []
    if before := former_days(meeting):
        lines.append(said.moved_from.format(day=day(before[-1], plan.language)))
    if not has_end:
        lines.append(said.event_no_end)
    rows = [row for row in meeting.agenda if row.kind in (RowKind.CASE, RowKind.FORMALITY)]
    if rows:
        lines += ["", said.event_agenda, *(f"{row.number}. {row.title}" if row.number else row.title for row in rows)]
    if settings.url:
        lines.append("")
        minutes = plan.minutes(meeting)
        if plan.packet(meeting) is not None:
            lines.append(said.event_packet.format(url=absolute(settings.url, meeting.packet)))
        if minutes is not None:
            lines.append(said.event_record.format(url=absolute(settings.url, minutes.address)))
        lines.append(said.event_page.format(url=absolute(settings.url, meeting.address)))
    return "\n".join(lines).strip()


def _utc(at: dt.datetime) -> str:
    return f"{at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _text(name: str, value: str) -> str:
    """A property with a text (RFC 5545, 3.3.11), in which no control character may stand but a line's end."""
    kept = "".join(letter for letter in value if letter in "\n\t" or letter.isprintable() or letter.isspace())
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        kept = kept.replace(sign, written)
    return f"{name}:{kept}"


def _written(lines: Iterable[str]) -> str:
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line))


def _folded(line: str) -> Iterator[str]:
    """The line in pieces that are not too long, none of which ends within a letter; all but the first are indented."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if size + octets > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece
