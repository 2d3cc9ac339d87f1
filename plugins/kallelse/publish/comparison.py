"""A proposal and what was decided turned into rows, point by point, with the words that differ marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kallelse.locale.packet import held_together
from kallelse.model import fold
from kallelse.model.difference import Origin, Piece, difference, likeness
from kallelse.model.meeting import Case
from kallelse.model.section import Section, SectionKind
from kallelse.model.text import Block, BulletList, CodeBlock, FinanceBlock, OrderedList, Para, Plain, Process
from kallelse.model.vote import UNDECIDED
from kallelse.publish.decision import MinutedParagraph
from kallelse.publish.text import Writer

# Points with less in common are not the same point.
_SAME_POINT = 0.4
# What says nothing without its rows and steps.
_LAID_OUT = CodeBlock | FinanceBlock | Process

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of a text, `struck` or `inserted` where the other side has it not; lines are parted by line feeds."""

    text: str
    struck: bool = False
    inserted: bool = False

    @property
    def blank(self) -> str:
        """The blanks before its words, which nobody struck."""
        return self.text[: len(self.text) - len(self.text.lstrip())]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One point: as proposed and as decided; HTML where both say the same, one side has none, or words are not all."""

    number: int
    proposed_html: str
    decided_html: str
    proposed: tuple[Marked, ...] = ()
    decided: tuple[Marked, ...] = ()
    same: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """The points of one proposal beside those of what was decided of it; the heading only where there are several.

    `opening` and `closing` are what the proposal says before and after its points, as HTML.
    """

    anchor: str
    heading: str
    opening: str
    rows: tuple[ComparedRow, ...]
    closing: str


def comparisons(
    case: Case, found: Sequence[MinutedParagraph], letter: Writer, decided: Writer
) -> tuple[Comparison, ...]:
    """A comparison for each proposal of the case's letter, or none where nothing was decided of the proposal."""
    sections = () if case.letter is None else case.letter.sections
    proposals = [section for section in sections if section.kind is SectionKind.PROPOSAL]
    decisions = [
        decision for one in found for decision in one.paragraph.decisions if not UNDECIDED.issuperset(decision.outcomes)
    ]
    made = []
    for proposal in proposals:
        of_it = [each for each in decisions if len(proposals) == 1 or each.to == proposal.body_name]
        points = [point.blocks for decision in of_it for point in decision.points]
        if points:
            heading = letter.inlines(proposal.heading) if len(proposals) > 1 else ""
            opening, closing = (_html(letter, decided, blocks) for blocks in _around(proposal))
            rows = tuple(_rows(proposal.points, points, letter, decided))
            made.append(Comparison(proposal.anchor, heading, opening, rows, closing))
    return tuple(made)


def _around(proposal: Section) -> tuple[Blocks, Blocks]:
    """What a proposal says before its first list of points and, beside them, after it."""
    are_lists = [isinstance(block, BulletList | OrderedList) for block in proposal.blocks]
    first = are_lists.index(True) if True in are_lists else 0
    rest = zip(proposal.blocks[first:], are_lists[first:], strict=True)
    return proposal.blocks[:first], tuple(block for block, is_list in rest if any(are_lists) and not is_list)


def _rows(
    proposed: Sequence[Blocks], decided: Sequence[Blocks], letter: Writer, writer: Writer
) -> Iterator[ComparedRow]:
    pairs = _paired([_text(each) for each in proposed], [_text(each) for each in decided])
    for number, (old, new) in enumerate(pairs, start=1):
        if old is None or new is None:
            yield ComparedRow(
                number,
                _html(letter, writer, proposed[old]) if old is not None else "",
                _html(writer, letter, decided[new]) if new is not None else "",
            )
            continue
        pieces = difference(_text(proposed[old]), _text(decided[new]))
        if all(piece.origin is Origin.BOTH for piece in pieces):
            yield ComparedRow(number, _html(letter, writer, proposed[old]), "", same=True)
        elif any(isinstance(node, _LAID_OUT) for node in fold.walk((*proposed[old], *decided[new]))):
            before, after = _html(letter, writer, proposed[old]), _html(writer, letter, decided[new])
            yield ComparedRow(number, before, after)
        else:
            old_side, new_side = _side(pieces, Origin.BEFORE, writer), _side(pieces, Origin.AFTER, writer)
            yield ComparedRow(number, "", "", old_side, new_side)


def _html(writer: Writer, beside: Writer, blocks: Blocks) -> str:
    """Blocks of one side; both sides stand on one page, whose tables are counted as one."""
    html = writer.blocks(blocks, 3)
    beside.tables = writer.tables
    return html


def _side(pieces: Sequence[Piece], own: Origin, writer: Writer) -> tuple[Marked, ...]:
    return tuple(
        Marked(held_together(piece.text, writer.language), piece.origin is Origin.BEFORE, piece.origin is Origin.AFTER)
        for piece in pieces
        if piece.origin in (Origin.BOTH, own)
    )


def _text(blocks: Blocks) -> str:
    """The words of blocks, a line for each that runs, as they are compared."""
    running = (block for block in fold.walk(blocks) if isinstance(block, Para | Plain | _LAID_OUT))
    return "\n".join(fold.plain((block,)) for block in running)


def _paired(proposed: Sequence[str], decided: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Which point of one side is which of the other, in the order of both: as much alike as can be together.

    A point that only one side has stands alone, those of the proposal first.
    """
    alike = [[likeness(one, other) for other in decided] for one in proposed]
    best = [[0.0] * (len(decided) + 1) for _ in range(len(proposed) + 1)]
    for old in reversed(range(len(proposed))):
        for new in reversed(range(len(decided))):
            together = alike[old][new] + best[old + 1][new + 1] if alike[old][new] >= _SAME_POINT else 0.0
            best[old][new] = max(together, best[old + 1][new], best[old][new + 1])
    pairs: list[tuple[int | None, int | None]] = []
    old = new = 0
    while old < len(proposed) and new < len(decided):
        if alike[old][new] >= _SAME_POINT and best[old][new] == alike[old][new] + best[old + 1][new + 1]:
            pairs.append((old, new))
            old, new = old + 1, new + 1
        elif best[old][new] == best[old + 1][new]:
            pairs.append((old, None))
            old += 1
        else:
            pairs.append((None, new))
            new += 1
    pairs += [(left, None) for left in range(old, len(proposed))]
    pairs += [(None, left) for left in range(new, len(decided))]
    return pairs
