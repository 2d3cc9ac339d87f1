"""The section of a decision turned into its points, each with what it comes to beside the proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kallelse.locale.record import TELLING_WORDS
from kallelse.model.finding import Finding, Place, Severity
from kallelse.model.fold import plain
from kallelse.model.meeting import CaseKind
from kallelse.model.record import Point
from kallelse.model.section import Section
from kallelse.model.text import Block, BulletList, OrderedList
from kallelse.model.vote import Outcome
from kallelse.read.record.marks import take_marks_of

_BY_KIND = {
    CaseKind.INFORMATION: Outcome.NOTED,
    CaseKind.NOTIFICATION: Outcome.NOTED,
    CaseKind.ELECTION: Outcome.ELECTED,
}


@dataclass(frozen=True, slots=True)
class Decided:
    """The section of a decision without its marks, and its points."""

    section: Section
    points: tuple[Point, ...]
    findings: tuple[Finding, ...]


def proposed_points(sections: Sequence[Section]) -> tuple[tuple[Block, ...], ...]:
    """The points of what is proposed in `sections`, in order; one where they are not cut into points."""
    found: list[tuple[Block, ...]] = []
    for section in sections:
        lists = [block for block in section.blocks if isinstance(block, OrderedList | BulletList)]
        found += [item for block in lists for item in block.items] if lists else [section.blocks]
    return tuple(found)


def read_decision(
    section: Section,
    proposed: Sequence[tuple[Block, ...]],
    kind: CaseKind,
    settled: Outcome | None,
    path: str,
) -> Decided:
    """The points under the heading of a decision, each by its mark, else by `settled`, else beside what was `proposed`.

    `settled` is what the votes of the paragraph say; `kind` is that of its case.
    """
    blocks: list[Block] = []
    points: list[Point] = []
    findings: list[Finding] = []
    known = [_words(each) for each in proposed]
    for block in section.blocks:
        if not isinstance(block, OrderedList | BulletList):
            blocks.append(block)
            continue
        items: list[tuple[Block, ...]] = []
        for item in block.items:
            kept, marks, wrong = take_marks_of(item, path)
            findings += wrong
            items.append(kept)
            number = len(points) + 1
            outcome = marks.outcome or settled or _outcome(kept, number, known, kind)
            points.append(Point(number, kept, outcome, marks.assignment, block.line))
            findings += _doubt(points[-1], is_said=marks.outcome is not None or settled is not None, path=path)
        blocks.append(replace(block, items=tuple(items)))
    if not points:
        kept, marks, wrong = take_marks_of(tuple(blocks), path)
        findings += wrong
        blocks = list(kept)
        outcome = marks.outcome or settled or _outcome(kept, 1, known, kind)
        if kept or marks.outcome is not None:
            points.append(Point(0, kept, outcome, marks.assignment, section.line))
            findings += _doubt(points[-1], is_said=marks.outcome is not None or settled is not None, path=path)
    return Decided(replace(section, blocks=tuple(blocks)), tuple(points), tuple(findings))


def _outcome(blocks: tuple[Block, ...], number: int, known: Sequence[str], kind: CaseKind) -> Outcome | None:
    """What a point without a mark comes to: as proposed, or otherwise, or by the kind of its case."""
    if known:
        words = _words(blocks)
        same = words in known if len(known) != 1 or number > 1 else words == known[0]
        return Outcome.APPROVED if same else Outcome.AMENDED
    return _BY_KIND.get(kind)


def _doubt(point: Point, *, is_said: bool, path: str) -> tuple[Finding, ...]:
    """A decision that seems to say something else than what is taken from how it differs from the proposal."""
    if is_said or point.outcome is Outcome.APPROVED:
        return ()
    words = _words(point.blocks)
    for stem, outcome in TELLING_WORDS.items():
        if stem in words and outcome is not point.outcome:
            return (Finding("outcome-doubtful", Place(path, point.line), {"text": stem}, Severity.REMARK),)
    return ()


def _words(blocks: Sequence[Block]) -> str:
    return plain(blocks).casefold().rstrip(".")
