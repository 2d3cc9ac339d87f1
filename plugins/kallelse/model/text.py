"""The one text tree: a body as frozen blocks and inlines, with Pandoc's names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kallelse.model.finance import FinanceTable
from kallelse.model.vote import RecordNoun


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words of one source line; blanks as typed, a line's end as one blank."""

    value: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Emph:
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strike:
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Sup:
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Sub:
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    value: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `target` as typed: an address, `#anchor`, or a path relative to the source file."""

    content: tuple[Inline, ...]
    target: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the writer asked for."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; `source` is a path relative to the source file, `alt` what is said in its stead."""

    source: str
    alt: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The place in the text where the footnote `key` of the same body is called."""

    key: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Cite:
    """A cited cell of a finance table: `{table: row, group, column}`; `printed` is what a reader sees.

    `table` is empty until the writer names one; `printed` is empty while the cell is not found.
    """

    table: str
    labels: tuple[str, ...]
    unsigned: bool = False
    printed: str = ""
    line: int = 0


Inline: TypeAlias = Text | Emph | Strong | Strike | Sup | Sub | Code | Link | Break | Image | NoteRef | Cite


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1–6 as typed, `anchor` its address within the page, unique in the body."""

    level: int
    content: tuple[Inline, ...]
    anchor: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Para:
    content: tuple[Inline, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Plain:
    """Inlines without a paragraph around: a tight list item or a table cell."""

    content: tuple[Inline, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[tuple[Block, ...], ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class OrderedList:
    items: tuple[tuple[Block, ...], ...]
    start: int = 1
    line: int = 0


@dataclass(frozen=True, slots=True)
class Definition:
    term: tuple[Inline, ...]
    meanings: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class DefinitionList:
    items: tuple[Definition, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; spans count columns and rows, at least 1."""

    content: tuple[Block, ...]
    colspan: int = 1
    rowspan: int = 1
    heading: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text: head rows of any number of levels, body rows, a caption above and a note below.

    `align` has one of `left`, `center`, `right` for each column. A body cell that is `heading` and spans rows is the
    label of a row group. `names_rows` says that the first cell of each row names it, although it looks like the others.
    """

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    align: tuple[str, ...]
    caption: tuple[Inline, ...] = ()
    note: tuple[Inline, ...] = ()
    line: int = 0
    names_rows: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    content: tuple[Block, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class CodeBlock:
    value: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of its own, with a caption below that may be empty."""

    image: Image
    caption: tuple[Inline, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    title: str
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Process:
    """A way of working as a row of arrows: 2–6 steps, each a verb and who does what."""

    steps: tuple[Step, ...]
    caption: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""

    line: int = 0


@dataclass(frozen=True, slots=True)
class FinanceBlock:
    """A finance table where it stands in the text."""

    table: FinanceTable
    line: int = 0


@dataclass(frozen=True, slots=True)
class Recorded:
    """A motion, a proposition, a vote or an election where it stands in the text, and `told` as ordinary blocks."""

    noun: RecordNoun
    told: tuple[Block, ...]
    line: int = 0


Block: TypeAlias = (
    Heading
    | Para
    | Plain
    | BulletList
    | OrderedList
    | DefinitionList
    | Table
    | Quote
    | CodeBlock
    | Figure
    | Process
    | Rule
    | FinanceBlock
    | Recorded
)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote of a body; numbered by the order in which the body calls them."""

    key: str
    content: tuple[Block, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class UnreadTable:
    """A finance table that could not be read, as a finding tells.

    `id` and `file`, whose table it is, are empty where nothing says them.
    """

    id: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one document: blocks in order, and its footnotes in the order of their first call.

    `unread` are the finance tables that it lacks. `pictures` are digests of those that it shows, in its order; an
    empty one where there is no such file. `files` are the paths of what it was made of beside its own file: where its
    tables stand, and those that it cites, and its pictures.
    """

    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    unread: tuple[UnreadTable, ...] = ()
    pictures: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
