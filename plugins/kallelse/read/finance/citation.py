"""A cited cell of a finance table, named by its labels, turned into what is printed in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kallelse.locale.figures import MINUS, with_unit
from kallelse.locale.finance import asked, unit_word
from kallelse.model.finance import (
    DASH,
    NOTE_MARKS,
    FinanceCell,
    FinanceTable,
    Role,
    head_texts,
    label_key,
    unit_at,
)
from kallelse.model.finding import Finding, Place
from kallelse.model.settings import Language
from kallelse.model.text import Cite


@dataclass(frozen=True, slots=True)
class _Miss:
    """Why labels name no cell; `found` counts how many of them were understood, to tell the best reading."""

    code: str
    words: Mapping[str, str]
    found: int


def cite(tables: Mapping[str, FinanceTable], reference: Cite, language: Language) -> tuple[Cite, tuple[Finding, ...]]:
    """The citation with what is printed for it: the figure with its own unit, held together by a no-break
    space.

    Labels are the row's, then those of group and column, of which one is enough where it names one column; a
    table of one row without label needs none for the row. The finding has the citation's line and no path.
    """
    typed = f"{{{reference.table}: {', '.join(reference.labels)}}}"
    place = Place("", reference.line)
    table = tables.get(reference.table)
    if table is None:
        words = {"citation": typed, "table": reference.table}
        if not tables:
            return reference, (Finding("finance-cite-none", place, words),)
        code, more = asked(("finance-cite-table", "finance-cite-table-listed"), reference.table, tables)
        return reference, (Finding(code, place, {**words, **more}),)
    misses: list[_Miss] = []
    for labels in _readings(reference.labels):
        found = _find(table, labels)
        if not isinstance(found, _Miss):
            row, column = found
            cell = table.rows[row].cells[column]
            if not cell.printed or cell.printed == DASH:
                return reference, (Finding("finance-cite-blank", place, {"citation": typed}),)
            return replace(reference, printed=_printed(table, row, column, reference.unsigned, language)), ()
        misses.append(found)
    best = max(misses, key=lambda miss: miss.found)
    return reference, (Finding(best.code, place, {"citation": typed, **best.words}),)


def _readings(labels: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The labels as they are, then with neighbours joined: a label may itself hold a comma."""
    yield labels
    gaps = len(labels) - 1
    for joins in range(1, 2**gaps if 0 < gaps < 8 else 1):
        read = [labels[0]]
        for i, label in enumerate(labels[1:]):
            if joins >> i & 1:
                read[-1] += f", {label}"
            else:
                read.append(label)
        yield tuple(read)


def _find(table: FinanceTable, labels: tuple[str, ...]) -> tuple[int, int] | _Miss:
    row = _row(table, labels)
    if isinstance(row, _Miss):
        return row
    index, rest = row
    columns = [i for i, column in enumerate(table.columns) if column.role is not Role.LABEL]
    for label in rest:
        fitting = [i for i in columns if label_key(label) in map(label_key, head_texts(table, i))]
        if not fitting:
            texts = [text for i in columns for text in head_texts(table, i)]
            code, words = asked(("finance-cite-column", "finance-cite-column-listed"), label, texts)
            return _Miss(code, {"label": label, **words}, 1 + rest.index(label))
        columns = fitting
    if rest and len(columns) > 1:
        own = [i for i in columns if label_key(table.columns[i].heading) == label_key(rest[-1])]
        columns = own or columns
    if len(columns) == 1:
        return index, columns[0]
    names = ", ".join(f"({table.columns[i].name})" for i in columns)
    return _Miss("finance-cite-column-several", {"candidates": names}, 1 + len(rest))


def _row(table: FinanceTable, labels: tuple[str, ...]) -> tuple[int, tuple[str, ...]] | _Miss:
    """The row that is meant and the labels left for the column."""
    if not labels or not labels[0]:
        return _Miss("finance-cite-row-several", {}, 0)
    named = [i for i, row in enumerate(table.rows) if row.label and label_key(row.label) == label_key(labels[0])]
    if len(named) == 1:
        return named[0], labels[1:]
    if named:
        return _Miss("finance-cite-row-several", {}, 0)
    if len(table.rows) == 1 and not table.rows[0].label:
        return 0, labels
    texts = [row.label for row in table.rows if row.label]
    if not texts:
        return _Miss("finance-cite-row-several", {}, 0)
    code, words = asked(("finance-cite-row", "finance-cite-row-listed"), labels[0], texts)
    return _Miss(code, {"label": labels[0], **words}, 0)


def _printed(table: FinanceTable, row: int, column: int, unsigned: bool, language: Language) -> str:
    cell: FinanceCell = table.rows[row].cells[column]
    text = cell.printed.rstrip(NOTE_MARKS).rstrip() if table.columns[column].role.is_figure else cell.printed
    if cell.value is None:
        return text
    if unsigned:
        text = text.lstrip(f"{MINUS}+")
    if any(letter.isalpha() or letter == "%" for letter in text):
        return text
    unit = unit_at(table, row, column)
    return text if unit == unit_word("antal", language) else with_unit(text, unit)
