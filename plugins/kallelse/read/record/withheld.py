"""The minutes as they are typed turned into what of them may be published, line for line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeAlias

from kallelse.locale.record_words import TAKEN_OUT
from kallelse.model.finding import Finding, Place
from kallelse.model.fold import line_of, walk
from kallelse.model.meeting import AgendaRow
from kallelse.model.record import Publication
from kallelse.model.settings import Language
from kallelse.model.text import Block, Body, Note, NoteRef
from kallelse.read.frontmatter import FrontMatter
from kallelse.read.record.hidden import taken_out
from kallelse.read.record.items import Item, Withheld, folded, item_heading
from kallelse.read.record.marks import typed_marks

_CUT = (Publication.HEADING, Publication.NUMBER)
# Definitions that nothing uses any more, since what used them is cut.
_UNUSED = ("note-uncalled", "link-unused")
# What is told of a withheld item too: a fence that swallows what comes after it, a heading that is about nothing.
_STRUCTURE = ("fence-open", "minutes-item-unknown", "minutes-item-misspelt", "minutes-item-other", "minutes-number")
_OPENS = "> \t#*+-_="
_ALIKE = 0.85
_UNCLEAR = "minutes-withheld-unclear"


@dataclass(frozen=True, slots=True)
class Public:
    """What may be published of minutes: their text, and their items, by the line of each heading."""

    matter: FrontMatter
    items: Mapping[int, Item]
    findings: tuple[Finding, ...]


def is_cut(withheld: Withheld | None) -> bool:
    """Whether the record shows less of a case than was typed."""
    return withheld is not None and withheld.publication is not Publication.FULL


def public_matter(
    matter: FrontMatter,
    body: Body,
    items: Sequence[Item],
    agenda: Sequence[AgendaRow],
    withheld: Mapping[str, Withheld],
    language: Language,
    *,
    is_free: bool,
) -> Public:
    """What of `matter`, whose `body` was read as typed, may be published.

    `items` are those of its headings, which, where they are free, may be about nothing on the agenda; `withheld` says
    of cases, by path, how much the record shows of them. Where one of them has no heading, whatever may be about it is
    withheld too, and so is what stands under a title of theirs that nobody is to know.
    """
    cut = tuple(_cut_rows(agenda, withheld))
    missing = tuple(_missing(items, cut))
    lines = matter.body.split("\n")
    findings: list[Finding] = []
    found: dict[int, Item] = {}
    for item in items:
        found[item.heading.line] = item
        if (taken := _taken_for(item, cut, missing, is_free=is_free)) is not None:
            findings.append(taken.finding(matter.path, item.heading.line))
            found[item.heading.line] = replace(item, withheld=Withheld(Publication.NUMBER, taken.one.title))
    starts = [*found, matter.body_line + len(lines)]
    for item, end in zip(found.values(), starts[1:], strict=True):
        _cut(lines, item, body.notes, range(item.heading.line - matter.body_line, end - matter.body_line), language)
    for begin, taken in _hints(lines, found, matter.body_line, cut, missing):
        findings.append(taken.finding(matter.path, begin))
        end = next(line for line in starts if line > begin)
        lines[begin - matter.body_line : end - matter.body_line] = [""] * (end - begin)
    return Public(replace(matter, body="\n".join(lines)), found, tuple(findings))


def without_uncalled(body: Body) -> Body:
    """The body without the footnotes that nothing in it calls."""
    known = {note.key: note for note in body.notes}
    keys = _called(body.blocks, known)
    return replace(body, notes=tuple(note for note in body.notes if note.key in keys))


def of_public(findings: Iterable[Finding], whole: Iterable[Finding]) -> Iterator[Finding]:
    """The `findings` of the public text, without those that only cutting it made, with what is wrong around the cuts.

    `whole` are those of the text as typed.
    """
    findings, whole = tuple(findings), tuple(whole)
    known = {(each.code, each.place.line) for each in whole}
    yield from (each for each in findings if each.code not in _UNUSED or (each.code, each.place.line) in known)
    told = {(each.code, each.place.line) for each in findings}
    yield from (each for each in whole if each.code in _STRUCTURE and (each.code, each.place.line) not in told)


@dataclass(frozen=True, slots=True)
class _Taken:
    """The withheld case, and its row, that some text is taken for; `code` says why."""

    code: str
    row: AgendaRow
    one: Withheld

    def finding(self, path: str, line: int) -> Finding:
        return Finding(self.code, Place(path, line), {"number": self.row.number})


_Rows: TypeAlias = Sequence[tuple[AgendaRow, Withheld]]


def _cut_rows(agenda: Sequence[AgendaRow], withheld: Mapping[str, Withheld]) -> Iterator[tuple[AgendaRow, Withheld]]:
    for row in agenda:
        one = withheld.get(row.case.path) if row.case is not None else None
        if one is not None and is_cut(one):
            yield row, one


def _missing(items: Sequence[Item], cut: _Rows) -> Iterator[tuple[AgendaRow, Withheld]]:
    """The rows of withheld cases that no heading is about."""
    there = {item.case.path for item in items if item.case is not None}
    return ((row, one) for row, one in cut if row.case is not None and row.case.path not in there)


def _taken_for(item: Item, cut: _Rows, missing: _Rows, *, is_free: bool) -> _Taken | None:
    """The withheld case that an item may be about which has another heading, or none."""
    title = item.said.title
    if missing and ((item.row is None and not is_free) or any(_is_called(title, *each) for each in missing)):
        return _Taken(_UNCLEAR, *missing[0])
    if is_cut(item.withheld):
        return None
    return _secret(title, item.row, cut)


def _hints(
    lines: Sequence[str], items: Mapping[int, Item], first: int, cut: _Rows, missing: _Rows
) -> Iterator[tuple[int, _Taken]]:
    """The lines that look like the heading of a withheld case, whatever they are to Markdown."""
    item: Item | None = None
    for number, line in enumerate(lines, first) if cut else ():
        item = items.get(number, item)
        if number in items or not line.strip():
            continue
        said = item_heading(line.strip(_OPENS))
        numbers = [row.number for row, _ in missing] if "#" in line and said.item else []
        if said.item in numbers or any(_is_called(said.title, *each) for each in missing):
            yield number, _Taken(_UNCLEAR, *missing[0])
        elif taken := _secret(said.title, None if item is None else item.row, cut):
            yield number, taken


def _secret(typed: str, row: AgendaRow | None, cut: _Rows) -> _Taken | None:
    """The case whose title that is, though it is not to be told, in an item of the agenda's `row`."""
    if row is not None and _alike(typed, row.title):
        return None
    for other, one in cut:
        own = one.own_titles[0] if one.own_titles else ""
        is_told = folded(own) in (folded(other.title), folded(one.title))
        if other is not row and not is_told and (_alike(typed, own) or _goes_on(typed, own)):
            return _Taken("minutes-withheld-title", other, one)
    return None


def _is_called(typed: str, row: AgendaRow, one: Withheld) -> bool:
    """Whether that is much like what a case is called, by itself or on the agenda."""
    return any(_alike(typed, title) for title in (row.title, *one.own_titles))


def _alike(typed: str, title: str) -> bool:
    one, other = folded(typed), folded(title)
    # What is much longer than the title cannot be like it, and costs more to compare than all else.
    shorter, both = min(len(one), len(other)), len(one) + len(other)
    return shorter > 0 and 2 * shorter >= _ALIKE * both and SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _goes_on(typed: str, title: str) -> bool:
    """Whether that is a title with more after it: `Ansökan, del 2`."""
    one, other = folded(typed), folded(title)
    return bool(other) and one.startswith(other) and one[len(other) :].lstrip()[:1] in tuple(",:;(-\u2013\u2014")


def _cut(lines: list[str], item: Item, notes: Sequence[Note], inside: range, language: Language) -> None:
    """Takes out of the lines `inside` of an item what is withheld of it, and of the footnotes that it calls."""
    withheld = item.withheld
    if withheld is None or not is_cut(withheld):
        return
    if withheld.publication in _CUT:
        stated = f"\u00a7 {item.said.stated} " if item.said.stated else ""
        number = f"{item.row.number}. " if item.row is not None and item.row.number else ""
        heading = f"## {stated}{number}{typed_marks(item.marks)}".rstrip()
        lines[inside.start : inside.stop] = [heading if heading != "##" else f"## {withheld.title}"] + [""] * (
            len(inside) - 1
        )
        return
    phrase = TAKEN_OUT[language]
    first = item.heading.line - inside.start
    for part in (inside, *(_lines_of(note, first) for note in _notes_of(item.blocks, notes))):
        typed = "\n".join(lines[part.start : part.stop])
        lines[part.start : part.stop] = taken_out(typed, withheld.hidden, phrase).split("\n")


def _lines_of(note: Note, first: int) -> range:
    """The lines of a footnote, counted from 0 in a body that begins on line `first`."""
    found = [note.line, *(line_of(node) for node in walk(note.content))]
    last = max(found)
    return range(note.line - first, last - first + 1)


def _notes_of(blocks: Iterable[Block], notes: Sequence[Note]) -> tuple[Note, ...]:
    known = {note.key: note for note in notes}
    return tuple(known[key] for key in _called(blocks, known))


def _called(blocks: Iterable[Block], known: Mapping[str, Note]) -> tuple[str, ...]:
    """The keys of the footnotes that `blocks` call, and those that these call, in the order of their calls."""
    found: dict[str, None] = {}
    waiting = [*blocks]
    while waiting:
        nodes, waiting = waiting, []
        for node in walk(nodes):
            if isinstance(node, NoteRef) and node.key in known and node.key not in found:
                found[node.key] = None
                waiting += known[node.key].content
    return tuple(found)
