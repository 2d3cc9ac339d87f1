"""The text tree into Typst source in code mode, with all words as string literals."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kallelse.locale.packet import last_word_bound
from kallelse.model.address import resolve
from kallelse.model.fold import plain
from kallelse.model.paper import POINTS
from kallelse.model.text import (
    Block,
    Break,
    BulletList,
    Cite,
    Code,
    CodeBlock,
    DefinitionList,
    Emph,
    Figure,
    FinanceBlock,
    Heading,
    Image,
    Inline,
    Link,
    NoteRef,
    OrderedList,
    Para,
    Plain,
    Process,
    Quote,
    Recorded,
    Rule,
    Strike,
    Strong,
    Sub,
    Sup,
    Table,
    Text,
)
from kallelse.typeset import literal
from kallelse.typeset.finance import finance_table
from kallelse.typeset.narrow import expressions
from kallelse.typeset.scope import Progress, Scope, Spot
from kallelse.typeset.table import text_table

_LIST_INDENT = 17.0
_QUOTE_INDENT = 5 * POINTS
_ARROW_SIZE = 11.0
_SMALL_ARROW_SIZE = 10.0
# The deepest level that PDF 1.7 has a standard type for (ISO 32000-1, table 336).
_DEEPEST = 6


def inlines(content: tuple[Inline, ...], scope: Scope, progress: Progress, mark: str = "") -> str:
    """`content` as Typst expressions between `;`, with `mark` first; never empty."""
    pieces = [mark] if mark else []
    pieces += [_inline(item, scope, progress) for item in content]
    return ";".join(pieces) or '""'


def _inline(node: Inline, scope: Scope, progress: Progress) -> str:
    match node:
        case Text():
            return expressions(node.value, scope.language)
        case Emph():
            return f"emph({{{inlines(node.content, scope, progress)}}})"
        case Strong():
            return f"strong({{{inlines(node.content, scope, progress)}}})"
        case Strike():
            return f"strike({{{inlines(node.content, scope, progress)}}})"
        case Sup():
            return f"super({{{inlines(node.content, scope, progress)}}})"
        case Sub():
            return f"sub({{{inlines(node.content, scope, progress)}}})"
        case Code():
            return f"raw({literal.string(literal.breakable(literal.folded(node.value)))})"
        case Link():
            inner = inlines(node.content, scope, progress)
            target = scope.target(node.target)
            # A link without words would stand in the tag tree with nothing to say.
            if not target or not plain(node.content).strip():
                return inner
            return f"text-link({target},{{{inner}}})"
        case Break():
            return "linebreak()"
        case Image():
            return f"inline-picture({literal.string(picture_path(node, scope))},{literal.string(node.alt)})"
        case NoteRef():
            return _note(node, scope, progress)
        case Cite():
            return literal.string(literal.folded(node.printed))
        case never:
            assert_never(never)


def _note(node: NoteRef, scope: Scope, progress: Progress) -> str:
    content = scope.notes.get(node.key)
    if content is None:
        return '""'
    number = literal.string(str(scope.note_numbers[node.key]))
    label = literal.string(f"note-{scope.number}-{node.key}")
    if node.key in progress.called:
        return literal.call("note-again", number, label)
    progress.called.add(node.key)
    block, progress.block = progress.block, None
    spot = Spot(scope.page.column, top=False)
    # The first words of a note stand on the line of its number.
    opening = content[0] if content else None
    if isinstance(opening, Para):
        inner = inlines(opening.content, scope, progress)
        if content[1:]:
            inner += ";parbreak();" + blocks(content[1:], scope, progress, spot)
    else:
        inner = blocks(content, scope, progress, spot)
    progress.block = block
    return literal.call("note", number, label, literal.braced(inner))


def picture_path(image: Image, scope: Scope) -> str:
    """Where Typst finds a picture: its path from the sources' folder, with a leading slash."""
    return "/" + resolve(image.source, scope.path)[0]


def mark_of(scope: Scope, progress: Progress) -> str:
    """The mark of the top-level block being written; empty inside a footnote."""
    return "" if progress.block is None else f"mark-block({scope.number},{progress.block})"


def blocks(content: tuple[Block, ...], scope: Scope, progress: Progress, spot: Spot, mark: str = "") -> str:
    """`content` as Typst expressions between `;`, with `mark` inside the first; never empty."""
    pieces = [
        block_source(node, scope, progress, spot, mark if index == 0 else "") for index, node in enumerate(content)
    ]
    return ";".join(pieces) or mark or '""'


def block_source(node: Block, scope: Scope, progress: Progress, spot: Spot, mark: str = "") -> str:
    """One block as a Typst expression; `mark` goes inside it, so that it stands on the page where the block begins."""
    match node:
        case Heading():
            return _heading(node, scope, progress, spot, mark)
        case Para():
            return f"par({{{inlines(_bound(node.content), scope, progress, mark)}}})"
        case Plain():
            return inlines(node.content, scope, progress, mark)
        case BulletList():
            return f"list({_items(node.items, scope, progress, spot, mark)})"
        case OrderedList():
            return f"enum(start:{node.start},{_items(node.items, scope, progress, spot, mark)})"
        case DefinitionList():
            return _definitions(node, scope, progress, spot, mark)
        case Quote():
            inner = blocks(node.content, scope, progress, spot.within(_QUOTE_INDENT), mark)
            return f"block-quote({{{inner}}})"
        case CodeBlock():
            code = literal.string(literal.breakable(node.value.expandtabs(4), 60))
            return f"code-block(mark:{mark or 'none'},{code})"
        case Figure():
            return _figure(node, scope, progress, spot, mark)
        case Process():
            return _process(node, scope, progress, spot, mark)
        case Rule():
            return f"{mark or 'none'};thematic-break()"
        case Table():
            return text_table(node, scope, progress, spot, mark, blocks, inlines)
        case FinanceBlock():
            return finance_table(node.table, scope, progress, spot, mark)
        case Recorded():
            return blocks(node.told, scope, progress, spot, mark)
        case never:
            assert_never(never)


def _bound(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    last = content[-1] if content else None
    return (*content[:-1], replace(last, value=last_word_bound(last.value))) if isinstance(last, Text) else content


def heading_level(typed: int, progress: Progress) -> int:
    """The level in the packet of a heading typed at `typed`: below the document's own, and never skipping one."""
    progress.level = min(max(typed, 2) + 1, progress.level + 1, _DEEPEST)
    return progress.level


def _heading(node: Heading, scope: Scope, progress: Progress, spot: Spot, mark: str) -> str:
    number = scope.heading_numbers.get(node.anchor, "")
    return literal.call(
        "sub-heading",
        str(heading_level(node.level, progress)),
        literal.string(f"{number} {plain(node.content)}".strip()),
        literal.braced(inlines(node.content, scope, progress, mark)),
        deep=literal.boolean(node.level > 3),
        first=literal.boolean(spot.first),
        number=literal.string(number) if number else "none",
        anchor=literal.string(scope.anchor(node.anchor)) if node.anchor else "none",
    )


def _items(items: tuple[tuple[Block, ...], ...], scope: Scope, progress: Progress, spot: Spot, mark: str) -> str:
    inside = spot.within(_LIST_INDENT)
    return ",".join(
        f"{{{blocks(item, scope, progress, inside, mark if index == 0 else '')}}}" for index, item in enumerate(items)
    )


def _definitions(node: DefinitionList, scope: Scope, progress: Progress, spot: Spot, mark: str) -> str:
    items = []
    for index, item in enumerate(node.items):
        term = inlines(item.term, scope, progress, mark if index == 0 else "")
        inside = spot.within(_LIST_INDENT)
        meanings = ";parbreak();".join(blocks(meaning, scope, progress, inside) for meaning in item.meanings)
        items.append(f"terms.item({{{term}}},{{{meanings or literal.NOTHING}}})")
    return f"terms({','.join(items)})"


def _figure(node: Figure, scope: Scope, progress: Progress, spot: Spot, mark: str) -> str:
    return literal.call(
        "illustration",
        literal.string(picture_path(node.image, scope)),
        literal.string(node.image.alt),
        mark=mark or "none",
        sheet=_page(scope),
        room="none" if spot.top else f"{spot.room:.1f}pt",
        **_captioned(node.caption, scope, progress),
    )


def _captioned(caption: tuple[Inline, ...], scope: Scope, progress: Progress) -> dict[str, str]:
    if not caption:
        return {}
    progress.figures += 1
    number = scope.words.figure.format(number=progress.figures)
    return {"number": literal.string(number), "caption": literal.braced(inlines(caption, scope, progress))}


def _process(node: Process, scope: Scope, progress: Progress, spot: Spot, mark: str) -> str:
    steps = literal.array(
        literal.array((literal.content(step.title), literal.braced(literal.written(step.text, scope.language))))
        for step in node.steps
    )
    told = [f"{number}. {step.title.rstrip(':')}: {step.text.rstrip('.')}" for number, step in enumerate(node.steps, 1)]
    said = literal.string(". ".join((*((node.caption.rstrip("."),) if node.caption else ()), *told)))
    caption = _captioned((Text(node.caption),) if node.caption else (), scope, progress)
    room = scope.page.width if spot.top else spot.room
    if not _arrows_fit(node, room, scope):
        return literal.call("bars", steps, said, mark=mark or "none", **caption)
    width = "none" if spot.top else f"{room:.1f}pt"
    progress.wide = spot.top
    wide = literal.boolean(spot.top)
    return literal.call(
        "arrows", steps, said, mark=mark or "none", sheet=_page(scope), wide=wide, room=width, **caption
    )


def _arrows_fit(node: Process, room: float, scope: Scope) -> bool:
    """Whether each verb fits its arrow, and the widest word of who does what the room beneath."""
    each = room / len(node.steps)
    size = _ARROW_SIZE if len(node.steps) <= 4 and room >= scope.page.width else _SMALL_ARROW_SIZE
    return all(
        scope.metrics.semibold.width(step.title, size) + 12 * POINTS + size <= each
        and scope.metrics.sans.longest(step.text, _SMALL_ARROW_SIZE) <= each - 7.5 * POINTS
        for step in node.steps
    )


def _page(scope: Scope) -> str:
    return "lying" if scope.lying else "upright"
