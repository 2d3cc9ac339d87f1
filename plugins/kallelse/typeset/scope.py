"""What the writer of a body knows of its surroundings, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from kallelse.locale.packet import Words
from kallelse.model.finding import Finding, Place
from kallelse.model.fold import heading_numbers, note_numbers
from kallelse.model.settings import Language
from kallelse.model.text import Block, Body
from kallelse.typeset.metrics import Metrics, Page

# The number that stands for what a sheet prints besides its body, among the numbers of blocks.
FRONT = -1

# Where a link leads, as a Typst expression; empty where it leads nowhere that paper or site has.
Targets = Callable[[str], str]


def anchor_label(number: int, anchor: str) -> str:
    """The label of a heading of the body `number`."""
    return f"b{number}-{anchor}"


@dataclass(frozen=True, slots=True)
class Scope:
    """One body: `number` is its own in the PDF, that of its sheet where it is alone in it, `path` its source file.

    `notes` and `note_numbers` are its footnotes by key, `heading_numbers` the numbers of its headings by anchor, empty
    for no numbers. `charts` says whether the charts of finance tables are drawn.
    """

    number: int
    path: str
    language: Language
    words: Words
    metrics: Metrics
    target: Targets
    notes: Mapping[str, tuple[Block, ...]]
    note_numbers: Mapping[str, int]
    heading_numbers: Mapping[str, str]
    lying: bool = False
    charts: bool = False

    @property
    def page(self) -> Page:
        """The way the body's own pages lie."""
        return self.metrics.lying if self.lying else self.metrics.upright

    def anchor(self, anchor: str) -> str:
        """The label of a heading of this body."""
        return anchor_label(self.number, anchor)

    def place(self, line: int) -> Place:
        """A line of the source."""
        return Place(self.path, line)


def scope_of(
    body: Body,
    path: str,
    number: int,
    *,
    language: Language,
    words: Words,
    metrics: Metrics,
    target: Targets,
    numbered: bool = False,
    lying: bool = False,
    charts: bool = False,
) -> Scope:
    """The scope of the body `number` of a PDF, whose headings have numbers where it is `numbered`."""
    return Scope(
        number=number,
        path=path,
        language=language,
        words=words,
        metrics=metrics,
        target=target,
        notes={note.key: note.content for note in body.notes},
        note_numbers=note_numbers(body),
        heading_numbers=heading_numbers(body) if numbered else {},
        lying=lying,
        charts=charts,
    )


@dataclass(slots=True)
class Progress:
    """How far the writing of a body has come: counts of what is numbered, and what was found on the way.

    `block` is the number of the top-level block being written, None inside a footnote; `heads` counts the table heads
    of that block, which is `wide` where it reaches over the side column, `turned` where it asks for a page on its side
    and `whole` where it is a table that stays on one page; `level` is that of the last heading; `called` are the
    footnotes already written out.
    """

    level: int
    block: int | None = None
    heads: int = 0
    wide: bool = False
    turned: bool = False
    whole: bool = False
    tables: int = 0
    figures: int = 0
    called: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def begin(self, block: int) -> None:
        """Goes on to the top-level block of that number."""
        self.block, self.heads = block, 0
        self.wide = self.turned = self.whole = False

    def head_mark(self, body: int) -> str:
        """The Typst call that tells where the next head of a table in this block of the `body` stands, each time."""
        self.heads += 1
        return f"mark-head({body},{self.block},{self.heads - 1})"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block stands: `room` is the width it has in points; on `top` it may reach across or turn the page."""

    room: float
    top: bool = True
    first: bool = False

    def within(self, less: float) -> Spot:
        """A spot inside this one, `less` points narrower."""
        return replace(self, room=max(self.room - less, 40.0), top=False, first=False)
