"""The section of a decision turned into its points, each with what it comes to beside the proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kallelse.locale.record import ADJUSTED_AT_ONCE, TELLING_WORDS
from kallelse.model.decision import Assignment, Extension, Point
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.fold import plain, walk
from kallelse.model.meeting import CaseKind
from kallelse.model.section import Section
from kallelse.model.text import Block, BulletList, Cite, OrderedList, Para, Plain, Text
from kallelse.model.vote import UNDECIDED, Motion, Outcome
from kallelse.read.record.marks import NO_MARKS, Marks, take_marks_of, typed_task, word_of

_BY_KIND = {
    CaseKind.INFORMATION: Outcome.NOTED,
    CaseKind.NOTIFICATION: Outcome.NOTED,
    CaseKind.ELECTION: Outcome.ELECTED,
}
# What may be decided in the words of the proposal by a mark alone, beside what is decided as proposed.
_IN_ITS_WORDS = (Outcome.ELECTED, Outcome.NOTED, Outcome.ANSWERED)
_Task = TypeVar("_Task", Assignment, Extension)
# Longer than this a point says more than that it is adjusted at once.
_SENTENCE = 120


@dataclass(frozen=True, slots=True)
class ReadDecision:
    """The section of a decision without its marks, and its points."""

    section: Section
    points: tuple[Point, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """What a decision may be taken from and is compared with.

    `proposals` are the sections of what is proposed, `motions` what is moved, by id; `settled` is what the votes of the
    paragraph say, `kind` that of its case.
    """

    proposals: tuple[Section, ...] = ()
    motions: Mapping[str, Motion] | None = None
    kind: CaseKind = CaseKind.DECISION
    settled: Outcome | None = None

    def to(self, body: str) -> tuple[Section, ...]:
        """What is proposed to one body where that is said of any proposal, else all that is proposed."""
        addressed = tuple(one for one in self.proposals if body and _named(one.body_name) == _named(body))
        return addressed or self.proposals


def read_decision(section: Section, before: Before, path: str) -> ReadDecision:
    """The points under the heading of a decision, each by its mark, else by the votes, else beside what was proposed.

    A paragraph of marks alone stands for the words of what they name: the proposal, or a motion. One that names nothing
    of the kind says it of all points.
    """
    section, common, is_adopted, findings = _written_out(section, before, path)
    # Beside the words of the proposal stand points of the meeting's own, which the votes say nothing of.
    settled = common.outcome or (None if is_adopted else before.settled)
    proposals = before.to(section.body_name)
    known = [_words(point) for each in proposals for point in each.points]
    blocks: list[Block] = []
    points: list[Point] = []
    differing: list[int] = []

    def point(kept: tuple[Block, ...], marks: Marks, number: int, line: int, said: Outcome | None) -> None:
        said = marks.outcome or said
        outcome = said or _outcome(kept, known, before.kind)
        points.append(Point(number, kept, outcome, marks.assignment, line, marks.extension))
        if said is None and outcome is Outcome.AMENDED:
            differing.append(len(points) - 1)
        findings.extend(_doubt(points[-1], is_said=said is not None, path=path))

    for block in section.blocks:
        if not isinstance(block, OrderedList | BulletList):
            blocks.append(block)
            continue
        items: list[tuple[Block, ...]] = []
        for item in block.items:
            kept, marks, wrong = take_marks_of(item, path)
            findings += wrong
            line, end = _line(item) or block.line, Place(path, _last_line(item) or block.line)
            marks = _agreed(marks, before.kind, end, findings)
            kept = (*kept, *_moved(marks, before, end, findings))
            items.append(kept)
            is_own = marks.outcome is None and _is_of_adjustment(kept)
            point(kept, marks, len(points) + 1, line, None if is_own else settled)
        blocks.append(replace(block, items=tuple(items)))
    if not points:
        kept, marks, wrong = take_marks_of(tuple(blocks), path)
        findings += wrong
        end = Place(path, _last_line(tuple(blocks)) or section.line)
        marks = _agreed(marks, before.kind, end, findings)
        blocks = [*kept, *_moved(marks, before, end, findings)]
        if blocks:
            point(tuple(blocks), marks, 0, section.line, settled or (_as_proposed(before.kind) if is_adopted else None))
    elif (
        len(proposals) == 1
        and not settled
        and len(points) < len(known)
        and all(each.outcome is _as_proposed(before.kind) for each in points)
    ):
        findings.append(Finding("decision-fewer", Place(path, section.line), severity=Severity.REMARK))
    if any(each.outcome in UNDECIDED for each in points):
        # Nothing of the proposal is decided, so that no other point answers it.
        points = [replace(each, outcome=None) if n in differing else each for n, each in enumerate(points)]
    points = _commissioned(points, common, path, findings)
    if not blocks and section.line:
        findings.append(Finding("decision-empty", Place(path, section.line)))
    return ReadDecision(replace(section, blocks=tuple(blocks)), tuple(points), tuple(findings))


def _written_out(section: Section, before: Before, path: str) -> tuple[Section, Marks, bool, list[Finding]]:
    """The section with what its paragraphs of marks stand for, what else these say, and whether it is the proposal."""
    blocks: list[Block] = []
    findings: list[Finding] = []
    common, is_adopted = NO_MARKS, False
    said: Outcome | None = None
    taken = [
        (block, *(take_marks_of((block,), path) if isinstance(block, Para) else ((block,), NO_MARKS, ())))
        for block in section.blocks
    ]
    is_alone = all(not kept or _is_of_adjustment((block,)) for block, kept, _, _ in taken)
    for block, kept, typed, wrong in taken:
        if kept or (typed == NO_MARKS and not wrong):
            blocks.append(block)
            continue
        findings += wrong
        place = Place(path, block.line)
        marks = _agreed(typed, before.kind, place, findings)
        if said and marks.outcome:
            findings += _two(said, marks.outcome, before.kind, place)
        said = marks.outcome or said
        outcome = marks.outcome
        proposed = tuple(block for one in before.to(section.body_name) for block in one.blocks)
        if marks.motion:
            blocks += _moved(marks, before, place, findings)
        elif (
            proposed
            and not is_adopted
            and (marks.outcome is Outcome.APPROVED or typed.is_elected)
            and not _has_points(section)
        ):
            blocks += proposed
            is_adopted, outcome = True, None
        elif proposed and not is_adopted and is_alone and marks.outcome in _IN_ITS_WORDS:
            blocks += proposed
            is_adopted = True
        common = replace(
            common,
            outcome=outcome or common.outcome,
            assignment=_only(common.assignment, marks.assignment, path, findings),
            extension=_only(common.extension, marks.extension, path, findings),
        )
    return replace(section, blocks=tuple(blocks)), common, is_adopted, findings


def _agreed(marks: Marks, kind: CaseKind, place: Place, findings: list[Finding]) -> Marks:
    """The marks of a point, of which those that say both as proposed and elected are the latter in an election."""
    if not marks.is_elected:
        return marks
    findings += _two(Outcome.APPROVED, Outcome.ELECTED, kind, place)
    return replace(marks, outcome=Outcome.ELECTED) if kind is CaseKind.ELECTION else marks


def _two(one: Outcome, other: Outcome, kind: CaseKind, place: Place) -> tuple[Finding, ...]:
    """That a decision is said to come to two things; in an election, as proposed and elected are one."""
    is_same = one is other or (kind is CaseKind.ELECTION and {one, other} == {Outcome.APPROVED, Outcome.ELECTED})
    told = {"first": word_of(one), "second": word_of(other)}
    return () if is_same else (Finding("mark-two", place, told),)


def _as_proposed(kind: CaseKind) -> Outcome:
    """What the proposal comes to, decided as it stands."""
    return Outcome.ELECTED if kind is CaseKind.ELECTION else Outcome.APPROVED


def _has_points(section: Section) -> bool:
    return any(isinstance(block, OrderedList | BulletList) for block in section.blocks)


def _moved(marks: Marks, before: Before, place: Place, findings: list[Finding]) -> tuple[Block, ...]:
    """The words of the motion that marks name."""
    if not marks.motion:
        return ()
    motion = (before.motions or {}).get(marks.motion.casefold())
    if motion is None:
        findings.append(Finding("mark-motion", place, {"text": marks.motion}))
        return ()
    line = motion.line
    if len(motion.points) == 1:
        return (Para((Text(motion.points[0], line),), line),)
    return (OrderedList(tuple((Plain((Text(each, line),), line),) for each in motion.points), 1, line),)


def _commissioned(points: list[Point], common: Marks, path: str, findings: list[Finding]) -> list[Point]:
    """The points, the last of them with what all of them together commission, and give a new day."""
    if not points:
        return points
    last = points[-1]
    assignment = _only(last.assignment, common.assignment, path, findings)
    extension = _only(last.extension, common.extension, path, findings)
    return [*points[:-1], replace(last, assignment=assignment, extension=extension)]


def _only(first: _Task | None, second: _Task | None, path: str, findings: list[Finding]) -> _Task | None:
    """The one of two marks that is there; told where both are and say different things, for only one is read."""
    if first is not None and second is not None and typed_task(first) != typed_task(second):
        told = {"first": typed_task(first), "second": typed_task(second)}
        findings.append(Finding("mark-two", Place(path, second.line), told))
    return first or second


def _outcome(blocks: tuple[Block, ...], known: Sequence[str], kind: CaseKind) -> Outcome | None:
    """What a point without a mark comes to: as proposed, or otherwise, or by the kind of its case."""
    if _is_of_adjustment(blocks):
        return None
    if not known:
        return _BY_KIND.get(kind)
    decided = _words(tuple(block for block in blocks if not _is_of_adjustment((block,))))
    return _as_proposed(kind) if decided in known else Outcome.AMENDED


def _is_of_adjustment(blocks: tuple[Block, ...]) -> bool:
    """Whether that says that the paragraph is adjusted at once, which answers no proposal."""
    sentences = [_words((block,)) for block in blocks]
    return bool(sentences) and all(
        len(words) <= _SENTENCE and any(said in words for said in ADJUSTED_AT_ONCE) for words in sentences
    )


def _doubt(point: Point, *, is_said: bool, path: str) -> tuple[Finding, ...]:
    """A decision that seems to say something else than what is taken from how it differs from the proposal."""
    if is_said or point.outcome in (Outcome.APPROVED, Outcome.ELECTED):
        return ()
    words = _words(point.blocks)
    for stem, outcome in TELLING_WORDS.items():
        if stem in words and outcome is not point.outcome:
            texts = (node for node in walk(point.blocks) if isinstance(node, Text))
            line = next((text.line for text in texts if stem in text.value.casefold()), 0) or point.line
            return (Finding("outcome-doubtful", Place(path, line), {"text": stem}, Severity.REMARK),)
    return ()


def _line(blocks: tuple[Block, ...]) -> int:
    return blocks[0].line if blocks else 0


def _last_line(blocks: tuple[Block, ...]) -> int:
    """The last line of text, on which marks stand."""
    lines = [node.line for node in walk(blocks) if isinstance(node, Text | Cite) and node.line]
    return lines[-1] if lines else 0


def _words(blocks: Sequence[Block]) -> str:
    return plain(blocks).casefold().rstrip(".")


def _named(body: str) -> str:
    return " ".join(body.casefold().split())
