"""What a preview remembers of a record: after any edit it shows what a fresh build would."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from kallelse.model.archive import Archive
from kallelse.model.memory import Memory
from kallelse.model.pages import Packet, PageMap, RecordPdfs
from kallelse.model.record import Attendance, Attendee, Correction, Minutes, ParagraphSet, Posting
from kallelse.model.vote import Outcome

from tests.publish import archives, records, sites
from tests.publish.recordpages import MEETING, with_minutes
from tests.publish.records import decided


def _changed(minutes: Minutes) -> dict[str, Archive]:
    first, second = minutes.sets
    one = records.strategy_paragraph(MEETING)
    return {
        "nothing": records.archive(),
        "a correction": with_minutes(
            replace(minutes, corrections=(*minutes.corrections, Correction(dt.date(2022, 10, 5), "", "En till.", 21)))
        ),
        "a posting": with_minutes(
            replace(minutes, sets=(first, replace(second, postings=(Posting("Norrsala", dt.date(2022, 10, 7)),))))
        ),
        "a set not adjusted": with_minutes(replace(minutes, sets=(first, ParagraphSet(second.numbers)))),
        "an attendee": with_minutes(replace(minutes, attendance=Attendance(members=(Attendee(records.CHAIR),)))),
        "a case put off": with_minutes(
            replace(
                minutes,
                paragraphs=tuple(
                    decided(24, one.title, ("Bordläggs.", Outcome.TABLED), case=one.case) if each.number == 24 else each
                    for each in minutes.paragraphs
                ),
            )
        ),
        "minutes of another body": with_minutes(
            replace(records.archive().committees[1].meetings[0].minutes or minutes, corrections=()),
            "arbetsutskottet/2022-09-12/index.md",
        ),
        "no minutes": archives.archive(),
    }


@pytest.mark.parametrize("edit", _changed(records.minutes()))
def test_a_preview_shows_of_a_record_what_a_fresh_build_would(edit: str) -> None:
    memory = Memory()
    sites.pages(records.archive(), {}, records.LATER, memory=memory, records=records.pdfs())
    memory.settle()
    after = _changed(records.minutes())[edit]
    again = sites.pages(after, {}, records.LATER, memory=memory, records=records.pdfs())
    assert again == sites.pages(after, {}, records.LATER, records=records.pdfs())


def test_a_preview_makes_pages_anew_for_a_pdf_that_came_and_no_others() -> None:
    memory, archive, made = Memory(), records.archive(), records.pdfs()
    first = sites.pages(archive, {}, records.LATER, memory=memory, records=made)
    same = sites.pages(archive, {}, records.LATER, memory=memory, records=made)
    kept = {one.address for one, other in zip(first, same, strict=True) if one is other}
    assert f"{MEETING}/paragraf-24.html" in kept
    [files] = made.values()
    more = {
        f"{MEETING}/index.md": RecordPdfs({**files.files, f"{MEETING}/paragraf-21-utdrag.pdf": Packet(b"", PageMap(1))})
    }
    again = {page.address: page for page in sites.pages(archive, {}, records.LATER, memory=memory, records=more)}
    assert "paragraf-21-utdrag.pdf" in again[f"{MEETING}/paragraf-21.html"].html
