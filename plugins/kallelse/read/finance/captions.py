"""Lines of words above and below the grid of a file turned into the facts about the table that they were meant as."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kallelse.locale.finance import HEAD_KEYS, HeadKey, meaning, unit_in, unit_word, word_for
from kallelse.model.finding import Finding, Place, listed
from kallelse.model.settings import Language
from kallelse.read.finance.heads import head_count
from kallelse.read.finance.sheet import Grid, GridRow, HeadLine, head_line

# No heading of the first column is so long.
_LONG = 30
_MOST_NAMED = 6
_BELOW = (HeadKey.SOURCE, HeadKey.NOTE)


def with_captions(
    grid: Grid, head: Sequence[HeadLine], language: Language
) -> tuple[Grid, tuple[HeadLine, ...], tuple[Finding, ...]]:
    """The grid without lines that hold words in their first cell alone, the head with what they say, one finding on it.

    Above the headings they are a title or a unit, below the last row a source or a note that is named so.
    """
    above = _above(grid, language)
    below = _below(grid.rows[len(above) :])
    if not above and not below:
        return grid, (*head,), ()
    end = len(grid.rows) - len(below)
    lines = tuple(_facts(above, below, head, grid.path, language))
    first, *_ = (*above, *below)
    words = {
        "rows": listed([str(row.line) for row in (*above, *below)], _MOST_NAMED),
        "lines": "”, ”".join(f"{line.key}: {line.value}" for line in lines),
    }
    if language == "en":
        words["lines"] = words["lines"].replace("”, ”", "”, “")
    code = ("finance-captions" if lines else "finance-captions-twice") if above else "finance-captions-below"
    ref = first.refs[0] if first.refs else ""
    count = None if grid.head_lines is None else max(grid.head_lines - len(above), 0)
    kept = replace(grid, rows=grid.rows[len(above) : end], head_lines=count)
    return kept, (*head, *lines), (Finding(code, Place(grid.path, first.line, ref), words),)


def _above(grid: Grid, language: Language) -> tuple[GridRow, ...]:
    count = 0
    for row in grid.rows:
        if not _is_alone(row):
            break
        count += 1
    rest = grid.rows[count:]
    heads = head_count(replace(grid, rows=rest, head_lines=None), language)
    if not count or not heads:
        return ()
    last = grid.rows[count - 1]
    text = _text(last)
    says = (
        unit_in(text)[0]
        or head_line(last.cells)
        or len(text) > _LONG
        or rest[0].line > last.line + 1
        or any(row.cells[0] for row in rest[:heads])
    )
    # Else it is the heading of the first column, which begins a line above the others.
    return grid.rows[: count if says else count - 1]


def _below(rows: Sequence[GridRow]) -> tuple[GridRow, ...]:
    count = 0
    for row in reversed(rows):
        line = head_line(row.cells)
        if line is None or meaning(line[0], HEAD_KEYS) not in _BELOW:
            break
        count += 1
    return tuple(rows[len(rows) - count :])


def _is_alone(row: GridRow) -> bool:
    """Whether words stand alone in the first cell, or a unit alone in any: above the last column, as many write it."""
    text = _text(row)
    if sum(map(bool, row.cells)) != 1 or not any(letter.isalpha() for letter in text):
        return False
    return bool(row.cells[0]) or unit_in(text) == (unit_in(text)[0], "")


def _text(row: GridRow) -> str:
    return next(filter(None, row.cells), "")


def _facts(
    above: Iterable[GridRow], below: Iterable[GridRow], head: Sequence[HeadLine], path: str, language: Language
) -> Iterable[HeadLine]:
    known = {meaning(line.key, HEAD_KEYS) for line in head}
    captions: list[str] = []
    for row in (*above, *below):
        place = Place(path, row.line)
        typed = head_line(row.cells)
        if typed is not None and (key := meaning(typed[0], HEAD_KEYS)) is not None:
            if key not in known:
                yield HeadLine(typed[0].lower(), typed[1], place)
            known.add(key)
            continue
        unit, rest = unit_in(_text(row))
        if rest:
            captions.append(rest)
            if len(captions) == 1 and HeadKey.CAPTION not in known:
                yield HeadLine(word_for(HeadKey.CAPTION, HEAD_KEYS, language), rest, place)
            elif HeadKey.NOTE not in known:
                known.add(HeadKey.NOTE)
                yield HeadLine(word_for(HeadKey.NOTE, HEAD_KEYS, language), rest, place)
        if unit and HeadKey.UNIT not in known:
            known.add(HeadKey.UNIT)
            yield HeadLine(word_for(HeadKey.UNIT, HEAD_KEYS, language), unit_word(unit, language), place)
