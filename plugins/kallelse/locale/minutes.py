"""What minutes, extracts and proofs of notice print of their own, and how they name paragraphs, people and boards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kallelse.locale import dates
from kallelse.locale.packet import held_together
from kallelse.locale.recorded import person_line
from kallelse.model.record import (
    Adjustment,
    Attendance,
    Attendee,
    Correction,
    HeldSitting,
    ParagraphSet,
    Posting,
    RecordForm,
)
from kallelse.model.settings import Language


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; `{…}` is filled where they are used."""

    minutes: str
    notes: str
    extract: str
    proof: str
    paragraphs: str
    place: str
    form: Mapping[RecordForm, str]
    adjusted: str
    not_adjusted: str
    at_once: str
    clock: str
    reason: str
    deciding: str
    serving: str
    vacant: str
    member: str
    deputies: str
    others: str
    adjournments: str
    adjournment: str
    numbering: str
    adjustment: str
    adjusts: str
    adjusts_alone: str
    where: str
    signature: str
    adjuster: str
    chair: str
    secretary: str
    initials: tuple[str, str]
    contents: str
    item: str
    page: str
    dnr: str
    withheld: str
    elsewhere: str
    withdrawn: str
    added: str
    correction: str
    corrections: str
    body: str
    meeting: str
    posted: str
    taken_down: str
    kept: str
    last_day: str
    stays: str
    counted: str
    boards: str
    certified: str
    certified_at: str


WORDS: Mapping[Language, Words] = {
    "sv": Words(
        minutes="Protokoll",
        notes="Minnesanteckningar",
        extract="Protokollsutdrag",
        proof="Bevis om anslag",
        paragraphs="Paragrafer",
        place="Plats",
        form={
            RecordForm.IN_PERSON: "",
            RecordForm.DIGITAL: "Digitalt",
            RecordForm.HYBRID: "På plats och digitalt",
            RecordForm.CIRCULATION: "Per capsulam",
        },
        adjusted="Justerat",
        not_adjusted="Inte justerat än",
        at_once="{day}, omedelbart",
        clock="{day} kl. {time}",
        reason="Skäl",
        deciding="Beslutande",
        serving="tjänstgör för {seat}",
        vacant="tjänstgör på en vakant plats",
        member="ledamot",
        deputies="Ersättare",
        others="Övriga närvarande",
        adjournments="Ajournering",
        adjournment="{start}–{end}",
        numbering="Om numreringen",
        adjustment="Justering",
        adjusts="{paragraphs}: {names} justerar tillsammans med ordföranden.",
        adjusts_alone="{paragraphs}: ordföranden justerar.",
        where="{place}, {day}.",
        signature="Undertecknat av {signed}.",
        adjuster="justerare",
        chair="ordförande",
        secretary="sekreterare",
        initials=("Ordförandens signatur", "Justerarens signatur"),
        contents="Innehåll",
        item="Ärende",
        page="Sida",
        dnr="Diarienummer",
        withheld="Paragrafen publiceras inte i sin helhet.",
        elsewhere="Se separat protokoll.",
        withdrawn="Ärendet utgår.",
        added="Ärendet anmäldes på sammanträdet.",
        correction="{day}, {by}: {text}",
        corrections="Rättelse",
        body="Organ",
        meeting="Sammanträde",
        posted="Anslaget sattes upp",
        taken_down="Anslaget tas ned",
        kept="Protokollet förvaras",
        last_day="Sista dag att överklaga",
        stays="Anslaget får tas ned dagen efter sista dagen att överklaga.",
        counted="Sista dagen är räknad enligt {provisions}.",
        boards="{board}: {day}",
        certified="Utdragets riktighet intygas",
        certified_at="Ort, dag och underskrift",
    ),
    "en": Words(
        minutes="Minutes",
        notes="Notes",
        extract="Extract of minutes",
        proof="Proof of notice",
        paragraphs="Paragraphs",
        place="Place",
        form={
            RecordForm.IN_PERSON: "",
            RecordForm.DIGITAL: "Online",
            RecordForm.HYBRID: "On site and online",
            RecordForm.CIRCULATION: "By circulation",
        },
        adjusted="Adjusted",
        not_adjusted="Not adjusted yet",
        at_once="{day}, at once",
        clock="{day} at {time}",
        reason="Reason",
        deciding="Deciding",
        serving="serves for {seat}",
        vacant="serves on a vacant seat",
        member="member",
        deputies="Deputies",
        others="Others present",
        adjournments="Adjournment",
        adjournment="{start}–{end}",
        numbering="On the numbering",
        adjustment="Adjustment",
        adjusts="{paragraphs}: {names} adjusts with the chair.",
        adjusts_alone="{paragraphs}: the chair adjusts.",
        where="{place}, {day}.",
        signature="Signed by {signed}.",
        adjuster="adjuster",
        chair="chair",
        secretary="secretary",
        initials=("The chair's initials", "The adjuster's initials"),
        contents="Contents",
        item="Item",
        page="Page",
        dnr="Registry number",
        withheld="The paragraph is not published in full.",
        elsewhere="See separate minutes.",
        withdrawn="The item is withdrawn.",
        added="The item was added at the meeting.",
        correction="{day}, {by}: {text}",
        corrections="Correction",
        body="Body",
        meeting="Meeting",
        posted="Notice put up",
        taken_down="Notice taken down",
        kept="The minutes are kept",
        last_day="Last day to appeal",
        stays="The notice may be taken down the day after the last day to appeal.",
        counted="The last day is counted by {provisions}.",
        boards="{board}: {day}",
        certified="Certified as a true extract",
        certified_at="Place, day and signature",
    ),
}


def people_lines(attendees: Iterable[Attendee]) -> tuple[tuple[str, str], ...]:
    """Each person as a pair of name, with party, and of title and paragraphs."""
    return tuple(_person_row(each, each.person.title) for each in attendees)


def deciding_lines(attendance: Attendance, words: Words) -> tuple[tuple[str, str], ...]:
    """Members with their office, then deputies with whose seat: `tjänstgör för Mats Öberg, §§ 21–24`."""
    members = tuple(_person_row(each, each.person.title or words.member) for each in attendance.members)
    seats = (words.serving.format(seat=each.seat) if each.seat else words.vacant for each in attendance.serving)
    serving = zip(attendance.serving, seats, strict=True)
    return (*members, *(_person_row(each, each.person.title, seat) for each, seat in serving))


def _person_row(attendee: Attendee, *roles: str) -> tuple[str, str]:
    said = (*roles, attendee.presence.typed)
    return person_line(attendee.person), ", ".join(part for part in said if part)


def correction_line(correction: Correction, words: Words, language: Language) -> str:
    """`4 oktober 2022, Sofia Berglund: Rätt datum är …`; no more than when and by whom where no text is published."""
    said = words.correction.format(day=dates.day(correction.date, language), by=correction.by, text=correction.text)
    return said.rstrip(": ")


def sitting_line(sitting: HeldSitting, form: RecordForm, language: Language) -> str:
    """`måndag 26 september 2022 klockan 13.15–14.40`; the day alone where it was held by circulation."""
    opened, closed = sitting.start, sitting.end
    line = dates.weekday_day(opened.date(), language)
    if form is not RecordForm.CIRCULATION:
        line += f" {'klockan' if language == 'sv' else 'at'} {dates.clock(opened, language)}"
        if closed is not None and closed.date() == opened.date():
            line += f"–{dates.clock(closed, language)}"
        elif closed is not None:
            line += f" – {dates.weekday_day(closed.date(), language)} {dates.clock(closed, language)}"
    return held_together(f"{line}, {sitting.place}" if sitting.place else line, language)


def adjusted_line(one: ParagraphSet, words: Words, language: Language) -> str:
    """`3 oktober 2022`, `26 september 2022, omedelbart`; that it is not, where it is not."""
    day = adjustment_day(one.adjustment, language)
    if not day:
        return words.not_adjusted
    return words.at_once.format(day=day) if one.is_immediate else day


def adjustment_day(adjustment: Adjustment, language: Language) -> str:
    """`3 oktober 2022`, with the time where that is known; empty before it is adjusted."""
    if adjustment.date is None:
        return ""
    day = dates.day(adjustment.date, language)
    if adjustment.time is None:
        return day
    return WORDS[language].clock.format(day=day, time=dates.clock(adjustment.time, language))


def postings_lines(one: ParagraphSet, words: Words, language: Language) -> tuple[str, ...]:
    """`Norrsala: 4 oktober 2022`, a line for each board; the day alone where there need be but one."""
    days = [dates.day(each.date, language) for each in one.postings]
    if len(one.postings) < 2 and len(one.boards) < 2:
        return tuple(days)
    return tuple(words.boards.format(board=each.board, day=day) for each, day in zip(one.postings, days, strict=True))


def removal_lines(
    postings: Iterable[Posting], earliest: dt.date | None, words: Words, language: Language
) -> tuple[str, ...]:
    """When each notice came down, or, where that is not written down, the day it may."""
    found = tuple(postings)
    removed = {each.removed for each in found}
    if removed == {None} or len(removed) == 1:
        day = next(iter(removed)) or earliest
        return () if day is None else (dates.day(day, language),)
    days = ((each.board, each.removed or earliest) for each in found)
    return tuple(
        words.boards.format(board=board, day=dates.day(day, language)) for board, day in days if day is not None
    )
