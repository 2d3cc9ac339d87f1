"""Short ways to write model values in tests: texts, documents cut at their headings, tables from rows of strings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from kallelse.model.address import slug
from kallelse.model.finance import FinanceCell, FinanceColumn, FinanceRow, FinanceRowKind, FinanceTable, HeadCell, Role
from kallelse.model.meeting import AgendaRow, Case, Committee, Document, Meeting, RowKind, Sitting
from kallelse.model.person import Person
from kallelse.model.section import Section, SectionKind
from kallelse.model.text import (
    Block,
    Body,
    BulletList,
    Cell,
    Emph,
    Heading,
    Inline,
    Note,
    OrderedList,
    Para,
    Plain,
    Row,
    Strong,
    Table,
    Text,
)

FOLDER = "gemensamma-servicenamnden"
DAY = "2022-09-26"
_MARKED = re.compile(r"(\*\*.+?\*\*|_.+?_)")
_KINDS = {
    "förslag": SectionKind.PROPOSAL,
    "sammanfattning": SectionKind.SUMMARY,
    "beskrivning": SectionKind.DESCRIPTION,
    "ekonomiska": SectionKind.ECONOMY,
}


def words(text: str) -> tuple[Inline, ...]:
    """Words with **strong** and _emphasised_ parts."""
    found: list[Inline] = []
    for piece in _MARKED.split(text):
        if piece.startswith("**"):
            found.append(Strong((Text(piece[2:-2]),)))
        elif piece.startswith("_"):
            found.append(Emph((Text(piece[1:-1]),)))
        elif piece:
            found.append(Text(piece))
    return tuple(found)


def p(text: str) -> Para:
    return Para(words(text))


def plain(text: str) -> Plain:
    return Plain(words(text))


def h(level: int, text: str) -> Heading:
    return Heading(level, words(text), slug(text))


def bullets(*items: str) -> BulletList:
    return BulletList(tuple((plain(item),) for item in items))


def numbered(*items: str, start: int = 1) -> OrderedList:
    return OrderedList(tuple((plain(item),) for item in items), start)


def cell(text: str, colspan: int = 1, rowspan: int = 1, heading: bool = False) -> Cell:
    return Cell((plain(text),) if text else (), colspan, rowspan, heading)


def row(*texts: str) -> Row:
    return Row(tuple(cell(text) for text in texts))


def table(head: Sequence[str], rows: Sequence[Sequence[str]], caption: str = "", note: str = "") -> Table:
    return Table(
        head=(Row(tuple(cell(text, heading=True) for text in head)),) if head else (),
        body=tuple(row(*texts) for texts in rows),
        align=("left",) * max(len(head), *(len(texts) for texts in rows)),
        caption=words(caption),
        note=words(note),
    )


def grouped_table(
    head: Sequence[str], groups: Sequence[tuple[str, Sequence[Sequence[str]]]], caption: str = "", note: str = ""
) -> Table:
    """A table whose first column names groups of rows."""
    body = []
    for label, rows in groups:
        for index, texts in enumerate(rows):
            first = (cell(label, rowspan=len(rows), heading=True),) if index == 0 else ()
            body.append(Row((*first, *(cell(text) for text in texts))))
    return Table(
        head=(Row(tuple(cell(text, heading=True) for text in head)),),
        body=tuple(body),
        align=("left",) * len(head),
        caption=words(caption),
        note=words(note),
    )


def _figure(text: str) -> FinanceCell:
    number = text.replace("−", "-").replace("\u00a0", "").replace(",", ".")
    try:
        value = Decimal(number)
    except ArithmeticError:
        return FinanceCell(text)
    return FinanceCell(text, value, len(number.partition(".")[2]))


_ROLES = {
    "budget": Role.BUDGET,
    "utfall": Role.OUTCOME,
    "prognos": Role.FORECAST,
    "avvikelse": Role.DEVIATION,
    "belopp": Role.AMOUNT,
    "text": Role.TEXT,
    "label": Role.LABEL,
}


def finance(
    caption: str,
    columns: Sequence[tuple[str, str, str]],
    rows: Sequence[tuple[str, Sequence[str]]],
    *,
    unit: str = "mnkr",
    note: str = "",
    labelled: bool = True,
    rounded: bool = False,
) -> FinanceTable:
    """A finance table from columns of (group, heading, role) and rows of (kind, cells)."""
    made = tuple(FinanceColumn(heading, _ROLES[role], group) for group, heading, role in columns)
    head: tuple[tuple[HeadCell, ...], ...]
    if any(column.group for column in made):
        upper: list[HeadCell] = []
        lower: list[HeadCell] = []
        for index, column in enumerate(made):
            if not column.group:
                upper.append(HeadCell(column.heading, index, 1, 2))
                continue
            lower.append(HeadCell(column.heading, index))
            if index and made[index - 1].group == column.group:
                upper[-1] = replace(upper[-1], colspan=upper[-1].colspan + 1)
            else:
                upper.append(HeadCell(column.group, index))
        head = (tuple(upper), tuple(lower))
    else:
        head = (tuple(HeadCell(column.heading, index) for index, column in enumerate(made)),)
    return FinanceTable(
        caption=caption,
        unit=unit,
        columns=made,
        head=head,
        rows=tuple(FinanceRow(FinanceRowKind(kind), tuple(map(_figure, cells))) for kind, cells in rows),
        note=note,
        labelled=labelled,
        rounded=rounded,
    )


def document(
    path: str,
    title: str,
    *blocks: Block,
    number: int | None = None,
    heading: str = "",
    notes: Mapping[str, Sequence[Block]] | None = None,
    **fields: object,
) -> Document:
    """A document whose preamble and sections are cut from `blocks` at the second-level headings."""
    preamble: list[Block] = []
    sections: list[Section] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            first = "".join(part.value for part in block.content if isinstance(part, Text)).split(" ")[0].lower()
            kind = _KINDS.get(first, SectionKind.OTHER)
            sections.append(Section(kind, block.content, block.anchor, ()))
        elif sections:
            sections[-1] = replace(sections[-1], blocks=(*sections[-1].blocks, block))
        else:
            preamble.append(block)
    body = Body(tuple(blocks), tuple(Note(key, tuple(content)) for key, content in (notes or {}).items()))
    made = Document(
        path=path,
        address=path.removesuffix(".md") + ".html",
        title=title,
        number=number,
        heading=words(heading),
        body=body,
        preamble=tuple(preamble),
        sections=tuple(sections),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def case(name: str, title: str, *documents: Document, **fields: object) -> Case:
    """A case of the sample meeting; a document without number is its letter."""
    path = f"{FOLDER}/{DAY}/{name}.md"
    letter = next((one for one in documents if one.number is None), None)
    made = Case(
        path=path,
        address=path.removesuffix(".md") + ".html",
        title=title,
        letter=letter,
        attachments=tuple(one for one in documents if one.number is not None),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def letter(name: str, title: str, *blocks: Block, **fields: object) -> Document:
    """The letter of the case `name`."""
    return document(f"{FOLDER}/{DAY}/{name}.md", title, *blocks, **fields)  # type: ignore[arg-type]


def agenda(*cases: Case) -> tuple[AgendaRow, ...]:
    """Rows numbered from 1."""
    return tuple(
        AgendaRow(RowKind.CASE, one.title, str(number), one, one.minutes) for number, one in enumerate(cases, start=1)
    )


def meeting(*rows: AgendaRow, **fields: object) -> Meeting:
    """The sample's meeting with `rows` on its agenda."""
    made = Meeting(
        path=f"{FOLDER}/{DAY}/index.md",
        folder=DAY,
        address=f"{FOLDER}/{DAY}/index.html",
        packet=f"{FOLDER}/{DAY}/kallelse.pdf",
        committee=FOLDER,
        sittings=(Sitting(dt.datetime(2022, 9, 26, 13, 15)),),
        place="Digitalt",
        chair=Person("Karin Ahlström", party="S", place="Norrsala"),
        secretary=Person("Sofia Berglund", "nämndsekreterare"),
        recipients=("Ledamöter i Gemensamma servicenämnden",),
        copies=("Ersättare i Gemensamma servicenämnden",),
        issued=dt.date(2022, 9, 19),
        agenda=rows,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def committee(**fields: object) -> Committee:
    """The sample's committee."""
    made = Committee(
        path=f"{FOLDER}/index.md",
        folder=FOLDER,
        address=f"{FOLDER}/index.html",
        name="Gemensamma servicenämnden",
        short="GSN",
        municipalities=("Norrsala", "Ekvik"),
        series=("GSN",),
    )
    return replace(made, **fields)  # type: ignore[arg-type]
