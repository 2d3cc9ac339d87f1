"""The headings of minutes turned into the rows of the agenda that they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from kallelse.locale.record import ITEM
from kallelse.model.finding import Finding, Place
from kallelse.model.meeting import AgendaRow, RowKind
from kallelse.model.record import Publication

_HEADING = re.compile(
    r"\s*(?:§+\s*(?P<stated>\d{1,4})(?!\d)[.,:]?\s*(?:[-\u2010-\u2015\u2212]\s*)?)?"
    rf"(?:(?:(?P<word>{'|'.join(ITEM)})\s+)?(?P<item>\d{{1,3}})(?:[.:)]\s*|\s+[-\u2010-\u2015\u2212]\s*|\s*$|(?<=\d)\b(?=\s*\{{)))?"
    r"(?P<title>.*?)\s*",
    re.IGNORECASE,
)
_MARKS = re.compile(r"(?:\s*\{[^{}]*\})+\s*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM_LINE = re.compile(r"##(?!#)\s*(?P<said>.*?)\s*#*\s*")


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """What a heading says: the paragraph's number or 0, the item's number or empty, the title or empty."""

    stated: int
    item: str
    title: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """How much of a case the record shows: its title, its registry number, and words taken out of its text."""

    publication: Publication
    title: str = ""
    dnr: str = ""
    hidden: tuple[str, ...] = ()


def item_heading(said: str) -> ItemHeading:
    """`§ 24 4. Digitaliseringsstrategi` as its parts."""
    match = _HEADING.fullmatch(said)
    assert match is not None
    return ItemHeading(int(match["stated"] or 0), str(int(match["item"])) if match["item"] else "", match["title"])


def row_of(heading: ItemHeading, agenda: Sequence[AgendaRow]) -> AgendaRow | None:
    """The row that a heading is about: the one of its number, else the only one of its title."""
    rows = [row for row in agenda if row.kind in (RowKind.CASE, RowKind.FORMALITY)]
    if heading.item:
        return next((row for row in rows if row.number == heading.item), None)
    named = [row for row in rows if _folded(row.title) == _folded(heading.title)]
    return named[0] if len(named) == 1 else None


def unknown_item(heading: ItemHeading, agenda: Sequence[AgendaRow], place: Place) -> Finding:
    """That a heading is about nothing on the agenda."""
    known = {_folded(row.title): f"{row.number}. {row.title}".removeprefix(". ") for row in agenda if row.title}
    near = get_close_matches(_folded(heading.title), known, 1, 0.6)
    said = f"{heading.item}. {heading.title}".removeprefix(". ").strip()
    if near:
        return Finding("minutes-item-misspelt", place, {"text": said, "near": known[near[0]]})
    return Finding("minutes-item-unknown", place, {"text": said})


def other_item(heading: ItemHeading, row: AgendaRow, agenda: Sequence[AgendaRow], place: Place) -> Iterator[Finding]:
    """That a heading has the number of one row and the title of another."""
    other = next((each for each in agenda if _folded(each.title) == _folded(heading.title)), None)
    if heading.item and heading.title and other is not None and _folded(row.title) != _folded(heading.title):
        told = {"number": row.number, "title": row.title, "other": other.number}
        yield Finding("minutes-item-other", place, told)


def published_lines(typed: str, agenda: Sequence[AgendaRow], withheld: Mapping[str, Withheld], phrase: str) -> str:
    """The text of minutes as it may be published, line for line, without what is `withheld` of cases, by path.

    `phrase` stands for each word that is taken out.
    """
    if not withheld:
        return typed
    found: list[str] = []
    current: Withheld | None = None
    fence = ""
    for line in typed.split("\n"):
        opening = _FENCE.match(line)
        if opening and not fence:
            fence = opening[1]
        elif opening and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        heading = None if fence else _ITEM_LINE.fullmatch(line)
        if heading is None:
            found.append(_cut(line, current, phrase))
            continue
        parsed = item_heading(_MARKS.sub("", heading["said"]))
        row = row_of(parsed, agenda)
        current = withheld.get(row.case.path) if row is not None and row.case is not None else None
        if current is None or current.publication is Publication.FULL:
            found.append(line)
        else:
            stated = f"§ {parsed.stated} " if parsed.stated else ""
            number = f"{row.number}. " if row is not None and row.number else ""
            shown = {Publication.NUMBER: "", Publication.HEADING: current.title}
            title = shown.get(current.publication, _cut(heading["said"], current, phrase))
            found.append(f"## {stated}{number}{title}".rstrip() if current.publication in shown else f"## {title}")
    return "\n".join(found)


def _cut(line: str, withheld: Withheld | None, phrase: str) -> str:
    if withheld is None or withheld.publication is Publication.FULL:
        return line
    if withheld.publication is not Publication.ANONYMISED:
        return ""
    for hidden in sorted(withheld.hidden, key=len, reverse=True):
        pattern = r"[\s*_]+".join(map(re.escape, hidden.split()))
        line = re.sub(pattern, phrase, line, flags=re.IGNORECASE)
    return line


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
