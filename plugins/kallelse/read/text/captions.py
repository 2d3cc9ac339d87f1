"""Blocks in which a table stands beside its caption and its source turned into blocks in which it holds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kallelse.locale.words import TABLE_CAPTIONS, TABLE_NOTES, TABLE_SOURCES
from kallelse.model import fold
from kallelse.model.finding import Severity
from kallelse.model.text import Block, Break, Emph, FinanceBlock, Inline, Para, Strong, Table, Text


def _opening(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in words)


_CAPTION = re.compile(rf"(?:{_opening(TABLE_CAPTIONS)})(?P<number>\s+\d+)?\s*:\s*", re.IGNORECASE)
_SOURCE = re.compile(rf"(?:{_opening(TABLE_SOURCES)})\s*:\s*", re.IGNORECASE)
_NOTE = re.compile(rf"(?:{_opening(TABLE_NOTES)})\s*:\s*", re.IGNORECASE)


def with_captions(blocks: Sequence[Block], tell: Callable[..., None]) -> tuple[Block, ...]:
    """`blocks`, where a paragraph `Tabell: …` right above a table and `Källa: …` right below it have gone into it.

    A caption loses its word but not a number that was typed with it; a source keeps its word, a note loses it.
    """
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        if isinstance(block, Table) and not block.caption and isinstance(above, Para):
            caption = _caption(above)
            if caption:
                found[-1] = replace(block, caption=caption)
                continue
        elif isinstance(block, FinanceBlock) and not block.table.caption and isinstance(above, Para):
            caption = _caption(above)
            if caption:
                found[-1] = replace(block, table=replace(block.table, caption=fold.plain(caption)))
                continue
        elif isinstance(block, Para) and isinstance(above, Table):
            note = _note(block)
            if note:
                found[-1] = replace(above, note=(*above.note, Break(), *note) if above.note else note)
                continue
        found.append(block)
    for block in found:
        if isinstance(block, Para) and _caption(block):
            tell("caption-without-table", block.line, Severity.REMARK, text=fold.plain(block.content))
    return tuple(found)


def _caption(para: Para) -> tuple[Inline, ...]:
    content = _bare(para.content)
    match = _opens(content, _CAPTION)
    if match is None:
        return ()
    return content if match["number"] else _without(content, match)


def _note(para: Para) -> tuple[Inline, ...]:
    content = _bare(para.content)
    if _opens(content, _SOURCE):
        return content
    match = _opens(content, _NOTE)
    return () if match is None else _without(content, match)


def _bare(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Emphasis on the whole paragraph is how it was set, not what it says."""
    if len(content) == 1 and isinstance(content[0], Emph | Strong):
        return content[0].content
    return content


def _opens(content: tuple[Inline, ...], pattern: re.Pattern[str]) -> re.Match[str] | None:
    return pattern.match(content[0].value) if content and isinstance(content[0], Text) else None


def _without(content: tuple[Inline, ...], match: re.Match[str]) -> tuple[Inline, ...]:
    first = content[0]
    assert isinstance(first, Text)
    rest = first.value[match.end() :]
    return ((replace(first, value=rest),) if rest else ()) + content[1:]
