"""The sets of paragraphs of a record turned into when and by whom they are adjusted, where posted and kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kallelse.locale import dates
from kallelse.locale.paragraphs import numbered
from kallelse.model.address import relative
from kallelse.model.meeting import Meeting
from kallelse.model.record import Adjustment, Minutes, ParagraphSet, Posting, Signature
from kallelse.publish import parts, when
from kallelse.publish.appeal import appeal_values
from kallelse.publish.parts import Fact, Value, fact
from kallelse.publish.plan import Plan


@dataclass(frozen=True, slots=True)
class SetFacts:
    """A set of paragraphs: their numbers, what is said of it, and its own PDF where it has one."""

    name: str
    facts: tuple[Fact, ...]


def sets_of(plan: Plan, meeting: Meeting, minutes: Minutes, base: str) -> Iterator[SetFacts]:
    """The adjusted sets, those that were adjusted first before the others."""
    known = [one for one in minutes.sets if one.adjustment.date is not None]
    for one in sorted(known, key=lambda one: (str(one.adjustment.date), one.numbers)):
        yield SetFacts(numbered(one.numbers), tuple(_facts(plan, meeting, minutes, one, base)))


def _facts(plan: Plan, meeting: Meeting, minutes: Minutes, one: ParagraphSet, base: str) -> Iterator[Fact]:
    words, signing = plan.words, one.adjustment
    signed = (_signature(plan, each) for each in signing.signatures)
    appeals = dict.fromkeys(appeal_values(plan, one, each) for each in minutes.within(one))
    files = ((words.record, minutes.set_pdf(one)), (words.proof, minutes.proof_pdf(one)))
    if one.sitting is not None:
        yield from fact(words.time, *when.held_times((one.sitting,), meeting, words))
    yield from fact(words.adjusted, *adjusted_values(plan, one), one.reason)
    yield from fact(words.adjusters, *map(parts.person, signing.adjusters))
    yield from fact(words.adjusters_reserve, *map(parts.person, signing.reserve))
    yield from fact(words.adjustment_place, signing.place)
    yield from fact(words.signatures, *signed)
    yield from fact(words.posted, *posted_values(plan, one))
    # Paragraphs that differ in it say it on their own pages.
    if len(appeals) == 1:
        yield from fact(words.appeal, *next(iter(appeals)))
    yield from fact(words.kept, one.kept)
    found = ((name, address, plan.record_file(meeting, address)) for name, address in files)
    yield from fact(
        words.files, *(Value(f"{name} (PDF)", relative(address, base)) for name, address, file in found if file)
    )


def adjusted_values(plan: Plan, one: ParagraphSet) -> tuple[str, ...]:
    """When a set was adjusted, with the time where one is said, and that it was at once."""
    signing = one.adjustment
    return (_moment(plan, signing), plan.words.at_once if one.is_immediate else "")


def posted_values(plan: Plan, one: ParagraphSet) -> Iterator[str]:
    """The day of each notice with its boards; those of one day together."""
    boards: dict[tuple[str, str], list[str]] = {}
    for posting in one.postings:
        boards.setdefault(_days(plan, posting), []).append(posting.board)
    for (day, removed), names in boards.items():
        shown = plan.words.listed([name for name in names if name])
        yield ", ".join(part for part in (day, shown, removed) if part)


def _days(plan: Plan, posting: Posting) -> tuple[str, str]:
    """When a notice went up, and when it came down, where that day is over."""
    removed = posting.removed
    # A day that is still to come may be moved; the board says when a notice comes down.
    gone = removed is not None and removed <= plan.as_of
    down = plan.words.taken_down.format(day=parts.day_of(removed, plan)) if gone else ""
    return when.day(posting.date, plan.language), down


def _moment(plan: Plan, signing: Adjustment) -> str:
    day = parts.day_of(signing.date, plan)
    if signing.time is None:
        return day
    return f"{day} {plan.words.clock.format(time=dates.clock(signing.time, plan.language))}"


def _signature(plan: Plan, one: Signature) -> str:
    if one.at is None:
        return ", ".join(part for part in (one.name, one.reference) if part)
    at = f"{when.day(one.at.date(), plan.language)} {plan.words.clock.format(time=dates.clock(one.at, plan.language))}"
    return ", ".join(part for part in (one.name, at, one.reference) if part)
