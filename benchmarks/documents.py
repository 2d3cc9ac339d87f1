"""Prose turned into documents: letters with sections, lists, tables, financial tables and notes, and attachments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.draws import Draws
from benchmarks.prose import PEOPLE, UNITS, Prose

LETTERS_A_PAGE = 2250
"""What a page of the packet holds of running text with its headings and lists, about."""

_LETTER_PAGES = 2
_ATTACHMENT_PAGES = 8
_PART_OF_A_PAGE = 0.5
"""The last page of a document is half full, about."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, with a note at its end or without."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list of items, numbered or not; `leads` are set in bold before them."""

    items: tuple[str, ...]
    numbered: bool = False
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: a head of one line, then rows; `is_finance` where it is a fence whose sums are checked."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_finance: bool = False


Block = Heading | Para | Points | Grid


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its name without ending, its title and its blocks."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A case: its letter, whose name is the case's, and its attachments; `officer` signs."""

    letter: Document
    attachments: tuple[Document, ...]
    officer: str
    unit: str


def case_of(seed: tuple[object, ...], number: int, pages: int) -> Case:
    """A case of about `pages` pages: a letter, and where that is not enough attachments of up to eight pages."""
    prose = Prose(Draws(*seed))
    title = prose.title()
    letter_pages = min(pages, _LETTER_PAGES)
    attachments: list[Document] = []
    rest = pages - letter_pages
    while rest > 0:
        part = min(rest, _ATTACHMENT_PAGES)
        attachments.append(_attachment(prose, len(attachments) + 1, part))
        rest -= part
    letter = Document(f"{number:02}-{_ascii(title)}", title, tuple(_letter(prose, letter_pages)))
    return Case(letter, tuple(attachments), prose.draws.one(PEOPLE), prose.draws.one(UNITS))


def _ascii(title: str) -> str:
    return "-".join(title.lower().translate(str.maketrans("åäöé", "aaoe")).split())


def _letters(pages: int) -> int:
    return int((pages - _PART_OF_A_PAGE) * LETTERS_A_PAGE)


def _letter(prose: Prose, pages: int) -> Iterator[Block]:
    opening: list[Block] = [
        Heading(2, "Förslag till beslut"),
        Points(tuple(prose.proposal() for _ in range(prose.draws.within(1, 3))), numbered=True),
        Heading(2, "Sammanfattning"),
        Para(prose.paragraph()),
    ]
    closing: list[Block] = [Heading(2, "Ekonomiska konsekvenser"), Para(prose.paragraph())]
    yield from opening
    left = _letters(pages) - sum(length(block) for block in (*opening, *closing))
    if left > 0:
        yield Heading(2, "Beskrivning av ärendet")
        yield from _body(prose, left, 3)
    yield from closing


def _attachment(prose: Prose, number: int, pages: int) -> Document:
    title = prose.title()
    blocks = (Heading(1, title), Para(prose.paragraph()), *_body(prose, _letters(pages) - 400, 2))
    return Document(f"bilaga-{number}-{_ascii(title)}", title, blocks)


def _body(prose: Prose, letters: int, level: int) -> Iterator[Block]:
    """Headings with what stands under them, until `letters` are reached."""
    done, number = 0, 0
    while done < letters:
        part: list[Block] = []
        if number % 4 == 0:
            part.append(Heading(level, prose.heading()))
        part.append(Para(prose.paragraph(), prose.sentence() if number % 12 == 5 else ""))
        if number % 8 in _WITH:
            part.append(_WITH[number % 8](prose))
        yield from part
        done += sum(length(block) for block in part)
        number += 1


def _points(prose: Prose) -> Points:
    items = tuple(prose.point() for _ in range(prose.draws.within(3, 5)))
    return Points(items, leads=tuple(prose.label() for _ in items) if prose.draws.chance(50) else ())


def _table(prose: Prose) -> Grid:
    rows = tuple(
        (prose.label(), prose.sentence(), str(prose.draws.within(2024, 2028))) for _ in range(prose.draws.within(4, 7))
    )
    return Grid(f"{prose.heading()} i korthet", ("Område", "Åtgärd", "Klart"), rows)


def _finance(prose: Prose) -> Grid:
    """Costs by item with their sum; every figure is stated, in tenths, and all of them add up."""
    draws = prose.draws
    labels: dict[str, None] = {}
    while len(labels) < 5:
        labels[prose.label()] = None
    budgets = [draws.within(10, 900) for _ in labels]
    outcomes = [budget + draws.within(-9, 60) for budget in budgets]
    figures = [*zip(budgets, outcomes, strict=True), (sum(budgets), sum(outcomes))]
    rows = tuple(
        (label, _tenths(budget), _tenths(outcome), _tenths(outcome - budget))
        for label, (budget, outcome) in zip((*labels, "Summa"), figures, strict=True)
    )
    return Grid(f"{prose.heading()}, mnkr", ("Post", "Budget", "Utfall", "Avvikelse"), rows, is_finance=True)


def _tenths(number: int) -> str:
    sign = "−" if number < 0 else ""
    return f"{sign}{abs(number) // 10},{abs(number) % 10}"


_WITH: Mapping[int, Callable[[Prose], Block]] = {2: _points, 4: _finance, 7: _table}
"""What follows which of eight paragraphs."""


def length(block: Block) -> int:
    """The letters of a block, and about as many as would have room where it leaves the page empty."""
    match block:
        case Heading():
            return len(block.text) + 120
        case Para():
            return len(block.text) + len(block.note) + 60
        case Points():
            return sum(len(item) + 60 for item in (*block.items, *block.leads))
        case Grid():
            return sum(max(len(cell) for cell in row) + 70 for row in (block.head, *block.rows))
