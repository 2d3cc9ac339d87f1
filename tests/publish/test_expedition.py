"""To whom decisions are sent: a row for each, of what is adjusted alone, as a spreadsheet opens it."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace

from kallelse.model.archive import Archive
from kallelse.model.meeting import Recipient
from kallelse.publish.expedition import EXPEDITION, expedition_files

from tests.publish import records
from tests.publish.archives import GSN
from tests.publish.recordpages import with_minutes
from tests.publish.records import LATER, NEXT_DAY

FOLDER = f"{GSN}/2022-09-26"


def rows(archive: Archive, as_of: dt.date, addresses: tuple[str, ...] = ()) -> list[list[str]]:
    """The rows of the sample's meeting in September; of no file there are none."""
    files = expedition_files(archive, as_of, addresses)
    if not files:
        return []
    (file,) = files
    assert file.address == EXPEDITION
    text = file.content.decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert {len(row) for row in found} == {len(found[0])}
    return [row for row in found[1:] if row[1] == "2022-09-26"]


def test_each_recipient_of_each_adjusted_paragraph_has_a_row_in_order() -> None:
    found = rows(records.archive(), LATER, (f"{FOLDER}/paragraf-24-utdrag.pdf",))
    assert [(row[2], row[6], row[7]) for row in found] == [
        ("§ 23", "Kommunstyrelsen i Norrsala", ""),
        ("§ 23", "Kommunstyrelsen i Ekvik", ""),
        ("§ 23", "IT-chefen", "för kännedom"),
        ("§ 24", "IT-chefen", ""),
        ("§ 24", "Akten", ""),
    ]
    assert found[-1] == [
        "Gemensamma servicenämnden",
        "2022-09-26",
        "§ 24",
        "GSN 2020/35",
        "Digitaliseringsstrategi",
        "Bifall",
        "Akten",
        "",
        "2022-09-26",
        "2022-10-04",
        f"https://moten.norrsala.example/{FOLDER}/paragraf-24-utdrag.pdf",
    ]
    # An extract that is not on the site has no address.
    assert [row[10] for row in found if row[2] == "§ 23"] == [""] * 3
    assert {row[5] for row in found if row[2] == "§ 23"} == {"Ändrat"}


def test_what_is_not_adjusted_on_the_day_is_not_sent_drafts_or_not() -> None:
    assert {row[2] for row in rows(records.archive(), NEXT_DAY)} == {"§ 24"}
    assert rows(records.archive(), dt.date(2022, 9, 25)) == []


def test_a_correction_is_told_from_its_day_and_of_its_paragraph_alone() -> None:
    before, after = rows(records.archive(), dt.date(2022, 10, 3)), rows(records.archive(), dt.date(2022, 10, 4))
    assert {(row[2], row[9]) for row in before} == {("§ 23", ""), ("§ 24", "")}
    assert {(row[2], row[9]) for row in after} == {("§ 23", ""), ("§ 24", "2022-10-04")}


def test_a_correction_of_the_whole_minutes_is_one_of_each_paragraph() -> None:
    made = records.minutes()
    of_all = tuple(replace(each, paragraph=0) for each in made.corrections)
    found = rows(with_minutes(replace(made, corrections=of_all)), LATER)
    assert {(row[2], row[9]) for row in found} == {("§ 23", "2022-10-04"), ("§ 24", "2022-10-04")}


def test_an_archive_that_sends_nothing_has_no_file() -> None:
    assert expedition_files(Archive(), LATER, ()) == ()


def sent_to(*lines: str, known: tuple[Recipient, ...] = ()) -> list[tuple[str, str]]:
    """The recipients of § 24 where its minutes name these lines, and its case has `known`."""
    archive = records.archive()
    path = f"{FOLDER}/04-digitaliseringsstrategi/index.md"
    committees = []
    for committee in archive.committees:
        meetings = []
        for meeting in committee.meetings:
            if meeting.minutes is not None and meeting.folder == "2022-09-26":
                paragraphs = tuple(
                    replace(each, recipients=lines if each.number == 24 else ()) for each in meeting.minutes.paragraphs
                )
                agenda = tuple(
                    replace(row, case=replace(row.case, recipients=known))
                    if row.case and row.case.path == path
                    else row
                    for row in meeting.agenda
                )
                minutes = replace(meeting.minutes, paragraphs=paragraphs)
                meetings.append(replace(meeting, minutes=minutes, agenda=agenda))
            else:
                meetings.append(meeting)
        committees.append(replace(committee, meetings=tuple(meetings)))
    found = rows(replace(archive, committees=tuple(committees)), LATER)
    return [(row[6], row[7]) for row in found]


def test_a_party_is_no_purpose_and_a_purpose_told_by_the_case_is_one() -> None:
    assert sent_to("Leila Haddad (KD)", "Akten (för arkivering)", "Ekvik (S), för kännedom") == [
        ("Leila Haddad (KD)", ""),
        ("Akten", "för arkivering"),
        ("Ekvik (S), för kännedom", ""),
    ]
    known = (Recipient("Enheten (031)", "FYI"),)
    assert sent_to("Enheten (031) (FYI)", known=known) == [("Enheten (031)", "FYI")]


def test_what_a_spreadsheet_would_run_is_written_as_words() -> None:
    assert sent_to("=HYPERLINK(1)") == [("'=HYPERLINK(1)", "")]
