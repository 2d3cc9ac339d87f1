"""A finance fence, with the CSV file it may name, turned into a finance table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kallelse.locale.figures import Flaw
from kallelse.locale.finance import (
    UNIT_HEADING,
    UNIT_WORDS,
    HeadKey,
    meaning,
    unit_word,
)
from kallelse.model.finance import (
    DeviationRule,
    FinanceCell,
    FinanceColumn,
    FinanceRow,
    FinanceRowKind,
    FinanceTable,
    Role,
    Signs,
)
from kallelse.model.finding import Finding, Place, errors, in_order
from kallelse.model.settings import Language
from kallelse.model.sums import plan, with_formula_effects
from kallelse.model.text import UnreadTable
from kallelse.read.finance.captions import with_captions
from kallelse.read.finance.carrier import Load, carried_by, target_of
from kallelse.read.finance.cells import Content, read_cell, said_decimals
from kallelse.read.finance.charts import chart_findings
from kallelse.read.finance.doubts import finding_of
from kallelse.read.finance.emphasis import without_emphasis
from kallelse.read.finance.exact import with_exact
from kallelse.read.finance.facts import Facts, key_of, read_facts
from kallelse.read.finance.fill import filled
from kallelse.read.finance.heads import Heads, head_count, read_heads
from kallelse.read.finance.kinds import Label, read_label
from kallelse.read.finance.mirrored import Reading, as_meant, better
from kallelse.read.finance.roles import label_column, read_column
from kallelse.read.finance.sheet import Grid, GridRow, fence_sheet
from kallelse.read.finance.units import CELL_UNIT, unit_findings

_FLAWS = {
    Flaw.BLANKS: "finance-figure-blanks",
    Flaw.POINT: "finance-figure-point",
    Flaw.BRACKETS: "finance-figure-brackets",
    Flaw.TRAILING_MINUS: "finance-figure-minus",
    Flaw.LETTERS: "finance-figure-letters",
    Flaw.OTHER: "finance-figure",
}


def read_fence(
    source: str, path: str, first_line: int, language: Language, load: Load
) -> tuple[FinanceTable | None, tuple[Finding, ...]]:
    """The table of the fence whose inside is `source`, in the document `path`, from line `first_line` on.

    `load` opens the file that the fence names, if any. The table is None where there is no grid; with other errors it
    is what could be made of it.
    """
    sheet, findings = fence_sheet(source, path, first_line)
    facts, met = read_facts(sheet.head, language)
    findings += met
    grid, head = sheet.grid, sheet.head
    if facts.file:
        place = Place(path, facts.file_line)
        if grid.rows:
            return None, (*findings, Finding("finance-grid-twice", place, {"file": facts.file}))
        carried, met = carried_by(facts.file, path, load)
        if carried is None or errors(met):
            told = met or (Finding("finance-file", Place("")),)
            return None, (*findings, *(_at_line(each, place, facts.file) for each in told))
        grid, head = carried.grid, (*head, *carried.head)
        facts, again = read_facts(head, language)
        findings = in_order((*findings, *met, *again))
    if not grid.rows:
        return None, (
            *findings,
            Finding("finance-grid-missing", Place(grid.path, 0 if facts.file else first_line)),
        )
    grid, head, captions = with_captions(grid, head, language)
    if captions:
        facts, again = read_facts(head, language)
        findings = in_order((*findings, *captions, *again))
    if not facts.unit and not any(key_of(line) is HeadKey.UNIT for line in head):
        findings += (Finding("finance-unit-missing", Place(path, first_line)),)

    def as_if(signs: Signs, deviation: DeviationRule) -> Reading:
        return table_of(replace(facts, signs=signs, deviation=deviation), grid, path, first_line, language)

    reading = as_if(facts.signs, facts.deviation)
    if not any(key_of(line) is HeadKey.SIGNS for line in head) and _is_unsigned(reading[0]):
        findings += (Finding("finance-signs-missing", Place(path, first_line)),)
        reading = better(reading, as_if(Signs.AMOUNT, facts.deviation))
    else:
        reading, met = as_meant(reading, as_if)
        findings += met
    table, _, met = reading
    asked = (each for line in head if key_of(line) is HeadKey.CHART for each in chart_findings(table, line))
    return table, in_order((*findings, *met, *asked))


def _at_line(finding: Finding, place: Place, file: str) -> Finding:
    return finding if finding.place.path else replace(finding, place=place, words={**finding.words, "file": file})


def unread_table(source: str, path: str, load: Load, language: Language) -> UnreadTable:
    """What a fence says of its table that could not be read, or the head lines of the file that it names."""
    sheet, _ = fence_sheet(source, path, 1)
    facts, _ = read_facts(sheet.head, language)
    carried, _ = carried_by(facts.file, path, load) if facts.file else (None, ())
    if carried is not None and not facts.id:
        facts = replace(read_facts(carried.head, language)[0], file=facts.file)
    return UnreadTable(facts.id, target_of(facts.file, path).partition("!")[0] if facts.file else "")


def _is_unsigned(table: FinanceTable) -> bool:
    """Whether revenues and costs both stand without a minus, so that adding them up makes no sense."""
    given: dict[FinanceRowKind, list[Decimal]] = {FinanceRowKind.REVENUE: [], FinanceRowKind.COST: []}
    for row in table.rows:
        if row.kind in given and not row.declared:
            for cell, column in zip(row.cells, table.columns, strict=True):
                if cell.value and not cell.computed and column.role not in (Role.DEVIATION, Role.SHARE):
                    given[row.kind].append(cell.value)
    return all(figures and min(figures) > 0 for figures in given.values())


def table_of(facts: Facts, grid: Grid, path: str, line: int, language: Language) -> Reading:
    """The table of a grid, whatever carried it, that stands in the document `path` at `line`."""
    grid, emphasised = without_emphasis(grid)
    heads_end = min(head_count(grid, language), len(grid.rows))
    width = _width(grid, heads_end)
    findings = [*emphasised, *_widths(grid, width, heads_end)]
    heads = read_heads(grid.rows[:heads_end], width)
    body = [row for row in grid.rows[heads_end:] if any(row.cells)]
    contents = [[_content(row, column, language) for column in range(width)] for row in body]
    columns, met = _columns(heads, contents, facts.unit, grid.path, language)
    findings += met
    slips: list[tuple[int, Finding]] = []
    rows: list[FinanceRow] = []
    parent: Label | None = None
    for row, content in zip(body, contents, strict=True):
        read, label, told, wrong = _row(row, content, columns, facts, parent, grid.path, language)
        findings += told
        slips += wrong
        rows.append(read)
        if label.kind is not FinanceRowKind.OF_WHICH:
            parent = label
    findings += unit_findings(slips, columns, contents)
    table = FinanceTable(
        facts.caption,
        unit_word(facts.unit, language),
        tuple(replace(column, unit=unit_word(column.unit, language)) for column in columns),
        heads.cells,
        tuple(rows),
        id=facts.id,
        decimals=facts.decimals,
        signs=facts.signs,
        deviation=facts.deviation,
        note=facts.note,
        charted=facts.charted,
        chart_rows=facts.chart_rows,
        labelled=bool(columns[0].heading or columns[0].group) or any(row.label for row in rows),
        path=path,
        line=line,
        grid_path="" if grid.path == path else grid.path,
        language=language,
    )
    table = with_formula_effects(table)
    planned = plan(table)
    findings += (finding_of(table, doubt) for doubt in planned.doubts)
    made = planned.equations
    return filled(with_exact(table, made), made), made, tuple(findings)


def _width(grid: Grid, heads_end: int) -> int:
    """How many columns there are: as the headings say, blank ones at the end left out; without any, as the
    rows say.
    """
    rows = grid.rows[:heads_end] or grid.rows
    said = max((len(row.cells) for row in rows), default=0)
    used = max((i + 1 for row in grid.rows for i, cell in enumerate(row.cells) if cell), default=0)
    return max(min(said, used), 1)


def _widths(grid: Grid, width: int, heads_end: int) -> list[Finding]:
    findings: list[Finding] = []
    for index, row in enumerate(grid.rows):
        words = {"cells": str(len(row.cells)), "columns": str(width)}
        if any(row.cells[width:]):
            findings.append(Finding("finance-cells-many", Place(grid.path, row.line), words))
        elif grid.strict and len(row.cells) < width and index >= heads_end:
            findings.append(Finding("finance-cells-few", Place(grid.path, row.line), words))
    return findings


def _at(row: GridRow, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""


def _content(row: GridRow, column: int, language: Language) -> Content:
    content = read_cell(_at(row, column), language)
    figure = content.figure
    if figure is None:
        return content
    whole = row.wholes[column] if column < len(row.wholes) else None
    known = content.known or (row.units[column] if column < len(row.units) else "")
    return replace(content, known=known, figure=figure if whole is None else replace(figure, value=whole))


def _columns(
    heads: Heads, contents: Sequence[Sequence[Content]], unit: str, path: str, language: Language
) -> tuple[list[FinanceColumn], list[Finding]]:
    first, met = label_column(heads.over[0], path, language)
    columns, findings = [first], list(met)
    for index in range(1, len(heads.over)):
        below = [row[index] for row in contents]
        column, met = read_column(heads.over[index], below, unit, path, language)
        columns.append(column)
        findings += met
    return columns, findings


def _row(
    row: GridRow,
    contents: Sequence[Content],
    columns: Sequence[FinanceColumn],
    facts: Facts,
    parent: Label | None,
    path: str,
    language: Language,
) -> tuple[FinanceRow, Label, tuple[Finding, ...], tuple[tuple[int, Finding], ...]]:
    place = Place(path, row.line)
    figures = [
        content
        for column, content in zip(columns, contents, strict=True)
        if column.role.is_figure and column.role is not Role.SHARE and content.figure is not None
    ]
    label, met = read_label(
        _at(row, 0),
        figures,
        facts.unit,
        _unit_beside(contents, columns),
        facts.signs,
        parent,
        place,
        language,
    )
    findings = list(met)
    if label.kind is FinanceRowKind.HEADING and figures:
        findings.append(Finding("finance-heading-figures", place, {"label": label.text}))
    slips: list[tuple[int, Finding]] = []
    cells = [FinanceCell(label.text, line=row.line, ref=_ref(row, 0))]
    for index in range(1, len(columns)):
        content, column = contents[index], columns[index]
        cells.append(_cell(content, column, label, facts, row, index, language))
        slips += ((index, slip) for slip in _slips(content, column, label, facts, place, language))
    read = FinanceRow(
        label.kind,
        tuple(cells),
        formula=label.marks.formula,
        line=row.line,
        effect=label.effect,
        equals=label.marks.equals,
        unit=unit_word(label.unit, language),
        declared=label.declared,
    )
    return read, label, tuple(findings), tuple(slips)


def _ref(row: GridRow, column: int) -> str:
    return row.refs[column] if column < len(row.refs) else ""


def _unit_beside(contents: Sequence[Content], columns: Sequence[FinanceColumn]) -> str:
    """The unit that a text column of units gives the row."""
    for content, column in zip(contents, columns, strict=True):
        if column.role is Role.TEXT and UNIT_HEADING.fullmatch(column.heading):
            return meaning(content.text, UNIT_WORDS) or ""
    return ""


def _cell(
    content: Content,
    column: FinanceColumn,
    label: Label,
    facts: Facts,
    row: GridRow,
    index: int,
    language: Language,
) -> FinanceCell:
    if not column.role.is_figure:
        return FinanceCell(content.text, line=row.line, ref=_ref(row, index))
    shown = content.shown(said_decimals(column, facts.decimals, label.unit), language)
    figure = content.figure
    if figure is None:
        return FinanceCell(shown, line=row.line, ref=_ref(row, index))
    return FinanceCell(shown, figure.value, figure.decimals, line=row.line, ref=_ref(row, index))


def _slips(
    content: Content, column: FinanceColumn, label: Label, facts: Facts, place: Place, language: Language
) -> list[Finding]:
    """What cannot be read in a cell of figures, and a unit that is not the table's."""
    if not column.role.is_figure:
        return []
    words = {"row": label.text, "column": column.heading or column.group, "text": content.text}
    if content.flaw is not None:
        digits = re.sub(r"[^\d.,]", "", content.text)
        return [Finding(_FLAWS[content.flaw], place, {**words, "digits": digits})]
    unit = column.unit or label.unit or facts.unit
    if content.known and unit and content.known != unit:
        text = content.text if content.unit else f"{content.text} {unit_word(content.known, language)}"
        units = {"text": text, "unit": content.known, "expected": unit_word(unit, language)}
        return [Finding(CELL_UNIT, place, {**words, **units})]
    return []
