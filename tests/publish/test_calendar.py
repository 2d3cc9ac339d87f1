"""Calendars: what a calendar reads of a meeting, the hour in summer and winter, and what a line may be."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event
from kallelse.model.archive import Archive
from kallelse.model.meeting import CaseKind, Meeting, MeetingStatus, Sitting
from kallelse.model.record import Minutes, RecordForm
from kallelse.publish import calendar
from kallelse.publish.plan import plan

from tests.publish import archives, moved, records, sites
from tests.publish.archives import GSN, meeting, numbered, plain_case, with_meeting

ROOT = archives.SETTINGS.url


def files(archive: Archive, as_of: dt.date = archives.AS_OF) -> dict[str, bytes]:
    """The calendars of an archive, by address."""
    found = sites.followed(archive, archives.packets(), as_of)
    return {each.address: each.content for each in found if each.address.endswith(".ics")}


def events(content: bytes) -> list[Event]:
    """What a calendar reads; it reads all of it."""
    read = Calendar.from_ical(content.decode())
    assert isinstance(read, Calendar)
    assert read.errors == []
    found = list(read.walk("VEVENT"))
    assert all(each.errors == [] for each in found)
    return [each for each in found if isinstance(each, Event)]


def only(*meetings: Meeting, as_of: dt.date = archives.AS_OF, **fields: object) -> list[Event]:
    """The events of one committee's calendar."""
    archive = replace(with_meeting(*meetings), **fields)  # type: ignore[arg-type]
    return events(files(archive, as_of)[f"kalender/namnd-{GSN}.ics"])


def at(day: str, time: str, end: str = "") -> Sitting:
    closed = dt.datetime.fromisoformat(f"{day}T{end}") if end else None
    return Sitting(dt.datetime.fromisoformat(f"{day}T{time}"), closed)


def test_there_is_a_calendar_of_all_of_each_committee_and_of_each_meeting() -> None:
    assert set(files(archives.archive())) == {
        *("kalender/allt.ics", f"kalender/namnd-{GSN}.ics", f"kalender/namnd-{archives.GSN_AU}.ics"),
        *(meeting.calendar for _, meeting in archives.archive().meetings()),
    }


def test_a_meeting_that_is_moved_stays_one_event_of_which_a_newer_version_is_read() -> None:
    def numbered_events(archive: Archive) -> dict[str, int]:
        return {str(each["UID"]): int(each["SEQUENCE"]) for each in events(files(archive)["kalender/allt.ics"])}

    before, after = numbered_events(moved.before()), numbered_events(moved.archive())
    assert after.keys() == before.keys()
    assert {uid for uid in after if after[uid] > before[uid]} == {f"{GSN}/2022-09-19@norrsala-kommun"}


def test_a_renamed_committee_keeps_its_calendar_of_which_newer_versions_are_read() -> None:
    def numbered_events(*moved_from: str) -> list[int]:
        whole = with_meeting(meeting(GSN, "2022-09-26"), meeting(GSN, "2022-11-28", issued=None), moved_from=moved_from)
        found = files(whole)
        return [int(each["SEQUENCE"]) for each in events(found[f"kalender/namnd-{[*moved_from, GSN][0]}.ics"])]

    assert numbered_events() == [1, 0]
    assert numbered_events("servicenamnd") == [2, 1]
    assert numbered_events("servicenamnd", "namnden") == [3, 2]


@pytest.mark.parametrize(
    ("day", "time", "utc"),
    [
        ("2022-03-26", "13:15", "12:15"),
        ("2022-03-27", "13:15", "11:15"),
        ("2022-09-26", "13:15", "11:15"),
        ("2022-10-29", "13:15", "11:15"),
        ("2022-10-30", "13:15", "12:15"),
        ("2022-11-28", "00:30", "23:30"),
    ],
)
def test_a_meeting_begins_at_the_right_hour_on_both_sides_of_the_change_of_clocks(
    day: str, time: str, utc: str
) -> None:
    [event] = only(meeting(GSN, day, sittings=(at(day, time, "15:00"),)))
    start = event["DTSTART"].dt
    assert start.tzinfo is not None
    assert start.utcoffset() == dt.timedelta(0)
    assert f"{start:%H:%M}" == utc
    assert "TZID" not in event["DTSTART"].params


def test_an_event_says_what_where_and_what_is_on_the_agenda() -> None:
    found = events(files(archives.archive())[f"kalender/namnd-{GSN}.ics"])
    event = next(each for each in found if "2022-09-26" in each["UID"])
    assert event["SUMMARY"] == "Gemensamma servicenämnden"
    assert event["LOCATION"] == "Digitalt"
    assert event["URL"] == f"{ROOT}{GSN}/2022-09-26/index.html"
    assert event["STATUS"] == "CONFIRMED"
    assert "3. Rapportering av verksamhetsmål och ekonomi" in event["DESCRIPTION"]
    assert f"Kallelse (PDF): {ROOT}{GSN}/2022-09-26/kallelse.pdf" in event["DESCRIPTION"]
    assert event["UID"] == f"{GSN}/2022-09-26@norrsala-kommun"
    # No other meeting has a packet, and none has minutes yet.
    assert [each["UID"] for each in found if "(PDF)" in each["DESCRIPTION"]] == [event["UID"]]
    assert not [each for each in found if "protokoll.html" in each["DESCRIPTION"]]


def test_an_event_leads_to_the_minutes_once_they_are_adjusted() -> None:
    for as_of, there in ((dt.date(2022, 9, 25), False), (records.LATER, True)):
        found = events(files(records.archive(), as_of)[f"kalender/namnd-{GSN}.ics"])
        event = next(each for each in found if "2022-09-26" in each["UID"])
        assert (f"Protokoll: {ROOT}{GSN}/2022-09-26/protokoll.html" in event["DESCRIPTION"]) is there


def test_a_municipality_whose_name_has_no_letters_of_an_address_has_names_for_its_events() -> None:
    [event] = only(meeting(GSN, "2022-09-26"), settings=replace(archives.SETTINGS, name="Ж"))
    assert event["UID"] == f"{GSN}/2022-09-26@kommunen"


def test_the_agenda_of_an_event_has_formalities_and_neither_breaks_nor_headings() -> None:
    [event] = only(archives.secret_meeting())
    agenda = event["DESCRIPTION"].partition("Föredragningslista:\n")[2].partition("\n\n")[0]
    assert agenda.splitlines() == ["Upprop", "1. Avtal om drift", "2. Uppgiften omfattas av sekretess."]


def test_a_meeting_that_was_moved_says_from_which_day() -> None:
    day = "2022-10-24"
    [event] = only(meeting(GSN, day, moved_from=("2022-10-10", "2022-10-17")))
    assert "Flyttat från 17 oktober 2022." in event["DESCRIPTION"]
    [same] = only(meeting(GSN, day, moved_from=(f"{day}-extra",)))
    assert "Flyttat" not in same["DESCRIPTION"]


def test_an_event_never_ends_before_it_begins_where_clocks_leave_out_an_hour() -> None:
    day = "2022-03-27"
    for begin, end in (("02:30", "03:30"), ("02:45", "03:15")):
        [event] = only(meeting(GSN, day, sittings=(at(day, begin, end),)))
        assert "DTEND" not in event
    [after] = only(meeting(GSN, day, sittings=(at(day, "01:30", "03:30"),)))
    assert after["DTEND"].dt - after["DTSTART"].dt == dt.timedelta(hours=1)


def test_no_end_is_made_up() -> None:
    day = "2022-10-24"
    [open_end], [closed] = only(meeting(GSN, day)), only(meeting(GSN, day, sittings=(at(day, "13:15", "16:00"),)))
    assert "DTEND" not in open_end
    assert "DURATION" not in open_end
    assert "sluttid är inte angiven" in open_end["DESCRIPTION"]
    assert f"{closed['DTEND'].dt:%H:%M}" == "14:00"
    assert "sluttid" not in closed["DESCRIPTION"]


def test_a_held_meeting_ends_when_its_minutes_say_so() -> None:
    found = events(files(records.archive(), records.LATER)[f"kalender/namnd-{GSN}.ics"])
    event = next(each for each in found if "2022-09-26" in each["UID"])
    minutes = next(each.minutes for _, each in records.archive().meetings() if each.folder == "2022-09-26")
    assert minutes is not None
    assert minutes.closed is not None
    assert event["DTEND"].dt == minutes.closed.replace(tzinfo=dt.UTC) - dt.timedelta(hours=2)


@pytest.mark.parametrize(
    ("status", "word"), [(MeetingStatus.CANCELLED, "INSTÄLLT"), (MeetingStatus.POSTPONED, "UPPSKJUTET")]
)
def test_a_meeting_called_off_stays_and_says_so(status: MeetingStatus, word: str) -> None:
    [event] = only(meeting(GSN, "2022-09-26", status=status, status_note="Ordförande är sjuk."))
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"] == f"{word}: Gemensamma servicenämnden"
    assert event["DESCRIPTION"].startswith("Ordförande är sjuk.")
    # When it would have ended is no question any more.
    assert "sluttid" not in event["DESCRIPTION"]
    one = meeting(GSN, "2022-09-26", status=status)
    [own] = events(files(with_meeting(one))[one.calendar])
    assert own["TRANSP"] == event["TRANSP"] == "TRANSPARENT"


def test_each_day_of_a_meeting_is_an_event_of_its_own() -> None:
    sittings = (at("2022-10-24", "09:00", "16:00"), at("2022-10-25", "09:00", "12:00"))
    # The folder of another meeting may be the day with a number.
    found = only(meeting(GSN, "2022-10-24", sittings=sittings), meeting(GSN, "2022-10-24-2"))
    names = [f"{GSN}/2022-10-24{end}@norrsala-kommun" for end in ("", "/2", "-2")]
    assert sorted(str(each["UID"]) for each in found) == sorted(names)
    assert sorted(each["DTSTART"].dt.day for each in found) == [24, 24, 25]
    ends = {str(each["UID"]): f"{each['DTEND'].dt:%d %H:%M}" for each in found if "DTEND" in each}
    assert ends == {names[0]: "24 14:00", names[1]: "25 10:00"}


def test_a_meeting_by_circulation_is_nowhere() -> None:
    one = meeting(GSN, "2022-09-12", place="Per capsulam")
    closed = dt.datetime(2022, 9, 12, 16)
    notes = Minutes(
        f"{GSN}/2022-09-12/minutes.md", f"{GSN}/2022-09-12", one.sittings[0].start, closed, is_notes=True,
        form=RecordForm.CIRCULATION,
    )  # fmt: skip
    assert "LOCATION" in only(one)[0]
    assert "LOCATION" not in only(replace(one, minutes=notes))[0]


def test_a_change_counts_up_and_nothing_counts_down() -> None:
    one = meeting(GSN, "2022-09-26", issued=None)
    days = (dt.date(2022, 6, 1), dt.date(2022, 9, 1), dt.date(2022, 9, 20), dt.date(2022, 9, 25))

    def counted(meeting: Meeting, as_of: dt.date, known: bool = True) -> int:
        [event] = only(meeting, as_of=as_of, history={one.path: days} if known else {})
        return int(event["SEQUENCE"])

    assert [counted(one, as_of) for as_of in days] == [1, 2, 3, 4]
    called = replace(one, issued=dt.date(2022, 9, 19))
    off = replace(called, status=MeetingStatus.CANCELLED)
    assert [counted(each, archives.AS_OF, False) for each in (one, called, off)] == [0, 1, 2]


def test_a_stamp_is_the_day_of_the_last_change() -> None:
    [event] = only(meeting(GSN, "2022-09-26", issued=dt.date(2022, 9, 19)))
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == dt.datetime(2022, 9, 18, 22, tzinfo=dt.UTC)
    [planned] = only(meeting(GSN, "2022-11-28", issued=None))
    assert planned["DTSTAMP"].dt == dt.datetime(2022, 9, 20, 22, tzinfo=dt.UTC)
    # Of one that is over, every later build says the same.
    [held] = only(meeting(GSN, "2022-09-12", issued=None))
    assert held["DTSTAMP"].dt == dt.datetime(2022, 9, 11, 22, tzinfo=dt.UTC)


def test_a_calendar_goes_back_two_whole_years() -> None:
    days = ("2019-12-31", "2020-01-01", "2022-09-26", "2024-01-01")
    found = only(*(meeting(GSN, day) for day in days))
    assert [each["DTSTART"].dt.year for each in found] == [2020, 2022, 2024]
    over = meeting(GSN, "2019-12-31", sittings=(at("2019-12-31", "13:15"), at("2020-01-01", "13:15")))
    assert len(only(over)) == 2


def test_who_subscribes_is_not_busy_and_who_attends_is() -> None:
    made, one = files(archives.archive()), archives.sample_meeting()
    assert {each["TRANSP"] for each in events(made["kalender/allt.ics"])} == {"TRANSPARENT"}
    [own] = events(made[one.calendar])
    assert own["TRANSP"] == "OPAQUE"
    of_all = next(each for each in events(made["kalender/allt.ics"]) if each["UID"] == own["UID"])
    assert of_all["SEQUENCE"] == own["SEQUENCE"]


def test_a_calendar_has_a_name_and_is_asked_for_again() -> None:
    read = Calendar.from_ical(files(archives.archive())["kalender/allt.ics"].decode())
    assert isinstance(read, Calendar)
    assert str(read["X-WR-CALNAME"]) == str(read["NAME"]) == "Norrsala kommun: möten"
    assert read["REFRESH-INTERVAL"].dt == dt.timedelta(hours=6)
    assert "METHOD" not in read


def test_without_the_address_of_the_site_there_are_no_addresses_in_it() -> None:
    archive = archives.archive()
    made = files(replace(archive, settings=replace(archive.settings, url="")))
    assert b"http" not in b"".join(made.values())
    assert len(events(made["kalender/allt.ics"])) == 5


def test_what_is_not_called_yet_tells_its_time_and_no_agenda() -> None:
    folder = f"{GSN}/2022-10-24"
    one = meeting(GSN, "2022-10-24", *numbered(plain_case(folder, "01-a", "Ännu hemligt", CaseKind.DECISION)))
    made = sites.files(with_meeting(one), {}, dt.date(2022, 10, 1))
    text = next(each.content.decode() for each in made if each.address == "kalender/allt.ics")
    assert "20221024T111500Z" in text
    assert "hemligt" not in text.replace("\r\n ", "")


_TITLES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=300) | st.sampled_from(
    ["a,b;c\\d\ne", "\\n", "a" * 300, "å" * 200, "😀" * 60, 'BEGIN:VEVENT\r\nX:"1"']
)


@settings(max_examples=150, deadline=None)
@given(_TITLES, _TITLES)
def test_any_text_is_read_as_it_was_written_and_no_line_is_too_long(title: str, place: str) -> None:
    one = meeting(GSN, "2022-09-26", title=title, place=place)
    known = plan(with_meeting(one), {}, archives.AS_OF, None, {})
    text = calendar.calendar(known, calendar.ALL, "Möten", list(known.archive.meetings()))
    content = text.encode()
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert all(line.decode() for line in lines)
    [event] = events(content)
    kept = "".join(each for each in title if each.isprintable() or each.isspace())
    assert str(event["SUMMARY"]) == _read(f"Gemensamma servicenämnden, {kept}")


def _read(text: str) -> str:
    """The text with each end of a line as calendars have it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
