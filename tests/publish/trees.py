"""Short ways to write text trees, finance tables and persons in tests."""

from __future__ import annotations

from decimal import Decimal

from kallelse.model.address import slug
from kallelse.model.finance import (
    FinanceCell,
    FinanceColumn,
    FinanceRow,
    FinanceRowKind,
    FinanceTable,
    HeadCell,
    Role,
)
from kallelse.model.meeting import Document, Revision
from kallelse.model.section import Section, SectionKind
from kallelse.model.text import (
    Block,
    Body,
    BulletList,
    Cell,
    Heading,
    Inline,
    Note,
    OrderedList,
    Para,
    Plain,
    Row,
    Text,
)


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def para(*content: str | Inline) -> Para:
    return Para(tuple(Text(each) if isinstance(each, str) else each for each in content))


def heading(level: int, text: str) -> Heading:
    return Heading(level, words(text), slug(text))


def bullets(*items: str) -> BulletList:
    return BulletList(tuple((Plain(words(item)),) for item in items))


def points(*items: str) -> OrderedList:
    return OrderedList(tuple((Plain(words(item)),) for item in items))


def cell(content: str | Block, colspan: int = 1, rowspan: int = 1, heading: bool = False) -> Cell:
    block = Plain(words(content)) if isinstance(content, str) else content
    return Cell((block,) if content else (), colspan, rowspan, heading)


def row(*cells: str | Cell) -> Row:
    return Row(tuple(cell(each) if isinstance(each, str) else each for each in cells))


_KINDS = {
    "Förslag till beslut": SectionKind.PROPOSAL,
    "Sammanfattning": SectionKind.SUMMARY,
    "Beskrivning av ärendet": SectionKind.DESCRIPTION,
    "Ekonomiska konsekvenser": SectionKind.ECONOMY,
}


def document(
    path: str,
    title: str,
    *blocks: Block,
    address: str | None = None,
    number: int | None = None,
    heading: str = "",
    notes: tuple[Note, ...] = (),
    revisions: tuple[Revision, ...] = (),
    **fields: object,
) -> Document:
    """A document cut into sections at its headings of the second level, as the reader cuts it."""
    starts = [index for index, each in enumerate(blocks) if isinstance(each, Heading) and each.level == 2]
    sections = []
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=False):
        opening = blocks[start]
        assert isinstance(opening, Heading)
        name = "".join(each.value for each in opening.content if isinstance(each, Text))
        kind = _KINDS.get(name, SectionKind.OTHER)
        sections.append(Section(kind, opening.content, opening.anchor, blocks[start + 1 : end]))
    return Document(
        path=path,
        address=address or path.removesuffix(".md") + ".html",
        title=title,
        number=number,
        heading=words(heading) if heading else (),
        body=Body(blocks, notes),
        preamble=blocks[: starts[0]] if starts else blocks,
        sections=tuple(sections),
        revisions=revisions,
        **fields,  # type: ignore[arg-type]
    )


def figure(printed: str) -> FinanceCell:
    """A cell with what a reader sees; a figure where it is one."""
    plain = printed.replace("−", "-").replace(",", ".").replace("\N{NO-BREAK SPACE}", "")
    try:
        value = Decimal(plain)
    except ArithmeticError:
        return FinanceCell(printed)
    return FinanceCell(printed, value, len(plain.partition(".")[2]))


def finance(
    caption: str,
    head: tuple[tuple[HeadCell, ...], ...],
    columns: tuple[FinanceColumn, ...],
    *rows: tuple[FinanceRowKind, str],
    unit: str = "mnkr",
    note: str = "",
    labelled: bool = True,
    rounded: bool = False,
) -> FinanceTable:
    """A finance table from rows of cells parted by `|`."""
    made = tuple(FinanceRow(kind, tuple(figure(each.strip()) for each in cells.split("|"))) for kind, cells in rows)
    return FinanceTable(
        caption, unit, columns, head, made, note=note, labelled=labelled, rounded=rounded, path="bilaga.md"
    )


def column(heading: str, role: Role, group: str = "") -> FinanceColumn:
    return FinanceColumn(heading, role, group)
