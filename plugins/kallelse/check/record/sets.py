"""The sets of paragraphs of a meeting turned into findings: what each holds, when and by whom it was adjusted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kallelse.check.record.held import Held, marked
from kallelse.check.record.lines import place_in, place_of
from kallelse.law.deadlines import latest_adjustment
from kallelse.model.finding import Finding, Place, Severity, listed
from kallelse.model.record import Minutes, ParagraphSet

_MOST = 5


def check_sets(held: Held, as_of: dt.date | None) -> Iterator[Finding]:
    """Findings about the sets; on the day `as_of` those that should have been adjusted are told too."""
    yield from _partition(held)
    for one in held.minutes.sets:
        if one.adjustment.date is not None:
            yield from _adjusted(held, one, one.adjustment.date)
            yield from _adjusters(held, one)
            if not one.kept:
                place = Place(held.minutes.path, one.line)
                yield Finding("set-kept", place, {"paragraphs": marked(one.numbers)})
    yield from _unadjusted(held, as_of)
    yield from _corrections(held)


def _partition(held: Held) -> Iterator[Finding]:
    """Every paragraph belongs to one set, and to no other."""
    sets = held.minutes.sets
    if not sets:
        return
    numbers = [paragraph.number for paragraph in held.minutes.paragraphs]
    of: dict[int, ParagraphSet] = {}
    for one in sets:
        place = place_in(held.minutes, one, "paragraphs")
        shared = [number for number in one.numbers if number in of]
        strange = [number for number in one.numbers if number not in numbers]
        if not one.numbers:
            yield Finding("set-empty", place)
        if shared:
            told = {"paragraphs": marked(shared), "line": str(place_in(held.minutes, of[shared[0]], "paragraphs").line)}
            yield Finding("set-overlap", place, told)
        if strange:
            yield Finding("set-unknown", place, {"paragraphs": marked(strange)})
        of = {**dict.fromkeys(one.numbers, one), **of}
    without = [number for number in numbers if number not in of]
    if without:
        top = place_of(held.minutes, "sets")
        place = Place(top.path, top.line or sets[0].line)
        yield Finding("set-without", place, {"paragraphs": marked(without)})


def _last_day(held: Held) -> dt.date:
    return (held.minutes.closed or held.minutes.opened).date()


def _adjusted(held: Held, one: ParagraphSet, day: dt.date) -> Iterator[Finding]:
    """An adjustment before what it adjusts, or more than 14 days after it (KL 5:69, 6:35)."""
    minutes = held.minutes
    start = _earliest(minutes, one)
    time, place = one.adjustment.time, place_in(minutes, one, "adjusted", "signatures")
    is_early = day < start.date() or (time is not None and day == start.date() and time < start.time())
    told = {"paragraphs": marked(one.numbers), "date": day.isoformat(), "meeting": start.date().isoformat()}
    if is_early:
        yield Finding("set-before" if one.is_immediate else "set-early", place, told)
    deadline = latest_adjustment(_last_day(held), council=held.roll.is_council)
    if deadline is not None and day > deadline.day:
        yield Finding("set-late", place, {**told, "last": deadline.day.isoformat()}, Severity.REMARK)
    for n, each in enumerate(one.adjustment.signatures):
        if each.at is not None and _is_after(each.at, day, time):
            words = {**told, "name": each.name, "signed": f"{each.at:%Y-%m-%d %H:%M}"}
            yield Finding("signature-later", place_in(minutes, one, f"signatures.{n}", "signatures"), words)


def _is_after(at: dt.datetime, day: dt.date, time: dt.time | None) -> bool:
    is_that_day = at.date() == day and time is not None and at.time().replace(second=0) > time
    return at.date() > day or is_that_day


def _earliest(minutes: Minutes, one: ParagraphSet) -> dt.datetime:
    """When a set may be adjusted: after the sitting that handled it, or, at once, while that went on."""
    end = minutes.closed or minutes.opened
    if one.sitting is None:
        return minutes.opened if one.is_immediate else end
    if one.is_immediate:
        return one.sitting.start
    return one.sitting.end or max(one.sitting.start, end)


def _unadjusted(held: Held, as_of: dt.date | None) -> Iterator[Finding]:
    """What is not adjusted though its time is out."""
    deadline = latest_adjustment(_last_day(held), council=held.roll.is_council)
    if as_of is None or deadline is None or as_of <= deadline.day:
        return
    for one in held.minutes.sets:
        if one.numbers and not one.is_adjusted(None):
            told = {"paragraphs": marked(one.numbers), "last": deadline.day.isoformat()}
            yield Finding("set-overdue", Place(held.minutes.path, one.line), told, Severity.REMARK)


def _adjusters(held: Held, one: ParagraphSet) -> Iterator[Finding]:
    """Nobody beside the chair, the chair himself, or one who did not serve in what he adjusts."""
    told = {"paragraphs": marked(one.numbers)}
    if not one.adjustment.adjusters:
        yield Finding("adjuster-missing", Place(held.minutes.path, one.line), told)
    within = [at for at in held.paragraphs if at.paragraph.number in one.numbers]
    for n, person in enumerate(one.adjustment.adjusters):
        if held.shared.meant(person) is None or held.misspelt_in_list(person.name) is not None:
            # That is told of the name itself.
            continue
        who, place = held.who(person), place_in(held.minutes, one, f"adjusters.{n}", "adjusters")
        chaired = [at.paragraph.number for at in within if who in at.led]
        absent = [at.paragraph.number for at in within if at.servers and who not in {each.who for each in at.present}]
        if chaired:
            words = {"name": person.name, "paragraphs": marked(chaired)}
            yield Finding("adjuster-chair", place, words, Severity.REMARK)
        if absent:
            words = {"name": person.name, "paragraphs": marked(absent)}
            yield Finding("adjuster-away", place, words, Severity.REMARK)


def _corrections(held: Held) -> Iterator[Finding]:
    """Corrections of what is not there, or was not adjusted by then."""
    numbers = {paragraph.number for paragraph in held.minutes.paragraphs}
    for each in held.minutes.corrections:
        place = Place(held.minutes.path, each.line)
        if each.paragraph and each.paragraph not in numbers:
            known = marked(sorted(numbers))
            yield Finding("correction-unknown", place, {"paragraph": str(each.paragraph), "known": known})
            continue
        days = [
            one.adjustment.date
            for one in held.minutes.sets
            if one.adjustment.date is not None and (not each.paragraph or each.paragraph in one.numbers)
        ]
        told = {"date": each.date.isoformat(), "adjusted": listed(sorted(days), _MOST)}
        if not days:
            yield Finding("correction-draft", place, told)
        elif each.date < min(days):
            yield Finding("correction-early", place, told)
