"""Text trees of every kind of block as a secretary could have written them, for tests of whatever reads or writes them.

`bodies` are whole and right: each passes every check of a text whose pictures exist. `typed_bodies` are those that
Markdown can say, with the Markdown that says them and the source line of each leaf.
"""

from __future__ import annotations

import string
from dataclasses import replace
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from kallelse.model import fold
from kallelse.model.address import slug
from kallelse.model.finance import (
    FinanceCell,
    FinanceColumn,
    FinanceRow,
    FinanceRowKind,
    FinanceTable,
    HeadCell,
    Role,
    Signs,
)
from kallelse.model.rewritten import rewrite, rewrite_blocks
from kallelse.model.text import (
    Block,
    Body,
    Break,
    BulletList,
    Cell,
    Cite,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Emph,
    Figure,
    FinanceBlock,
    Heading,
    Image,
    Inline,
    Link,
    Note,
    NoteRef,
    OrderedList,
    Para,
    Plain,
    Process,
    Quote,
    Row,
    Rule,
    Step,
    Strike,
    Strong,
    Sub,
    Sup,
    Table,
    Text,
)

from tests.strategies.typist import Typed, type_body

PICTURES = ("karta.png", "bilder/diagram.svg")
_LETTERS = string.ascii_letters + string.digits + string.punctuation + "åäöÅÄÖéüæø§–−…”’«»½€°"
_SAMPLE = (
    *("nämnden", "godkänner", "rapporten", "Ändring", "överskott", "åtgärd", "och", "i", "Enhet", "031"),
    *("4,9", "−2,1", "12,6", "mnkr", "2022-09-26", "§", "183", "bilaga", "jan–aug", "68", "%", "IT-chefen"),
)
_TARGETS = (
    "https://exempel.se/sida?a=1&b=2#del",
    "http://norrsala.example/",
    "mailto:kansli@norrsala.example",
    "tel:+46123",
)


# A strategy is checked when it is first drawn from, so each is made once.
@cache
def words() -> SearchStrategy[str]:
    """One word: mostly a Swedish one, sometimes any signs that a line can have."""
    odd = st.text(st.sampled_from(_LETTERS), min_size=1, max_size=6)
    return st.one_of(st.sampled_from(_SAMPLE), st.sampled_from(_SAMPLE), odd)


@cache
def phrases(most: int = 8) -> SearchStrategy[str]:
    """Words with single blanks between them."""
    usual = st.integers(0, len(_SAMPLE) - 1).map(lambda start: " ".join(_SAMPLE[start : start + 1 + start % most]))
    return st.one_of(usual, usual, st.lists(words(), min_size=1, max_size=most).map(" ".join))


@cache
def plain_phrases(most: int = 4) -> SearchStrategy[str]:
    """Words of a sample alone, where a sign could mean something."""
    return st.lists(st.sampled_from(_SAMPLE), min_size=1, max_size=most).map(" ".join)


@cache
@st.composite
def contents(
    draw: DrawFn, *, wrapped: bool = True, noted: bool = True, linked: bool = True, breaks: bool = True, pieces: int = 3
) -> tuple[Inline, ...]:
    """Inlines of a paragraph; `wrapped` ones go over several source lines."""
    found: list[Inline] = [Text(draw(phrases()))]
    for _ in range(draw(st.integers(0, pieces))):
        kind = draw(st.sampled_from(_KINDS))
        if kind == "wrap":
            if wrapped:
                found[-1] = _and_blank(found[-1])
                found.append(Text(draw(phrases())))
            continue
        if kind == "break":
            if breaks:
                found += (Break(), Text(draw(phrases())))
            continue
        inline = draw(_inlines(kind))
        if (isinstance(inline, NoteRef) and not noted) or (isinstance(inline, Link) and not linked):
            continue
        found[-1] = _and_blank(found[-1])
        found += (inline, Text(" " + draw(phrases())))
    return tuple(found)


_KINDS = (
    "wrap",
    "break",
    "emph",
    "strong",
    "strong-emph",
    "strike",
    "sup",
    "sub",
    "code",
    "link",
    "image",
    "note",
    "cite",
)


def _and_blank(inline: Inline) -> Inline:
    assert isinstance(inline, Text)
    return replace(inline, value=inline.value + " ")


@cache
def _inlines(kind: str) -> SearchStrategy[Inline]:
    text = phrases(3).map(lambda said: (Text(said),))
    made: dict[str, SearchStrategy[Inline]] = {
        "emph": text.map(Emph),
        "strong": text.map(Strong),
        "strong-emph": st.tuples(phrases(2), text, phrases(2)).map(
            lambda said: Strong((Text(f"{said[0]} "), Emph(said[1]), Text(f" {said[2]}")))
        ),
        "strike": text.map(Strike),
        "sup": text.map(Sup),
        "sub": text.map(Sub),
        "code": phrases(3).map(lambda said: Code(said.replace("`", "'"))),
        "link": st.tuples(text, st.sampled_from(_TARGETS)).map(lambda said: Link(said[0], said[1])),
        "image": st.tuples(st.sampled_from(PICTURES), phrases(3)).map(lambda said: Image(said[0], said[1])),
        "note": st.just(NoteRef("")),
        "cite": st.tuples(plain_phrases(2), st.booleans()).map(
            lambda said: Cite("utfall", (said[0].replace(",", "."), "Netto"), said[1], "4,2 mnkr")
        ),
    }
    return made[kind]


@cache
@st.composite
def headings(draw: DrawFn) -> Heading:
    """A heading whose level and anchor are still to be set."""
    return Heading(0, draw(contents(wrapped=False, noted=False, breaks=False, pieces=1).filter(_fits_heading)), "")


def _fits_heading(content: tuple[Inline, ...]) -> bool:
    """A heading holds no picture; its anchor comes from its words, and a cited figure may change."""
    return not any(isinstance(node, Image | Cite) for node in fold.walk(content))


@cache
@st.composite
def paragraphs(draw: DrawFn) -> Para:
    """A paragraph."""
    return Para(draw(contents()))


@cache
@st.composite
def lists(draw: DrawFn, depth: int = 0) -> BulletList | OrderedList:
    """A list, tight or loose, with lists and other blocks in its items."""
    count = draw(st.integers(1, 3))
    items: list[tuple[Block, ...]] = []
    loose = depth == 0 and count > 1 and draw(st.booleans())
    for _ in range(count):
        item: list[Block] = [Para(draw(contents())) if loose else Plain(draw(contents()))]
        if depth < 3 and draw(st.integers(0, 3)) == 0:
            item.append(draw(lists(depth + 1)))
        elif loose:
            item += draw(st.lists(st.one_of(paragraphs(), codes()), max_size=1))
        items.append(tuple(item))
    if draw(st.booleans()):
        return BulletList(tuple(items))
    return OrderedList(tuple(items), draw(st.sampled_from((1, 1, 4))))


@cache
@st.composite
def definitions(draw: DrawFn) -> DefinitionList:
    """A list of words with their meanings."""
    found = []
    for _ in range(draw(st.integers(1, 3))):
        term = draw(contents(wrapped=False, breaks=False, noted=False, pieces=1))
        meanings = draw(st.lists(contents(wrapped=False).map(lambda said: (Plain(said),)), min_size=1, max_size=2))
        found.append(Definition(term, tuple(meanings)))
    return DefinitionList(tuple(found))


@cache
def codes() -> SearchStrategy[CodeBlock]:
    """A block of code, some lines of it indented or blank."""
    lines = st.lists(st.one_of(phrases(4), phrases(3).map("    {}".format), st.just("")), max_size=3)
    return st.tuples(phrases(3), lines, phrases(3)).map(lambda said: CodeBlock("\n".join((said[0], *said[1], said[2]))))


@cache
def quotes() -> SearchStrategy[Quote]:
    """A quote of paragraphs, perhaps with a list."""
    return st.tuples(paragraphs(), st.lists(st.one_of(paragraphs(), lists(depth=2)), max_size=1)).map(
        lambda said: Quote((said[0], *said[1]))
    )


@cache
def figures() -> SearchStrategy[Figure]:
    """A picture of its own, half of them with a caption."""
    caption = st.one_of(st.just(()), phrases(5).map(lambda said: (Text(said),)))
    return st.tuples(st.sampled_from(PICTURES), phrases(5), caption).map(
        lambda said: Figure(Image(said[0], said[1]), said[2])
    )


@cache
def processes() -> SearchStrategy[Process]:
    """A process of two to six steps."""
    steps = st.lists(
        st.tuples(plain_phrases(2), plain_phrases(6)).map(lambda said: Step(*said)), min_size=2, max_size=6
    )
    return st.tuples(steps, st.one_of(st.just(""), plain_phrases())).map(lambda said: Process(tuple(said[0]), said[1]))


@cache
@st.composite
def tables(draw: DrawFn) -> Table:
    """A table with one or two levels of headings, row groups, spans, lists in cells, caption and note."""
    columns = draw(st.integers(2, 4))
    grouped = columns > 2 and draw(st.booleans())
    in_cell = contents(wrapped=False, pieces=1)
    heading = contents(wrapped=False, noted=False, linked=False, pieces=0).map(lambda said: (Plain(said),))
    if grouped:
        start = draw(st.integers(1, columns - 2))
        first = [Cell(draw(heading), rowspan=2, heading=True) for _ in range(start)]
        first.append(Cell(draw(heading), colspan=columns - start, heading=True))
        second = tuple(Cell(draw(heading), heading=True) for _ in range(columns - start))
        head: tuple[Row, ...] = (Row(tuple(first)), Row(second))
    else:
        head = (Row(tuple(Cell(draw(heading), heading=True) for _ in range(columns))),)
    heights = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    labelled = any(height > 1 for height in heights)
    body: list[Row] = []
    for height in heights:
        for line in range(height):
            cells = [Cell(draw(_cells(in_cell)))] + [
                Cell(draw(st.one_of(st.just(()), _cells(in_cell)))) for _ in range(columns - 2)
            ]
            if line == 0:
                label = contents(wrapped=False, noted=False, linked=False, pieces=1)
                cells.insert(0, Cell((Plain(draw(label)),), rowspan=height, heading=labelled))
            body.append(Row(tuple(cells)))
    caption = draw(st.one_of(st.just(()), contents(wrapped=False, noted=False, breaks=False, pieces=1)))
    note = draw(st.one_of(st.just(()), contents(wrapped=False, noted=False, breaks=False, pieces=1)))
    align = tuple(draw(st.sampled_from(("left", "center", "right"))) for _ in range(columns))
    return Table(head, tuple(body), align, caption, note)


@cache
@st.composite
def _cells(draw: DrawFn, content: SearchStrategy[tuple[Inline, ...]]) -> tuple[Block, ...]:
    found: tuple[Block, ...] = (Plain(draw(content)),)
    if draw(st.integers(0, 4)) == 0:
        items = draw(st.lists(content.map(lambda said: (Plain(said),)), min_size=1, max_size=2))
        found += (BulletList(tuple(items)),)
    return found


@cache
@st.composite
def finance_blocks(draw: DrawFn) -> FinanceBlock:
    """A finance table of one group of columns whose sums hold."""
    figures_ = draw(st.lists(st.integers(-99999, 99999), min_size=2, max_size=5))
    rows: list[FinanceRow] = []
    for figure in (*figures_, sum(figures_)):
        value = Decimal(figure).scaleb(-1)
        printed = f"{value:.1f}".replace(".", ",").replace("-", "−")
        cells = (FinanceCell(draw(plain_phrases(3))), FinanceCell(printed, value, 1))
        rows.append(FinanceRow(FinanceRowKind.ITEM if len(rows) < len(figures_) else FinanceRowKind.SUM, cells))
    columns = (FinanceColumn("", Role.LABEL), FinanceColumn("Utfall", Role.OUTCOME, "Januari–augusti 2022"))
    head = (
        (HeadCell("", 0, rowspan=2), HeadCell("Januari–augusti 2022", 1)),
        (HeadCell("Utfall", 1),),
    )
    caption, note = draw(plain_phrases()), draw(st.one_of(st.just(""), plain_phrases()))
    return FinanceBlock(FinanceTable(caption, "mnkr", columns, head, tuple(rows), signs=Signs.RESULT, note=note))


_SELDOM_TWICE = (BulletList, OrderedList, DefinitionList, Quote)


@cache
def _block_lists(most: int, *, finance: bool) -> SearchStrategy[list[Block]]:
    kinds: list[SearchStrategy[Block]] = [
        paragraphs(),
        headings(),
        lists(),
        definitions(),
        codes(),
        quotes(),
        figures(),
        processes(),
        tables(),
        st.just(Rule()),
    ]
    return st.lists(st.one_of(*kinds, *((finance_blocks(),) if finance else ())), min_size=1, max_size=most)


@st.composite
def bodies(draw: DrawFn, *, finance: bool = True, most: int = 10) -> Body:
    """A body of up to `most` blocks of every kind, with its footnotes."""
    blocks: list[Block] = []
    for block in draw(_block_lists(most, finance=finance)):
        # Two lists of a kind, one below the other, are one list in Markdown.
        if blocks and isinstance(block, _SELDOM_TWICE) and isinstance(blocks[-1], _SELDOM_TWICE):
            blocks.append(draw(paragraphs()))
        blocks.append(block)
    body = _with_headings(draw, Body(tuple(blocks)))
    return _with_notes(draw, body)


def _with_headings(draw: DrawFn, body: Body) -> Body:
    anchors: set[str] = set()
    blocks: list[Block] = []
    level = 1
    for block in body.blocks:
        if isinstance(block, Heading):
            level = draw(st.integers(2, min(level + 1, 6)))
            anchor = base = slug(fold.plain(block.content)) or "rubrik"
            count = 1
            while anchor in anchors:
                count += 1
                anchor = f"{base}-{count}"
            anchors.add(anchor)
            blocks.append(replace(block, level=level, anchor=anchor))
        else:
            blocks.append(block)
    return replace(body, blocks=tuple(blocks))


def _with_notes(draw: DrawFn, body: Body) -> Body:
    keys: list[str] = []

    def called(inline: Inline) -> Inline:
        if not isinstance(inline, NoteRef):
            return inline
        if keys and draw(st.integers(0, 4)) == 0:
            return replace(inline, key=draw(st.sampled_from(keys)))
        keys.append(f"not{len(keys) + 1}")
        return replace(inline, key=keys[-1])

    blocks = rewrite_blocks(body.blocks, called)
    notes = tuple(Note(key, (Para(draw(contents(noted=False))),)) for key in keys)
    return Body(blocks, notes)


@st.composite
def typed_bodies(draw: DrawFn, most: int = 8) -> Typed:
    """A body that Markdown can say, in Markdown; its leaves have their lines, its citations no figure yet."""
    body = draw(bodies(finance=False, most=most))
    return type_body(rewrite(body, _unresolved))


def _unresolved(inline: Inline) -> Inline:
    return replace(inline, printed="") if isinstance(inline, Cite) else inline
