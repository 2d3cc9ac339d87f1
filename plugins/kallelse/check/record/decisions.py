"""The decisions of a paragraph turned into findings: those missing, at odds with the votes, late, or told elsewhere."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from kallelse.check.record.held import Attended, Held
from kallelse.locale.words import TABLE_NAMED
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.fold import Node, plain, walk, walk_body
from kallelse.model.meeting import CaseKind
from kallelse.model.record import Paragraph, Publication
from kallelse.model.text import FinanceBlock, Table
from kallelse.model.vote import Election, Outcome, StepKind, decided_outcome, winning_side

_ORDER = tuple(StepKind)
_DUE = (CaseKind.DECISION, CaseKind.ELECTION)


def check_decisions(held: Held, at: Attended) -> Iterator[Finding]:
    """Findings about what a paragraph decides."""
    paragraph = at.paragraph
    yield from _missing(held, paragraph)
    yield from _order(held, paragraph)
    yield from _outcome(held, paragraph)
    yield from _unmarked(held, paragraph)
    yield from _elsewhere(held, paragraph)
    for assignment in paragraph.assignments:
        if assignment.due is not None and assignment.due < held.minutes.opened.date():
            place = Place(held.minutes.path, assignment.line or paragraph.line)
            told = {"due": assignment.due.isoformat(), "meeting": held.minutes.opened.date().isoformat()}
            yield Finding("assignment-due", place, told, Severity.REMARK)


def _missing(held: Held, paragraph: Paragraph) -> Iterator[Finding]:
    """A case for decision of which no paragraph decides anything, though all of it may be read."""
    case = held.public_case(paragraph)
    if case is None or case.kind not in _DUE:
        return
    all_of_it = held.minutes.of_case(case.path)
    is_told = all(each.publication is Publication.FULL and not each.is_withdrawn for each in all_of_it)
    if is_told and paragraph is all_of_it[0] and not any(each.points for each in all_of_it):
        told = {"paragraph": str(paragraph.number), "title": paragraph.title}
        yield Finding("decision-missing", Place(held.minutes.path, paragraph.line), told, held.unfinished(paragraph))


def _order(held: Held, paragraph: Paragraph) -> Iterator[Finding]:
    """Steps that come before those that they depend on; each decision of the paragraph may begin anew."""
    steps = [step for step in paragraph.steps if not isinstance(step, Election)]
    back = [
        after for before, after in itertools.pairwise(steps) if _ORDER.index(after.step) < _ORDER.index(before.step)
    ]
    if len(back) >= max(1, len(paragraph.decisions)):
        told = {"paragraph": str(paragraph.number)}
        yield Finding("steps-order", Place(held.minutes.path, back[-1].line), told, Severity.REMARK)


def _outcome(held: Held, paragraph: Paragraph) -> Iterator[Finding]:
    """Points that come to none of what was carried."""
    # Each step may be about a point of its own.
    carried = {decided_outcome(paragraph.steps), *(decided_outcome((step,)) for step in paragraph.steps)} - {None}
    case = held.public_case(paragraph)
    if case is not None and case.kind is CaseKind.ELECTION and Outcome.APPROVED in carried:
        # Whoever is proposed is elected.
        carried.add(Outcome.ELECTED)
    typed = [point for point in paragraph.points if point.outcome is not None]
    if carried and typed and all(point.outcome not in carried for point in typed):
        place = Place(held.minutes.path, typed[0].line or paragraph.line)
        yield Finding("decision-outcome", place, {"paragraph": str(paragraph.number)})


def _unmarked(held: Held, paragraph: Paragraph) -> Iterator[Finding]:
    """Votes on the main proposal of which it is not said what is decided by the side that won."""
    for vote in paragraph.votes if paragraph.points else ():
        side = winning_side(vote)
        # Of one that a minority settles, the marks are told of anyway.
        if vote.step is StepKind.MAIN and not vote.by_minority and side is not None and side.outcome is None:
            told = {"proposal": side.text, "paragraph": str(paragraph.number)}
            yield Finding("vote-unmarked", Place(held.minutes.path, vote.line), told, Severity.REMARK)


def _elsewhere(held: Held, paragraph: Paragraph) -> Iterator[Finding]:
    """Points that name a table which the case has and the paragraph lacks, as long as that can be mended.

    Who reads the decision alone does not learn what was decided (KL 5:65).
    """
    case = held.public_case(paragraph)
    if case is None or case.letter is None or held.unfinished(paragraph) is not Severity.REMARK:
        return
    # Few decisions name a table, and nothing else has to be walked for the others.
    named = [point for point in paragraph.points if TABLE_NAMED.match(plain(point.blocks))]
    if not named or not _has_table(walk_body(case.letter.body)):
        return
    if not _has_table(walk(block for section in paragraph.sections for block in section.blocks)):
        for point in named:
            place = Place(held.minutes.path, point.line or paragraph.line)
            yield Finding("decision-table", place, {"paragraph": str(paragraph.number)}, Severity.REMARK)


def _has_table(nodes: Iterable[Node]) -> bool:
    return any(isinstance(node, Table | FinanceBlock) for node in nodes)
