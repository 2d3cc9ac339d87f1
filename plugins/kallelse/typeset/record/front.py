"""The first pages of minutes, and the proof of notice, as plain values: who attended, who signs, what was posted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kallelse.law.deadlines import Deadline, notice_down, time_to_appeal
from kallelse.locale import dates
from kallelse.locale.law import citation
from kallelse.locale.lists import listed
from kallelse.locale.minutes import (
    adjusted_line,
    adjustment_day,
    correction_line,
    deciding_lines,
    people_lines,
    postings_lines,
    removal_lines,
    sitting_line,
)
from kallelse.locale.paragraphs import numbered
from kallelse.locale.recorded import person_line
from kallelse.model.law import Appeal
from kallelse.model.notice import announced
from kallelse.model.person import Person
from kallelse.model.presence import Share
from kallelse.model.record import Adjournment, Attendance, Attendee, HeldSitting, Minutes, ParagraphSet, RecordForm
from kallelse.model.settings import Language
from kallelse.typeset.record.plan import Kind, RecordPlan, in_order, sheets_of

Rows = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows beside a side head; a row without a second column takes the whole width."""

    title: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class Proof:
    """The proof of notice of one set, pairs of name and value, and a note below."""

    title: str
    rows: tuple[tuple[str, str], ...]
    note: str


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """One paragraph in the contents; `sheet` is None where another set's minutes have its text."""

    number: str
    title: str
    dnr: str
    sheet: int | None


def front_fields(plan: RecordPlan) -> Iterator[tuple[str, str]]:
    """Place, paragraphs, day of adjustment: only those that exist."""
    minutes, words, language = plan.minutes, plan.words, plan.settings.language
    form = words.form[minutes.form]
    place = minutes.place if minutes.form is not RecordForm.CIRCULATION else ""
    said = form if not place or place.casefold() == form.casefold() else f"{place}, {form[:1].lower()}{form[1:]}"
    if shown := said if form else place:
        yield words.place, shown
    if numbers := numbered([each.number for each in minutes.paragraphs if each.number]):
        yield words.paragraphs, numbers
    if len(plan.sets) == 1:
        yield words.adjusted, adjusted_line(plan.sets[0], words, language)


def front_times(plan: RecordPlan) -> tuple[str, ...]:
    """When the meeting was held, a line for each sitting; sets that had a sitting of their own with that."""
    minutes, language = plan.minutes, plan.settings.language

    def line(sitting: HeldSitting) -> str:
        return sitting_line(sitting, minutes.form, language)

    own = [(one, one.sitting) for one in plan.sets if one.sitting is not None]
    if own and len(plan.sets) == 1:
        return tuple(line(sitting) for _, sitting in own)
    apart = (f"{numbered(one.numbers)}: {line(sitting)}" for one, sitting in own)
    held = plan.meeting.held(minutes)
    if minutes.form is RecordForm.CIRCULATION and not minutes.sittings:
        # It sat at none of the times for which it was called, and only its day is told.
        held = (HeldSitting(minutes.opened, minutes.closed),)
    return (*map(line, held), *apart)


def groups(plan: RecordPlan) -> Iterator[Group]:
    """Those who attended what the PDF prints, adjournments, the adjustment, what is said of numbers and corrections."""
    minutes, words, language = plan.minutes, plan.words, plan.settings.language
    attendance = _attendance(minutes, words.chair)
    leading = _others_of(_there(minutes.chairs, minutes), attendance.deciding)
    if rows := (*people_lines(leading), *deciding_lines(attendance, words)):
        yield Group(words.deciding, rows)
    if rows := people_lines(attendance.deputies):
        yield Group(words.deputies, rows)
    others = (*_others_of(_there(minutes.secretaries, minutes), attendance.others), *attendance.others)
    for title in dict.fromkeys(each.group for each in others):
        yield Group(title or words.others, people_lines([each for each in others if each.group == title]))
    breaks = [_break(each, language) for each in minutes.adjournments]
    if breaks:
        yield Group(words.adjournments, tuple((said, None) for said in breaks))
    if lines := tuple(_adjustments(plan)):
        yield Group(words.adjustment, tuple((line, None) for line in lines))
    if minutes.numbering:
        yield Group(words.numbering, ((minutes.numbering, None),))
    numbers = {each.number for each in minutes.paragraphs}
    told = [each for each in minutes.corrections if not each.paragraph or each.paragraph in numbers]
    if told:
        said = (
            f"{f'{numbered((each.paragraph,))}: ' if each.paragraph else ''}" + correction_line(each, words, language)
            for each in told
        )
        yield Group(words.corrections, tuple((line, None) for line in said))


def _attendance(minutes: Minutes, chair: str) -> Attendance:
    """Those who attended any of the paragraphs that are printed, whoever led them under the title of the `chair`."""
    there = minutes.attendance
    return Attendance(
        tuple(minutes.in_office(each, chair) for each in _there(there.members, minutes)),
        tuple(minutes.in_office(each, chair) for each in _there(there.serving, minutes)),
        _there(there.deputies, minutes),
        _there(there.others, minutes),
    )


def _there(attendees: tuple[Attendee, ...], minutes: Minutes) -> tuple[Attendee, ...]:
    if not minutes.paragraphs or minutes.is_notes:
        return attendees
    return tuple(
        each
        for each in attendees
        if any(minutes.share(each, paragraph) is not Share.NONE for paragraph in minutes.paragraphs)
    )


def _others_of(leading: tuple[Attendee, ...], listed: tuple[Attendee, ...]) -> tuple[Attendee, ...]:
    """Those of the chairs or secretaries whom no list names."""
    names = {each.person.name for each in listed}
    return tuple(each for each in leading if each.person.name not in names)


def _break(adjournment: Adjournment, language: Language) -> str:
    ends = (adjournment.start, adjournment.end)
    said = "–".join(dates.clock(each, language) for each in ends if each is not None)
    return f"{said}, {numbered((adjournment.paragraph,))}" if adjournment.paragraph else said


def _adjustments(plan: RecordPlan) -> Iterator[str]:
    words, language = plan.words, plan.settings.language
    for one in plan.sets:
        adjustment = one.adjustment
        names = listed([person_line(person) for person in adjustment.adjusters], language)
        day = adjustment_day(adjustment, language)
        sentence = words.adjusts if adjustment.adjusters else words.adjusts_alone
        # Of what is not adjusted it may be untold who is to do it.
        sentence = sentence if day or adjustment.adjusters else "{paragraphs}:"
        said = sentence.format(paragraphs=numbered(one.numbers), names=names)
        where = words.where.format(place=adjustment.place, day=day) if adjustment.place and day else ""
        yield f"{said} {where or f'{day}.' if day else words.not_adjusted}".strip()
        if one.reason:
            yield f"{words.reason}: {one.reason}"
        for each in adjustment.signatures:
            at = "" if each.at is None else f" {dates.day(each.at.date(), language)} {dates.clock(each.at, language)}"
            reference = f" ({each.reference})" if each.reference else ""
            yield words.signature.format(signed=f"{each.name}{at}{reference}")


def signers(plan: RecordPlan) -> tuple[tuple[str, str], ...]:
    """Who signs on paper, and as what: chairs, adjusters, secretaries; nobody where all is signed apart.

    Where only a part of it is, they are told which paragraphs they sign.
    """
    words, sets = plan.words, plan.on_paper
    if plan.minutes.is_notes or not sets:
        return ()
    minutes = replace(plan.minutes, paragraphs=tuple(each for one in sets for each in plan.minutes.within(one)))
    secretaries = _there(minutes.secretaries, minutes)
    if plan.kind is Kind.PROOF:
        return tuple((each.person.name, _with(words.secretary, each)) for each in secretaries)
    found: list[tuple[Person, list[str]]] = []

    def sign(person: Person, role: str) -> None:
        known = next((roles for each, roles in found if each.is_alike(person)), None)
        if known is None:
            found.append((person, [role]))
        elif role not in known:
            known.append(role)

    is_part = sets != plan.sets
    whose = f", {numbered(tuple(number for one in sets for number in one.numbers))}" if is_part else ""
    for each in _there(minutes.chairs, minutes):
        sign(each.person, _with(words.chair, each) + whose)
    several = is_part or len({one.adjustment.adjusters for one in sets}) > 1
    for one in sets:
        for person in one.adjustment.adjusters:
            sign(person, f"{words.adjuster}, {numbered(one.numbers)}" if several else words.adjuster)
    for each in secretaries:
        sign(each.person, _with(words.secretary, each) + whose)
    return tuple((person.name, "; ".join(roles)) for person, roles in found)


def _with(role: str, attendee: Attendee) -> str:
    return f"{role}, {attendee.presence.typed}" if attendee.presence.typed else role


def proofs(plan: RecordPlan) -> Iterator[Proof]:
    """The proof of notice of each set that is announced."""
    words, language = plan.words, plan.settings.language
    for one in plan.sets:
        if not one.postings:
            continue
        down = notice_down(tuple(announced(one).values()))
        rows = [
            (words.body, plan.committee.name),
            (words.meeting, dates.day(plan.minutes.opened.date(), language)),
            (words.paragraphs, numbered(one.numbers)),
            (words.adjusted, adjusted_line(one, words, language)),
        ]
        posted = postings_lines(one, words, language)
        rows += [(words.posted if not n else "", line) for n, line in enumerate(posted)]
        last = _last_day(plan, one)
        if last is not None:
            rows.append((words.last_day, dates.day(last.day, language)))
        removal = removal_lines(one.postings, None if down is None else down.day, words, language)
        rows += [(words.taken_down if not n else "", line) for n, line in enumerate(removal)]
        if one.kept:
            rows.append((words.kept, one.kept))
        # A proof of its own has its name over the page.
        title = numbered(one.numbers) if plan.kind is Kind.PROOF else words.proof
        told = () if last is None else (words.counted.format(provisions=_provisions(last, plan)),)
        yield Proof(title, tuple(rows), " ".join((words.stays, *told)))


def _last_day(plan: RecordPlan, one: ParagraphSet) -> Deadline | None:
    tracks = {each.appeal for each in plan.minutes.within(one)}
    if Appeal.MUNICIPAL not in tracks:
        return None
    end = time_to_appeal(Appeal.MUNICIPAL, tuple(announced(one).values()))
    return end if isinstance(end, Deadline) else None


def _provisions(deadline: Deadline, plan: RecordPlan) -> str:
    return listed([citation(each, plan.settings.language) for each in deadline.provisions], plan.settings.language)


def contents(plan: RecordPlan) -> Iterator[ContentsLine]:
    """Each paragraph in the order of its number; those that other sets have without a page."""
    sheets = {id(paragraph): index for index, _, paragraph in sheets_of(plan)}
    listed = in_order((*plan.minutes.paragraphs, *plan.stubs)) if plan.stubs else plan.minutes.paragraphs
    for position, paragraph in enumerate(listed, start=1):
        number = numbered((paragraph.number,)) if paragraph.number else str(position)
        sheet = sheets.get(id(paragraph))
        yield ContentsLine(number, paragraph.title, paragraph.dnr.value if paragraph.dnr else "", sheet)
