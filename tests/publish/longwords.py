"""The sample with one long word wherever a municipality types words."""

from __future__ import annotations

from dataclasses import replace

from kallelse.model.archive import Archive
from kallelse.model.meeting import Case, Committee, Document, Meeting, Recipient
from kallelse.model.person import Person
from kallelse.model.text import Heading, Text

from tests.publish.archives import archive

LONG = "Samhällsbyggnadsförvaltningens"
"""A word of thirty letters, as Swedish makes them."""


def long_words() -> Archive:
    """The sample with `LONG` wherever a municipality types words: titles, names, places, persons' titles."""
    sample = archive()
    return replace(sample, committees=tuple(map(_long_committee, sample.committees)))


def _long_committee(one: Committee) -> Committee:
    people = tuple(replace(each, name=f"{LONG} Ek", title=LONG, place=LONG) for each in one.members)
    meetings = tuple(map(_long_meeting, one.meetings))
    return replace(one, name=f"{LONG} arbetsutskott", municipalities=(LONG, LONG), members=people, meetings=meetings)


def _long_meeting(one: Meeting) -> Meeting:
    agenda = tuple(
        replace(row, title=f"{LONG} delegationsordning", case=None if row.case is None else _long_case(row.case))
        for row in one.agenda
    )
    person = Person("Karin Ahlström", LONG, "S")
    return replace(one, title=LONG, place=LONG, chair=person, recipients=(LONG,), copies=(LONG,), agenda=agenda)


def _long_case(one: Case) -> Case:
    person = Person("Karin Ekholm", LONG)
    return replace(
        one,
        title=f"{LONG} delegationsordning",
        officer=person,
        unit=LONG,
        presenters=(person,),
        signed=(person,),
        recipients=(Recipient(LONG, LONG),),
        letter=None if one.letter is None else _long_document(one.letter),
        attachments=tuple(map(_long_document, one.attachments)),
    )


def _long_document(one: Document) -> Document:
    name = (Text(LONG),)
    sections = tuple(replace(each, heading=name) for each in one.sections)
    blocks = tuple(replace(each, content=name) if isinstance(each, Heading) else each for each in one.body.blocks)
    body = replace(one.body, blocks=blocks)
    return replace(one, title=LONG, heading=name, owner=LONG, version=LONG, sections=sections, body=body)
