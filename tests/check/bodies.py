"""Short ways to write a body in tests, and to ask what is found in it."""

from __future__ import annotations

from kallelse.check.targets import Surroundings
from kallelse.check.text import check_body
from kallelse.locale.findings import remedy, wrong
from kallelse.model.finding import Finding, Severity
from kallelse.model.text import Block, Body, Cell, Heading, Inline, Note, Para, Plain, Row, Table, Text

from tests.strategies.text import PICTURES

PATH = "gsn/2022-09-26/03/index.md"
FILES = frozenset(
    {
        "gsn/index.md",
        PATH,
        "gsn/2022-09-26/03/bilaga-1-utfall.md",
        "gsn/2022-09-26/03/karta.png",
        "gsn/2022-09-26/03/utfall.csv",
        "gsn/2022-09-26/04-hemlig.md",
        "kallelse.yml",
        *(f"gsn/2022-09-26/03/{picture}" for picture in PICTURES),
    }
)
ANCHORS = {PATH: ("mal", "utfall"), "gsn/2022-09-26/03/bilaga-1-utfall.md": ("driften",), "gsn/index.md": ()}


def check(*blocks: Block, notes: tuple[Note, ...] = (), heading: tuple[Inline, ...] = ()) -> list[tuple[str, int]]:
    """Codes and lines of the findings about a body; each has words in both languages."""
    return [(finding.code, finding.place.line) for finding in findings(*blocks, notes=notes, heading=heading)]


def findings(*blocks: Block, notes: tuple[Note, ...] = (), heading: tuple[Inline, ...] = ()) -> tuple[Finding, ...]:
    found = check_body(Surroundings(PATH, FILES, ANCHORS), Body(blocks, notes), heading)
    for finding in found:
        assert finding.place.path == PATH
        assert finding.severity is Severity.ERROR
        assert all(wrong(finding, language) and remedy(finding, language) for language in ("sv", "en"))
    return found


def words(text: str, line: int = 0) -> tuple[Inline, ...]:
    return (Text(text, line),)


def para(*content: Inline | str, line: int = 1) -> Para:
    return Para(tuple(Text(part, line) if isinstance(part, str) else part for part in content), line)


def heading(level: int, text: str = "a", line: int = 1) -> Heading:
    return Heading(level, words(text, line), text, line)


def cell(*content: Inline | str, rowspan: int = 1, label: bool = False, line: int = 1) -> Cell:
    return Cell((Plain(para(*content, line=line).content, line),), 1, rowspan, label, line)


def table(*rows: Row, head: tuple[Row, ...] | None = None) -> Table:
    own = (Row((cell("A"), cell("B")), 1),) if head is None else head
    return Table(own, rows or (Row((cell("a"), cell("b")), 3),), ("left", "left"), line=1)
