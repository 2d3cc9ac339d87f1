"""Matters, and cases that are in none, turned into objects of type Paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import basename

from kallelse.locale.data import data_words
from kallelse.model.matter import Matter, Step
from kallelse.model.meeting import Access
from kallelse.publish.days import case_days
from kallelse.publish.oparl.meetings import MeetingThings, case_key
from kallelse.publish.oparl.thing import Ground, Kind, Object, Thing, page_key, together


@dataclass(frozen=True, slots=True)
class Paper:
    """What becomes an object of type Paper: public cases in order of time, the matter if they are those of one.

    A Paper is what is referred to by one number that does not change, and is dealt with in several consultations
    (OParl 1.1, 3.10): that is a matter. A case without a number, or with one that is used for years of unrelated items,
    is one of its own.
    """

    key: str
    steps: tuple[Step, ...]
    matter: Matter | None = None


def papers(ground: Ground) -> tuple[Paper, ...]:
    """All of them in order of time; a confidential case is in none."""
    plan = ground.plan
    in_matter = {step.case.path for matter in plan.matters for step in matter.steps}
    found = []
    for matter in plan.matters:
        steps = tuple(step for step in matter.steps if step.case.access is Access.PUBLIC)
        if steps:
            found.append(Paper(page_key(basename(matter.address)), steps, matter))
    for committee, meeting, case in plan.archive.cases():
        if case.path not in in_matter and case.access is Access.PUBLIC:
            found.append(Paper(case_key(committee, meeting, case), (Step(committee, meeting, case),)))
    return tuple(sorted(found, key=lambda each: (each.steps[0].meeting.sittings[0].start, each.key)))


def paper_of(ground: Ground, found: tuple[Paper, ...]) -> dict[str, str]:
    """The id of the paper of each case, by the path of the case."""
    return {step.case.path: ground.id(Kind.PAPER, each.key) for each in found for step in each.steps}


def paper_thing(ground: Ground, paper: Paper, meetings: Mapping[str, MeetingThings]) -> Thing:
    """The object of a paper; `meetings` are the objects of meetings by their paths."""
    first, last = paper.steps[0].case, paper.steps[-1].case
    known = [meetings[step.meeting.path] for step in paper.steps]
    files = [things.papers[step.case.path] for step, things in zip(paper.steps, known, strict=True)]
    # Where a matter was dealt with several times, no file is the main one.
    main = files[0].main if len(files) == 1 else None
    every = [thing for each in files for thing in each.all]
    numbers = _numbers(paper)
    others: Object = {"kallelse:reference": [*numbers]} if len(numbers) > 1 else {}
    page = first.address if paper.matter is None else paper.matter.address
    return ground.thing(
        Kind.PAPER,
        paper.key,
        together(case_days(ground.plan, step.meeting, step.case) for step in paper.steps),
        body=ground.id(Kind.BODY, ""),
        name=last.title if paper.matter is None else paper.matter.title,
        reference=numbers[0] if numbers else None,
        date=first.letter.date.isoformat() if first.letter is not None and first.letter.date is not None else None,
        paperType=data_words(ground.plan.language).kinds[last.kind],
        mainFile=main.inner if main is not None else None,
        auxiliaryFile=[each.inner for each in every if main is None or each.id != main.id],
        consultation=[
            things.consultations[step.case.path].inner for step, things in zip(paper.steps, known, strict=True)
        ],
        **others,
        web=ground.url(page),
    )


def paper_files(ground: Ground, paper: Paper, meetings: Mapping[str, MeetingThings]) -> Iterator[Thing]:
    """The files of a paper, with the paper that they belong to."""
    own = ground.id(Kind.PAPER, paper.key)
    for step in paper.steps:
        for thing in meetings[step.meeting.path].papers[step.case.path].all:
            yield thing.within(paper=[own])


def _numbers(paper: Paper) -> list[str]:
    """The registry numbers, that under which it first appeared before the others."""
    if paper.matter is None:
        case = paper.steps[0].case
        return [case.dnr.value] if case.dnr is not None else []
    known = {number.identity: number.value for number in reversed(paper.matter.numbers)}
    typed = (number for step in paper.steps for number in (step.case.dnr, *step.case.other_dnr) if number is not None)
    # One is typed as it was at first, whatever later cases make of it.
    own = next((number for number in typed if number.identity in known), None)
    first = [] if own is None else [own.value]
    return [*first, *(value for identity, value in known.items() if own is None or identity != own.identity)]
